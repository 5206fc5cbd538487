/// A block that only looks at what it was given by way of phis, and branches on it, is passed by where that
/// is a constant: the block before jumps to where the branch would lead. So `a && b`, or a call that was
/// replaced by its body, is not turned into 0 or 1 and tested again.
struct ThreadJumps {
    private static let longestBlock = 6

    private var predecessors: Predecessors
    /// By value: it is used outside its block in another way than by phis on edges out of it.
    private let escapes: [Bool]

    static func run(_ f: inout IRFunction) {
        if !f.insts.contains(where: { $0.op == .phi && $0.block >= 0 }) { return }
        var pass = ThreadJumps(f)
        for index in 0..<f.blocks.count where !f.blocks[index].isRemoved { pass.thread(&f, IRBlockID(index)) }
    }

    private init(_ f: IRFunction) {
        predecessors = Predecessors(f)
        var escapes = [Bool](repeating: false, count: f.insts.count)
        for inst in f.insts where inst.block >= 0 {
            if inst.op != .phi {
                f.forEachOperand(inst) { if f[$0].block != inst.block { escapes[Int($0)] = true } }
                continue
            }
            for k in 0..<Int(inst.count) {
                let operand = f.pool[Int(inst.list) + 2 * k + 1]
                if f[operand].block != f.pool[Int(inst.list) + 2 * k] { escapes[Int(operand)] = true }
            }
        }
        self.escapes = escapes
    }

    private mutating func thread(_ f: inout IRFunction, _ block: IRBlockID) {
        let last = f.blocks[Int(block)].last
        guard f[last].op == .condbr, f[last].b != f[last].c, f[f.blocks[Int(block)].first].op == .phi,
              !f.blocks[Int(block)].isAddressTaken, predecessors.count(of: block) <= Predecessors.many,
              isTransparent(f, block) else { return }
        for from in predecessors.of(block) where from != block {
            let jump = f.blocks[Int(from)].last
            guard f[jump].op == .br || f[jump].op == .condbr && f[jump].b != f[jump].c,
                  let condition = evaluate(f, block, from) else { continue }
            let target = condition != 0 ? f[last].b : f[last].c
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
        var value = f.blocks[Int(block)].first
        var length = 0
        while value != f.blocks[Int(block)].last {
            if escapes[Int(value)] { return false }
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
                return incoming >= 0 && f[incoming].op == .const ? f[incoming].imm : nil
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
        return constant(f[f.blocks[Int(block)].last].a)
    }

    /// Gives the phis of `target` what they get from `block`, for an edge from `from`. False if that is not to be had.
    private func passOn(_ f: inout IRFunction, _ from: IRBlockID, _ block: IRBlockID, _ target: IRBlockID) -> Bool {
        var values: [IRValue] = []
        var phi = f.blocks[Int(target)].first
        while f[phi].op == .phi {
            var value = f.incoming(phi, from: block)
            if value < 0 { return false }
            if f[value].block == block {
                if f[value].op != .phi { return false }
                value = f.incoming(value, from: from)
                if value < 0 { return false }
            }
            values.append(value)
            phi = f[phi].next
        }
        phi = f.blocks[Int(target)].first
        for value in values {
            let inst = f[phi]
            let list = Int32(truncatingIfNeeded: f.pool.count)
            for k in 0..<Int(2 * inst.count) { f.pool.append(f.pool[Int(inst.list) + k]) }
            f.pool += [from, value]
            f[phi].list = list
            f[phi].count += 1
            phi = f[phi].next
        }
        return true
    }
}
