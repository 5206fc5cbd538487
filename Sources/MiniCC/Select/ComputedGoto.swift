/// Gives `goto *p` a shape that later steps can treat like any other: one block of the function does the
/// indirect jump, and a block whose address is taken is entered in no other way.
func normalizeComputedGoto(_ f: inout IRFunction) {
    var jumps: [IRValue] = []
    for block in f.blocks.rows where !block.isRemoved && block.last != .none && f[block.last].op == .goto { jumps.append(block.last) }
    if !f.blocks.rows.contains(where: { $0.isAddressTaken && !$0.isRemoved }) {
        // Nothing to jump to: the jump cannot be reached in a correct program.
        for jump in jumps {
            f[jump].op = .unreachable
            f[jump].a = .none
        }
        return
    }
    if jumps.count > 1 {
        let dispatch = f.newBlock()
        let target = f.phi(.i64, in: dispatch, jumps.map { IRIncoming(from: f[$0].block, value: f[$0].a) })
        for jump in jumps {
            f[jump].op = .br
            f[jump].target = dispatch
            f[jump].a = .none
        }
        var inst = IRInst(.goto)
        inst.a = target
        f.append(f.make(inst), to: dispatch)
    }
    // The label moves to a block in front of the old one; whoever names the label as a value names the new block.
    var landing = Table<IRBlockID, IRBlockID>(repeating: .none, count: f.blocks.count)
    for block in landing.keys where f.blocks[block].isAddressTaken && !f.blocks[block].isRemoved {
        let front = f.newBlock()
        f.blocks[block].isAddressTaken = false
        f.blocks[front].isAddressTaken = true
        var jump = IRInst(.br)
        jump.target = block
        f.append(f.make(jump), to: front)
        landing[block] = front
    }
    for value in f.insts.keys where f[value].op == .address {
        if case .block(let block) = f[value].base { f[value].base = .block(landing[block]) }
    }
    for index in f.objects.indices {
        f.objects[index].mapLabels { landing[$0] == .none ? f.symbol.raw : ~landing[$0].raw }
    }
}
