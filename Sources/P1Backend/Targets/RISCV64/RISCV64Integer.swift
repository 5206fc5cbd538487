/// Constants, integer arithmetic and comparisons.
extension RISCV64 {
    // MARK: Values

    @inline(__always)
    static func move<Sink: RISCV64Sink>(_ rd: Native, _ rs: Native, into out: inout Sink) {
        if rd != rs { out.emit(Word.addi(rd, rs, 0)) }
    }

    @inline(__always)
    static func fitsTwelve(_ value: Int64) -> Bool { value >= -2048 && value < 2048 }

    /// The low 12 bits as the instructions read them, signed.
    @inline(__always)
    static func lowTwelve(_ value: Int64) -> Int64 { (value << 52) >> 52 }

    /// rd = value, in the fewest bytes of these ways: one or two instructions for 32 bits; the upper part
    /// shifted into place and the low 12 bits added; or all bits shifted to the top and back down.
    static func loadImmediate<Sink: RISCV64Sink>(_ rd: Native, _ value: Int64, into out: inout Sink) {
        if fitsTwelve(value) {
            out.emit(Word.addi(rd, zero, value))
            return
        }
        let low = lowTwelve(value)
        if let narrow = Int32(exactly: value) {
            let zeros = Int64(value.trailingZeroBitCount)
            if value >> zeros >= -32 && value >> zeros < 32 && low != 0 {
                out.emit(Word.addi(rd, zero, value >> zeros))
                out.emit(Word.slli(rd, rd, zeros))
                return
            }
            out.emit(Word.lui(rd, (Int64(narrow) - low) >> 12))
            if low != 0 { out.emit(Word.addiw(rd, rd, low)) }
            return
        }
        let upper = value &- low
        let zeros = Int64(upper.trailingZeroBitCount)
        if value > 0 {
            let leading = Int64(value.leadingZeroBitCount)
            let filled = value << leading | (1 << leading &- 1)
            let shifted = RISCV64.length(ofImmediate: filled) <= RISCV64.length(ofImmediate: value << leading)
                ? filled : value << leading
            if RISCV64.length(ofImmediate: shifted) < RISCV64.length(ofImmediate: upper >> zeros) + (low != 0 ? 4 : 0) {
                loadImmediate(rd, shifted, into: &out)
                out.emit(Word.srli(rd, rd, leading))
                return
            }
        }
        loadImmediate(rd, upper >> zeros, into: &out)
        out.emit(Word.slli(rd, rd, zeros))
        if low != 0 { out.emit(Word.addi(rd, rd, low)) }
    }

    /// Bytes that `loadImmediate` takes. Each step has at least 12 bits less to do, so this ends soon.
    static func length(ofImmediate value: Int64) -> Int {
        var counter = RISCV64Length()
        loadImmediate(scratch, value, into: &counter)
        return counter.bytes
    }

    // MARK: Extensions

    static func zeroExtend<Sink: RISCV64Sink>(_ rd: Native, _ rs: Native, _ bits: Int64, into out: inout Sink) {
        out.emit(Word.slli(rd, rs, 64 - bits))
        out.emit(Word.srli(rd, rd, 64 - bits))
    }

    static func signExtend<Sink: RISCV64Sink>(_ rd: Native, _ rs: Native, _ bits: Int64, into out: inout Sink) {
        out.emit(Word.slli(rd, rs, 64 - bits))
        out.emit(Word.srai(rd, rd, 64 - bits))
    }

    /// Brings a result to its width.
    static func extend<Sink: RISCV64Sink>(_ rd: Native, _ width: Width, into out: inout Sink) {
        if width == .w32 { out.emit(Word.addiw(rd, rd, 0)) }
        if width == .u32 { zeroExtend(rd, rd, 32, into: &out) }
    }

    // MARK: Arithmetic

    static func arithmetic<Sink: RISCV64Sink>(_ i: Instruction, _ rd: Native, _ ra: Native, _ rb: Native,
                                              into out: inout Sink) {
        let function3: UInt32, function7: UInt32
        var hasWordForm = true
        switch i.op {
        case .sub: (function3, function7) = (0, 0x20)
        case .and: (function3, function7, hasWordForm) = (7, 0, false)
        case .or: (function3, function7, hasWordForm) = (6, 0, false)
        case .xor: (function3, function7, hasWordForm) = (4, 0, false)
        case .shl: (function3, function7) = (1, 0)
        case .shr: (function3, function7) = (5, 0)
        case .sar: (function3, function7) = (5, 0x20)
        case .mul: (function3, function7) = (0, 1)
        case .mulhs: (function3, function7, hasWordForm) = (1, 1, false)
        case .mulhu: (function3, function7, hasWordForm) = (3, 1, false)
        case .div: (function3, function7) = (4, 1)
        case .divu: (function3, function7) = (5, 1)
        case .rem: (function3, function7) = (6, 1)
        case .remu: (function3, function7) = (7, 1)
        default: (function3, function7) = (0, 0)
        }
        let narrow = i.width != .w64 && hasWordForm
        out.emit(Word.r(narrow ? 0x3b : 0x33, function3, function7, rd, ra, rb))
        // The word forms leave their result sign-extended.
        if i.width == .u32 || i.width == .w32 && !hasWordForm { extend(rd, i.width, into: &out) }
    }

    static func addImmediate<Sink: RISCV64Sink>(_ rd: Native, _ ra: Native, _ imm: Int64, width: Width,
                                                into out: inout Sink) {
        guard width == .w64 else {
            let imm = Int64(Int32(truncatingIfNeeded: imm))
            if fitsTwelve(imm) {
                out.emit(Word.addiw(rd, ra, imm))
            } else {
                loadImmediate(scratch, imm, into: &out)
                out.emit(Word.r(0x3b, 0, 0, rd, ra, scratch))
            }
            if width == .u32 { zeroExtend(rd, rd, 32, into: &out) }
            return
        }
        if imm == 0 {
            move(rd, ra, into: &out)
        } else if fitsTwelve(imm) {
            out.emit(Word.addi(rd, ra, imm))
        } else if imm >= -4096 && imm < 4095 {
            let half: Int64 = imm < 0 ? -2048 : 2047
            out.emit(Word.addi(rd, ra, half))
            out.emit(Word.addi(rd, rd, imm - half))
        } else {
            loadImmediate(scratch, imm, into: &out)
            out.emit(Word.add(rd, ra, scratch))
        }
    }

    static func andImmediate<Sink: RISCV64Sink>(_ rd: Native, _ ra: Native, _ imm: Int64, into out: inout Sink) {
        let ones = Int64(imm.leadingZeroBitCount)
        let zeros = Int64(imm.trailingZeroBitCount)
        if fitsTwelve(imm) {
            out.emit(Word.andi(rd, ra, imm))
        } else if imm > 0 && imm & (imm &+ 1) == 0 {
            out.emit(Word.slli(rd, ra, ones))
            out.emit(Word.srli(rd, rd, ones))
        } else if imm < 0 && imm >> zeros == -1 {
            out.emit(Word.srli(rd, ra, zeros))
            out.emit(Word.slli(rd, rd, zeros))
        } else {
            loadImmediate(scratch, imm, into: &out)
            out.emit(Word.r(0x33, 7, 0, rd, ra, scratch))
        }
    }

    static func logicImmediate<Sink: RISCV64Sink>(_ op: Operation, _ rd: Native, _ ra: Native, _ imm: Int64,
                                                  into out: inout Sink) {
        if fitsTwelve(imm) {
            out.emit(op == .ori ? Word.ori(rd, ra, imm) : Word.xori(rd, ra, imm))
        } else {
            loadImmediate(scratch, imm, into: &out)
            out.emit(Word.r(0x33, op == .ori ? 6 : 4, 0, rd, ra, scratch))
        }
    }

    static func multiplyImmediate<Sink: RISCV64Sink>(_ rd: Native, _ ra: Native, _ imm: Int64, width: Width,
                                                     into out: inout Sink) {
        if imm > 0 && imm & (imm - 1) == 0 {
            let n = Int64(imm.trailingZeroBitCount)
            if width != .w64 && n < 32 {
                shiftImmediate(Instruction(.shli, imm: n, width: width), rd, ra, into: &out)
                return
            }
            if width == .w64 {
                if n == 0 { move(rd, ra, into: &out) } else { out.emit(Word.slli(rd, ra, n)) }
                return
            }
        }
        loadImmediate(scratch, width == .w64 ? imm : Int64(Int32(truncatingIfNeeded: imm)), into: &out)
        out.emit(Word.r(width == .w64 ? 0x33 : 0x3b, 0, 1, rd, ra, scratch))
        if width == .u32 { zeroExtend(rd, rd, 32, into: &out) }
    }

    static func shiftImmediate<Sink: RISCV64Sink>(_ i: Instruction, _ rd: Native, _ ra: Native, into out: inout Sink) {
        if i.width == .w64 {
            let n = i.imm & 63
            if n == 0 { return move(rd, ra, into: &out) }
            switch i.op {
            case .shli: out.emit(Word.slli(rd, ra, n))
            case .shri: out.emit(Word.srli(rd, ra, n))
            default: out.emit(Word.srai(rd, ra, n))
            }
            return
        }
        let n = i.imm & 31
        if i.op == .shli && i.width == .u32 {
            // Shifting on into the upper half first and back is no longer than extending afterwards.
            out.emit(Word.slli(rd, ra, 32 + n))
            out.emit(Word.srli(rd, rd, 32))
            return
        }
        if n == 0 {
            if i.width == .w32 { out.emit(Word.addiw(rd, ra, 0)) } else { zeroExtend(rd, ra, 32, into: &out) }
            return
        }
        switch i.op {
        case .shli: out.emit(Word.slliw(rd, ra, n))
        case .shri: out.emit(Word.srliw(rd, ra, n))  // n > 0: the sign bit is clear, both extensions agree
        default:
            out.emit(Word.sraiw(rd, ra, n))
            if i.width == .u32 { zeroExtend(rd, rd, 32, into: &out) }
        }
    }

    // MARK: Comparisons

    static func compareAndSet<Sink: RISCV64Sink>(_ i: Instruction, _ rd: Native, _ ra: Native, _ rb: Native,
                                                 into out: inout Sink) {
        let narrow = i.width != .w64
        if i.condition == .eq || i.condition == .ne {
            out.emit(narrow ? Word.subw(rd, ra, rb) : Word.sub(rd, ra, rb))
            out.emit(i.condition == .eq ? Word.sltiu(rd, rd, 1) : Word.sltu(rd, zero, rd))
            return
        }
        var ra = ra, rb = rb
        if narrow {
            // Sign extension keeps the order of unsigned values, too.
            out.emit(Word.addiw(scratch, ra, 0))
            out.emit(Word.addiw(scratch2, rb, 0))
            (ra, rb) = (scratch, scratch2)
        }
        switch i.condition {
        case .lt, .ge, .nlt: out.emit(Word.slt(rd, ra, rb))
        case .gt, .le, .nle: out.emit(Word.slt(rd, rb, ra))
        case .ltu, .geu: out.emit(Word.sltu(rd, ra, rb))
        default: out.emit(Word.sltu(rd, rb, ra))
        }
        switch i.condition {
        case .ge, .le, .geu, .leu, .nlt: out.emit(Word.xori(rd, rd, 1))
        default: break
        }
    }

    /// rd = source if scratch2 is not zero: a branch over the move, which has two bytes.
    static func moveIfSet<Sink: RISCV64Sink>(_ rd: Native, _ source: Native, into out: inout Sink) {
        let equal: UInt32 = 0
        out.emit(Word.branch(equal, scratch2, zero, 6))
        out.emit(Word.addi(rd, source, 0))
    }

    static func compareImmediateAndSet<Sink: RISCV64Sink>(_ i: Instruction, _ rd: Native, _ ra: Native,
                                                          into out: inout Sink) {
        let narrow = i.width != .w64
        var imm = narrow ? Int64(Int32(truncatingIfNeeded: i.imm)) : i.imm
        var source = ra
        if i.condition == .eq || i.condition == .ne {
            if imm != 0 && imm > -2048 && imm <= 2048 {
                out.emit(narrow ? Word.addiw(rd, ra, -imm) : Word.addi(rd, ra, -imm))
                source = rd
            } else if imm != 0 {
                loadImmediate(scratch, imm, into: &out)
                out.emit(narrow ? Word.subw(rd, ra, scratch) : Word.sub(rd, ra, scratch))
                source = rd
            } else if narrow {
                out.emit(Word.addiw(rd, ra, 0))
                source = rd
            }
            out.emit(i.condition == .eq ? Word.sltiu(rd, source, 1) : Word.sltu(rd, zero, source))
            return
        }
        if narrow {
            out.emit(Word.addiw(rd, ra, 0))
            source = rd
        }
        // There are instructions for "less" only: x ≤ n is x < n + 1.
        switch i.condition {
        case .le, .gt, .nle:
            if imm == .max { return loadImmediate(rd, i.condition == .le ? 1 : 0, into: &out) }
            imm += 1
        case .leu, .gtu:
            if imm == -1 { return loadImmediate(rd, i.condition == .leu ? 1 : 0, into: &out) }
            imm &+= 1
        default: break
        }
        let unsigned: Bool
        switch i.condition {
        case .ltu, .geu, .leu, .gtu: unsigned = true
        default: unsigned = false
        }
        if fitsTwelve(imm) {
            out.emit(unsigned ? Word.sltiu(rd, source, imm) : Word.slti(rd, source, imm))
        } else {
            loadImmediate(scratch, imm, into: &out)
            out.emit(unsigned ? Word.sltu(rd, source, scratch) : Word.slt(rd, source, scratch))
        }
        switch i.condition {
        case .ge, .gt, .geu, .gtu, .nlt, .nle: out.emit(Word.xori(rd, rd, 1))
        default: break
        }
    }

}
