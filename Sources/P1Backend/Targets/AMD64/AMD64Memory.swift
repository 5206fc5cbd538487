/// Addresses, loads and stores.
extension AMD64Code {
    /// The operand [base + offset]; an offset of more than 32 bits goes through rcx.
    mutating func address(_ base: Native, offset: Int64) -> Address {
        if let small = Int32(exactly: offset) { return Address(base: base, displacement: small) }
        loadImmediate(.rcx, offset)
        return Address(base: base, index: .rcx)
    }

    /// The operand [base + (index << shift) + offset].
    mutating func address(_ base: Native, index: Native, shift: UInt8, offset: Int64) -> Address {
        guard let small = Int32(exactly: offset) else {
            loadImmediate(.rcx, offset)
            alu(.add, wide: true, .rcx, base)
            return Address(base: .rcx, index: index, shift: shift)
        }
        // The other order saves the displacement that a base of rbp or r13 needs.
        if shift == 0 && small == 0 && base & 7 == 5 { return Address(base: index, index: base) }
        return Address(base: base, index: index, shift: shift, displacement: small)
    }

    // MARK: Loads and stores

    mutating func load(_ memory: Memory, _ rd: Native, at address: Address) {
        let form = AMD64Code.loadForm(memory)
        memoryForm(form.code, wide: form.wide, reg: rd, address)
    }

    mutating func store(_ memory: Memory, _ source: Native, at address: Address) {
        let form = AMD64Code.storeForm(memory)
        memoryForm(form.code, wide: form.wide, reg: source, address, byte: memory.size == 1 ? source : 0)
    }

    mutating func loadAddress(_ rd: Native, _ address: Address) {
        memoryForm(0x8D, wide: true, reg: rd, address)
    }

    /// Writing a 32-bit register clears its upper half, so the zero-extending forms are the narrow ones.
    static func loadForm(_ memory: Memory) -> (code: UInt32, wide: Bool) {
        switch memory {
        case .u8: return (0x0F_B6, false)
        case .s8: return (0x0F_BE, true)
        case .u16: return (0x0F_B7, false)
        case .s16: return (0x0F_BF, true)
        case .u32: return (0x8B, false)
        case .s32: return (0x63, true)
        case .d64: return (0x8B, true)
        }
    }

    static func storeForm(_ memory: Memory) -> (code: UInt32, wide: Bool) {
        switch memory {
        case .u8, .s8: return (0x88, false)
        case .u16, .s16: return (0x66_00_89, false)
        case .u32, .s32: return (0x89, false)
        case .d64: return (0x89, true)
        }
    }
}
