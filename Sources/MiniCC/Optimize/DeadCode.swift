/// Removes instructions whose value nobody needs.
enum DeadCode {
    static func run(_ f: inout IRFunction) {
        let isNeeded = needed(f)
        for value in f.insts.keys where f.insts[value].block != .none && !isNeeded[value] {
            f.remove(value)
        }
    }

    private static func needed(_ f: IRFunction) -> Table<IRValue, Bool> {
        var isNeeded = Table<IRValue, Bool>(repeating: false, count: f.insts.count)
        var work: [IRValue] = []
        for value in f.insts.keys where f.insts[value].block != .none && hasEffect(f.insts[value]) {
            isNeeded[value] = true
            work.append(value)
        }
        while let value = work.popLast() {
            f.forEachOperand(f[value]) { operand in
                if !isNeeded[operand] {
                    isNeeded[operand] = true
                    work.append(operand)
                }
            }
        }
        return isNeeded
    }

    /// Whether an instruction must stay though its value is not used.
    static func hasEffect(_ inst: IRInst) -> Bool {
        switch inst.op {
        case .store, .copy, .fill, .allocate, .restoreStack, .barrier: return true
        case .call: return !inst.flags.contains(.pure)
        case .load: return inst.flags.contains(.volatile)
        default: return inst.op.isTerminator
        }
    }
}
