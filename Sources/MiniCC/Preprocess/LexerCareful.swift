/// Tokens that a line splice runs through, and identifiers with universal character names or characters beyond
/// ASCII. Rare, so clarity goes before speed; each token still costs time in proportion to its length.
extension Lexer {
    /// Bytes of the line splice at `p`, 0 if there is none. Blanks between backslash and newline are let pass.
    func spliceLength(_ p: UnsafePointer<UInt8>) -> Int {
        guard p.pointee == Byte.backslash else { return 0 }
        var q = p + 1
        while classes[Int(q.pointee)] & CharacterClass.blank != 0 { q += 1 }
        return q.pointee == Byte.newline ? q + 1 - p : 0
    }

    func skipSplices(_ p: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var p = p
        while p.pointee == Byte.backslash {
            let length = spliceLength(p)
            if length == 0 { break }
            p += length
        }
        return p
    }

    /// The last byte before the splices that end with the newline at `newline`, or `newline` itself.
    func beforeSplices(_ newline: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var p = newline
        while p > limit, p.pointee == Byte.newline {
            var back = p - 1
            while back > limit, classes[Int(back.pointee)] & CharacterClass.blank != 0 { back -= 1 }
            guard back > limit, back.pointee == Byte.backslash else { return newline }
            p = back - 1
        }
        return p
    }

    /// A slash and, behind splices, the character that makes it a comment; where the comment's text begins.
    func splicedComment(_ slash: UnsafePointer<UInt8>) -> (start: UnsafePointer<UInt8>, isLine: Bool)? {
        let second = skipSplices(slash + 1)
        guard second.pointee == Byte.slash || second.pointee == Byte.star else { return nil }
        return (second + 1, second.pointee == Byte.slash)
    }

    mutating func carefulPunctuator(_ start: UnsafePointer<UInt8>, _ flags: TokenFlags, into token: UnsafeMutablePointer<Token>) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { bytes in
            var ends = (start, start, start, start)
            var p = start
            for index in 0..<4 {
                if index > 0 { p = skipSplices(p) }
                bytes.initializeElement(at: index, to: p.pointee)
                if p < end { p += 1 }
                switch index {
                case 0: ends.0 = p
                case 1: ends.1 = p
                case 2: ends.2 = p
                default: ends.3 = p
                }
            }
            let (kind, length) = Lexer.punctuator(at: UnsafePointer(bytes.baseAddress!))
            set(token, kind, flags, start, at: length == 1 ? ends.0 : length == 2 ? ends.1 : length == 3 ? ends.2 : ends.3)
            if kind.hasDigraph { markDigraph(token, start) }
        }
    }

    /// False if no identifier begins here. What follows a prefix like L may still be a literal.
    mutating func carefulIdentifier(_ start: UnsafePointer<UInt8>, _ flags: TokenFlags, into token: UnsafeMutablePointer<Token>) -> Bool {
        var text: [UInt8] = []
        var p = start
        while true {
            p = skipSplices(p)
            if classes[Int(p.pointee)] & CharacterClass.identifier != 0 {
                if text.isEmpty && Byte.isDigit(p.pointee) { return false }
                text.append(p.pointee)
                p += 1
            } else if let (scalar, length) = extendedCharacter(p), UnicodeText.isIdentifier(scalar, first: text.isEmpty) {
                UnicodeText.append(scalar, to: &text)
                p += length
            } else {
                break
            }
        }
        guard !text.isEmpty else { return false }
        if p.pointee == Byte.quote || p.pointee == Byte.apostrophe, text.count <= 2 {
            text.append(0)
            if text.withUnsafeBufferPointer({ Lexer.isLiteralPrefix($0.baseAddress!, text.count - 1) }) {
                carefulLiteral(start, flags, into: token)
                return true
            }
            text.removeLast()
        }
        token.pointee = Token(.identifier, flags: flags, location: location(start),
                              payload: UInt64(truncatingIfNeeded: text.withUnsafeBufferPointer { names.intern($0) }))
        cursor = p
        return true
    }

    /// The character beyond ASCII at `p`, written in UTF-8 or as \uXXXX or \UXXXXXXXX. Splices inside it are not looked for.
    private func extendedCharacter(_ p: UnsafePointer<UInt8>) -> (scalar: UInt32, length: Int)? {
        if p.pointee >= 0x80 { return UnicodeText.decode(p) }
        guard p.pointee == Byte.backslash else { return nil }
        let digits = p[1] == UInt8(ascii: "u") ? 4 : p[1] == UInt8(ascii: "U") ? 8 : 0
        guard digits > 0 else { return nil }
        var scalar: UInt32 = 0
        for index in 0..<digits {
            guard let digit = Byte.hexValue(p[2 + index]) else { return nil }
            scalar = scalar << 4 | digit
        }
        return scalar <= 0x10FFFF ? (scalar, 2 + digits) : nil
    }

    mutating func carefulNumber(_ start: UnsafePointer<UInt8>, _ flags: TokenFlags, into token: UnsafeMutablePointer<Token>) {
        var text: [UInt8] = []
        var p = start
        while true {
            p = skipSplices(p)
            let c = p.pointee
            if classes[Int(c)] & CharacterClass.number != 0 {
                text.append(c)
                p += 1
            } else if c == UInt8(ascii: "+") || c == UInt8(ascii: "-"), let last = text.last, Lexer.isExponent(last) {
                text.append(c)
                p += 1
            } else {
                break
            }
        }
        token.pointee = Token(.number, flags: flags, location: location(start), payload: UInt64(UInt(bitPattern: texts.add(text))))
        cursor = p
    }

    mutating func carefulLiteral(_ start: UnsafePointer<UInt8>, _ flags: TokenFlags, into token: UnsafeMutablePointer<Token>) {
        var text: [UInt8] = []
        var p = start
        while p.pointee != Byte.quote && p.pointee != Byte.apostrophe {
            text.append(p.pointee)
            p = skipSplices(p + 1)
        }
        let quote = p.pointee
        text.append(quote)
        p += 1
        while true {
            p = skipSplices(p)
            let c = p.pointee
            if c == Byte.newline || c == 0 && p >= end {
                unterminated(start, flags, end: p, into: token)
                return
            }
            text.append(c)
            p += 1
            if c == quote { break }
            if c == Byte.backslash {
                p = skipSplices(p)
                if p < end && p.pointee != Byte.newline {
                    text.append(p.pointee)
                    p += 1
                }
            }
        }
        token.pointee = Token(quote == Byte.quote ? .rawString : .rawCharacter, flags: flags, location: location(start),
                              payload: UInt64(UInt(bitPattern: texts.add(text))))
        cursor = p
    }
}

/// Texts of tokens that stand nowhere in a file as they are: pasted, stringified, or cleaned of splices. They
/// live as long as the compilation, each with zero bytes behind it.
final class TextArena {
    private var chunks: [UnsafeMutablePointer<UInt8>] = []
    private var next: UnsafeMutablePointer<UInt8>?
    private var left = 0

    deinit { for chunk in chunks { chunk.deallocate() } }

    func add(_ text: [UInt8]) -> UnsafePointer<UInt8> { text.withUnsafeBufferPointer { add($0) } }

    func add(_ text: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8> {
        let size = text.count + 8
        if left < size {
            left = max(size, 1 << 16)
            let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: left)
            chunks.append(chunk)
            next = chunk
        }
        let place = next!
        if let base = text.baseAddress { place.initialize(from: base, count: text.count) }
        (place + text.count).initialize(repeating: 0, count: 8)
        next = place + size
        left -= size
        return UnsafePointer(place)
    }
}
