/// Instructions that refer to a label, in their forms:
///
///     la                      0  mov r32, address     1  lea from rip     2  mov r64, address
///     loads and stores        0  at a distance from rip                   1  through rcx
///     branches                0  8-bit distance       1  32-bit distance
///     call                    0  32-bit distance
extension AMD64 {
    public static func formCount(_ i: Instruction) -> Int {
        switch i.op {
        case .la: return 3
        case .call: return 1
        default: return 2
        }
    }

    public static func size(_ i: Instruction, form: Int, frame: Int) -> Int {
        var code = AMD64Code()
        code.linked(i, form: form, frame: frame, at: 0, target: 0)
        return code.count
    }

    public static func reaches(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64) -> Bool {
        switch i.op {
        case .la where form == 0:
            return target &+ UInt64(bitPattern: i.imm) <= 0xFFFF_FFFF
        case .la where form == 1, .loadg where form == 0, .storeg where form == 0, .floadg where form == 0,
             .fstoreg where form == 0:
            let distance = distance(i, form: form, frame: frame, at: at, target: target &+ UInt64(bitPattern: i.imm))
            return Int32(exactly: distance) != nil
        case .la, .loadg, .storeg, .floadg, .fstoreg:
            return true
        default:
            let distance = distance(i, form: form, frame: frame, at: at, target: target)
            if form > 0 || i.op == .call { return Int32(exactly: distance) != nil }
            // Not equal or unordered is two jumps, the first of them two bytes before the other.
            let first = i.op == .fbcc && i.condition == .ne ? distance &+ 2 : distance
            return Int8(exactly: distance) != nil && Int8(exactly: first) != nil
        }
    }

    private static func distance(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64) -> Int64 {
        Int64(bitPattern: target &- at) &- Int64(size(i, form: form, frame: frame))
    }

    public static func encodeLinked(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64,
                                    into out: inout ByteBuffer) {
        var code = AMD64Code()
        code.linked(i, form: form, frame: frame, at: at, target: target)
        code.append(to: &out)
    }
}

extension AMD64Code {
    fileprivate mutating func linked(_ i: Instruction, form: Int, frame: Int, at: UInt64, target: UInt64) {
        let rd = native(i.rd)
        switch i.op {
        case .la:
            let address = target &+ UInt64(bitPattern: i.imm)
            switch form {
            case 0:
                loadAddress32(rd)
                i32(Int32(truncatingIfNeeded: address))
            case 1:
                ripForm(0x8D, wide: true, reg: rd, at: at, target: address)
            default:
                loadAddress64(rd, address)
            }
        case .loadg, .storeg, .floadg, .fstoreg:
            let address = target &+ UInt64(bitPattern: i.imm)
            let access = globalAccess(i)
            if form == 0 {
                ripForm(access.code, wide: access.wide, reg: rd, byte: access.byte, at: at, target: address)
            } else {
                loadAddress64(.rcx, address)
                memoryForm(access.code, wide: access.wide, reg: rd, Address(base: .rcx), byte: access.byte)
            }
        case .call:
            u8(0xE8)
            relative32(at: at, target: target)
        case .b:
            jump(form: form, at: at, target: target)
        case .tail:
            shrinkStack(by: AMD64Code.roundedFrame(frame))
            jump(form: form, at: at, target: target)
        case .bcc, .bcci, .fbcc:
            switch comparison(i) {
            case .code(let code):
                jump(code, form: form, at: at, target: target)
            case .equal:
                skipIfParity(over: form == 0 ? 2 : 6)
                jump(0x4, form: form, at: at, target: target)
            case .notEqual:
                jump(0xA, form: form, at: at, target: target)
                jump(0x5, form: form, at: at, target: target)
            }
        default:
            break
        }
    }

    /// The comparison of a conditional branch, and what to ask of the flags.
    fileprivate mutating func comparison(_ i: Instruction) -> FloatTest {
        let ra = native(i.ra), rb = native(i.rb)
        switch i.op {
        case .bcci:
            return .code(AMD64Code.conditionCode(compare(i.width, ra, immediate: i.imm, for: i.condition)))
        case .fbcc:
            return compareFloat(i.condition, i.width, ra, rb)
        default:
            compare(i.width, ra, rb)
            return .code(AMD64Code.conditionCode(i.condition))
        }
    }

    /// The opcode of a load or store; `byte` is the register that is used as a byte, if one is.
    private func globalAccess(_ i: Instruction) -> (code: UInt32, wide: Bool, byte: Native) {
        switch i.op {
        case .loadg:
            let form = AMD64Code.loadForm(i.memory)
            return (form.code, form.wide, 0)
        case .storeg:
            let form = AMD64Code.storeForm(i.memory)
            return (form.code, form.wide, i.memory.size == 1 ? native(i.rd) : 0)
        case .floadg: return (AMD64Code.loadFloatCode(i.width), false, 0)
        default: return (AMD64Code.storeFloatCode(i.width), false, 0)
        }
    }

    /// mov r32, …: the address follows.
    fileprivate mutating func loadAddress32(_ rd: Native) {
        if rd > 7 { u8(0x41) }
        u8(0xB8 | rd & 7)
    }

    /// Of fixed size, unlike loadImmediate.
    private mutating func loadAddress64(_ rd: Native, _ address: UInt64) {
        u8(0x48 | rd >> 3)
        u8(0xB8 | rd & 7)
        i64(Int64(bitPattern: address))
    }

    private mutating func jump(form: Int, at: UInt64, target: UInt64) {
        if form == 0 {
            u8(0xEB)
            relative8(at: at, target: target)
        } else {
            u8(0xE9)
            relative32(at: at, target: target)
        }
    }

    private mutating func jump(_ condition: UInt8, form: Int, at: UInt64, target: UInt64) {
        if form == 0 {
            u8(0x70 | condition)
            relative8(at: at, target: target)
        } else {
            u8(0x0F)
            u8(0x80 | condition)
            relative32(at: at, target: target)
        }
    }

    fileprivate mutating func skipIfParity(over size: UInt8) {
        u8(0x7A)
        u8(size)
    }

    private mutating func relative8(at: UInt64, target: UInt64) {
        u8(UInt8(truncatingIfNeeded: target &- (at &+ UInt64(count + 1))))
    }
}

// MARK: Text

extension AMD64 {
    public static func hex2Text(_ i: Instruction, frame: Int, label: String) -> String {
        var code = AMD64Code()
        switch i.op {
        case .la:
            code.loadAddress32(code.native(i.rd))
            var rest = AMD64Code()
            rest.addImmediate(.w64, rest.native(i.rd), rest.native(i.rd), i.imm)
            return line([code.hexText, "&" + label, rest.hexText])
        case .loadg, .storeg, .floadg, .fstoreg:
            code.loadAddress32(.r11)
            var access = AMD64Code()
            let rd = access.native(i.rd)
            let operand = access.address(.r11, offset: i.imm)
            switch i.op {
            case .loadg: access.load(i.memory, rd, at: operand)
            case .storeg: access.store(i.memory, rd, at: operand)
            case .floadg: access.loadFloat(i.width, rd, at: operand)
            default: access.storeFloat(i.width, rd, at: operand)
            }
            return line([code.hexText, "&" + label, access.hexText])
        case .call: return "E8 %" + label
        case .b: return "E9 %" + label
        case .tail:
            code.shrinkStack(by: AMD64Code.roundedFrame(frame))
            return line([code.hexText, "E9 %" + label])
        case .bcc, .bcci, .fbcc:
            switch code.comparison(i) {
            case .code(let condition):
                return line([code.hexText, "0F", hex(UInt64(0x80 | condition), digits: 2), "%" + label])
            case .equal:
                code.skipIfParity(over: 6)
                return line([code.hexText, "0F 84 %" + label])
            case .notEqual:
                return line([code.hexText, "0F 8A %" + label, "0F 85 %" + label])
            }
        default: return ""
        }
    }

    private static func line(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
}

extension AMD64Code {
    fileprivate var hexText: String {
        var out = ByteBuffer()
        append(to: &out)
        return out.digits(group: 1)
    }
}
