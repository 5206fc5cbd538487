import P1Backend

/// Loop-invariant code motion. Each loop first gets a preheader. One walk in reverse postorder then visits every instruction
/// in a loop and moves it to the preheader of the outermost loop that does not define any of its operands; operands moved
/// before it count as defined outside. Only instructions without side effects that cannot fault are moved; loads need that
/// the loop writes no memory and that the address is certainly valid.
struct LoopInvariants {
    private let flow: ControlFlow
    private let dominators: Dominators
    private let loops: Loops
    private let objects: ObjectFacts
    /// Per loop: the block in front of it, -1 when it has none.
    private var front = Table<LoopID, IRBlockID>()
    /// Per loop: it or a loop in it writes memory that a pointer may reach.
    private var writes = Table<LoopID, Bool>()
    /// Constants already standing in front of a loop, so that equal ones share a register.
    private var leaves: [(front: IRBlockID, value: IRValue)] = []
    private var forward = ValueMap()
    /// Whether an instruction is what a store in a loop writes, and so needs a register.
    private var isStored = Table<IRValue, Bool>()

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
        for loop in loops.loops.rows where loop.header != IRFunction.entry && !f.blocks[loop.header].isAddressTaken {
            var outside: [IRBlockID] = []
            for k in flow.predecessorRange(loop.header) where !dominators.dominates(loop.header, flow.predecessors[k]) {
                outside.append(flow.predecessors[k])
            }
            if outside.count == 1 && f[f.blocks[outside[0]].last].op == .br { continue }
            makeFront(&f, loop.header, outside)
            wasAny = true
        }
        return wasAny
    }

    private static func makeFront(_ f: inout IRFunction, _ header: IRBlockID, _ outside: [IRBlockID]) {
        let front = f.newBlock()
        var phi = f.blocks[header].first
        while phi != .none && f[phi].op == .phi {
            splitPhi(&f, phi, outside, front)
            phi = f[phi].next
        }
        var jump = IRInst(.br)
        jump.target = header
        f.append(f.make(jump), to: front)
        for block in outside { f.redirect(block, from: header, to: front) }
    }

    /// The pairs from outside the loop become one, from the new block, with a phi of their own if need be.
    private static func splitPhi(_ f: inout IRFunction, _ phi: IRValue, _ outside: [IRBlockID], _ front: IRBlockID) {
        let inst = f[phi]
        var outer: [IRIncoming] = []
        var inner: [IRIncoming] = []
        for pair in f.pairs[inst.range] {
            if outside.contains(pair.from) { outer.append(pair) } else { inner.append(pair) }
        }
        guard let first = outer.first else { return }
        let value = outer.count == 1 ? first.value : f.phi(inst.type, in: front, outer)
        inner.append(IRIncoming(from: front, value: value))
        f[phi].setRange(f.pairs.count..<f.pairs.count + inner.count)
        f.pairs += inner
    }

    private mutating func prepare(_ f: IRFunction) {
        front = Table(repeating: .none, count: loops.loops.count)
        writes = Table(repeating: false, count: loops.loops.count)
        for (index, loop) in loops.loops.enumerated() {
            for k in flow.predecessorRange(loop.header) {
                let from = flow.predecessors[k]
                if !loops.contains(index, from) && f[f.blocks[from].last].op == .br { front[index] = from }
            }
        }
        isStored = Table<IRValue, Bool>(repeating: false, count: f.insts.count)
        for block in flow.order where loops.loopOf[block] != .none {
            var value = f.blocks[block].first
            while value != .none {
                if f[value].op == .store { isStored[f[value].b] = true }
                switch f[value].op {
                case .store, .copy, .fill, .barrier: markWrites(loops.loopOf[block])
                case .call: if !f[value].flags.contains(.pure) { markWrites(loops.loopOf[block]) }
                default: break
                }
                value = f[value].next
            }
        }
    }

    private mutating func markWrites(_ loop: LoopID) {
        var loop = loop
        while loop != .none && !writes[loop] {
            writes[loop] = true
            loop = loops.loops[loop].parent
        }
    }

    // MARK: Moving

    private mutating func hoist(_ f: inout IRFunction) {
        for block in flow.order where loops.loopOf[block] != .none {
            var value = f.blocks[block].first
            while value != .none {
                let next = f[value].next
                if isLeaf(f[value].op) {
                    if needsRegister(f[value]) || isStored.has(value) && isStored[value] { hoistLeaf(&f, value) }
                    value = next
                    continue
                }
                if !forward.isEmpty { f.mapOperands(value) { forward.has($0) && forward[$0] != .none ? forward[$0] : $0 } }
                if let target = destination(f, value, block) {
                    f[value].a = leaf(&f, f[value].a, in: target)
                    f[value].b = leaf(&f, f[value].b, in: target)
                    f.remove(value)
                    f.insert(value, before: f.blocks[target].last)
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
        guard operand != .none, isLeaf(f[operand].op), !dominators.dominates(f[operand].block, target) else { return operand }
        let copy = f.make(f[operand])
        f.insert(copy, before: f.blocks[target].last)
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
        var loop = loops.loopOf[block]
        while loop != .none {
            let place = front[loop]
            if place == .none { break }
            if isLoad && (writes[loop] || !isSafeLoad(f, inst, loop, block)) { break }
            var isInvariant = true
            f.forEachOperand(inst) { operand in
                if loops.contains(loop, f[operand].block) && !isLeaf(f[operand].op) { isInvariant = false }
            }
            if !isInvariant { break }
            target = place
            loop = loops.loops[loop].parent
        }
        return target
    }

    /// A load may be done early where it cannot fault: of bytes that are surely there, or in the block that every turn
    /// begins with.
    private func isSafeLoad(_ f: IRFunction, _ inst: IRInst, _ loop: LoopID, _ block: IRBlockID) -> Bool {
        if block == loops.loops[loop].header { return true }
        let size: Int64
        switch inst.base {
        case .slot(let slot): size = f.slots[slot].size
        case .symbol(let symbol): size = objects.size(symbol)
        default: return false
        }
        return inst.imm >= 0 && inst.imm <= size - Int64(inst.type.isFloat ? inst.type.size : inst.memory.size)
    }

    /// A constant moves to the outermost loop's front.
    private mutating func hoistLeaf(_ f: inout IRFunction, _ value: IRValue) {
        var loop = loops.loopOf[f[value].block]
        var target: IRBlockID = .none
        while loop != .none && front[loop] != .none {
            target = front[loop]
            loop = loops.loops[loop].parent
        }
        if target == .none { return }
        let inst = f[value]
        var k = leaves.count - 1
        let oldest = max(0, leaves.count - 32)
        while k >= oldest {
            let other = f[leaves[k].value]
            if leaves[k].front == target && other.op == inst.op && other.type == inst.type && other.imm == inst.imm
                && other.base == inst.base {
                if forward.isEmpty { forward = ValueMap(repeating: .none, count: f.insts.count) }
                forward[value] = leaves[k].value
                f.remove(value)
                return
            }
            k -= 1
        }
        f.remove(value)
        f.insert(value, before: f.blocks[target].last)
        leaves.append((target, value))
    }
}
