import P1Backend

/// Finds broken invariants: what every pass may rely on and must leave behind. For tests, and behind
/// a flag after every pass.
struct IRChecker {
    private let f: IRFunction
    private var errors: [String] = []
    private let limit = 20

    /// Messages, empty when the function is well formed.
    static func check(_ f: IRFunction) -> [String] {
        var checker = IRChecker(f)
        checker.checkLinks()
        if checker.errors.isEmpty { checker.checkOperands() }
        return checker.errors
    }

    private init(_ f: IRFunction) { self.f = f }

    private mutating func report(_ message: String) {
        if errors.count < limit { errors.append(message) }
    }

    /// Lists are consistent, blocks end in one terminator, phis come first, targets exist.
    private mutating func checkLinks() {
        for (index, block) in f.blocks.enumerated() where !block.isRemoved {
            var value = block.first
            var previous: IRValue = .none
            var onlyPhis = true
            if value == .none { report("b\(index) is empty") }
            while value != .none {
                guard f.insts.has(value) else { report("b\(index) links to v\(value)"); return }
                let inst = f[value]
                if inst.block != index { report("v\(value) stands in b\(index) but says b\(inst.block)") }
                if inst.previous != previous { report("v\(value) has a wrong link back"); return }
                if inst.op == .phi {
                    if !onlyPhis { report("phi v\(value) is not at the start of b\(index)") }
                } else {
                    onlyPhis = false
                }
                if inst.op.isTerminator != (inst.next == .none) { report("v\(value) (\(inst.op)) in b\(index): terminator in the middle or missing") }
                if inst.op.isTerminator {
                    f.forEachSuccessor(index) { target in
                        if target == .none || !f.blocks.has(target) || f.blocks[target].isRemoved {
                            errors.append("b\(index) goes to b\(target), which does not exist")
                        }
                    }
                }
                if let slot = inst.base.slot, slot == .none || !f.slots.has(slot) { report("v\(value) names slot \(slot)") }
                previous = value
                value = inst.next
            }
            if previous != block.last { report("b\(index) has a wrong last instruction") }
        }
    }

    /// Operands exist, have the right types, and are defined on every way to their use.
    private mutating func checkOperands() {
        let flow = ControlFlow(f)
        let dominators = Dominators(f, flow)
        var place = Table<IRValue, Int32>(repeating: -1, count: f.insts.count)     // order within the block
        for block in flow.order {
            var value = f.blocks[block].first
            var number: Int32 = 0
            while value != .none {
                place[value] = number
                number += 1
                value = f[value].next
            }
        }
        for block in flow.order {
            var value = f.blocks[block].first
            while value != .none {
                let inst = f[value]
                if inst.op == .phi {
                    checkPhi(value, inst, flow, dominators)
                } else {
                    f.forEachOperand(inst) { operand in
                        guard f.insts.has(operand), f[operand].block != .none, f[operand].type != .void else {
                            errors.append("v\(value) (\(inst.op)) uses v\(operand), which is no value")
                            return
                        }
                        let home = f[operand].block
                        let isDefined = home == block ? place[operand] < place[value] : dominators.dominates(home, block)
                        if !isDefined { errors.append("v\(value) (\(inst.op)) in b\(block) uses v\(operand), not defined on every way to it") }
                    }
                    checkTypes(value, inst)
                }
                if errors.count >= limit { return }
                value = inst.next
            }
        }
    }

    private mutating func checkPhi(_ value: IRValue, _ inst: IRInst, _ flow: ControlFlow, _ dominators: Dominators) {
        var expected = flow.predecessorRange(inst.block).map { flow.predecessors[$0] }.sorted()
        var found: [IRBlockID] = []
        for pair in f.pairs[inst.range] {
            let (from, operand) = (pair.from, pair.value)
            // An edge from a block that nothing reaches does no harm.
            guard from != .none, f.blocks.has(from), flow.isReachable(from) else { continue }
            found.append(from)
            if f[operand].type != inst.type { report("phi v\(value) has v\(operand) of another type") }
            if f[operand].block == .none || !dominators.dominates(f[operand].block, from) {
                report("phi v\(value): v\(operand) is not defined at the end of b\(from)")
            }
        }
        found.sort()
        expected.sort()
        if found != expected { report("phi v\(value) has values for \(found), its block comes after \(expected)") }
    }

    private mutating func checkTypes(_ value: IRValue, _ inst: IRInst) {
        let a = inst.a != .none ? f[inst.a].type : .void
        let b = inst.b != .none ? f[inst.b].type : .void
        let isRight: Bool
        switch inst.op {
        case .add, .sub, .mul, .divs, .divu, .rems, .remu, .and, .or, .xor:
            isRight = inst.type.isInteger && a == inst.type && b == inst.type
        case .shl, .shrs, .shru:
            isRight = inst.type.isInteger && a == inst.type && b.isInteger
        case .mulhs, .mulhu:
            isRight = inst.type == .i64 && a == .i64 && b == .i64
        case .neg, .not, .sext8, .sext16, .zext8, .zext16:
            isRight = inst.type.isInteger && a == inst.type
        case .sext32, .zext32:
            isRight = inst.type == .i64 && a == .i32
        case .trunc:
            isRight = inst.type == .i32 && a == .i64
        case .select:
            isRight = inst.type.isInteger && a.isInteger && inst.count == 2
                && f.pool[inst.range].allSatisfy { f[$0].type == inst.type }
        case .icmp:
            isRight = inst.type == .i32 && a.isInteger && a == b
        case .fadd, .fsub, .fmul, .fdiv:
            isRight = inst.type.isFloat && a == inst.type && b == inst.type
        case .fneg, .fabs, .fsqrt:
            isRight = inst.type.isFloat && a == inst.type
        case .fconvert:
            isRight = inst.type.isFloat && a.isFloat && a != inst.type
        case .fcmp:
            isRight = inst.type == .i32 && a.isFloat && a == b
        case .fromSigned, .fromUnsigned:
            isRight = inst.type.isFloat && a == .i64
        case .toSigned, .toUnsigned:
            isRight = inst.type == .i64 && a.isFloat
        case .bits:
            isRight = a.isFloat && inst.type.isInteger && a.size == inst.type.size
        case .fromBits:
            isRight = inst.type.isFloat && a.isInteger && a.size == inst.type.size
        case .load:
            isRight = inst.type != .void && inst.memory.size <= inst.type.size && (inst.base != .value || a == .i64)
        case .store:
            isRight = b != .void && inst.memory.size <= b.size && (inst.base != .value || a == .i64)
        case .copy:
            isRight = a == .i64 && b == .i64
        case .fill:
            isRight = a == .i64 && b.isInteger
        case .call:
            isRight = inst.type != .i32 && (inst.base.symbol != nil || a == .i64)
                && f.pool[inst.range].allSatisfy { f[$0].type != .i32 }
        case .param:
            isRight = inst.type != .i32 && inst.type != .void
        case .secondResult:
            isRight = inst.previous == inst.a && f[inst.a].op == .call
        case .allocate, .restoreStack, .goto:
            isRight = a == .i64
        case .condbr, .switchOn:
            isRight = a.isInteger
        case .ret:
            isRight = a != .i32 && (inst.b == .none || b == .i64)
        case .const:
            isRight = inst.type == .i64 || inst.type == .i32 && inst.imm == Int64(Int32(truncatingIfNeeded: inst.imm))
        case .fconst, .address, .undef, .saveStack, .frameAddress, .barrier, .phi, .br, .trap, .unreachable:
            isRight = true
        }
        if !isRight { report("v\(value) = \(inst.op) has operands of wrong types") }
    }
}
