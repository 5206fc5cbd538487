import P1Backend

/// Joins registers that are copied into each other and never alive at the same time, so that the copy
/// vanishes. Copies in inner loops are tried first.
struct Coalescer {
    /// The class of a register is named by one of its members.
    private(set) var parent: [Int32]
    /// Members of a class as a ring.
    private(set) var nextMember: [Int32]

    /// Joining classes of more pieces than this would take too long; they keep their copy.
    private static let largestClass = 20_000

    init(_ code: MachineCode, _ ranges: inout LiveRanges) {
        parent = (0..<Int32(code.virtualCount)).map { $0 }
        nextMember = parent
        var deepest: UInt8 = 0
        for block in code.blocks { deepest = max(deepest, block.depth) }
        var depth = Int(deepest)
        while depth >= 0 {
            for block in code.blocks where Int(block.depth) == depth {
                for i in Int(block.start)..<Int(block.end) {
                    let inst = code.insts[i]
                    if inst.isMove && inst.rd >= firstVirtual && inst.ra >= firstVirtual {
                        join(inst.rd - firstVirtual, inst.ra - firstVirtual, &ranges)
                    }
                }
            }
            depth -= 1
        }
    }

    func find(_ register: Int32) -> Int32 {
        var register = register
        while parent[Int(register)] != register { register = parent[Int(register)] }
        return register
    }

    private mutating func join(_ x: Int32, _ y: Int32, _ ranges: inout LiveRanges) {
        var a = find(x)
        var b = find(y)
        if a == b { return }
        if ranges.count[Int(a)] < ranges.count[Int(b)] { swap(&a, &b) }
        let large = Int(ranges.first[Int(a)])..<Int(ranges.first[Int(a)] + ranges.count[Int(a)])
        let small = Int(ranges.first[Int(b)])..<Int(ranges.first[Int(b)] + ranges.count[Int(b)])
        if large.count > Coalescer.largestClass || overlap(ranges, large, small) { return }
        merge(&ranges, a, large, small)
        parent[Int(b)] = a
        nextMember.swapAt(Int(a), Int(b))
    }

    private func overlap(_ ranges: LiveRanges, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
        var i = a.lowerBound
        var j = b.lowerBound
        while i < a.upperBound && j < b.upperBound {
            let x = ranges.segments[i]
            let y = ranges.segments[j]
            if x.end <= y.start { i += 1 } else if y.end <= x.start { j += 1 } else { return true }
        }
        return false
    }

    private func merge(_ ranges: inout LiveRanges, _ a: Int32, _ large: Range<Int>, _ small: Range<Int>) {
        let first = ranges.segments.count
        var i = large.lowerBound
        var j = small.lowerBound
        while i < large.upperBound || j < small.upperBound {
            let next: LiveRanges.Segment
            if j >= small.upperBound || i < large.upperBound && ranges.segments[i].start < ranges.segments[j].start {
                next = ranges.segments[i]
                i += 1
            } else {
                next = ranges.segments[j]
                j += 1
            }
            if ranges.segments.count > first && ranges.segments[ranges.segments.count - 1].end == next.start {
                ranges.segments[ranges.segments.count - 1].end = next.end
            } else {
                ranges.segments.append(next)
            }
        }
        ranges.first[Int(a)] = Int32(truncatingIfNeeded: first)
        ranges.count[Int(a)] = Int32(truncatingIfNeeded: ranges.segments.count - first)
    }
}
