import P1Backend

/// SSA construction (Cytron et al.). Each scalar part of a slot that is only loaded and stored becomes a variable. Phis are
/// placed at the iterated dominance frontiers of its stores, except for variables that no block reads before storing them.
/// A walk over the dominator tree then keeps the current value of each variable: loads are forwarded to it, stores replace
/// it, and phis of the successors receive it.
struct PromoteSlots {
    private struct Access {
        var slot: IRSlotID
        var offset: Int64
        var size: Int32
        var inst: IRValue
    }

    private struct VariableID: ID { let raw: Int32 }

    private struct Variable {
        var type: IRType
        var size: Int32
    }

    private let flow: ControlFlow
    private let dominators: Dominators
    private var variables = Table<VariableID, Variable>()
    /// The variable that an instruction loads or stores, or of which it is a phi.
    private var variableOf: Table<IRValue, VariableID>
    private var forward: ValueMap
    private var undefined: [IRValue] = Array(repeating: .none, count: 5)
    private var successors: [IRBlockID] = []

    static func run(_ f: inout IRFunction) {
        if f.slots.isEmpty || f.callsSetjmp { return }
        useSlotsDirectly(&f)
        var pass = PromoteSlots(f)
        pass.findVariables(f)
        if pass.variables.isEmpty { return }
        pass.placePhis(&f)
        pass.rename(&f)
        f.replaceAll(pass.forward)
    }

    private init(_ f: IRFunction) {
        flow = ControlFlow(f)
        dominators = Dominators(f, flow)
        variableOf = Table(repeating: .none, count: f.insts.count)
        forward = ValueMap(repeating: .none, count: f.insts.count)
    }

    /// A load or store through the address of a slot names the slot itself.
    private static func useSlotsDirectly(_ f: inout IRFunction) {
        for index in f.insts.keys {
            let inst = f.insts[index]
            guard inst.block != .none, inst.op == .load || inst.op == .store, inst.base == .value else { continue }
            var base = f[inst.a]
            var offset = inst.imm
            while base.op == .add && f[base.b].op == .const {
                offset &+= f[base.b].imm
                base = f[base.a]
            }
            guard base.op == .address, base.base.slot != nil, IRFunction.isInReach(offset &+ base.imm) else { continue }
            f.insts[index].base = base.base
            f.insts[index].a = .none
            f.insts[index].imm = offset &+ base.imm
        }
    }

    private mutating func findVariables(_ f: IRFunction) {
        // What makes a slot stay: its address used in another way (an addition whose every use was resolved
        // above is dead, but is not told apart here from a living one), or a volatile access.
        let stays = Scratch<IRSlotID, Bool>(repeating: false, count: f.slots.count)
        let isUsed = Scratch<IRValue, Bool>(repeating: false, count: f.insts.count)
        defer {
            stays.free()
            isUsed.free()
        }
        for block in flow.order.reversed() {
            var value = f.blocks[block].last
            while value != .none {
                let inst = f.insts[value]
                if isUsed[value] || DeadCode.hasEffect(inst) || inst.op == .phi || inst.op == .load {
                    f.forEachOperand(inst) { operand in
                        isUsed[operand] = true
                        let source = f[operand]
                        if source.op == .address, let slot = source.base.slot { stays[slot] = true }
                    }
                }
                value = inst.previous
            }
        }
        var accesses: [Access] = []
        for block in flow.order {
            var value = f.blocks[block].first
            while value != .none {
                let inst = f.insts[value]
                if let slot = inst.base.slot, inst.op == .load || inst.op == .store {
                    let type = inst.op == .load ? inst.type : f[inst.b].type
                    let size = type.isFloat ? type.size : inst.memory.size
                    if inst.flags.contains(.volatile) { stays[slot] = true }
                    accesses.append(Access(slot: slot, offset: inst.imm, size: Int32(size), inst: value))
                }
                value = inst.next
            }
        }
        accesses.sort {
            if $0.slot != $1.slot { return $0.slot < $1.slot }
            return $0.offset != $1.offset ? $0.offset < $1.offset : $0.inst < $1.inst
        }
        var first = 0
        while first < accesses.count {
            let slot = accesses[first].slot
            // Accesses that overlap each other form one part; it is a variable when they are all the same bytes.
            var end = first + 1
            var limit = accesses[first].offset &+ Int64(accesses[first].size)
            var isUniform = true
            while end < accesses.count && accesses[end].slot == slot && accesses[end].offset < limit {
                if accesses[end].offset != accesses[first].offset || accesses[end].size != accesses[first].size { isUniform = false }
                limit = max(limit, accesses[end].offset &+ Int64(accesses[end].size))
                end += 1
            }
            if isUniform && !stays[slot] {
                let inst = f[accesses[first].inst]
                let seen = inst.op == .load ? inst.type : f[inst.b].type
                let type: IRType = accesses[first].size == 8 ? (seen == .f64 ? .f64 : .i64) : (seen == .f32 ? .f32 : .i32)
                let variable = variables.append(Variable(type: type, size: accesses[first].size))
                for k in first..<end { variableOf[accesses[k].inst] = variable }
            }
            first = end
        }
    }

    // MARK: Phis

    private mutating func placePhis(_ f: inout IRFunction) {
        // Blocks that store a variable, and whether some block reads it before storing it: a variable that lives
        // within blocks only needs no phi.
        let firstStore = Scratch<VariableID, Int32>(repeating: -1, count: variables.count)
        var nextStore: [Int32] = []
        var storeBlock: [IRBlockID] = []
        let isGlobal = Scratch<VariableID, Bool>(repeating: false, count: variables.count)
        let stored = Scratch<VariableID, IRBlockID>(repeating: .none, count: variables.count)
        let hasPhi = Scratch<IRBlockID, VariableID>(repeating: .none, count: f.blocks.count)
        defer {
            firstStore.free()
            isGlobal.free()
            stored.free()
            hasPhi.free()
        }
        for block in flow.order {
            var value = f.blocks[block].first
            while value != .none {
                let variable = variableOf[value]
                if variable != .none {
                    if f[value].op == .store {
                        if stored[variable] != block {
                            stored[variable] = block
                            nextStore.append(firstStore[variable])
                            firstStore[variable] = Int32(storeBlock.count)
                            storeBlock.append(block)
                        }
                    } else if stored[variable] != block {
                        isGlobal[variable] = true
                    }
                }
                value = f[value].next
            }
        }
        let (frontierStart, frontier) = frontiers(f)
        var work: [IRBlockID] = []
        for variable in variables.keys where isGlobal[variable] {
            var k = firstStore[variable]
            while k >= 0 {
                work.append(storeBlock[Int(k)])
                k = nextStore[Int(k)]
            }
            while let block = work.popLast() {
                for join in frontier[Int(frontierStart[block.index])..<Int(frontierStart[block.index + 1])] {
                    if hasPhi[join] == variable { continue }
                    hasPhi[join] = variable
                    addPhi(&f, variable, in: join)
                    work.append(join)
                }
            }
        }
    }

    private mutating func addPhi(_ f: inout IRFunction, _ variable: VariableID, in block: IRBlockID) {
        var inst = IRInst(.phi, variables[variable].type)
        inst.list = Int32(truncatingIfNeeded: f.pairs.count)
        for _ in flow.predecessorRange(block) { f.pairs.append(IRIncoming(from: .none, value: .none)) }
        let phi = f.make(inst)
        f.insertFirst(phi, in: block)
        variableOf.append(variable)
        forward.append(.none)
    }

    /// Dominance frontiers as lists in one array.
    private func frontiers(_ f: IRFunction) -> (start: [Int32], list: [IRBlockID]) {
        var start = [Int32](repeating: 0, count: f.blocks.count + 1)
        var pairs: [(block: IRBlockID, join: IRBlockID)] = []
        let last = Scratch<IRBlockID, IRBlockID>(repeating: .none, count: f.blocks.count)
        defer { last.free() }
        for join in flow.order {
            let range = flow.predecessorRange(join)
            if range.count < 2 && join != IRFunction.entry { continue }
            let parent = dominators.parent(join)
            for k in range {
                // Where another predecessor's way was met, the rest is known.
                var runner = flow.predecessors[k]
                while runner != .none && runner != parent && last[runner] != join {
                    last[runner] = join
                    pairs.append((runner, join))
                    start[runner.index + 1] += 1
                    runner = dominators.parent(runner)
                }
            }
        }
        for block in 0..<f.blocks.count { start[block + 1] += start[block] }
        var fill = start
        var list = [IRBlockID](repeating: .none, count: pairs.count)
        for pair in pairs {
            list[Int(fill[pair.block.index])] = pair.join
            fill[pair.block.index] += 1
        }
        return (start, list)
    }

    // MARK: Renaming

    /// A walk over the dominator tree with the value of each variable at hand.
    private mutating func rename(_ f: inout IRFunction) {
        var current = Table<VariableID, IRValue>(repeating: .none, count: variables.count)
        var undo: [(variable: VariableID, value: IRValue)] = []
        var path: [(block: IRBlockID, undo: Int)] = []
        for block in dominators.preorder {
            while let top = path.last, !dominators.dominates(top.block, block) {
                while undo.count > top.undo {
                    let entry = undo.removeLast()
                    current[entry.variable] = entry.value
                }
                path.removeLast()
            }
            path.append((block, undo.count))
            var value = f.blocks[block].first
            while value != .none {
                let next = f[value].next
                let variable = variableOf[value]
                if variable != .none {
                    switch f[value].op {
                    case .phi:
                        undo.append((variable, current[variable]))
                        current[variable] = value
                    case .store:
                        let stored = convert(&f, resolve(f[value].b), to: variables[variable].type, before: value)
                        undo.append((variable, current[variable]))
                        current[variable] = stored
                        f.remove(value)
                    default:
                        if current[variable] == .none { current[variable] = undefinedValue(&f, variables[variable].type) }
                        forward[value] = loaded(&f, current[variable], value)
                        f.remove(value)
                    }
                }
                value = next
            }
            passToSuccessors(&f, block, current)
        }
    }

    private func resolve(_ value: IRValue) -> IRValue {
        var value = value
        while forward[value] != .none { value = forward[value] }
        return value
    }

    private mutating func passToSuccessors(_ f: inout IRFunction, _ block: IRBlockID, _ current: Table<VariableID, IRValue>) {
        f.collectSuccessors(block, &successors)
        for target in successors {
            var phi = f.blocks[target].first
            while phi != .none && f[phi].op == .phi {
                let variable = variableOf[phi]
                let list = Int(f[phi].list)
                let count = Int(f[phi].count)
                // Two edges between the same blocks count once, and come one after the other.
                if variable != .none && (count == 0 || f.pairs[list + (count - 1)].from != block) {
                    var value = current[variable]
                    if value == .none { value = undefinedValue(&f, variables[variable].type) }
                    f.pairs[list + count].from = block
                    f.pairs[list + count].value = value
                    f[phi].count += 1
                }
                phi = f[phi].next
            }
        }
    }

    private mutating func insert(_ f: inout IRFunction, _ inst: IRInst, before place: IRValue) -> IRValue {
        let value = f.make(inst)
        f.insert(value, before: place)
        variableOf.append(.none)
        forward.append(.none)
        return value
    }

    private mutating func insert(_ f: inout IRFunction, _ op: IROp, _ type: IRType, _ a: IRValue, before place: IRValue) -> IRValue {
        var inst = IRInst(op, type)
        inst.a = a
        return insert(&f, inst, before: place)
    }

    /// In the entry block, so that it is defined everywhere.
    private mutating func undefinedValue(_ f: inout IRFunction, _ type: IRType) -> IRValue {
        if undefined[Int(type.rawValue)] == .none {
            let value = f.make(IRInst(.undef, type))
            f.insertFirst(value, in: IRFunction.entry)
            variableOf.append(.none)
            forward.append(.none)
            undefined[Int(type.rawValue)] = value
        }
        return undefined[Int(type.rawValue)]
    }

    /// Between types: the bits of a variable may be written as one and read as another.
    private mutating func convert(_ f: inout IRFunction, _ value: IRValue, to type: IRType, before place: IRValue) -> IRValue {
        let from = f[value].type
        if from == type { return value }
        switch (from, type) {
        case (.i64, .i32): return insert(&f, .trunc, .i32, value, before: place)
        case (.i32, .i64): return insert(&f, .zext32, .i64, value, before: place)
        case (.f32, .i32), (.f64, .i64): return insert(&f, .bits, type, value, before: place)
        case (.i32, .f32), (.i64, .f64): return insert(&f, .fromBits, type, value, before: place)
        case (.i64, .f32):
            let low = insert(&f, .trunc, .i32, value, before: place)
            return insert(&f, .fromBits, .f32, low, before: place)
        default:
            return value
        }
    }

    /// What a load of the variable gives: its low bytes, extended as the load says.
    private mutating func loaded(_ f: inout IRFunction, _ value: IRValue, _ load: IRValue) -> IRValue {
        let inst = f[load]
        if inst.type.isFloat || inst.memory == .d64 { return convert(&f, value, to: inst.type, before: load) }
        var narrow = value
        if f[value].type == .f32 { narrow = insert(&f, .bits, .i32, value, before: load) }
        switch inst.memory {
        case .u8: narrow = insert(&f, .zext8, .i32, narrow, before: load)
        case .s8: narrow = insert(&f, .sext8, .i32, narrow, before: load)
        case .u16: narrow = insert(&f, .zext16, .i32, narrow, before: load)
        case .s16: narrow = insert(&f, .sext16, .i32, narrow, before: load)
        default: break
        }
        if inst.type == .i32 { return narrow }
        let isSigned = inst.memory == .s8 || inst.memory == .s16 || inst.memory == .s32
        return insert(&f, isSigned ? .sext32 : .zext32, .i64, narrow, before: load)
    }
}
