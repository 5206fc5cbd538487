/// The x86-64 processor.
///
///     a0  a1  a2  a3  t0  t1  t2  s0  s1  s2  s3  s4  s5  sp      f0…f9      fs0…fs3
///     rax rdi rsi rdx r10 rbx rbp r8  r9  r12 r13 r14 r15 rsp     xmm0…xmm9  xmm10…xmm13
///
/// The argument registers of P1's `syscall` are the ones the kernel wants, so it is one instruction. rcx
/// and r11, which the kernel destroys, are no P1 registers: shifts take their count in rcx, and
/// both are scratch within an instruction, as are xmm14 and xmm15. Flags carry nothing from one P1
/// instruction to the next.
///
/// The frame lies at rsp, the return address directly above it, the caller's staged words above that.
public enum AMD64: Target {
    public static let description = TargetDescription(
        name: "amd64", gnuName: "x86_64", aliases: ["x86_64", "x86-64"],
        predefinedMacros: ["__x86_64__ 1", "__x86_64 1", "__amd64__ 1", "__amd64 1"],
        elfMachine: ELF.Machine.x86_64, elfFlags: 0, pageSize: 0x1000, functionAlignment: 16, padding: [0x90], systemCalls: .amd64)

    public static func encode(_ i: Instruction, frame: Int, into out: inout ByteBuffer) {
        var code = AMD64Code()
        code.instruction(i, frame: frame)
        code.append(to: &out)
    }

    /// Linux enters with argc at [rsp] and the argument pointers above it.
    public static func startCode(main symbol: Int32) -> [StartItem] {
        [
            .bytes([0x48, 0x8B, 0x04, 0x24]),          // mov rax, [rsp]
            .bytes([0x48, 0x8D, 0x7C, 0x24, 0x08]),    // lea rdi, [rsp+8]
            .instruction(Instruction(.call, symbol: symbol)),
            .instruction(Instruction(.mov, rd: .a1, ra: .a0)),
            .instruction(Instruction(.li, rd: .a0, imm: description.systemCalls.number(of: "exit") ?? 0)),
            .instruction(Instruction(.syscall)),
        ]
    }
}

extension AMD64Code {
    /// Any instruction that refers to no label.
    mutating func instruction(_ i: Instruction, frame: Int) {
        let rd = native(i.rd), ra = native(i.ra), rb = native(i.rb)
        switch i.op {
        case .li: loadImmediate(rd, i.imm)
        case .mov: move(rd, ra)

        case .add: addition(i.width, rd, ra, rb)
        case .sub: subtraction(i.width, rd, ra, rb)
        case .and: bitwise(.and, rd, ra, rb)
        case .or: bitwise(.or, rd, ra, rb)
        case .xor: bitwise(.xor, rd, ra, rb)
        case .shl: shift(.left, i.width, rd, ra, count: rb)
        case .shr: shift(.right, i.width, rd, ra, count: rb)
        case .sar: shift(.arithmeticRight, i.width, rd, ra, count: rb)
        case .mul: product(i.width, rd, ra, rb)
        case .div: quotient(i.width, rd, ra, rb, signed: true)
        case .rem: remainder(i.width, rd, ra, rb, signed: true)
        case .divu: quotient(i.width, rd, ra, rb, signed: false)
        case .remu: remainder(i.width, rd, ra, rb, signed: false)
        case .mulhs: upperProduct(rd, ra, rb, signed: true)
        case .mulhu: upperProduct(rd, ra, rb, signed: false)

        case .addi: addImmediate(i.width, rd, ra, i.imm)
        case .andi: andImmediate(rd, ra, i.imm)
        case .ori: orImmediate(rd, ra, i.imm)
        case .xori: xorImmediate(rd, ra, i.imm)
        case .muli: multiplyImmediate(i.width, rd, ra, i.imm)
        case .shli: shift(.left, i.width, rd, ra, by: i.imm)
        case .shri: shift(.right, i.width, rd, ra, by: i.imm)
        case .sari: shift(.arithmeticRight, i.width, rd, ra, by: i.imm)

        case .neg: complement(.negate, i.width, rd, ra)
        case .not: complement(.invert, i.width, rd, ra)
        case .sext8: extend(.s8, rd, ra)
        case .sext16: extend(.s16, rd, ra)
        case .sext32: extend(.s32, rd, ra)
        case .zext8: extend(.u8, rd, ra)
        case .zext16: extend(.u16, rd, ra)
        case .zext32: extend(.u32, rd, ra)

        case .cmpset: compareAndSet(i.condition, i.width, rd, ra, rb)
        case .cmpseti: compareAndSet(i.condition, i.width, rd, ra, immediate: i.imm)

        case .selcc:
            compare(i.width, ra, rb)
            conditionalMove(i.condition, rd, native(i.source))
        case .selcci:
            conditionalMove(compare(i.width, ra, immediate: i.imm, for: i.condition), rd, native(i.source))

        case .load: load(i.memory, rd, at: address(ra, offset: i.imm))
        case .store: store(i.memory, rd, at: address(ra, offset: i.imm))
        case .loadx: load(i.memory, rd, at: address(ra, index: rb, shift: i.shift, offset: i.imm))
        case .storex: store(i.memory, rd, at: address(ra, index: rb, shift: i.shift, offset: i.imm))
        case .leax: loadAddress(rd, address(ra, index: rb, shift: i.shift, offset: i.imm))
        case .ldarg: load(.d64, rd, at: address(.rsp, offset: argumentOffset(i.imm, frame: frame)))

        case .br: jump(register: ra)
        case .callr: registerForm(0xFF, wide: false, reg: 2, rm: ra)
        case .callnative:
            // a1 a2 a3 and a0 are the machine's first arguments and its result; it wants sp at a multiple of 16.
            move(.rbp, .rsp)
            aluImmediate(.and, wide: true, .rsp, -16)
            registerForm(0xFF, wide: false, reg: 2, rm: native(.a0))
            move(.rsp, .rbp)
        case .ret: u8(0xC3)
        case .enter: growStack(by: AMD64Code.roundedFrame(Int(truncatingIfNeeded: i.imm)))
        case .eret:
            shrinkStack(by: AMD64Code.roundedFrame(frame))
            u8(0xC3)
        case .tailr:
            shrinkStack(by: AMD64Code.roundedFrame(frame))
            jump(register: ra)
        case .syscall: u16(0x050F)
        case .trap: u16(0x0B0F)
        case .copyblocks:
            countBlockWords(.a0)
            u8(0xF3); u16(0xA548)                      // rep movsq, from rsi to rdi
        case .fillblocks:
            countBlockWords(.a2)
            u8(0xF3); u16(0xAB48)                      // rep stosq, of rax to rdi
        case .codesync: break // this machine watches stores to code itself

        case .spalloc: allocateStack(rd, size: ra, staged: i.imm)
        case .sprestore: move(.rsp, ra)
        case .ctxsave: saveContext(ra)
        case .ctxload: loadContext(ra, result: rb)

        case .fmov, .fneg, .fabs, .fsqrt, .fadd, .fsub, .fmul, .fdiv, .fli, .fbits, .fset, .fload, .fstore, .floadx,
             .fstorex, .fcvtfs, .fcvtfu, .fcvtsf, .fcvtuf, .fcvtff, .fcmpset:
            floatInstruction(i)

        case .la, .loadg, .storeg, .floadg, .fstoreg, .b, .bcc, .bcci, .fbcc, .call, .tail, .label:
            break
        }
    }

}
