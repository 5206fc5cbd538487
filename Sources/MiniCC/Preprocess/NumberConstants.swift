import Support

/// Integer and floating constants.
extension Preprocessor {
    /// Turns a .number token into an .integer or .floating one. False after an error; the token is then the
    /// integer 0.
    @discardableResult
    func convertNumber(_ token: UnsafeMutablePointer<Token>) -> Bool {
        let start = UnsafePointer<UInt8>(bitPattern: UInt(truncatingIfNeeded: token.pointee.payload))!
        // Most constants are a few decimal digits.
        var p = start
        var value: UInt64 = 0
        while Byte.isDigit(p.pointee) {
            value = value &* 10 &+ UInt64(p.pointee &- Byte.zero)
            p += 1
        }
        if lexer.classes[Int(p.pointee)] & CharacterClass.number == 0, p - start <= 18, start.pointee != Byte.zero || p - start == 1 {
            token.pointee.kind = .integer
            token.pointee.detail = UInt16(value <= 0x7FFF_FFFF ? IntegerConstantType.int.rawValue : IntegerConstantType.long.rawValue)
            token.pointee.payload = value
            return true
        }
        let text = rawText(token.pointee)
        if isFloating(text) { return convertFloating(token, text) }
        return convertInteger(token, text)
    }

    private func isFloating(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let isHexadecimal = text.count > 1 && text[0] == Byte.zero && text[1] | 32 == UInt8(ascii: "x")
        let isBinary = text.count > 1 && text[0] == Byte.zero && text[1] | 32 == UInt8(ascii: "b")
        for byte in text {
            if byte == UInt8(ascii: ".") { return true }
            if byte | 32 == (isHexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e")) { return !isBinary }
        }
        return false
    }

    private func reject(_ token: UnsafeMutablePointer<Token>, _ offset: Int, _ message: String) -> Bool {
        let location = token.pointee.location
        diagnostics.error(location.isMacro || offset == 0 ? location : location.advanced(by: offset), message)
        token.pointee.kind = .integer
        token.pointee.detail = 0
        token.pointee.payload = 0
        return false
    }

    // MARK: - Integers

    private func convertInteger(_ token: UnsafeMutablePointer<Token>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var base: UInt64 = 10
        var index = 0
        if text[0] == Byte.zero && text.count > 1 {
            if text[1] | 32 == UInt8(ascii: "x") {
                base = 16
                index = 2
            } else if text[1] | 32 == UInt8(ascii: "b") {
                base = 2
                index = 2
            } else {
                base = 8
                index = 1
            }
        }
        let firstDigit = index
        var value: UInt64 = 0
        var overflows = false
        while index < text.count, let digit = Byte.hexValue(text[index]), UInt64(digit) < max(base, 10) {
            if UInt64(digit) >= base {
                let kind = base == 8 ? "octal" : "binary"
                return reject(token, index, "invalid digit '\(digit)' in \(kind) constant")
            }
            let (product, tooLarge) = value.multipliedReportingOverflow(by: base)
            let (sum, carries) = product.addingReportingOverflow(UInt64(digit))
            overflows = overflows || tooLarge || carries
            value = sum
            index += 1
        }
        if index == firstDigit && base != 8 { return reject(token, 0, "the constant '\(string(text))' lacks digits") }
        guard let (isUnsigned, longs) = integerSuffix(text, from: index) else {
            let suffix = string(UnsafeBufferPointer(rebasing: text[index...]))
            return reject(token, index, "invalid suffix '\(suffix)' on integer constant")
        }
        if overflows { return reject(token, 0, "integer constant is too large: no type holds it") }

        var type: IntegerConstantType
        let isDecimal = base == 10
        if value <= 0x7FFF_FFFF {
            type = .int
        } else if value <= 0xFFFF_FFFF && !isDecimal {
            type = .unsignedInt
        } else if value <= 0x7FFF_FFFF_FFFF_FFFF {
            type = .long
        } else {
            if isDecimal && !isUnsigned {
                diagnostics.warning(.literalRange, token.pointee.location, "integer constant is so large that it is unsigned")
            }
            type = .unsignedLong
        }
        if isUnsigned { type = value <= 0xFFFF_FFFF ? .unsignedInt : .unsignedLong }
        let isUnsignedType = type == .unsignedInt || type == .unsignedLong
        if longs == 1 { type = isUnsignedType && (isUnsigned || value > 0x7FFF_FFFF_FFFF_FFFF) ? .unsignedLong : .long }
        if longs == 2 { type = isUnsignedType && (isUnsigned || value > 0x7FFF_FFFF_FFFF_FFFF) ? .unsignedLongLong : .longLong }
        token.pointee.kind = .integer
        token.pointee.detail = UInt16(type.rawValue)
        token.pointee.payload = value
        return true
    }

    /// Whether there is a u, and how many l; nil if the rest of the text is no suffix.
    private func integerSuffix(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> (isUnsigned: Bool, longs: Int)? {
        var index = start
        var isUnsigned = false
        var longs = 0
        while index < text.count {
            let byte = text[index]
            if byte | 32 == UInt8(ascii: "u") && !isUnsigned {
                isUnsigned = true
                index += 1
            } else if byte | 32 == UInt8(ascii: "l") && longs == 0 {
                // Both letters of ll are of one case.
                longs = index + 1 < text.count && text[index + 1] == byte ? 2 : 1
                index += longs
            } else {
                return nil
            }
        }
        return (isUnsigned, longs)
    }

    // MARK: - Floating point

    private func convertFloating(_ token: UnsafeMutablePointer<Token>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let isHexadecimal = text.count > 1 && text[0] == Byte.zero && text[1] | 32 == UInt8(ascii: "x")
        var index = isHexadecimal ? 2 : 0
        var digits = 0
        var significant: UInt64 = 0
        var scale = 0
        var seenPoint = false
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: ".") && !seenPoint {
                seenPoint = true
            } else if Byte.isDigit(byte) || isHexadecimal && Byte.hexValue(byte) != nil {
                digits += 1
                if !isHexadecimal && significant < 100_000_000_000_000_000 {
                    significant = significant * 10 + UInt64(byte &- Byte.zero)
                    if seenPoint { scale -= 1 }
                } else if !seenPoint {
                    scale += 1
                }
            } else {
                break
            }
            index += 1
        }
        if digits == 0 { return reject(token, 0, "the constant '\(string(text))' lacks digits") }
        var exponent = 0
        if index < text.count, text[index] | 32 == (isHexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e")) {
            index += 1
            var isNegative = false
            if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
                isNegative = text[index] == UInt8(ascii: "-")
                index += 1
            }
            let first = index
            while index < text.count, Byte.isDigit(text[index]) {
                if exponent < 100_000 { exponent = exponent * 10 + Int(text[index] &- Byte.zero) }
                index += 1
            }
            if index == first { return reject(token, 0, "the exponent of '\(string(text))' lacks digits") }
            if isNegative { exponent = -exponent }
        } else if isHexadecimal {
            return reject(token, 0, "a hexadecimal floating constant needs an exponent: p and a power of two")
        }
        let suffix = UnsafeBufferPointer(rebasing: text[index...])
        let type: FloatingConstantType
        switch suffix.count == 1 ? suffix[0] | 32 : suffix.isEmpty ? 0 : 1 {
        case 0: type = .double
        case UInt8(ascii: "f"): type = .float
        case UInt8(ascii: "l"): type = .longDouble
        case UInt8(ascii: "i"), UInt8(ascii: "j"):
            return reject(token, index, "imaginary constants are not supported")
        default:
            return reject(token, index, "invalid suffix '\(string(suffix))' on floating constant")
        }

        var value: Double
        let power = scale + exponent
        if !isHexadecimal && digits <= 15 && type != .float && abs(power) <= 22 {
            // Number and power of ten are both exact: one operation rounds once.
            value = power < 0 ? Double(significant) / Preprocessor.powersOfTen[-power] : Double(significant) * Preprocessor.powersOfTen[power]
        } else {
            value = Preprocessor.parse(text, upTo: index, asFloat: type == .float)
        }
        if value.isInfinite {
            let name = type == .float ? "float" : "double"
            diagnostics.warning(.literalRange, token.pointee.location, "floating constant is too large for type '\(name)'")
        }
        token.pointee.kind = .floating
        token.pointee.detail = UInt16(type.rawValue)
        token.pointee.payload = value.bitPattern
        return true
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    /// The C library rounds correctly in all cases.
    private static func parse(_ text: UnsafeBufferPointer<UInt8>, upTo length: Int, asFloat: Bool) -> Double {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: length + 1) { copy in
            for index in 0..<length { copy[index] = CChar(bitPattern: text[index]) }
            copy[length] = 0
            return asFloat ? Double(strtof(copy.baseAddress!, nil)) : strtod(copy.baseAddress!, nil)
        }
    }

    private func string(_ text: UnsafeBufferPointer<UInt8>) -> String { String(decoding: text, as: UTF8.self) }
}
