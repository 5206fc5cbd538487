import P1Backend

/// Assigns a machine register to every virtual register.
///
/// Each machine register has a bitmap of the positions of the function where it is taken. Classes of coalesced virtual
/// registers (see Coalescer) are placed greedily, in order of falling spill cost per length: a class fits a register if
/// none of its positions is taken there. Among those that fit, the one that makes most moves disappear is chosen. Classes that
/// fit nowhere are spilled: each use becomes a short register of its own, and allocation starts over. Short registers are never
/// spilled, so this terminates.
struct RegisterAllocator {
    /// The machine register of each virtual one, after `run`.
    private(set) var assignment = Table<VirtualRegister, UInt8>()
    /// Bit n: callee-saved register n is written.
    private(set) var usedCalleeSaved: UInt32 = 0
    /// Registers that calls change, with values that are needed behind one.
    private(set) var callSaves: [CallSaves.Save] = []

    private let set: RegisterSet
    private var words = 0
    private var taken: [UInt64] = []
    private var callPositions: [Int32] = []
    /// How often the calls before the n-th are made.
    private var callFrequencies: [Float] = []
    private let savesAroundCalls: Bool
    /// Places in the frame; those for `callSaves` come behind the spilled registers'.
    private var homeCount: Int32

    private init(_ set: RegisterSet, _ savesAroundCalls: Bool, _ homeCount: Int32) {
        self.set = set
        self.savesAroundCalls = savesAroundCalls
        self.homeCount = homeCount
    }

    static func run(_ code: inout MachineCode, _ set: RegisterSet, savesAroundCalls: Bool) -> RegisterAllocator {
        // Registers from `unspillable` on are the short ones that spilling made.
        var unspillable = code.virtualCount
        while true {
            var allocator = RegisterAllocator(set, savesAroundCalls, code.spillCount)
            var ranges = LiveRanges(code)
            let classes = Coalescer(code, &ranges)
            let spilled = allocator.place(code, ranges, classes, unspillable)
            if spilled.isEmpty {
                allocator.callSaves.sort { ($0.call, $0.register) < ($1.call, $1.register) }
                code.spillCount = allocator.homeCount
                return allocator
            }
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
        let liveEnd = Scratch<Int, Int32>(repeating: -1, count: Reg.machineCount)
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
                    if inst.rd != .none && inst.rd < Reg.sp {
                        let end = liveEnd[inst.rd.index]
                        if !inst.readsDestination {
                            take(inst.rd.index, LiveRanges.Segment(start: position + 1, end: max(end, position + 2)))
                            liveEnd[inst.rd.index] = -1
                        } else if end < 0 {
                            // A result or parameter that is spilled goes straight to the frame.
                            liveEnd[inst.rd.index] = position + 1
                        }
                    }
                    if inst.ra != .none && inst.ra < Reg.sp && liveEnd[inst.ra.index] < 0 { liveEnd[inst.ra.index] = position + 1 }
                }
                i -= 1
            }
            for register in 0..<Reg.sp.index where liveEnd[register] >= 0 {
                take(register, LiveRanges.Segment(start: 2 * block.start, end: liveEnd[register]))
                liveEnd[register] = -1
            }
        }
        callPositions.sort()
    }

    private mutating func sumCallFrequencies(_ code: MachineCode, _ ranges: LiveRanges) {
        if callPositions.isEmpty { return }
        callFrequencies.reserveCapacity(callPositions.count + 1)
        var sum: Float = 0
        callFrequencies.append(sum)
        for position in callPositions {
            sum += code.blocks[Int(ranges.blockOfInst[Int(position >> 1)])].frequency
            callFrequencies.append(sum)
        }
    }

    // MARK: Placing

    /// Returns the classes that found no register.
    private mutating func place(_ code: MachineCode, _ ranges: LiveRanges, _ classes: Coalescer, _ unspillable: Int) -> [VirtualRegister] {
        words = (2 * code.insts.count + 63) / 64 + 1
        taken = [UInt64](repeating: 0, count: words * Reg.machineCount)
        takeFixed(code)
        sumCallFrequencies(code, ranges)
        assignment = Table(repeating: Register.none.rawValue, count: code.virtualCount)
        let cost = Scratch<VirtualRegister, Float>(repeating: 0, count: code.virtualCount)
        defer { cost.free() }
        let order = sortByDensity(code, ranges, classes, unspillable, cost)
        var spilled: [VirtualRegister] = []
        let score = Scratch<Int, Float>(repeating: 0, count: Reg.machineCount)
        defer { score.free() }
        for name in order {
            let isShort = name.index >= unspillable || cost[name] == .infinity
            let choice = choose(code, ranges, classes, name, isShort ? .infinity : cost[name], score)
            guard let register = choice else {
                spilled.append(name)
                continue
            }
            for segment in ranges.segments[ranges.segmentRange(name)] { take(register, segment) }
            if set.isCalleeSaved(register) {
                usedCalleeSaved |= 1 << UInt32(register)
            } else {
                saveAroundCalls(ranges, name, register)
            }
            var member = name
            repeat {
                assignment[member] = UInt8(truncatingIfNeeded: register)
                member = classes.nextMember[member]
            } while member != name
        }
        return spilled
    }

    /// Classes by falling cost of spilling per length. A counting sort over the logarithm is exact enough.
    private func sortByDensity(_ code: MachineCode, _ ranges: LiveRanges, _ classes: Coalescer, _ unspillable: Int,
                               _ cost: Scratch<VirtualRegister, Float>) -> [VirtualRegister] {
        let bucket = Scratch<VirtualRegister, UInt16>(repeating: 0, count: code.virtualCount)
        let counts = Scratch<Int, Int32>(repeating: 0, count: 1025)
        let members = Scratch<VirtualRegister, Int32>(repeating: 0, count: code.virtualCount)
        defer {
            bucket.free()
            counts.free()
            members.free()
        }
        for n in classes.parent.keys {
            let name = classes.find(n)
            members[name] += 1
            var sum: Float = 0
            for k in ranges.occurrenceRange(n) {
                let i = Int(ranges.occurrences[k] >> 1)
                sum += code.blocks[Int(ranges.blockOfInst[i])].frequency
            }
            cost[name] += sum
        }
        for n in classes.parent.keys where classes.parent[n] == n && ranges.count[n] > 0 {
            var length: Int32 = 0
            for segment in ranges.segments[ranges.segmentRange(n)] {
                length += segment.end - segment.start
            }
            if n.index >= unspillable || length <= 2 {
                cost[n] = .infinity
            } else if members[n] == 1 && ranges.isRematerializable(code, n) {
                cost[n] /= 4
            }
            bucket[n] = RegisterAllocator.bucket(cost[n] / Float(length))
            counts[Int(bucket[n]) + 1] += 1
        }
        for k in 0..<1024 { counts[k + 1] += counts[k] }
        var order = [VirtualRegister](repeating: .none, count: Int(counts[1024]))
        for n in classes.parent.keys where classes.parent[n] == n && ranges.count[n] > 0 {
            order[Int(counts[Int(bucket[n])])] = n
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

    /// The calls within a segment, as numbers in `callPositions`.
    private func calls(in segment: LiveRanges.Segment) -> Range<Int> {
        let first = firstCall(from: segment.start)
        // Most segments hold none.
        if first == callPositions.count || callPositions[first] >= segment.end { return first..<first }
        return first..<firstCall(from: segment.end)
    }

    private func firstCall(from position: Int32) -> Int {
        var low = 0
        var high = callPositions.count
        while low < high {
            let middle = (low + high) / 2
            if callPositions[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How many calls the class is alive across, and what it costs to save it around them.
    private func costAroundCalls(_ ranges: LiveRanges, _ name: VirtualRegister) -> (count: Int, cost: Float) {
        if callPositions.isEmpty { return (0, 0) }
        var count = 0
        var frequency: Float = 0
        for k in ranges.segmentRange(name) {
            let calls = calls(in: ranges.segments[k])
            if calls.isEmpty { continue }
            if !savesAroundCalls { return (calls.count, .infinity) }
            count += calls.count
            frequency += callFrequencies[calls.upperBound] - callFrequencies[calls.lowerBound]
        }
        return (count, 2 * frequency)
    }

    private mutating func saveAroundCalls(_ ranges: LiveRanges, _ name: VirtualRegister, _ register: Int) {
        var isSaved = false
        for k in ranges.segmentRange(name) {
            for call in calls(in: ranges.segments[k]) {
                callSaves.append(CallSaves.Save(call: callPositions[call] >> 1, register: UInt8(truncatingIfNeeded: register), home: homeCount))
                isSaved = true
            }
        }
        if isSaved { homeCount += 1 }
    }

    private func fits(_ register: Int, _ ranges: LiveRanges, _ name: VirtualRegister) -> Bool {
        for k in ranges.segmentRange(name)
        where !isFree(register, ranges.segments[k]) { return false }
        return true
    }

    /// The register that makes most copies vanish, else the first free one.
    private mutating func choose(_ code: MachineCode, _ ranges: LiveRanges, _ classes: Coalescer, _ name: VirtualRegister,
                                 _ cost: Float, _ score: Scratch<Int, Float>) -> Int? {
        let isFloat = code.isFloat[name]
        var hinted: UInt32 = 0
        var member = name
        repeat {
            for k in ranges.occurrenceRange(member) {
                let i = Int(ranges.occurrences[k] >> 1)
                let inst = code.insts[i]
                let own = member.reg
                let weight = code.blocks[Int(ranges.blockOfInst[i])].frequency
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
            member = classes.nextMember[member]
        } while member != name

        let choice = choose(ranges, name, isFloat, cost, hinted, score)
        while hinted != 0 {
            score[hinted.trailingZeroBitCount] = 0
            hinted &= hinted - 1
        }
        return choice
    }

    /// What is alive across a call goes to a saved register, unless the call is so seldom that it is cheaper to save the
    /// value around it than to save and restore one more register in every run of the function.
    private func choose(_ ranges: LiveRanges, _ name: VirtualRegister, _ isFloat: Bool, _ cost: Float, _ hinted: UInt32,
                        _ score: Scratch<Int, Float>) -> Int? {
        let callee = set.calleeSaved(float: isFloat)
        let caller = set.callerSaved(float: isFloat)
        let paid = callee & usedCalleeSaved
        // The first use of a callee-saved register costs a save and a restore.
        let fresh = cost >= 2 ? callee & ~usedCalleeSaved : 0
        func find(_ registers: UInt32) -> Int? { choose(registers, ranges, name, isFloat, hinted, score) }
        let around = costAroundCalls(ranges, name)
        if around.count == 0 { return find(caller | paid | fresh) }
        let isBetterThanFrame = around.cost <= cost
        // Each call also costs room.
        if isBetterThanFrame && around.cost + Float(around.count) / 4 < 2 { return find(paid) ?? find(caller) ?? find(fresh) }
        return find(paid | fresh) ?? (isBetterThanFrame ? find(caller) : nil)
    }

    private func choose(_ registers: UInt32, _ ranges: LiveRanges, _ name: VirtualRegister, _ isFloat: Bool, _ hinted: UInt32,
                        _ score: Scratch<Int, Float>) -> Int? {
        var best: Int?
        var bestScore: Float = 0
        var rest = hinted & registers
        while rest != 0 {
            let register = rest.trailingZeroBitCount
            rest &= rest - 1
            if score[register] > bestScore && fits(register, ranges, name) {
                best = register
                bestScore = score[register]
            }
        }
        if let best { return best }
        for register in set.order(float: isFloat)
        where registers & 1 << UInt32(register) != 0 && fits(register, ranges, name) { return register }
        return nil
    }

    @inline(__always)
    private func hint(_ register: Reg, _ weight: Float, _ score: Scratch<Int, Float>, _ hinted: inout UInt32) {
        if register == .none { return }
        let number = register.isVirtual ? assignment[register.virtual] : UInt8(truncatingIfNeeded: register.raw)
        if number >= 30 || number == Register.sp.rawValue { return }
        score[Int(number)] += weight
        hinted |= 1 << UInt32(number)
    }
}

extension LiveRanges {
    /// Whether register n has one definition, which can be repeated anywhere.
    func isRematerializable(_ code: MachineCode, _ n: VirtualRegister) -> Bool { definition(code, n) != nil }

    func definition(_ code: MachineCode, _ n: VirtualRegister) -> MachineInst? {
        var found: MachineInst?
        for k in occurrenceRange(n) where occurrences[k] & 1 == 1 {
            let inst = code.insts[Int(occurrences[k] >> 1)]
            if found != nil || !inst.isRematerializable { return nil }
            found = inst
        }
        return found
    }
}

/// The machine registers that code may use at a level of P1.
struct RegisterSet: Sendable {
    /// In the order in which they are tried, for integers and for floating point.
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
        orders = [caller + callee, floatCaller + floatCallee]
        allowed = orders.map(RegisterSet.bits)
        calleeSaved = RegisterSet.bits(callee + floatCallee)
    }

    private static func bits(_ registers: [Int]) -> UInt32 { registers.reduce(0) { $0 | 1 << UInt32($1) } }

    /// Holds sp as it is after `enter` in functions that move sp.
    static let framePointer = Int(Register.s3.rawValue)

    @inline(__always)
    func isCalleeSaved(_ register: Int) -> Bool { calleeSaved & 1 << UInt32(register) != 0 }

    func order(float: Bool) -> [Int] { orders[float ? 1 : 0] }
    func calleeSaved(float: Bool) -> UInt32 { allowed[float ? 1 : 0] & calleeSaved }
    func callerSaved(float: Bool) -> UInt32 { allowed[float ? 1 : 0] & ~calleeSaved }
}
