import P1Backend

/// Where each virtual register is alive, as half-open runs of positions: instruction i reads at 2i and
/// writes at 2i + 1. Found register by register, walking from uses back to definitions, so that the
/// time is in proportion to the result and not to blocks times registers.
struct LiveRanges {
    struct Segment: Sendable {
        var start: Int32
        var end: Int32
    }

    /// Of all registers; see `segmentRange`.
    var segments: [Segment] = []
    var first: Table<VirtualRegister, Int32>
    var count: Table<VirtualRegister, Int32>
    /// Of all registers: 2i for a use, 2i + 1 for a definition in instruction i.
    private(set) var occurrences: [Int32]
    private var occurrenceStart: [Int32]
    private(set) var blockOfInst: [Int32]

    init(_ code: MachineCode) {
        let registers = code.virtualCount
        first = Table(repeating: 0, count: registers)
        count = Table(repeating: 0, count: registers)
        blockOfInst = [Int32](repeating: 0, count: code.insts.count)
        for (index, block) in code.blocks.enumerated() {
            for i in Int(block.start)..<Int(block.end) { blockOfInst[i] = Int32(truncatingIfNeeded: index) }
        }
        occurrenceStart = [Int32](repeating: 0, count: registers + 1)
        occurrences = []
        collectOccurrences(code)
        walk(code)
    }

    /// Where the segments of a register lie, ascending and apart.
    @inline(__always)
    func segmentRange(_ register: VirtualRegister) -> Range<Int> { Int(first[register])..<Int(first[register] + count[register]) }

    /// Where its occurrences lie, ascending.
    @inline(__always)
    func occurrenceRange(_ register: VirtualRegister) -> Range<Int> {
        Int(occurrenceStart[register.index])..<Int(occurrenceStart[register.index + 1])
    }

    /// Segments take other places, a few of their own among them.
    mutating func move(_ range: Range<Int>, to start: Int) {
        if range.isEmpty { return }
        precondition(start >= 0 && range.lowerBound >= 0 && max(range.upperBound, start + range.count) <= segments.count)
        segments.withUnsafeMutableBufferPointer { ($0.baseAddress! + start).update(from: $0.baseAddress! + range.lowerBound, count: range.count) }
    }

    private mutating func collectOccurrences(_ code: MachineCode) {
        for inst in code.insts {
            if inst.rd.isVirtual { occurrenceStart[inst.rd.virtual.index + 1] += 1 }
            if inst.ra.isVirtual { occurrenceStart[inst.ra.virtual.index + 1] += 1 }
            if inst.rb.isVirtual { occurrenceStart[inst.rb.virtual.index + 1] += 1 }
            if inst.isSelect {
                occurrenceStart[inst.source.virtual.index + 1] += 1
                occurrenceStart[inst.rd.virtual.index + 1] += 1
            }
        }
        for n in 0..<code.virtualCount { occurrenceStart[n + 1] += occurrenceStart[n] }
        let fill = Scratch<Int, Int32>(repeating: 0, count: code.virtualCount)
        defer { fill.free() }
        for n in 0..<code.virtualCount { fill[n] = occurrenceStart[n] }
        occurrences = [Int32](repeating: 0, count: Int(occurrenceStart[code.virtualCount]))
        func add(_ register: Reg, _ position: Int32) {
            let n = register.virtual.index
            occurrences[Int(fill[n])] = position
            fill[n] += 1
        }
        for (i, inst) in code.insts.enumerated() {
            let position = Int32(truncatingIfNeeded: 2 * i)
            if inst.ra.isVirtual { add(inst.ra, position) }
            if inst.rb.isVirtual { add(inst.rb, position) }
            if inst.isSelect {
                add(inst.source, position)
                add(inst.rd, position)
            }
            if inst.rd.isVirtual { add(inst.rd, inst.readsDestination ? position : position + 1) }
        }
    }

    private mutating func walk(_ code: MachineCode) {
        let blockCount = code.blocks.count
        // Stamps: the register a block was last seen for. `own`: it occurs there.
        let own = Scratch<Int, Int32>(repeating: -1, count: blockCount)
        let liveIn = Scratch<Int, Int32>(repeating: -1, count: blockCount)
        let liveOut = Scratch<Int, Int32>(repeating: -1, count: blockCount)
        defer {
            own.free()
            liveIn.free()
            liveOut.free()
        }
        let occurrences = self.occurrences, blockOfInst = self.blockOfInst
        var segments = ScratchList<Segment>(capacity: code.virtualCount + code.virtualCount / 2)
        var work = ScratchList<Int32>()
        var through = ScratchList<Int32>()
        var touched = ScratchList<Int32>()
        defer {
            segments.free()
            work.free()
            through.free()
            touched.free()
        }
        for n in first.keys {
            let stamp = n.raw
            let low = occurrenceRange(n).lowerBound
            let high = occurrenceRange(n).upperBound
            first[n] = Int32(truncatingIfNeeded: segments.count)
            if low == high { continue }
            let start = occurrences[low]
            let end = occurrences[high - 1]
            if start & 1 == 1 && blockOfInst[Int(start >> 1)] == blockOfInst[Int(end >> 1)] {
                // The usual case: defined and used in one block.
                LiveRanges.addLocal(occurrences, low..<high, liveIn: -1, liveOut: -1, &segments)
            } else {
                touched.cut(to: 0)
                through.cut(to: 0)
                var k = low
                while k < high {
                    let block = blockOfInst[Int(occurrences[k] >> 1)]
                    own[Int(block)] = stamp
                    touched.append(block)
                    if occurrences[k] & 1 == 0 {
                        liveIn[Int(block)] = stamp
                        work.append(block)
                    }
                    k += 1
                    while k < high && blockOfInst[Int(occurrences[k] >> 1)] == block { k += 1 }
                }
                while let block = work.popLast() {
                    for j in Int(code.predecessorStart[Int(block)])..<Int(code.predecessorStart[Int(block) + 1]) {
                        let from = code.predecessors[j]
                        if liveOut[Int(from)] == stamp { continue }
                        liveOut[Int(from)] = stamp
                        if own[Int(from)] != stamp {
                            liveIn[Int(from)] = stamp
                            through.append(from)
                            work.append(from)
                        }
                    }
                }
                if through.count > 1 {
                    var all = through.all
                    all.sort()
                }
                var t = 0
                k = low
                for block in touched.all {
                    while t < through.count && through[t] < block { LiveRanges.addThrough(code, through[t], &segments); t += 1 }
                    var next = k
                    while next < high && blockOfInst[Int(occurrences[next] >> 1)] == block { next += 1 }
                    LiveRanges.addLocal(occurrences, k..<next, liveIn: liveIn[Int(block)] == stamp ? 2 * code.blocks[Int(block)].start : -1,
                                        liveOut: liveOut[Int(block)] == stamp ? 2 * code.blocks[Int(block)].end : -1, &segments)
                    k = next
                }
                while t < through.count { LiveRanges.addThrough(code, through[t], &segments); t += 1 }
            }
            if segments.count - Int(first[n]) > 1 { LiveRanges.mergeNeighbours(from: Int(first[n]), &segments) }
            count[n] = Int32(truncatingIfNeeded: segments.count) - first[n]
        }
        self.segments = Array(segments.all)
    }

    @inline(__always)
    private static func addThrough(_ code: MachineCode, _ block: Int32, _ segments: inout ScratchList<Segment>) {
        segments.append(Segment(start: 2 * code.blocks[Int(block)].start, end: 2 * code.blocks[Int(block)].end))
    }

    /// The runs within one block; between the last use and a new definition the register is free.
    @inline(__always)
    private static func addLocal(_ occurrences: [Int32], _ range: Range<Int>, liveIn: Int32, liveOut: Int32, _ segments: inout ScratchList<Segment>) {
        var start = liveIn
        var end = liveIn
        for k in range {
            let position = occurrences[k]
            if position & 1 == 1 {
                if start >= 0 && end > start { segments.append(Segment(start: start, end: end)) }
                start = position
            } else if start < 0 {
                start = position
            }
            end = position + 1
        }
        segments.append(Segment(start: start, end: liveOut >= 0 ? liveOut : end))
    }

    /// Joins the segments from `first` on that touch each other.
    private static func mergeNeighbours(from first: Int, _ segments: inout ScratchList<Segment>) {
        var last = first
        let end = segments.count
        var k = last + 1
        while k < end {
            if segments[k].start <= segments[last].end {
                segments[last] = Segment(start: segments[last].start, end: max(segments[last].end, segments[k].end))
            } else {
                last += 1
                segments[last] = segments[k]
            }
            k += 1
        }
        segments.cut(to: last + 1)
    }
}
