/// Floating point: the width of an instruction, and constants.
extension AArch64 {
    @inline(__always)
    static func floatSize(_ i: Instruction) -> UInt32 { i.width == .f32 ? 0 : A64.double }

    @inline(__always)
    static func betweenFiles(_ i: Instruction) -> UInt32 { i.width == .f32 ? 0 : A64.sf | A64.double }

    static func floatConstant(_ i: Instruction, _ d: UInt32, into out: inout ByteBuffer) {
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
