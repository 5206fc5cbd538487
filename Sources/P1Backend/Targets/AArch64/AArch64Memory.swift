/// Addresses, loads and stores.
extension AArch64 {
    /// d = n + (m << shift); n may be sp.
    static func scaledSum(_ d: UInt32, _ n: UInt32, _ m: UInt32, shift: UInt8) -> UInt32 {
        let word = n == A64.sp ? A64.addExtended : A64.sf | A64.add
        return A64.rrr(word | UInt32(shift & 3) << 10, d, n, m)
    }

    static func indexedAccess(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ b: UInt32, into out: inout ByteBuffer) {
        guard let access = A64Access(i) else { return }
        let offset = i.imm &+ bias(i.ra)
        if offset == 0 && (i.shift == 0 || UInt32(i.shift) == access.scale) {
            out.u32(access.indexed(d, a, b, shifted: i.shift != 0))
            return
        }
        out.u32(scaledSum(A64.x16, a, b, shift: i.shift))
        access.write(d, A64.x16, offset, into: &out)
    }

}

/// One kind of load or store: what its instruction words have in common over all addressing modes.
struct A64Access {
    /// Binary logarithm of the size.
    let scale: UInt32
    /// size, V and opc in place, the addressing mode still open.
    private let word: UInt32
    /// The pc-relative load, where there is one.
    let literal: UInt32?

    init(load memory: Memory) {
        switch memory {
        case .u8: self.init(scale: 0, opc: 1)
        case .s8: self.init(scale: 0, opc: 2)
        case .u16: self.init(scale: 1, opc: 1)
        case .s16: self.init(scale: 1, opc: 2)
        case .u32: self.init(scale: 2, opc: 1, literal: 0x1800_0000)
        case .s32: self.init(scale: 2, opc: 2, literal: 0x9800_0000)
        case .d64: self.init(scale: 3, opc: 1, literal: 0x5800_0000)
        }
    }

    init(store memory: Memory) {
        switch memory {
        case .u8, .s8: self.init(scale: 0, opc: 0)
        case .u16, .s16: self.init(scale: 1, opc: 0)
        case .u32, .s32: self.init(scale: 2, opc: 0)
        case .d64: self.init(scale: 3, opc: 0)
        }
    }

    init(loadFloat width: Width) {
        let isSingle = width == .f32
        self.init(scale: isSingle ? 2 : 3, opc: 1, float: true, literal: isSingle ? 0x1C00_0000 : 0x5C00_0000)
    }

    init(storeFloat width: Width) {
        self.init(scale: width == .f32 ? 2 : 3, opc: 0, float: true)
    }

    /// nil for an operation that is no memory access.
    init?(_ i: Instruction) {
        switch i.op {
        case .load, .loadx, .loadg: self.init(load: i.memory)
        case .store, .storex, .storeg: self.init(store: i.memory)
        case .fload, .floadx, .floadg: self.init(loadFloat: i.width)
        case .fstore, .fstorex, .fstoreg: self.init(storeFloat: i.width)
        default: return nil
        }
    }

    private init(scale: UInt32, opc: UInt32, float: Bool = false, literal: UInt32? = nil) {
        self.scale = scale
        self.word = 0x3800_0000 | scale << 30 | (float ? 1 << 26 : 0) | opc << 22
        self.literal = literal
    }

    /// Whether [base + offset] has the form with a scaled 12-bit offset.
    @inline(__always)
    func scales(_ offset: Int64) -> Bool {
        offset >= 0 && offset >> Int64(scale) < 0x1000 && offset & ((1 << Int64(scale)) - 1) == 0
    }

    /// [n + offset], for an offset that scales.
    @inline(__always)
    func scaled(_ t: UInt32, _ n: UInt32, _ offset: Int64) -> UInt32 {
        word | 1 << 24 | InstructionField.unsigned(offset >> Int64(scale), bits: 12) << 10 | n << 5 | t
    }

    /// [n + offset] for an offset from -256 to 255.
    @inline(__always)
    private func unscaled(_ t: UInt32, _ n: UInt32, _ offset: Int64) -> UInt32 {
        word | InstructionField.signed(offset, bits: 9) << 12 | n << 5 | t
    }

    /// [n + m], or [n + (m << scale)].
    @inline(__always)
    func indexed(_ t: UInt32, _ n: UInt32, _ m: UInt32, shifted: Bool) -> UInt32 {
        word | 0x0020_6800 | m << 16 | (shifted ? 1 << 12 : 0) | n << 5 | t
    }

    /// [n + offset] for any offset; n may be x16.
    func write(_ t: UInt32, _ n: UInt32, _ offset: Int64, into out: inout ByteBuffer) {
        if scales(offset) {
            out.u32(scaled(t, n, offset))
            return
        }
        if offset >= -256 && offset < 256 {
            out.u32(unscaled(t, n, offset))
            return
        }
        let constant = A64.constant(offset, in: A64.x17)
        let low = offset & 0xFFF
        if constant.count > 1 && offset > -0x100_0000 && offset < 0x100_0000 && (scales(low) || low < 256) {
            A64.sum(A64.x16, n, offset - low).write(into: &out)
            out.u32(scales(low) ? scaled(t, A64.x16, low) : unscaled(t, A64.x16, low))
            return
        }
        constant.write(into: &out)
        out.u32(indexed(t, n, A64.x17, shifted: false))
    }
}
