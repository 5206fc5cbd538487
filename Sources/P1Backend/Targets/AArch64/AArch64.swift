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
    public static let description = TargetDescription(
        name: "aarch64", gnuName: "aarch64", aliases: ["arm64"],
        predefinedMacros: ["__aarch64__ 1", "__AARCH64EL__ 1", "__ARM_64BIT_STATE 1", "__ARM_ARCH 8"],
        elfMachine: ELF.Machine.aarch64, elfFlags: 0, pageSize: 0x10000, functionAlignment: 4, padding: [0x1F, 0x20, 0x03, 0xD5],
        systemCalls: .generic)

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
            .instruction(Instruction(.li, rd: .a0, imm: description.systemCalls.number(of: "exit") ?? 0)),
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

}
