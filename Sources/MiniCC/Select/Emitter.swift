import P1Backend

/// Turns allocated code into the instructions of a P1 function: frame, saved registers, jumps that lead
/// nowhere else taken out.
struct Emitter {
    private let code: MachineCode
    private let f: IRFunction
    private let allocation: RegisterAllocator
    private var out: [Instruction] = []
    /// Of each block, by its index in the code, where its code begins, -1 when it has none of its own; kept when the code will be checked.
    private let starts: Scratch<Int, Int32>?
    /// Where a jump to a block ends up, and which block follows which in the code.
    private var target: Table<IRBlockID, IRBlockID>
    private var isReferenced: Table<IRBlockID, Bool>
    private var slotOffset = Table<IRSlotID, Int64>()
    private var stagedBytes: Int64 = 0
    private var spillBase: Int64 = 0
    private var saveBase: Int64 = 0
    private var frameSize: Int64 = 0
    private var hasFrame = false
    private var saved: [Register] = []
    /// Several saved registers are restored at one place, to which other returns jump.
    private var sharesEnd = false
    private var hasEnd = false
    private var isEndReferenced = false
    /// A call in front of a return may leave the frame and jump.
    private var makesTailCalls: Bool
    private let endLabel: Int32
    /// Base P1 has no branches on the opposites of lt and ltu.
    private let isBase: Bool
    private var callSaves: CallSaves
    private var objects: [P1Object] = []

    static func emit(_ code: MachineCode, _ f: IRFunction, _ allocation: RegisterAllocator, isBase: Bool,
                     makesTailCalls: Bool, starts: Scratch<Int, Int32>?) -> P1Function {
        var emitter = Emitter(code, f, allocation, isBase, makesTailCalls, starts)
        emitter.layoutFrame()
        emitter.run()
        var function = P1Function(symbol: f.symbol.raw)
        function.instructions = emitter.out
        function.tables = code.tables.map { table in
            P1Table(label: table.label, entries: table.entries.map { $0 < 0 ? ~emitter.target[IRBlockID(raw: ~$0)].raw : $0 })
        }
        function.objects = emitter.objects
        function.sectionName = f.sectionName
        function.alignment = f.alignment
        function.keep = f.keep
        return function
    }

    private init(_ code: MachineCode, _ f: IRFunction, _ allocation: RegisterAllocator, _ isBase: Bool,
                 _ makesTailCalls: Bool, _ starts: Scratch<Int, Int32>?) {
        self.isBase = isBase
        self.starts = starts
        self.makesTailCalls = makesTailCalls
        self.code = code
        self.f = f
        self.allocation = allocation
        callSaves = CallSaves(allocation.callSaves)
        target = Table(ownNumbers: f.blocks.count)
        isReferenced = Table(repeating: false, count: f.blocks.count)
        endLabel = Int32(truncatingIfNeeded: f.blocks.count + code.tables.count)
        threadJumps()
    }

    @inline(__always)
    private func register(_ reg: Reg) -> Register {
        if reg == .none { return .none }
        return Register(rawValue: reg.isVirtual ? allocation.assignment[reg.virtual] : UInt8(truncatingIfNeeded: reg.raw))
    }

    // MARK: Jumps

    /// Whether the instruction does nothing once registers are assigned.
    private func isEmpty(_ inst: MachineInst) -> Bool { inst.isMove && register(inst.rd) == register(inst.ra) }

    private mutating func threadJumps() {
        for (index, block) in code.blocks.enumerated() {
            var i = Int(block.start)
            while i < Int(block.end) && isEmpty(code.insts[i]) { i += 1 }
            if i < Int(block.end) && code.insts[i].op == .b { target[code.labels[index]] = IRBlockID(raw: ~code.insts[i].symbol) }
        }
        for block in target.keys {
            var end = target[block]
            // Blocks that jump in a ring (an empty endless loop) stay as they are.
            var steps = 0
            while target[end] != end && steps < 64 {
                end = target[end]
                steps += 1
            }
            target[block] = steps < 64 ? end : block
        }
    }

    // MARK: Frame

    private mutating func layoutFrame() {
        var isUsed = Table<IRSlotID, Bool>(repeating: false, count: f.slots.count)
        var isShown = false
        for inst in code.insts where inst.symbol > 0 && inst.ra == Reg.sp {
            isUsed[IRSlotID(raw: inst.symbol - 1)] = true
            if inst.op == .addi || inst.op == .leax { isShown = true }
        }
        // What spalloc keeps free at sp must be room of the frame: its block ends where that room ends.
        let staging: Int64 = code.hasDynamicStack ? 16 : 8
        stagedBytes = (code.outgoing + staging - 1) & -staging
        var offset = stagedBytes
        spillBase = offset
        offset += Int64(code.spillCount) * 8
        saveBase = offset
        for number in 0..<32 where allocation.usedCalleeSaved & 1 << UInt32(number) != 0 {
            saved.append(Register(rawValue: UInt8(number)))
        }
        if code.hasDynamicStack { saved.append(Register(rawValue: UInt8(RegisterSet.framePointer))) }
        offset += Int64(saved.count) * 8
        // Small slots first: their offsets then fit short encodings.
        slotOffset = Table(repeating: 0, count: f.slots.count)
        var order = f.slots.keys.filter { isUsed[$0] }
        order.sort { f.slots[$0].size != f.slots[$1].size ? f.slots[$0].size < f.slots[$1].size : $0 < $1 }
        for slot in order {
            let alignment = Int64(min(max(f.slots[slot].alignment, 1), 8))
            offset = (offset + alignment - 1) & ~(alignment - 1)
            slotOffset[slot] = offset
            offset += max(f.slots[slot].size, 0)
        }
        frameSize = (offset + 7) & ~7
        sharesEnd = saved.count > 1
        // The frame must not be needed by what is called, and leaving it in many places should not take much room.
        if isShown || code.outgoing > 0 || code.hasDynamicStack || saved.count > 2 { makesTailCalls = false }
        hasFrame = frameSize > 0 || code.hasCalls || code.readsStackArguments || code.hasDynamicStack
    }

    /// `index`: the allocated instruction that `inst` is, -1 for one that emission puts in.
    @inline(__always)
    private mutating func put(_ inst: Instruction, _ index: Int = -1) {
        var inst = inst
        inst.origin = index < 0 ? -1 : code.origin(index)
        out.append(inst)
    }

    private mutating func enter() {
        if hasFrame { put(Instruction(.enter, imm: frameSize)) }
        for (index, register) in saved.enumerated() { move(register, at: saveBase + Int64(index) * 8, stores: true) }
        if code.hasDynamicStack { put(Instruction(.mov, rd: .s3, ra: .sp)) }
    }

    private mutating func restoreSaved() {
        for (index, register) in saved.enumerated() { move(register, at: saveBase + Int64(index) * 8, stores: false) }
    }

    private mutating func leave(_ index: Int) {
        if code.hasDynamicStack { put(Instruction(.sprestore, ra: .s3)) }
        restoreSaved()
        put(Instruction(hasFrame ? .eret : .ret), index)
    }

    private mutating func move(_ register: Register, at offset: Int64, stores: Bool) {
        if register.isFloat {
            put(Instruction(stores ? .fstore : .fload, rd: register, ra: .sp, imm: offset, width: .f64))
        } else {
            put(Instruction(stores ? .store : .load, rd: register, ra: .sp, imm: offset))
        }
    }

    // MARK: Code

    private mutating func run() {
        out.reserveCapacity(code.insts.count + 16)
        enter()
        var isDropped = [Bool](repeating: false, count: code.blocks.count)
        for index in 1..<max(1, code.blocks.count) { isDropped[index] = target[code.labels[index]] != code.labels[index] }
        for table in code.tables {
            for entry in table.entries where entry < 0 { isReferenced[target[IRBlockID(raw: ~entry)]] = true }
        }
        for var object in f.objects {
            // A label that no jump can reach is as good anywhere.
            object.mapLabels { code.indexOfBlock[$0] < 0 ? f.symbol.raw : reference(target[$0]) }
            objects.append(object)
        }
        var index = 0
        while index < code.blocks.count {
            var next = index + 1
            while next < code.blocks.count && isDropped[next] { next += 1 }
            let label = code.labels[index]
            put(Instruction(.label, symbol: ~label.raw))
            emitBlock(code.blocks[index], next: next < code.blocks.count ? code.labels[next] : .none)
            index = next
        }
        removeUnreached()
    }

    /// Labels that nothing refers to go, and what stands between a jump and the next label.
    private mutating func removeUnreached() {
        var kept = 0
        var isReached = true
        for i in 0..<out.count {
            let inst = out[i]
            if inst.op == .label {
                let isNeeded = ~inst.symbol == endLabel ? isEndReferenced : isReferenced[IRBlockID(raw: ~inst.symbol)]
                if isNeeded { isReached = true }
                if let starts, ~inst.symbol != endLabel {
                    starts[Int(code.indexOfBlock[IRBlockID(raw: ~inst.symbol)])] = isReached ? Int32(truncatingIfNeeded: kept) : -1
                }
                if !isNeeded { continue }
            }
            if !isReached { continue }
            out[kept] = inst
            kept += 1
            isReached = !inst.op.endsFlow
        }
        out.removeLast(out.count - kept)
    }

    private mutating func emitBlock(_ block: MachineCode.Block, next: IRBlockID) {
        var i = Int(block.start)
        if !callSaves.isEmpty { callSaves.beginBlock() }
        while i < Int(block.end) {
            let index = i
            let inst = code.insts[i]
            i += 1
            let isTail = makesTailCalls && inst.isCall && isTailCall(index, block)
            if !callSaves.isEmpty && !isEmpty(inst) { saveAndRestore(inst, index) }
            if isTail {
                restoreSaved()
                put(inst.op == .call ? Instruction(.tail, symbol: inst.symbol) : Instruction(.tailr, ra: register(inst.ra)), index)
                return
            }
            switch inst.op {
            case .b:
                jump(to: IRBlockID(raw: ~inst.symbol), next)
            case .bcc, .bcci, .fbcc:
                var branch = instruction(inst)
                let taken = target[IRBlockID(raw: ~inst.symbol)]
                // A branch in the middle of a block (the range check of a switch) just falls through.
                guard i == Int(block.end) - 1, code.insts[i].op == .b else {
                    branch.symbol = reference(taken)
                    put(branch, index)
                    continue
                }
                let other = target[IRBlockID(raw: ~code.insts[i].symbol)]
                i += 1
                if taken == other {
                    jump(to: taken, next)
                } else if taken == next && (!isBase || branch.condition == .eq || branch.condition == .ne) {
                    branch.condition = branch.condition.inverted(isFloat: inst.op == .fbcc)
                    branch.symbol = reference(other)
                    put(branch, index)
                } else {
                    branch.symbol = reference(taken)
                    put(branch, index)
                    jump(to: other, next)
                }
            case .ret:
                if sharesEnd && hasEnd {
                    put(Instruction(.b, symbol: ~endLabel), index)
                    isEndReferenced = true
                } else {
                    if sharesEnd { put(Instruction(.label, symbol: ~endLabel)) }
                    hasEnd = true
                    leave(index)
                }
            default:
                if !isEmpty(inst) { put(instruction(inst), index) }
            }
        }
    }

    /// Whether nothing but a return follows on a call: its results are ours where they are.
    private mutating func isTailCall(_ index: Int, _ block: MachineCode.Block) -> Bool {
        let inst = code.insts[index]
        if inst.op == .callr && saved.contains(register(inst.ra)) { return false }
        if callSaves.isNeeded(at: index) { return false }
        var i = index + 1
        var end = Int(block.end)
        var jumps = 0
        while i < end && jumps < 8 {
            let next = code.insts[i]
            i += 1
            if next.op == .ret { return true }
            if next.op == .b {
                let block = code.blocks[Int(code.indexOfBlock[IRBlockID(raw: ~next.symbol)])]
                i = Int(block.start)
                end = Int(block.end)
                jumps += 1
            } else if !isEmpty(next) {
                return false
            }
        }
        return false
    }

    /// What goes in front of an instruction for values that calls do not keep.
    private mutating func saveAndRestore(_ inst: MachineInst, _ index: Int) {
        switch inst.op {
        case .call, .callr:
            // A value may have become an argument without a move.
            callSaves.need(bit(inst.ra) | ((1 << UInt32(inst.shift)) - 1))
            callSaves.call(index)
        case .b, .br, .bcc, .bcci, .fbcc, .ret:
            callSaves.need(~0)
        default:
            if callSaves.pending != 0 {
                var used = bit(inst.ra) | bit(inst.rb)
                if inst.readsDestination { used |= bit(inst.rd) }
                if inst.isSelect { used |= bit(inst.rd) | bit(inst.source) }
                callSaves.need(used)
            }
            if inst.rd != .none && !inst.readsDestination { callSaves.write(register(inst.rd)) }
        }
        for step in callSaves.steps {
            let isFloat = step.register.isFloat
            let op: Operation = step.isStore ? isFloat ? .fstore : .store : isFloat ? .fload : .load
            put(instruction(MachineInst(op, rd: step.register.reg, ra: Reg.sp, symbol: FrameArea.spill(step.home),
                                        width: isFloat ? .f64 : .w64)))
        }
        callSaves.steps.removeAll(keepingCapacity: true)
    }

    private func bit(_ reg: Reg) -> UInt32 {
        let number = register(reg).rawValue
        return number < 32 ? 1 << UInt32(number) : 0
    }

    private mutating func reference(_ block: IRBlockID) -> Int32 {
        isReferenced[block] = true
        return ~block.raw
    }

    private mutating func jump(to block: IRBlockID, _ next: IRBlockID) {
        let end = target[block]
        if end != next { put(Instruction(.b, symbol: reference(end))) }
    }

    private mutating func instruction(_ inst: MachineInst) -> Instruction {
        var result = Instruction(inst.op, rd: register(inst.rd), ra: register(inst.ra), rb: register(inst.rb), imm: inst.imm,
                                 symbol: inst.symbol, width: inst.width, memory: inst.memory, condition: inst.condition,
                                 shift: inst.isCall ? 0 : inst.shift)
        if inst.isSelect {
            result.source = register(inst.source)
            result.symbol = 0
            return result
        }
        if inst.ra == Reg.sp && inst.symbol != FrameArea.outgoing {
            result.imm &+= inst.symbol > 0 ? slotOffset[IRSlotID(raw: inst.symbol - 1)] : spillBase + Int64(-1 - inst.symbol) * 8
            result.symbol = 0
            if code.hasDynamicStack { result.ra = .s3 }
        }
        switch inst.op {
        case .la where inst.symbol < 0, .loadg where inst.symbol < 0:
            let label = ~inst.symbol
            if Int(label) < f.blocks.count { result.symbol = reference(target[IRBlockID(raw: label)]) }
        case .spalloc:
            result.imm = stagedBytes
        case .addi where result.imm == 0 && result.width == .w64:
            result = Instruction(.mov, rd: result.rd, ra: result.ra)
        default:
            break
        }
        return result
    }
}

extension Condition {
    /// The opposite; with NaN, the opposite of lt is nlt and not ge.
    func inverted(isFloat: Bool) -> Condition {
        if isFloat {
            if self == .lt { return .nlt }
            if self == .le { return .nle }
        }
        return inverted
    }
}
