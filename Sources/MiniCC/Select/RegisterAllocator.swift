import P1Backend

/// Gives every virtual register a register of the machine.
///
/// Each machine register has a bit for every position of the function. Classes of virtual registers (see
/// Coalescer) are placed one after the other, the ones with most uses per length first; a class fits where
/// none of its positions is taken. Classes that find no place live in the frame: their uses become short
/// registers of their own, and everything is placed again.
struct RegisterAllocator {
    /// Register number by virtual register, after `run`.
    private(set) var assignment: [UInt8] = []
    /// Bit n: callee-saved register n is written.
    private(set) var usedCalleeSaved: UInt32 = 0

    private let set: RegisterSet
    private var words = 0
    private var taken: [UInt64] = []
    private var callPositions: [Int32] = []

    private init(_ set: RegisterSet) { self.set = set }

    static func run(_ code: inout MachineCode, _ set: RegisterSet) -> RegisterAllocator {
        // Registers from `unspillable` on are the short ones that spilling made.
        var unspillable = code.virtualCount
        while true {
            var allocator = RegisterAllocator(set)
            var ranges = LiveRanges(code)
            let classes = Coalescer(code, &ranges)
            let spilled = allocator.place(code, ranges, classes, unspillable)
            if spilled.isEmpty { return allocator }
            let start = code.virtualCount
            Spiller.spill(&code, classes, spilled)
            unspillable = min(unspillable, start)
        }
    }

    // MARK: Positions

    private func bit(_ register: Int) -> Int { register * words }

    private func isFree(_ register: Int, _ segment: LiveRanges.Segment) -> Bool {
        let low = Int(segment.start) >> 6
        let high = Int(segment.end - 1) >> 6
        let base = bit(register)
        let lowMask = ~UInt64(0) << UInt64(segment.start & 63)
        let highMask = ~UInt64(0) >> UInt64(63 - (segment.end - 1) & 63)
        if low == high { return taken[base + low] & lowMask & highMask == 0 }
        if taken[base + low] & lowMask != 0 || taken[base + high] & highMask != 0 { return false }
        var k = low + 1
        while k < high {
            if taken[base + k] != 0 { return false }
            k += 1
        }
        return true
    }

    private mutating func take(_ register: Int, _ segment: LiveRanges.Segment) {
        let low = Int(segment.start) >> 6
        let high = Int(segment.end - 1) >> 6
        let base = bit(register)
        let lowMask = ~UInt64(0) << UInt64(segment.start & 63)
        let highMask = ~UInt64(0) >> UInt64(63 - (segment.end - 1) & 63)
        if low == high {
            taken[base + low] |= lowMask & highMask
            return
        }
        taken[base + low] |= lowMask
        taken[base + high] |= highMask
        var k = low + 1
        while k < high {
            taken[base + k] = ~0
            k += 1
        }
    }

    /// Where the code names machine registers itself: around calls, at the entry and at returns.
    private mutating func takeFixed(_ code: MachineCode) {
        let liveEnd = Scratch<Int32>(repeating: -1, count: Int(firstVirtual))
        defer { liveEnd.free() }
        for block in code.blocks {
            var i = Int(block.end) - 1
            while i >= Int(block.start) {
                let inst = code.insts[i]
                let position = Int32(truncatingIfNeeded: 2 * i)
                if inst.isCall {
                    callPositions.append(position + 1)
                    for register in 0..<4 where liveEnd[register] >= 0 {
                        take(register, LiveRanges.Segment(start: position + 1, end: liveEnd[register]))
                        liveEnd[register] = -1
                    }
                    for register in 0..<Int(inst.shift) { liveEnd[register] = position + 1 }
                } else if inst.op == .ret {
                    for register in 0..<Int(inst.shift) { liveEnd[register] = position + 1 }
                } else {
                    if inst.rd >= 0 && inst.rd < Register.sp.reg {
                        let end = liveEnd[Int(inst.rd)]
                        if !inst.readsDestination {
                            take(Int(inst.rd), LiveRanges.Segment(start: position + 1, end: max(end, position + 2)))
                            liveEnd[Int(inst.rd)] = -1
                        } else if end < 0 {
                            // A result or parameter that is spilled goes straight to the frame.
                            liveEnd[Int(inst.rd)] = position + 1
                        }
                    }
                    if inst.ra >= 0 && inst.ra < Register.sp.reg && liveEnd[Int(inst.ra)] < 0 { liveEnd[Int(inst.ra)] = position + 1 }
                }
                i -= 1
            }
            for register in 0..<Int(Register.sp.reg) where liveEnd[register] >= 0 {
                take(register, LiveRanges.Segment(start: 2 * block.start, end: liveEnd[register]))
                liveEnd[register] = -1
            }
        }
        callPositions.sort()
    }

    // MARK: Placing

    /// Returns the classes that found no register.
    private mutating func place(_ code: MachineCode, _ ranges: LiveRanges, _ classes: Coalescer, _ unspillable: Int) -> [Int32] {
        words = (2 * code.insts.count + 63) / 64 + 1
        taken = [UInt64](repeating: 0, count: words * Int(firstVirtual))
        takeFixed(code)
        assignment = [UInt8](repeating: Register.none.rawValue, count: code.virtualCount)
        let cost = Scratch<Float>(repeating: 0, count: code.virtualCount)
        defer { cost.free() }
        let order = sortByDensity(code, ranges, classes, unspillable, cost)
        var spilled: [Int32] = []
        let score = Scratch<Float>(repeating: 0, count: Int(firstVirtual))
        defer { score.free() }
        for name in order {
            let isShort = Int(name) >= unspillable || cost[Int(name)] == .infinity
            let choice = choose(code, ranges, classes, name, isShort ? .infinity : cost[Int(name)], score)
            guard let register = choice else {
                spilled.append(name)
                continue
            }
            for k in 0..<Int(ranges.count[Int(name)]) { take(register, ranges.segments[Int(ranges.first[Int(name)]) + k]) }
            if set.isCalleeSaved(register) { usedCalleeSaved |= 1 << UInt32(register) }
            var member = name
            repeat {
                assignment[Int(member)] = UInt8(truncatingIfNeeded: register)
                member = classes.nextMember[Int(member)]
            } while member != name
        }
        return spilled
    }

    private static func frequency(_ depth: UInt8) -> Float {
        switch depth {
        case 0: return 1
        case 1: return 8
        case 2: return 64
        case 3: return 512
        default: return 4096
        }
    }

    /// Classes by falling cost of spilling per length. A counting sort over the logarithm is exact enough.
    private func sortByDensity(_ code: MachineCode, _ ranges: LiveRanges, _ classes: Coalescer, _ unspillable: Int,
                               _ cost: Scratch<Float>) -> [Int32] {
        let bucket = Scratch<UInt16>(repeating: 0, count: code.virtualCount)
        let counts = Scratch<Int32>(repeating: 0, count: 1025)
        let members = Scratch<Int32>(repeating: 0, count: code.virtualCount)
        defer {
            bucket.free()
            counts.free()
            members.free()
        }
        for n in 0..<code.virtualCount {
            let name = Int(classes.find(Int32(n)))
            members[name] += 1
            var sum: Float = 0
            for k in Int(ranges.occurrenceStart[n])..<Int(ranges.occurrenceStart[n + 1]) {
                let i = Int(ranges.occurrences[k] >> 1)
                sum += RegisterAllocator.frequency(code.blocks[Int(ranges.blockOfInst[i])].depth)
            }
            cost[name] += sum
        }
        for n in 0..<code.virtualCount where classes.parent[n] == n && ranges.count[n] > 0 {
            var length: Int32 = 0
            for k in Int(ranges.first[n])..<Int(ranges.first[n] + ranges.count[n]) {
                length += ranges.segments[k].end - ranges.segments[k].start
            }
            if n >= unspillable || length <= 2 {
                cost[n] = .infinity
            } else if members[n] == 1 && ranges.isRematerializable(code, n) {
                cost[n] /= 4
            }
            bucket[n] = RegisterAllocator.bucket(cost[n] / Float(length))
            counts[Int(bucket[n]) + 1] += 1
        }
        for k in 0..<1024 { counts[k + 1] += counts[k] }
        var order = [Int32](repeating: 0, count: Int(counts[1024]))
        for n in 0..<code.virtualCount where classes.parent[n] == n && ranges.count[n] > 0 {
            order[Int(counts[Int(bucket[n])])] = Int32(n)
            counts[Int(bucket[n])] += 1
        }
        return order
    }

    /// 0 for the densest; eight steps for each power of two.
    private static func bucket(_ density: Float) -> UInt16 {
        if density == .infinity { return 0 }
        let step = Int(density.bitPattern >> 20) - (127 - 64) * 8
        return UInt16(1023 - min(max(step, 0), 1022))
    }

    private func crossesCall(_ ranges: LiveRanges, _ name: Int32) -> Bool {
        if callPositions.isEmpty { return false }
        for k in Int(ranges.first[Int(name)])..<Int(ranges.first[Int(name)] + ranges.count[Int(name)]) {
            let segment = ranges.segments[k]
            var low = 0
            var high = callPositions.count
            while low < high {
                let middle = (low + high) / 2
                if callPositions[middle] < segment.start { low = middle + 1 } else { high = middle }
            }
            if low < callPositions.count && callPositions[low] < segment.end { return true }
        }
        return false
    }

    private func fits(_ register: Int, _ ranges: LiveRanges, _ name: Int32) -> Bool {
        for k in Int(ranges.first[Int(name)])..<Int(ranges.first[Int(name)] + ranges.count[Int(name)])
        where !isFree(register, ranges.segments[k]) { return false }
        return true
    }

    /// The register that makes most copies vanish, else the first free one.
    private mutating func choose(_ code: MachineCode, _ ranges: LiveRanges, _ classes: Coalescer, _ name: Int32,
                                 _ cost: Float, _ score: Scratch<Float>) -> Int? {
        let isFloat = code.isFloat[Int(name)]
        let crosses = crossesCall(ranges, name)
        var hinted: UInt32 = 0
        var member = name
        repeat {
            for k in Int(ranges.occurrenceStart[Int(member)])..<Int(ranges.occurrenceStart[Int(member) + 1]) {
                let i = Int(ranges.occurrences[k] >> 1)
                let inst = code.insts[i]
                let own = member + firstVirtual
                let weight = RegisterAllocator.frequency(code.blocks[Int(ranges.blockOfInst[i])].depth)
                if inst.isMove {
                    hint(inst.rd == own ? inst.ra : inst.rd, weight, score, &hinted)
                } else if inst.op.rawValue >= Operation.add.rawValue && inst.op.rawValue <= Operation.sari.rawValue
                            || inst.op.rawValue >= Operation.neg.rawValue && inst.op.rawValue <= Operation.not.rawValue
                            || inst.op.rawValue >= Operation.fneg.rawValue && inst.op.rawValue <= Operation.fdiv.rawValue {
                    // rd = ra op rb is shortest with rd = ra on machines whose instructions have two operands.
                    if inst.rd == own { hint(inst.ra, weight / 2, score, &hinted) }
                    if inst.ra == own { hint(inst.rd, weight / 2, score, &hinted) }
                }
            }
            member = classes.nextMember[Int(member)]
        } while member != name

        var best: Int?
        var bestScore: Float = 0
        var rest = hinted
        while rest != 0 {
            let register = rest.trailingZeroBitCount
            rest &= rest - 1
            if score[register] > bestScore && set.isAllowed(register, float: isFloat, crosses: crosses)
                && isAffordable(register, cost) && fits(register, ranges, name) {
                best = register
                bestScore = score[register]
            }
            score[register] = 0
        }
        if let best { return best }
        for register in set.order(float: isFloat, crosses: crosses)
        where isAffordable(register, cost) && fits(register, ranges, name) { return register }
        return nil
    }

    /// The first use of a callee-saved register costs a save and a restore.
    private func isAffordable(_ register: Int, _ cost: Float) -> Bool {
        !set.isCalleeSaved(register) || usedCalleeSaved & 1 << UInt32(register) != 0 || cost >= 2
    }

    @inline(__always)
    private func hint(_ register: Reg, _ weight: Float, _ score: Scratch<Float>, _ hinted: inout UInt32) {
        if register < 0 { return }
        let number = register < firstVirtual ? UInt8(truncatingIfNeeded: register) : assignment[Int(register - firstVirtual)]
        if number >= 30 || number == Register.sp.rawValue { return }
        score[Int(number)] += weight
        hinted |= 1 << UInt32(number)
    }
}

extension LiveRanges {
    /// Whether register n has one definition, which can be repeated anywhere.
    func isRematerializable(_ code: MachineCode, _ n: Int) -> Bool { definition(code, n) != nil }

    func definition(_ code: MachineCode, _ n: Int) -> MachineInst? {
        var found: MachineInst?
        for k in Int(occurrenceStart[n])..<Int(occurrenceStart[n + 1]) where occurrences[k] & 1 == 1 {
            let inst = code.insts[Int(occurrences[k] >> 1)]
            if found != nil || !inst.isRematerializable { return nil }
            found = inst
        }
        return found
    }
}

/// The machine registers that code may use at a level of P1.
struct RegisterSet: Sendable {
    /// By kind of value (see `kind`): the registers in the order in which they are tried, and a bit for each.
    private let orders: [[Int]]
    private let allowed: [UInt32]
    private let calleeSaved: UInt32

    /// `base`: registers of base P1 only, and t1 and t2 kept free as scratch. `framePointer`: s3 is kept free.
    static func of(base: Bool, framePointer: Bool) -> RegisterSet { all[(base ? 2 : 0) + (framePointer ? 1 : 0)] }

    private static let all = [false, true].flatMap { base in [false, true].map { RegisterSet(base: base, framePointer: $0) } }

    private init(base: Bool, framePointer: Bool) {
        // Low-numbered machine registers of amd64 first: they make shorter code.
        let caller = base ? [0, 1, 2, 3, 4] : [0, 1, 2, 3, 5, 6, 4]
        let saved = base ? [7, 8, 9, 10] : [7, 8, 9, 10, 11, 12]
        let callee = framePointer ? saved.filter { $0 != RegisterSet.framePointer } : saved
        let floatCaller = base ? [] : [16, 17, 18, 19, 20, 21, 22, 23, 24, 25]
        let floatCallee = base ? [] : [26, 27, 28, 29]
        orders = [caller + callee, callee, floatCaller + floatCallee, floatCallee]
        allowed = orders.map(RegisterSet.bits)
        calleeSaved = RegisterSet.bits(callee + floatCallee)
    }

    private static func bits(_ registers: [Int]) -> UInt32 { registers.reduce(0) { $0 | 1 << UInt32($1) } }

    /// Holds sp as it is after `enter` in functions that move sp.
    static let framePointer = Int(Register.s3.rawValue)

    @inline(__always)
    private func kind(_ float: Bool, _ crosses: Bool) -> Int { (float ? 2 : 0) + (crosses ? 1 : 0) }

    @inline(__always)
    func isCalleeSaved(_ register: Int) -> Bool { calleeSaved & 1 << UInt32(register) != 0 }

    @inline(__always)
    func isAllowed(_ register: Int, float: Bool, crosses: Bool) -> Bool {
        allowed[kind(float, crosses)] & 1 << UInt32(register) != 0
    }

    @inline(__always)
    func order(float: Bool, crosses: Bool) -> [Int] { orders[kind(float, crosses)] }
}
