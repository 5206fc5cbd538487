/// Frames, blocks of memory, system calls and contexts.
extension RISCV64 {
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

    static let copyWords: [UInt32] = stride(from: Int64(0), to: 64, by: 16).flatMap { offset in
        [
            Word.ld(scratch, native(.a2), offset), Word.ld(scratch2, native(.a2), offset + 8),
            Word.sd(scratch, native(.a1), offset), Word.sd(scratch2, native(.a1), offset + 8),
        ]
    }
    static let fillWords: [UInt32] = stride(from: Int64(0), to: 64, by: 8).map { Word.sd(native(.a0), native(.a1), $0) }

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
    private static let savedFloat: [Register] = [.fs0, .fs1, .fs2, .fs3]

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
}
