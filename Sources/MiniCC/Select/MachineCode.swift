import P1Backend

/// A register operand before and after allocation: 0 ..< 32 are the numbers of `Register`, from 32 on virtual registers.
struct Reg: ID {
    let raw: Int32

    /// How many of the numbers are those of machine registers.
    static let machineCount = 32
    @inline(__always) static var sp: Reg { Register.sp.reg }

    @inline(__always) var isVirtual: Bool { raw >= 32 }
    /// Of a virtual register.
    @inline(__always) var virtual: VirtualRegister { VirtualRegister(raw: raw - 32) }
}

/// A virtual register by itself.
struct VirtualRegister: ID {
    let raw: Int32

    @inline(__always) var reg: Reg { Reg(raw: raw + 32) }
}

extension Register {
    @inline(__always) var reg: Reg { Reg(raw: Int32(rawValue)) }
}

/// A P1 instruction on virtual registers. The fields are those of `Instruction`; in a call `shift` is
/// the number of argument registers it reads, in ret the number of result registers.
struct MachineInst: Sendable {
    var op: Operation
    var width: Width = .w64
    var memory: Memory = .d64
    var condition: Condition = .eq
    var shift: UInt8 = 0
    var rd: Reg = .none
    var ra: Reg = .none
    var rb: Reg = .none
    var symbol: Int32 = 0
    var imm: Int64 = 0

    @inline(__always)
    init(_ op: Operation, rd: Reg = .none, ra: Reg = .none, rb: Reg = .none, imm: Int64 = 0, symbol: Int32 = 0,
         width: Width = .w64, memory: Memory = .d64, condition: Condition = .eq, shift: UInt8 = 0) {
        self.op = op
        self.rd = rd
        self.ra = ra
        self.rb = rb
        self.imm = imm
        self.symbol = symbol
        self.width = width
        self.memory = memory
        self.condition = condition
        self.shift = shift
    }

    /// Whether rd is read, not written.
    @inline(__always)
    var readsDestination: Bool {
        switch op {
        case .store, .storex, .storeg, .fstore, .fstorex, .fstoreg: return true
        default: return false
        }
    }

    /// selcc, selcci: the register that is taken when the comparison holds. These read what they write, too.
    var source: Reg {
        get { Reg(raw: symbol) }
        set { symbol = newValue.raw }
    }
    @inline(__always) var isSelect: Bool { op == .selcc || op == .selcci }

    @inline(__always) var isCall: Bool { op == .call || op == .callr }
    @inline(__always) var isMove: Bool { op == .mov || op == .fmov }

    /// Computes the same value wherever it stands, from nothing that may change.
    @inline(__always)
    var isRematerializable: Bool {
        switch op {
        case .li, .la, .fli, .ldarg: return true
        case .addi: return ra == Reg.sp
        default: return false
        }
    }
}

/// Where an address inside the frame is meant, `ra` is the stack pointer and `symbol` says which part:
/// offsets are known only after register allocation.
enum FrameArea {
    /// [sp + imm] itself: staged arguments.
    static let outgoing: Int32 = 0
    /// Slot n of the function is 1 + n; spilled register n is -1 - n.
    static func slot(_ slot: IRSlotID) -> Int32 { 1 + slot.raw }
    static func spill(_ number: Int32) -> Int32 { -1 - number }
}

/// A function between selection and emission.
struct MachineCode: Sendable {
    struct Block: Sendable {
        var start: Int32
        var end: Int32
        var depth: UInt8
        /// See `Frequencies`.
        var frequency: Float
    }

    var insts: [MachineInst] = []
    /// Of each instruction which selected one it is, -1 for one that spilling put in. Empty while all are as selected.
    var origins: [Int32] = []
    /// In the order of the code; `label` of a block is its IR number.
    var blocks: [Block] = []
    var labels: [IRBlockID] = []
    /// Index in `blocks` of an IR block, -1 when it has no code.
    var indexOfBlock = Table<IRBlockID, Int32>()
    /// The blocks in front of block i, by index: predecessors[predecessorStart[i] ..< predecessorStart[i + 1]].
    var predecessorStart: [Int32] = []
    var predecessors: [Int32] = []

    /// Whether a virtual register is one for floating point.
    var isFloat = Table<VirtualRegister, Bool>()
    var virtualCount: Int { isFloat.count }

    var tables: [P1Table] = []
    /// Bytes of staged arguments.
    var outgoing: Int64 = 0
    var hasCalls = false
    var readsStackArguments = false
    var hasDynamicStack = false
    var spillCount: Int32 = 0

    @inline(__always)
    func origin(_ index: Int) -> Int32 { origins.isEmpty ? Int32(truncatingIfNeeded: index) : origins[index] }

    mutating func newRegister(float: Bool) -> Reg {
        isFloat.append(float).reg
    }
}
