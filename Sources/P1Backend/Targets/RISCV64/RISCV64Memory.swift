/// Addresses, loads and stores.
extension RISCV64 {
    @inline(__always)
    static func load(_ memory: Memory, _ rd: Native, _ base: Native, _ offset: Int64) -> UInt32 {
        let function3: UInt32
        switch memory {
        case .s8: function3 = 0
        case .s16: function3 = 1
        case .s32: function3 = 2
        case .d64: function3 = 3
        case .u8: function3 = 4
        case .u16: function3 = 5
        case .u32: function3 = 6
        }
        return Word.i(0x03, function3, rd, base, offset)
    }

    @inline(__always)
    static func store(_ memory: Memory, _ rs: Native, _ base: Native, _ offset: Int64) -> UInt32 {
        let function3: UInt32
        switch memory {
        case .u8, .s8: function3 = 0
        case .u16, .s16: function3 = 1
        case .u32, .s32: function3 = 2
        case .d64: function3 = 3
        }
        return Word.s(0x23, function3, base, rs, offset)
    }

    /// A base register and a 12-bit offset for base + offset; `temporary` is changed when that takes code.
    static func address<Sink: RISCV64Sink>(_ base: Native, _ offset: Int64, temporary: Native,
                                           into out: inout Sink) -> (Native, Int64) {
        if fitsTwelve(offset) { return (base, offset) }
        let low = lowTwelve(offset)
        loadImmediate(temporary, offset &- low, into: &out)
        out.emit(Word.add(temporary, temporary, base))
        return (temporary, low)
    }

    /// The same for ra + (rb << shift) + imm.
    static func indexedAddress<Sink: RISCV64Sink>(_ i: Instruction, _ ra: Native, _ rb: Native, temporary: Native,
                                                  into out: inout Sink) -> (Native, Int64) {
        let sum = sumIndexed(i, ra, rb, temporary: temporary, into: &out)
        return address(sum, i.imm, temporary: scratch2, into: &out)
    }

    /// ra + (rb << shift) in `temporary`, which may be one of the two.
    static func sumIndexed<Sink: RISCV64Sink>(_ i: Instruction, _ ra: Native, _ rb: Native, temporary: Native,
                                              into out: inout Sink) -> Native {
        guard i.shift != 0 else {
            out.emit(Word.add(temporary, ra, rb))
            return temporary
        }
        let scaled = temporary == ra ? scratch : temporary
        out.emit(Word.slli(scaled, rb, Int64(i.shift)))
        out.emit(Word.add(temporary, ra, scaled))
        return temporary
    }

}
