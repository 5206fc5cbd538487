/// How constants get into AArch64 instructions.
extension A64 {
    /// The fields N, immr, imms of a logical immediate, already in place, or nil if the value is not a
    /// repeated, rotated run of ones. A 32-bit value is tried as `value` twice over, without the N bit.
    static func logicalImmediate(_ value: UInt64) -> UInt32? {
        if value == 0 || value == ~0 { return nil }
        var size: UInt64 = 64
        while size > 2 {
            let half = size / 2
            let mask = (1 << half) - 1 as UInt64
            if value & mask != (value >> half) & mask { break }
            size = half
        }
        let mask = ~0 as UInt64 >> (64 - size)
        let element = value & mask
        let ones = UInt64(element.nonzeroBitCount)
        let start: UInt64
        if isRun(element) {
            start = UInt64(element.trailingZeroBitCount)
        } else {
            // The run goes over the element's upper end: its gap is a run instead.
            let gap = ~element & mask
            guard isRun(gap) else { return nil }
            start = UInt64(gap.trailingZeroBitCount) + size - ones
        }
        let rotate = UInt32((size - start) % size)
        let last = UInt32(~(size * 2 - 1) & 0x3F | (ones - 1))
        return (size == 64 ? 1 << 22 : 0) | rotate << 16 | last << 10
    }

    static func logicalImmediate32(_ value: UInt32) -> UInt32? {
        logicalImmediate(UInt64(value) << 32 | UInt64(value))
    }

    /// One run of ones, not rotated around the end.
    private static func isRun(_ value: UInt64) -> Bool {
        let low = value >> UInt64(value.trailingZeroBitCount)
        return low & (low &+ 1) == 0
    }

    /// The fields of an add, subtract or compare immediate: 12 bits, or 12 bits shifted by 12.
    @inline(__always)
    static func arithmeticImmediate(_ value: Int64) -> UInt32? {
        if value >= 0 && value < 0x1000 { return UInt32(value) << 10 }
        if value > 0 && value <= 0xFFF000 && value & 0xFFF == 0 { return 1 << 22 | UInt32(value >> 12) << 10 }
        return nil
    }

    /// rd = value, in the fewest instructions known here: one movz, movn or orr; two with movk after any of
    /// them; else a movk for each further half-word that the first instruction did not get right.
    static func constant(_ value: Int64, in d: UInt32) -> A64Words {
        var words = A64Words()
        let bits = UInt64(bitPattern: value)
        // Writing a w register clears the upper half, so 32 bits are never harder than 64.
        let size = bits >> 32 == 0 ? 0 : sf
        let halves: UInt64 = size == 0 ? 2 : 4
        var zeros = 0
        var ones = 0
        for k in 0..<halves {
            let half = bits >> (16 * k) & 0xFFFF
            if half == 0 { zeros += 1 }
            if half == 0xFFFF { ones += 1 }
        }
        let moves = max(1, Int(halves) - max(zeros, ones))
        if moves > 1 {
            let whole = size == 0 ? logicalImmediate32(UInt32(bits)) : logicalImmediate(bits)
            if let fields = whole {
                words.append(size | orrImmediate | fields | zr << 5 | d)
                return words
            }
        }
        if moves > 2, let (fields, wrong) = almostLogical(bits) {
            words.append(sf | orrImmediate | fields | zr << 5 | d)
            words.append(halfWord(movk, bits, wrong, d, sf))
            return words
        }
        let inverted = ones > zeros
        let usual: UInt64 = inverted ? 0xFFFF : 0
        for k in 0..<halves where bits >> (16 * k) & 0xFFFF != usual {
            if words.count > 0 {
                words.append(halfWord(movk, bits, k, d, size))
            } else if inverted {
                words.append(halfWord(movn, ~bits, k, d, size))
            } else {
                words.append(halfWord(movz, bits, k, d, size))
            }
        }
        if words.count == 0 { words.append(halfWord(inverted ? movn : movz, 0, 0, d, size)) }
        return words
    }

    @inline(__always)
    private static func halfWord(_ word: UInt32, _ bits: UInt64, _ k: UInt64, _ d: UInt32, _ size: UInt32) -> UInt32 {
        size | word | UInt32(k) << 21 | UInt32(bits >> (16 * k) & 0xFFFF) << 5 | d
    }

    /// A logical immediate that differs from `bits` in one half-word, and which: such patterns repeat one of
    /// the value's own half-words.
    private static func almostLogical(_ bits: UInt64) -> (fields: UInt32, wrong: UInt64)? {
        for wrong in 0..<4 as Range<UInt64> {
            for other in 0..<4 as Range<UInt64> where other != wrong {
                let half = bits >> (16 * other) & 0xFFFF
                if let fields = logicalImmediate(bits & ~(0xFFFF << (16 * wrong)) | half << (16 * wrong)) {
                    return (fields, wrong)
                }
            }
        }
        return nil
    }

    /// rd = rn + value; both may be sp in the 64-bit form, and neither is x17.
    static func sum(_ d: UInt32, _ n: UInt32, _ value: Int64, _ size: UInt32 = sf) -> A64Words {
        var words = A64Words()
        let magnitude = value < 0 ? 0 &- value : value
        let word = size | (value < 0 ? subImmediate : addImmediate)
        if let fields = arithmeticImmediate(magnitude) {
            words.append(rr(word | fields, d, n))
        } else if magnitude >= 0 && magnitude < 1 << 24 {
            words.append(rr(word | 1 << 22 | UInt32(magnitude >> 12) << 10, d, n))
            words.append(rr(word | UInt32(magnitude & 0xFFF) << 10, d, d))
        } else {
            words = constant(size == 0 ? value & 0xFFFF_FFFF : value, in: x17)
            words.append(rrr(size == 0 ? add : addExtended, d, n, x17))
        }
        return words
    }

    /// The 8 bits of an fmov immediate for a double.
    static func floatImmediate(_ bits: UInt64) -> UInt32? {
        let exponent = bits >> 54 & 0x1FF
        guard bits & 0x0000_FFFF_FFFF_FFFF == 0, exponent == 0x100 || exponent == 0x0FF else { return nil }
        return UInt32(bits >> 63) << 7 | (exponent == 0x0FF ? 0x40 : 0) | UInt32(bits >> 48 & 0x3F)
    }

    /// The 8 bits of an fmov immediate for a float.
    static func floatImmediate(_ bits: UInt32) -> UInt32? {
        let exponent = bits >> 25 & 0x3F
        guard bits & 0x0007_FFFF == 0, exponent == 0x20 || exponent == 0x1F else { return nil }
        return (bits >> 31) << 7 | (exponent == 0x1F ? 0x40 : 0) | bits >> 19 & 0x3F
    }
}
