/// `lo <= x && x <= hi` becomes one unsigned comparison of x - lo.
struct MergeRanges {
    private var predecessors: Predecessors

    static func run(_ f: inout IRFunction) {
        var pass = MergeRanges(predecessors: Predecessors(f))
        for block in f.blocks.keys where !f.blocks[block].isRemoved { pass.merge(&f, block) }
    }

    /// One side of a range: the values of `x` for which execution goes on.
    private struct Bound {
        var x: IRValue
        var limit: Int64
        var isLow: Bool
        var isSigned: Bool
    }

    private mutating func merge(_ f: inout IRFunction, _ block: IRBlockID) {
        let last = f.blocks[block].last
        guard f[last].op == .condbr, f[last].then != f[last].target else { return }
        for next in [f[last].then, f[last].target] {
            let other = next == f[last].then ? f[last].target : f[last].then
            let end = f.blocks[next].last
            guard next != block, predecessors.count(of: next) == 1, !f.blocks[next].isAddressTaken, f[end].op == .condbr,
                  f[end].then != f[end].target, f[end].then == other || f[end].target == other, computesOnlyTest(f, next) else { continue }
            let inside = f[end].then == other ? f[end].target : f[end].then
            guard inside != next, inside != block, predecessors.count(of: inside) <= Predecessors.many,
                  predecessors.count(of: other) <= Predecessors.many,
                  let first = bound(f, f[last].a, holds: f[last].then == next), let second = bound(f, f[end].a, holds: f[end].then == inside),
                  first.isLow != second.isLow, first.isSigned == second.isSigned, isSame(f, first.x, second.x, 4),
                  phisAgree(f, other, block, next) else { continue }
            let low = first.isLow ? first : second
            let high = first.isLow ? second : first
            guard low.limit <= high.limit else { continue }
            replace(&f, block, next, inside, other, low.x, low.limit, high.limit)
            return
        }
    }

    /// Whether a block holds nothing but what its branch tests.
    private func computesOnlyTest(_ f: IRFunction, _ block: IRBlockID) -> Bool {
        var value = f.blocks[block].first
        while value != f.blocks[block].last {
            switch f[value].op {
            case .const, .trunc, .sext32, .zext32, .sext8, .zext8, .sext16, .zext16, .icmp: break
            default: return false
            }
            value = f[value].next
        }
        return true
    }

    /// What the test being true, or not, says of a value.
    private func bound(_ f: IRFunction, _ test: IRValue, holds: Bool) -> Bound? {
        let inst = f[test]
        guard inst.op == .icmp, f[inst.b].op == .const else { return nil }
        let limit = f[inst.b].imm
        switch holds ? inst.condition : inst.condition.inverted {
        case .ge: return Bound(x: inst.a, limit: limit, isLow: true, isSigned: true)
        case .gt where limit < Int64(Int32.max): return Bound(x: inst.a, limit: limit + 1, isLow: true, isSigned: true)
        case .le: return Bound(x: inst.a, limit: limit, isLow: false, isSigned: true)
        case .lt where limit > Int64(Int32.min): return Bound(x: inst.a, limit: limit - 1, isLow: false, isSigned: true)
        // Of unsigned values only those below 2^31, which look the same either way.
        case .geu where limit >= 0: return Bound(x: inst.a, limit: limit, isLow: true, isSigned: false)
        case .gtu where limit >= 0 && limit < Int64(Int32.max): return Bound(x: inst.a, limit: limit + 1, isLow: true, isSigned: false)
        case .leu where limit >= 0: return Bound(x: inst.a, limit: limit, isLow: false, isSigned: false)
        case .ltu where limit > 0: return Bound(x: inst.a, limit: limit - 1, isLow: false, isSigned: false)
        default: return nil
        }
    }

    /// Whether two values are the same extensions of the same.
    private func isSame(_ f: IRFunction, _ x: IRValue, _ y: IRValue, _ depth: Int) -> Bool {
        if x == y { return true }
        guard depth > 0, f[x].op == f[y].op, f[x].type == f[y].type else { return false }
        switch f[x].op {
        case .trunc, .sext32, .zext32, .sext8, .zext8, .sext16, .zext16: return isSame(f, f[x].a, f[y].a, depth - 1)
        default: return false
        }
    }

    private func phisAgree(_ f: IRFunction, _ block: IRBlockID, _ x: IRBlockID, _ y: IRBlockID) -> Bool {
        var phi = f.blocks[block].first
        while f[phi].op == .phi {
            if f.incoming(phi, from: x) != f.incoming(phi, from: y) { return false }
            phi = f[phi].next
        }
        return true
    }

    private mutating func replace(_ f: inout IRFunction, _ block: IRBlockID, _ next: IRBlockID, _ inside: IRBlockID, _ other: IRBlockID,
                                  _ x: IRValue, _ low: Int64, _ high: Int64) {
        let last = f.blocks[block].last
        let type = f[x].type
        func put(_ inst: IRInst) -> IRValue {
            let value = f.make(inst)
            f.insert(value, before: last)
            return value
        }
        // Extensions in the second block may be used behind it; its test is used no more.
        while f.blocks[next].first != f.blocks[next].last {
            let value = f.blocks[next].first
            f.remove(value)
            f.insert(value, before: last)
        }
        var constant = IRInst(.const, type)
        constant.imm = type == .i32 ? Int64(Int32(truncatingIfNeeded: 0 &- low)) : 0 &- low
        var distance = IRInst(.add, type)
        (distance.a, distance.b) = (x, put(constant))
        constant.imm = type == .i32 ? Int64(Int32(truncatingIfNeeded: high &- low)) : high &- low
        var test = IRInst(.icmp, .i32)
        test.condition = .leu
        test.a = put(distance)
        test.b = put(constant)
        f[last].a = put(test)
        f[last].then = inside
        f[last].target = other
        f[last].flags = []

        f.remove(f.blocks[next].last)
        f.blocks[next].isRemoved = true
        f.removeIncoming(other, from: next)
        var phi = f.blocks[inside].first
        while f[phi].op == .phi {
            for k in f[phi].range where f.pairs[k].from == next { f.pairs[k].from = block }
            phi = f[phi].next
        }
        predecessors.remove(next, from: other)
        predecessors.replace(next, by: [block], in: inside)
    }
}
