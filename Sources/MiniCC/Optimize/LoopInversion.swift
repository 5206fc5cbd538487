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
        for loop in loops.loops { invert(&f, loop, loops, flow, dominators, escapes) }
    }

    private static func valuesUsedElsewhere(_ f: IRFunction, _ flow: ControlFlow) -> [Bool] {
        var escapes = [Bool](repeating: false, count: f.insts.count)
        for block in flow.order {
            var value = f.blocks[Int(block)].first
            while value >= 0 {
                let inst = f[value]
                f.forEachOperand(inst) { if f[$0].block != block || inst.op == .phi { escapes[Int($0)] = true } }
                value = inst.next
            }
        }
        return escapes
    }

    private static func invert(_ f: inout IRFunction, _ loop: Loops.Loop, _ loops: Loops, _ flow: ControlFlow,
                               _ dominators: Dominators, _ escapes: [Bool]) {
        let header = loop.header
        let test = f[f.blocks[Int(header)].last]
        guard header != IRFunction.entry, test.op == .condbr, !f.blocks[Int(header)].isAddressTaken else { return }
        let depth = Int(loop.depth)
        guard (loops.depth(test.b) < depth) != (loops.depth(test.c) < depth), test.b != header, test.c != header else { return }
        var outside: IRBlockID = -1
        for k in flow.predecessorRange(header) where !dominators.dominates(header, flow.predecessors[k]) {
            if outside >= 0 { return }
            outside = flow.predecessors[k]
        }
        guard outside >= 0, f[f.blocks[Int(outside)].last].op == .br else { return }
        // The targets get an edge more; a phi there would need a value more.
        guard f[f.blocks[Int(test.b)].first].op != .phi, f[f.blocks[Int(test.c)].first].op != .phi else { return }
        var length = 0
        var value = f.blocks[Int(header)].first
        while value >= 0 {
            length += 1
            switch f[value].op {
            case .phi, .call, .secondResult, .allocate, .saveStack, .restoreStack: return
            default: break
            }
            // Newer values than the survey knows: this header just took another loop's test.
            if Int(value) >= escapes.count || escapes[Int(value)] || length > limit { return }
            value = f[value].next
        }
        copyTest(&f, header, to: outside)
    }

    private static func copyTest(_ f: inout IRFunction, _ header: IRBlockID, to outside: IRBlockID) {
        f.remove(f.blocks[Int(outside)].last)
        var copies: [(old: IRValue, new: IRValue)] = []
        var value = f.blocks[Int(header)].first
        while value >= 0 {
            let copy = f.make(f[value])
            f.append(copy, to: outside)
            f.mapOperands(copy) { operand in copies.last { $0.old == operand }?.new ?? operand }
            copies.append((value, copy))
            value = f[value].next
        }
    }
}
