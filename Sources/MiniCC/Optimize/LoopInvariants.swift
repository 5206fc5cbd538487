import P1Backend

/// Moves what does not change in a loop in front of it. Every instruction goes straight to the outermost
/// loop that leaves its operands alone, in one walk over the function.
struct LoopInvariants {
    private let flow: ControlFlow
    private let dominators: Dominators
    private let loops: Loops
    private let objects: ObjectFacts
    /// Per loop: the block in front of it, -1 when it has none.
    private var front: [IRBlockID] = []
    /// Per loop: it or a loop in it writes memory that a pointer may reach.
    private var writes: [Bool] = []
    /// Constants already standing in front of a loop, so that equal ones share a register.
    private var leaves: [(front: IRBlockID, value: IRValue)] = []
    private var forward: [IRValue] = []
    /// By instruction: it is what a store in a loop writes, and so needs a register.
    private var isStored: [Bool] = []

    static func run(_ f: inout IRFunction, _ objects: ObjectFacts) {
        var flow = ControlFlow(f)
        if !flow.hasBackEdge { return }
        var dominators = Dominators(f, flow)
        var loops = Loops(f, flow, dominators)
        if makeFronts(&f, flow, dominators, loops) {
            flow = ControlFlow(f)
            dominators = Dominators(f, flow)
            loops = Loops(f, flow, dominators)
        }
        if loops.loops.isEmpty { return }
        var pass = LoopInvariants(flow: flow, dominators: dominators, loops: loops, objects: objects)
        pass.prepare(f)
        pass.hoist(&f)
        if !pass.forward.isEmpty { f.replaceAll(pass.forward) }
    }

    private init(flow: ControlFlow, dominators: Dominators, loops: Loops, objects: ObjectFacts) {
        self.objects = objects
        self.flow = flow
        self.dominators = dominators
        self.loops = loops
    }

    // MARK: A block in front of each loop

    /// Whether some loop had none.
    private static func makeFronts(_ f: inout IRFunction, _ flow: ControlFlow, _ dominators: Dominators, _ loops: Loops) -> Bool {
        var wasAny = false
        for loop in loops.loops where loop.header != IRFunction.entry && !f.blocks[Int(loop.header)].isAddressTaken {
            var outside: [IRBlockID] = []
            for k in flow.predecessorRange(loop.header) where !dominators.dominates(loop.header, flow.predecessors[k]) {
                outside.append(flow.predecessors[k])
            }
            if outside.count == 1 && f[f.blocks[Int(outside[0])].last].op == .br { continue }
            makeFront(&f, loop.header, outside)
            wasAny = true
        }
        return wasAny
    }

    private static func makeFront(_ f: inout IRFunction, _ header: IRBlockID, _ outside: [IRBlockID]) {
        let front = f.newBlock()
        var phi = f.blocks[Int(header)].first
        while phi >= 0 && f[phi].op == .phi {
            splitPhi(&f, phi, outside, front)
            phi = f[phi].next
        }
        var jump = IRInst(.br)
        jump.c = header
        f.append(f.make(jump), to: front)
        for block in outside { f.redirect(block, from: header, to: front) }
    }

    /// The pairs from outside the loop become one, from the new block, with a phi of their own if need be.
    private static func splitPhi(_ f: inout IRFunction, _ phi: IRValue, _ outside: [IRBlockID], _ front: IRBlockID) {
        let inst = f[phi]
        var outer: [(from: IRBlockID, value: IRValue)] = []
        var inner: [(from: IRBlockID, value: IRValue)] = []
        for k in 0..<Int(inst.count) {
            let pair = (from: f.pool[Int(inst.list) + 2 * k], value: f.pool[Int(inst.list) + 2 * k + 1])
            if outside.contains(pair.from) { outer.append(pair) } else { inner.append(pair) }
        }
        guard let first = outer.first else { return }
        let value = outer.count == 1 ? first.value : f.phi(inst.type, in: front, outer)
        inner.append((front, value))
        f[phi].list = Int32(f.pool.count)
        f[phi].count = Int32(inner.count)
        for pair in inner {
            f.pool.append(pair.from)
            f.pool.append(pair.value)
        }
    }

    private mutating func prepare(_ f: IRFunction) {
        front = [IRBlockID](repeating: -1, count: loops.loops.count)
        writes = [Bool](repeating: false, count: loops.loops.count)
        for (index, loop) in loops.loops.enumerated() {
            for k in flow.predecessorRange(loop.header) {
                let from = flow.predecessors[k]
                if !loops.contains(Int32(index), from) && f[f.blocks[Int(from)].last].op == .br { front[index] = from }
            }
        }
        isStored = [Bool](repeating: false, count: f.insts.count)
        for block in flow.order where loops.loopOf[Int(block)] >= 0 {
            var value = f.blocks[Int(block)].first
            while value >= 0 {
                if f[value].op == .store { isStored[Int(f[value].b)] = true }
                switch f[value].op {
                case .store, .copy, .fill, .barrier: markWrites(loops.loopOf[Int(block)])
                case .call: if !f[value].flags.contains(.pure) { markWrites(loops.loopOf[Int(block)]) }
                default: break
                }
                value = f[value].next
            }
        }
    }

    private mutating func markWrites(_ loop: Int32) {
        var loop = loop
        while loop >= 0 && !writes[Int(loop)] {
            writes[Int(loop)] = true
            loop = loops.loops[Int(loop)].parent
        }
    }

    // MARK: Moving

    private mutating func hoist(_ f: inout IRFunction) {
        for block in flow.order where loops.loopOf[Int(block)] >= 0 {
            var value = f.blocks[Int(block)].first
            while value >= 0 {
                let next = f[value].next
                if isLeaf(f[value].op) {
                    if needsRegister(f[value]) || Int(value) < isStored.count && isStored[Int(value)] { hoistLeaf(&f, value) }
                    value = next
                    continue
                }
                if !forward.isEmpty { f.mapOperands(value) { Int($0) < forward.count && forward[Int($0)] >= 0 ? forward[Int($0)] : $0 } }
                if let target = destination(f, value, block) {
                    f[value].a = leaf(&f, f[value].a, in: target)
                    f[value].b = leaf(&f, f[value].b, in: target)
                    f.remove(value)
                    f.insert(value, before: f.blocks[Int(target)].last)
                }
                value = next
            }
        }
    }

    private func isLeaf(_ op: IROp) -> Bool { op == .const || op == .fconst || op == .address }

    /// Small integers are taken in by the instructions that use them.
    private func needsRegister(_ inst: IRInst) -> Bool {
        inst.op != .const || inst.imm != Int64(Int32(truncatingIfNeeded: inst.imm))
    }

    /// An operand for use in `target`: a constant that stays in the loop is repeated there.
    private func leaf(_ f: inout IRFunction, _ operand: IRValue, in target: IRBlockID) -> IRValue {
        guard operand >= 0, isLeaf(f[operand].op), !dominators.dominates(f[operand].block, target) else { return operand }
        let copy = f.make(f[operand])
        f.insert(copy, before: f.blocks[Int(target)].last)
        return copy
    }

    /// Whether computing the instruction when the program would not have has no effect but time.
    private func isMovable(_ f: IRFunction, _ inst: IRInst) -> Bool {
        switch inst.op {
        case .add, .sub, .mul, .and, .or, .xor, .shl, .shrs, .shru, .mulhs, .mulhu, .neg, .not, .sext8, .sext16, .zext8, .zext16,
             .sext32, .zext32, .trunc, .icmp, .fadd, .fsub, .fmul, .fdiv, .fneg, .fabs, .fsqrt, .fconvert, .fcmp,
             .fromSigned, .fromUnsigned, .toSigned, .toUnsigned, .bits, .fromBits:
            return true
        case .divs, .divu, .rems, .remu:
            return f[inst.b].op == .const && f[inst.b].imm != 0 && f[inst.b].imm != -1
        default:
            return false
        }
    }

    private func destination(_ f: IRFunction, _ value: IRValue, _ block: IRBlockID) -> IRBlockID? {
        let inst = f[value]
        let isLoad = inst.op == .load && !inst.flags.contains(.volatile)
        guard isLoad || isMovable(f, inst) else { return nil }
        // A comparison goes into its branch.
        if inst.op == .icmp || inst.op == .fcmp { return nil }
        var target: IRBlockID?
        var loop = loops.loopOf[Int(block)]
        while loop >= 0 {
            let place = front[Int(loop)]
            if place < 0 { break }
            if isLoad && (writes[Int(loop)] || !isSafeLoad(f, inst, loop, block)) { break }
            var isInvariant = true
            f.forEachOperand(inst) { operand in
                if loops.contains(loop, f[operand].block) && !isLeaf(f[operand].op) { isInvariant = false }
            }
            if !isInvariant { break }
            target = place
            loop = loops.loops[Int(loop)].parent
        }
        return target
    }

    /// A load may be done early where it cannot fault: of bytes that are surely there, or in the block that every turn
    /// begins with.
    private func isSafeLoad(_ f: IRFunction, _ inst: IRInst, _ loop: Int32, _ block: IRBlockID) -> Bool {
        if block == loops.loops[Int(loop)].header { return true }
        let size: Int64
        switch inst.base {
        case .slot: size = f.slots[Int(inst.c)].size
        case .symbol: size = objects.size(inst.c)
        default: return false
        }
        return inst.imm >= 0 && inst.imm <= size - Int64(inst.type.isFloat ? inst.type.size : inst.memory.size)
    }

    /// A constant moves to the outermost loop's front.
    private mutating func hoistLeaf(_ f: inout IRFunction, _ value: IRValue) {
        var loop = loops.loopOf[Int(f[value].block)]
        var target: IRBlockID = -1
        while loop >= 0 && front[Int(loop)] >= 0 {
            target = front[Int(loop)]
            loop = loops.loops[Int(loop)].parent
        }
        if target < 0 { return }
        let inst = f[value]
        var k = leaves.count - 1
        let oldest = max(0, leaves.count - 32)
        while k >= oldest {
            let other = f[leaves[k].value]
            if leaves[k].front == target && other.op == inst.op && other.type == inst.type && other.imm == inst.imm
                && other.base == inst.base && other.c == inst.c {
                if forward.isEmpty { forward = [IRValue](repeating: -1, count: f.insts.count) }
                forward[Int(value)] = leaves[k].value
                f.remove(value)
                return
            }
            k -= 1
        }
        f.remove(value)
        f.insert(value, before: f.blocks[Int(target)].last)
        leaves.append((target, value))
    }
}
