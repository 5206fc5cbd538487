import Testing
@testable import P1Backend

/// Words of the AArch64 encoder; each must be what GNU's assembler makes of the comment.
@Suite struct AArch64Tests {
    private func check(_ i: Instruction, frame: Int = 0, _ expected: UInt32..., sourceLocation: SourceLocation = #_sourceLocation) {
        var out = ByteBuffer()
        AArch64.encode(i, frame: frame, into: &out)
        var bytes = ByteBuffer()
        for word in expected { bytes.u32(word) }
        #expect(digits(out.bytes) == digits(bytes.bytes), sourceLocation: sourceLocation)
    }

    @Test func constantsTakeTheFewestSteps() {
        // movz w8, #0
        check(Instruction(.li, rd: .a0, imm: 0), 0x5280_0008)
        // movz w8, #0xffff, lsl #16
        check(Instruction(.li, rd: .a0, imm: 0xFFFF_0000), 0x52BF_FFE8)
        // movn w8, #0xedcb
        check(Instruction(.li, rd: .a0, imm: 0xFFFF_1234), 0x129D_B968)
        // movn x8, #1
        check(Instruction(.li, rd: .a0, imm: -2), 0x9280_0028)
        // movz w8, #0x2345; movk w8, #1, lsl #16
        check(Instruction(.li, rd: .a0, imm: 0x12345), 0x5284_68A8, 0x72A0_0028)
        // orr x8, xzr, #0x5555555555555555
        check(Instruction(.li, rd: .a0, imm: 0x5555_5555_5555_5555), 0xB200_F3E8)
        // orr x8, xzr, #0x00ff00ff00ff00ff; movk x8, #0x12ff, lsl #16
        check(Instruction(.li, rd: .a0, imm: 0x00FF_00FF_12FF_00FF), 0xB200_9FE8, 0xF2A2_5FE8)
    }

    @Test func immediatesOfArithmetic() {
        // add x0, x1, #4095
        check(Instruction(.addi, rd: .a1, ra: .a2, imm: 4095), 0x913F_FC20)
        // sub x0, x1, #0x123, lsl #12; sub x0, x0, #0x456
        check(Instruction(.addi, rd: .a1, ra: .a2, imm: -0x123456), 0xD144_8C20, 0xD111_5800)
        // movz w17, #0x100, lsl #16; add x0, x1, x17, uxtx
        check(Instruction(.addi, rd: .a1, ra: .a2, imm: 0x1000000), 0x52A0_2011, 0x8B31_6020)
        // add x0, sp, #0
        check(Instruction(.addi, rd: .a1, ra: .sp, imm: -8), 0x9100_03E0)
        // add w0, w1, #1; sxtw x0, w0
        check(Instruction(.addi, rd: .a1, ra: .a2, imm: 1, width: .w32), 0x1100_0420, 0x9340_7C00)
        // and x0, x1, #-16
        check(Instruction(.andi, rd: .a1, ra: .a2, imm: -16), 0x927C_EC20)
        // and w0, w1, #0x00ff00ff
        check(Instruction(.andi, rd: .a1, ra: .a2, imm: 0x00FF_00FF), 0x1200_9C20)
        // add x0, x1, x1, lsl #3
        check(Instruction(.muli, rd: .a1, ra: .a2, imm: 9), 0x8B01_0C20)
        // sub x0, x1, x1, lsl #2
        check(Instruction(.muli, rd: .a1, ra: .a2, imm: -3), 0xCB01_0820)
        // movz w17, #10; mul x0, x1, x17
        check(Instruction(.muli, rd: .a1, ra: .a2, imm: 10), 0x5280_0151, 0x9B11_7C20)
        // sbfiz x0, x1, #3, #29
        check(Instruction(.shli, rd: .a1, ra: .a2, imm: 3, width: .w32), 0x937D_7020)
        // sbfx x0, x1, #3, #29
        check(Instruction(.sari, rd: .a1, ra: .a2, imm: 3, width: .w32), 0x9343_7C20)
        // sdiv x16, x0, x0; msub x0, x16, x0, x0
        check(Instruction(.rem, rd: .a1, ra: .a1, rb: .a1), 0x9AC0_0C10, 0x9B00_8200)
    }

    @Test func comparisons() {
        // lsr x0, x1, #63
        check(Instruction(.cmpseti, rd: .a1, ra: .a2, imm: 0, condition: .lt), 0xD37F_FC20)
        // cmp x1, #1, lsl #12; cset w0, le
        check(Instruction(.cmpseti, rd: .a1, ra: .a2, imm: 4097, condition: .lt), 0xF140_043F, 0x1A9F_C7E0)
        // cmn x1, #5; cset w0, lo
        check(Instruction(.cmpseti, rd: .a1, ra: .a2, imm: -5, condition: .ltu), 0xB100_143F, 0x1A9F_27E0)
        // cmp x1, #0; cset w0, eq
        check(Instruction(.cmpseti, rd: .a1, ra: .a2, imm: 1, condition: .ltu), 0xF100_003F, 0x1A9F_17E0)
        // fcmp s0, s13; cset w0, pl
        check(Instruction(.fcmpset, rd: .a1, ra: .f0, rb: .fs3, width: .f32, condition: .nlt), 0x1E2D_2000, 0x1A9F_47E0)
    }

    @Test func memory() {
        // ldr x0, [x1, #32760]
        check(Instruction(.load, rd: .a1, ra: .a2, imm: 32760), 0xF97F_FC20)
        // ldursh x0, [x1, #-256]
        check(Instruction(.load, rd: .a1, ra: .a2, imm: -256, memory: .s16), 0x7890_0020)
        // str w0, [sp, #8]
        check(Instruction(.store, rd: .a1, ra: .sp, imm: 0, memory: .u32), 0xB900_0BE0)
        // add x16, x1, #0x12, lsl #12; ldr x0, [x16, #0x340]
        check(Instruction(.load, rd: .a1, ra: .a2, imm: 0x12340), 0x9140_4830, 0xF941_A200)
        // ldrb w0, [x1, #257]
        check(Instruction(.load, rd: .a1, ra: .a2, imm: 257, memory: .u8), 0x3944_0420)
        // ldr x0, [x1, x2, lsl #3]
        check(Instruction(.loadx, rd: .a1, ra: .a2, rb: .a3, shift: 3), 0xF862_7820)
        // add x16, x1, x2, lsl #3; strh w0, [x16, #4]
        check(Instruction(.storex, rd: .a1, ra: .a2, rb: .a3, imm: 4, memory: .u16, shift: 3), 0x8B02_0C30, 0x7900_0A00)
        // ldr s10, [x1, #8]
        check(Instruction(.fload, rd: .fs0, ra: .a2, imm: 8, width: .f32), 0xBD40_082A)
        // add x0, sp, x2, uxtx #2; add x0, x0, #8
        check(Instruction(.leax, rd: .a1, ra: .sp, rb: .a3, shift: 2), 0x8B22_6BE0, 0x9100_2000)
    }

    @Test func floatingPointConstants() {
        // movi d0, #0
        check(Instruction(.fli, rd: .f0, imm: 0, width: .f64), 0x2F00_E400)
        // fmov d0, #-1.5
        check(Instruction(.fli, rd: .f0, imm: Int64(bitPattern: (-1.5).bitPattern), width: .f64), 0x1E7F_1000)
        // fmov s0, #10.0
        check(Instruction(.fli, rd: .f0, imm: 0x4120_0000, width: .f32), 0x1E24_9000)
        // movz w16, #0x4220, lsl #16; fmov s0, w16
        check(Instruction(.fli, rd: .f0, imm: 0x4220_0000, width: .f32), 0x52A8_4410, 0x1E27_0200)
    }

    @Test func aSystemCallMovesOnlyItsResult() {
        // mov x16, x0; svc #0; mov x8, x0; mov x0, x16
        check(Instruction(.syscall), 0xAA00_03F0, 0xD400_0001, 0xAA00_03E8, 0xAA10_03E0)
    }

    @Test func framesOfEverySize() {
        // str x30, [sp, #-16]!
        check(Instruction(.enter, imm: 0), frame: 0, 0xF81F_0FFE)
        // ldr x30, [sp], #16; ret
        check(Instruction(.eret, imm: 0), frame: 0, 0xF841_07FE, 0xD65F_03C0)
        // str x30, [sp, #-256]!
        check(Instruction(.enter, imm: 248), frame: 248, 0xF810_0FFE)
        // ldp x30, x16, [sp], #256; ret
        check(Instruction(.eret, imm: 248), frame: 248, 0xA8D0_43FE, 0xD65F_03C0)
        // stp x30, xzr, [sp, #-512]!
        check(Instruction(.enter, imm: 504), frame: 504, 0xA9A0_7FFE)
        // ldr x30, [sp]; add sp, sp, #512; ret
        check(Instruction(.eret, imm: 504), frame: 504, 0xF940_03FE, 0x9108_03FF, 0xD65F_03C0)
        // sub sp, sp, #528; str x30, [sp]
        check(Instruction(.enter, imm: 505), frame: 505, 0xD108_43FF, 0xF900_03FE)
    }

    /// The form that the assembler comes to for a distance.
    private func form(_ i: Instruction, _ distance: Int64) -> Int {
        let at: UInt64 = 0x1000_0000_0000
        let target = at &+ UInt64(bitPattern: distance)
        return (0..<AArch64.formCount(i)).first { AArch64.reaches(i, form: $0, frame: 0, at: at, target: target) } ?? -1
    }

    @Test func branchesReachAsFarAsTheyCan() {
        let sign = Instruction(.bcci, ra: .a0, condition: .lt)
        #expect([32764, 32768, -32768, -32772].map { form(sign, $0) } == [0, 1, 0, 1])
        let zero = Instruction(.bcci, ra: .a0, condition: .ne)
        #expect([0xFFFFC, 0x100000, -0x100000, -0x100004].map { form(zero, $0) } == [0, 1, 0, 1])
        // The branch stands behind the comparison.
        let less = Instruction(.bcc, ra: .a0, rb: .s2, condition: .lt)
        #expect([0x100000, 0x100004, -0xFFFFC, -0x100000].map { form(less, $0) } == [0, 1, 0, 1])
        #expect([0x800_0000, 0x800_0004, 0x1_0000_0000_0].map { form(zero, $0) } == [1, 2, 3])
        #expect([0x7FF_FFFC, 0x800_0000, -0x800_0000, -0x800_0004].map { form(Instruction(.call), $0) } == [0, 1, 0, 1])
    }

    @Test func addressesTakeTheirAlignmentIntoAccount() {
        #expect([0xFFFFF, 0x100000, 0x1_0000_0000].map { form(Instruction(.la), $0) } == [0, 1, 2])
        let word = Instruction(.loadg)
        #expect([8, 4, 2, 0x100008, 0x100004, 0x1_0000_0000].map { form(word, $0) } == [0, 0, 2, 1, 2, 3])
        #expect([7, 0x100007].map { form(Instruction(.storeg, memory: .u8), $0) } == [0, 0])
        #expect([8, 6].map { form(Instruction(.storeg, memory: .u32), $0) } == [0, 1])
    }

    @Test(arguments: [Operation.b, .call, .tail, .bcc, .bcci, .fbcc, .la, .loadg, .storeg, .floadg, .fstoreg])
    func everyFormHasTheSizeItPromises(_ op: Operation) {
        for imm in [0, 1, 0x12345, Int64.max] {
            let i = Instruction(op, rd: .a0, ra: .a1, rb: .a2, imm: imm, width: op == .fbcc ? .f64 : .w64)
            for frame in [0, 300, 1 << 20] {
                for form in 0..<AArch64.formCount(i) {
                    var out = ByteBuffer()
                    AArch64.encodeLinked(i, form: form, frame: frame, at: 0x40_0000, target: 0x40_1000, into: &out)
                    #expect(out.count == AArch64.size(i, form: form, frame: frame))
                }
            }
        }
    }
}
