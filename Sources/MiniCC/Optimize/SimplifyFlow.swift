/// Decides branches on constants, drops blocks that nothing reaches, and joins a block with the only one
/// after it.
enum SimplifyFlow {
    static func run(_ f: inout IRFunction) {
        UnreachableEdges.run(&f)
        decideBranches(&f)
        removeUnreachable(&f)
        joinBlocks(&f)
        skipEmptyBlocks(&f)
    }

    /// A block of nothing but phis and a jump gives way to edges that go past it.
    private static func skipEmptyBlocks(_ f: inout IRFunction) {
        var candidates: [IRBlockID] = []
        for index in 1..<max(1, f.blocks.count) where !f.blocks[index].isRemoved && !f.blocks[index].isAddressTaken {
            var value = f.blocks[index].first
            while f[value].op == .phi { value = f[value].next }
            if f[value].op == .br && f[value].c != IRBlockID(index) { candidates.append(IRBlockID(index)) }
        }
        if candidates.isEmpty { return }
        var predecessors = Predecessors(f)
        let uses = PhiUses(f)
        for block in candidates { skip(&f, block, &predecessors, uses) }
    }

    private static func skip(_ f: inout IRFunction, _ block: IRBlockID, _ predecessors: inout Predecessors, _ uses: PhiUses) {
        let target = f[f.blocks[Int(block)].last].c
        // Without phis at the target the code generator jumps past the block anyway.
        guard f[f.blocks[Int(block)].first].op == .phi, f[f.blocks[Int(target)].first].op == .phi, target != block else { return }
        let count = predecessors.count(of: block)
        if count == 0 || count > Predecessors.many || predecessors.count(of: target) > Predecessors.many { return }
        let from = predecessors.of(block)
        for other in from {
            if f[f.blocks[Int(other)].last].op == .goto || predecessors.has(target, other) { return }
        }
        var phi = f.blocks[Int(block)].first
        while f[phi].op == .phi {
            if uses.home(phi) != target { return }
            phi = f[phi].next
        }
        phi = f.blocks[Int(target)].first
        while f[phi].op == .phi {
            let inst = f[phi]
            let list = Int32(truncatingIfNeeded: f.pool.count)
            for k in 0..<Int(inst.count) {
                let source = f.pool[Int(inst.list) + 2 * k]
                let value = f.pool[Int(inst.list) + 2 * k + 1]
                if source != block {
                    f.pool += [source, value]
                } else {
                    for other in from { f.pool += [other, f[value].op == .phi && f[value].block == block ? f.incoming(value, from: other) : value] }
                }
            }
            f[phi].list = list
            f[phi].count = (Int32(truncatingIfNeeded: f.pool.count) - list) / 2
            phi = f[phi].next
        }
        for other in from { f.redirect(other, from: block, to: target) }
        predecessors.replace(block, by: from, in: target)
        while f.blocks[Int(block)].first >= 0 { f.remove(f.blocks[Int(block)].first) }
        f.blocks[Int(block)].isRemoved = true
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

    static func jump(_ f: inout IRFunction, _ terminator: IRValue, to target: IRBlockID) {
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

/// Lists of predecessors that can change.
struct Predecessors {
    /// A block with more predecessors is left alone by passes that look through the list, or a phi's, for each of them.
    static let many = 64

    private struct List {
        var first: Int32 = -1
        var last: Int32 = -1
        var count: Int32 = 0
    }

    private var lists: [List]
    /// The links of all lists.
    private var links: [(block: IRBlockID, next: Int32)] = []

    init(_ f: IRFunction) {
        lists = [List](repeating: List(), count: f.blocks.count)
        links.reserveCapacity(2 * f.blocks.count)
        for index in 0..<f.blocks.count where !f.blocks[index].isRemoved {
            let block = IRBlockID(truncatingIfNeeded: index)
            f.forEachSuccessor(block) {
                let last = lists[Int($0)].last
                if last < 0 || links[Int(last)].block != block { add(block, to: $0) }
            }
        }
    }

    func count(of block: IRBlockID) -> Int { Int(lists[Int(block)].count) }

    func of(_ block: IRBlockID) -> [IRBlockID] {
        var result: [IRBlockID] = []
        result.reserveCapacity(count(of: block))
        var link = lists[Int(block)].first
        while link >= 0 {
            result.append(links[Int(link)].block)
            link = links[Int(link)].next
        }
        return result
    }

    func has(_ block: IRBlockID, _ predecessor: IRBlockID) -> Bool {
        var link = lists[Int(block)].first
        while link >= 0 {
            if links[Int(link)].block == predecessor { return true }
            link = links[Int(link)].next
        }
        return false
    }

    mutating func replace(_ old: IRBlockID, by new: [IRBlockID], in block: IRBlockID) {
        remove(old, from: block)
        for other in new { add(other, to: block) }
        lists[Int(old)] = List()
    }

    mutating func remove(_ old: IRBlockID, from block: IRBlockID) {
        var before: Int32 = -1
        var link = lists[Int(block)].first
        while link >= 0 {
            let next = links[Int(link)].next
            if links[Int(link)].block == old {
                if before >= 0 { links[Int(before)].next = next } else { lists[Int(block)].first = next }
                if next < 0 { lists[Int(block)].last = before }
                lists[Int(block)].count -= 1
            } else {
                before = link
            }
            link = next
        }
    }

    mutating func add(_ new: IRBlockID, to block: IRBlockID) {
        let link = Int32(truncatingIfNeeded: links.count)
        links.append((new, -1))
        let last = lists[Int(block)].last
        if last >= 0 { links[Int(last)].next = link } else { lists[Int(block)].first = link }
        lists[Int(block)].last = link
        lists[Int(block)].count += 1
    }
}

/// Which values are used by nothing but phis on edges out of their own block.
struct PhiUses {
    static let nowhere: IRBlockID = -1
    static let various: IRBlockID = -2
    private var homes: [IRBlockID]

    init(_ f: IRFunction) {
        homes = [IRBlockID](repeating: PhiUses.nowhere, count: f.insts.count)
        for inst in f.insts where inst.block >= 0 {
            if inst.op != .phi {
                f.forEachOperand(inst) { homes[Int($0)] = PhiUses.various }
                continue
            }
            for k in 0..<Int(inst.count) {
                let operand = f.pool[Int(inst.list) + 2 * k + 1]
                let old = homes[Int(operand)]
                let isNear = f[operand].block == f.pool[Int(inst.list) + 2 * k] && (old == PhiUses.nowhere || old == inst.block)
                homes[Int(operand)] = isNear ? inst.block : PhiUses.various
            }
        }
    }

    /// The block with the phis; `various` if there are other uses.
    func home(_ value: IRValue) -> IRBlockID { homes[Int(value)] }
}

extension IRFunction {
    /// All edges from a block to `old` lead to `new`. Phis stay as they are.
    mutating func redirect(_ block: IRBlockID, from old: IRBlockID, to new: IRBlockID) {
        let last = Int(blocks[Int(block)].last)
        switch insts[last].op {
        case .condbr:
            if insts[last].b == old { insts[last].b = new }
        case .switchOn:
            for k in Int(insts[last].list)..<Int(insts[last].list + insts[last].count) where cases[k].block == old { cases[k].block = new }
        case .br:
            break
        default:
            return
        }
        if insts[last].c == old { insts[last].c = new }
    }

    /// What a phi gets on the edge from a block.
    func incoming(_ phi: IRValue, from block: IRBlockID) -> IRValue {
        let inst = self[phi]
        for k in 0..<Int(inst.count) where pool[Int(inst.list) + 2 * k] == block { return pool[Int(inst.list) + 2 * k + 1] }
        return -1
    }

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
