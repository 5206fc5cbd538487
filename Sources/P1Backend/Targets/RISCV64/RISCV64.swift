/// RISC-V, RV64GC.
///
/// A function's frame of N bytes: sp is kept a multiple of 16, and with F = N + 8 rounded up to 16
///     sp + F + 8k   the caller's stack word k
///     sp + F - 8    return address
///     sp            the function's own N bytes
public enum RISCV64: Target {
    public static let description = TargetDescription(
        name: "riscv64", gnuName: "riscv64", aliases: [],
        predefinedMacros: ["__riscv 1", "__riscv_xlen 64", "__riscv_flen 64", "__riscv_float_abi_double 1"],
        elfMachine: ELF.Machine.riscv, elfFlags: ELF.riscvCompressed | ELF.riscvDoubleFloat, pageSize: 0x1000, functionAlignment: 2,
        padding: [0x01, 0x00], systemCalls: .generic)

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

    // MARK: Start

    /// Linux leaves argc at [sp] and argv behind it.
    public static func startCode(main symbol: Int32) -> [StartItem] {
        [
            .instruction(Instruction(.load, rd: .a0, ra: .sp)),
            .instruction(Instruction(.addi, rd: .a1, ra: .sp, imm: 8)),
            .instruction(Instruction(.call, symbol: symbol)),
            .instruction(Instruction(.mov, rd: .a1, ra: .a0)),
            .instruction(Instruction(.li, rd: .a0, imm: description.systemCalls.number(of: "exit") ?? 93)),
            .instruction(Instruction(.syscall)),
        ]
    }
}
