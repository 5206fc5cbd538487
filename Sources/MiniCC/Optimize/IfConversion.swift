/// A branch around a few cheap instructions becomes a choice between values: both sides are computed, and
/// nothing is left that a processor could predict wrongly.
struct IfConversion {
    /// Instructions that may be computed in vain, on each side, and choices that may replace one branch.
    private static let longestSide = 2
    private static let mostChoices = 2

    private var predecessors: Predecessors

    static func run(_ f: inout IRFunction) {
        if !f.insts.rows.contains(where: { $0.op == .phi && $0.block != .none }) { return }
        let flow = ControlFlow(f)
        var pass = IfConversion(predecessors: Predecessors(f))
        // Inner branches stand later in the order and are converted first.
        for block in flow.order.reversed() { pass.convert(&f, block) }
    }

    private init(predecessors: Predecessors) { self.predecessors = predecessors }

    private mutating func convert(_ f: inout IRFunction, _ block: IRBlockID) {
        let last = f.blocks[block].last
        guard last != .none, f[last].op == .condbr, f[last].then != f[last].target, f[last].flags.isDisjoint(with: [.likely, .unlikely]) else { return }
        let (then, otherwise) = (f[last].then, f[last].target)
        // Which block both sides meet in, and which sides have code of their own.
        let meeting: IRBlockID
        if let end = sideEnd(f, then, of: block), end == otherwise || sideEnd(f, otherwise, of: block) == end {
            meeting = end
        } else if let end = sideEnd(f, otherwise, of: block), end == then {
            meeting = end
        } else {
            return
        }
        guard meeting != block, predecessors.count(of: meeting) <= Predecessors.many, f[f.blocks[meeting].first].op == .phi else { return }
        let sides = [then, otherwise].filter { $0 != meeting }
        let first = then == meeting ? block : then
        let second = otherwise == meeting ? block : otherwise
        guard choices(f, meeting, first, second) else { return }

        for side in sides {
            var value = f.blocks[side].first
            while value != f.blocks[side].last {
                let next = f[value].next
                f.remove(value)
                f.insert(value, before: last)
                value = next
            }
            f.remove(value)
            f.blocks[side].isRemoved = true
            predecessors.remove(side, from: meeting)
        }
        replacePhis(&f, meeting, first, second, block, f[last].a, before: last)
        f[last].op = .br
        f[last].a = .none
        f[last].then = .none
        f[last].target = meeting
        f[last].flags = []
        if !predecessors.has(meeting, block) { predecessors.add(block, to: meeting) }
    }

    /// Where a side leads to that only `block` branches to and that may be computed in vain; nil for others.
    private func sideEnd(_ f: IRFunction, _ side: IRBlockID, of block: IRBlockID) -> IRBlockID? {
        guard side != block, predecessors.count(of: side) == 1, !f.blocks[side].isAddressTaken, side != IRFunction.entry else { return nil }
        let last = f.blocks[side].last
        guard f[last].op == .br, f[last].target != side else { return nil }
        var count = 0
        var value = f.blocks[side].first
        while value != last {
            switch f[value].op {
            case .const, .trunc, .sext32, .zext32, .undef, .address:
                break
            case .add, .sub, .and, .or, .xor, .shl, .shrs, .shru, .neg, .not, .sext8, .sext16, .zext8, .zext16:
                count += 1
            default:
                return nil
            }
            if count > IfConversion.longestSide { return nil }
            value = f[value].next
        }
        return f[last].target
    }

    /// Whether few enough phis get different integers from the two sides.
    private func choices(_ f: IRFunction, _ meeting: IRBlockID, _ first: IRBlockID, _ second: IRBlockID) -> Bool {
        var count = 0
        var phi = f.blocks[meeting].first
        while f[phi].op == .phi {
            let x = f.incoming(phi, from: first)
            let y = f.incoming(phi, from: second)
            if x == .none || y == .none { return false }
            if x != y {
                if !f[phi].type.isInteger { return false }
                count += 1
            }
            phi = f[phi].next
        }
        return count > 0 && count <= IfConversion.mostChoices
    }

    /// The two values become one, which comes from `block`.
    private func replacePhis(_ f: inout IRFunction, _ meeting: IRBlockID, _ first: IRBlockID, _ second: IRBlockID, _ block: IRBlockID,
                             _ condition: IRValue, before place: IRValue) {
        var phi = f.blocks[meeting].first
        while f[phi].op == .phi {
            let x = f.incoming(phi, from: first)
            let y = f.incoming(phi, from: second)
            var value = x
            if x != y {
                var choice = IRInst(.select, f[phi].type)
                choice.a = condition
                choice.list = Int32(truncatingIfNeeded: f.pool.count)
                choice.count = 2
                f.pool += [x, y]
                value = f.make(choice)
                f.insert(value, before: place)
            }
            let inst = f[phi]
            let list = f.pairs.count
            for k in inst.range where f.pairs[k].from != first && f.pairs[k].from != second { f.pairs.append(f.pairs[k]) }
            f.pairs.append(IRIncoming(from: block, value: value))
            f[phi].setRange(list..<f.pairs.count)
            phi = f[phi].next
        }
    }
}
