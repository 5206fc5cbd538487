import Testing
@testable import P1Backend

/// Bytes of the AMD64 encoder; each must be what GNU's assembler makes of the comment.
@Suite struct AMD64Tests {
    private func check(_ i: Instruction, frame: Int = 0, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var out = ByteBuffer()
        AMD64.encode(i, frame: frame, into: &out)
        #expect(digits(out.bytes) == plain(expected), sourceLocation: sourceLocation)
    }

    /// Moves and constants.
    @Test func moves() {
        check(Instruction(.mov, rd: .a0, ra: .a1), "4889F8")                                        // mov rax,rdi
        check(Instruction(.mov, rd: .s2, ra: .sp), "4989E4")                                        // mov r12,rsp
        check(Instruction(.mov, rd: .a0, ra: .a0), "")
        check(Instruction(.li, rd: .a0), "31C0")                                                    // xor eax,eax
        check(Instruction(.li, rd: .a1, imm: 42), "BF2A000000")                                     // mov edi,42
        check(Instruction(.li, rd: .s0, imm: 0xFFFF_FFFF), "41B8FFFFFFFF")                          // mov r8d,0xffffffff
        check(Instruction(.li, rd: .a0, imm: -1), "48C7C0FFFFFFFF")                                 // mov rax,-1
        check(Instruction(.li, rd: .t0, imm: 0x1_2345_6789), "49BA8967452301000000")                // movabs r10,0x123456789
    }

    /// Three operands on a machine of two.
    @Test func arithmetic() {
        check(Instruction(.add, rd: .a0, ra: .a1, rb: .a2), "488D0437")                             // lea rax,[rdi+rsi]
        check(Instruction(.add, rd: .a0, ra: .a0, rb: .a2), "4801F0")                               // add rax,rsi
        check(Instruction(.add, rd: .a2, ra: .a0, rb: .a2), "4801C6")                               // add rsi,rax
        check(Instruction(.add, rd: .a0, ra: .a0, rb: .a1, width: .w32), "01F8 4898")               // add eax,edi; cdqe
        check(Instruction(.add, rd: .a1, ra: .a1, rb: .a0, width: .u32), "01C7")                    // add edi,eax
        check(Instruction(.sub, rd: .a0, ra: .a1, rb: .a0), "48F7D8 4801F8")                        // neg rax; add rax,rdi
        check(Instruction(.sub, rd: .a0, ra: .a1, rb: .a2), "4889F8 4829F0")                        // mov rax,rdi; sub rax,rsi
        check(Instruction(.sub, rd: .a0, ra: .a1, rb: .a1), "31C0")                                 // xor eax,eax
        check(Instruction(.and, rd: .s0, ra: .s0, rb: .s5), "4D21F8")                               // and r8,r15
        check(Instruction(.xor, rd: .a0, ra: .a1, rb: .a2), "4889F8 4831F0")                        // mov rax,rdi; xor rax,rsi
        check(Instruction(.mul, rd: .a0, ra: .a0, rb: .t1), "480FAFC3")                             // imul rax,rbx
        check(Instruction(.neg, rd: .a0, ra: .a1), "4889F8 48F7D8")                                 // mov rax,rdi; neg rax
        check(Instruction(.not, rd: .a0, ra: .a0), "48F7D0")                                        // not rax
    }

    /// Immediates in their shortest form.
    @Test func immediates() {
        check(Instruction(.addi, rd: .a0, ra: .a0, imm: 1), "48FFC0")                               // inc rax
        check(Instruction(.addi, rd: .a0, ra: .a0, imm: 127), "4883C07F")                           // add rax,127
        check(Instruction(.addi, rd: .a0, ra: .a0, imm: 128), "4883E880")                           // sub rax,-128
        check(Instruction(.addi, rd: .a1, ra: .a1, imm: 1000), "4881C7E8030000")                    // add rdi,1000
        check(Instruction(.addi, rd: .a0, ra: .a0, imm: 1000), "4805E8030000")                      // add rax,1000
        check(Instruction(.addi, rd: .a0, ra: .a1, imm: -8), "488D47F8")                            // lea rax,[rdi-8]
        check(Instruction(.addi, rd: .a0, ra: .sp, imm: 16), "488D442410")                          // lea rax,[rsp+16]
        check(Instruction(.andi, rd: .a0, ra: .a1, imm: 255), "400FB6C7")                           // movzx eax,dil
        check(Instruction(.andi, rd: .a0, ra: .a0, imm: 0xFFFF_FFFF), "89C0")                       // mov eax,eax
        check(Instruction(.andi, rd: .a1, ra: .a1, imm: 15), "83E70F")                              // and edi,15
        check(Instruction(.ori, rd: .a0, ra: .a0, imm: 1 << 40), "480FBAE828")                      // bts rax,40
        check(Instruction(.xori, rd: .a0, ra: .a0, imm: -1), "48F7D0")                              // not rax
        check(Instruction(.muli, rd: .a0, ra: .a1, imm: 100), "486BC764")                           // imul rax,rdi,100
    }

    /// Shifts take their count in cl.
    @Test func shifts() {
        check(Instruction(.shl, rd: .a0, ra: .a0, rb: .a1), "89F9 48D3E0")                          // mov ecx,edi; shl rax,cl
        check(Instruction(.sar, rd: .a2, ra: .a0, rb: .a1), "89F9 4889C6 48D3FE")                   // mov ecx,edi; mov rsi,rax; sar rsi,cl
        check(Instruction(.shli, rd: .a0, ra: .a0, imm: 3), "48C1E003")                             // shl rax,3
        check(Instruction(.shri, rd: .a0, ra: .a1, imm: 1), "4889F8 48D1E8")                        // mov rax,rdi; shr rax,1
        check(Instruction(.sari, rd: .a0, ra: .a1, imm: 4, width: .w32), "4863C7 48C1F804")         // movsxd rax,edi; sar rax,4
    }

    /// Division keeps rax and rdx unless one of them is the result.
    @Test func division() {
        check(Instruction(.div, rd: .a0, ra: .a0, rb: .a1), "4989D3 4899 48F7FF 4C89DA")            // mov r11,rdx; cqo; idiv rdi; mov rdx,r11
        check(Instruction(.remu, rd: .a3, ra: .a0, rb: .a1), "4889C1 31D2 48F7F7 4889C8")           // mov rcx,rax; xor edx,edx; div rdi; mov rax,rcx
        check(Instruction(.div, rd: .s0, ra: .s1, rb: .a3), "4889C1 4989D3 4C89C8 4899 49F7FB 4989C0 4889C8 4C89DA") // mov rcx,rax; mov r11,rdx; mov rax,r9; cqo; idiv r11; mov r8,rax; mov rax,rcx; mov rdx,r11
    }

    /// Extensions; the low byte of rsi and rdi needs a REX prefix.
    @Test func extensions() {
        check(Instruction(.sext8, rd: .a0, ra: .a1), "480FBEC7")                                    // movsx rax,dil
        check(Instruction(.zext8, rd: .a2, ra: .a2), "400FB6F6")                                    // movzx esi,sil
        check(Instruction(.zext8, rd: .a0, ra: .t1), "0FB6C3")                                      // movzx eax,bl
        check(Instruction(.sext16, rd: .a0, ra: .a0), "480FBFC0")                                   // movsx rax,ax
        check(Instruction(.sext32, rd: .a0, ra: .a0), "4898")                                       // cdqe
        check(Instruction(.sext32, rd: .a0, ra: .a1), "4863C7")                                     // movsxd rax,edi
        check(Instruction(.zext32, rd: .a0, ra: .a1), "89F8")                                       // mov eax,edi
    }

    /// Addresses: rsp and r12 take a SIB byte, rbp and r13 a displacement.
    @Test func memory() {
        check(Instruction(.load, rd: .a0, ra: .a1), "488B07")                                       // mov rax,[rdi]
        check(Instruction(.load, rd: .a0, ra: .a1, imm: 127), "488B477F")                           // mov rax,[rdi+127]
        check(Instruction(.load, rd: .a0, ra: .a1, imm: 128), "488B8780000000")                     // mov rax,[rdi+128]
        check(Instruction(.load, rd: .a0, ra: .sp, imm: 8), "488B442408")                           // mov rax,[rsp+8]
        check(Instruction(.load, rd: .a0, ra: .s2), "498B0424")                                     // mov rax,[r12]
        check(Instruction(.load, rd: .a0, ra: .s3), "498B4500")                                     // mov rax,[r13+0]
        check(Instruction(.load, rd: .a0, ra: .t2), "488B4500")                                     // mov rax,[rbp+0]
        check(Instruction(.load, rd: .a0, ra: .a1, memory: .u8), "0FB607")                          // movzx eax,byte ptr [rdi]
        check(Instruction(.load, rd: .a0, ra: .a1, memory: .s32), "486307")                         // movsxd rax,dword ptr [rdi]
        check(Instruction(.load, rd: .s0, ra: .s1, imm: 4, memory: .u32), "458B4104")               // mov r8d,[r9+4]
        check(Instruction(.store, rd: .a1, ra: .a0, memory: .u8), "408838")                         // mov [rax],dil
        check(Instruction(.store, rd: .a0, ra: .a1, memory: .u16), "668907")                        // mov [rdi],ax
        check(Instruction(.store, rd: .s5, ra: .sp, imm: 1024), "4C89BC2400040000")                 // mov [rsp+1024],r15
        check(Instruction(.loadx, rd: .a0, ra: .a1, rb: .a2, imm: 8, shift: 3), "488B44F708")       // mov rax,[rdi+rsi*8+8]
        check(Instruction(.loadx, rd: .a0, ra: .s3, rb: .a2), "4A8B042E")                           // mov rax,[rsi+r13*1]
        check(Instruction(.leax, rd: .a0, ra: .a1, rb: .a2, imm: 1, shift: 2), "488D44B701")        // lea rax,[rdi+rsi*4+1]
        check(Instruction(.load, rd: .a0, ra: .a1, imm: 0x1_0000_0000), "48B90000000001000000 488B040F") // movabs rcx,0x100000000; mov rax,[rdi+rcx*1]
    }

    /// Comparisons as a value, and as a choice.
    @Test func comparisons() {
        check(Instruction(.cmpset, rd: .a0, ra: .a1, rb: .a2, condition: .lt), "31C0 4839F7 0F9CC0") // xor eax,eax; cmp rdi,rsi; setl al
        check(Instruction(.cmpset, rd: .a1, ra: .a1, rb: .a2, condition: .eq), "4839F7 400F94C7 400FB6FF") // cmp rdi,rsi; sete dil; movzx edi,dil
        check(Instruction(.cmpseti, rd: .a0, ra: .a1, imm: 0, condition: .lt), "4889F8 48C1E83F")   // mov rax,rdi; shr rax,63
        check(Instruction(.cmpseti, rd: .a0, ra: .a1, imm: 128, condition: .lt), "31C0 4883FF7F 0F9EC0") // xor eax,eax; cmp rdi,127; setle al
        check(Instruction(.cmpseti, rd: .a0, ra: .a1, imm: 0, condition: .ne), "31C0 4885FF 0F95C0") // xor eax,eax; test rdi,rdi; setne al
        check(Instruction(.selcc, rd: .a0, ra: .a1, rb: .a2, condition: .ltu, shift: Register.s0.rawValue), "4839F7 490F42C0") // cmp rdi,rsi; cmovb rax,r8
    }

    /// Jumps through registers, frames and the system.
    @Test func control() {
        check(Instruction(.ret), "C3")                                                              // ret
        check(Instruction(.br, ra: .a1), "FFE7")                                                    // jmp rdi
        check(Instruction(.callr, ra: .s0), "41FFD0")                                               // call r8
        check(Instruction(.syscall), "0F05")                                                        // syscall
        check(Instruction(.trap), "0F0B")                                                           // ud2
        check(Instruction(.enter, imm: 0), "")
        check(Instruction(.enter, imm: 8), "51")                                                    // push rcx
        check(Instruction(.enter, imm: 20), "4883C4E8")                                             // add rsp,-24
    }

    /// Floating point in xmm registers.
    @Test func floats() {
        check(Instruction(.fadd, rd: .f0, ra: .f0, rb: .f1, width: .f64), "F20F58C1")               // addsd xmm0,xmm1
        check(Instruction(.fsub, rd: .f1, ra: .f2, rb: .f3, width: .f32), "0F28CA F30F5CCB")        // movaps xmm1,xmm2; subss xmm1,xmm3
        check(Instruction(.fmov, rd: .f0, ra: .fs0, width: .f64), "410F28C2")                       // movaps xmm0,xmm10
        check(Instruction(.fload, rd: .f0, ra: .a1, imm: 8, width: .f64), "F20F104708")             // movsd xmm0,[rdi+8]
        check(Instruction(.fstore, rd: .f9, ra: .sp, width: .f32), "F3440F110C24")                  // movss [rsp],xmm9
        check(Instruction(.fbits, rd: .a0, ra: .f0, width: .f64), "66480F7EC0")                     // movq rax,xmm0
        check(Instruction(.fset, rd: .f0, ra: .a0, width: .f32), "660F6EC0")                        // movd xmm0,eax
        check(Instruction(.fcvtsf, rd: .a0, ra: .f1, width: .f64), "F2480F2CC1")                    // cvttsd2si rax,xmm1
        check(Instruction(.fli, rd: .f0, width: .f64), "0F57C0")                                    // xorps xmm0,xmm0
        check(Instruction(.fcmpset, rd: .a0, ra: .f0, rb: .f1, width: .f64, condition: .lt), "31C0 660F2EC8 0F97C0") // xor eax,eax; ucomisd xmm1,xmm0; seta al
        check(Instruction(.fcmpset, rd: .a0, ra: .f0, rb: .f1, width: .f64, condition: .eq), "31C0 660F2EC1 0F9BC1 0F94C0 20C8") // xor eax,eax; ucomisd xmm0,xmm1; setnp cl; sete al; and al,cl
    }

    @Test func framesOfEverySize() {
        check(Instruction(.eret), frame: 0, "C3")
        check(Instruction(.eret), frame: 8, "59 C3")                             // pop rcx; ret
        check(Instruction(.eret), frame: 20, "4883C418 C3")                      // add rsp,24; ret
        check(Instruction(.tailr, ra: .a1), frame: 16, "4883C410 FFE7")          // add rsp,16; jmp rdi
        check(Instruction(.ldarg, rd: .a0, imm: 1), frame: 16, "488B442420")     // mov rax,[rsp+32]
    }

    // MARK: Labels

    private func linked(_ i: Instruction, form: Int, frame: Int = 0, at: UInt64 = 0x40_0000, target: UInt64) -> String {
        var out = ByteBuffer()
        AMD64.encodeLinked(i, form: form, frame: frame, at: at, target: target, into: &out)
        return digits(out.bytes)
    }

    @Test func jumpsCountFromTheirEnd() {
        #expect(linked(Instruction(.b), form: 0, target: 0x40_0081) == plain("EB 7F"))
        #expect(linked(Instruction(.b), form: 1, target: 0x3F_FFFF) == plain("E9 FAFFFFFF"))
        #expect(linked(Instruction(.call), form: 0, target: 0x40_0005) == plain("E8 00000000"))
        #expect(linked(Instruction(.tail), form: 0, frame: 8, target: 0x40_0003) == plain("59 EB 00"))
        #expect(linked(Instruction(.bcc, ra: .a0, rb: .a1, condition: .lt), form: 0, target: 0x40_0005) == plain("4839F8 7C 00"))
        #expect(linked(Instruction(.bcci, ra: .a0, condition: .eq), form: 1, target: 0x40_0009) == plain("4885C0 0F84 00000000"))
        // Equal is not enough: a comparison with NaN sets zero and parity.
        #expect(linked(Instruction(.fbcc, ra: .f0, rb: .f1, width: .f64, condition: .eq), form: 0, target: 0x40_0008)
            == plain("660F2EC1 7A02 74 00"))
    }

    @Test func addressesInThreeForms() {
        let address = Instruction(.la, rd: .s0, imm: 4)
        #expect(linked(address, form: 0, target: 0x60_0000) == plain("41B8 04006000"))
        #expect(linked(address, form: 1, target: 0x40_0003) == plain("4C8D05 00000000"))
        #expect(linked(address, form: 2, target: 0x1_0000_0000) == plain("49B8 0400000001000000"))
        #expect(linked(Instruction(.loadg, rd: .a0, memory: .u8), form: 0, target: 0x40_0007) == plain("0FB605 00000000"))
        #expect(linked(Instruction(.storeg, rd: .a0), form: 1, target: 0x10) == plain("48B91000000000000000 488901"))
    }

    /// The form that the assembler comes to for a distance from the instruction's first byte.
    private func form(_ i: Instruction, _ distance: Int64) -> Int {
        let at: UInt64 = 0x1_0000_0000
        let target = at &+ UInt64(bitPattern: distance)
        return (0..<AMD64.formCount(i)).first { AMD64.reaches(i, form: $0, frame: 0, at: at, target: target) } ?? -1
    }

    @Test func branchesReachAsFarAsTheyCan() {
        #expect([129, 130, -126, -127].map { form(Instruction(.b), $0) } == [0, 1, 0, 1])
        let equal = Instruction(.bcci, ra: .a0, condition: .eq)
        #expect([132, 133, -123, -124].map { form(equal, $0) } == [0, 1, 0, 1])
        // Two jumps, of which the first must reach too.
        let different = Instruction(.fbcc, ra: .f0, rb: .f1, width: .f64, condition: .ne)
        #expect([133, 134].map { form(different, $0) } == [0, 1])
        #expect([1 << 31, 1 << 32].map { form(Instruction(.call), $0) } == [0, -1])
        #expect([0, 1 << 30, 1 << 33].map { form(Instruction(.la, rd: .a0), $0) } == [1, 1, 2])
    }

    @Test(arguments: [Operation.b, .call, .tail, .bcc, .bcci, .la, .loadg, .storeg, .floadg, .fstoreg, .fbcc])
    func everyFormHasItsSize(_ op: Operation) {
        let isFloat = op == .floadg || op == .fstoreg || op == .fbcc
        let i = Instruction(op, rd: isFloat ? .f1 : .a1, ra: isFloat ? .f2 : .a2, rb: isFloat ? .f3 : .a3,
                            width: isFloat ? .f64 : .w64, condition: .ne)
        for form in 0..<AMD64.formCount(i) {
            let bytes = linked(i, form: form, frame: 40, target: 0x40_0040)
            #expect(bytes.utf8.count / 2 == AMD64.size(i, form: form, frame: 40))
        }
    }
}
