/// A block that only looks at what it was given by way of phis, and branches on it, is passed by where that
/// is a constant: the block before jumps to where the branch would lead. So `a && b`, or a call that was
/// replaced by its body, is not turned into 0 or 1 and tested again.
struct ThreadJumps {
    private static let longestBlock = 6

    private var predecessors: Predecessors
    /// Whether a value is used outside its block in another way than by phis on edges out of it.
    private let escapes: Table<IRValue, Bool>

    static func run(_ f: inout IRFunction) {
        if !f.insts.rows.contains(where: { $0.op == .phi && $0.block != .none }) { return }
        var pass = ThreadJumps(f)
        for block in f.blocks.keys where !f.blocks[block].isRemoved { pass.thread(&f, block) }
    }

    private init(_ f: IRFunction) {
        predecessors = Predecessors(f)
        var escapes = Table<IRValue, Bool>(repeating: false, count: f.insts.count)
        for inst in f.insts.rows where inst.block != .none {
            if inst.op != .phi {
                f.forEachOperand(inst) { if f[$0].block != inst.block { escapes[$0] = true } }
                continue
            }
            for pair in f.pairs[inst.range] where f[pair.value].block != pair.from { escapes[pair.value] = true }
        }
        self.escapes = escapes
    }

    private mutating func thread(_ f: inout IRFunction, _ block: IRBlockID) {
        let last = f.blocks[block].last
        guard f[last].op == .condbr, f[last].then != f[last].target, f[f.blocks[block].first].op == .phi,
              !f.blocks[block].isAddressTaken, predecessors.count(of: block) <= Predecessors.many,
              isTransparent(f, block) else { return }
        for from in predecessors.of(block) where from != block {
            let jump = f.blocks[from].last
            guard f[jump].op == .br || f[jump].op == .condbr && f[jump].then != f[jump].target,
                  let condition = evaluate(f, block, from) else { continue }
            let target = condition != 0 ? f[last].then : f[last].target
            guard target != block, predecessors.count(of: target) <= Predecessors.many, !predecessors.has(target, from),
                  passOn(&f, from, block, target) else { continue }
            f.redirect(from, from: block, to: target)
            f.removeIncoming(block, from: from)
            predecessors.remove(from, from: block)
            predecessors.add(from, to: target)
        }
    }

    /// Whether the block computes nothing that others see, but by phis.
    private func isTransparent(_ f: IRFunction, _ block: IRBlockID) -> Bool {
        var value = f.blocks[block].first
        var length = 0
        while value != f.blocks[block].last {
            if escapes[value] { return false }
            switch f[value].op {
            case .phi: break
            case .const, .trunc, .sext32, .zext32, .icmp: length += 1
            default: return false
            }
            if length > ThreadJumps.longestBlock { return false }
            value = f[value].next
        }
        return true
    }

    /// What the block's branch tests, when it is entered from `from`; nil when that is not constant.
    private func evaluate(_ f: IRFunction, _ block: IRBlockID, _ from: IRBlockID) -> Int64? {
        func constant(_ value: IRValue) -> Int64? {
            let inst = f[value]
            switch inst.op {
            case .const:
                return inst.imm
            case .phi where inst.block == block:
                let incoming = f.incoming(value, from: from)
                return incoming != .none && f[incoming].op == .const ? f[incoming].imm : nil
            case .trunc where inst.block == block:
                return constant(inst.a).map { Int64(Int32(truncatingIfNeeded: $0)) }
            case .sext32 where inst.block == block:
                return constant(inst.a)
            case .zext32 where inst.block == block:
                return constant(inst.a).map { $0 & 0xFFFF_FFFF }
            case .icmp where inst.block == block:
                guard let a = constant(inst.a), let b = constant(inst.b) else { return nil }
                return Fold.holds(inst.condition, a, b) ? 1 : 0
            default:
                return nil
            }
        }
        return constant(f[f.blocks[block].last].a)
    }

    /// Gives the phis of `target` what they get from `block`, for an edge from `from`. False if that is not to be had.
    private func passOn(_ f: inout IRFunction, _ from: IRBlockID, _ block: IRBlockID, _ target: IRBlockID) -> Bool {
        var values: [IRValue] = []
        var phi = f.blocks[target].first
        while f[phi].op == .phi {
            var value = f.incoming(phi, from: block)
            if value == .none { return false }
            if f[value].block == block {
                if f[value].op != .phi { return false }
                value = f.incoming(value, from: from)
                if value == .none { return false }
            }
            values.append(value)
            phi = f[phi].next
        }
        phi = f.blocks[target].first
        for value in values {
            let inst = f[phi]
            let list = f.pairs.count
            for k in inst.range { f.pairs.append(f.pairs[k]) }
            f.pairs.append(IRIncoming(from: from, value: value))
            f[phi].setRange(list..<f.pairs.count)
            phi = f[phi].next
        }
        return true
    }
}
