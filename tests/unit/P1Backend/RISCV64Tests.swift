import Testing
@testable import P1Backend

/// Bytes of the RISC-V encoder; the words are those that GNU's disassembler reads as the comments say.
@Suite struct RISCV64Tests {
    private func check(_ i: Instruction, frame: Int = 0, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var out = ByteBuffer()
        RISCV64.encode(i, frame: frame, into: &out)
        #expect(digits(out.bytes) == plain(expected), sourceLocation: sourceLocation)
    }

    @Test func shortFormsWhereThereAreSome() {
        check(Instruction(.mov, rd: .a0, ra: .a1), "AA84")                     // mv s1,a0
        check(Instruction(.addi, rd: .a0, ra: .a0, imm: 31), "FD04")           // addi s1,s1,31
        check(Instruction(.addi, rd: .a0, ra: .a0, imm: 32), "93840402")       // addi s1,s1,32
        check(Instruction(.add, rd: .a0, ra: .a1, rb: .a0), "AA94")            // add s1,s1,a0
        check(Instruction(.sub, rd: .a0, ra: .a0, rb: .a1), "898C")            // sub s1,s1,a0
        check(Instruction(.load, rd: .a0, ra: .a1, imm: 248), "647D")          // ld s1,248(a0)
        check(Instruction(.load, rd: .a0, ra: .a1, imm: 256), "83340510")      // ld s1,256(a0)
        check(Instruction(.store, rd: .a0, ra: .sp, imm: 504), "A6FF")         // sd s1,504(sp)
        check(Instruction(.ret), "8280")
    }

    @Test func framesOfEverySize() {
        check(Instruction(.enter, imm: 0), frame: 0, "4111 06E4")              // addi sp,sp,-16; sd ra,8(sp)
        check(Instruction(.eret), frame: 0, "A260 4101 8280")
        check(Instruction(.enter, imm: 2040), frame: 2040, "13010180 233C117E")
        check(Instruction(.enter, imm: 2048), frame: 2048, "4111 06E4 13010180")
    }

    @Test func constantsTakeTheFewestSteps() {
        check(Instruction(.li, rd: .a0, imm: -1), "FD54")                      // li s1,-1
        check(Instruction(.li, rd: .a0, imm: 2048), "8544 AE04")               // li s1,1; slli s1,s1,11
        check(Instruction(.li, rd: .a0, imm: 0x7FFF_FFFF), "B7040080 FD34")    // lui s1,0x80000; addiw s1,s1,-1
        check(Instruction(.li, rd: .a0, imm: 0xFFFF_FFFF), "FD54 8190")        // li s1,-1; srli s1,s1,32
        check(Instruction(.li, rd: .a0, imm: .min), "FD54 FE14")               // li s1,-1; slli s1,s1,63
        check(Instruction(.li, rd: .a0, imm: .max), "FD54 8580")               // li s1,-1; srli s1,s1,1
    }

    /// The form that the assembler comes to for a distance.
    private func form(_ i: Instruction, _ distance: Int64, frame: Int = 0) -> Int {
        let at: UInt64 = 0x1000_0000
        var form = 0
        while form + 1 < RISCV64.formCount(i)
            && !RISCV64.reaches(i, form: form, frame: frame, at: at, target: at &+ UInt64(bitPattern: distance)) { form += 1 }
        return form
    }

    @Test func branchesReachAsFarAsTheyCan() {
        let zero = Instruction(.bcci, ra: .a0, condition: .ne)
        #expect([254, 256, 4094, 4098, 1 << 20, 1 << 21].map { form(zero, $0) } == [0, 1, 1, 2, 2, 3])
        #expect([-256, -258, -4096, -4098].map { form(zero, $0) } == [0, 1, 1, 2])
        let less = Instruction(.bcc, ra: .a0, rb: .s2, condition: .lt)
        #expect([4094, 4096, -4096, -4098, 1 << 20, 1 << 21].map { form(less, $0) } == [0, 1, 0, 1, 1, 2])
        let jump = Instruction(.b)
        #expect([2046, 2048, -2048, -2050, 1 << 20 - 2, 1 << 20].map { form(jump, $0) } == [0, 1, 0, 1, 1, 2].map { $0 })
        #expect([1 << 20 - 2, 1 << 20, -1 << 20].map { form(Instruction(.call), $0) } == [0, 1, 0])
    }

    @Test(arguments: [Operation.b, .call, .tail, .bcc, .bcci, .la, .loadg, .storeg, .floadg, .fbcc])
    func everyFormHasItsSize(_ op: Operation) {
        let isFloat = op == .floadg || op == .fbcc
        let i = Instruction(op, rd: isFloat ? .f1 : .a1, ra: isFloat ? .f2 : .a2, rb: isFloat ? .f3 : .a3,
                            width: isFloat ? .f64 : .w64, condition: .eq)
        for form in 0..<RISCV64.formCount(i) {
            var out = ByteBuffer()
            RISCV64.encodeLinked(i, form: form, frame: 40, at: 0x1000, target: 0x1040, into: &out)
            #expect(out.count == RISCV64.size(i, form: form, frame: 40))
        }
    }

    @Test func aWeakLabelAtZeroIsInReachFromAnywhere() {
        var out = ByteBuffer()
        let call = Instruction(.call)
        #expect(RISCV64.reaches(call, form: 1, frame: 0, at: 0x8000_1000, target: 0))
        RISCV64.encodeLinked(call, form: 1, frame: 0, at: 0x8000_1000, target: 0, into: &out)
        #expect(digits(out.bytes) == plain("B7000000 E7800000"))               // lui ra,0; jalr ra,0(ra)
    }
}
