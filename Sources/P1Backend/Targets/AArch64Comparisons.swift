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

    static func integerCondition(_ condition: Condition) -> UInt32 {
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

/// A conditional branch before its distance is known.
struct A64Branch {
    /// What goes before the branch.
    var prefix: A64Words
    /// The branch, displacement 0.
    var word: UInt32
    /// Inverts the branch.
    var inversion: UInt32
    /// Bits of its signed displacement, counted in words.
    var reach: Int

    /// For bcc, bcci and fbcc.
    init(_ i: Instruction) {
        if i.op == .bcci {
            let test = A64Comparison.normalized(i)
            let size = i.width == .w64 ? A64.sf : 0
            let a = AArch64.native(i.ra)
            if test.imm == 0 && (test.condition == .eq || test.condition == .ne) {
                self.init(size | (test.condition == .eq ? A64.cbz : A64.cbnz) | a, inversion: 1 << 24, reach: 19)
                return
            }
            if test.imm == 0 && (test.condition == .lt || test.condition == .ge) {
                // Bit 63, or bit 31 of a w register; the sixth bit of the number stands where sf usually is.
                let word = size | (test.condition == .lt ? A64.tbnz : A64.tbz) | 31 << 19 | a
                self.init(word, inversion: 1 << 24, reach: 14)
                return
            }
        }
        let comparison = A64Comparison(i)
        self.init(A64.bCondition | comparison.condition, inversion: 1, reach: 19)
        prefix = comparison.words
    }

    private init(_ word: UInt32, inversion: UInt32, reach: Int) {
        prefix = A64Words()
        self.word = word
        self.inversion = inversion
        self.reach = reach
    }

    /// The branch over `distance` bytes, measured from the branch itself.
    func taken(_ distance: Int64) -> UInt32 { word | displacement(distance) }

    /// The branch that is taken when the condition does not hold.
    func skipping(_ distance: Int64) -> UInt32 { (word ^ inversion) | displacement(distance) }

    private func displacement(_ distance: Int64) -> UInt32 {
        (UInt32(truncatingIfNeeded: distance >> 2) & ((1 << UInt32(reach)) - 1)) << 5
    }
}
