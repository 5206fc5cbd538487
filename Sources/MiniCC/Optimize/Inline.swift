/// Calls of small functions become their bodies. Bodies are those that are compiled already: functions
/// that stand before the caller in the unit.
struct InlineBodies {
    /// By symbol: number in `bodies`, -1 for none.
    private var numberOf: [Int32] = []
    private var bodies: [IRFunction] = []
    private let level: Int

    init(level: Int) { self.level = level }

    /// What the caller may grow by, in instructions.
    private static let growth = 20_000

    // MARK: Bodies

    /// Keeps a copy of `f`, as it is after all passes, if calls of it are worth replacing.
    mutating func keep(_ f: IRFunction) {
        guard f.inlining != .never, !f.callsSetjmp, f.objects.isEmpty, let size = cost(f) else { return }
        if size > limit(f) { return }
        while numberOf.count <= Int(f.symbol) { numberOf.append(-1) }
        numberOf[Int(f.symbol)] = Int32(truncatingIfNeeded: bodies.count)
        bodies.append(compacted(f))
    }

    /// A call costs its own instruction, the moves of arguments and what it clobbers.
    private func limit(_ f: IRFunction) -> Int {
        let call = 3 + f.parameterCount
        switch f.inlining {
        case .never: return 0
        case .always: return 1000
        case .wanted: return level > 1 ? 60 : call + 8
        case .automatic: return level > 1 ? 24 + f.parameterCount : call + (callsOthers(f) ? 4 : 12)
        }
    }

    /// A call in the body would make values of the caller wait in saved registers or in the frame.
    private func callsOthers(_ f: IRFunction) -> Bool { f.insts.contains { $0.op == .call && $0.block >= 0 } }

    /// Roughly the machine instructions of a function; nil when it cannot be copied.
    private func cost(_ f: IRFunction) -> Int? {
        var cost = 0
        if f[f.blocks[Int(IRFunction.entry)].first].op == .phi { return nil }
        for inst in f.insts where inst.block >= 0 {
            if inst.base == .block { return nil }
            switch inst.op {
            case .const, .fconst, .address, .param, .undef, .phi, .trunc, .sext32, .zext32, .br, .ret, .unreachable:
                break
            case .allocate, .saveStack, .restoreStack, .frameAddress, .goto:
                return nil
            case .call:
                if inst.base == .symbol && inst.c == f.symbol { return nil }
                cost += 2 + Int(inst.count)
            case .copy, .fill:
                cost += 5
            case .switchOn:
                cost += 4 + Int(inst.count)
            default:
                cost += 1
            }
            if cost > 1000 { return nil }
        }
        return cost
    }

    /// A copy without holes: blocks and instructions are numbered in order, from 0.
    private func compacted(_ f: IRFunction) -> IRFunction {
        var copy = IRFunction(symbol: f.symbol)
        copy.parameterCount = f.parameterCount
        copy.slots = f.slots
        copy.sectionName = f.sectionName
        copy.inlining = f.inlining
        copy.blocks.removeAll()
        var blockOf = [IRBlockID](repeating: -1, count: f.blocks.count)
        var valueOf = [IRValue](repeating: -1, count: f.insts.count)
        var count: IRValue = 0
        for (index, block) in f.blocks.enumerated() where !block.isRemoved {
            blockOf[index] = IRBlockID(truncatingIfNeeded: copy.blocks.count)
            copy.blocks.append(IRBlock())
            var value = block.first
            while value >= 0 {
                valueOf[Int(value)] = count
                count += 1
                value = f[value].next
            }
        }
        copy.insts.reserveCapacity(Int(count))
        for (index, block) in f.blocks.enumerated() where !block.isRemoved {
            var value = block.first
            while value >= 0 {
                let fresh = copy.transfer(f[value], from: f, value: { valueOf[Int($0)] }, block: { blockOf[Int($0)] })
                copy.append(fresh, to: blockOf[index])
                value = f[value].next
            }
        }
        return copy
    }

    // MARK: Calls

    mutating func run(_ f: inout IRFunction) {
        if bodies.isEmpty || f.callsSetjmp { return }
        var budget = InlineBodies.growth
        // Calls of a block from the last to the first: what follows a call is moved once.
        for index in 0..<f.blocks.count where !f.blocks[index].isRemoved {
            var value = f.blocks[index].last
            while value >= 0 {
                let inst = f[value]
                let previous = inst.previous
                if inst.op == .call, inst.base == .symbol, Int(inst.c) < numberOf.count, case let number = numberOf[Int(inst.c)], number >= 0,
                   bodies[Int(number)].insts.count <= budget, fits(f, value, bodies[Int(number)]) {
                    budget -= bodies[Int(number)].insts.count
                    expand(&f, value, bodies[Int(number)])
                }
                value = previous
            }
        }
    }

    /// Whether the call passes and expects what the body takes and gives. Declarations may differ.
    private func fits(_ f: IRFunction, _ call: IRValue, _ body: IRFunction) -> Bool {
        let inst = f[call]
        guard Int(inst.count) == body.parameterCount, f.symbol != body.symbol, f.sectionName == body.sectionName else { return false }
        let wantsSecond = inst.next >= 0 && f[inst.next].op == .secondResult
        for other in body.insts {
            if other.op == .param && f[f.pool[Int(inst.list) + Int(other.imm)]].type != other.type { return false }
            if other.op == .ret && inst.type != .void && (other.a < 0 || body[other.a].type != inst.type) { return false }
            if other.op == .ret && wantsSecond && other.b < 0 { return false }
        }
        return true
    }

    private func expand(_ f: inout IRFunction, _ call: IRValue, _ body: IRFunction) {
        let inst = f[call]
        let arguments = (0..<Int(inst.count)).map { f.pool[Int(inst.list) + $0] }
        let firstSlot = IRSlotID(truncatingIfNeeded: f.slots.count)
        f.slots += body.slots
        let behind = f.splitBlock(after: call)
        let firstBlock = IRBlockID(truncatingIfNeeded: f.blocks.count)
        for _ in body.blocks { f.blocks.append(IRBlock()) }
        let second = f[f.blocks[Int(behind)].first].op == .secondResult ? f.blocks[Int(behind)].first : -1
        let wants = [inst.type != .void ? call : -1, second]
        var results: [[Int32]] = [[], []]

        // Parameters are the arguments; all else keeps its order and gets new numbers.
        var valueOf = [IRValue](repeating: -1, count: body.insts.count)
        var next = IRValue(truncatingIfNeeded: f.insts.count)
        for (index, other) in body.insts.enumerated() {
            if other.op == .param {
                valueOf[index] = arguments[Int(other.imm)]
            } else {
                valueOf[index] = next
                next += 1
            }
        }
        for other in body.insts where other.op != .param {
            let target = firstBlock + other.block
            let fresh = f.transfer(other, from: body, value: { valueOf[Int($0)] }, block: { firstBlock + $0 })
            if other.base == .slot { f[fresh].c += firstSlot }
            if other.op == .ret {
                f[fresh] = IRInst(.br)
                f[fresh].c = behind
                for (k, operand) in [other.a, other.b].enumerated() where wants[k] >= 0 {
                    results[k] += [target, valueOf[Int(operand)]]
                }
            }
            f.append(fresh, to: target)
        }
        f.remove(call)
        var enter = IRInst(.br)
        enter.c = firstBlock
        f.append(f.make(enter), to: inst.block)
        if second >= 0 {
            f.remove(second)
            f.becomePhi(second, results[1], in: behind)
        }
        if wants[0] >= 0 { f.becomePhi(call, results[0], in: behind) }
    }
}

private extension IRFunction {
    /// Adds a copy of an instruction of `other`, its numbers translated; it stands nowhere yet.
    mutating func transfer(_ inst: IRInst, from other: IRFunction, value: (IRValue) -> IRValue,
                           block: (IRBlockID) -> IRBlockID) -> IRValue {
        var inst = inst
        if inst.a >= 0 { inst.a = value(inst.a) }
        if inst.b >= 0 { inst.b = inst.op == .condbr ? block(inst.b) : value(inst.b) }
        let list = Int(inst.list)
        switch inst.op {
        case .call, .select:
            inst.list = Int32(truncatingIfNeeded: pool.count)
            for k in 0..<Int(inst.count) { pool.append(value(other.pool[list + k])) }
        case .phi:
            inst.list = Int32(truncatingIfNeeded: pool.count)
            for k in 0..<Int(inst.count) {
                pool.append(block(other.pool[list + 2 * k]))
                pool.append(value(other.pool[list + 2 * k + 1]))
            }
        case .switchOn:
            inst.list = Int32(truncatingIfNeeded: cases.count)
            for k in 0..<Int(inst.count) {
                cases.append(IRCase(value: other.cases[list + k].value, block: block(other.cases[list + k].block)))
            }
            inst.c = block(inst.c)
        case .br, .condbr:
            inst.c = block(inst.c)
        default:
            break
        }
        return make(inst)
    }

    /// Moves what stands behind `value` to a new block. The old one has no terminator then.
    mutating func splitBlock(after value: IRValue) -> IRBlockID {
        let old = self[value].block
        let fresh = IRBlockID(truncatingIfNeeded: blocks.count)
        var first = self[value].next
        blocks.append(IRBlock())
        self[value].next = -1
        blocks[Int(old)].last = value
        while first >= 0 {
            let next = self[first].next
            append(first, to: fresh)
            first = next
        }
        var targets: [IRBlockID] = []
        forEachSuccessor(fresh) { targets.append($0) }
        for target in targets {
            var phi = blocks[Int(target)].first
            while phi >= 0 && self[phi].op == .phi {
                let list = Int(self[phi].list)
                for k in 0..<Int(self[phi].count) where pool[list + 2 * k] == old { pool[list + 2 * k] = fresh }
                phi = self[phi].next
            }
        }
        return fresh
    }

    /// `value`, which stands nowhere, becomes a phi of the pairs.
    mutating func becomePhi(_ value: IRValue, _ pairs: [Int32], in block: IRBlockID) {
        var inst = IRInst(pairs.isEmpty ? .undef : .phi, self[value].type)
        inst.list = Int32(truncatingIfNeeded: pool.count)
        inst.count = Int32(truncatingIfNeeded: pairs.count / 2)
        pool += pairs
        self[value] = inst
        insertFirst(value, in: block)
    }
}
