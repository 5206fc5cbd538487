import P1Backend

/// What P1 instructions mean, written to be read: `execute` below is the specification, and the test compares the
/// machines with it. Slow and simple on purpose; it shares no code with the encoders.
struct Model {
    /// a0…s5 and sp. Values are 64 bits; signed where it matters.
    var general = [Int64](repeating: 0, count: 14)
    /// The bit patterns of f0…f9, fs0…fs3.
    var float = [UInt64](repeating: 0, count: 14)
    var memory: ModelMemory
    let program: ModelProgram

    /// What an instruction leaves open: all but the callee-saved registers after ctxload, the upper half of a float,
    /// which NaN an operation yields.
    var generalIsOpen = [Bool](repeating: false, count: 14)
    var floatIsOpen = [Bool](repeating: false, count: 14)
    var floatIsNarrow = [Bool](repeating: false, count: 14)
    var floatIsAnyNaN = [Bool](repeating: false, count: 14)

    /// The functions that wait for a return, innermost last, and the one that runs.
    private var callers: [Activation] = []
    private var current: Activation
    private var contexts: [Int64: Context] = [:]
    /// Something the model cannot follow, as a mistake of the generator would be.
    private(set) var problem: String?

    private struct Activation {
        var function: P1Function
        var next = 0
        /// The caller's sp, once there is a frame.
        var outerStack: Int64?
    }

    private struct Context {
        var general: ArraySlice<Int64>
        var float: ArraySlice<UInt64>
        var stack: Int64
        var callers: [Activation]
    }

    /// The address of a local label. Machines have others, so no test may end with one in a register.
    private static func address(ofLocal label: Int32) -> Int64 { 0x7C0D_0000_0000_0000 | Int64(~label) << 16 }
    private static func isLocal(_ address: Int64) -> Bool { address >> 48 == 0x7C0D }
    private static func local(_ address: Int64) -> Int32 { ~Int32(truncatingIfNeeded: address >> 16 & 0xFFFF_FFFF) }

    init(running function: P1Function, of program: ModelProgram, memory: ModelMemory) {
        self.program = program
        self.memory = memory
        current = Activation(function: function)
    }

    /// Executes the function, which has a frame already, up to its end.
    mutating func run() {
        var steps = 0
        while problem == nil {
            if callers.isEmpty && current.next >= current.function.instructions.count { return }
            guard current.next < current.function.instructions.count else { return stop("ran off the end of a function") }
            let instruction = current.function.instructions[current.next]
            current.next += 1
            execute(instruction)
            steps += 1
            if steps > 100_000 { return stop("runs too long") }
        }
    }

    private mutating func stop(_ reason: String) { problem = reason }

    // MARK: The meaning of each operation

    private mutating func execute(_ i: Instruction) {
        let ra = value(i.ra), rb = value(i.rb)
        switch i.op {
        case .li: set(i.rd, i.imm)
        case .la: set(i.rd, address(of: i.symbol) &+ i.imm)
        case .mov: set(i.rd, ra)

        case .add, .sub, .mul, .shl, .shr, .sar, .div, .rem, .divu, .remu, .neg:
            set(i.rd, Model.arithmetic(i.op, i.width, ra, rb))
        case .addi: set(i.rd, Model.arithmetic(.add, i.width, ra, i.imm))
        case .muli: set(i.rd, Model.arithmetic(.mul, i.width, ra, i.imm))
        case .shli: set(i.rd, Model.arithmetic(.shl, i.width, ra, i.imm))
        case .shri: set(i.rd, Model.arithmetic(.shr, i.width, ra, i.imm))
        case .sari: set(i.rd, Model.arithmetic(.sar, i.width, ra, i.imm))
        case .and: set(i.rd, ra & rb)
        case .or: set(i.rd, ra | rb)
        case .xor: set(i.rd, ra ^ rb)
        case .andi: set(i.rd, ra & i.imm)
        case .ori: set(i.rd, ra | i.imm)
        case .xori: set(i.rd, ra ^ i.imm)
        case .not: set(i.rd, i.width == .u32 ? ~ra & 0xFFFF_FFFF : ~ra)
        case .mulhs: set(i.rd, ra.multipliedFullWidth(by: rb).high)
        case .mulhu: set(i.rd, signed(unsigned(ra).multipliedFullWidth(by: unsigned(rb)).high))

        case .sext8: set(i.rd, Int64(Int8(truncatingIfNeeded: ra)))
        case .sext16: set(i.rd, Int64(Int16(truncatingIfNeeded: ra)))
        case .sext32: set(i.rd, Int64(Int32(truncatingIfNeeded: ra)))
        case .zext8: set(i.rd, ra & 0xFF)
        case .zext16: set(i.rd, ra & 0xFFFF)
        case .zext32: set(i.rd, ra & 0xFFFF_FFFF)

        case .cmpset: set(i.rd, Model.holds(i.condition, i.width, ra, rb) ? 1 : 0)
        case .cmpseti: set(i.rd, Model.holds(i.condition, i.width, ra, i.imm) ? 1 : 0)

        case .selcc: if Model.holds(i.condition, i.width, ra, rb) { set(i.rd, value(i.source)) }
        case .selcci: if Model.holds(i.condition, i.width, ra, i.imm) { set(i.rd, value(i.source)) }

        case .load: set(i.rd, load(i.memory, ra &+ i.imm))
        case .store: store(i.memory, value(i.rd), ra &+ i.imm)
        case .loadx: set(i.rd, load(i.memory, ra &+ rb << Int64(i.shift) &+ i.imm))
        case .storex: store(i.memory, value(i.rd), ra &+ rb << Int64(i.shift) &+ i.imm)
        case .loadg: set(i.rd, load(i.memory, address(of: i.symbol) &+ i.imm))
        case .storeg: store(i.memory, value(i.rd), address(of: i.symbol) &+ i.imm)
        case .leax: set(i.rd, ra &+ rb << Int64(i.shift) &+ i.imm)
        case .ldarg:
            guard let outer = current.outerStack else { return stop("ldarg without a frame") }
            set(i.rd, load(.d64, outer &+ 8 &* i.imm))

        case .b: jump(to: i.symbol)
        case .br: jump(toAddress: ra)
        case .bcc: if Model.holds(i.condition, i.width, ra, rb) { jump(to: i.symbol) }
        case .bcci: if Model.holds(i.condition, i.width, ra, i.imm) { jump(to: i.symbol) }

        case .call: call(i.symbol)
        case .callr, .callnative:
            guard let symbol = program.function(at: i.op == .callr ? ra : general[0]) else { return stop("callr to no function") }
            call(symbol)
        case .ret: leave()
        case .enter:
            current.outerStack = general[13]
            // How much a machine keeps beside the frame is its own affair.
            general[13] -= (i.imm + 15) & ~15 + 64
        case .eret:
            dropFrame()
            leave()
        case .tail:
            dropFrame()
            jump(to: i.symbol)
        case .tailr:
            dropFrame()
            jump(toAddress: ra)
        case .syscall: set(.a0, systemCall())
        case .trap: stop("trap")
        case .copyblocks:
            for _ in 0..<8 &* general[0] {
                store(.d64, load(.d64, general[2]), general[1])
                general[1] &+= 8
                general[2] &+= 8
            }
            generalIsOpen[0] = true
        case .fillblocks:
            for _ in 0..<8 &* general[2] {
                store(.d64, general[0], general[1])
                general[1] &+= 8
            }
            generalIsOpen[2] = true
        case .codesync: break

        case .spalloc:
            // A machine may go down further.
            general[13] -= (ra + 15) & ~15
            set(i.rd, general[13] &+ i.imm)
        case .sprestore: general[13] = ra
        case .ctxsave:
            contexts[ra] = Context(general: general[7...12], float: float[10...13], stack: general[13], callers: callers)
        case .ctxload:
            guard let context = contexts[ra] else { return stop("ctxload of no context") }
            general[7...12] = context.general
            float[10...13] = context.float
            general[13] = context.stack
            callers = context.callers
            for register in 1...6 { generalIsOpen[register] = true }
            for register in 0...9 { floatIsOpen[register] = true }
            general[0] = rb
            leave()

        case .fmov, .fneg, .fabs, .fsqrt, .fadd, .fsub, .fmul, .fdiv, .fcvtff, .fcvtfs, .fcvtfu: floatArithmetic(i)
        case .fli: setFloat(i, unsigned(i.imm))
        case .fset: setFloat(i, unsigned(ra))
        case .fbits: set(i.rd, i.width == .f64 ? signed(bits(i.ra)) : Int64(UInt32(truncatingIfNeeded: bits(i.ra))))
        case .fload: setFloat(i, unsigned(load(Model.memory(i.width), ra &+ i.imm)))
        case .fstore: store(Model.memory(i.width), signed(bits(i.rd)), ra &+ i.imm)
        case .floadx: setFloat(i, unsigned(load(Model.memory(i.width), ra &+ rb << Int64(i.shift) &+ i.imm)))
        case .fstorex: store(Model.memory(i.width), signed(bits(i.rd)), ra &+ rb << Int64(i.shift) &+ i.imm)
        case .floadg: setFloat(i, unsigned(load(Model.memory(i.width), address(of: i.symbol) &+ i.imm)))
        case .fstoreg: store(Model.memory(i.width), signed(bits(i.rd)), address(of: i.symbol) &+ i.imm)
        case .fcvtsf: set(i.rd, Int64(number(i.ra, i.width)))
        case .fcvtuf: set(i.rd, signed(UInt64(number(i.ra, i.width))))
        case .fcmpset: set(i.rd, Model.holds(i.condition, number(i.ra, i.width), number(i.rb, i.width)) ? 1 : 0)
        case .fbcc: if Model.holds(i.condition, number(i.ra, i.width), number(i.rb, i.width)) { jump(to: i.symbol) }

        case .label: break
        }
    }

    /// Arithmetic at a width: 32-bit operands are the low halves, 32-bit results are extended.
    private static func arithmetic(_ op: Operation, _ width: Width, _ a: Int64, _ b: Int64) -> Int64 {
        switch width {
        case .w32: return Int64(compute(op, Int32(truncatingIfNeeded: a), Int32(truncatingIfNeeded: b)))
        case .u32: return Int64(UInt32(bitPattern: compute(op, Int32(truncatingIfNeeded: a), Int32(truncatingIfNeeded: b))))
        default: return compute(op, a, b)
        }
    }

    private static func compute<Word: FixedWidthInteger & SignedInteger>(_ op: Operation, _ a: Word, _ b: Word) -> Word {
        let unsignedA = Word.Magnitude(truncatingIfNeeded: a), unsignedB = Word.Magnitude(truncatingIfNeeded: b)
        switch op {
        case .add: return a &+ b
        case .sub: return a &- b
        case .mul: return a &* b
        case .neg: return 0 &- a
        // The &-shifts take the count modulo the width.
        case .shl: return a &<< b
        case .sar: return a &>> b
        case .shr: return Word(truncatingIfNeeded: unsignedA &>> unsignedB)
        case .div: return a / b
        case .rem: return a % b
        case .divu: return Word(truncatingIfNeeded: unsignedA / unsignedB)
        default: return Word(truncatingIfNeeded: unsignedA % unsignedB)
        }
    }

    private static func holds(_ condition: Condition, _ width: Width, _ a: Int64, _ b: Int64) -> Bool {
        // Sign extension keeps the order of signed and of unsigned numbers alike.
        let a = width == .w64 ? a : Int64(Int32(truncatingIfNeeded: a))
        let b = width == .w64 ? b : Int64(Int32(truncatingIfNeeded: b))
        let unsignedA = UInt64(bitPattern: a), unsignedB = UInt64(bitPattern: b)
        switch condition {
        case .eq: return a == b
        case .ne: return a != b
        case .lt: return a < b
        case .ge, .nlt: return a >= b
        case .le: return a <= b
        case .gt, .nle: return a > b
        case .ltu: return unsignedA < unsignedB
        case .geu: return unsignedA >= unsignedB
        case .leu: return unsignedA <= unsignedB
        case .gtu: return unsignedA > unsignedB
        }
    }

    private static func holds(_ condition: Condition, _ a: Double, _ b: Double) -> Bool {
        switch condition {
        case .eq: return a == b
        case .ne: return a != b
        case .lt, .ltu: return a < b
        case .le, .leu: return a <= b
        case .gt, .gtu: return a > b
        case .ge, .geu: return a >= b
        case .nlt: return !(a < b)
        case .nle: return !(a <= b)
        }
    }

    private mutating func floatArithmetic(_ i: Instruction) {
        switch i.op {
        case .fmov: return setFloat(i, bits(i.ra))
        case .fneg: return setFloat(i, bits(i.ra) ^ Model.signBit(i.width))
        case .fabs: return setFloat(i, bits(i.ra) & ~Model.signBit(i.width))
        default: break
        }
        if i.width == .f64 {
            let a = Double(bitPattern: bits(i.ra)), b = Double(bitPattern: bits(i.rb))
            let result: Double = switch i.op {
            case .fsqrt: a.squareRoot()
            case .fadd: a + b
            case .fsub: a - b
            case .fmul: a * b
            case .fdiv: a / b
            case .fcvtfs: Double(value(i.ra))
            case .fcvtfu: Double(unsigned(value(i.ra)))
            default: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits(i.ra))))
            }
            setFloat(i, result.bitPattern, anyNaN: result.isNaN)
        } else {
            let a = Float(bitPattern: UInt32(truncatingIfNeeded: bits(i.ra)))
            let b = Float(bitPattern: UInt32(truncatingIfNeeded: bits(i.rb)))
            let result: Float = switch i.op {
            case .fsqrt: a.squareRoot()
            case .fadd: a + b
            case .fsub: a - b
            case .fmul: a * b
            case .fdiv: a / b
            case .fcvtfs: Float(value(i.ra))
            case .fcvtfu: Float(unsigned(value(i.ra)))
            default: Float(Double(bitPattern: bits(i.ra)))
            }
            setFloat(i, UInt64(result.bitPattern), anyNaN: result.isNaN)
        }
    }

    // MARK: What has no meaning

    /// Whether these operands are among those that P1 defines. `value` and `number` read the operands.
    static func isDefined(_ i: Instruction, value: (Register) -> Int64, number: (Register) -> Double) -> Bool {
        switch i.op {
        case .div, .rem, .divu, .remu:
            let a = value(i.ra), b = value(i.rb)
            let isSigned = i.op == .div || i.op == .rem
            if i.width == .w64 { return b != 0 && !(isSigned && a == .min && b == -1) }
            let lowA = Int32(truncatingIfNeeded: a), lowB = Int32(truncatingIfNeeded: b)
            return lowB != 0 && !(isSigned && lowA == .min && lowB == -1)
        case .fcvtsf:
            let x = number(i.ra)
            return x >= -0x1p63 && x < 0x1p63
        case .fcvtuf:
            let x = number(i.ra)
            return x > -1 && x < 0x1p64
        default:
            return true
        }
    }

    // MARK: Registers, memory, control

    private func signed(_ value: UInt64) -> Int64 { Int64(bitPattern: value) }
    private func unsigned(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) }

    private func value(_ register: Register) -> Int64 { register.rawValue < 14 ? general[Int(register.rawValue)] : 0 }
    private func bits(_ register: Register) -> UInt64 { register.isFloat ? float[register.floatIndex] : 0 }

    /// The number in a float register; a float as the double it equals.
    private func number(_ register: Register, _ width: Width) -> Double {
        width == .f64 ? Double(bitPattern: bits(register))
            : Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits(register))))
    }

    private static func signBit(_ width: Width) -> UInt64 { width == .f64 ? 1 << 63 : 1 << 31 }
    private static func memory(_ width: Width) -> Memory { width == .f64 ? .d64 : .u32 }

    private mutating func set(_ register: Register, _ value: Int64) {
        guard register.isGeneral else { return stop("writes \(register.name)") }
        general[Int(register.rawValue)] = value
        generalIsOpen[Int(register.rawValue)] = false
    }

    private mutating func setFloat(_ i: Instruction, _ bits: UInt64, anyNaN: Bool = false) {
        guard i.rd.isFloat else { return stop("writes \(i.rd.name)") }
        let narrow = i.width == .f32
        float[i.rd.floatIndex] = narrow ? bits & 0xFFFF_FFFF : bits
        floatIsOpen[i.rd.floatIndex] = false
        floatIsNarrow[i.rd.floatIndex] = narrow
        floatIsAnyNaN[i.rd.floatIndex] = anyNaN
    }

    private mutating func load(_ kind: Memory, _ address: Int64) -> Int64 {
        if kind == .d64, Model.isLocal(address) { return tableEntry(address) }
        guard let bits = memory.load(unsigned(address), size: kind.size) else {
            stop("loads from \(String(unsigned(address), radix: 16))")
            return 0
        }
        switch kind {
        case .u8, .u16, .u32, .d64: return signed(bits)
        case .s8: return Int64(Int8(truncatingIfNeeded: bits))
        case .s16: return Int64(Int16(truncatingIfNeeded: bits))
        case .s32: return Int64(Int32(truncatingIfNeeded: bits))
        }
    }

    /// An entry of one of the function's tables of labels.
    private mutating func tableEntry(_ address: Int64) -> Int64 {
        let index = Int(address & 0xFFFF) / 8
        guard let table = current.function.tables.first(where: { $0.label == Model.local(address) }),
              index < table.entries.count else {
            stop("loads from no table")
            return 0
        }
        return self.address(of: table.entries[index])
    }

    private mutating func store(_ kind: Memory, _ value: Int64, _ address: Int64) {
        memory.store(unsigned(address), unsigned(value), size: kind.size)
    }

    private mutating func address(of symbol: Int32) -> Int64 {
        if symbol < 0 { return Model.address(ofLocal: symbol) }
        guard let address = program.addresses[symbol] else {
            stop("unknown symbol \(symbol)")
            return 0
        }
        return signed(address)
    }

    private mutating func jump(to symbol: Int32) {
        if let function = program.functions[symbol] {
            current = Activation(function: function)
        } else if let index = current.function.instructions.firstIndex(where: { $0.op == .label && $0.symbol == symbol }) {
            current.next = index
        } else {
            stop("jump to unknown label \(symbol)")
        }
    }

    private mutating func jump(toAddress address: Int64) {
        if let symbol = program.function(at: address) {
            jump(to: symbol)
        } else {
            jump(to: Model.isLocal(address) ? Model.local(address) : 0)
        }
    }

    private mutating func call(_ symbol: Int32) {
        guard let function = program.functions[symbol] else { return stop("call of unknown function \(symbol)") }
        callers.append(current)
        current = Activation(function: function)
    }

    private mutating func leave() {
        guard let caller = callers.popLast() else { return stop("return from the outermost function") }
        current = caller
    }

    private mutating func dropFrame() {
        guard let outer = current.outerStack else { return stop("leaves a frame that is none") }
        general[13] = outer
        current.outerStack = nil
    }

    /// The few calls that tests make.
    private mutating func systemCall() -> Int64 {
        switch general[0] {
        case program.systemCalls.write: return general[3]
        case program.systemCalls.close: return -9
        case program.systemCalls.mmap: return general[1]
        default:
            stop("system call \(general[0])")
            return 0
        }
    }
}

/// The machine's numbers of the system calls that tests make.
struct CallNumbers {
    let read, write, close, mmap: Int64

    init(target: any Target.Type) {
        func number(_ name: String) -> Int64 {
            guard let number = target.description.systemCalls.number(of: name) else { fatalError("the assembler does not know the system call \(name)") }
            return number
        }
        (read, write, close) = (number("read"), number("write"), number("close"))
        // The only one with six arguments. P1/sys-base.P1pp has its number, not the assembler: amd64 has a table of its own.
        mmap = target.description.systemCalls == .amd64 ? 9 : 222
    }
}

/// What a model needs to know of the program it follows.
struct ModelProgram {
    var functions: [Int32: P1Function] = [:]
    /// Where the machine's program has its symbols.
    var addresses: [Int32: UInt64] = [:]
    var symbolsByAddress: [UInt64: Int32] = [:]
    let systemCalls: CallNumbers

    func function(at address: Int64) -> Int32? { symbolsByAddress[UInt64(bitPattern: address)] }
}

/// Two pieces of memory with known addresses, the case's block and the global data; every other address is taken
/// for stack, of which only what was written can be read.
struct ModelMemory {
    var blockStart: UInt64
    var block: [UInt8]
    var globalStart: UInt64
    var global: [UInt8]
    private var stack: [UInt64: UInt8] = [:]

    init(blockStart: UInt64, block: [UInt8], globalStart: UInt64, global: [UInt8]) {
        self.blockStart = blockStart
        self.block = block
        self.globalStart = globalStart
        self.global = global
    }

    func load(_ address: UInt64, size: Int) -> UInt64? {
        var result: UInt64 = 0
        for k in 0..<UInt64(size) {
            guard let byte = byte(at: address &+ k) else { return nil }
            result |= UInt64(byte) << (8 * k)
        }
        return result
    }

    mutating func store(_ address: UInt64, _ value: UInt64, size: Int) {
        for k in 0..<UInt64(size) { setByte(at: address &+ k, UInt8(truncatingIfNeeded: value >> (8 * k))) }
    }

    private func byte(at address: UInt64) -> UInt8? {
        if address &- blockStart < UInt64(block.count) { return block[Int(address &- blockStart)] }
        if address &- globalStart < UInt64(global.count) { return global[Int(address &- globalStart)] }
        return stack[address]
    }

    private mutating func setByte(at address: UInt64, _ value: UInt8) {
        if address &- blockStart < UInt64(block.count) {
            block[Int(address &- blockStart)] = value
        } else if address &- globalStart < UInt64(global.count) {
            global[Int(address &- globalStart)] = value
        } else {
            stack[address] = value
        }
    }
}
