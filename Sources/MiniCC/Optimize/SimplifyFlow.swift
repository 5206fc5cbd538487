/// Decides branches on constants, drops blocks that nothing reaches, and joins a block with the only one
/// after it.
enum SimplifyFlow {
    static func run(_ f: inout IRFunction) {
        decideBranches(&f)
        removeUnreachable(&f)
        joinBlocks(&f)
    }

    private static func decideBranches(_ f: inout IRFunction) {
        for index in 0..<f.blocks.count where !f.blocks[index].isRemoved {
            let last = f.blocks[index].last
            let inst = f[last]
            let block = IRBlockID(index)
            switch inst.op {
            case .condbr:
                if inst.b == inst.c {
                    jump(&f, last, to: inst.b)
                } else if f[inst.a].op == .const {
                    let isTaken = f[inst.a].imm != 0
                    f.removeIncoming(isTaken ? inst.c : inst.b, from: block)
                    jump(&f, last, to: isTaken ? inst.b : inst.c)
                }
            case .switchOn:
                guard inst.count == 0 || f[inst.a].op == .const else { continue }
                var target = inst.c
                for k in Int(inst.list)..<Int(inst.list + inst.count) where f.cases[k].value == f[inst.a].imm { target = f.cases[k].block }
                for k in Int(inst.list)..<Int(inst.list + inst.count) where f.cases[k].block != target {
                    f.removeIncoming(f.cases[k].block, from: block)
                }
                if inst.c != target { f.removeIncoming(inst.c, from: block) }
                jump(&f, last, to: target)
            default:
                break
            }
        }
    }

    private static func jump(_ f: inout IRFunction, _ terminator: IRValue, to target: IRBlockID) {
        f[terminator].op = .br
        f[terminator].a = -1
        f[terminator].b = -1
        f[terminator].c = target
        f[terminator].count = 0
        f[terminator].flags = []
    }

    static func removeUnreachable(_ f: inout IRFunction) {
        var isReached = [Bool](repeating: false, count: f.blocks.count)
        var work: [IRBlockID] = [IRFunction.entry]
        isReached[0] = true
        while let block = work.popLast() {
            f.forEachSuccessor(block) {
                if !isReached[Int($0)] {
                    isReached[Int($0)] = true
                    work.append($0)
                }
            }
        }
        for index in 0..<f.blocks.count where !isReached[index] && !f.blocks[index].isRemoved {
            f.forEachSuccessor(IRBlockID(index)) { target in
                if isReached[Int(target)] { work.append(target) }
            }
            while let target = work.popLast() { f.removeIncoming(target, from: IRBlockID(index)) }
            var value = f.blocks[index].first
            while value >= 0 {
                f[value].block = -1
                value = f[value].next
            }
            f.blocks[index].isRemoved = true
            f.blocks[index].first = -1
            f.blocks[index].last = -1
        }
    }

    private static func joinBlocks(_ f: inout IRFunction) {
        var predecessors = [Int32](repeating: 0, count: f.blocks.count)
        predecessors[0] = 1
        for index in 0..<f.blocks.count where !f.blocks[index].isRemoved {
            f.forEachSuccessor(IRBlockID(index)) { predecessors[Int($0)] += 1 }
        }
        var forward: [IRValue] = []
        var targets: [IRBlockID] = []
        for index in 0..<f.blocks.count where !f.blocks[index].isRemoved {
            while true {
                let last = f.blocks[index].last
                let next = f[last].c
                guard f[last].op == .br, Int(next) != index, predecessors[Int(next)] == 1, next != IRFunction.entry,
                      !f.blocks[Int(next)].isAddressTaken else { break }
                f.remove(last)
                var value = f.blocks[Int(next)].first
                while value >= 0 {
                    let following = f[value].next
                    if f[value].op == .phi {
                        // One predecessor, one value.
                        if forward.isEmpty { forward = [IRValue](repeating: -1, count: f.insts.count) }
                        forward[Int(value)] = f.pool[Int(f[value].list) + 1]
                        f[value].block = -1
                    } else {
                        f.append(value, to: IRBlockID(index))
                    }
                    value = following
                }
                f.blocks[Int(next)].first = -1
                f.blocks[Int(next)].last = -1
                f.blocks[Int(next)].isRemoved = true
                targets.removeAll(keepingCapacity: true)
                f.forEachSuccessor(IRBlockID(index)) { targets.append($0) }
                for target in targets { renameIncoming(&f, target, from: next, to: IRBlockID(index)) }
            }
        }
        if !forward.isEmpty { f.replaceAll(forward) }
    }

    private static func renameIncoming(_ f: inout IRFunction, _ block: IRBlockID, from: IRBlockID, to: IRBlockID) {
        var value = f.blocks[Int(block)].first
        while value >= 0 && f[value].op == .phi {
            let list = Int(f[value].list)
            for k in 0..<Int(f[value].count) where f.pool[list + 2 * k] == from { f.pool[list + 2 * k] = to }
            value = f[value].next
        }
    }
}

extension IRFunction {
    /// The edge from `from` to `block` is gone: phis lose its value.
    mutating func removeIncoming(_ block: IRBlockID, from: IRBlockID) {
        var value = blocks[Int(block)].first
        while value >= 0 && self[value].op == .phi {
            let list = Int(self[value].list)
            let count = Int(self[value].count)
            for k in 0..<count where pool[list + 2 * k] == from {
                pool[list + 2 * k] = pool[list + 2 * (count - 1)]
                pool[list + 2 * k + 1] = pool[list + 2 * (count - 1) + 1]
                self[value].count -= 1
                break
            }
            value = self[value].next
        }
    }

    /// Operands that have an entry in `forward` are replaced by it, as often as it takes.
    mutating func replaceAll(_ forward: [IRValue]) {
        for index in 0..<insts.count where insts[index].block >= 0 {
            mapOperands(IRValue(truncatingIfNeeded: index)) { operand in
                var operand = operand
                while Int(operand) < forward.count && forward[Int(operand)] >= 0 { operand = forward[Int(operand)] }
                return operand
            }
        }
    }
}
