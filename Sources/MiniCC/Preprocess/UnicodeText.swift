/// UTF-8 and universal character names.
enum UnicodeText {
    /// The code point that begins at `p`, and its bytes; nil when they are not UTF-8. Zero bytes behind the
    /// text end every sequence.
    static func decode(_ p: UnsafePointer<UInt8>) -> (scalar: UInt32, length: Int)? {
        let first = UInt32(p[0])
        func continuation(_ index: Int) -> UInt32? { p[index] & 0xC0 == 0x80 ? UInt32(p[index] & 0x3F) : nil }
        switch first {
        case 0..<0x80: return (first, 1)
        case 0xC2..<0xE0:
            guard let b = continuation(1) else { return nil }
            return ((first & 0x1F) << 6 | b, 2)
        case 0xE0..<0xF0:
            guard let b = continuation(1), let c = continuation(2) else { return nil }
            let scalar = (first & 0x0F) << 12 | b << 6 | c
            return scalar < 0x800 || scalar >= 0xD800 && scalar < 0xE000 ? nil : (scalar, 3)
        case 0xF0..<0xF5:
            guard let b = continuation(1), let c = continuation(2), let d = continuation(3) else { return nil }
            let scalar = (first & 0x07) << 18 | b << 12 | c << 6 | d
            return scalar < 0x10000 || scalar > 0x10FFFF ? nil : (scalar, 4)
        default: return nil
        }
    }

    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        default:
            bytes.append(UInt8(0xF0 | scalar >> 18 & 0x07))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
    }

    /// Whether a code point may be part of an identifier (C11 annex D), and whether it may begin one.
    static func isIdentifier(_ scalar: UInt32, first: Bool) -> Bool {
        switch scalar {
        case 0xA8, 0xAA, 0xAD, 0xAF, 0xB2...0xB5, 0xB7...0xBA, 0xBC...0xBE, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF,
             0x100...0x167F, 0x1681...0x180D, 0x180F...0x1FFF, 0x200B...0x200D, 0x202A...0x202E, 0x203F...0x2040, 0x2054,
             0x2060...0x206F, 0x2070...0x218F, 0x2460...0x24FF, 0x2776...0x2793, 0x2C00...0x2DFF, 0x2E80...0x2FFF,
             0x3004...0x3007, 0x3021...0x302F, 0x3031...0xD7FF, 0xF900...0xFD3D, 0xFD40...0xFDCF, 0xFDF0...0xFE44, 0xFE47...0xFFFD:
            break
        case 0x10000...0xEFFFD where scalar & 0xFFFF <= 0xFFFD:
            break
        default:
            return false
        }
        guard first else { return true }
        switch scalar {
        case 0x300...0x36F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: return false
        default: return true
        }
    }
}
