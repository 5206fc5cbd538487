/// The instruction words of AArch64 that the encoder uses, named as the manual names them. Those that exist
/// for 32 and 64 bits stand here in the 32-bit form; `sf` makes them 64 bits wide. The FP ones are the single
/// precision form; `double` makes them double precision.
enum A64 {
    static let sf: UInt32 = 0x8000_0000
    static let double: UInt32 = 0x0040_0000

    // Register arithmetic: rd, rn, rm
    static let add: UInt32 = 0x0B00_0000
    static let sub: UInt32 = 0x4B00_0000
    static let subs: UInt32 = 0x6B00_0000
    /// 64 bits, the second operand `rm, uxtx #shift`: the form in which register 31 is sp.
    static let addExtended: UInt32 = 0x8B20_6000
    static let subExtended: UInt32 = 0xCB20_6000
    static let and: UInt32 = 0x0A00_0000
    static let orr: UInt32 = 0x2A00_0000
    static let orn: UInt32 = 0x2A20_0000
    static let eor: UInt32 = 0x4A00_0000
    static let lslv: UInt32 = 0x1AC0_2000
    static let lsrv: UInt32 = 0x1AC0_2400
    static let asrv: UInt32 = 0x1AC0_2800
    static let sdiv: UInt32 = 0x1AC0_0C00
    static let udiv: UInt32 = 0x1AC0_0800
    static let mul: UInt32 = 0x1B00_7C00
    static let msub: UInt32 = 0x1B00_8000
    static let smulh: UInt32 = 0x9B40_7C00
    static let umulh: UInt32 = 0x9BC0_7C00

    // Immediates
    static let addImmediate: UInt32 = 0x1100_0000
    static let subImmediate: UInt32 = 0x5100_0000
    static let addsImmediate: UInt32 = 0x3100_0000
    static let subsImmediate: UInt32 = 0x7100_0000
    static let andImmediate: UInt32 = 0x1200_0000
    static let orrImmediate: UInt32 = 0x3200_0000
    static let eorImmediate: UInt32 = 0x5200_0000
    static let movn: UInt32 = 0x1280_0000
    static let movz: UInt32 = 0x5280_0000
    static let movk: UInt32 = 0x7280_0000
    static let sbfm: UInt32 = 0x1300_0000
    static let ubfm: UInt32 = 0x5300_0000
    static let adr: UInt32 = 0x1000_0000
    static let adrp: UInt32 = 0x9000_0000

    // Branches
    static let b: UInt32 = 0x1400_0000
    static let bl: UInt32 = 0x9400_0000
    static let bCondition: UInt32 = 0x5400_0000
    static let cbz: UInt32 = 0x3400_0000
    static let cbnz: UInt32 = 0x3500_0000
    static let tbz: UInt32 = 0x3600_0000
    static let tbnz: UInt32 = 0x3700_0000
    static let br: UInt32 = 0xD61F_0000
    static let blr: UInt32 = 0xD63F_0000
    static let ret: UInt32 = 0xD65F_03C0
    static let svc: UInt32 = 0xD400_0001
    static let udf: UInt32 = 0x0000_0000
    static let alignDown16: UInt32 = 0x927C_EC00      // and, with the constant ~15
    static let branchHigherOrSame: UInt32 = 0x5400_0002
    static let cleanDataLine: UInt32 = 0xD50B_7B20    // dc cvau
    static let invalidateCodeLine: UInt32 = 0xD50B_7520   // ic ivau
    static let dataBarrier: UInt32 = 0xD503_3B9F      // dsb ish
    static let codeBarrier: UInt32 = 0xD503_3FDF      // isb

    // Frames: 64-bit registers, the stack pointer moves along
    static let strPreIndex: UInt32 = 0xF800_0C00
    static let ldrPostIndex: UInt32 = 0xF840_0400
    static let stpPreIndex: UInt32 = 0xA980_0000
    static let ldpPostIndex: UInt32 = 0xA8C0_0000
    static let stpPostIndex: UInt32 = 0xA880_0000
    static let stp: UInt32 = 0xA900_0000
    static let ldp: UInt32 = 0xA940_0000
    static let stpFloat: UInt32 = 0x6D00_0000
    static let ldpFloat: UInt32 = 0x6D40_0000

    // Floating point
    static let fmov: UInt32 = 0x1E20_4000
    static let fabs: UInt32 = 0x1E20_C000
    static let fneg: UInt32 = 0x1E21_4000
    static let fsqrt: UInt32 = 0x1E21_C000
    static let fadd: UInt32 = 0x1E20_2800
    static let fsub: UInt32 = 0x1E20_3800
    static let fmul: UInt32 = 0x1E20_0800
    static let fdiv: UInt32 = 0x1E20_1800
    static let fcmp: UInt32 = 0x1E20_2000
    static let fmovImmediate: UInt32 = 0x1E20_1000
    static let movi: UInt32 = 0x2F00_E400
    static let fcvtToDouble: UInt32 = 0x1E22_C000
    static let fcvtToSingle: UInt32 = 0x1E62_4000
    /// Between the register files, bit by bit; add `sf | double` for 64 bits.
    static let fmovToGeneral: UInt32 = 0x1E26_0000
    static let fmovFromGeneral: UInt32 = 0x1E27_0000
    // 64-bit integers on the general side
    static let scvtf: UInt32 = 0x9E22_0000
    static let ucvtf: UInt32 = 0x9E23_0000
    static let fcvtzs: UInt32 = 0x9E38_0000
    static let fcvtzu: UInt32 = 0x9E39_0000

    @inline(__always)
    static func rrr(_ word: UInt32, _ d: UInt32, _ n: UInt32, _ m: UInt32) -> UInt32 { word | m << 16 | n << 5 | d }

    @inline(__always)
    static func rr(_ word: UInt32, _ d: UInt32, _ n: UInt32) -> UInt32 { word | n << 5 | d }

    /// mov rd, rm between general registers.
    @inline(__always)
    static func move(_ d: UInt32, _ m: UInt32, _ size: UInt32 = sf) -> UInt32 { rrr(size | orr, d, zr, m) }

    /// Bit-field moves: `word` is sbfm or ubfm, `size` is sf or 0.
    @inline(__always)
    static func bitfield(_ word: UInt32, _ size: UInt32, _ d: UInt32, _ n: UInt32, rotate: UInt32, last: UInt32) -> UInt32 {
        size | word | size >> 9 | rotate << 16 | last << 10 | n << 5 | d
    }

    @inline(__always)
    static func signExtend32(_ d: UInt32, _ n: UInt32) -> UInt32 { bitfield(sbfm, sf, d, n, rotate: 0, last: 31) }

    /// rd = condition holds ? 1 : 0
    @inline(__always)
    static func set(_ d: UInt32, _ condition: UInt32) -> UInt32 { 0x1A9F_07E0 | (condition ^ 1) << 12 | d }

    /// d = condition holds ? n : m
    @inline(__always)
    static func select(_ d: UInt32, _ n: UInt32, _ m: UInt32, _ condition: UInt32) -> UInt32 {
        0x9A80_0000 | m << 16 | condition << 12 | n << 5 | d
    }

    @inline(__always)
    static func pair(_ word: UInt32, _ t: UInt32, _ t2: UInt32, _ n: UInt32, offset: Int) -> UInt32 {
        word | InstructionField.scaled(Int64(offset), shift: 3, bits: 7) << 15 | t2 << 10 | n << 5 | t
    }

    @inline(__always)
    static func indexed(_ word: UInt32, _ t: UInt32, _ n: UInt32, offset: Int) -> UInt32 {
        word | InstructionField.signed(Int64(offset), bits: 9) << 12 | n << 5 | t
    }

    // Registers with a meaning of their own. 31 is sp or the zero register, as the instruction has it.
    static let sp: UInt32 = 31
    static let zr: UInt32 = 31
    static let link: UInt32 = 30
    /// Scratch for addresses and for values.
    static let x16: UInt32 = 16
    /// Scratch for immediates.
    static let x17: UInt32 = 17

    // Condition numbers; the inverse differs in the lowest bit.
    static let eq: UInt32 = 0
    static let ne: UInt32 = 1
    static let hs: UInt32 = 2
    static let lo: UInt32 = 3
    static let mi: UInt32 = 4
    static let pl: UInt32 = 5
    static let hi: UInt32 = 8
    static let ls: UInt32 = 9
    static let ge: UInt32 = 10
    static let lt: UInt32 = 11
    static let gt: UInt32 = 12
    static let le: UInt32 = 13
}

/// A short run of instruction words, kept off the heap: what must be counted before it is written.
struct A64Words {
    private var words = SIMD8<UInt32>()
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ word: UInt32) {
        words[count] = word
        count += 1
    }

    mutating func append(_ more: A64Words) {
        for k in 0..<more.count { append(more.words[k]) }
    }

    @inline(__always)
    func write(into out: inout ByteBuffer) {
        for k in 0..<count { out.u32(words[k]) }
    }
}

// MARK: - Immediates

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
