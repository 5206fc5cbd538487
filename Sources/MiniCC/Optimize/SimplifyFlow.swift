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
        for block in f.blocks.keys.dropFirst() where !f.blocks[block].isRemoved && !f.blocks[block].isAddressTaken {
            var value = f.blocks[block].first
            while f[value].op == .phi { value = f[value].next }
            if f[value].op == .br && f[value].target != block { candidates.append(block) }
        }
        if candidates.isEmpty { return }
        var predecessors = Predecessors(f)
        let uses = PhiUses(f)
        for block in candidates { skip(&f, block, &predecessors, uses) }
    }

    private static func skip(_ f: inout IRFunction, _ block: IRBlockID, _ predecessors: inout Predecessors, _ uses: PhiUses) {
        let target = f[f.blocks[block].last].target
        // Without phis at the target the code generator jumps past the block anyway.
        guard f[f.blocks[block].first].op == .phi, f[f.blocks[target].first].op == .phi, target != block else { return }
        let count = predecessors.count(of: block)
        if count == 0 || count > Predecessors.many || predecessors.count(of: target) > Predecessors.many { return }
        let from = predecessors.of(block)
        for other in from {
            if f[f.blocks[other].last].op == .goto || predecessors.has(target, other) { return }
        }
        var phi = f.blocks[block].first
        while f[phi].op == .phi {
            if uses.home(phi) != target { return }
            phi = f[phi].next
        }
        phi = f.blocks[target].first
        while f[phi].op == .phi {
            let inst = f[phi]
            let start = f.pairs.count
            // By number: the list grows meanwhile.
            for k in inst.range {
                let pair = f.pairs[k]
                if pair.from != block {
                    f.pairs.append(pair)
                    continue
                }
                let isInside = f[pair.value].op == .phi && f[pair.value].block == block
                for other in from {
                    f.pairs.append(IRIncoming(from: other, value: isInside ? f.incoming(pair.value, from: other) : pair.value))
                }
            }
            f[phi].setRange(start..<f.pairs.count)
            phi = f[phi].next
        }
        for other in from { f.redirect(other, from: block, to: target) }
        predecessors.replace(block, by: from, in: target)
        while f.blocks[block].first != .none { f.remove(f.blocks[block].first) }
        f.blocks[block].isRemoved = true
    }

    private static func decideBranches(_ f: inout IRFunction) {
        for block in f.blocks.keys where !f.blocks[block].isRemoved {
            let last = f.blocks[block].last
            let inst = f[last]
            switch inst.op {
            case .condbr:
                if inst.then == inst.target {
                    jump(&f, last, to: inst.then)
                } else if f[inst.a].op == .const {
                    let isTaken = f[inst.a].imm != 0
                    f.removeIncoming(isTaken ? inst.target : inst.then, from: block)
                    jump(&f, last, to: isTaken ? inst.then : inst.target)
                }
            case .switchOn:
                guard inst.count == 0 || f[inst.a].op == .const else { continue }
                var target = inst.target
                for k in inst.range where f.cases[k].value == f[inst.a].imm { target = f.cases[k].block }
                for k in inst.range where f.cases[k].block != target {
                    f.removeIncoming(f.cases[k].block, from: block)
                }
                if inst.target != target { f.removeIncoming(inst.target, from: block) }
                jump(&f, last, to: target)
            default:
                break
            }
        }
    }

    static func jump(_ f: inout IRFunction, _ terminator: IRValue, to target: IRBlockID) {
        f[terminator].op = .br
        f[terminator].a = .none
        f[terminator].then = .none
        f[terminator].target = target
        f[terminator].count = 0
        f[terminator].flags = []
    }

    static func removeUnreachable(_ f: inout IRFunction) {
        var isReached = Table<IRBlockID, Bool>(repeating: false, count: f.blocks.count)
        var work: [IRBlockID] = [IRFunction.entry]
        isReached[IRFunction.entry] = true
        while let block = work.popLast() {
            f.forEachSuccessor(block) {
                if !isReached[$0] {
                    isReached[$0] = true
                    work.append($0)
                }
            }
        }
        for block in f.blocks.keys where !isReached[block] && !f.blocks[block].isRemoved {
            f.forEachSuccessor(block) { target in
                if isReached[target] { work.append(target) }
            }
            while let target = work.popLast() { f.removeIncoming(target, from: block) }
            var value = f.blocks[block].first
            while value != .none {
                f[value].block = .none
                value = f[value].next
            }
            f.blocks[block].isRemoved = true
            f.blocks[block].first = .none
            f.blocks[block].last = .none
        }
    }

    private static func joinBlocks(_ f: inout IRFunction) {
        var predecessors = Table<IRBlockID, Int32>(repeating: 0, count: f.blocks.count)
        predecessors[IRFunction.entry] = 1
        for block in f.blocks.keys where !f.blocks[block].isRemoved {
            f.forEachSuccessor(block) { predecessors[$0] += 1 }
        }
        var forward = ValueMap()
        var targets: [IRBlockID] = []
        for block in f.blocks.keys where !f.blocks[block].isRemoved {
            while true {
                let last = f.blocks[block].last
                let next = f[last].target
                guard f[last].op == .br, next != block, predecessors[next] == 1, next != IRFunction.entry,
                      !f.blocks[next].isAddressTaken else { break }
                f.remove(last)
                var value = f.blocks[next].first
                while value != .none {
                    let following = f[value].next
                    if f[value].op == .phi {
                        // One predecessor, one value.
                        if forward.isEmpty { forward = ValueMap(repeating: .none, count: f.insts.count) }
                        forward[value] = f.pairs[Int(f[value].list)].value
                        f[value].block = .none
                    } else {
                        f.append(value, to: block)
                    }
                    value = following
                }
                f.blocks[next].first = .none
                f.blocks[next].last = .none
                f.blocks[next].isRemoved = true
                targets.removeAll(keepingCapacity: true)
                f.forEachSuccessor(block) { targets.append($0) }
                for target in targets { renameIncoming(&f, target, from: next, to: block) }
            }
        }
        if !forward.isEmpty { f.replaceAll(forward) }
    }

    private static func renameIncoming(_ f: inout IRFunction, _ block: IRBlockID, from: IRBlockID, to: IRBlockID) {
        var value = f.blocks[block].first
        while value != .none && f[value].op == .phi {
            for k in f[value].range where f.pairs[k].from == from { f.pairs[k].from = to }
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

    private var lists: Table<IRBlockID, List>
    /// The links of all lists.
    private var links: [(block: IRBlockID, next: Int32)] = []

    init(_ f: IRFunction) {
        lists = Table(repeating: List(), count: f.blocks.count)
        links.reserveCapacity(2 * f.blocks.count)
        for block in f.blocks.keys where !f.blocks[block].isRemoved {
            f.forEachSuccessor(block) {
                let last = lists[$0].last
                if last < 0 || links[Int(last)].block != block { add(block, to: $0) }
            }
        }
    }

    func count(of block: IRBlockID) -> Int { Int(lists[block].count) }

    func of(_ block: IRBlockID) -> [IRBlockID] {
        var result: [IRBlockID] = []
        result.reserveCapacity(count(of: block))
        var link = lists[block].first
        while link >= 0 {
            result.append(links[Int(link)].block)
            link = links[Int(link)].next
        }
        return result
    }

    func has(_ block: IRBlockID, _ predecessor: IRBlockID) -> Bool {
        var link = lists[block].first
        while link >= 0 {
            if links[Int(link)].block == predecessor { return true }
            link = links[Int(link)].next
        }
        return false
    }

    mutating func replace(_ old: IRBlockID, by new: [IRBlockID], in block: IRBlockID) {
        remove(old, from: block)
        for other in new { add(other, to: block) }
        lists[old] = List()
    }

    mutating func remove(_ old: IRBlockID, from block: IRBlockID) {
        var before: Int32 = -1
        var link = lists[block].first
        while link >= 0 {
            let next = links[Int(link)].next
            if links[Int(link)].block == old {
                if before >= 0 { links[Int(before)].next = next } else { lists[block].first = next }
                if next < 0 { lists[block].last = before }
                lists[block].count -= 1
            } else {
                before = link
            }
            link = next
        }
    }

    mutating func add(_ new: IRBlockID, to block: IRBlockID) {
        let link = Int32(truncatingIfNeeded: links.count)
        links.append((new, -1))
        let last = lists[block].last
        if last >= 0 { links[Int(last)].next = link } else { lists[block].first = link }
        lists[block].last = link
        lists[block].count += 1
    }
}

/// Which values are used by nothing but phis on edges out of their own block.
struct PhiUses {
    static let nowhere = IRBlockID.none
    static let various = IRBlockID(raw: -2)
    private var homes: Table<IRValue, IRBlockID>

    init(_ f: IRFunction) {
        homes = Table(repeating: PhiUses.nowhere, count: f.insts.count)
        for inst in f.insts.rows where inst.block != .none {
            if inst.op != .phi {
                f.forEachOperand(inst) { homes[$0] = PhiUses.various }
                continue
            }
            for pair in f.pairs[inst.range] {
                let operand = pair.value
                let old = homes[operand]
                let isNear = f[operand].block == pair.from && (old == PhiUses.nowhere || old == inst.block)
                homes[operand] = isNear ? inst.block : PhiUses.various
            }
        }
    }

    /// The block with the phis; `various` if there are other uses.
    func home(_ value: IRValue) -> IRBlockID { homes[value] }
}

extension IRFunction {
    /// All edges from a block to `old` lead to `new`. Phis stay as they are.
    mutating func redirect(_ block: IRBlockID, from old: IRBlockID, to new: IRBlockID) {
        let last = blocks[block].last
        switch insts[last].op {
        case .condbr:
            if insts[last].then == old { insts[last].then = new }
        case .switchOn:
            for k in insts[last].range where cases[k].block == old { cases[k].block = new }
        case .br:
            break
        default:
            return
        }
        if insts[last].target == old { insts[last].target = new }
    }

    /// What a phi gets on the edge from a block.
    func incoming(_ phi: IRValue, from block: IRBlockID) -> IRValue {
        for pair in pairs[self[phi].range] where pair.from == block { return pair.value }
        return .none
    }

    /// The edge from `from` to `block` is gone: phis lose its value.
    mutating func removeIncoming(_ block: IRBlockID, from: IRBlockID) {
        var value = blocks[block].first
        while value != .none && self[value].op == .phi {
            let range = self[value].range
            for k in range where pairs[k].from == from {
                pairs[k] = pairs[range.upperBound - 1]
                self[value].count -= 1
                break
            }
            value = self[value].next
        }
    }

    /// Operands that have an entry in `forward` are replaced by it, as often as it takes.
    mutating func replaceAll(_ forward: ValueMap) {
        for value in insts.keys where insts[value].block != .none {
            mapOperands(value) { operand in
                var operand = operand
                while forward.has(operand) && forward[operand] != .none { operand = forward[operand] }
                return operand
            }
        }
    }
}
