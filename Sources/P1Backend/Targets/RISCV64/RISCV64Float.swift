/// RISC-V's floating-point instructions. A float lies in its register with all upper bits set, as every
/// single-precision instruction leaves it; storing and loading 64 bits keeps that.
extension RISCV64 {
    /// f8…f15 have 2-byte loads and stores.
    @inline(__always)
    static func nativeFloat(_ register: Register) -> Native {
        switch register.rawValue {
        case 16...23: return UInt32(register.rawValue) - 8   // f0…f7
        case 24, 25: return UInt32(register.rawValue) - 8    // f8, f9: f16, f17
        case 26...29: return UInt32(register.rawValue) - 8   // fs0…fs3: f18…f21
        default: return 0
        }
    }

    private static let nearest: UInt32 = 0, towardZero: UInt32 = 1

    /// A word of the floating-point opcode; `function5` is its number without the format field.
    private static func float(_ function5: UInt32, _ width: Width, _ function3: UInt32,
                              _ rd: Native, _ rs1: Native, _ rs2: Native) -> UInt32 {
        Word.r(0x53, function3, function5 << 2 | (width == .f32 ? 0 : 1), rd, rs1, rs2)
    }

    static func floatLoad(_ width: Width, _ rd: Native, _ base: Native, _ offset: Int64) -> UInt32 {
        Word.i(0x07, width == .f32 ? 2 : 3, rd, base, offset)
    }

    static func floatStore(_ width: Width, _ rs: Native, _ base: Native, _ offset: Int64) -> UInt32 {
        Word.s(0x27, width == .f32 ? 2 : 3, base, rs, offset)
    }

    static func emitFloat<Sink: RISCV64Sink>(_ i: Instruction, into out: inout Sink) {
        let w = i.width
        switch i.op {
        case .fmov:
            if i.rd != i.ra { out.u32(float(0x04, w, 0, nativeFloat(i.rd), nativeFloat(i.ra), nativeFloat(i.ra))) }
        case .fneg: out.u32(float(0x04, w, 1, nativeFloat(i.rd), nativeFloat(i.ra), nativeFloat(i.ra)))
        case .fabs: out.u32(float(0x04, w, 2, nativeFloat(i.rd), nativeFloat(i.ra), nativeFloat(i.ra)))
        case .fsqrt: out.u32(float(0x0b, w, nearest, nativeFloat(i.rd), nativeFloat(i.ra), 0))
        case .fadd: out.u32(float(0x00, w, nearest, nativeFloat(i.rd), nativeFloat(i.ra), nativeFloat(i.rb)))
        case .fsub: out.u32(float(0x01, w, nearest, nativeFloat(i.rd), nativeFloat(i.ra), nativeFloat(i.rb)))
        case .fmul: out.u32(float(0x02, w, nearest, nativeFloat(i.rd), nativeFloat(i.ra), nativeFloat(i.rb)))
        case .fdiv: out.u32(float(0x03, w, nearest, nativeFloat(i.rd), nativeFloat(i.ra), nativeFloat(i.rb)))

        case .fli:
            let bits = w == .f32 ? Int64(Int32(truncatingIfNeeded: i.imm)) : i.imm
            if bits != 0 { loadImmediate(scratch, bits, into: &out) }
            out.u32(float(0x1e, w, 0, nativeFloat(i.rd), bits == 0 ? zero : scratch, 0))
        case .fset: out.u32(float(0x1e, w, 0, nativeFloat(i.rd), native(i.ra), 0))
        case .fbits:
            out.u32(float(0x1c, w, 0, native(i.rd), nativeFloat(i.ra), 0))
            // The machine sign-extends the 32 bits.
            if w == .f32 { zeroExtend(native(i.rd), native(i.rd), 32, into: &out) }

        case .fload:
            let (base, offset) = address(native(i.ra), i.imm, temporary: scratch, into: &out)
            out.emit(floatLoad(w, nativeFloat(i.rd), base, offset))
        case .fstore:
            let (base, offset) = address(native(i.ra), i.imm, temporary: scratch, into: &out)
            out.emit(floatStore(w, nativeFloat(i.rd), base, offset))
        case .floadx:
            let (base, offset) = indexedAddress(i, native(i.ra), native(i.rb), temporary: scratch, into: &out)
            out.emit(floatLoad(w, nativeFloat(i.rd), base, offset))
        case .fstorex:
            let (base, offset) = indexedAddress(i, native(i.ra), native(i.rb), temporary: scratch, into: &out)
            out.emit(floatStore(w, nativeFloat(i.rd), base, offset))

        case .fcvtfs: out.u32(float(0x1a, w, nearest, nativeFloat(i.rd), native(i.ra), 2))
        case .fcvtfu: out.u32(float(0x1a, w, nearest, nativeFloat(i.rd), native(i.ra), 3))
        case .fcvtsf: out.u32(float(0x18, w, towardZero, native(i.rd), nativeFloat(i.ra), 2))
        case .fcvtuf: out.u32(float(0x18, w, towardZero, native(i.rd), nativeFloat(i.ra), 3))
        case .fcvtff: out.u32(float(0x08, w, nearest, nativeFloat(i.rd), nativeFloat(i.ra), w == .f32 ? 1 : 0))

        case .fcmpset:
            let holds = floatCompare(i, native(i.rd), into: &out)
            if !holds { out.emit(Word.xori(native(i.rd), native(i.rd), 1)) }
        default: break
        }
    }

    /// rd = 1 or 0 by comparison; returns whether 1 means that the condition holds, or that it does not.
    static func floatCompare<Sink: RISCV64Sink>(_ i: Instruction, _ rd: Native, into out: inout Sink) -> Bool {
        let a = nativeFloat(i.ra), b = nativeFloat(i.rb)
        switch i.condition {
        case .eq, .ne: out.u32(float(0x14, i.width, 2, rd, a, b))
        case .lt, .nlt, .ltu: out.u32(float(0x14, i.width, 1, rd, a, b))
        case .le, .nle, .leu: out.u32(float(0x14, i.width, 0, rd, a, b))
        case .gt, .gtu: out.u32(float(0x14, i.width, 1, rd, b, a))
        case .ge, .geu: out.u32(float(0x14, i.width, 0, rd, b, a))
        }
        return i.condition != .ne && i.condition != .nlt && i.condition != .nle
    }
}
