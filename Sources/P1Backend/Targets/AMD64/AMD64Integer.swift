/// Integer arithmetic and comparisons. In every function rd, ra and rb may be the same register.
extension AMD64Code {
    /// The eight classic operations; the number completes their opcodes.
    enum ALU: UInt8 { case add = 0, or = 1, and = 4, sub = 5, xor = 6, cmp = 7 }
    enum Shift: UInt8 { case left = 4, right = 5, arithmeticRight = 7 }
    enum Complement: UInt8 { case invert = 2, negate = 3 }

    // MARK: Single instructions

    mutating func alu(_ operation: ALU, wide: Bool, _ rd: Native, _ source: Native) {
        registerForm(UInt32(operation.rawValue) << 3 | 1, wide: wide, reg: source, rm: rd)
    }

    mutating func aluImmediate(_ operation: ALU, wide: Bool, _ rd: Native, _ imm: Int32) {
        if let small = Int8(exactly: imm) {
            registerForm(0x83, wide: wide, reg: operation.rawValue, rm: rd)
            u8(UInt8(bitPattern: small))
        } else if rd == .rax {
            if wide { u8(0x48) }
            u8(operation.rawValue << 3 | 5)
            i32(imm)
        } else {
            registerForm(0x81, wide: wide, reg: operation.rawValue, rm: rd)
            i32(imm)
        }
    }

    mutating func move(_ rd: Native, _ ra: Native) {
        if rd != ra { registerForm(0x89, wide: true, reg: ra, rm: rd) }
    }

    /// Clears the upper half, also when rd is ra.
    private mutating func moveLowHalf(_ rd: Native, _ ra: Native) { registerForm(0x89, wide: false, reg: ra, rm: rd) }

    /// For operands of the width: the upper half may be left as it is where only the lower is used.
    private mutating func moveOperand(_ wide: Bool, _ rd: Native, _ ra: Native) {
        if rd != ra { registerForm(0x89, wide: wide, reg: ra, rm: rd) }
    }

    mutating func clear(_ rd: Native) { alu(.xor, wide: false, rd, rd) }

    mutating func loadImmediate(_ rd: Native, _ imm: Int64) {
        if imm == 0 {
            clear(rd)
        } else if let low = UInt32(exactly: imm) {
            if rd > 7 { u8(0x41) }
            u8(0xB8 | rd & 7)
            i32(Int32(bitPattern: low))
        } else if let small = Int32(exactly: imm) {
            registerForm(0xC7, wide: true, reg: 0, rm: rd)
            i32(small)
        } else {
            u8(0x48 | rd >> 3)
            u8(0xB8 | rd & 7)
            i64(imm)
        }
    }

    mutating func extend(_ from: Memory, _ rd: Native, _ ra: Native) {
        if from == .s32 && rd == .rax && ra == .rax {
            u16(0x9848)                                // cdqe
        } else if from == .u32 {
            moveLowHalf(rd, ra)
        } else {
            let form = AMD64Code.loadForm(from)
            registerForm(form.code, wide: form.wide, reg: rd, rm: ra, byte: from.size == 1 ? ra : 0)
        }
    }

    /// After a 32-bit instruction, whose result is zero-extended.
    private mutating func finish(_ width: Width, _ rd: Native) {
        if width == .w32 { extend(.s32, rd, rd) }
    }

    // MARK: Addition and subtraction

    mutating func addition(_ width: Width, _ rd: Native, _ ra: Native, _ rb: Native) {
        let wide = width == .w64
        if rd == ra || rd == rb {
            alu(.add, wide: wide, rd, rd == ra ? rb : ra)
        } else {
            memoryForm(0x8D, wide: wide, reg: rd, address(ra, index: rb, shift: 0, offset: 0))
        }
        finish(width, rd)
    }

    mutating func subtraction(_ width: Width, _ rd: Native, _ ra: Native, _ rb: Native) {
        if ra == rb { return clear(rd) }
        let wide = width == .w64
        if rd == rb {
            registerForm(0xF7, wide: wide, reg: Complement.negate.rawValue, rm: rd)
            alu(.add, wide: wide, rd, ra)
        } else {
            moveOperand(wide, rd, ra)
            alu(.sub, wide: wide, rd, rb)
        }
        finish(width, rd)
    }

    mutating func addImmediate(_ width: Width, _ rd: Native, _ ra: Native, _ imm: Int64) {
        let wide = width == .w64
        let imm = wide ? imm : Int64(Int32(truncatingIfNeeded: imm))
        if imm == 0 {
            if wide { move(rd, ra) } else { extend(width == .w32 ? .s32 : .u32, rd, ra) }
            return
        }
        if rd != ra {
            let sum = address(ra, offset: imm)
            memoryForm(0x8D, wide: wide, reg: rd, sum)
        } else if imm == 1 || imm == -1 {
            registerForm(0xFF, wide: wide, reg: imm == 1 ? 0 : 1, rm: rd)
        } else if imm == 128 || imm == 1 << 31 {
            // The negative number fits in the shorter form.
            aluImmediate(.sub, wide: wide, rd, Int32(truncatingIfNeeded: 0 - imm))
        } else if let small = Int32(exactly: imm) {
            aluImmediate(.add, wide: wide, rd, small)
        } else {
            loadImmediate(.rcx, imm)
            alu(.add, wide: wide, rd, .rcx)
        }
        finish(width, rd)
    }

    mutating func complement(_ operation: Complement, _ width: Width, _ rd: Native, _ ra: Native) {
        let wide = width == .w64
        moveOperand(wide, rd, ra)
        registerForm(0xF7, wide: wide, reg: operation.rawValue, rm: rd)
        finish(width, rd)
    }

    // MARK: Bits

    mutating func bitwise(_ operation: ALU, _ rd: Native, _ ra: Native, _ rb: Native) {
        if ra == rb { return operation == .xor ? clear(rd) : move(rd, ra) }
        if rd == rb {
            alu(operation, wide: true, rd, ra)
        } else {
            move(rd, ra)
            alu(operation, wide: true, rd, rb)
        }
    }

    mutating func andImmediate(_ rd: Native, _ ra: Native, _ imm: Int64) {
        switch imm {
        case 0: clear(rd)
        case -1: move(rd, ra)
        case 0xFF: extend(.u8, rd, ra)
        case 0xFFFF: extend(.u16, rd, ra)
        case 0xFFFF_FFFF: extend(.u32, rd, ra)
        default:
            if let low = UInt32(exactly: imm) {
                moveOperand(false, rd, ra)
                aluImmediate(.and, wide: false, rd, Int32(bitPattern: low))
            } else {
                wideImmediate(.and, rd, ra, imm, oneBit: ~imm, bitOperation: 6)
            }
        }
    }

    mutating func orImmediate(_ rd: Native, _ ra: Native, _ imm: Int64) {
        switch imm {
        case 0: move(rd, ra)
        case -1: loadImmediate(rd, -1)
        default: wideImmediate(.or, rd, ra, imm, oneBit: imm, bitOperation: 5)
        }
    }

    mutating func xorImmediate(_ rd: Native, _ ra: Native, _ imm: Int64) {
        switch imm {
        case 0: move(rd, ra)
        case -1: complement(.invert, .w64, rd, ra)
        default: wideImmediate(.xor, rd, ra, imm, oneBit: imm, bitOperation: 7)
        }
    }

    /// A 64-bit operation; beyond 32 bits bts, btr and btc still know a single bit.
    private mutating func wideImmediate(_ operation: ALU, _ rd: Native, _ ra: Native, _ imm: Int64, oneBit: Int64,
                                        bitOperation: UInt8) {
        if let small = Int32(exactly: imm) {
            move(rd, ra)
            aluImmediate(operation, wide: true, rd, small)
        } else if oneBit.nonzeroBitCount == 1 {
            move(rd, ra)
            registerForm(0x0F_BA, wide: true, reg: bitOperation, rm: rd)
            u8(UInt8(truncatingIfNeeded: oneBit.trailingZeroBitCount))
        } else if rd != ra {
            loadImmediate(rd, imm)
            alu(operation, wide: true, rd, ra)
        } else {
            loadImmediate(.rcx, imm)
            alu(operation, wide: true, rd, .rcx)
        }
    }

    // MARK: Shifts

    mutating func shift(_ kind: Shift, _ width: Width, _ rd: Native, _ ra: Native, count: Native) {
        let wide = width == .w64
        moveLowHalf(.rcx, count)
        moveOperand(wide, rd, ra)
        registerForm(0xD3, wide: wide, reg: kind.rawValue, rm: rd)
        finish(width, rd)
    }

    mutating func shift(_ kind: Shift, _ width: Width, _ rd: Native, _ ra: Native, by imm: Int64) {
        let wide = width == .w64
        let count = UInt8(truncatingIfNeeded: imm) & (wide ? 63 : 31)
        if count == 0 { return addImmediate(width, rd, ra, 0) }
        if kind == .arithmeticRight && width == .w32 {
            // Sign-extended first, the result is so by itself.
            extend(.s32, rd, ra)
            shiftInPlace(kind, wide: true, rd, count)
            return
        }
        if kind == .left && count == 1 { return addition(width, rd, ra, ra) }
        moveOperand(wide, rd, ra)
        shiftInPlace(kind, wide: wide, rd, count)
        finish(width, rd)
    }

    private mutating func shiftInPlace(_ kind: Shift, wide: Bool, _ rd: Native, _ count: UInt8) {
        if count == 1 {
            registerForm(0xD1, wide: wide, reg: kind.rawValue, rm: rd)
        } else {
            registerForm(0xC1, wide: wide, reg: kind.rawValue, rm: rd)
            u8(count)
        }
    }

    // MARK: Multiplication

    mutating func product(_ width: Width, _ rd: Native, _ ra: Native, _ rb: Native) {
        let wide = width == .w64
        if rd == rb {
            registerForm(0x0F_AF, wide: wide, reg: rd, rm: ra)
        } else {
            moveOperand(wide, rd, ra)
            registerForm(0x0F_AF, wide: wide, reg: rd, rm: rb)
        }
        finish(width, rd)
    }

    mutating func multiplyImmediate(_ width: Width, _ rd: Native, _ ra: Native, _ imm: Int64) {
        let wide = width == .w64
        let imm = wide ? imm : Int64(Int32(truncatingIfNeeded: imm))
        switch imm {
        case 0: return clear(rd)
        case 1: return addImmediate(width, rd, ra, 0)
        case -1: return complement(.negate, width, rd, ra)
        case 3, 5, 9:
            let shift = UInt8(truncatingIfNeeded: (imm - 1).trailingZeroBitCount)
            memoryForm(0x8D, wide: wide, reg: rd, Address(base: ra, index: ra, shift: shift))
        default:
            if imm > 0 && imm.nonzeroBitCount == 1 {
                return shift(.left, width, rd, ra, by: Int64(imm.trailingZeroBitCount))
            }
            if let small = Int8(exactly: imm) {
                registerForm(0x6B, wide: wide, reg: rd, rm: ra)
                u8(UInt8(bitPattern: small))
            } else if let small = Int32(exactly: imm) {
                registerForm(0x69, wide: wide, reg: rd, rm: ra)
                i32(small)
            } else if rd != ra {
                loadImmediate(rd, imm)
                registerForm(0x0F_AF, wide: true, reg: rd, rm: ra)
            } else {
                loadImmediate(.rcx, imm)
                registerForm(0x0F_AF, wide: true, reg: rd, rm: .rcx)
            }
        }
        finish(width, rd)
    }

    /// rdx:rax = rax × operand; the operand is read before either changes.
    mutating func upperProduct(_ rd: Native, _ ra: Native, _ rb: Native, signed: Bool) {
        if rd != .rax { move(.rcx, .rax) }
        if rd != .rdx { move(.r11, .rdx) }
        let operand = rb == .rax ? ra : rb
        if ra != .rax && rb != .rax { move(.rax, ra) }
        registerForm(0xF7, wide: true, reg: signed ? 5 : 4, rm: operand)
        move(rd, .rdx)
        if rd != .rax { move(.rax, .rcx) }
        if rd != .rdx { move(.rdx, .r11) }
    }

    // MARK: Division

    mutating func quotient(_ width: Width, _ rd: Native, _ ra: Native, _ rb: Native, signed: Bool) {
        divide(width, rd, ra, rb, signed: signed, result: .rax)
    }

    mutating func remainder(_ width: Width, _ rd: Native, _ ra: Native, _ rb: Native, signed: Bool) {
        divide(width, rd, ra, rb, signed: signed, result: .rdx)
    }

    /// rax = rdx:rax / divisor, rdx = the remainder. Whichever of the two is not rd is kept in a scratch
    /// register meanwhile; a divisor that stands in one of them is divided by from there.
    private mutating func divide(_ width: Width, _ rd: Native, _ ra: Native, _ rb: Native, signed: Bool,
                                 result: Native) {
        let wide = width == .w64
        if rd != .rax || rb == .rax { move(.rcx, .rax) }
        if rd != .rdx || rb == .rdx { move(.r11, .rdx) }
        let divisor: Native = rb == .rax ? .rcx : rb == .rdx ? .r11 : rb
        moveOperand(wide, .rax, ra)
        if signed {
            if wide { u8(0x48) }
            u8(0x99)                                   // cqo, cdq
        } else {
            clear(.rdx)
        }
        registerForm(0xF7, wide: wide, reg: signed ? 7 : 6, rm: divisor)
        if width == .w32 {
            extend(.s32, rd, result)
        } else {
            moveOperand(wide, rd, result)
        }
        if rd != .rax { move(.rax, .rcx) }
        if rd != .rdx { move(.rdx, .r11) }
    }

    // MARK: Comparisons

    /// The low four bits of setcc and jcc.
    static func conditionCode(_ condition: Condition) -> UInt8 {
        switch condition {
        case .ltu: return 0x2
        case .geu: return 0x3
        case .eq: return 0x4
        case .ne: return 0x5
        case .leu: return 0x6
        case .gtu: return 0x7
        case .lt: return 0xC
        case .ge, .nlt: return 0xD
        case .le: return 0xE
        case .gt, .nle: return 0xF
        }
    }

    mutating func compare(_ width: Width, _ ra: Native, _ rb: Native) { alu(.cmp, wide: width == .w64, ra, rb) }

    /// Sets the flags for ra against imm and gives the condition to ask for, which may be another one: `< 128` is `<= 127`,
    /// which fits in a byte.
    mutating func compare(_ width: Width, _ ra: Native, immediate: Int64, for condition: Condition) -> Condition {
        let wide = width == .w64
        var imm = wide ? immediate : Int64(Int32(truncatingIfNeeded: immediate))
        var condition = condition
        if imm == 128 || imm == 1 << 31 {
            let lower: Condition? = switch condition {
            case .lt: .le
            case .ge: .gt
            case .ltu: .leu
            case .geu: .gtu
            default: nil
            }
            if let lower {
                condition = lower
                imm -= 1
            }
        }
        if imm == 0 {
            registerForm(0x85, wide: wide, reg: ra, rm: ra)
        } else if let small = Int32(exactly: imm) {
            aluImmediate(.cmp, wide: wide, ra, small)
        } else {
            loadImmediate(.rcx, imm)
            alu(.cmp, wide: true, ra, .rcx)
        }
        return condition
    }

    mutating func setByte(_ code: UInt8, _ rd: Native) {
        registerForm(0x0F_90 | UInt32(code), wide: false, reg: 0, rm: rd, byte: rd)
    }

    mutating func conditionalMove(_ condition: Condition, _ rd: Native, _ source: Native) {
        registerForm(0x0F_40 | UInt32(AMD64Code.conditionCode(condition)), wide: true, reg: rd, rm: source)
    }

    mutating func compareAndSet(_ condition: Condition, _ width: Width, _ rd: Native, _ ra: Native, _ rb: Native) {
        let clearsFirst = rd != ra && rd != rb
        if clearsFirst { clear(rd) }
        compare(width, ra, rb)
        setByte(AMD64Code.conditionCode(condition), rd)
        if !clearsFirst { extend(.u8, rd, rd) }
    }

    mutating func compareAndSet(_ condition: Condition, _ width: Width, _ rd: Native, _ ra: Native, immediate: Int64) {
        let wide = width == .w64
        let isZero = wide ? immediate == 0 : Int32(truncatingIfNeeded: immediate) == 0
        if isZero && (condition == .lt || condition == .ge) {
            // The sign bit itself is the answer.
            moveOperand(wide, rd, ra)
            if condition == .ge { registerForm(0xF7, wide: wide, reg: Complement.invert.rawValue, rm: rd) }
            shiftInPlace(.right, wide: wide, rd, wide ? 63 : 31)
            return
        }
        let clearsFirst = rd != ra
        if clearsFirst { clear(rd) }
        let asked = compare(width, ra, immediate: immediate, for: condition)
        setByte(AMD64Code.conditionCode(asked), rd)
        if !clearsFirst { extend(.u8, rd, rd) }
    }
}
