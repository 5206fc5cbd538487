/// Floating point in SSE registers. Here `Native` numbers are xmm registers where the operand is a float.
extension AMD64Code {
    private static let xmm15: Native = 15

    mutating func floatInstruction(_ i: Instruction) {
        let rd = native(i.rd), ra = native(i.ra), rb = native(i.rb), width = i.width
        switch i.op {
        case .fmov: moveFloat(rd, ra)
        case .fneg: signBit(.flip, width, rd, ra)
        case .fabs: signBit(.remove, width, rd, ra)
        case .fsqrt:
            // Into its own operand: otherwise the result would wait for the old value of rd.
            moveFloat(rd, ra)
            scalar(0x51, width, rd, rd)
        case .fadd: arithmetic(0x58, width, rd, ra, rb, commutes: true)
        case .fmul: arithmetic(0x59, width, rd, ra, rb, commutes: true)
        case .fsub: arithmetic(0x5C, width, rd, ra, rb, commutes: false)
        case .fdiv: arithmetic(0x5E, width, rd, ra, rb, commutes: false)
        case .fli: loadFloatImmediate(width, rd, i.imm)
        case .fbits: registerForm(0x66_0F_7E, wide: width == .f64, reg: ra, rm: rd)
        case .fset: setFloat(width, rd, ra)
        case .fload: loadFloat(width, rd, at: address(ra, offset: i.imm))
        case .fstore: storeFloat(width, rd, at: address(ra, offset: i.imm))
        case .floadx: loadFloat(width, rd, at: address(ra, index: rb, shift: i.shift, offset: i.imm))
        case .fstorex: storeFloat(width, rd, at: address(ra, index: rb, shift: i.shift, offset: i.imm))
        case .fcvtfs:
            clearFloat(rd)
            fromSigned(width, rd, ra)
        case .fcvtfu: fromUnsigned(width, rd, ra)
        case .fcvtsf: toSigned(width, rd, ra)
        case .fcvtuf: toUnsigned(width, rd, ra)
        case .fcvtff:
            moveFloat(rd, ra)
            scalar(0x5A, width == .f64 ? .f32 : .f64, rd, rd)
        case .fcmpset: compareFloatAndSet(i.condition, width, rd, ra, rb)
        default: break
        }
    }

    // MARK: Single instructions

    /// An SSE instruction on the low float (F3) or double (F2).
    private mutating func scalar(_ code: UInt32, _ width: Width, _ rd: Native, _ ra: Native) {
        registerForm((width == .f64 ? 0xF2_0F_00 : 0xF3_0F_00) | code, wide: false, reg: rd, rm: ra)
    }

    private mutating func moveFloat(_ rd: Native, _ ra: Native) {
        if rd != ra { registerForm(0x0F_28, wide: false, reg: rd, rm: ra) }
    }

    private mutating func clearFloat(_ rd: Native) { registerForm(0x0F_57, wide: false, reg: rd, rm: rd) }

    private mutating func setFloat(_ width: Width, _ rd: Native, _ general: Native) {
        registerForm(0x66_0F_6E, wide: width == .f64, reg: rd, rm: general)
    }

    mutating func loadFloat(_ width: Width, _ rd: Native, at address: Address) {
        memoryForm(AMD64Code.loadFloatCode(width), wide: false, reg: rd, address)
    }

    mutating func storeFloat(_ width: Width, _ rd: Native, at address: Address) {
        memoryForm(AMD64Code.storeFloatCode(width), wide: false, reg: rd, address)
    }

    static func loadFloatCode(_ width: Width) -> UInt32 { width == .f64 ? 0xF2_0F_10 : 0xF3_0F_10 }
    static func storeFloatCode(_ width: Width) -> UInt32 { width == .f64 ? 0xF2_0F_11 : 0xF3_0F_11 }

    // MARK: Arithmetic

    private mutating func arithmetic(_ code: UInt32, _ width: Width, _ rd: Native, _ ra: Native, _ rb: Native,
                                     commutes: Bool) {
        if rd == ra {
            scalar(code, width, rd, rb)
        } else if rd != rb {
            moveFloat(rd, ra)
            scalar(code, width, rd, rb)
        } else if commutes {
            scalar(code, width, rd, ra)
        } else {
            moveFloat(AMD64Code.xmm15, rb)
            moveFloat(rd, ra)
            scalar(code, width, rd, AMD64Code.xmm15)
        }
    }

    private enum SignChange { case flip, remove }

    /// With a mask made from all ones, so that no constant in memory is needed.
    private mutating func signBit(_ change: SignChange, _ width: Width, _ rd: Native, _ ra: Native) {
        let mask = rd == ra ? AMD64Code.xmm15 : rd
        registerForm(0x66_0F_76, wide: false, reg: mask, rm: mask)                     // pcmpeqd
        let bits: UInt8 = width == .f64 ? 63 : 31
        registerForm(width == .f64 ? 0x66_0F_73 : 0x66_0F_72, wide: false, reg: change == .flip ? 6 : 2, rm: mask)
        u8(change == .flip ? bits : 1)                                                 // psll, psrl
        registerForm(change == .flip ? 0x0F_57 : 0x0F_54, wide: false, reg: rd, rm: rd == ra ? mask : ra)
    }

    private mutating func loadFloatImmediate(_ width: Width, _ rd: Native, _ bits: Int64) {
        let bits = width == .f64 ? bits : bits & 0xFFFF_FFFF
        if bits == 0 { return clearFloat(rd) }
        loadImmediate(.rcx, bits)
        setFloat(width, rd, .rcx)
    }

    // MARK: Conversions

    private mutating func fromSigned(_ width: Width, _ rd: Native, _ general: Native) {
        registerForm(width == .f64 ? 0xF2_0F_2A : 0xF3_0F_2A, wide: true, reg: rd, rm: general)
    }

    /// Values with the top bit set are halved, the lost bit kept as a sticky one so that rounding stays right, and doubled.
    private mutating func fromUnsigned(_ width: Width, _ rd: Native, _ ra: Native) {
        clearFloat(rd)
        registerForm(0x85, wide: true, reg: ra, rm: ra)
        let toLarge = shortJump(0x78)                                                  // js
        fromSigned(width, rd, ra)
        let toEnd = shortJump(0xEB)
        patchShortJump(toLarge)
        move(.rcx, ra)
        registerForm(0xD1, wide: true, reg: Shift.right.rawValue, rm: .rcx)
        move(.r11, ra)
        aluImmediate(.and, wide: false, .r11, 1)
        alu(.or, wide: true, .rcx, .r11)
        fromSigned(width, rd, .rcx)
        scalar(0x58, width, rd, rd)
        patchShortJump(toEnd)
    }

    private mutating func toSigned(_ width: Width, _ rd: Native, _ ra: Native) {
        registerForm(width == .f64 ? 0xF2_0F_2C : 0xF3_0F_2C, wide: true, reg: rd, rm: ra)
    }

    /// The signed conversion gives its top bit for 2^63 and more; then the rest is what exceeds 2^63.
    private mutating func toUnsigned(_ width: Width, _ rd: Native, _ ra: Native) {
        toSigned(width, rd, ra)
        registerForm(0x85, wide: true, reg: rd, rm: rd)
        let toEnd = shortJump(0x79)                                                    // jns
        let minusTwoTo63: Int64 = width == .f64 ? Int64(bitPattern: 0xC3E0_0000_0000_0000) : 0xDF00_0000
        loadFloatImmediate(width, AMD64Code.xmm15, minusTwoTo63)
        scalar(0x58, width, AMD64Code.xmm15, ra)
        toSigned(width, .rcx, AMD64Code.xmm15)
        alu(.or, wide: true, rd, .rcx)
        patchShortJump(toEnd)
    }

    private mutating func shortJump(_ code: UInt8) -> Int {
        u8(code)
        u8(0)
        return count
    }

    // MARK: Comparisons

    /// What to ask of the flags after `compareFloat`. A comparison with NaN sets zero, parity and carry all three.
    enum FloatTest {
        case code(UInt8)
        case equal             // zero and not parity
        case notEqual          // not zero, or parity
    }

    /// ucomiss, ucomisd. "Less" is asked with exchanged operands, as "above" is the test that is false for NaN.
    mutating func compareFloat(_ condition: Condition, _ width: Width, _ ra: Native, _ rb: Native) -> FloatTest {
        let exchanged: Bool
        let test: FloatTest
        switch condition {
        case .eq: (exchanged, test) = (false, .equal)
        case .ne: (exchanged, test) = (false, .notEqual)
        case .lt, .ltu: (exchanged, test) = (true, .code(0x7))
        case .le, .leu: (exchanged, test) = (true, .code(0x3))
        case .nlt: (exchanged, test) = (true, .code(0x6))
        case .nle: (exchanged, test) = (true, .code(0x2))
        case .gt, .gtu: (exchanged, test) = (false, .code(0x7))
        case .ge, .geu: (exchanged, test) = (false, .code(0x3))
        }
        registerForm(width == .f64 ? 0x66_0F_2E : 0x0F_2E, wide: false, reg: exchanged ? rb : ra, rm: exchanged ? ra : rb)
        return test
    }

    private mutating func compareFloatAndSet(_ condition: Condition, _ width: Width, _ rd: Native, _ ra: Native,
                                             _ rb: Native) {
        clear(rd)
        switch compareFloat(condition, width, ra, rb) {
        case .code(let code):
            setByte(code, rd)
        case .equal:
            setByte(0xB, .rcx)
            setByte(0x4, rd)
            registerForm(0x20, wide: false, reg: .rcx, rm: rd, byte: rd)
        case .notEqual:
            setByte(0xA, .rcx)
            setByte(0x5, rd)
            registerForm(0x08, wide: false, reg: .rcx, rm: rd, byte: rd)
        }
    }
}
