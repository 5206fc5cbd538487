/// 64-bit ARM.
///
/// Registers: a1 a2 a3 t0 s0 s1 are x0…x5 and a0 is x8, so that `syscall` finds number and arguments in
/// place and only has to bring the result, which the kernel puts where a1 was, to a0. t1 t2 are x6 x7,
/// s2…s5 x19…x22, f0…f9 d0…d9, fs0…fs3 d10…d13. x16 and x17 are scratch.
///
/// Frames: the return address lies at the machine's sp and the P1 frame 8 bytes above it, because then one
/// store with write-back makes a frame and one load with write-back undoes it. So the P1 sp is always the
/// machine's sp + 8, in functions without a frame as well, and the machine's sp is a multiple of 16 as the
/// hardware wants it.
public enum AArch64: Target {
    public static let name = "aarch64"
    public static let elfMachine: UInt16 = 183
    public static let elfFlags: UInt32 = 0
    public static let pageSize: UInt64 = 0x10000
    public static let functionAlignment = 4
    public static let padding: [UInt8] = [0x1F, 0x20, 0x03, 0xD5]

    public static func systemCallNumber(_ name: String) -> Int64? { GenericSystemCalls.number(name) }

    /// P1 registers by number: general ones, sp, and from 16 on the floating-point ones.
    private static let registers: [UInt8] = [
        8, 0, 1, 2, 3, 6, 7, 4, 5, 19, 20, 21, 22, 31, 31, 31,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 31, 31,
    ]

    @inline(__always)
    static func native(_ register: Register) -> UInt32 { UInt32(registers[Int(register.rawValue & 31)]) }

    /// What has to be added to an offset from this base register.
    @inline(__always)
    static func bias(_ base: Register) -> Int64 { base == .sp ? 8 : 0 }

    public static func startCode(main symbol: Int32) -> [StartItem] {
        // At the start argc lies at the machine's sp, which is the P1 sp - 8, and argv behind it.
        [
            .instruction(Instruction(.load, rd: .a0, ra: .sp, imm: -8)),
            .instruction(Instruction(.mov, rd: .a1, ra: .sp)),
            .instruction(Instruction(.call, symbol: symbol)),
            .instruction(Instruction(.mov, rd: .a1, ra: .a0)),
            .instruction(Instruction(.li, rd: .a0, imm: GenericSystemCalls.number("exit") ?? 0)),
            .instruction(Instruction(.syscall)),
        ]
    }

    public static func encode(_ i: Instruction, frame: Int, into out: inout ByteBuffer) {
        let d = native(i.rd)
        let a = native(i.ra)
        let b = native(i.rb)
        let size = i.width == .w64 ? A64.sf : 0
        switch i.op {
        case .li: A64.constant(i.imm, in: d).write(into: &out)
        case .mov: move(i, d, a, into: &out)

        case .add: narrow(i, d, A64.rrr(size | A64.add, d, a, b), into: &out)
        case .sub: narrow(i, d, A64.rrr(size | A64.sub, d, a, b), into: &out)
        case .and: narrow(i, d, A64.rrr(size | A64.and, d, a, b), into: &out)
        case .or: narrow(i, d, A64.rrr(size | A64.orr, d, a, b), into: &out)
        case .xor: narrow(i, d, A64.rrr(size | A64.eor, d, a, b), into: &out)
        case .shl: narrow(i, d, A64.rrr(size | A64.lslv, d, a, b), into: &out)
        case .shr: narrow(i, d, A64.rrr(size | A64.lsrv, d, a, b), into: &out)
        case .sar: narrow(i, d, A64.rrr(size | A64.asrv, d, a, b), into: &out)
        case .mul: narrow(i, d, A64.rrr(size | A64.mul, d, a, b), into: &out)
        case .div: narrow(i, d, A64.rrr(size | A64.sdiv, d, a, b), into: &out)
        case .divu: narrow(i, d, A64.rrr(size | A64.udiv, d, a, b), into: &out)
        case .rem, .remu:
            out.u32(A64.rrr(size | (i.op == .rem ? A64.sdiv : A64.udiv), A64.x16, a, b))
            narrow(i, d, A64.rrr(size | A64.msub | a << 10, d, A64.x16, b), into: &out)
        case .mulhs: out.u32(A64.rrr(A64.smulh, d, a, b))
        case .mulhu: out.u32(A64.rrr(A64.umulh, d, a, b))

        case .addi: addImmediate(i, d, a, into: &out)
        case .andi: andImmediate(i, d, a, size, into: &out)
        case .ori: orImmediate(i, d, a, size, into: &out)
        case .xori: xorImmediate(i, d, a, size, into: &out)
        case .muli: multiplyImmediate(i, d, a, size, into: &out)
        case .shli, .shri, .sari: shiftImmediate(i, d, a, into: &out)

        case .neg: narrow(i, d, A64.rrr(size | A64.sub, d, A64.zr, a), into: &out)
        case .not: narrow(i, d, A64.rrr(size | A64.orn, d, A64.zr, a), into: &out)
        case .sext8: out.u32(A64.bitfield(A64.sbfm, A64.sf, d, a, rotate: 0, last: 7))
        case .sext16: out.u32(A64.bitfield(A64.sbfm, A64.sf, d, a, rotate: 0, last: 15))
        case .sext32: out.u32(A64.signExtend32(d, a))
        case .zext8: out.u32(A64.bitfield(A64.ubfm, 0, d, a, rotate: 0, last: 7))
        case .zext16: out.u32(A64.bitfield(A64.ubfm, 0, d, a, rotate: 0, last: 15))
        case .zext32: out.u32(A64.move(d, a, 0))

        case .cmpset, .fcmpset: compareAndSet(i, d, into: &out)
        case .cmpseti:
            if A64Comparison.normalized(i) == (.lt, 0) {
                let top: UInt32 = size == 0 ? 31 : 63
                out.u32(A64.bitfield(A64.ubfm, size, d, a, rotate: top, last: top))
            } else {
                compareAndSet(i, d, into: &out)
            }

        case .selcc, .selcci:
            let comparison = A64Comparison(i)
            comparison.words.write(into: &out)
            out.u32(A64.select(d, native(i.source), d, comparison.condition))

        case .load: A64Access(load: i.memory).write(d, a, i.imm &+ bias(i.ra), into: &out)
        case .store: A64Access(store: i.memory).write(d, a, i.imm &+ bias(i.ra), into: &out)
        case .fload: A64Access(loadFloat: i.width).write(d, a, i.imm &+ bias(i.ra), into: &out)
        case .fstore: A64Access(storeFloat: i.width).write(d, a, i.imm &+ bias(i.ra), into: &out)
        case .loadx, .storex, .floadx, .fstorex: indexedAccess(i, d, a, b, into: &out)
        case .leax:
            out.u32(scaledSum(d, a, b, shift: i.shift))
            let rest = i.imm &+ bias(i.ra)
            if rest != 0 { A64.sum(d, d, rest).write(into: &out) }
        case .ldarg:
            let offset = i.imm &* 8 &+ Int64(frameSize(frame)) &+ 8
            A64Access(load: .d64).write(d, A64.sp, offset, into: &out)

        case .br: out.u32(A64.br | a << 5)
        case .callr: out.u32(A64.blr | a << 5)
        case .callnative:
            // a1 a2 a3 are the machine's first arguments, and its result comes where a1 was.
            out.u32(A64.blr | native(.a0) << 5)
            out.u32(A64.move(native(.a0), native(.a1)))
        case .ret: out.u32(A64.ret)
        case .enter: enter(Int(truncatingIfNeeded: i.imm), into: &out)
        case .eret:
            leave(frame).write(into: &out)
            out.u32(A64.ret)
        case .tailr:
            leave(frame).write(into: &out)
            out.u32(A64.br | a << 5)
        case .syscall:
            // The kernel changes x0 alone.
            out.u32(A64.move(A64.x16, native(.a1)))
            out.u32(A64.svc)
            out.u32(A64.move(native(.a0), 0))
            out.u32(A64.move(native(.a1), A64.x16))
        case .trap: out.u32(A64.udf)
        case .copyblocks:
            let word = A64.pair(A64.ldpPostIndex, A64.x16, A64.x17, native(.a2), offset: 16)
            repeatBlocks(native(.a0), [word, A64.pair(A64.stpPostIndex, A64.x16, A64.x17, native(.a1), offset: 16)], into: &out)
        case .fillblocks:
            repeatBlocks(native(.a2), [A64.pair(A64.stpPostIndex, native(.a0), native(.a0), native(.a1), offset: 16)], into: &out)
        case .codesync: synchronizeCode(from: a, to: b, into: &out)

        case .spalloc: allocateOnStack(i, d, a, into: &out)
        case .sprestore:
            out.u32(A64.rr(A64.sf | A64.subImmediate | 8 << 10, A64.sp, a))
        case .ctxsave: saveContext(a, into: &out)
        case .ctxload: loadContext(a, b, into: &out)

        case .fmov:
            if d != a { out.u32(A64.rr(floatSize(i) | A64.fmov, d, a)) }
        case .fneg: out.u32(A64.rr(floatSize(i) | A64.fneg, d, a))
        case .fabs: out.u32(A64.rr(floatSize(i) | A64.fabs, d, a))
        case .fsqrt: out.u32(A64.rr(floatSize(i) | A64.fsqrt, d, a))
        case .fadd: out.u32(A64.rrr(floatSize(i) | A64.fadd, d, a, b))
        case .fsub: out.u32(A64.rrr(floatSize(i) | A64.fsub, d, a, b))
        case .fmul: out.u32(A64.rrr(floatSize(i) | A64.fmul, d, a, b))
        case .fdiv: out.u32(A64.rrr(floatSize(i) | A64.fdiv, d, a, b))
        case .fli: floatConstant(i, d, into: &out)
        case .fbits: out.u32(A64.rr(betweenFiles(i) | A64.fmovToGeneral, d, a))
        case .fset: out.u32(A64.rr(betweenFiles(i) | A64.fmovFromGeneral, d, a))
        case .fcvtfs: out.u32(A64.rr(floatSize(i) | A64.scvtf, d, a))
        case .fcvtfu: out.u32(A64.rr(floatSize(i) | A64.ucvtf, d, a))
        case .fcvtsf: out.u32(A64.rr(floatSize(i) | A64.fcvtzs, d, a))
        case .fcvtuf: out.u32(A64.rr(floatSize(i) | A64.fcvtzu, d, a))
        case .fcvtff: out.u32(A64.rr(i.width == .f32 ? A64.fcvtToSingle : A64.fcvtToDouble, d, a))

        case .la, .loadg, .storeg, .floadg, .fstoreg, .b, .bcc, .bcci, .fbcc, .call, .tail, .label:
            // These have no bytes of their own before their label has a place: see encodeLinked.
            break
        }
    }

    // MARK: Integers

    /// Writes an instruction that computed rd at the width of `i`. A w register's upper half is zero already.
    @inline(__always)
    private static func narrow(_ i: Instruction, _ d: UInt32, _ word: UInt32, into out: inout ByteBuffer) {
        out.u32(word)
        if i.width == .w32 { out.u32(A64.signExtend32(d, d)) }
    }

    /// rd = ra at the width of `i`.
    private static func move(_ i: Instruction, _ d: UInt32, _ a: UInt32, into out: inout ByteBuffer) {
        if i.ra == .sp {
            A64.sum(d, A64.sp, bias(.sp)).write(into: &out)
        } else if i.width == .w32 {
            out.u32(A64.signExtend32(d, a))
        } else if i.width == .u32 {
            out.u32(A64.move(d, a, 0))
        } else if d != a {
            out.u32(A64.move(d, a))
        }
    }

    private static func addImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i) &+ bias(i.ra)
        // Even adding nothing to sp takes an instruction of its own: as an operand of a move, 31 is the zero register.
        if imm == 0 && i.ra != .sp {
            move(i, d, a, into: &out)
            return
        }
        A64.sum(d, a, imm, i.width == .w64 ? A64.sf : 0).write(into: &out)
        if i.width == .w32 { out.u32(A64.signExtend32(d, d)) }
    }

    /// The immediate of a logical operation at the width of `i`, if one instruction can hold it.
    private static func logicalFields(_ imm: Int64, _ size: UInt32) -> UInt32? {
        size == 0 ? A64.logicalImmediate32(UInt32(truncatingIfNeeded: imm)) : A64.logicalImmediate(UInt64(bitPattern: imm))
    }

    private static func andImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ size: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i)
        if imm == 0 {
            A64.constant(0, in: d).write(into: &out)
        } else if imm == -1 {
            move(i, d, a, into: &out)
        } else if let fields = logicalFields(imm, size) {
            narrow(i, d, A64.rr(size | A64.andImmediate | fields, d, a), into: &out)
        } else if imm > 0 && imm >> 32 == 0, let fields = A64.logicalImmediate32(UInt32(imm)) {
            // A mask that leaves nothing of the upper half is as good in a w register.
            narrow(i, d, A64.rr(A64.andImmediate | fields, d, a), into: &out)
        } else {
            A64.constant(imm, in: A64.x17).write(into: &out)
            narrow(i, d, A64.rrr(size | A64.and, d, a, A64.x17), into: &out)
        }
    }

    private static func orImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ size: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i)
        if imm == 0 {
            move(i, d, a, into: &out)
        } else if imm == -1 {
            A64.constant(i.width == .u32 ? 0xFFFF_FFFF : -1, in: d).write(into: &out)
        } else if let fields = logicalFields(imm, size) {
            narrow(i, d, A64.rr(size | A64.orrImmediate | fields, d, a), into: &out)
        } else {
            A64.constant(imm, in: A64.x17).write(into: &out)
            narrow(i, d, A64.rrr(size | A64.orr, d, a, A64.x17), into: &out)
        }
    }

    private static func xorImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ size: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i)
        if imm == 0 {
            move(i, d, a, into: &out)
        } else if imm == -1 {
            narrow(i, d, A64.rrr(size | A64.orn, d, A64.zr, a), into: &out)
        } else if let fields = logicalFields(imm, size) {
            narrow(i, d, A64.rr(size | A64.eorImmediate | fields, d, a), into: &out)
        } else {
            A64.constant(imm, in: A64.x17).write(into: &out)
            narrow(i, d, A64.rrr(size | A64.eor, d, a, A64.x17), into: &out)
        }
    }

    /// In 32 bits only the low half of the immediate counts; sign-extended it is 0 and -1 where it matters.
    @inline(__always)
    private static func effectiveImmediate(_ i: Instruction) -> Int64 {
        i.width == .w64 ? i.imm : Int64(Int32(truncatingIfNeeded: i.imm))
    }

    /// Products with 2^n, 2^n+1, 2^n-1 and their negatives are shifts and sums.
    private static func multiplyImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ size: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i)
        let bits = UInt64(bitPattern: imm)
        let negated = 0 &- bits
        if imm == 0 {
            A64.constant(0, in: d).write(into: &out)
        } else if isPowerOfTwo(bits) {
            var shift = i
            shift.op = .shli
            shift.imm = Int64(bits.trailingZeroBitCount)
            shiftImmediate(shift, d, a, into: &out)
        } else if isPowerOfTwo(negated) {
            narrow(i, d, A64.rrr(size | A64.sub | shifted(negated), d, A64.zr, a), into: &out)
        } else if isPowerOfTwo(bits &- 1) {
            narrow(i, d, A64.rrr(size | A64.add | shifted(bits &- 1), d, a, a), into: &out)
        } else if isPowerOfTwo(negated &+ 1) {
            narrow(i, d, A64.rrr(size | A64.sub | shifted(negated &+ 1), d, a, a), into: &out)
        } else if isPowerOfTwo(bits &+ 1) {
            let count = UInt32((bits &+ 1).trailingZeroBitCount)
            let top: UInt32 = size == 0 ? 31 : 63
            out.u32(A64.bitfield(A64.ubfm, size, A64.x17, a, rotate: (0 &- count) & top, last: top - count))
            narrow(i, d, A64.rrr(size | A64.sub, d, A64.x17, a), into: &out)
        } else {
            A64.constant(size == 0 ? imm & 0xFFFF_FFFF : imm, in: A64.x17).write(into: &out)
            narrow(i, d, A64.rrr(size | A64.mul, d, a, A64.x17), into: &out)
        }
    }

    private static func isPowerOfTwo(_ bits: UInt64) -> Bool { bits.nonzeroBitCount == 1 }

    /// The field that shifts the second operand left, to multiply it by a power of two.
    private static func shifted(_ power: UInt64) -> UInt32 { UInt32(power.trailingZeroBitCount) << 10 }

    private static func shiftImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, into out: inout ByteBuffer) {
        let isWide = i.width == .w64
        let size = isWide ? A64.sf : 0
        let top: UInt32 = isWide ? 63 : 31
        let count = UInt32(truncatingIfNeeded: i.imm) & top
        if count == 0 {
            move(i, d, a, into: &out)
            return
        }
        switch i.op {
        case .shli:
            // In 64 bits the signed form moves the field up and extends it in one instruction.
            if i.width == .w32 {
                out.u32(A64.bitfield(A64.sbfm, A64.sf, d, a, rotate: 64 - count, last: 31 - count))
            } else {
                out.u32(A64.bitfield(A64.ubfm, size, d, a, rotate: top + 1 - count, last: top - count))
            }
        case .shri:
            out.u32(A64.bitfield(A64.ubfm, size, d, a, rotate: count, last: top))
        default:
            let result = i.width == .u32 ? 0 : A64.sf
            out.u32(A64.bitfield(A64.sbfm, result, d, a, rotate: count, last: top))
        }
    }

    private static func compareAndSet(_ i: Instruction, _ d: UInt32, into out: inout ByteBuffer) {
        let comparison = A64Comparison(i)
        comparison.words.write(into: &out)
        out.u32(A64.set(d, comparison.condition))
    }

    // MARK: Memory and frames

    /// d = n + (m << shift); n may be sp.
    private static func scaledSum(_ d: UInt32, _ n: UInt32, _ m: UInt32, shift: UInt8) -> UInt32 {
        let word = n == A64.sp ? A64.addExtended : A64.sf | A64.add
        return A64.rrr(word | UInt32(shift & 3) << 10, d, n, m)
    }

    private static func indexedAccess(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ b: UInt32, into out: inout ByteBuffer) {
        guard let access = A64Access(i) else { return }
        let offset = i.imm &+ bias(i.ra)
        if offset == 0 && (i.shift == 0 || UInt32(i.shift) == access.scale) {
            out.u32(access.indexed(d, a, b, shifted: i.shift != 0))
            return
        }
        out.u32(scaledSum(A64.x16, a, b, shift: i.shift))
        access.write(d, A64.x16, offset, into: &out)
    }

    /// Bytes that a P1 frame of `size` bytes takes of the machine's stack, return address included.
    private static func frameSize(_ size: Int) -> Int { (max(size, 0) &+ 8 &+ 15) & ~15 }

    private static func enter(_ size: Int, into out: inout ByteBuffer) {
        let total = frameSize(size)
        if total <= 256 {
            out.u32(A64.indexed(A64.strPreIndex, A64.link, A64.sp, offset: -total))
        } else if total <= 512 {
            // A pair reaches further; its other half clears the frame's first word, which nobody has set yet.
            out.u32(A64.pair(A64.stpPreIndex, A64.link, A64.zr, A64.sp, offset: -total))
        } else {
            A64.sum(A64.sp, A64.sp, -Int64(total)).write(into: &out)
            A64Access(store: .d64).write(A64.link, A64.sp, 0, into: &out)
        }
    }

    /// Restores the return address and the caller's sp.
    static func leave(_ frame: Int) -> A64Words {
        let total = frameSize(frame)
        var words = A64Words()
        if total < 256 {
            words.append(A64.indexed(A64.ldrPostIndex, A64.link, A64.sp, offset: total))
        } else if total < 512 {
            words.append(A64.pair(A64.ldpPostIndex, A64.link, A64.x16, A64.sp, offset: total))
        } else {
            words.append(A64Access(load: .d64).scaled(A64.link, A64.sp, 0))
            words.append(A64.sum(A64.sp, A64.sp, Int64(total)))
        }
        return words
    }

    private static func allocateOnStack(_ i: Instruction, _ d: UInt32, _ a: UInt32, into out: inout ByteBuffer) {
        // The new block ends below the frame's return address, which stays where it is: as much as the staged
        // arguments and the return address itself is left unused above the block.
        let gap = (i.imm &+ 8 &+ 15) & ~15
        A64.sum(A64.x16, a, gap &+ 15).write(into: &out)
        out.u32(A64.rr(A64.sf | A64.andImmediate | (A64.logicalImmediate(~15) ?? 0), A64.x16, A64.x16))
        out.u32(A64.rrr(A64.subExtended, A64.sp, A64.sp, A64.x16))
        A64.sum(d, A64.sp, i.imm &+ bias(.sp)).write(into: &out)
    }

    /// The twelve words of a context: s0…s5, fs0…fs3, the machine's sp, the return address.
    /// Data caches to the point where code is read, then the instruction caches, both line by line; no line has
    /// fewer than 16 bytes.
    private static func synchronizeCode(from a: UInt32, to b: UInt32, into out: inout ByteBuffer) {
        for clean in [A64.cleanDataLine, A64.forgetCodeLine] {
            out.u32(A64.alignDown16 | a << 5 | A64.x16)
            out.u32(A64.rrr(A64.sf | A64.subs, A64.zr, A64.x16, b))
            out.u32(A64.branchHigherOrSame | 4 << 5)
            out.u32(clean | A64.x16)
            out.u32(A64.rr(A64.sf | A64.addImmediate | 16 << 10, A64.x16, A64.x16))
            out.u32(A64.b | 0x3FF_FFFC)
            out.u32(A64.dataBarrier)
        }
        out.u32(A64.codeBarrier)
    }

    /// As often as the register says: four times the words, which move sixteen bytes on.
    private static func repeatBlocks(_ count: UInt32, _ words: [UInt32], into out: inout ByteBuffer) {
        let length = UInt32(4 * words.count + 1)
        out.u32(A64.sf | A64.cbz | (length + 2) << 5 | count)
        for _ in 0..<4 { for word in words { out.u32(word) } }
        out.u32(A64.rr(A64.sf | A64.subImmediate | 1 << 10, count, count))
        out.u32(A64.sf | A64.cbnz | ((0 &- length) & 0x7_FFFF) << 5 | count)
    }

    private static func saveContext(_ a: UInt32, into out: inout ByteBuffer) {
        out.u32(A64.rr(A64.sf | A64.addImmediate, A64.x16, A64.sp))
        out.u32(A64.pair(A64.stp, native(.s0), native(.s1), a, offset: 0))
        out.u32(A64.pair(A64.stp, native(.s2), native(.s3), a, offset: 16))
        out.u32(A64.pair(A64.stp, native(.s4), native(.s5), a, offset: 32))
        out.u32(A64.pair(A64.stpFloat, native(.fs0), native(.fs1), a, offset: 48))
        out.u32(A64.pair(A64.stpFloat, native(.fs2), native(.fs3), a, offset: 64))
        out.u32(A64.pair(A64.stp, A64.x16, A64.link, a, offset: 80))
    }

    private static func loadContext(_ a: UInt32, _ b: UInt32, into out: inout ByteBuffer) {
        // The address may be in one of the registers that change, and so may the result.
        out.u32(A64.move(A64.x17, a))
        if b != native(.a0) { out.u32(A64.move(native(.a0), b)) }
        out.u32(A64.pair(A64.ldp, native(.s0), native(.s1), A64.x17, offset: 0))
        out.u32(A64.pair(A64.ldp, native(.s2), native(.s3), A64.x17, offset: 16))
        out.u32(A64.pair(A64.ldp, native(.s4), native(.s5), A64.x17, offset: 32))
        out.u32(A64.pair(A64.ldpFloat, native(.fs0), native(.fs1), A64.x17, offset: 48))
        out.u32(A64.pair(A64.ldpFloat, native(.fs2), native(.fs3), A64.x17, offset: 64))
        out.u32(A64.pair(A64.ldp, A64.x16, A64.link, A64.x17, offset: 80))
        out.u32(A64.rr(A64.sf | A64.addImmediate, A64.sp, A64.x16))
        out.u32(A64.ret)
    }

    // MARK: Floating point

    @inline(__always)
    private static func floatSize(_ i: Instruction) -> UInt32 { i.width == .f32 ? 0 : A64.double }

    @inline(__always)
    private static func betweenFiles(_ i: Instruction) -> UInt32 { i.width == .f32 ? 0 : A64.sf | A64.double }

    private static func floatConstant(_ i: Instruction, _ d: UInt32, into out: inout ByteBuffer) {
        let bits = i.width == .f32 ? UInt64(UInt32(truncatingIfNeeded: i.imm)) : UInt64(bitPattern: i.imm)
        if bits == 0 {
            out.u32(A64.movi | d)
            return
        }
        let short = i.width == .f32 ? A64.floatImmediate(UInt32(bits)) : A64.floatImmediate(bits)
        if let short {
            out.u32(floatSize(i) | A64.fmovImmediate | short << 13 | d)
            return
        }
        A64.constant(Int64(bitPattern: bits), in: A64.x16).write(into: &out)
        out.u32(A64.rr(betweenFiles(i) | A64.fmovFromGeneral, d, A64.x16))
    }
}
