/// RISC-V's instructions that refer to labels, in forms of growing length and reach.
///
///     call, b, tail   2 bytes ±2 KiB (not call) · 4 bytes ±1 MiB · 8 bytes anywhere near or below 2 GiB
///     branches        2 bytes ±256 (against 0) · 4 bytes ±4 KiB · the inverse over each of the last two jumps
///     la, loadg, …    a pair of instructions · an 8-byte address in line
extension RISCV64 {
    public static func formCount(_ i: Instruction) -> Int {
        switch i.op {
        case .b, .tail: return 3
        case .bcc, .bcci, .fbcc: return 4 - firstBranchForm(i)
        default: return 2
        }
    }

    public static func size(_ i: Instruction, form: Int, frame: Int) -> Int {
        switch i.op {
        case .b: return jumpSize(form)
        case .tail: return leaveFrameSize(frame) + jumpSize(form)
        case .call: return form == 0 ? 4 : 8
        case .bcc, .bcci, .fbcc: return testSize(i) + branchSize(form + firstBranchForm(i), short: firstBranchForm(i) == 0)
        case .la: return form == 0 ? 8 : farAddressSize
        default: return form == 0 ? 8 : farAddressSize + 4
        }
    }

    public static func reaches(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64) -> Bool {
        switch i.op {
        case .b: return jumpReaches(form, from: at, target)
        case .tail: return jumpReaches(form, from: at &+ UInt64(leaveFrameSize(frame)), target)
        case .call: return jumpReaches(form + 1, from: at, target)
        case .bcc, .bcci, .fbcc:
            let first = firstBranchForm(i)
            let start = at &+ UInt64(testSize(i))
            switch form + first {
            case 0: return fits(target, from: start, bits: 9)
            case 1: return fits(target, from: start, bits: 13)
            default: return jumpReaches(form + first - 1, from: start &+ (first == 0 ? 2 : 4), target)
            }
        default:
            return form != 0 || addressPair(at, target &+ UInt64(bitPattern: i.imm)) != nil
        }
    }

    public static func encodeLinked(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64,
                                    into out: inout ByteBuffer) {
        switch i.op {
        case .b: jump(form, from: at, target, into: &out)
        case .tail:
            leaveFrame(frame, into: &out)
            jump(form, from: at &+ UInt64(leaveFrameSize(frame)), target, into: &out)
        case .call:
            if form == 0 { out.u32(Word.jal(link, distance(at, target))) } else { farJump(link, from: at, target, into: &out) }
        case .bcc, .bcci, .fbcc: branch(i, form: form, at: at, target: target, into: &out)
        default:
            let target = target &+ UInt64(bitPattern: i.imm)
            let temporary = addressRegister(i)
            guard form == 0, let pair = addressPair(at, target) else {
                farAddress(temporary, target, into: &out)
                if i.op != .la { out.u32(globalAccess(i, temporary, 0)) }
                return
            }
            out.u32(pair.upper(temporary))
            if i.op != .la {
                out.u32(globalAccess(i, temporary, pair.low))
            } else {
                out.u32(Word.addi(temporary, temporary, pair.low))
            }
        }
    }

    // MARK: Distances

    @inline(__always)
    private static func distance(_ from: UInt64, _ target: UInt64) -> Int64 { Int64(bitPattern: target &- from) }

    /// Whether the distance is a signed number of so many bits.
    @inline(__always)
    private static func fits(_ target: UInt64, from: UInt64, bits: Int64) -> Bool {
        let distance = distance(from, target)
        return distance == (distance << (64 - bits)) >> (64 - bits)
    }

    /// The first instruction of two that together make an address.
    private struct AddressPair {
        var isRelative: Bool
        var high: Int64
        /// For the second instruction, which adds it.
        var low: Int64

        func upper(_ rd: Native) -> UInt32 { isRelative ? Word.auipc(rd, high) : Word.lui(rd, high) }
    }

    /// Relative to `at` (the first instruction's address), or absolute: a weak symbol at 0 has to be
    /// in reach of a program that lies at 2 GiB.
    private static func addressPair(_ at: UInt64, _ target: UInt64) -> AddressPair? {
        var value = distance(at, target)
        let isRelative = isPair(value)
        if !isRelative { value = Int64(bitPattern: target) }
        guard isPair(value) else { return nil }
        return AddressPair(isRelative: isRelative, high: (value + 0x800) >> 12, low: lowTwelve(value))
    }

    private static func isPair(_ value: Int64) -> Bool { value >= -0x8000_0000 && value < 0x7fff_f800 }

    // MARK: Jumps: 2 bytes, 4 bytes, far

    private static func jumpSize(_ form: Int) -> Int { 2 << form }

    private static func jumpReaches(_ form: Int, from: UInt64, _ target: UInt64) -> Bool {
        switch form {
        case 0: return fits(target, from: from, bits: 12)
        case 1: return fits(target, from: from, bits: 21)
        default: return addressPair(from, target) != nil
        }
    }

    private static func jump(_ form: Int, from: UInt64, _ target: UInt64, into out: inout ByteBuffer) {
        switch form {
        case 0: out.u16(Word.shortJump(distance(from, target)))
        case 1: out.u32(Word.jal(zero, distance(from, target)))
        default: farJump(zero, from: from, target, into: &out)
        }
    }

    private static func farJump(_ returnTo: Native, from: UInt64, _ target: UInt64, into out: inout ByteBuffer) {
        let pair = addressPair(from, target) ?? AddressPair(isRelative: true, high: 0, low: 0)
        let register = returnTo == zero ? scratch : returnTo
        out.u32(pair.upper(register))
        out.u32(Word.jalr(returnTo, register, pair.low))
    }

    private static func leaveFrameSize(_ frame: Int) -> Int {
        var counter = RISCV64Length()
        leaveFrame(frame, into: &counter)
        return counter.bytes
    }

    // MARK: Conditional branches: 2 bytes, 4 bytes, over a 4-byte jump, over a far jump

    private typealias Test = (function3: UInt32, rs1: Native, rs2: Native)

    /// 0 where the branch has a 2-byte form, 1 where the series begins with 4 bytes.
    private static func firstBranchForm(_ i: Instruction) -> Int {
        guard i.op == .bcci && i.width == .w64 && Word.isCompact(native(i.ra)) else { return 1 }
        let (condition, imm) = simplified(i.condition, i.imm)
        return imm == 0 && (condition == .eq || condition == .ne) ? 0 : 1
    }

    private static func testSize(_ i: Instruction) -> Int {
        if i.width == .w64 && (i.op == .bcc || i.op == .bcci && i.imm == 0) { return 0 }
        var counter = RISCV64Length()
        _ = test(i, into: &counter)
        return counter.bytes
    }

    private static func branchSize(_ form: Int, short: Bool) -> Int {
        switch form {
        case 0: return 2
        case 1: return 4
        default: return (short ? 2 : 4) + jumpSize(form - 1)
        }
    }

    private static func branch(_ i: Instruction, form: Int, at: UInt64, target: UInt64, into out: inout ByteBuffer) {
        let start = out.count
        let (function3, rs1, rs2) = test(i, into: &out)
        let from = at &+ UInt64(out.count - start)
        let isShort = firstBranchForm(i) == 0
        let form = form + firstBranchForm(i)
        switch form {
        case 0: out.u16(Word.shortBranch(function3, rs1, distance(from, target)))
        case 1: out.u32(Word.branch(function3, rs1, rs2, distance(from, target)))
        default:
            let over = Int64(branchSize(form, short: isShort))
            if isShort {
                out.u16(Word.shortBranch(function3 ^ 1, rs1, over))
            } else {
                out.u32(Word.branch(function3 ^ 1, rs1, rs2, over))
            }
            jump(form - 1, from: from &+ (isShort ? 2 : 4), target, into: &out)
        }
    }

    /// The code before a branch, and what it has to compare.
    private static func test<Sink: RISCV64Sink>(_ i: Instruction, into out: inout Sink) -> Test {
        if i.op == .fbcc {
            return floatCompare(i, scratch, into: &out) ? (1, scratch, zero) : (0, scratch, zero)
        }
        var condition = i.condition
        var a = native(i.ra), b = native(i.rb)
        let narrow = i.width != .w64
        let isEquality = condition == .eq || condition == .ne

        if i.op == .bcci {
            let imm: Int64
            (condition, imm) = simplified(condition, narrow ? Int64(Int32(truncatingIfNeeded: i.imm)) : i.imm)
            if narrow && (condition == .eq || condition == .ne) && imm > -2048 && imm <= 2048 {
                out.emit(Word.addiw(scratch, a, -imm))
                return (condition == .eq ? 0 : 1, scratch, zero)
            }
            if narrow {
                out.emit(Word.addiw(scratch, a, 0))
                a = scratch
            }
            b = imm == 0 ? zero : scratch2
            if imm != 0 { loadImmediate(scratch2, imm, into: &out) }
        } else if narrow && isEquality {
            out.emit(Word.subw(scratch, a, b))
            (a, b) = (scratch, zero)
        } else if narrow {
            out.emit(Word.addiw(scratch, a, 0))
            out.emit(Word.addiw(scratch2, b, 0))
            (a, b) = (scratch, scratch2)
        }

        switch condition {
        case .eq: return (0, a, b)
        case .ne: return (1, a, b)
        case .lt: return (4, a, b)
        case .ge, .nlt: return (5, a, b)
        case .gt, .nle: return (4, b, a)
        case .le: return (5, b, a)
        case .ltu: return (6, a, b)
        case .geu: return (7, a, b)
        case .gtu: return (6, b, a)
        case .leu: return (7, b, a)
        }
    }

    /// The same comparison against 0, where there is one: 0 is in a register already.
    @inline(__always)
    private static func simplified(_ condition: Condition, _ imm: Int64) -> (Condition, Int64) {
        switch (condition, imm) {
        case (.lt, 1): return (.le, 0)
        case (.ge, 1): return (.gt, 0)
        case (.le, -1): return (.lt, 0)
        case (.gt, -1): return (.ge, 0)
        case (.ltu, 1), (.leu, 0): return (.eq, 0)
        case (.geu, 1), (.gtu, 0): return (.ne, 0)
        default: return (condition, imm)
        }
    }

    // MARK: Addresses and global variables

    /// The register an address is made in: the destination, unless that is a float or holds the value to store.
    private static func addressRegister(_ i: Instruction) -> Native {
        i.op == .la || i.op == .loadg ? native(i.rd) : scratch
    }

    private static func globalAccess(_ i: Instruction, _ base: Native, _ offset: Int64) -> UInt32 {
        switch i.op {
        case .loadg: return load(i.memory, native(i.rd), base, offset)
        case .storeg: return store(i.memory, native(i.rd), base, offset)
        case .floadg: return floatLoad(i.width, nativeFloat(i.rd), base, offset)
        default: return floatStore(i.width, nativeFloat(i.rd), base, offset)
        }
    }

    private static let farAddressSize = 20

    private static func farAddress(_ rd: Native, _ target: UInt64, into out: inout ByteBuffer) {
        out.u32(Word.auipc(rd, 0))
        out.u32(Word.ld(rd, rd, 12))
        out.u32(Word.jal(zero, 12))
        out.u64(target)
    }

    // MARK: hex2++ text

    /// Every address is a 4-byte word in line: relative references of hex2++ cannot be spread over the
    /// bit fields of RISC-V's instructions.
    public static func hex2Text(_ i: Instruction, frame: Int, label: String) -> String {
        var before = ByteBuffer()
        switch i.op {
        case .b: return hex2Jump(label)
        case .tail:
            leaveFrame(frame, into: &before)
            return hex2(before) + " " + hex2Jump(label)
        case .call:
            before.u32(Word.jalr(link, scratch, 0))
            return hex2Address(scratch, label) + " " + hex2(before)
        case .bcc, .bcci, .fbcc:
            let (function3, rs1, rs2) = test(i, into: &before)
            before.u32(Word.branch(function3 ^ 1, rs1, rs2, 4 + 16))
            return hex2(before) + " " + hex2Jump(label)
        case .la:
            addImmediate(native(i.rd), native(i.rd), i.imm, width: .w64, into: &before)
            return hex2Address(native(i.rd), label) + (before.count == 0 ? "" : " " + hex2(before))
        default:
            let register = addressRegister(i)
            let (base, offset) = address(register, i.imm, temporary: scratch2, into: &before)
            before.u32(globalAccess(i, base, offset))
            return hex2Address(register, label) + " " + hex2(before)
        }
    }

    private static func hex2Address(_ rd: Native, _ label: String) -> String {
        var code = ByteBuffer()
        code.u32(Word.auipc(rd, 0))
        code.u32(Word.lwu(rd, rd, 12))
        code.u32(Word.jal(zero, 8))
        return hex2(code) + " &" + label
    }

    /// 16 bytes.
    private static func hex2Jump(_ label: String) -> String {
        var code = ByteBuffer()
        code.u32(Word.auipc(scratch, 0))
        code.u32(Word.lwu(scratch, scratch, 12))
        code.u32(Word.jalr(zero, scratch, 0))
        return hex2(code) + " &" + label
    }

    private static func hex2(_ code: ByteBuffer) -> String { code.digits(group: 1) }
}
