/// The text of preprocessing tokens.
extension Preprocessor {
    /// The bytes of a token whose payload points at its text.
    func rawText(_ token: Token) -> UnsafeBufferPointer<UInt8> {
        let start = UnsafePointer<UInt8>(bitPattern: UInt(truncatingIfNeeded: token.payload))!
        let end: UnsafePointer<UInt8>
        switch token.kind {
        case .number: end = Lexer.endOfNumber(start, lexer.classes)
        case .rawString, .rawCharacter: end = Preprocessor.endOfLiteral(start)
        default:
            // A lone quote owns most of the rest of its line.
            if start.pointee == Byte.quote || start.pointee == Byte.apostrophe {
                var p = start
                while p.pointee != Byte.newline && p.pointee != 0 { p += 1 }
                end = Lexer.endOfBroken(start, lineEnd: p)
            } else {
                end = start + (UnicodeText.decode(start)?.length ?? 1)
            }
        }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    /// Behind the closing quote of a literal that is known to have one.
    static func endOfLiteral(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var p = start
        while p.pointee != Byte.quote && p.pointee != Byte.apostrophe { p += 1 }
        let quote = p.pointee
        p += 1
        while p.pointee != quote { p += p.pointee == Byte.backslash ? 2 : 1 }
        return p + 1
    }

    /// Appends a preprocessing token as the source has it.
    func appendSpelling(_ token: Token, to bytes: inout [UInt8]) {
        switch token.kind {
        case .identifier: bytes.append(contentsOf: names.bytes(token.name))
        case .number, .rawString, .rawCharacter, .other: bytes.append(contentsOf: rawText(token))
        default:
            bytes.append(contentsOf: (token.detail == Lexer.digraph ? digraphSpelling(token.kind) : token.kind.spelling).utf8)
        }
    }

    private func digraphSpelling(_ kind: TokenKind) -> String {
        switch kind {
        case .leftBracket: return "<:"
        case .rightBracket: return ":>"
        case .leftBrace: return "<%"
        case .rightBrace: return "%>"
        case .hash: return "%:"
        case .hashHash: return "%:%:"
        default: return kind.spelling
        }
    }

    /// For messages.
    func spelling(_ token: Token) -> String {
        var bytes: [UInt8] = []
        appendSpelling(token, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
