/// `while (c) { … }` becomes `if (c) do { … } while (c)`: the test at the top of a loop is copied in front
/// of it. The body then runs at least once where it begins, so that what does not change in the loop can
/// be computed in front of it, and a turn takes one jump. Runs before variables become SSA values.
enum LoopInversion {
    /// Longer tests are not copied.
    private static let limit = 16

    static func run(_ f: inout IRFunction) {
        let flow = ControlFlow(f)
        if !flow.hasBackEdge { return }
        let dominators = Dominators(f, flow)
        let loops = Loops(f, flow, dominators)
        if loops.loops.isEmpty { return }
        let escapes = valuesUsedElsewhere(f, flow)
        for loop in loops.loops.rows { invert(&f, loop, loops, flow, dominators, escapes) }
    }

    private static func valuesUsedElsewhere(_ f: IRFunction, _ flow: ControlFlow) -> Table<IRValue, Bool> {
        var escapes = Table<IRValue, Bool>(repeating: false, count: f.insts.count)
        for block in flow.order {
            var value = f.blocks[block].first
            while value != .none {
                let inst = f[value]
                f.forEachOperand(inst) { if f[$0].block != block || inst.op == .phi { escapes[$0] = true } }
                value = inst.next
            }
        }
        return escapes
    }

    private static func invert(_ f: inout IRFunction, _ loop: Loops.Loop, _ loops: Loops, _ flow: ControlFlow,
                               _ dominators: Dominators, _ escapes: Table<IRValue, Bool>) {
        let header = loop.header
        let test = f[f.blocks[header].last]
        guard header != IRFunction.entry, test.op == .condbr, !f.blocks[header].isAddressTaken else { return }
        let depth = Int(loop.depth)
        guard (loops.depth(test.then) < depth) != (loops.depth(test.target) < depth), test.then != header, test.target != header else { return }
        var outside: IRBlockID = .none
        for k in flow.predecessorRange(header) where !dominators.dominates(header, flow.predecessors[k]) {
            if outside != .none { return }
            outside = flow.predecessors[k]
        }
        guard outside != .none, f[f.blocks[outside].last].op == .br else { return }
        // The targets get an edge more; a phi there would need a value more.
        guard f[f.blocks[test.then].first].op != .phi, f[f.blocks[test.target].first].op != .phi else { return }
        var length = 0
        var value = f.blocks[header].first
        while value != .none {
            length += 1
            switch f[value].op {
            case .phi, .call, .secondResult, .allocate, .saveStack, .restoreStack: return
            default: break
            }
            // Newer values than the survey knows: this header just took another loop's test.
            if !escapes.has(value) || escapes[value] || length > limit { return }
            value = f[value].next
        }
        copyTest(&f, header, to: outside)
    }

    private static func copyTest(_ f: inout IRFunction, _ header: IRBlockID, to outside: IRBlockID) {
        f.remove(f.blocks[outside].last)
        var copies: [(old: IRValue, new: IRValue)] = []
        var value = f.blocks[header].first
        while value != .none {
            let copy = f.make(f[value])
            f.append(copy, to: outside)
            f.mapOperands(copy) { operand in copies.last { $0.old == operand }?.new ?? operand }
            copies.append((value, copy))
            value = f[value].next
        }
    }
}
