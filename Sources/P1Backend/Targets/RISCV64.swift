/// RISC-V, RV64GC. The integer side: registers, frames, arithmetic, memory. RISCV64Float.swift has the
/// floating-point instructions, RISCV64Labels.swift what refers to labels, RISCV64Words.swift the words.
///
/// A function's frame of N bytes: sp is kept a multiple of 16, and with F = N + 8 rounded up to 16
///     sp + F + 8k   the caller's stack word k
///     sp + F - 8    return address
///     sp            the function's own N bytes
public enum RISCV64: Target {
    public static let name = "riscv64"
    public static let elfMachine: UInt16 = 243
    /// Compressed instructions; doubles in floating-point registers.
    public static let elfFlags: UInt32 = 0x1 | 0x4
    public static let pageSize: UInt64 = 4096
    public static let functionAlignment = 2
    public static let padding: [UInt8] = [0x01, 0x00]

    public static func systemCallNumber(_ name: String) -> Int64? { GenericSystemCalls.number(name) }

    // MARK: Registers

    typealias Word = RISCV64Word
    typealias Native = RISCV64Register

    static let zero: Native = 0, link: Native = 1, stack: Native = 2
    /// Never hold a P1 value. x6 rather than x5: a jump through x5 counts as a return for branch prediction.
    static let scratch: Native = 6, scratch2: Native = 7

    /// x8…x15 have 2-byte forms, so the registers used most lie there. The arguments of a P1 system call
    /// lie where Linux wants them, which leaves it to move the number, and to save a1 and fetch the result.
    @inline(__always)
    static func native(_ register: Register) -> Native {
        switch register.rawValue {
        case 0: return 9    // a0
        case 1: return 10   // a1
        case 2: return 11   // a2
        case 3: return 12   // a3
        case 4: return 13   // t0
        case 5: return 8    // t1
        case 6: return 16   // t2
        case 7: return 14   // s0
        case 8: return 15   // s1
        case 9: return 18   // s2
        case 10: return 19  // s3
        case 11: return 20  // s4
        case 12: return 21  // s5
        case 13: return 2   // sp
        default: return 0
        }
    }

    // MARK: Instructions without labels

    public static func encode(_ i: Instruction, frame: Int, into out: inout ByteBuffer) {
        emit(i, frame: frame, into: &out)
    }

    static func emit<Sink: RISCV64Sink>(_ i: Instruction, frame: Int, into out: inout Sink) {
        let rd = native(i.rd), ra = native(i.ra), rb = native(i.rb)
        switch i.op {
        case .li: loadImmediate(rd, i.imm, into: &out)
        case .mov: move(rd, ra, into: &out)

        case .add, .sub, .and, .or, .xor, .shl, .shr, .sar, .mul, .div, .rem, .divu, .remu, .mulhs, .mulhu:
            arithmetic(i, rd, ra, rb, into: &out)
        case .addi: addImmediate(rd, ra, i.imm, width: i.width, into: &out)
        case .andi: andImmediate(rd, ra, i.imm, into: &out)
        case .ori, .xori: logicImmediate(i.op, rd, ra, i.imm, into: &out)
        case .muli: multiplyImmediate(rd, ra, i.imm, width: i.width, into: &out)
        case .shli, .shri, .sari: shiftImmediate(i, rd, ra, into: &out)

        case .neg:
            out.emit(i.width == .w32 ? Word.subw(rd, zero, ra) : Word.sub(rd, zero, ra))
            if i.width == .u32 { zeroExtend(rd, rd, 32, into: &out) }
        case .not:
            out.emit(Word.xori(rd, ra, -1))
            if i.width != .w64 { extend(rd, i.width, into: &out) }
        case .sext8: signExtend(rd, ra, 8, into: &out)
        case .sext16: signExtend(rd, ra, 16, into: &out)
        case .sext32: out.emit(Word.addiw(rd, ra, 0))
        case .zext8: out.emit(Word.andi(rd, ra, 255))
        case .zext16: zeroExtend(rd, ra, 16, into: &out)
        case .zext32: zeroExtend(rd, ra, 32, into: &out)

        case .cmpset: compareAndSet(i, rd, ra, rb, into: &out)
        case .cmpseti: compareImmediateAndSet(i, rd, ra, into: &out)
        case .selcc:
            compareAndSet(i, scratch2, ra, rb, into: &out)
            moveIfSet(rd, native(i.source), into: &out)
        case .selcci:
            compareImmediateAndSet(i, scratch2, ra, into: &out)
            moveIfSet(rd, native(i.source), into: &out)

        case .load:
            // The value's own register serves for the address where it can: that often has shorter forms.
            let (base, offset) = address(ra, i.imm, temporary: rd == ra ? scratch : rd, into: &out)
            out.emit(load(i.memory, rd, base, offset))
        case .store:
            let (base, offset) = address(ra, i.imm, temporary: scratch, into: &out)
            out.emit(store(i.memory, rd, base, offset))
        case .loadx:
            let (base, offset) = indexedAddress(i, ra, rb, temporary: rd, into: &out)
            out.emit(load(i.memory, rd, base, offset))
        case .storex:
            let (base, offset) = indexedAddress(i, ra, rb, temporary: scratch, into: &out)
            out.emit(store(i.memory, rd, base, offset))
        case .leax:
            let sum = sumIndexed(i, ra, rb, temporary: rd, into: &out)
            addImmediate(rd, sum, i.imm, width: .w64, into: &out)
        case .ldarg:
            let (base, offset) = address(stack, Int64(frameSize(frame)) &+ 8 &* i.imm, temporary: rd, into: &out)
            out.emit(Word.ld(rd, base, offset))

        case .br: out.emit(Word.jalr(zero, ra, 0))
        case .callr: out.emit(Word.jalr(link, ra, 0))
        case .callnative:
            // a1 a2 a3 are the machine's first arguments, and its result comes where a1 was.
            out.emit(Word.jalr(link, native(.a0), 0))
            out.emit(Word.addi(native(.a0), native(.a1), 0))
        case .ret: out.emit(Word.jalr(zero, link, 0))
        case .enter: enterFrame(Int(truncatingIfNeeded: i.imm), into: &out)
        case .eret:
            leaveFrame(frame, into: &out)
            out.emit(Word.jalr(zero, link, 0))
        case .tailr:
            leaveFrame(frame, into: &out)
            out.emit(Word.jalr(zero, ra, 0))
        case .syscall: systemCall(into: &out)
        case .trap: out.u16(Word.shortIllegal)
        case .copyblocks: repeatBlocks(native(.a0), moving: [native(.a1), native(.a2)], words: copyWords, into: &out)
        case .fillblocks: repeatBlocks(native(.a2), moving: [native(.a1)], words: fillWords, into: &out)
        case .codesync: out.emit(Word.fencei)

        case .spalloc:
            out.emit(Word.addi(scratch, ra, 15))
            out.emit(Word.andi(scratch, scratch, -16))
            out.emit(Word.sub(stack, stack, scratch))
            addImmediate(rd, stack, i.imm, width: .w64, into: &out)
        case .sprestore: move(stack, ra, into: &out)
        case .ctxsave: saveContext(ra, into: &out)
        case .ctxload: restoreContext(ra, result: rb, into: &out)

        case .fmov, .fneg, .fabs, .fsqrt, .fadd, .fsub, .fmul, .fdiv, .fli, .fbits, .fset, .fload, .fstore,
             .floadx, .fstorex, .fcvtfs, .fcvtfu, .fcvtsf, .fcvtuf, .fcvtff, .fcmpset:
            emitFloat(i, into: &out)

        case .la, .loadg, .storeg, .floadg, .fstoreg, .b, .bcc, .bcci, .fbcc, .call, .tail, .label:
            break
        }
    }

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
    private static func length(ofImmediate value: Int64) -> Int {
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
    private static func moveIfSet<Sink: RISCV64Sink>(_ rd: Native, _ source: Native, into out: inout Sink) {
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

    // MARK: Memory

    @inline(__always)
    static func load(_ memory: Memory, _ rd: Native, _ base: Native, _ offset: Int64) -> UInt32 {
        let function3: UInt32
        switch memory {
        case .s8: function3 = 0
        case .s16: function3 = 1
        case .s32: function3 = 2
        case .d64: function3 = 3
        case .u8: function3 = 4
        case .u16: function3 = 5
        case .u32: function3 = 6
        }
        return Word.i(0x03, function3, rd, base, offset)
    }

    @inline(__always)
    static func store(_ memory: Memory, _ rs: Native, _ base: Native, _ offset: Int64) -> UInt32 {
        let function3: UInt32
        switch memory {
        case .u8, .s8: function3 = 0
        case .u16, .s16: function3 = 1
        case .u32, .s32: function3 = 2
        case .d64: function3 = 3
        }
        return Word.s(0x23, function3, base, rs, offset)
    }

    /// A base register and a 12-bit offset for base + offset; `temporary` is changed when that takes code.
    static func address<Sink: RISCV64Sink>(_ base: Native, _ offset: Int64, temporary: Native,
                                           into out: inout Sink) -> (Native, Int64) {
        if fitsTwelve(offset) { return (base, offset) }
        let low = lowTwelve(offset)
        loadImmediate(temporary, offset &- low, into: &out)
        out.emit(Word.add(temporary, temporary, base))
        return (temporary, low)
    }

    /// The same for ra + (rb << shift) + imm.
    static func indexedAddress<Sink: RISCV64Sink>(_ i: Instruction, _ ra: Native, _ rb: Native, temporary: Native,
                                                  into out: inout Sink) -> (Native, Int64) {
        let sum = sumIndexed(i, ra, rb, temporary: temporary, into: &out)
        return address(sum, i.imm, temporary: scratch2, into: &out)
    }

    /// ra + (rb << shift) in `temporary`, which may be one of the two.
    static func sumIndexed<Sink: RISCV64Sink>(_ i: Instruction, _ ra: Native, _ rb: Native, temporary: Native,
                                              into out: inout Sink) -> Native {
        guard i.shift != 0 else {
            out.emit(Word.add(temporary, ra, rb))
            return temporary
        }
        let scaled = temporary == ra ? scratch : temporary
        out.emit(Word.slli(scaled, rb, Int64(i.shift)))
        out.emit(Word.add(temporary, ra, scaled))
        return temporary
    }

    // MARK: Frames

    static func frameSize(_ frame: Int) -> Int { (max(frame, 0) &+ 8 &+ 15) & ~15 }

    static func enterFrame<Sink: RISCV64Sink>(_ frame: Int, into out: inout Sink) {
        let size = Int64(frameSize(frame))
        // Nothing is ever written below sp: a signal could overwrite it.
        if size <= 2048 {
            out.emit(Word.addi(stack, stack, -size))
            out.emit(Word.sd(link, stack, size - 8))
        } else {
            out.emit(Word.addi(stack, stack, -16))
            out.emit(Word.sd(link, stack, 8))
            addImmediate(stack, stack, 16 - size, width: .w64, into: &out)
        }
    }

    /// The return address in link, and sp as it was before `enter`. Changes nothing else but scratch.
    static func leaveFrame<Sink: RISCV64Sink>(_ frame: Int, into out: inout Sink) {
        let size = Int64(frameSize(frame))
        if size < 2048 {
            out.emit(Word.ld(link, stack, size - 8))
            out.emit(Word.addi(stack, stack, size))
        } else {
            addImmediate(stack, stack, size - 16, width: .w64, into: &out)
            out.emit(Word.ld(link, stack, 8))
            out.emit(Word.addi(stack, stack, 16))
        }
    }

    // MARK: Blocks

    private static let copyWords: [UInt32] = stride(from: Int64(0), to: 64, by: 16).flatMap { offset in
        [
            Word.ld(scratch, native(.a2), offset), Word.ld(scratch2, native(.a2), offset + 8),
            Word.sd(scratch, native(.a1), offset), Word.sd(scratch2, native(.a1), offset + 8),
        ]
    }
    private static let fillWords: [UInt32] = stride(from: Int64(0), to: 64, by: 8).map { Word.sd(native(.a0), native(.a1), $0) }

    /// As often as the register says: the words, and the addresses move on.
    static func repeatBlocks<Sink: RISCV64Sink>(_ count: Native, moving addresses: [Native], words: [UInt32], into out: inout Sink) {
        let body = words + addresses.map { Word.addi($0, $0, 64) } + [Word.addi(count, count, -1)]
        let length = body.reduce(0) { $0 + (Word.compressed($1) != 0 ? 2 : 4) } as Int64
        out.u32(Word.branch(0, count, zero, length + 8))
        for word in body { out.emit(word) }
        out.u32(Word.branch(1, count, zero, -length))
    }

    // MARK: System

    static func systemCall<Sink: RISCV64Sink>(into out: inout Sink) {
        let number: Native = 17, result: Native = 10
        out.emit(Word.addi(number, native(.a0), 0))
        out.emit(Word.addi(scratch, result, 0))
        out.emit(Word.ecall)
        out.emit(Word.addi(native(.a0), result, 0))
        out.emit(Word.addi(result, scratch, 0))
    }

    // 96 bytes: s0…s5, fs0…fs3, sp, return address.
    static let savedGeneral: [Register] = [.s0, .s1, .s2, .s3, .s4, .s5]
    static let savedFloat: [Register] = [.fs0, .fs1, .fs2, .fs3]

    static func saveContext<Sink: RISCV64Sink>(_ base: Native, into out: inout Sink) {
        var offset: Int64 = 0
        for register in savedGeneral {
            out.emit(Word.sd(native(register), base, offset))
            offset += 8
        }
        for register in savedFloat {
            out.emit(Word.fsd(nativeFloat(register), base, offset))
            offset += 8
        }
        out.emit(Word.sd(stack, base, offset))
        out.emit(Word.sd(link, base, offset + 8))
    }

    static func restoreContext<Sink: RISCV64Sink>(_ base: Native, result: Native, into out: inout Sink) {
        // Both operands may be among the registers that change.
        out.emit(Word.addi(scratch, base, 0))
        move(native(.a0), result, into: &out)
        var offset: Int64 = 0
        for register in savedGeneral {
            out.emit(Word.ld(native(register), scratch, offset))
            offset += 8
        }
        for register in savedFloat {
            out.emit(Word.fld(nativeFloat(register), scratch, offset))
            offset += 8
        }
        out.emit(Word.ld(stack, scratch, offset))
        out.emit(Word.ld(link, scratch, offset + 8))
        out.emit(Word.jalr(zero, link, 0))
    }

    // MARK: Start

    /// Linux leaves argc at [sp] and argv behind it.
    public static func startCode(main symbol: Int32) -> [StartItem] {
        [
            .instruction(Instruction(.load, rd: .a0, ra: .sp)),
            .instruction(Instruction(.addi, rd: .a1, ra: .sp, imm: 8)),
            .instruction(Instruction(.call, symbol: symbol)),
            .instruction(Instruction(.mov, rd: .a1, ra: .a0)),
            .instruction(Instruction(.li, rd: .a0, imm: systemCallNumber("exit") ?? 93)),
            .instruction(Instruction(.syscall)),
        ]
    }
}
