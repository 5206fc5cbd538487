import Support

/// Numbers in the fields of machine instructions. A number that is too wide for its field would make another instruction; encoders
/// choose forms that hold what they are given, and whoever fills a field makes sure.
enum InstructionField {
    /// A number with sign, as the low bits of its field.
    @inline(__always)
    static func signed(_ value: Int64, bits: Int64) -> UInt32 {
        if value >> (bits - 1) != value >> 63 { refuse(value, bits) }
        return UInt32(truncatingIfNeeded: value) & ((1 << UInt32(bits)) - 1)
    }

    /// A number without sign.
    @inline(__always)
    static func unsigned(_ value: Int64, bits: Int64) -> UInt32 {
        if value < 0 || value >> bits != 0 { refuse(value, bits) }
        return UInt32(truncatingIfNeeded: value)
    }

    /// A number with sign in units of 2^shift.
    @inline(__always)
    static func scaled(_ value: Int64, shift: Int64, bits: Int64) -> UInt32 {
        if value & ((1 << shift) - 1) != 0 { refuse(value, bits) }
        return signed(value >> shift, bits: bits)
    }

    @inline(never)
    static func refuse(_ value: Int64, _ bits: Int64) -> Never {
        var message = "minicc: error: internal error: \(value) does not fit a field of \(bits) bits of a machine instruction\n"
        message.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
        exit(1)
    }
}
