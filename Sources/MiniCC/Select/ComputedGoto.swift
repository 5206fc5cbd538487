/// Gives `goto *p` a shape that later steps can treat like any other: one block of the function does the
/// indirect jump, and a block whose address is taken is entered in no other way.
func normalizeComputedGoto(_ f: inout IRFunction) {
    var jumps: [IRValue] = []
    for block in f.blocks where !block.isRemoved && block.last >= 0 && f[block.last].op == .goto { jumps.append(block.last) }
    if !f.blocks.contains(where: { $0.isAddressTaken && !$0.isRemoved }) {
        // Nothing to jump to: the jump cannot be reached in a correct program.
        for jump in jumps {
            f[jump].op = .unreachable
            f[jump].a = -1
        }
        return
    }
    if jumps.count > 1 {
        let dispatch = f.newBlock()
        let target = f.phi(.i64, in: dispatch, jumps.map { (f[$0].block, f[$0].a) })
        for jump in jumps {
            f[jump].op = .br
            f[jump].c = dispatch
            f[jump].a = -1
        }
        var inst = IRInst(.goto)
        inst.a = target
        f.append(f.make(inst), to: dispatch)
    }
    // The label moves to a block in front of the old one; whoever names the label as a value names the new block.
    var landing = [IRBlockID](repeating: -1, count: f.blocks.count)
    for index in 0..<landing.count where f.blocks[index].isAddressTaken && !f.blocks[index].isRemoved {
        let front = f.newBlock()
        f.blocks[index].isAddressTaken = false
        f.blocks[Int(front)].isAddressTaken = true
        var jump = IRInst(.br)
        jump.c = IRBlockID(index)
        f.append(f.make(jump), to: front)
        landing[index] = front
    }
    for index in 0..<f.insts.count where f.insts[index].op == .address && f.insts[index].base == .block {
        f.insts[index].c = landing[Int(f.insts[index].c)]
    }
    for index in f.objects.indices {
        f.objects[index].mapLabels { landing[Int($0)] < 0 ? f.symbol : ~landing[Int($0)] }
    }
}
