/// What an instruction does. The letters in the comments are the fields of `Instruction`; `[ext]`
/// marks what base P1 does not have. Results are 64 bits wide; see `Width` for the narrow forms.
public enum Operation: UInt8, Sendable, CaseIterable {
    // Values
    case li          // rd = imm
    case la          // rd = address of symbol + imm
    case mov         // rd = ra (ra may be sp)

    // Register arithmetic: rd = ra op rb
    case add, sub, and, or, xor
    case shl, shr, sar            // count: rb & 63 (width .w64), rb & 31 (the 32-bit widths)
    case mul
    case div, rem                 // signed, truncating; a zero divisor or an overflow is undefined
    case divu, remu               // [ext] unsigned
    case mulhs, mulhu             // [ext] upper 64 bits of the signed, unsigned 128-bit product

    // Immediates: rd = ra op imm. imm is any 64-bit value; shift counts are 0…63 (0…31 in 32 bits).
    case addi, andi, ori, xori, muli   // addi: ra may be sp
    case shli, shri, sari

    // One operand: rd = op ra
    case neg, not
    case sext8, sext16, sext32, zext8, zext16, zext32

    // Comparisons: rd = (ra condition rb) ? 1 : 0, width .w64, or .w32 to compare the low halves only
    case cmpset                   // rd, ra, rb, condition
    case cmpseti                  // [ext] rd, ra, imm, condition
    // [ext] The same as a choice: rd = source where the comparison holds, else rd stays
    case selcc                    // rd, source, ra, rb, condition
    case selcci                   // rd, source, ra, imm, condition

    // Memory. `memory` says size and extension. Unaligned access is not an error.
    case load                     // rd = [ra + imm]                       ra may be sp
    case store                    // [ra + imm] = rd
    case loadx                    // [ext] rd = [ra + (rb << shift) + imm] shift 0…3
    case storex                   // [ext] [ra + (rb << shift) + imm] = rd
    case loadg                    // [ext] rd = [symbol + imm]
    case storeg                   // [ext] [symbol + imm] = rd
    case leax                     // [ext] rd = ra + (rb << shift) + imm   ra may be sp
    case ldarg                    // rd = the caller's stack word imm; only inside a frame

    // Branches
    case b                        // to symbol
    case br                       // to the address in ra
    case bcc                      // if ra condition rb, to symbol; width as cmpset
    case bcci                     // [ext for imm ≠ 0] if ra condition imm, to symbol

    // Calls and frames
    case call                     // symbol
    case callr                    // the address in ra
    case callnative               // [ext] the address in a0, as the machine's C compilers call: a1 a2 a3 arguments, a0 result; keeps only sp
    case ret
    case enter                    // makes a frame of imm bytes
    case eret                     // leaves it and returns
    case tail                     // leaves it and goes to symbol
    case tailr                    // leaves it and goes to the address in ra (any register but sp)
    case syscall                  // a0 = number and result; a1 a2 a3 t0 s0 s1 arguments; changes only a0
    case trap                     // [ext] ends the program with an illegal-instruction fault
    case copyblocks               // 64 * a0 bytes from a2 on go to a1 on and do not overlap; a1 and a2 end behind them, a0 is used up
    case fillblocks               // the word a0 is stored 8 * a2 times from a1 on; a1 ends behind them, a2 is used up
    case codesync                 // [ext] the bytes from ra up to rb, just stored, can be executed from here on

    // Dynamic stack and contexts [ext]
    case spalloc                  // sp goes down, by ra rounded up to 16 or somewhat more; rd = sp + imm (imm: staged-argument bytes kept at sp)
    case sprestore                // sp = ra, a value that `mov rd, sp` read in this frame
    case ctxsave                  // [ra]… = s0…s5 fs0…fs3 sp and return address of the function, which has no frame
    case ctxload                  // restores what ctxsave wrote at [ra], a0 = rb, and returns from *that* function

    // Floating point [ext]; width .f32 or .f64. An f32 register's upper half is unspecified.
    case fmov, fneg, fabs, fsqrt  // rd = op ra
    case fadd, fsub, fmul, fdiv   // rd = ra op rb
    case fli                      // rd = the value whose bit pattern is imm
    case fbits                    // rd (general) = bit pattern of ra (f32: zero-extended)
    case fset                     // rd (float) = the value with bit pattern ra
    case fload, fstore            // as load and store; rd is a float register, width instead of memory
    case floadx, fstorex, floadg, fstoreg
    case fcvtfs, fcvtfu           // rd (float, width) = signed, unsigned 64-bit integer ra, rounded to nearest
    case fcvtsf, fcvtuf           // rd (signed, unsigned 64-bit integer) = ra (float, width) truncated; out of range is undefined
    case fcvtff                   // rd (width) = ra of the other width
    case fcmpset                  // rd (general) = (ra condition rb) ? 1 : 0
    case fbcc                     // if ra condition rb, to symbol

    // Not machine operations: positions and bytes in the stream of a function
    case label                    // defines symbol here
}

/// Operand width. Integer operations exist as .w64 and, where `Mnemonic` lists them, as .w32 and .u32:
/// computed from the low halves of the operands, the result sign-extended (.w32) or zero-extended (.u32).
public enum Width: UInt8, Sendable { case w64, w32, u32, f32, f64 }

/// Size and extension of a memory operand. Stores use the unsigned names.
public enum Memory: UInt8, Sendable {
    case u8, s8, u16, s16, u32, s32, d64

    @inlinable public var size: Int {
        switch self {
        case .u8, .s8: return 1
        case .u16, .s16: return 2
        case .u32, .s32: return 4
        case .d64: return 8
        }
    }
}

/// Integer conditions, and for fcmpset and fbcc the floating-point ones, where a comparison with NaN
/// is false for eq lt le and true for ne nlt nle.
public enum Condition: UInt8, Sendable, CaseIterable {
    case eq, ne, lt, ge, le, gt, ltu, geu, leu, gtu
    case nlt, nle

    /// The condition that holds exactly when this one does not. (For floating point: eq/ne, lt/nlt, le/nle.)
    public var inverted: Condition {
        switch self {
        case .eq: return .ne
        case .ne: return .eq
        case .lt: return .ge
        case .ge: return .lt
        case .le: return .gt
        case .gt: return .le
        case .ltu: return .geu
        case .geu: return .ltu
        case .leu: return .gtu
        case .gtu: return .leu
        case .nlt: return .lt
        case .nle: return .le
        }
    }

    /// The condition with its operands exchanged.
    public var swapped: Condition {
        switch self {
        case .lt: return .gt
        case .gt: return .lt
        case .le: return .ge
        case .ge: return .le
        case .ltu: return .gtu
        case .gtu: return .ltu
        case .leu: return .geu
        case .geu: return .leu
        default: return self
        }
    }
}

/// One P1 instruction: plain data, 24 bytes, no references, so that lists of millions are cheap.
public struct Instruction: Sendable, Equatable {
    public var imm: Int64 = 0
    /// A label of the program (≥ 0), or the local label number ~n of the function it stands in (< 0).
    public var symbol: Int32 = 0
    public var op: Operation
    public var rd: Register = .none
    public var ra: Register = .none
    public var rb: Register = .none
    public var width: Width = .w64
    public var memory: Memory = .d64
    public var condition: Condition = .eq
    public var shift: UInt8 = 0
    /// For whoever made the instruction: of which one; the backend does not look at it.
    public var origin: Int32 = -1

    @inlinable public init(_ op: Operation, rd: Register = .none, ra: Register = .none, rb: Register = .none,
                           imm: Int64 = 0, symbol: Int32 = 0, width: Width = .w64, memory: Memory = .d64,
                           condition: Condition = .eq, shift: UInt8 = 0) {
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
}

extension Instruction {
    /// The fourth register of selcc and selcci; it lies in `shift`, which they do not use.
    @inlinable public var source: Register {
        get { Register(rawValue: shift) }
        set { shift = newValue.rawValue }
    }
}

extension Operation {
    /// Whether the bytes depend on where a label lies; the assembler lays these out itself.
    @inlinable public var refersToSymbol: Bool {
        switch self {
        case .la, .loadg, .storeg, .floadg, .fstoreg, .b, .bcc, .bcci, .fbcc, .call, .tail: return true
        default: return false
        }
    }

    /// Whether execution never goes on to the next instruction.
    @inlinable public var endsFlow: Bool {
        switch self {
        case .b, .br, .ret, .eret, .tail, .tailr, .ctxload, .trap: return true
        default: return false
        }
    }
}
