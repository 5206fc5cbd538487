/// The number of a general register of the processor (or, where `floatInstruction` says so, of an xmm register).
typealias Native = UInt8

extension Native {
    static let rax: Native = 0
    static let rcx: Native = 1
    static let rdx: Native = 2
    static let rsp: Native = 4
    static let rbp: Native = 5
    static let r8: Native = 8
    static let r9: Native = 9
    static let r11: Native = 11
    static let r12: Native = 12
    static let r13: Native = 13
    static let r14: Native = 14
    static let r15: Native = 15
}

/// The bytes of one P1 instruction while they are being made. The size of a form that depends on labels is found
/// by making it and counting, so that sizes and bytes cannot disagree; no memory is allocated.
struct AMD64Code {
    private typealias EightWords = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
    private var storage: (EightWords, EightWords) = ((0, 0, 0, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 0, 0, 0))
    private(set) var count = 0
    /// No instruction comes near it: the longest, ctxsave, takes 75 bytes.
    private static let capacity = 128

    func append(to out: inout ByteBuffer) {
        withUnsafeBytes(of: storage) { out.bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[0..<count])) }
    }

    // MARK: Bytes

    private mutating func put<Value: FixedWidthInteger>(_ value: Value, size: Int) {
        if count + size > AMD64Code.capacity { InstructionField.refuse(Int64(count), 7) }
        withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: value.littleEndian, toByteOffset: count, as: Value.self) }
        count += size
    }

    mutating func u8(_ value: UInt8) { put(value, size: 1) }
    mutating func u16(_ value: UInt16) { put(value, size: 2) }
    mutating func i32(_ value: Int32) { put(value, size: 4) }
    mutating func i64(_ value: Int64) { put(value, size: 8) }

    /// Makes the short jump that ends at `position` land here.
    mutating func patchShortJump(_ position: Int) {
        withUnsafeMutableBytes(of: &storage) { $0[position - 1] = UInt8(InstructionField.signed(Int64(count - position), bits: 8)) }
    }

    // MARK: Instruction formats

    /// A memory operand. rsp cannot be an index, so its number stands for none.
    struct Address {
        var base: Native
        var index: Native = .rsp
        var shift: UInt8 = 0
        var displacement: Int32 = 0
    }

    /// An opcode is written as prefix, escape byte and code: 0xF2_0F_10 is F2 0F 10, 0x66_00_89 is 66 89,
    /// and REX goes where the processor wants it, behind the prefix.
    private mutating func opcode(_ opcode: UInt32, wide: Bool, reg: Native, index: Native, base: Native,
                                 needsREX: Bool = false) {
        let prefix = UInt8(truncatingIfNeeded: opcode >> 16)
        if prefix != 0 { u8(prefix) }
        let rex: UInt8 = (wide ? 8 : 0) | (reg >> 3 & 1) << 2 | (index >> 3 & 1) << 1 | (base >> 3 & 1)
        if rex != 0 || needsREX { u8(0x40 | rex) }
        if opcode >> 8 & 0xFF != 0 { u8(0x0F) }
        u8(UInt8(truncatingIfNeeded: opcode))
    }

    /// Without REX the byte registers 4…7 are ah ch dh bh, with it spl bpl sil dil.
    static func isByteOnlyWithREX(_ register: Native) -> Bool { register & 0xFC == 4 }

    /// `reg` is a register, or the digit that completes the opcode.
    mutating func registerForm(_ code: UInt32, wide: Bool, reg: Native, rm: Native, byte: Native = 0) {
        opcode(code, wide: wide, reg: reg, index: 0, base: rm, needsREX: AMD64Code.isByteOnlyWithREX(byte))
        u8(0xC0 | (reg & 7) << 3 | rm & 7)
    }

    mutating func memoryForm(_ code: UInt32, wide: Bool, reg: Native, _ address: Address, byte: Native = 0) {
        opcode(code, wide: wide, reg: reg, index: address.index, base: address.base,
               needsREX: AMD64Code.isByteOnlyWithREX(byte))
        let displacement = address.displacement
        // A base of rbp or r13 without displacement means something else to the processor.
        let mode: UInt8 = displacement == 0 && address.base & 7 != 5 ? 0 : Int8(exactly: displacement) != nil ? 1 : 2
        let regBits = (reg & 7) << 3
        if address.index == .rsp && address.base & 7 != 4 {
            u8(mode << 6 | regBits | address.base & 7)
        } else {
            u8(mode << 6 | regBits | 4)
            u8((address.shift & 3) << 6 | (address.index & 7) << 3 | address.base & 7)
        }
        if mode == 1 { u8(UInt8(truncatingIfNeeded: displacement)) }
        if mode == 2 { i32(displacement) }
    }

    /// An operand at a distance from the end of the instruction, which ends with the distance. `at` is the address
    /// of this P1 instruction's first byte.
    mutating func ripForm(_ code: UInt32, wide: Bool, reg: Native, byte: Native = 0, at: UInt64, target: UInt64) {
        opcode(code, wide: wide, reg: reg, index: 0, base: 0, needsREX: AMD64Code.isByteOnlyWithREX(byte))
        u8((reg & 7) << 3 | 5)
        relative32(at: at, target: target)
    }

    mutating func relative32(at: UInt64, target: UInt64) {
        i32(Int32(truncatingIfNeeded: target &- (at &+ UInt64(count + 4))))
    }

    // MARK: Registers and addresses

    /// The processor's number for a P1 register; any byte is accepted, but only registers mean something.
    func native(_ register: Register) -> Native {
        // One hexadecimal digit a register, a0 lowest: see the table in AMD64.swift.
        register.isFloat
            ? register.rawValue - 16
            : Native(truncatingIfNeeded: (0x4F_EDC9_853A_2670 as UInt64) >> (4 * UInt64(register.rawValue))) & 15
    }

}
