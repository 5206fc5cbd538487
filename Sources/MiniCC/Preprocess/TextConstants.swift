/// Character constants and string literals.
extension Preprocessor {
    /// One element of a literal: a character, or the number an escape gives.
    private enum Element {
        case scalar(UInt32)
        case code(UInt64)
        /// A byte that is not UTF-8, passed through in plain literals.
        case byte(UInt8)
    }

    /// Turns a .rawCharacter token into a .character one. False after an error.
    @discardableResult
    func convertCharacter(_ token: UnsafeMutablePointer<Token>) -> Bool {
        let text = rawText(token.pointee)
        let (encoding, prefix) = Preprocessor.encoding(text)
        var p = prefix + 1
        let end = text.count - 1
        var isFine = true
        var value: Int64 = 0
        if p >= end {
            diagnostics.error(token.pointee.location, "empty character constant")
            isFine = false
        }
        var count = 0
        var bytes: [UInt8] = []
        while p < end {
            guard let element = element(text, &p, end, token.pointee, encoding) else {
                isFine = false
                continue
            }
            count += 1
            switch encoding {
            case .plain:
                bytes.removeAll(keepingCapacity: true)
                append(element, .plain, token.pointee, to: &bytes)
                for byte in bytes { value = value << 8 | Int64(byte) }
                count += bytes.count - 1
            default:
                switch element {
                case .scalar(let scalar): value = Int64(scalar)
                case .code(let code): value = Int64(truncatingIfNeeded: code)
                case .byte(let byte): value = Int64(byte)
                }
            }
        }
        switch encoding {
        case .plain:
            if count == 1 {
                value = options.charIsSigned ? Int64(Int8(truncatingIfNeeded: value)) : value
            } else if count > 1 {
                if count > 4 {
                    diagnostics.warning(.multichar, token.pointee.location, "character constant is too long for its type")
                } else {
                    diagnostics.warning(.multichar, token.pointee.location, "multi-character character constant")
                }
                value = Int64(Int32(truncatingIfNeeded: value))
            }
        default:
            if count > 1 {
                diagnostics.error(token.pointee.location, "a character constant with a prefix holds one character only")
                isFine = false
            }
            let limit: Int64 = encoding == .utf8 ? 0xFF : encoding == .utf16 ? 0xFFFF : 0xFFFF_FFFF
            if isFine && value > limit {
                diagnostics.error(token.pointee.location, "the character is too large for its type")
                isFine = false
            }
            if encoding == .wide { value = Int64(Int32(truncatingIfNeeded: value)) }
        }
        token.pointee.kind = .character
        token.pointee.detail = UInt16(encoding.rawValue)
        token.pointee.payload = UInt64(bitPattern: isFine ? value : 0)
        return isFine
    }

    /// Joins adjacent string literals into one. The first token becomes the .string.
    func convertStrings(_ pieces: [Token], into token: UnsafeMutablePointer<Token>) {
        var encoding = LiteralEncoding.plain
        for piece in pieces {
            let own = Preprocessor.encoding(rawText(piece)).encoding
            if own == .plain || own == encoding { continue }
            if encoding == .plain {
                encoding = own
            } else {
                diagnostics.error(piece.location, "string literals with different prefixes cannot be joined")
            }
        }
        let start = strings.bytes.count
        for piece in pieces { decode(piece, as: encoding) }
        token.pointee = pieces[0]
        token.pointee.kind = .string
        token.pointee.detail = UInt16(encoding.rawValue)
        token.pointee.payload = UInt64(strings.finish(from: start, encoding: encoding))
    }

    private func decode(_ piece: Token, as encoding: LiteralEncoding) {
        let text = rawText(piece)
        var p = Preprocessor.encoding(text).prefix + 1
        let end = text.count - 1
        while p < end {
            if encoding.elementSize == 1 {
                // Everything but escapes is copied as it is.
                let from = p
                while p < end, text[p] != Byte.backslash { p += 1 }
                strings.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<p]))
                if p == end { break }
            }
            if let element = element(text, &p, end, piece, encoding) { append(element, encoding, piece, to: &strings.bytes) }
        }
    }

    private static func encoding(_ text: UnsafeBufferPointer<UInt8>) -> (encoding: LiteralEncoding, prefix: Int) {
        switch text[0] {
        case UInt8(ascii: "L"): return (.wide, 1)
        case UInt8(ascii: "U"): return (.utf32, 1)
        case UInt8(ascii: "u"): return text[1] == UInt8(ascii: "8") ? (.utf8, 2) : (.utf16, 1)
        default: return (.plain, 0)
        }
    }

    /// Where in the file a byte of a literal stands, if its text stands there as it is.
    private func place(_ token: Token, _ offset: Int) -> SourceLocation {
        let text = UnsafePointer<UInt8>(bitPattern: UInt(truncatingIfNeeded: token.payload))
        guard !token.location.isMacro, sources.text(at: token.location).baseAddress == text else { return token.location }
        return token.location.advanced(by: offset)
    }

    /// Reads a character or an escape. nil after an error.
    private func element(_ text: UnsafeBufferPointer<UInt8>, _ p: inout Int, _ end: Int, _ token: Token, _ encoding: LiteralEncoding) -> Element? {
        let start = p
        if text[p] != Byte.backslash {
            if text[p] < 0x80 {
                p += 1
                return .scalar(UInt32(text[start]))
            }
            guard let (scalar, length) = UnicodeText.decode(text.baseAddress! + p), p + length <= end else {
                p += 1
                if encoding.elementSize == 1 { return .byte(text[start]) }
                diagnostics.error(place(token, start), "this is not UTF-8, so it has no wide form")
                return nil
            }
            p += length
            return .scalar(scalar)
        }
        p += 1
        let letter = text[p]
        p += 1
        switch letter {
        case UInt8(ascii: "n"): return .code(10)
        case UInt8(ascii: "t"): return .code(9)
        case UInt8(ascii: "r"): return .code(13)
        case UInt8(ascii: "a"): return .code(7)
        case UInt8(ascii: "b"): return .code(8)
        case UInt8(ascii: "f"): return .code(12)
        case UInt8(ascii: "v"): return .code(11)
        case UInt8(ascii: "e"), UInt8(ascii: "E"): return .code(27)
        case Byte.backslash, Byte.quote, Byte.apostrophe, UInt8(ascii: "?"): return .code(UInt64(letter))
        case Byte.zero...UInt8(ascii: "7"):
            var value = UInt64(letter - Byte.zero)
            var digits = 1
            while digits < 3, p < end, text[p] & 0xF8 == Byte.zero {
                value = value * 8 + UInt64(text[p] - Byte.zero)
                p += 1
                digits += 1
            }
            return checked(value, token, start, encoding, "octal")
        case UInt8(ascii: "x"):
            var value: UInt64 = 0
            let first = p
            while p < end, let digit = Byte.hexValue(text[p]) {
                value = value >> 60 != 0 ? .max : value << 4 | UInt64(digit)
                p += 1
            }
            if p == first {
                diagnostics.error(place(token, start), "\\x is not followed by hexadecimal digits")
                return nil
            }
            return checked(value, token, start, encoding, "hexadecimal")
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let wanted = letter == UInt8(ascii: "u") ? 4 : 8
            var scalar: UInt32 = 0
            var digits = 0
            while digits < wanted, p < end, let digit = Byte.hexValue(text[p]) {
                scalar = scalar << 4 | digit
                p += 1
                digits += 1
            }
            if digits < wanted {
                diagnostics.error(place(token, start), "incomplete universal character name: \(wanted) hexadecimal digits are needed")
                return nil
            }
            if scalar > 0x10FFFF || scalar >= 0xD800 && scalar < 0xE000 {
                diagnostics.error(place(token, start), "the universal character name is no character")
                return nil
            }
            return .scalar(scalar)
        default:
            if letter >= 0x80 { p -= 1 }
            let shown = letter >= 0x80 ? "" : " '\\\(String(UnicodeScalar(letter)))'"
            diagnostics.warning(.unknownEscape, place(token, start), "unknown escape sequence\(shown)")
            if letter >= 0x80 { return element(text, &p, end, token, encoding) }
            return .code(UInt64(letter))
        }
    }

    private func checked(_ value: UInt64, _ token: Token, _ offset: Int, _ encoding: LiteralEncoding, _ kind: String) -> Element {
        let limit: UInt64 = encoding.elementSize == 1 ? 0xFF : encoding.elementSize == 2 ? 0xFFFF : 0xFFFF_FFFF
        if value > limit { diagnostics.error(place(token, offset), "\(kind) escape sequence is out of range") }
        return .code(value & limit)
    }

    private func append(_ element: Element, _ encoding: LiteralEncoding, _ token: Token, to bytes: inout [UInt8]) {
        func put(_ value: UInt32) {
            for index in 0..<encoding.elementSize { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(index * 8))) }
        }
        switch element {
        case .byte(let byte): bytes.append(byte)
        case .code(let code): put(UInt32(truncatingIfNeeded: code))
        case .scalar(let scalar):
            switch encoding {
            case .plain, .utf8: UnicodeText.append(scalar, to: &bytes)
            case .utf16 where scalar >= 0x10000:
                put(0xD800 + ((scalar - 0x10000) >> 10))
                put(0xDC00 + ((scalar - 0x10000) & 0x3FF))
            default: put(scalar)
            }
        }
    }
}
