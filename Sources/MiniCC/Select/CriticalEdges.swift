/// Puts an empty block on every edge from a block with several successors to a block with phis and several
/// predecessors: the copies that phis become belong to one edge and need a place.
func splitCriticalEdges(_ f: inout IRFunction) {
    // The block put before a target for the switch at hand; several cases may share it.
    var shared: [IRBlockID] = []
    for index in 0..<f.blocks.count where !f.blocks[index].isRemoved {
        let block = IRBlockID(index)
        let last = f.blocks[index].last
        let inst = f[last]
        switch inst.op {
        case .condbr where inst.b == inst.c:
            f[last].op = .br
            f[last].a = -1
            f[last].b = -1
        case .condbr:
            if needsSplit(f, inst.b) { f[last].b = splitEdge(&f, from: block, to: inst.b) }
            if needsSplit(f, inst.c) { f[last].c = splitEdge(&f, from: block, to: inst.c) }
        case .switchOn:
            if shared.isEmpty { shared = [IRBlockID](repeating: -1, count: f.blocks.count) }
            var targets = [inst.c]
            for k in Int(inst.list)..<Int(inst.list + inst.count) { targets.append(f.cases[k].block) }
            for target in targets where needsSplit(f, target) && shared[Int(target)] < 0 {
                shared[Int(target)] = splitEdge(&f, from: block, to: target)
            }
            if shared[Int(inst.c)] >= 0 { f[last].c = shared[Int(inst.c)] }
            for k in Int(inst.list)..<Int(inst.list + inst.count) {
                let middle = shared[Int(f.cases[k].block)]
                if middle >= 0 { f.cases[k].block = middle }
            }
            for target in targets { shared[Int(target)] = -1 }
        default:
            break
        }
    }
}

private func needsSplit(_ f: IRFunction, _ target: IRBlockID) -> Bool {
    let first = f.blocks[Int(target)].first
    return f[first].op == .phi && f[first].count > 1
}

/// A new block between `from` and `to`; the phis of `to` take the value of `from` from it.
private func splitEdge(_ f: inout IRFunction, from: IRBlockID, to: IRBlockID) -> IRBlockID {
    let middle = f.newBlock()
    var jump = IRInst(.br)
    jump.c = to
    f.append(f.make(jump), to: middle)
    var value = f.blocks[Int(to)].first
    while value >= 0 && f[value].op == .phi {
        let list = Int(f[value].list)
        for k in 0..<Int(f[value].count) where f.pool[list + 2 * k] == from { f.pool[list + 2 * k] = middle }
        value = f[value].next
    }
    return middle
}
