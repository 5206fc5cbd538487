/// Machine words of RV64GC, as the manual writes them, and their 2-byte forms.

/// Where words go: into the program, or into a count when only the length is wanted.
protocol RISCV64Sink {
    mutating func u16(_ value: UInt16)
    mutating func u32(_ value: UInt32)
}

extension ByteBuffer: RISCV64Sink {}

struct RISCV64Length: RISCV64Sink {
    var bytes = 0
    mutating func u16(_ value: UInt16) { bytes += 2 }
    mutating func u32(_ value: UInt32) { bytes += 4 }
}

extension RISCV64Sink {
    /// Appends a word in its shortest form. Code whose length must not depend on the value of an
    /// offset uses `u32` instead.
    @inline(__always)
    mutating func emit(_ word: UInt32) {
        let short = RISCV64Word.compressed(word)
        if short != 0 { u16(short) } else { u32(word) }
    }
}

/// A machine register's number: x0…x31 or f0…f31.
typealias RISCV64Register = UInt32

enum RISCV64Word {
    typealias Register = RISCV64Register

    // MARK: Formats

    @inline(__always)
    static func r(_ opcode: UInt32, _ function3: UInt32, _ function7: UInt32,
                  _ rd: Register, _ rs1: Register, _ rs2: Register) -> UInt32 {
        opcode | rd << 7 | function3 << 12 | rs1 << 15 | rs2 << 20 | function7 << 25
    }

    @inline(__always)
    static func i(_ opcode: UInt32, _ function3: UInt32, _ rd: Register, _ rs1: Register, _ imm: Int64) -> UInt32 {
        opcode | rd << 7 | function3 << 12 | rs1 << 15 | InstructionField.signed(imm, bits: 12) << 20
    }

    @inline(__always)
    static func s(_ opcode: UInt32, _ function3: UInt32, _ rs1: Register, _ rs2: Register, _ imm: Int64) -> UInt32 {
        let imm = InstructionField.signed(imm, bits: 12)
        return opcode | (imm & 0x1f) << 7 | function3 << 12 | rs1 << 15 | rs2 << 20 | (imm >> 5) << 25
    }

    // MARK: Integer instructions

    static func addi(_ rd: Register, _ rs: Register, _ imm: Int64) -> UInt32 { i(0x13, 0, rd, rs, imm) }
    static func addiw(_ rd: Register, _ rs: Register, _ imm: Int64) -> UInt32 { i(0x1b, 0, rd, rs, imm) }
    static func slti(_ rd: Register, _ rs: Register, _ imm: Int64) -> UInt32 { i(0x13, 2, rd, rs, imm) }
    static func sltiu(_ rd: Register, _ rs: Register, _ imm: Int64) -> UInt32 { i(0x13, 3, rd, rs, imm) }
    static func xori(_ rd: Register, _ rs: Register, _ imm: Int64) -> UInt32 { i(0x13, 4, rd, rs, imm) }
    static func ori(_ rd: Register, _ rs: Register, _ imm: Int64) -> UInt32 { i(0x13, 6, rd, rs, imm) }
    static func andi(_ rd: Register, _ rs: Register, _ imm: Int64) -> UInt32 { i(0x13, 7, rd, rs, imm) }

    static func slli(_ rd: Register, _ rs: Register, _ n: Int64) -> UInt32 { i(0x13, 1, rd, rs, n) }
    static func srli(_ rd: Register, _ rs: Register, _ n: Int64) -> UInt32 { i(0x13, 5, rd, rs, n) }
    static func srai(_ rd: Register, _ rs: Register, _ n: Int64) -> UInt32 { i(0x13, 5, rd, rs, n | 0x400) }
    static func slliw(_ rd: Register, _ rs: Register, _ n: Int64) -> UInt32 { i(0x1b, 1, rd, rs, n) }
    static func srliw(_ rd: Register, _ rs: Register, _ n: Int64) -> UInt32 { i(0x1b, 5, rd, rs, n) }
    static func sraiw(_ rd: Register, _ rs: Register, _ n: Int64) -> UInt32 { i(0x1b, 5, rd, rs, n | 0x400) }

    static func add(_ rd: Register, _ rs1: Register, _ rs2: Register) -> UInt32 { r(0x33, 0, 0, rd, rs1, rs2) }
    static func sub(_ rd: Register, _ rs1: Register, _ rs2: Register) -> UInt32 { r(0x33, 0, 0x20, rd, rs1, rs2) }
    static func subw(_ rd: Register, _ rs1: Register, _ rs2: Register) -> UInt32 { r(0x3b, 0, 0x20, rd, rs1, rs2) }
    static func slt(_ rd: Register, _ rs1: Register, _ rs2: Register) -> UInt32 { r(0x33, 2, 0, rd, rs1, rs2) }
    static func sltu(_ rd: Register, _ rs1: Register, _ rs2: Register) -> UInt32 { r(0x33, 3, 0, rd, rs1, rs2) }

    static func lui(_ rd: Register, _ high: Int64) -> UInt32 { 0x37 | rd << 7 | UInt32(truncatingIfNeeded: high) << 12 }
    static func auipc(_ rd: Register, _ high: Int64) -> UInt32 { 0x17 | rd << 7 | UInt32(truncatingIfNeeded: high) << 12 }

    static func ld(_ rd: Register, _ base: Register, _ offset: Int64) -> UInt32 { i(0x03, 3, rd, base, offset) }
    static func lwu(_ rd: Register, _ base: Register, _ offset: Int64) -> UInt32 { i(0x03, 6, rd, base, offset) }
    static func sd(_ rs: Register, _ base: Register, _ offset: Int64) -> UInt32 { s(0x23, 3, base, rs, offset) }
    static func fld(_ rd: Register, _ base: Register, _ offset: Int64) -> UInt32 { i(0x07, 3, rd, base, offset) }
    static func fsd(_ rs: Register, _ base: Register, _ offset: Int64) -> UInt32 { s(0x27, 3, base, rs, offset) }

    static func jalr(_ rd: Register, _ rs: Register, _ offset: Int64) -> UInt32 { i(0x67, 0, rd, rs, offset) }
    static let ecall: UInt32 = 0x73
    static let fencei: UInt32 = 0x100F

    static func jal(_ rd: Register, _ offset: Int64) -> UInt32 {
        let offset = UInt32(truncatingIfNeeded: offset)
        let low = (offset >> 1 & 0x3ff) << 21 | (offset >> 11 & 1) << 20
        let high = (offset >> 12 & 0xff) << 12 | (offset >> 20 & 1) << 31
        return 0x6f | rd << 7 | low | high
    }

    /// beq, bne, blt, bge, bltu, bgeu are function3 0, 1, 4, 5, 6, 7: the inverse differs in bit 0.
    static func branch(_ function3: UInt32, _ rs1: Register, _ rs2: Register, _ offset: Int64) -> UInt32 {
        let offset = UInt32(truncatingIfNeeded: offset)
        let low = (offset >> 1 & 0xf) << 8 | (offset >> 11 & 1) << 7
        let high = (offset >> 5 & 0x3f) << 25 | (offset >> 12 & 1) << 31
        return 0x63 | function3 << 12 | rs1 << 15 | rs2 << 20 | low | high
    }

    // MARK: 2-byte branches

    static func shortJump(_ offset: Int64) -> UInt16 {
        let offset = UInt32(truncatingIfNeeded: offset)
        let bits = (offset >> 11 & 1) << 12 | (offset >> 4 & 1) << 11 | (offset >> 8 & 3) << 9 | (offset >> 10 & 1) << 8
            | (offset >> 6 & 1) << 7 | (offset >> 7 & 1) << 6 | (offset >> 1 & 7) << 3 | (offset >> 5 & 1) << 2
        return UInt16(0xa001 | bits)
    }

    /// c.beqz (function3 0) and c.bnez (1); rs is one of x8…x15.
    static func shortBranch(_ function3: UInt32, _ rs: Register, _ offset: Int64) -> UInt16 {
        let offset = UInt32(truncatingIfNeeded: offset)
        let bits = (offset >> 8 & 1) << 12 | (offset >> 3 & 3) << 10 | (offset >> 6 & 3) << 5
            | (offset >> 1 & 3) << 3 | (offset >> 5 & 1) << 2
        return UInt16(0xc001 | function3 << 13 | (rs & 7) << 7 | bits)
    }

    /// All zeros is defined to be illegal.
    static let shortIllegal: UInt16 = 0x0000

    // MARK: Compression

    /// Whether most 2-byte instructions can name the register.
    @inline(__always)
    static func isCompact(_ register: Register) -> Bool { register & 0x18 == 8 }

    /// The 2-byte instruction that does the same as `word`, or 0. Branches are not looked at: their
    /// length is decided together with their distance.
    static func compressed(_ word: UInt32) -> UInt16 {
        let rd = word >> 7 & 31, rs1 = word >> 15 & 31, rs2 = word >> 20 & 31
        let function3 = word >> 12 & 7
        let imm = Int32(bitPattern: word) >> 20
        let fitsSix = imm >= -32 && imm < 32
        /// Bit 5 of imm at 12, bits 4…0 at 6…2, where most forms have it.
        var sixBits: UInt32 { (UInt32(bitPattern: imm) >> 5 & 1) << 12 | (UInt32(bitPattern: imm) & 31) << 2 }
        var short: UInt32 = 0

        switch word & 0x7f {
        case 0x13 where function3 == 0:  // addi
            if rs1 == 0 {
                if rd != 0 && fitsSix { short = 0x4001 | rd << 7 | sixBits }
            } else if rd == 0 {
                break
            } else if imm == 0 {
                short = 0x8002 | rd << 7 | rs1 << 2
            } else if rd == rs1 && fitsSix {
                short = 0x0001 | rd << 7 | sixBits
            } else if rs1 == 2 && rd == 2 && imm & 15 == 0 && imm >= -512 && imm < 512 {
                let n = UInt32(bitPattern: imm)
                short = 0x6101 | (n >> 9 & 1) << 12 | (n >> 4 & 1) << 6 | (n >> 6 & 1) << 5 | (n >> 7 & 3) << 3
                    | (n >> 5 & 1) << 2
            } else if rs1 == 2 && isCompact(rd) && imm & 3 == 0 && imm > 0 && imm < 1024 {
                let n = UInt32(bitPattern: imm)
                short = (n >> 4 & 3) << 11 | (n >> 6 & 15) << 7 | (n >> 2 & 1) << 6 | (n >> 3 & 1) << 5 | (rd & 7) << 2
            }
        case 0x13 where function3 == 1:  // slli
            if rd == rs1 && rd != 0 && imm != 0 { short = 0x0002 | rd << 7 | sixBits }
        case 0x13 where function3 == 5:  // srli, srai
            guard rd == rs1 && isCompact(rd) && imm & 63 != 0 else { break }
            short = 0x8001 | (imm & 0x400 != 0 ? 0x400 : 0) | (rd & 7) << 7 | sixBits
        case 0x13 where function3 == 7:  // andi
            if rd == rs1 && isCompact(rd) && fitsSix { short = 0x8801 | (rd & 7) << 7 | sixBits }
        case 0x1b where function3 == 0:  // addiw
            if rd == rs1 && rd != 0 && fitsSix { short = 0x2001 | rd << 7 | sixBits }
        case 0x37:  // lui
            let high = Int32(bitPattern: word) >> 12
            guard rd != 0 && rd != 2 && high != 0 && high >= -32 && high < 32 else { break }
            short = 0x6001 | rd << 7 | (UInt32(bitPattern: high) >> 5 & 1) << 12 | (UInt32(bitPattern: high) & 31) << 2
        case 0x33 where word >> 25 == 0 && function3 == 0:  // add
            guard rd != 0 && rs2 != 0 else { break }
            if rs1 == 0 {
                short = 0x8002 | rd << 7 | rs2 << 2
            } else if rd == rs1 {
                short = 0x9002 | rd << 7 | rs2 << 2
            } else if rd == rs2 {
                short = 0x9002 | rd << 7 | rs1 << 2
            }
        case 0x33 where word >> 25 == 0x20 && function3 == 0:  // sub
            short = arithmetic(0x8c01, rd, rs1, rs2, commutes: false)
        case 0x33 where word >> 25 == 0 && function3 == 4:  // xor
            short = arithmetic(0x8c21, rd, rs1, rs2, commutes: true)
        case 0x33 where word >> 25 == 0 && function3 == 6:  // or
            short = arithmetic(0x8c41, rd, rs1, rs2, commutes: true)
        case 0x33 where word >> 25 == 0 && function3 == 7:  // and
            short = arithmetic(0x8c61, rd, rs1, rs2, commutes: true)
        case 0x3b where word >> 25 == 0x20 && function3 == 0:  // subw
            short = arithmetic(0x9c01, rd, rs1, rs2, commutes: false)
        case 0x3b where word >> 25 == 0 && function3 == 0:  // addw
            short = arithmetic(0x9c21, rd, rs1, rs2, commutes: true)
        case 0x03 where function3 == 3 && rd != 0:  // ld
            short = memory8(rd, rs1, imm, fromStack: 0x6002, other: 0x6000, store: false)
        case 0x07 where function3 == 3:  // fld
            short = memory8(rd, rs1, imm, fromStack: 0x2002, other: 0x2000, store: false)
        case 0x23 where function3 == 3:  // sd
            short = memory8(rs2, rs1, imm & ~31 | Int32(rd), fromStack: 0xe002, other: 0xe000, store: true)
        case 0x27 where function3 == 3:  // fsd
            short = memory8(rs2, rs1, imm & ~31 | Int32(rd), fromStack: 0xa002, other: 0xa000, store: true)
        case 0x03 where function3 == 2 && rd != 0:  // lw
            short = memory4(rd, rs1, imm, fromStack: 0x4002, other: 0x4000, store: false)
        case 0x23 where function3 == 2:  // sw
            short = memory4(rs2, rs1, imm & ~31 | Int32(rd), fromStack: 0xc002, other: 0xc000, store: true)
        case 0x67 where imm == 0 && rs1 != 0 && rd < 2:  // jalr
            short = 0x8002 | rd << 12 | rs1 << 7
        default:
            break
        }
        return UInt16(truncatingIfNeeded: short)
    }

    @inline(__always)
    private static func arithmetic(_ pattern: UInt32, _ rd: Register, _ rs1: Register, _ rs2: Register,
                                   commutes: Bool) -> UInt32 {
        guard isCompact(rd) && isCompact(rs1) && isCompact(rs2) else { return 0 }
        if rd == rs1 { return pattern | (rd & 7) << 7 | (rs2 & 7) << 2 }
        if commutes && rd == rs2 { return pattern | (rd & 7) << 7 | (rs1 & 7) << 2 }
        return 0
    }

    @inline(__always)
    private static func memory8(_ value: Register, _ base: Register, _ offset: Int32,
                                fromStack: UInt32, other: UInt32, store: Bool) -> UInt32 {
        guard offset >= 0 && offset & 7 == 0 else { return 0 }
        let n = UInt32(offset)
        if base == 2 && n < 512 {
            if store { return fromStack | (n >> 3 & 7) << 10 | (n >> 6 & 7) << 7 | value << 2 }
            return fromStack | value << 7 | (n >> 5 & 1) << 12 | (n >> 3 & 3) << 5 | (n >> 6 & 7) << 2
        }
        guard isCompact(value) && isCompact(base) && n < 256 else { return 0 }
        return other | (n >> 3 & 7) << 10 | (base & 7) << 7 | (n >> 6 & 3) << 5 | (value & 7) << 2
    }

    @inline(__always)
    private static func memory4(_ value: Register, _ base: Register, _ offset: Int32,
                                fromStack: UInt32, other: UInt32, store: Bool) -> UInt32 {
        guard offset >= 0 && offset & 3 == 0 else { return 0 }
        let n = UInt32(offset)
        if base == 2 && n < 256 {
            if store { return fromStack | (n >> 2 & 15) << 9 | (n >> 6 & 3) << 7 | value << 2 }
            return fromStack | value << 7 | (n >> 5 & 1) << 12 | (n >> 2 & 7) << 4 | (n >> 6 & 3) << 2
        }
        guard isCompact(value) && isCompact(base) && n < 128 else { return 0 }
        return other | (n >> 3 & 7) << 10 | (base & 7) << 7 | (n >> 2 & 1) << 6 | (n >> 6 & 1) << 5 | (value & 7) << 2
    }
}
