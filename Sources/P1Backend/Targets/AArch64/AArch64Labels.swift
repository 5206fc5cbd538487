/// AArch64 instructions whose bytes depend on where a label lies, in their forms from short to far-reaching.
extension AArch64 {
    /// How an address gets into a register or into an instruction's address field.
    private enum Address {
        /// pc-relative load, ±1 MiB
        case literal
        /// adr, ±1 MiB
        case near
        /// adrp, and the low 12 bits in the load or store itself: ±4 GiB, aligned to the operand
        case page
        /// adrp and add, ±4 GiB
        case pageSum
        /// movz and three movk
        case absolute
    }

    private static func addresses(_ i: Instruction) -> [Address] {
        switch i.op {
        case .la: return laForms
        case .loadg, .floadg:
            return i.op == .floadg || i.memory == .d64 || i.memory == .u32 || i.memory == .s32 ? wordLoadForms : accessForms
        default: return accessForms
        }
    }

    private static let laForms: [Address] = [.near, .pageSum, .absolute]
    private static let wordLoadForms: [Address] = [.literal, .page, .pageSum, .absolute]
    private static let accessForms: [Address] = [.page, .pageSum, .absolute]

    public static func formCount(_ i: Instruction) -> Int {
        switch i.op {
        case .la, .loadg, .storeg, .floadg, .fstoreg: return addresses(i).count
        case .bcc, .bcci, .fbcc: return 1 + jumpForms
        case .b, .call, .tail: return jumpForms
        default: return 1
        }
    }

    /// b and bl reach ±128 MiB; then adrp, add, br (±4 GiB); then movz, movk three times, br.
    private static let jumpForms = 3

    private static func jumpSize(form: Int) -> Int { form == 0 ? 4 : form == 1 ? 12 : 20 }

    public static func size(_ i: Instruction, form: Int, frame: Int) -> Int {
        switch i.op {
        case .b, .call: return jumpSize(form: form)
        case .tail: return leave(frame).count * 4 + jumpSize(form: form)
        case .bcc, .bcci, .fbcc:
            let prefix = A64Branch(i).prefix.count * 4
            // In the far forms a jump stands behind the inverted branch.
            return form == 0 ? prefix + 4 : prefix + 4 + jumpSize(form: form - 1)
        case .la, .loadg, .storeg, .floadg, .fstoreg:
            let operation = i.op == .la ? 0 : 4
            switch addresses(i)[form] {
            case .literal, .near: return 4
            case .page: return 8
            case .pageSum: return 8 + operation
            case .absolute: return 16 + operation
            }
        default: return 0
        }
    }

    public static func reaches(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64) -> Bool {
        switch i.op {
        case .b, .call: return jumpReaches(form: form, at: at, target: target)
        case .tail: return jumpReaches(form: form, at: at &+ UInt64(leave(frame).count * 4), target: target)
        case .bcc, .bcci, .fbcc:
            let branch = A64Branch(i)
            let at = at &+ UInt64(branch.prefix.count * 4)
            if form > 0 { return jumpReaches(form: form - 1, at: at &+ 4, target: target) }
            return fits(distance(at, target), bits: branch.reach + 2) && target & 3 == 0
        case .la, .loadg, .storeg, .floadg, .fstoreg:
            let address = target &+ UInt64(bitPattern: i.imm)
            switch addresses(i)[form] {
            case .literal: return fits(distance(at, address), bits: 21) && address & 3 == 0
            case .near: return fits(distance(at, address), bits: 21)
            case .page:
                guard let access = A64Access(i) else { return false }
                return pageReaches(at: at, target: address) && access.scales(Int64(address & 0xFFF))
            case .pageSum: return pageReaches(at: at, target: address)
            case .absolute: return true
            }
        default: return true
        }
    }

    private static func jumpReaches(form: Int, at: UInt64, target: UInt64) -> Bool {
        switch form {
        case 0: return fits(distance(at, target), bits: 28) && target & 3 == 0
        case 1: return pageReaches(at: at, target: target)
        default: return true
        }
    }

    private static func pageReaches(at: UInt64, target: UInt64) -> Bool {
        fits(distance(at & ~0xFFF, target & ~0xFFF), bits: 33)
    }

    private static func distance(_ at: UInt64, _ target: UInt64) -> Int64 { Int64(bitPattern: target &- at) }

    private static func fits(_ value: Int64, bits: Int) -> Bool { value >> Int64(bits - 1) == value >> 63 }

    public static func encodeLinked(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64,
                                    into out: inout ByteBuffer) {
        switch i.op {
        case .b: jump(form: form, at: at, target: target, call: false, into: &out)
        case .call: jump(form: form, at: at, target: target, call: true, into: &out)
        case .tail:
            let words = leave(frame)
            words.write(into: &out)
            jump(form: form, at: at &+ UInt64(words.count * 4), target: target, call: false, into: &out)
        case .bcc, .bcci, .fbcc:
            let branch = A64Branch(i)
            branch.prefix.write(into: &out)
            let at = at &+ UInt64(branch.prefix.count * 4)
            if form == 0 {
                out.u32(branch.taken(distance(at, target)))
            } else {
                out.u32(branch.skipping(Int64(4 + jumpSize(form: form - 1))))
                jump(form: form - 1, at: at &+ 4, target: target, call: false, into: &out)
            }
        case .la:
            let form = addresses(i)[form]
            address(native(i.rd), form, at: at, target: target &+ UInt64(bitPattern: i.imm), into: &out)
        case .loadg, .storeg, .floadg, .fstoreg:
            guard let access = A64Access(i) else { return }
            let target = target &+ UInt64(bitPattern: i.imm)
            let form = addresses(i)[form]
            if case .literal = form, let literal = access.literal {
                out.u32(literal | (UInt32(truncatingIfNeeded: distance(at, target) >> 2) & 0x7FFFF) << 5 | native(i.rd))
                return
            }
            address(A64.x16, form, at: at, target: target, into: &out)
            if case .page = form {
                out.u32(access.scaled(native(i.rd), A64.x16, Int64(target & 0xFFF)))
            } else {
                out.u32(access.scaled(native(i.rd), A64.x16, 0))
            }
        default: break
        }
    }

    private static func jump(form: Int, at: UInt64, target: UInt64, call: Bool, into out: inout ByteBuffer) {
        if form == 0 {
            out.u32((call ? A64.bl : A64.b) | UInt32(truncatingIfNeeded: distance(at, target) >> 2) & 0x3FF_FFFF)
            return
        }
        address(A64.x16, form == 1 ? .pageSum : .absolute, at: at, target: target, into: &out)
        out.u32((call ? A64.blr : A64.br) | A64.x16 << 5)
    }

    /// d = target, except in the page form, where the low 12 bits are still missing.
    private static func address(_ d: UInt32, _ form: Address, at: UInt64, target: UInt64, into out: inout ByteBuffer) {
        switch form {
        case .literal, .near:
            out.u32(A64.adr | relative(distance(at, target)) | d)
        case .page, .pageSum:
            out.u32(A64.adrp | relative(distance(at & ~0xFFF, target & ~0xFFF) >> 12) | d)
            if case .pageSum = form {
                out.u32(A64.rr(A64.sf | A64.addImmediate | UInt32(target & 0xFFF) << 10, d, d))
            }
        case .absolute:
            for k in 0..<4 as Range<UInt32> {
                let half = UInt32(truncatingIfNeeded: target >> UInt64(16 * k)) & 0xFFFF
                out.u32(A64.sf | (k == 0 ? A64.movz : A64.movk) | k << 21 | half << 5 | d)
            }
        }
    }

    /// The 21-bit displacement of adr and adrp: the two lowest bits stand apart.
    private static func relative(_ value: Int64) -> UInt32 {
        let bits = UInt32(truncatingIfNeeded: value)
        return (bits & 3) << 29 | (bits >> 2 & 0x7FFFF) << 5
    }

    // MARK: Text for hex2++

    /// The label's address comes from a word in the code itself, which any hex2 can fill in: it knows no
    /// bit fields of an instruction.
    public static func hex2Text(_ i: Instruction, frame: Int, label: String) -> String {
        var out = ByteBuffer()
        switch i.op {
        case .la:
            let text = literal(native(i.rd), label)
            if i.imm != 0 { A64.sum(native(i.rd), native(i.rd), i.imm).write(into: &out) }
            return joined(text, hex(out))
        case .loadg, .storeg, .floadg, .fstoreg:
            guard let access = A64Access(i) else { return "" }
            access.write(native(i.rd), A64.x16, i.imm, into: &out)
            return joined(literal(A64.x16, label), hex(out))
        case .b:
            return farJump(label)
        case .tail:
            leave(frame).write(into: &out)
            return joined(hex(out), farJump(label))
        case .call:
            out.u32(loadLiteral(A64.x16, distance: 12))
            out.u32(A64.blr | A64.x16 << 5)
            out.u32(A64.b | 2)
            return joined(hex(out), "&" + label)
        case .bcc, .bcci, .fbcc:
            let branch = A64Branch(i)
            branch.prefix.write(into: &out)
            out.u32(branch.skipping(16))
            return joined(hex(out), farJump(label))
        default:
            return ""
        }
    }

    /// d = the 32-bit word `distance` bytes further on.
    private static func loadLiteral(_ d: UInt32, distance: UInt32) -> UInt32 { 0x1800_0000 | distance << 3 | d }

    /// d = the label's address; the word stands behind a branch over it.
    private static func literal(_ d: UInt32, _ label: String) -> String {
        var out = ByteBuffer()
        out.u32(loadLiteral(d, distance: 8))
        out.u32(A64.b | 2)
        return joined(hex(out), "&" + label)
    }

    private static func farJump(_ label: String) -> String {
        var out = ByteBuffer()
        out.u32(loadLiteral(A64.x16, distance: 8))
        out.u32(A64.br | A64.x16 << 5)
        return joined(hex(out), "&" + label)
    }

    private static func joined(_ first: String, _ second: String) -> String {
        first.isEmpty ? second : second.isEmpty ? first : first + " " + second
    }

    /// Eight digits for every instruction.
    private static func hex(_ code: ByteBuffer) -> String { code.digits(group: 4) }
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
