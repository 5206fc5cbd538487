import P1Backend

// Appending instructions at `current`. Nothing is optimised here.
extension IRFunction {
    // MARK: Blocks

    /// A new, empty block; `current` does not change.
    mutating func newBlock() -> IRBlockID {
        blocks.append(IRBlock())
    }

    /// Whether the current block already has its terminator.
    var isTerminated: Bool {
        let last = blocks[current].last
        return last != .none && insts[last].op.isTerminator
    }

    /// Goes on in `block`; a current block that is still open falls through to it.
    mutating func open(_ block: IRBlockID) {
        if !isTerminated { br(block) }
        current = block
    }

    mutating func newSlot(size: Int64, alignment: Int) -> IRSlotID {
        slots.append(IRSlot(size: size, alignment: Int32(truncatingIfNeeded: alignment)))
    }

    @inline(__always)
    @discardableResult
    mutating func emit(_ inst: IRInst) -> IRValue {
        let value = make(inst)
        append(value, to: current)
        return value
    }

    // MARK: Leaves

    mutating func const(_ value: Int64, _ type: IRType) -> IRValue {
        var inst = IRInst(.const, type)
        inst.imm = type == .i32 ? Int64(Int32(truncatingIfNeeded: value)) : value
        return emit(inst)
    }

    mutating func fconst(_ value: Double, _ type: IRType) -> IRValue {
        var inst = IRInst(.fconst, type)
        inst.imm = type == .f32 ? Int64(Float(value).bitPattern) : Int64(bitPattern: value.bitPattern)
        return emit(inst)
    }

    mutating func fconst(_ value: Float) -> IRValue {
        var inst = IRInst(.fconst, .f32)
        inst.imm = Int64(value.bitPattern)
        return emit(inst)
    }

    /// The address as a value.
    mutating func address(_ address: IRAddress) -> IRValue {
        if address.base == .value {
            if address.offset == 0 { return address.value }
            let offset = const(address.offset, .i64)
            return binary(.add, address.value, offset)
        }
        if !IRFunction.isInReach(address.offset) {
            var start = address
            start.offset = 0
            return self.address(.value(self.address(start), address.offset))
        }
        var inst = IRInst(.address, .i64)
        inst.base = address.base
        inst.imm = address.offset
        return emit(inst)
    }

    /// GNU `&&label`.
    mutating func address(of block: IRBlockID) -> IRValue {
        blocks[block].isAddressTaken = true
        var inst = IRInst(.address, .i64)
        inst.base = .block(block)
        return emit(inst)
    }

    /// Argument word `index`. `known`: how an integer word is extended (.s8 … .u32), .d64 when nothing is known.
    /// All parameters stand at the start of the entry block.
    mutating func param(_ index: Int, _ type: IRType, known: Memory = .d64) -> IRValue {
        var inst = IRInst(.param, type)
        inst.imm = Int64(index)
        inst.memory = known
        parameterCount = max(parameterCount, index + 1)
        return emit(inst)
    }

    mutating func undef(_ type: IRType) -> IRValue { emit(IRInst(.undef, type)) }

    // MARK: Arithmetic

    /// add … mulhu and fadd … fdiv; the result has the type of `a`.
    mutating func binary(_ op: IROp, _ a: IRValue, _ b: IRValue, _ flags: IRFlags = []) -> IRValue {
        var inst = IRInst(op, insts[a].type)
        inst.a = a
        inst.b = b
        inst.flags = flags
        return emit(inst)
    }

    /// neg, not, sext8, sext16, zext8, zext16, fneg, fabs, fsqrt: the result has the type of `a`.
    mutating func unary(_ op: IROp, _ a: IRValue) -> IRValue {
        convert(op, a, insts[a].type)
    }

    /// Operations of one operand with a result of another type: fconvert, fromSigned, toSigned, bits, ….
    mutating func convert(_ op: IROp, _ a: IRValue, _ type: IRType) -> IRValue {
        var inst = IRInst(op, type)
        inst.a = a
        return emit(inst)
    }

    mutating func sext32(_ a: IRValue) -> IRValue { convert(.sext32, a, .i64) }
    mutating func zext32(_ a: IRValue) -> IRValue { convert(.zext32, a, .i64) }
    mutating func trunc(_ a: IRValue) -> IRValue { convert(.trunc, a, .i32) }

    /// 0 or 1 of type i32.
    mutating func icmp(_ condition: Condition, _ a: IRValue, _ b: IRValue) -> IRValue {
        compare(.icmp, condition, a, b)
    }

    /// 0 or 1 of type i32. gt and ge are written as lt and le with the operands exchanged.
    mutating func fcmp(_ condition: Condition, _ a: IRValue, _ b: IRValue) -> IRValue {
        switch condition {
        case .gt: return compare(.fcmp, .lt, b, a)
        case .ge: return compare(.fcmp, .le, b, a)
        default: return compare(.fcmp, condition, a, b)
        }
    }

    private mutating func compare(_ op: IROp, _ condition: Condition, _ a: IRValue, _ b: IRValue) -> IRValue {
        var inst = IRInst(op, .i32)
        inst.condition = condition
        inst.a = a
        inst.b = b
        return emit(inst)
    }

    // MARK: Memory

    /// Integers: `memory` says size and extension, up to the width of `type`. f32 and f64: `memory` is ignored.
    mutating func load(_ type: IRType, _ memory: Memory, _ address: IRAddress) -> IRValue {
        var inst = IRInst(.load, type)
        inst.memory = IRFunction.memory(memory, for: type)
        place(address, in: &inst)
        return emit(inst)
    }

    /// Stores the low `memory.size` bytes of an integer, or a float.
    mutating func store(_ value: IRValue, _ memory: Memory, _ address: IRAddress) {
        var inst = IRInst(.store)
        inst.memory = IRFunction.memory(memory, for: insts[value].type)
        inst.b = value
        place(address, in: &inst)
        emit(inst)
    }

    @inline(__always)
    private static func memory(_ memory: Memory, for type: IRType) -> Memory {
        switch type {
        case .f32: return .u32
        case .f64: return .d64
        default: return memory
        }
    }

    /// Offsets of P1 have 32 bits; passes may add a little.
    @inline(__always)
    static func isInReach(_ offset: Int64) -> Bool { offset.magnitude < 1 << 31 - 1 << 12 }

    @inline(__always)
    private mutating func place(_ address: IRAddress, in inst: inout IRInst) {
        let near = IRFunction.isInReach(address.offset) ? address : .value(self.address(address))
        inst.base = near.base
        inst.a = near.value
        inst.imm = near.offset
        if address.isVolatile { inst.flags = .volatile }
    }

    /// Struct assignment: small sizes become loads and stores, larger ones a call of memcpy.
    mutating func copy(to destination: IRValue, from source: IRValue, size: Int64, volatile: Bool = false) {
        var inst = IRInst(.copy)
        if volatile { inst.flags = .volatile }
        inst.a = destination
        inst.b = source
        inst.imm = size
        emit(inst)
    }

    /// Sets `size` bytes; for zeroing pass a const 0.
    mutating func fill(_ destination: IRValue, byte: IRValue, size: Int64, volatile: Bool = false) {
        var inst = IRInst(.fill)
        if volatile { inst.flags = .volatile }
        inst.a = destination
        inst.b = byte
        inst.imm = size
        emit(inst)
    }

    // MARK: Calls

    /// `type` is void, i64, f32 or f64. Behind a noReturn call, end the block with `unreachable`.
    @discardableResult
    mutating func call(_ symbol: IRSymbol, _ arguments: [IRValue], _ type: IRType, known: Memory = .d64,
                       flags: IRFlags = []) -> IRValue {
        var inst = IRInst(.call, type)
        inst.base = .symbol(symbol)
        return finishCall(&inst, arguments, known, flags)
    }

    @discardableResult
    mutating func call(address: IRValue, _ arguments: [IRValue], _ type: IRType, known: Memory = .d64,
                       flags: IRFlags = []) -> IRValue {
        var inst = IRInst(.call, type)
        inst.a = address
        return finishCall(&inst, arguments, known, flags)
    }

    private mutating func finishCall(_ inst: inout IRInst, _ arguments: [IRValue], _ known: Memory, _ flags: IRFlags) -> IRValue {
        inst.list = Int32(truncatingIfNeeded: pool.count)
        inst.count = Int32(truncatingIfNeeded: arguments.count)
        pool.append(contentsOf: arguments)
        inst.memory = known
        inst.flags = flags
        return emit(inst)
    }

    /// The second result word; to be taken directly after the call.
    mutating func secondResult(of call: IRValue) -> IRValue { convert(.secondResult, call, .i64) }

    // MARK: Dynamic stack

    mutating func allocate(_ size: IRValue) -> IRValue { convert(.allocate, size, .i64) }
    mutating func saveStack() -> IRValue { emit(IRInst(.saveStack, .i64)) }
    mutating func restoreStack(_ saved: IRValue) { _ = convert(.restoreStack, saved, .void) }
    mutating func frameAddress() -> IRValue { emit(IRInst(.frameAddress, .i64)) }

    // MARK: Terminators

    mutating func br(_ target: IRBlockID) {
        var inst = IRInst(.br)
        inst.target = target
        emit(inst)
    }

    mutating func condbr(_ condition: IRValue, _ then: IRBlockID, _ otherwise: IRBlockID, _ flags: IRFlags = []) {
        var inst = IRInst(.condbr)
        inst.a = condition
        inst.then = then
        inst.target = otherwise
        inst.flags = flags
        emit(inst)
    }

    /// The values of `list` are different from each other, and for an i32 sign-extended.
    mutating func switchOn(_ value: IRValue, _ list: [IRCase], default target: IRBlockID) {
        var inst = IRInst(.switchOn)
        inst.a = value
        inst.target = target
        inst.list = Int32(truncatingIfNeeded: cases.count)
        inst.count = Int32(truncatingIfNeeded: list.count)
        cases.append(contentsOf: list)
        emit(inst)
    }

    /// GNU `goto *p`.
    mutating func goto(_ address: IRValue) { _ = convert(.goto, address, .void) }

    mutating func ret() { emit(IRInst(.ret)) }

    /// One or two result words: i64, f32 or f64 (the second always i64), extended by the C type.
    mutating func ret(_ first: IRValue, _ second: IRValue = .none) {
        var inst = IRInst(.ret)
        inst.a = first
        inst.b = second
        emit(inst)
    }

    mutating func barrier() { emit(IRInst(.barrier)) }
    mutating func trap() { emit(IRInst(.trap)) }
    mutating func unreachable() { emit(IRInst(.unreachable)) }

    // MARK: SSA

    /// A phi in front of `block`.
    mutating func phi(_ type: IRType, in block: IRBlockID, _ incoming: [IRIncoming] = []) -> IRValue {
        var inst = IRInst(.phi, type)
        inst.list = Int32(truncatingIfNeeded: pairs.count)
        inst.count = Int32(truncatingIfNeeded: incoming.count)
        pairs.append(contentsOf: incoming)
        let value = make(inst)
        insertFirst(value, in: block)
        return value
    }
}
