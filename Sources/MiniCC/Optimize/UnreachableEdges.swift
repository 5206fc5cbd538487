/// A branch to code that is never reached goes the other way, as it does with other compilers: programs that break
/// their own __builtin_unreachable go on as if nothing had been said. What is left of such code traps.
enum UnreachableEdges {
    static func run(_ f: inout IRFunction) {
        for block in f.blocks.keys where !f.blocks[block].isRemoved {
            let last = f.blocks[block].last
            guard last != .none else { continue }
            switch f[last].op {
            case .condbr:
                guard f[last].then != f[last].target else { continue }
                if isDead(f, f[last].then) {
                    f.removeIncoming(f[last].then, from: block)
                    SimplifyFlow.jump(&f, last, to: f[last].target)
                } else if isDead(f, f[last].target) {
                    f.removeIncoming(f[last].target, from: block)
                    SimplifyFlow.jump(&f, last, to: f[last].then)
                }
            case .switchOn:
                dropCases(&f, last)
            default:
                break
            }
        }
    }

    /// Cases of the default need no names; a default that is never reached traps.
    private static func dropCases(_ f: inout IRFunction, _ value: IRValue) {
        let list = Int(f[value].list)
        var kept = 0
        for k in list..<list + Int(f[value].count) {
            if f.cases[k].block != f[value].target && isDead(f, f.cases[k].block) {
                f.removeIncoming(f.cases[k].block, from: f[value].block)
                continue
            }
            f.cases[list + kept] = f.cases[k]
            kept += 1
        }
        f[value].count = Int32(truncatingIfNeeded: kept)
    }

    /// Whether a block does nothing before it is unreachable.
    private static func isDead(_ f: IRFunction, _ block: IRBlockID) -> Bool {
        guard !f.blocks[block].isAddressTaken else { return false }
        var value = f.blocks[block].first
        while f[value].op != .unreachable {
            if f[value].op.isTerminator || DeadCode.hasEffect(f[value]) { return false }
            value = f[value].next
        }
        return true
    }
}
