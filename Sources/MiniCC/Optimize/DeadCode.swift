/// Removes instructions whose value nobody needs.
enum DeadCode {
    static func run(_ f: inout IRFunction) {
        let isNeeded = needed(f)
        for index in 0..<f.insts.count where f.insts[index].block >= 0 && !isNeeded[index] {
            f.remove(IRValue(truncatingIfNeeded: index))
        }
    }

    private static func needed(_ f: IRFunction) -> [Bool] {
        var isNeeded = [Bool](repeating: false, count: f.insts.count)
        var work: [IRValue] = []
        for index in 0..<f.insts.count where f.insts[index].block >= 0 && hasEffect(f.insts[index]) {
            isNeeded[index] = true
            work.append(IRValue(truncatingIfNeeded: index))
        }
        while let value = work.popLast() {
            f.forEachOperand(f[value]) { operand in
                if !isNeeded[Int(operand)] {
                    isNeeded[Int(operand)] = true
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
