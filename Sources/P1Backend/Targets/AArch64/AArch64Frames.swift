/// Frames, blocks of memory, code that was stored, and contexts.
extension AArch64 {
    /// Bytes that a P1 frame of `size` bytes takes of the machine's stack, return address included.
    static func frameSize(_ size: Int) -> Int { (max(size, 0) &+ 8 &+ 15) & ~15 }

    static func enter(_ size: Int, into out: inout ByteBuffer) {
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

    static func allocateOnStack(_ i: Instruction, _ d: UInt32, _ a: UInt32, into out: inout ByteBuffer) {
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
    static func synchronizeCode(from a: UInt32, to b: UInt32, into out: inout ByteBuffer) {
        for clean in [A64.cleanDataLine, A64.invalidateCodeLine] {
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
    static func repeatBlocks(_ count: UInt32, _ words: [UInt32], into out: inout ByteBuffer) {
        let length = UInt32(4 * words.count + 1)
        out.u32(A64.sf | A64.cbz | (length + 2) << 5 | count)
        for _ in 0..<4 { for word in words { out.u32(word) } }
        out.u32(A64.rr(A64.sf | A64.subImmediate | 1 << 10, count, count))
        out.u32(A64.sf | A64.cbnz | ((0 &- length) & 0x7_FFFF) << 5 | count)
    }

    static func saveContext(_ a: UInt32, into out: inout ByteBuffer) {
        out.u32(A64.rr(A64.sf | A64.addImmediate, A64.x16, A64.sp))
        out.u32(A64.pair(A64.stp, native(.s0), native(.s1), a, offset: 0))
        out.u32(A64.pair(A64.stp, native(.s2), native(.s3), a, offset: 16))
        out.u32(A64.pair(A64.stp, native(.s4), native(.s5), a, offset: 32))
        out.u32(A64.pair(A64.stpFloat, native(.fs0), native(.fs1), a, offset: 48))
        out.u32(A64.pair(A64.stpFloat, native(.fs2), native(.fs3), a, offset: 64))
        out.u32(A64.pair(A64.stp, A64.x16, A64.link, a, offset: 80))
    }

    static func loadContext(_ a: UInt32, _ b: UInt32, into out: inout ByteBuffer) {
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

}
