/// Puts an empty block on every edge from a block with several successors to a block with phis and several
/// predecessors: the copies that phis become belong to one edge and need a place.
func splitCriticalEdges(_ f: inout IRFunction) {
    // The block put before a target for the switch at hand; several cases may share it.
    var shared = Table<IRBlockID, IRBlockID>()
    for block in f.blocks.keys where !f.blocks[block].isRemoved {
        let last = f.blocks[block].last
        let inst = f[last]
        switch inst.op {
        case .condbr where inst.then == inst.target:
            f[last].op = .br
            f[last].a = .none
            f[last].then = .none
        case .condbr:
            if needsSplit(f, inst.then) { f[last].then = splitEdge(&f, from: block, to: inst.then) }
            if needsSplit(f, inst.target) { f[last].target = splitEdge(&f, from: block, to: inst.target) }
        case .switchOn:
            if shared.isEmpty { shared = Table<IRBlockID, IRBlockID>(repeating: .none, count: f.blocks.count) }
            var targets = [inst.target]
            for k in inst.range { targets.append(f.cases[k].block) }
            for target in targets where needsSplit(f, target) && shared[target] == .none {
                shared[target] = splitEdge(&f, from: block, to: target)
            }
            if shared[inst.target] != .none { f[last].target = shared[inst.target] }
            for k in inst.range {
                let middle = shared[f.cases[k].block]
                if middle != .none { f.cases[k].block = middle }
            }
            for target in targets { shared[target] = .none }
        default:
            break
        }
    }
}

private func needsSplit(_ f: IRFunction, _ target: IRBlockID) -> Bool {
    let first = f.blocks[target].first
    return f[first].op == .phi && f[first].count > 1
}

/// A new block between `from` and `to`; the phis of `to` take the value of `from` from it.
private func splitEdge(_ f: inout IRFunction, from: IRBlockID, to: IRBlockID) -> IRBlockID {
    let middle = f.newBlock()
    var jump = IRInst(.br)
    jump.target = to
    f.append(f.make(jump), to: middle)
    var value = f.blocks[to].first
    while value != .none && f[value].op == .phi {
        for k in f[value].range where f.pairs[k].from == from { f.pairs[k].from = middle }
        value = f[value].next
    }
    return middle
}
