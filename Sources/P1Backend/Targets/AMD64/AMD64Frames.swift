/// Frames, blocks of memory and contexts.
extension AMD64Code {
    // MARK: Frames

    /// Words are pushed by calls, so a frame is a whole number of words.
    static func roundedFrame(_ size: Int) -> Int64 { size <= 0 ? 0 : Int64(size &+ 7) & ~7 }

    /// Above the frame stands the return address, then the caller's stack word 0.
    func argumentOffset(_ word: Int64, frame: Int) -> Int64 {
        AMD64Code.roundedFrame(frame) &+ 8 &+ word &* 8
    }

    mutating func growStack(by size: Int64) {
        if size == 8 {
            u8(0x51)                                   // push rcx: a frame's bytes start out undefined
        } else {
            addImmediate(.w64, .rsp, .rsp, 0 &- size)
        }
    }

    mutating func shrinkStack(by size: Int64) {
        if size == 8 {
            u8(0x59)                                   // pop rcx
        } else {
            addImmediate(.w64, .rsp, .rsp, size)
        }
    }

    mutating func jump(register: Native) { registerForm(0xFF, wide: false, reg: 4, rm: register) }

    /// As many words as there are in so many blocks; and upwards.
    mutating func countBlockWords(_ blocks: Register) {
        move(.rcx, native(blocks))
        shift(.left, .w64, .rcx, .rcx, by: 3)
        u8(0xFC)
    }

    mutating func allocateStack(_ rd: Native, size: Native, staged: Int64) {
        loadAddress(.r11, Address(base: size, displacement: 15))
        aluImmediate(.and, wide: true, .r11, -16)
        alu(.sub, wide: true, .rsp, .r11)
        addImmediate(.w64, rd, .rsp, staged)
    }

    // MARK: Contexts

    // s0…s5 at 0…40, fs0…fs3 at 48…72, the stack pointer after the function's return at 80, the return address at 88.
    static let savedGeneral: [(Native, Int32)] =
        [(.r8, 0), (.r9, 8), (.r12, 16), (.r13, 24), (.r14, 32), (.r15, 40)]

    mutating func saveContext(_ base: Native) {
        for (register, offset) in AMD64Code.savedGeneral {
            store(.d64, register, at: Address(base: base, displacement: offset))
        }
        for k in 0..<4 {
            memoryForm(0xF2_0F_11, wide: false, reg: Native(10 + k), Address(base: base, displacement: Int32(48 + 8 * k)))
        }
        loadAddress(.rcx, Address(base: .rsp, displacement: 8))
        store(.d64, .rcx, at: Address(base: base, displacement: 80))
        load(.d64, .rcx, at: Address(base: .rsp))
        store(.d64, .rcx, at: Address(base: base, displacement: 88))
    }

    mutating func loadContext(_ context: Native, result: Native) {
        move(.rcx, context)
        move(.rax, result)
        for (register, offset) in AMD64Code.savedGeneral {
            load(.d64, register, at: Address(base: .rcx, displacement: offset))
        }
        for k in 0..<4 {
            memoryForm(0xF2_0F_10, wide: false, reg: Native(10 + k), Address(base: .rcx, displacement: Int32(48 + 8 * k)))
        }
        load(.d64, .rsp, at: Address(base: .rcx, displacement: 80))
        memoryForm(0xFF, wide: false, reg: 4, Address(base: .rcx, displacement: 88))
    }
}
