import P1Backend

/// Aggressive copy coalescing. For each move between virtual registers, the classes of both are joined (union-find) if their
/// live ranges do not overlap; the move then disappears. Moves in inner loops are tried first. The live range of a class is a
/// sorted list of segments, so the overlap test is a merge of two lists.
struct Coalescer {
    /// The class of a register is named by one of its members.
    private(set) var parent: Table<VirtualRegister, VirtualRegister>
    /// Members of a class as a ring.
    private(set) var nextMember: Table<VirtualRegister, VirtualRegister>
    /// Of a class: how many segments fit where its segments lie.
    private var room: Table<VirtualRegister, Int32>

    /// Joining classes of more pieces than this would take too long; they keep their copy.
    private static let largestClass = 20_000

    init(_ code: MachineCode, _ ranges: inout LiveRanges) {
        parent = Table(ownNumbers: code.virtualCount)
        nextMember = parent
        room = ranges.count
        var deepest: UInt8 = 0
        for block in code.blocks { deepest = max(deepest, block.depth) }
        var depth = Int(deepest)
        while depth >= 0 {
            for block in code.blocks where Int(block.depth) == depth {
                for i in Int(block.start)..<Int(block.end) {
                    let inst = code.insts[i]
                    if inst.isMove && inst.rd.isVirtual && inst.ra.isVirtual {
                        join(inst.rd.virtual, inst.ra.virtual, &ranges)
                    }
                }
            }
            depth -= 1
        }
        for register in parent.keys { parent[register] = shorten(register) }
    }

    /// The name of a register's class.
    @inline(__always)
    func find(_ register: VirtualRegister) -> VirtualRegister { parent[register] }

    /// The same while classes are being joined. The way there becomes shorter, or joining would take quadratic time.
    private mutating func shorten(_ register: VirtualRegister) -> VirtualRegister {
        var register = register
        while parent[register] != register {
            parent[register] = parent[parent[register]]
            register = parent[register]
        }
        return register
    }

    private mutating func join(_ x: VirtualRegister, _ y: VirtualRegister, _ ranges: inout LiveRanges) {
        var a = shorten(x)
        var b = shorten(y)
        if a == b { return }
        if ranges.count[a] < ranges.count[b] { swap(&a, &b) }
        let large = ranges.segmentRange(a)
        let small = ranges.segmentRange(b)
        if large.count > Coalescer.largestClass || overlap(ranges, large, small) { return }
        merge(&ranges, a, large, small)
        parent[b] = a
        nextMember.swapAt(a, b)
    }

    private func overlap(_ ranges: LiveRanges, _ large: Range<Int>, _ small: Range<Int>) -> Bool {
        if small.isEmpty { return false }
        // Of a class with thousands of segments, only those near the small one's are looked at.
        var i = large.lowerBound
        if large.count > 16 * small.count {
            i = firstEnding(after: ranges.segments[small.lowerBound].start, ranges, large)
        }
        var j = small.lowerBound
        while i < large.upperBound && j < small.upperBound {
            let x = ranges.segments[i]
            let y = ranges.segments[j]
            if x.end <= y.start {
                i += 1
                if large.count > 16 * small.count { i = firstEnding(after: y.start, ranges, i..<large.upperBound) }
            } else if y.end <= x.start {
                j += 1
            } else {
                return true
            }
        }
        return false
    }

    /// The first of the segments that ends behind a position.
    private func firstEnding(after position: Int32, _ ranges: LiveRanges, _ range: Range<Int>) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if ranges.segments[middle].end <= position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Puts the small class's segments among the large one's, where they are if there is room: a class that grows
    /// segment by segment is moved only as often as its room doubles.
    private mutating func merge(_ ranges: inout LiveRanges, _ a: VirtualRegister, _ large: Range<Int>, _ small: Range<Int>) {
        if small.count == 1 && insert(&ranges, a, large, ranges.segments[small.lowerBound]) { return }
        var first = large.lowerBound
        let total = large.count + small.count
        if total > Int(room[a]) {
            first = ranges.segments.count
            room[a] = Int32(truncatingIfNeeded: 2 * total)
            for k in large { ranges.segments.append(ranges.segments[k]) }
            ranges.segments.append(contentsOf: repeatElement(LiveRanges.Segment(start: 0, end: 0), count: 2 * total - large.count))
        }
        // From the back, until all of the small ones have their place.
        var from = first + large.count - 1
        var small = small
        var to = first + total - 1
        while !small.isEmpty {
            let next = ranges.segments[small.upperBound - 1]
            if from >= first && ranges.segments[from].start > next.start {
                ranges.segments[to] = ranges.segments[from]
                from -= 1
            } else {
                ranges.segments[to] = next
                small = small.dropLast()
            }
            to -= 1
        }
        // Segments that touch become one; in front of the first new one none do.
        var last = max(to, first)
        for k in (last + 1)..<max(first + total, last + 1) {
            if ranges.segments[last].end == ranges.segments[k].start {
                ranges.segments[last].end = ranges.segments[k].end
            } else {
                last += 1
                ranges.segments[last] = ranges.segments[k]
            }
        }
        ranges.first[a] = Int32(truncatingIfNeeded: first)
        ranges.count[a] = Int32(truncatingIfNeeded: last + 1 - first)
    }

    /// One segment: usually it touches another, which only becomes longer. False if there is no room for it.
    private func insert(_ ranges: inout LiveRanges, _ a: VirtualRegister, _ large: Range<Int>, _ segment: LiveRanges.Segment) -> Bool {
        let place = firstEnding(after: segment.start, ranges, large)
        let touchesBefore = place > large.lowerBound && ranges.segments[place - 1].end == segment.start
        let touchesBehind = place < large.upperBound && ranges.segments[place].start == segment.end
        if touchesBefore && touchesBehind {
            ranges.segments[place - 1].end = ranges.segments[place].end
            ranges.move((place + 1)..<large.upperBound, to: place)
            ranges.count[a] -= 1
        } else if touchesBefore {
            ranges.segments[place - 1].end = segment.end
        } else if touchesBehind {
            ranges.segments[place].start = segment.start
        } else {
            guard large.count < Int(room[a]) else { return false }
            ranges.move(place..<large.upperBound, to: place + 1)
            ranges.segments[place] = segment
            ranges.count[a] += 1
        }
        return true
    }
}
