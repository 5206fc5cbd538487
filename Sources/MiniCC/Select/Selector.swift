import P1Backend

/// Chooses P1 instructions for a function, on virtual registers.
///
/// Blocks are visited from the last to the first and each from its end to its start, so that every use of
/// a value is seen before the value itself: an instruction that all its users took into themselves (a constant
/// as immediate, an addition as address, a comparison as branch) is never asked for and vanishes.
struct Selector {
    private let f: IRFunction
    private let upperBits: UpperBitsAnalysis
    private let loops: Loops
    private let order: [IRBlockID]
    private let isReachable: Table<IRBlockID, Bool>
    private var code = MachineCode()
    /// Virtual register of a value that someone needs.
    private var registers: Table<IRValue, Reg>
    private var useCount: Table<IRValue, Int32>
    /// How many of the uses are addresses of loads and stores.
    private var addressUses: Table<IRValue, Int32>
    /// Instructions of the value at hand, in order; they go to `reversed` from the back.
    private var pending: [MachineInst] = []
    private var reversed: [MachineInst] = []
    private let copyFunction: IRSymbol
    private let fillFunction: IRSymbol
    private var nextLabel: Int32
    private var parallel = ParallelCopy()
    private var lastIncoming = 0

    private static let argumentRegisters = 4

    /// `layout`: all reachable blocks in the order of the code. Local label n is block n.
    static func select(_ f: IRFunction, flow: ControlFlow, loops: Loops, layout: [IRBlockID], frequencies: Table<IRBlockID, Float>,
                       copyFunction: IRSymbol, fillFunction: IRSymbol) -> MachineCode {
        var selector = Selector(f, flow, loops, copyFunction, fillFunction)
        selector.run(layout, frequencies)
        return selector.code
    }

    private init(_ f: IRFunction, _ flow: ControlFlow, _ loops: Loops, _ copyFunction: IRSymbol, _ fillFunction: IRSymbol) {
        self.f = f
        self.loops = loops
        self.copyFunction = copyFunction
        self.fillFunction = fillFunction
        order = flow.order
        isReachable = Table(flow.position.rows.map { $0 >= 0 })
        upperBits = UpperBitsAnalysis(f, flow)
        registers = Table<IRValue, Reg>(repeating: .none, count: f.insts.count)
        useCount = Table<IRValue, Int32>(repeating: 0, count: f.insts.count)
        addressUses = useCount
        nextLabel = Int32(f.blocks.count)
        for block in order {
            var value = f.blocks[block].first
            while value != .none {
                let inst = f.insts[value]
                f.forEachOperand(inst) { useCount[$0] += 1 }
                if inst.op == .load || inst.op == .store, inst.a != .none { addressUses[inst.a] += 1 }
                value = inst.next
            }
        }
    }

    private mutating func run(_ layout: [IRBlockID], _ frequencies: Table<IRBlockID, Float>) {
        let start = Scratch<IRBlockID, Int32>(repeating: 0, count: f.blocks.count)      // in `reversed`
        let end = Scratch<IRBlockID, Int32>(repeating: 0, count: f.blocks.count)
        defer {
            start.free()
            end.free()
        }
        reversed.reserveCapacity(f.insts.count)
        for block in order.reversed() {
            start[block] = Int32(reversed.count)
            var value = f.blocks[block].last
            selectTerminator(value)
            flush()
            value = f[value].previous
            while value != .none {
                let inst = f.insts[value]
                if inst.op == .phi { break }
                select(value, inst)
                if !pending.isEmpty { flush() }
                value = inst.previous
            }
            end[block] = Int32(reversed.count)
        }
        code.insts.reserveCapacity(reversed.count)
        code.indexOfBlock = Table<IRBlockID, Int32>(repeating: -1, count: f.blocks.count)
        for block in layout {
            let first = Int32(code.insts.count)
            var index = end[block] - 1
            while index >= start[block] {
                code.insts.append(reversed[Int(index)])
                index -= 1
            }
            code.indexOfBlock[block] = Int32(code.blocks.count)
            code.labels.append(block)
            code.blocks.append(MachineCode.Block(start: first, end: Int32(code.insts.count), depth: UInt8(min(loops.depth(block), 255)),
                                                 frequency: frequencies[block]))
        }
        connectBlocks()
    }

    private mutating func connectBlocks() {
        var starts = [Int32](repeating: 0, count: code.blocks.count + 1)
        for block in order { f.forEachSuccessor(block) { starts[Int(code.indexOfBlock[$0]) + 1] += 1 } }
        for k in 0..<code.blocks.count { starts[k + 1] += starts[k] }
        var fill = starts
        var predecessors = [Int32](repeating: 0, count: Int(starts[code.blocks.count]))
        for block in order {
            f.forEachSuccessor(block) {
                let target = Int(code.indexOfBlock[$0])
                predecessors[Int(fill[target])] = code.indexOfBlock[block]
                fill[target] += 1
            }
        }
        code.predecessorStart = starts
        code.predecessors = predecessors
    }

    // MARK: Values

    @inline(__always)
    private mutating func flush() {
        var index = pending.count - 1
        while index >= 0 {
            reversed.append(pending[index])
            index -= 1
        }
        pending.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    private mutating func put(_ inst: MachineInst) { pending.append(inst) }

    /// The value whose register also holds `value`: conversions that change nothing are skipped.
    @inline(__always)
    private func root(_ value: IRValue) -> IRValue {
        var value = value
        while true {
            let inst = f.insts[value]
            switch inst.op {
            case .trunc:
                value = inst.a
            case .sext32 where upperBits.known[inst.a] & UpperBitsAnalysis.signed != 0:
                value = inst.a
            case .zext32 where upperBits.known[inst.a] & UpperBitsAnalysis.zero != 0:
                value = inst.a
            case .phi where inst.count == 1:
                value = f.pairs[Int(inst.list)].value
            default:
                return value
            }
        }
    }

    /// The register of a value; from now on its instruction is needed.
    @inline(__always)
    private mutating func use(_ value: IRValue) -> Reg {
        let value = root(value)
        if registers[value] == .none { registers[value] = code.newRegister(float: f.insts[value].type.isFloat) }
        return registers[value]
    }

    /// The constant that `value` is, when it is one that instructions can take in.
    @inline(__always)
    private func immediate(_ value: IRValue) -> Int64? {
        let inst = f.insts[value]
        guard inst.op == .const, inst.imm == Int64(Int32(truncatingIfNeeded: inst.imm)) else { return nil }
        return inst.imm
    }

    /// Whether the instruction behind `value` stands in `block` and has this one user, so that it may go into it.
    @inline(__always)
    private func isOwned(_ value: IRValue, by block: IRBlockID) -> Bool {
        useCount[value] == 1 && f.insts[value].block == block && registers[value] == .none
    }

    private func width(_ type: IRType) -> Width { type == .f32 ? .f32 : .f64 }

    // MARK: Instructions

    private mutating func select(_ value: IRValue, _ inst: IRInst) {
        let rd = registers[value]
        switch inst.op {
        case .store:
            selectStore(inst)
            return
        case .call:
            selectCall(value, inst)
            return
        case .copy:
            selectLibraryCall(copyFunction, [inst.a, inst.b], inst.imm)
            return
        case .fill:
            selectLibraryCall(fillFunction, [inst.a, inst.b], inst.imm)
            return
        case .restoreStack:
            put(MachineInst(.sprestore, ra: use(inst.a)))
            return
        case .load where inst.flags.contains(.volatile) && rd == .none:
            selectLoad(inst, value, code.newRegister(float: inst.type.isFloat))
            return
        case .allocate where rd == .none:
            put(MachineInst(.spalloc, rd: code.newRegister(float: false), ra: use(inst.a)))
            code.hasDynamicStack = true
            return
        default:
            if rd == .none { return }
        }
        switch inst.op {
        case .const:
            put(MachineInst(.li, rd: rd, imm: inst.imm))
        case .fconst:
            put(MachineInst(.fli, rd: rd, imm: inst.imm, width: width(inst.type)))
        case .address:
            selectAddress(inst, rd)
        case .param:
            selectParam(inst, rd)
        case .undef:
            if inst.type.isFloat {
                put(MachineInst(.fli, rd: rd, imm: 0, width: width(inst.type)))
            } else {
                put(MachineInst(.li, rd: rd, imm: 0))
            }
        case .add:
            selectAdd(value, inst, rd)
        case .sub:
            if let imm = immediate(inst.b), imm != Int64(Int32.min) {
                put(MachineInst(.addi, rd: rd, ra: use(inst.a), imm: -imm, width: upperBits.width[value]))
            } else {
                put(MachineInst(.sub, rd: rd, ra: use(inst.a), rb: use(inst.b), width: upperBits.width[value]))
            }
        case .mul:
            selectBinary(value, inst, rd, .mul, .muli)
        case .and:
            selectBinary(value, inst, rd, .and, .andi)
        case .or:
            selectBinary(value, inst, rd, .or, .ori)
        case .xor:
            selectBinary(value, inst, rd, .xor, .xori)
        case .shl:
            selectShift(value, inst, rd, .shl, .shli)
        case .shrs:
            selectShift(value, inst, rd, .sar, .sari)
        case .shru:
            selectShift(value, inst, rd, .shr, .shri)
        case .divs:
            put(MachineInst(.div, rd: rd, ra: use(inst.a), rb: use(inst.b), width: upperBits.width[value]))
        case .divu:
            put(MachineInst(.divu, rd: rd, ra: use(inst.a), rb: use(inst.b), width: upperBits.width[value]))
        case .rems:
            put(MachineInst(.rem, rd: rd, ra: use(inst.a), rb: use(inst.b), width: upperBits.width[value]))
        case .remu:
            put(MachineInst(.remu, rd: rd, ra: use(inst.a), rb: use(inst.b), width: upperBits.width[value]))
        case .mulhs:
            put(MachineInst(.mulhs, rd: rd, ra: use(inst.a), rb: use(inst.b)))
        case .mulhu:
            put(MachineInst(.mulhu, rd: rd, ra: use(inst.a), rb: use(inst.b)))
        case .neg:
            put(MachineInst(.neg, rd: rd, ra: use(inst.a), width: upperBits.width[value]))
        case .not:
            put(MachineInst(.not, rd: rd, ra: use(inst.a), width: upperBits.width[value]))
        case .sext8:
            put(MachineInst(.sext8, rd: rd, ra: use(inst.a)))
        case .sext16:
            put(MachineInst(.sext16, rd: rd, ra: use(inst.a)))
        case .zext8:
            put(MachineInst(.zext8, rd: rd, ra: use(inst.a)))
        case .zext16:
            put(MachineInst(.zext16, rd: rd, ra: use(inst.a)))
        case .sext32:
            put(MachineInst(.sext32, rd: rd, ra: use(inst.a)))
        case .zext32:
            put(MachineInst(.zext32, rd: rd, ra: use(inst.a)))
        case .icmp:
            let test = comparison(inst)
            if let imm = test.imm {
                put(MachineInst(.cmpseti, rd: rd, ra: use(test.a), imm: imm, width: test.width, condition: test.condition))
            } else {
                put(MachineInst(.cmpset, rd: rd, ra: use(test.a), rb: use(test.b), width: test.width, condition: test.condition))
            }
        case .select:
            selectChoice(inst, rd)
        case .fcmp:
            put(MachineInst(.fcmpset, rd: rd, ra: use(inst.a), rb: use(inst.b), width: width(f[inst.a].type), condition: inst.condition))
        case .fadd:
            selectFloat(.fadd, inst, rd)
        case .fsub:
            selectFloat(.fsub, inst, rd)
        case .fmul:
            selectFloat(.fmul, inst, rd)
        case .fdiv:
            selectFloat(.fdiv, inst, rd)
        case .fneg:
            put(MachineInst(.fneg, rd: rd, ra: use(inst.a), width: width(inst.type)))
        case .fabs:
            put(MachineInst(.fabs, rd: rd, ra: use(inst.a), width: width(inst.type)))
        case .fsqrt:
            put(MachineInst(.fsqrt, rd: rd, ra: use(inst.a), width: width(inst.type)))
        case .fconvert:
            put(MachineInst(.fcvtff, rd: rd, ra: use(inst.a), width: width(inst.type)))
        case .fromSigned:
            put(MachineInst(.fcvtfs, rd: rd, ra: use(inst.a), width: width(inst.type)))
        case .fromUnsigned:
            // In the range of unsigned int the signed conversion gives the same and is one instruction everywhere.
            let fits = upperBits.known[inst.a] & UpperBitsAnalysis.zero != 0
            put(MachineInst(fits ? .fcvtfs : .fcvtfu, rd: rd, ra: use(inst.a), width: width(inst.type)))
        case .toSigned:
            put(MachineInst(.fcvtsf, rd: rd, ra: use(inst.a), width: width(f[inst.a].type)))
        case .toUnsigned:
            put(MachineInst(.fcvtuf, rd: rd, ra: use(inst.a), width: width(f[inst.a].type)))
        case .bits:
            put(MachineInst(.fbits, rd: rd, ra: use(inst.a), width: width(f[inst.a].type)))
        case .fromBits:
            put(MachineInst(.fset, rd: rd, ra: use(inst.a), width: width(inst.type)))
        case .load:
            selectLoad(inst, value, rd)
        case .secondResult:
            put(MachineInst(.mov, rd: rd, ra: Register.a1.reg))
        case .allocate:
            put(MachineInst(.spalloc, rd: rd, ra: use(inst.a)))
            code.hasDynamicStack = true
        case .saveStack, .frameAddress:
            put(MachineInst(.mov, rd: rd, ra: Reg.sp))
        case .trunc, .store, .copy, .fill, .call, .restoreStack, .barrier, .phi,
             .br, .condbr, .switchOn, .goto, .ret, .trap, .unreachable:
            break
        }
    }

    private mutating func selectFloat(_ op: Operation, _ inst: IRInst, _ rd: Reg) {
        put(MachineInst(op, rd: rd, ra: use(inst.a), rb: use(inst.b), width: width(inst.type)))
    }

    private mutating func selectBinary(_ value: IRValue, _ inst: IRInst, _ rd: Reg, _ op: Operation, _ immediateForm: Operation) {
        let width = upperBits.width[value]
        if let imm = immediate(inst.b) {
            put(MachineInst(immediateForm, rd: rd, ra: use(inst.a), imm: imm, width: width))
        } else if let imm = immediate(inst.a) {
            put(MachineInst(immediateForm, rd: rd, ra: use(inst.b), imm: imm, width: width))
        } else {
            put(MachineInst(op, rd: rd, ra: use(inst.a), rb: use(inst.b), width: width))
        }
    }

    private mutating func selectShift(_ value: IRValue, _ inst: IRInst, _ rd: Reg, _ op: Operation, _ immediateForm: Operation) {
        let width = upperBits.width[value]
        let mask: Int64 = inst.type == .i64 ? 63 : 31
        if f[inst.b].op == .const {
            put(MachineInst(immediateForm, rd: rd, ra: use(inst.a), imm: f[inst.b].imm & mask, width: width))
        } else {
            put(MachineInst(op, rd: rd, ra: use(inst.a), rb: use(inst.b), width: width))
        }
    }

    /// x + y, x + constant, x + (y << n) + constant.
    private mutating func selectAdd(_ value: IRValue, _ inst: IRInst, _ rd: Reg) {
        let width = upperBits.width[value]
        var a = inst.a
        var b = inst.b
        if f[a].op == .const { swap(&a, &b) }
        if let imm = immediate(b) {
            if width == .w64 && isOwned(a, by: inst.block) && f[a].op == .add && immediate(f[a].b) == nil
                && upperBits.width[a] == .w64 {
                let inner = f[a]
                if let (base, index, shift) = scaled(inner.a, inner.b, inst.block) {
                    put(MachineInst(.leax, rd: rd, ra: use(base), rb: use(index), imm: imm, shift: shift))
                    return
                }
            }
            put(MachineInst(.addi, rd: rd, ra: use(a), imm: imm, width: width))
            return
        }
        if width == .w64, let (base, index, shift) = scaled(a, b, inst.block), shift > 0 {
            put(MachineInst(.leax, rd: rd, ra: use(base), rb: use(index), shift: shift))
            return
        }
        put(MachineInst(.add, rd: rd, ra: use(a), rb: use(b), width: width))
    }

    /// Takes a + b apart into base + (index << shift), shift 0…3.
    private func scaled(_ a: IRValue, _ b: IRValue, _ block: IRBlockID) -> (base: IRValue, index: IRValue, shift: UInt8)? {
        if let (index, shift) = shiftedIndex(b, block) { return (a, index, shift) }
        if let (index, shift) = shiftedIndex(a, block) { return (b, index, shift) }
        return (a, b, 0)
    }

    private func shiftedIndex(_ value: IRValue, _ block: IRBlockID) -> (IRValue, UInt8)? {
        let inst = f[value]
        guard inst.op == .shl, inst.block == block, upperBits.width[value] == .w64, f[inst.b].op == .const,
              f[inst.b].imm >= 1, f[inst.b].imm <= 3 else { return nil }
        return (inst.a, UInt8(f[inst.b].imm))
    }

    // MARK: Addresses

    /// Where a load or store goes.
    private enum Place {
        case base(Reg, Int64, area: Int32)
        case indexed(Reg, Reg, UInt8, Int64)
        /// A symbol, or ~label.
        case code(Int32, Int64)
    }

    private mutating func place(_ inst: IRInst) -> Place {
        switch inst.base {
        case .slot(let slot): return .base(Reg.sp, inst.imm, area: FrameArea.slot(slot))
        case .symbol(let symbol): return .code(symbol.raw, inst.imm)
        case .block(let block): return .code(label(block), inst.imm)
        case .value: break
        }
        var base = root(inst.a)
        var offset = inst.imm
        // base + constant, however often; but a sum that has a register may well be the end of what it is made from.
        while f[base].op == .add, f[base].type == .i64, registers[base] == .none, let imm = immediate(f[base].b), let sum = Selector.sum(offset, imm) {
            offset = sum
            base = root(f[base].a)
        }
        let top = f[base]
        if top.op == .address, let sum = Selector.sum(offset, top.imm) {
            switch top.base {
            case .slot(let slot): return .base(Reg.sp, sum, area: FrameArea.slot(slot))
            case .symbol(let symbol) where registers[base] == .none && useCount[base] <= 1: return .code(symbol.raw, sum)
            default: break
            }
        }
        if top.op == .add && top.type == .i64 && top.block == inst.block && registers[base] == .none
            && isOnlyAddress(base), let (start, index, shift) = scaled(top.a, top.b, inst.block) {
            // The constant part of the start belongs to the offset.
            var start = root(start)
            while f[start].op == .add, f[start].type == .i64, f[start].block == inst.block, registers[start] == .none,
                  let imm = immediate(f[start].b), let sum = Selector.sum(offset, imm) {
                offset = sum
                start = root(f[start].a)
            }
            // And that of the index, which the scale multiplies.
            var index = root(index)
            while isStep(index), registers[index] == .none, let imm = immediate(f[index].b),
                  let sum = Selector.sum(offset, imm << Int64(shift)) {
                offset = sum
                index = root(f[index].a)
            }
            return .indexed(use(start), use(index), shift, offset)
        }
        return .base(use(base), offset, area: FrameArea.outgoing)
    }

    /// Whether the register of an addition of a constant is the other operand's plus that constant, in 64 bits.
    private func isStep(_ value: IRValue) -> Bool {
        let inst = f[value]
        guard inst.op == .add, f[inst.b].op == .const else { return false }
        return inst.type == .i64 || upperBits.isSafeStep(f, inst) && upperBits.known[inst.a] & UpperBitsAnalysis.signed != 0
    }

    private static func sum(_ a: Int64, _ b: Int64) -> Int64? {
        let sum = a &+ b
        return sum == Int64(Int32(truncatingIfNeeded: sum)) ? sum : nil
    }

    /// Whether an addition is only the address of one or two accesses; it then needs no register.
    private func isOnlyAddress(_ value: IRValue) -> Bool {
        useCount[value] == addressUses[value] && useCount[value] <= 2
    }

    private mutating func selectLoad(_ inst: IRInst, _ value: IRValue, _ rd: Reg) {
        let place = place(inst)
        if inst.type.isFloat {
            let width = width(inst.type)
            switch place {
            case .base(let base, let offset, let area):
                put(MachineInst(.fload, rd: rd, ra: base, imm: offset, symbol: area, width: width))
            case .indexed(let base, let index, let shift, let offset):
                put(MachineInst(.floadx, rd: rd, ra: base, rb: index, imm: offset, width: width, shift: shift))
            case .code(let symbol, let offset):
                put(MachineInst(.floadg, rd: rd, imm: offset, symbol: symbol, width: width))
            }
            return
        }
        let memory = upperBits.memory(inst, value)
        switch place {
        case .base(let base, let offset, let area):
            put(MachineInst(.load, rd: rd, ra: base, imm: offset, symbol: area, memory: memory))
        case .indexed(let base, let index, let shift, let offset):
            put(MachineInst(.loadx, rd: rd, ra: base, rb: index, imm: offset, memory: memory, shift: shift))
        case .code(let symbol, let offset):
            put(MachineInst(.loadg, rd: rd, imm: offset, symbol: symbol, memory: memory))
        }
    }

    private static func stored(_ memory: Memory) -> Memory {
        switch memory {
        case .s8: return .u8
        case .s16: return .u16
        case .s32: return .u32
        default: return memory
        }
    }

    private mutating func selectStore(_ inst: IRInst) {
        let place = place(inst)
        if f[inst.b].type.isFloat {
            let width = width(f[inst.b].type)
            let rd = use(inst.b)
            switch place {
            case .base(let base, let offset, let area):
                put(MachineInst(.fstore, rd: rd, ra: base, imm: offset, symbol: area, width: width))
            case .indexed(let base, let index, let shift, let offset):
                put(MachineInst(.fstorex, rd: rd, ra: base, rb: index, imm: offset, width: width, shift: shift))
            case .code(let symbol, let offset):
                put(MachineInst(.fstoreg, rd: rd, imm: offset, symbol: symbol, width: width))
            }
            return
        }
        let memory = Selector.stored(inst.memory)
        let rd = use(narrowed(inst.b, memory))
        switch place {
        case .base(let base, let offset, let area):
            put(MachineInst(.store, rd: rd, ra: base, imm: offset, symbol: area, memory: memory))
        case .indexed(let base, let index, let shift, let offset):
            put(MachineInst(.storex, rd: rd, ra: base, rb: index, imm: offset, memory: memory, shift: shift))
        case .code(let symbol, let offset):
            put(MachineInst(.storeg, rd: rd, imm: offset, symbol: symbol, memory: memory))
        }
    }

    /// A store takes the low bytes anyway: extensions in front of it say nothing.
    private func narrowed(_ value: IRValue, _ memory: Memory) -> IRValue {
        var value = value
        while true {
            let inst = f[value]
            switch inst.op {
            case .sext8, .zext8:
                if memory.size > 1 { return value }
            case .sext16, .zext16:
                if memory.size > 2 { return value }
            case .sext32, .zext32:
                if memory.size > 4 { return value }
            default:
                return value
            }
            if registers[value] != .none { return value }
            value = inst.a
        }
    }

    private mutating func selectAddress(_ inst: IRInst, _ rd: Reg) {
        switch inst.base {
        case .slot(let slot): put(MachineInst(.addi, rd: rd, ra: Reg.sp, imm: inst.imm, symbol: FrameArea.slot(slot)))
        case .symbol(let symbol): put(MachineInst(.la, rd: rd, imm: inst.imm, symbol: symbol.raw))
        case .block(let block): put(MachineInst(.la, rd: rd, imm: inst.imm, symbol: label(block)))
        case .value: break
        }
    }

    /// A label whose address is taken; one that no jump can reach is as good anywhere.
    private func label(_ block: IRBlockID) -> Int32 { isReachable[block] ? ~block.raw : f.symbol.raw }

    // MARK: Comparisons

    private struct Comparison {
        var a: IRValue
        var b: IRValue
        var imm: Int64?
        var width: Width
        var condition: Condition
    }

    private func comparison(_ inst: IRInst) -> Comparison {
        var a = inst.a
        var b = inst.b
        var condition = inst.condition
        if f[a].op == .const && f[b].op != .const {
            swap(&a, &b)
            condition = condition.swapped
        }
        let imm = immediate(b)
        if f[a].type == .i64 { return Comparison(a: a, b: b, imm: imm, width: .w64, condition: condition) }
        let common = upperBits.known[a] & upperBits.known[b]
        let ignoresSign: Bool
        switch condition {
        case .lt, .ge, .le, .gt: ignoresSign = false
        default: ignoresSign = true
        }
        let isWide = common & UpperBitsAnalysis.signed != 0 || ignoresSign && common & UpperBitsAnalysis.zero != 0
        return Comparison(a: a, b: b, imm: imm, width: isWide ? .w64 : .w32, condition: condition)
    }

    /// rd = the second value, then the first where the condition holds; the other way round if the first is a constant,
    /// which then needs no register of its own.
    private mutating func selectChoice(_ inst: IRInst, _ rd: Reg) {
        var first = root(f.pool[Int(inst.list)])
        var second = root(f.pool[Int(inst.list) + 1])
        let test = f[inst.a]
        var choice: MachineInst
        if (test.block == inst.block && registers[inst.a] == .none || useCount[inst.a] == 1) && test.op == .icmp {
            let comparison = comparison(test)
            choice = MachineInst(comparison.imm == nil ? .selcc : .selcci, ra: use(comparison.a), imm: comparison.imm ?? 0,
                                 width: comparison.width, condition: comparison.condition)
            if comparison.imm == nil { choice.rb = use(comparison.b) }
        } else {
            let isWide = test.type == .i64 || upperBits.known[inst.a] != 0
            choice = MachineInst(.selcci, ra: use(inst.a), width: isWide ? .w64 : .w32, condition: .ne)
        }
        if f[first].op == .const && f[second].op != .const {
            swap(&first, &second)
            choice.condition = choice.condition.inverted
        }
        if f[second].op == .const {
            put(MachineInst(.li, rd: rd, imm: f[second].imm))
        } else {
            let start = use(second)
            put(MachineInst(.mov, rd: rd, ra: start))
            // The copy is as good in the comparison, and then takes over the register.
            if choice.ra == start { choice.ra = rd }
            if choice.rb == start { choice.rb = rd }
        }
        choice.rd = rd
        choice.source = use(first)
        put(choice)
    }

    // MARK: Calls

    private mutating func selectParam(_ inst: IRInst, _ rd: Reg) {
        let index = Int(inst.imm)
        if index < Selector.argumentRegisters {
            let source = Reg(index)
            if inst.type.isFloat {
                put(MachineInst(.fset, rd: rd, ra: source, width: width(inst.type)))
            } else {
                put(MachineInst(.mov, rd: rd, ra: source))
            }
            return
        }
        code.readsStackArguments = true
        if inst.type.isFloat {
            let word = code.newRegister(float: false)
            put(MachineInst(.ldarg, rd: word, imm: Int64(index - Selector.argumentRegisters)))
            put(MachineInst(.fset, rd: rd, ra: word, width: width(inst.type)))
        } else {
            put(MachineInst(.ldarg, rd: rd, imm: Int64(index - Selector.argumentRegisters)))
        }
    }

    private mutating func selectCall(_ value: IRValue, _ inst: IRInst) {
        let rd = registers[value]
        if rd == .none && inst.flags.contains(.pure) { return }
        let arguments = Array(f.pool[inst.range])
        passArguments(arguments)
        let count = UInt8(min(arguments.count, Selector.argumentRegisters))
        if let symbol = inst.base.symbol {
            put(MachineInst(.call, symbol: symbol.raw, shift: count))
        } else {
            let callee = root(inst.a)
            if f[callee].op == .address && f[callee].imm == 0, let symbol = f[callee].base.symbol {
                put(MachineInst(.call, symbol: symbol.raw, shift: count))
            } else {
                put(MachineInst(.callr, ra: use(callee), shift: count))
            }
        }
        code.hasCalls = true
        if rd == .none { return }
        if inst.type.isFloat {
            put(MachineInst(.fset, rd: rd, ra: Register.a0.reg, width: width(inst.type)))
        } else {
            put(MachineInst(.mov, rd: rd, ra: Register.a0.reg))
        }
    }

    /// memcpy and memset: two words and a size.
    private mutating func selectLibraryCall(_ symbol: IRSymbol, _ arguments: [IRValue], _ size: Int64) {
        passArguments(arguments)
        put(MachineInst(.li, rd: Register.a2.reg, imm: size))
        put(MachineInst(.call, symbol: symbol.raw, shift: 3))
        code.hasCalls = true
    }

    private mutating func passArguments(_ arguments: [IRValue]) {
        var index = arguments.count - 1
        // Words on the stack first: storing them may need registers.
        while index >= Selector.argumentRegisters {
            let value = arguments[index]
            let offset = Int64(index - Selector.argumentRegisters) * 8
            let type = f[value].type
            if type == .f32 {
                let word = code.newRegister(float: false)
                put(MachineInst(.fbits, rd: word, ra: use(value), width: .f32))
                put(MachineInst(.store, rd: word, ra: Reg.sp, imm: offset))
            } else if type == .f64 {
                put(MachineInst(.fstore, rd: use(value), ra: Reg.sp, imm: offset, width: .f64))
            } else {
                put(MachineInst(.store, rd: use(value), ra: Reg.sp, imm: offset))
            }
            code.outgoing = max(code.outgoing, offset + 8)
            index -= 1
        }
        while index >= 0 {
            loadWord(arguments[index], into: Reg(index))
            index -= 1
        }
    }

    /// A value as a word in a machine register.
    private mutating func loadWord(_ value: IRValue, into register: Reg) {
        let value = root(value)
        let inst = f[value]
        if inst.type.isFloat {
            put(MachineInst(.fbits, rd: register, ra: use(value), width: width(inst.type)))
        } else if inst.op == .const {
            put(MachineInst(.li, rd: register, imm: inst.imm))
        } else if inst.op == .address {
            selectAddress(inst, register)
        } else {
            put(MachineInst(.mov, rd: register, ra: use(value)))
        }
    }

    // MARK: The end of a block

    private mutating func selectTerminator(_ value: IRValue) {
        let inst = f[value]
        copyToPhis(inst.block)
        switch inst.op {
        case .br:
            put(MachineInst(.b, symbol: ~inst.target.raw))
        case .condbr:
            selectBranch(inst)
        case .switchOn:
            selectTable(inst)
        case .goto:
            put(MachineInst(.br, ra: use(inst.a)))
        case .ret:
            var count: UInt8 = 0
            if inst.b != .none {
                put(MachineInst(.mov, rd: Register.a1.reg, ra: use(inst.b)))
                count += 1
            }
            if inst.a != .none {
                loadWord(inst.a, into: Register.a0.reg)
                count += 1
            }
            put(MachineInst(.ret, shift: count))
        case .trap, .unreachable:
            // Nothing runs on into what happens to stand behind.
            put(MachineInst(.trap))
        default:
            break
        }
    }

    private mutating func selectBranch(_ inst: IRInst) {
        let test = f[inst.a]
        let mayFuse = test.block == inst.block && registers[inst.a] == .none || useCount[inst.a] == 1
        if mayFuse && test.op == .icmp {
            let comparison = comparison(test)
            if let imm = comparison.imm {
                put(MachineInst(.bcci, ra: use(comparison.a), imm: imm, symbol: ~inst.then.raw, width: comparison.width, condition: comparison.condition))
            } else {
                put(MachineInst(.bcc, ra: use(comparison.a), rb: use(comparison.b), symbol: ~inst.then.raw, width: comparison.width, condition: comparison.condition))
            }
        } else if mayFuse && test.op == .fcmp {
            put(MachineInst(.fbcc, ra: use(test.a), rb: use(test.b), symbol: ~inst.then.raw, width: width(f[test.a].type), condition: test.condition))
        } else {
            let isWide = test.type == .i64 || upperBits.known[inst.a] != 0
            put(MachineInst(.bcci, ra: use(inst.a), imm: 0, symbol: ~inst.then.raw, width: isWide ? .w64 : .w32, condition: .ne))
        }
        put(MachineInst(.b, symbol: ~inst.target.raw))
    }

    /// A dense switch: cases sorted, holes go to the default.
    private mutating func selectTable(_ inst: IRInst) {
        let first = f.cases[Int(inst.list)].value
        let last = f.cases[Int(inst.list + inst.count) - 1].value
        let label = nextLabel + Int32(code.tables.count)
        var entries: [Int32] = []
        // The run is short (SwitchLowering), but lies anywhere: its start has no negative if it is the smallest number.
        entries.reserveCapacity(Int(last - first) + 1)
        for k in inst.range {
            while Int64(entries.count) < f.cases[k].value - first { entries.append(~inst.target.raw) }
            entries.append(~f.cases[k].block.raw)
        }
        code.tables.append(P1Table(label: ~label, entries: entries))
        let isNarrow = f[inst.a].type == .i32
        var index = use(inst.a)
        if first != 0 {
            let shifted = code.newRegister(float: false)
            put(MachineInst(.addi, rd: shifted, ra: index, imm: 0 &- first, width: isNarrow ? .u32 : .w64))
            index = shifted
        } else if isNarrow && upperBits.known[inst.a] == 0 {
            let extended = code.newRegister(float: false)
            put(MachineInst(.zext32, rd: extended, ra: index))
            index = extended
        }
        put(MachineInst(.bcci, ra: index, imm: last - first, symbol: ~inst.target.raw, condition: .gtu))
        let table = code.newRegister(float: false)
        let target = code.newRegister(float: false)
        put(MachineInst(.la, rd: table, symbol: ~label))
        put(MachineInst(.loadx, rd: target, ra: table, rb: index, shift: 3))
        put(MachineInst(.br, ra: target))
    }

    /// What the phis of the successors get from this block.
    private mutating func copyToPhis(_ block: IRBlockID) {
        // A block before phis has no other successor; phis of one value have been looked through.
        let last = f[f.blocks[block].last]
        guard last.op == .br, f[f.blocks[last.target].first].op == .phi else { return }
        parallel.clear()
        var value = f.blocks[last.target].first
        while value != .none && f[value].op == .phi {
            let phi = f[value]
            if phi.count > 1, let operand = incoming(phi, from: block) { addCopy(value, root(operand)) }
            value = phi.next
        }
        parallel.sequence(into: &pending, code: &code)
    }

    /// The search begins where the last one ended: the phis of a block name its predecessors in one order, which is
    /// near that of the blocks.
    private mutating func incoming(_ phi: IRInst, from block: IRBlockID) -> IRValue? {
        let list = Int(phi.list), count = Int(phi.count)
        var below = min(lastIncoming, count - 1)
        var above = below + 1
        while below >= 0 || above < count {
            if below >= 0 {
                if f.pairs[list + below].from == block {
                    lastIncoming = below
                    return f.pairs[list + below].value
                }
                below -= 1
            }
            if above < count {
                if f.pairs[list + above].from == block {
                    lastIncoming = above
                    return f.pairs[list + above].value
                }
                above += 1
            }
        }
        return nil
    }

    private mutating func addCopy(_ phi: IRValue, _ operand: IRValue) {
        let inst = f[operand]
        let rd = use(phi)
        switch inst.op {
        case .undef:
            break
        case .const:
            parallel.addLate(MachineInst(.li, rd: rd, imm: inst.imm))
        case .address:
            selectAddress(inst, rd)
            if let last = pending.popLast() { parallel.addLate(last) }
        default:
            parallel.add(rd, use(operand), isFloat: inst.type.isFloat)
        }
    }
}
