/// Calls of small functions become their bodies. Bodies are those that are compiled already: functions
/// that stand before the caller in the unit.
struct InlineBodies {
    /// Number in `bodies` of a symbol's body, -1 for none.
    private var numberOf = Table<IRSymbol, Int32>()
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
        numberOf.grow(to: f.symbol.index + 1, with: -1)
        numberOf[f.symbol] = Int32(truncatingIfNeeded: bodies.count)
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
    private func callsOthers(_ f: IRFunction) -> Bool { f.insts.rows.contains { $0.op == .call && $0.block != .none } }

    /// Roughly the machine instructions of a function; nil when it cannot be copied.
    private func cost(_ f: IRFunction) -> Int? {
        var cost = 0
        if f[f.blocks[IRFunction.entry].first].op == .phi { return nil }
        for inst in f.insts.rows where inst.block != .none {
            if inst.base.isBlock { return nil }
            switch inst.op {
            case .const, .fconst, .address, .param, .undef, .phi, .trunc, .sext32, .zext32, .br, .ret, .unreachable:
                break
            case .allocate, .saveStack, .restoreStack, .frameAddress, .goto:
                return nil
            case .call:
                if inst.base.symbol == f.symbol { return nil }
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
        var blockOf = Table<IRBlockID, IRBlockID>(repeating: .none, count: f.blocks.count)
        var valueOf = ValueMap(repeating: .none, count: f.insts.count)
        var count = 0
        for (index, block) in f.blocks.enumerated() where !block.isRemoved {
            blockOf[index] = copy.blocks.append(IRBlock())
            var value = block.first
            while value != .none {
                valueOf[value] = IRValue(count)
                count += 1
                value = f[value].next
            }
        }
        copy.insts.reserveCapacity(count)
        for (index, block) in f.blocks.enumerated() where !block.isRemoved {
            var value = block.first
            while value != .none {
                let fresh = copy.transfer(f[value], from: f, value: { valueOf[$0] }, block: { blockOf[$0] })
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
        for index in f.blocks.keys where !f.blocks[index].isRemoved {
            var value = f.blocks[index].last
            while value != .none {
                let inst = f[value]
                let previous = inst.previous
                if inst.op == .call, let symbol = inst.base.symbol, numberOf.has(symbol), case let number = numberOf[symbol], number >= 0,
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
        let wantsSecond = inst.next != .none && f[inst.next].op == .secondResult
        for other in body.insts.rows {
            if other.op == .param && f[f.pool[Int(inst.list) + Int(other.imm)]].type != other.type { return false }
            if other.op == .ret && inst.type != .void && (other.a == .none || body[other.a].type != inst.type) { return false }
            if other.op == .ret && wantsSecond && other.b == .none { return false }
        }
        return true
    }

    private func expand(_ f: inout IRFunction, _ call: IRValue, _ body: IRFunction) {
        let inst = f[call]
        let arguments = (0..<Int(inst.count)).map { f.pool[Int(inst.list) + $0] }
        let slotCount = f.slots.count
        for slot in body.slots.rows { f.slots.append(slot) }
        let behind = f.splitBlock(after: call)
        let blockCount = f.blocks.count
        for _ in body.blocks.keys { f.blocks.append(IRBlock()) }
        let second = f[f.blocks[behind].first].op == .secondResult ? f.blocks[behind].first : .none
        let wants: [IRValue] = [inst.type != .void ? call : .none, second]
        var results: [[IRIncoming]] = [[], []]

        // Parameters are the arguments; all else keeps its order and gets new numbers.
        var valueOf = ValueMap(repeating: .none, count: body.insts.count)
        var next = f.insts.count
        for (index, other) in body.insts.enumerated() {
            if other.op == .param {
                valueOf[index] = arguments[Int(other.imm)]
            } else {
                valueOf[index] = IRValue(next)
                next += 1
            }
        }
        for other in body.insts.rows where other.op != .param {
            let target = other.block.advanced(by: blockCount)
            let fresh = f.transfer(other, from: body, value: { valueOf[$0] }, block: { $0.advanced(by: blockCount) })
            if let slot = other.base.slot { f[fresh].base = .slot(slot.advanced(by: slotCount)) }
            if other.op == .ret {
                f[fresh] = IRInst(.br)
                f[fresh].target = behind
                for (k, operand) in [other.a, other.b].enumerated() where wants[k] != .none {
                    results[k].append(IRIncoming(from: target, value: valueOf[operand]))
                }
            }
            f.append(fresh, to: target)
        }
        f.remove(call)
        var enter = IRInst(.br)
        enter.target = IRBlockID(blockCount)
        f.append(f.make(enter), to: inst.block)
        if second != .none {
            f.remove(second)
            f.becomePhi(second, results[1], in: behind)
        }
        if wants[0] != .none { f.becomePhi(call, results[0], in: behind) }
    }
}

private extension IRFunction {
    /// Adds a copy of an instruction of `other`, its numbers translated; it stands nowhere yet.
    mutating func transfer(_ inst: IRInst, from other: IRFunction, value: (IRValue) -> IRValue,
                           block: (IRBlockID) -> IRBlockID) -> IRValue {
        var inst = inst
        if inst.a != .none { inst.a = value(inst.a) }
        if inst.b != .none { inst.b = value(inst.b) }
        if inst.then != .none { inst.then = block(inst.then) }
        if inst.target != .none { inst.target = block(inst.target) }
        let range = inst.range
        switch inst.op {
        case .call, .select:
            inst.list = Int32(truncatingIfNeeded: pool.count)
            for k in range { pool.append(value(other.pool[k])) }
        case .phi:
            inst.list = Int32(truncatingIfNeeded: pairs.count)
            for pair in other.pairs[range] { pairs.append(IRIncoming(from: block(pair.from), value: value(pair.value))) }
        case .switchOn:
            inst.list = Int32(truncatingIfNeeded: cases.count)
            for item in other.cases[range] { cases.append(IRCase(value: item.value, block: block(item.block))) }
        default:
            break
        }
        return make(inst)
    }

    /// Moves what stands behind `value` to a new block. The old one has no terminator then.
    mutating func splitBlock(after value: IRValue) -> IRBlockID {
        let old = self[value].block
        let fresh = newBlock()
        var first = self[value].next
        self[value].next = .none
        blocks[old].last = value
        while first != .none {
            let next = self[first].next
            append(first, to: fresh)
            first = next
        }
        var targets: [IRBlockID] = []
        forEachSuccessor(fresh) { targets.append($0) }
        for target in targets {
            var phi = blocks[target].first
            while phi != .none && self[phi].op == .phi {
                for k in self[phi].range where pairs[k].from == old { pairs[k].from = fresh }
                phi = self[phi].next
            }
        }
        return fresh
    }

    /// `value`, which stands nowhere, becomes a phi of the pairs.
    mutating func becomePhi(_ value: IRValue, _ incoming: [IRIncoming], in block: IRBlockID) {
        var inst = IRInst(incoming.isEmpty ? .undef : .phi, self[value].type)
        inst.setRange(pairs.count..<pairs.count + incoming.count)
        pairs += incoming
        self[value] = inst
        insertFirst(value, in: block)
    }
}
