/// Integer arithmetic, and comparisons of both kinds.
extension AArch64 {
    /// Writes an instruction that computed rd at the width of `i`. A w register's upper half is zero already.
    @inline(__always)
    static func narrow(_ i: Instruction, _ d: UInt32, _ word: UInt32, into out: inout ByteBuffer) {
        out.u32(word)
        if i.width == .w32 { out.u32(A64.signExtend32(d, d)) }
    }

    /// rd = ra at the width of `i`.
    static func move(_ i: Instruction, _ d: UInt32, _ a: UInt32, into out: inout ByteBuffer) {
        if i.ra == .sp {
            A64.sum(d, A64.sp, bias(.sp)).write(into: &out)
        } else if i.width == .w32 {
            out.u32(A64.signExtend32(d, a))
        } else if i.width == .u32 {
            out.u32(A64.move(d, a, 0))
        } else if d != a {
            out.u32(A64.move(d, a))
        }
    }

    static func addImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i) &+ bias(i.ra)
        // Even adding nothing to sp takes an instruction of its own: as an operand of a move, 31 is the zero register.
        if imm == 0 && i.ra != .sp {
            move(i, d, a, into: &out)
            return
        }
        A64.sum(d, a, imm, i.width == .w64 ? A64.sf : 0).write(into: &out)
        if i.width == .w32 { out.u32(A64.signExtend32(d, d)) }
    }

    /// The immediate of a logical operation at the width of `i`, if one instruction can hold it.
    private static func logicalFields(_ imm: Int64, _ size: UInt32) -> UInt32? {
        size == 0 ? A64.logicalImmediate32(UInt32(truncatingIfNeeded: imm)) : A64.logicalImmediate(UInt64(bitPattern: imm))
    }

    static func andImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ size: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i)
        if imm == 0 {
            A64.constant(0, in: d).write(into: &out)
        } else if imm == -1 {
            move(i, d, a, into: &out)
        } else if let fields = logicalFields(imm, size) {
            narrow(i, d, A64.rr(size | A64.andImmediate | fields, d, a), into: &out)
        } else if imm > 0 && imm >> 32 == 0, let fields = A64.logicalImmediate32(UInt32(imm)) {
            // A mask that leaves nothing of the upper half is as good in a w register.
            narrow(i, d, A64.rr(A64.andImmediate | fields, d, a), into: &out)
        } else {
            A64.constant(imm, in: A64.x17).write(into: &out)
            narrow(i, d, A64.rrr(size | A64.and, d, a, A64.x17), into: &out)
        }
    }

    static func orImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ size: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i)
        if imm == 0 {
            move(i, d, a, into: &out)
        } else if imm == -1 {
            A64.constant(i.width == .u32 ? 0xFFFF_FFFF : -1, in: d).write(into: &out)
        } else if let fields = logicalFields(imm, size) {
            narrow(i, d, A64.rr(size | A64.orrImmediate | fields, d, a), into: &out)
        } else {
            A64.constant(imm, in: A64.x17).write(into: &out)
            narrow(i, d, A64.rrr(size | A64.orr, d, a, A64.x17), into: &out)
        }
    }

    static func xorImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ size: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i)
        if imm == 0 {
            move(i, d, a, into: &out)
        } else if imm == -1 {
            narrow(i, d, A64.rrr(size | A64.orn, d, A64.zr, a), into: &out)
        } else if let fields = logicalFields(imm, size) {
            narrow(i, d, A64.rr(size | A64.eorImmediate | fields, d, a), into: &out)
        } else {
            A64.constant(imm, in: A64.x17).write(into: &out)
            narrow(i, d, A64.rrr(size | A64.eor, d, a, A64.x17), into: &out)
        }
    }

    /// In 32 bits only the low half of the immediate counts; sign-extended it is 0 and -1 where it matters.
    @inline(__always)
    private static func effectiveImmediate(_ i: Instruction) -> Int64 {
        i.width == .w64 ? i.imm : Int64(Int32(truncatingIfNeeded: i.imm))
    }

    /// Products with 2^n, 2^n+1, 2^n-1 and their negatives are shifts and sums.
    static func multiplyImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, _ size: UInt32, into out: inout ByteBuffer) {
        let imm = effectiveImmediate(i)
        let bits = UInt64(bitPattern: imm)
        let negated = 0 &- bits
        if imm == 0 {
            A64.constant(0, in: d).write(into: &out)
        } else if isPowerOfTwo(bits) {
            var shift = i
            shift.op = .shli
            shift.imm = Int64(bits.trailingZeroBitCount)
            shiftImmediate(shift, d, a, into: &out)
        } else if isPowerOfTwo(negated) {
            narrow(i, d, A64.rrr(size | A64.sub | shifted(negated), d, A64.zr, a), into: &out)
        } else if isPowerOfTwo(bits &- 1) {
            narrow(i, d, A64.rrr(size | A64.add | shifted(bits &- 1), d, a, a), into: &out)
        } else if isPowerOfTwo(negated &+ 1) {
            narrow(i, d, A64.rrr(size | A64.sub | shifted(negated &+ 1), d, a, a), into: &out)
        } else if isPowerOfTwo(bits &+ 1) {
            let count = UInt32((bits &+ 1).trailingZeroBitCount)
            let top: UInt32 = size == 0 ? 31 : 63
            out.u32(A64.bitfield(A64.ubfm, size, A64.x17, a, rotate: (0 &- count) & top, last: top - count))
            narrow(i, d, A64.rrr(size | A64.sub, d, A64.x17, a), into: &out)
        } else {
            A64.constant(size == 0 ? imm & 0xFFFF_FFFF : imm, in: A64.x17).write(into: &out)
            narrow(i, d, A64.rrr(size | A64.mul, d, a, A64.x17), into: &out)
        }
    }

    private static func isPowerOfTwo(_ bits: UInt64) -> Bool { bits.nonzeroBitCount == 1 }

    /// The field that shifts the second operand left, to multiply it by a power of two.
    static func shifted(_ power: UInt64) -> UInt32 { UInt32(power.trailingZeroBitCount) << 10 }

    static func shiftImmediate(_ i: Instruction, _ d: UInt32, _ a: UInt32, into out: inout ByteBuffer) {
        let isWide = i.width == .w64
        let size = isWide ? A64.sf : 0
        let top: UInt32 = isWide ? 63 : 31
        let count = UInt32(truncatingIfNeeded: i.imm) & top
        if count == 0 {
            move(i, d, a, into: &out)
            return
        }
        switch i.op {
        case .shli:
            // In 64 bits the signed form moves the field up and extends it in one instruction.
            if i.width == .w32 {
                out.u32(A64.bitfield(A64.sbfm, A64.sf, d, a, rotate: 64 - count, last: 31 - count))
            } else {
                out.u32(A64.bitfield(A64.ubfm, size, d, a, rotate: top + 1 - count, last: top - count))
            }
        case .shri:
            out.u32(A64.bitfield(A64.ubfm, size, d, a, rotate: count, last: top))
        default:
            let result = i.width == .u32 ? 0 : A64.sf
            out.u32(A64.bitfield(A64.sbfm, result, d, a, rotate: count, last: top))
        }
    }

    static func compareAndSet(_ i: Instruction, _ d: UInt32, into out: inout ByteBuffer) {
        let comparison = A64Comparison(i)
        comparison.words.write(into: &out)
        out.u32(A64.set(d, comparison.condition))
    }

}

/// Comparisons: what sets the flags, and how a branch or a compare-and-set uses them.
struct A64Comparison {
    /// Sets the flags, constants included.
    var words: A64Words
    /// The machine's condition for "holds".
    var condition: UInt32

    /// For cmpset, bcc, selcc, cmpseti, bcci, selcci, fcmpset, fbcc.
    init(_ i: Instruction) {
        let a = AArch64.native(i.ra)
        let b = AArch64.native(i.rb)
        let size = i.width == .w64 ? A64.sf : 0
        words = A64Words()
        switch i.op {
        case .fcmpset, .fbcc:
            words.append(A64.rrr((i.width == .f32 ? 0 : A64.double) | A64.fcmp, 0, a, b))
            condition = A64Comparison.floatCondition(i.condition)
        case .cmpseti, .bcci, .selcci:
            let test = A64Comparison.normalized(i)
            condition = A64Comparison.integerCondition(test.condition)
            compare(a, test, size)
        default:
            words.append(A64.rrr(size | A64.subs, A64.zr, a, b))
            condition = A64Comparison.integerCondition(i.condition)
        }
    }

    private mutating func compare(_ a: UInt32, _ test: (condition: Condition, imm: Int64), _ size: UInt32) {
        if let word = A64Comparison.immediate(test.imm) {
            words.append(A64.rr(size | word, A64.zr, a))
        } else if let other = A64Comparison.neighbour(test.condition, test.imm, size: size),
                  let word = A64Comparison.immediate(other.imm) {
            words.append(A64.rr(size | word, A64.zr, a))
            condition = A64Comparison.integerCondition(other.condition)
        } else {
            words = A64.constant(size == 0 ? test.imm & 0xFFFF_FFFF : test.imm, in: A64.x17)
            words.append(A64.rrr(size | A64.subs, A64.zr, a, A64.x17))
        }
    }

    /// cmp or cmn with an immediate.
    private static func immediate(_ imm: Int64) -> UInt32? {
        if let fields = A64.arithmeticImmediate(imm) { return A64.subsImmediate | fields }
        if let fields = A64.arithmeticImmediate(0 &- imm) { return A64.addsImmediate | fields }
        return nil
    }

    /// The condition and immediate of cmpseti, bcci and selcci, turned into a comparison with 0 where one says the same.
    static func normalized(_ i: Instruction) -> (condition: Condition, imm: Int64) {
        let imm = i.width == .w64 ? i.imm : Int64(Int32(truncatingIfNeeded: i.imm))
        switch (i.condition, imm) {
        case (.lt, 1): return (.le, 0)
        case (.ge, 1): return (.gt, 0)
        case (.le, -1): return (.lt, 0)
        case (.gt, -1): return (.ge, 0)
        case (.ltu, 1), (.leu, 0): return (.eq, 0)
        case (.geu, 1), (.gtu, 0): return (.ne, 0)
        default: return (i.condition, imm)
        }
    }

    /// The same test against the next immediate: x < 4097 is x <= 4096.
    private static func neighbour(_ condition: Condition, _ imm: Int64, size: UInt32) -> (condition: Condition, imm: Int64)? {
        let least = size == 0 ? Int64(Int32.min) : Int64.min
        let most = size == 0 ? Int64(Int32.max) : Int64.max
        switch condition {
        case .lt where imm != least: return (.le, imm - 1)
        case .ge where imm != least: return (.gt, imm - 1)
        case .le where imm != most: return (.lt, imm + 1)
        case .gt where imm != most: return (.ge, imm + 1)
        case .ltu where imm != 0: return (.leu, imm &- 1)
        case .geu where imm != 0: return (.gtu, imm &- 1)
        case .leu where imm != -1: return (.ltu, imm &+ 1)
        case .gtu where imm != -1: return (.geu, imm &+ 1)
        default: return nil
        }
    }

    private static func integerCondition(_ condition: Condition) -> UInt32 {
        switch condition {
        case .eq: return A64.eq
        case .ne: return A64.ne
        case .lt, .nle: return A64.lt
        case .ge, .nlt: return A64.ge
        case .le: return A64.le
        case .gt: return A64.gt
        case .ltu: return A64.lo
        case .geu: return A64.hs
        case .leu: return A64.ls
        case .gtu: return A64.hi
        }
    }

    /// After fcmp an unordered pair has N and Z clear, C and V set.
    private static func floatCondition(_ condition: Condition) -> UInt32 {
        switch condition {
        case .eq: return A64.eq
        case .ne: return A64.ne
        case .lt, .ltu: return A64.mi
        case .le, .leu: return A64.ls
        case .gt, .gtu: return A64.gt
        case .ge, .geu: return A64.ge
        case .nlt: return A64.pl
        case .nle: return A64.hi
        }
    }
}
