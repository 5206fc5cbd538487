import Support

/// Cuts text into preprocessing tokens. The common case runs over plain bytes; whatever a line splice, a
/// universal character name or a character beyond ASCII touches is done by the careful functions in
/// LexerCareful.swift.
struct Lexer {
    /// Where the next token's white space begins.
    var cursor: UnsafePointer<UInt8>
    /// Behind the last byte; zero bytes follow.
    private(set) var end: UnsafePointer<UInt8>
    /// Address minus this = location.
    private var locationOffset: UInt32
    private var pendingFlags: TokenFlags = .startsLine
    /// In a directive: the newline is a token, and stays unread.
    var inDirective = false
    /// -std=c89 outside of system headers: the first `//` of a file is an error.
    var refusesLineComments = false

    /// -C: where comments go; nil if nobody wants them.
    unowned(unsafe) var comments: CommentList?

    let classes: UnsafePointer<UInt8>
    unowned(unsafe) let names: NameTable
    unowned(unsafe) let diagnostics: Diagnostics
    unowned(unsafe) let texts: TextArena

    init(text: UnsafePointer<UInt8>, count: Int, start: UInt32, classes: UnsafePointer<UInt8>, names: NameTable,
         diagnostics: Diagnostics, texts: TextArena) {
        cursor = text
        end = text + count
        locationOffset = UInt32(truncatingIfNeeded: UInt(bitPattern: text)) &- start
        self.classes = classes
        self.names = names
        self.diagnostics = diagnostics
        self.texts = texts
    }

    @inline(__always)
    func location(_ p: UnsafePointer<UInt8>) -> SourceLocation {
        SourceLocation(raw: UInt32(truncatingIfNeeded: UInt(bitPattern: p)) &- locationOffset)
    }

    // MARK: - Tokens

    /// Reads a token. Behind the end: .endOfFile, as often as asked.
    mutating func lex(into token: UnsafeMutablePointer<Token>) {
        var p = cursor
        var flags = pendingFlags
        pendingFlags = []
        while true {
            let start = p
            switch p.pointee {
            case 0x20, 0x09, 0x0B, 0x0C, 0x0D:
                p += 1
                flags.insert(.hasSpace)

            case Byte.newline:
                if inDirective {
                    set(token, .endOfLine, flags, start, at: start)
                    return
                }
                p += 1
                flags = .startsLine

            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "$"):
                p += 1
                while classes[Int(p.pointee)] & CharacterClass.identifier != 0 { p += 1 }
                let next = p.pointee
                if next == Byte.backslash || next >= 0x80 {
                    if carefulIdentifier(start, flags, into: token) { return }
                } else if next == Byte.quote || next == Byte.apostrophe, p - start <= 2, Lexer.isLiteralPrefix(start, p - start) {
                    literal(start, quoteAt: p, flags, into: token)
                    return
                }
                token.pointee = Token(.identifier, flags: flags, location: location(start),
                                      payload: UInt64(truncatingIfNeeded: names.intern(padded: start, length: p - start)))
                cursor = p
                return

            case Byte.zero...Byte.nine:
                number(start, flags, into: token)
                return

            case UInt8(ascii: "("): set(token, .leftParen, flags, start, at: p + 1); return
            case UInt8(ascii: ")"): set(token, .rightParen, flags, start, at: p + 1); return
            case UInt8(ascii: ","): set(token, .comma, flags, start, at: p + 1); return
            case UInt8(ascii: ";"): set(token, .semicolon, flags, start, at: p + 1); return
            case UInt8(ascii: "{"): set(token, .leftBrace, flags, start, at: p + 1); return
            case UInt8(ascii: "}"): set(token, .rightBrace, flags, start, at: p + 1); return
            case UInt8(ascii: "["): set(token, .leftBracket, flags, start, at: p + 1); return
            case UInt8(ascii: "]"): set(token, .rightBracket, flags, start, at: p + 1); return
            case UInt8(ascii: "?"): set(token, .question, flags, start, at: p + 1); return
            case UInt8(ascii: "~"): set(token, .tilde, flags, start, at: p + 1); return

            case UInt8(ascii: "/"):
                if p[1] == Byte.slash {
                    if refusesLineComments, !allowsLineComment(start) {
                        punctuator(start, flags, into: token)
                        return
                    }
                    p = skipLineComment(p + 2)
                    flags.insert(.hasSpace)
                    keepComment(start, p, flags)
                } else if p[1] == Byte.star {
                    p = skipBlockComment(p + 2, from: start)
                    flags.insert(.hasSpace)
                    keepComment(start, p, flags)
                } else if p[1] == Byte.backslash, let body = splicedComment(p) {
                    p = body.isLine ? skipLineComment(body.start) : skipBlockComment(body.start, from: start)
                    flags.insert(.hasSpace)
                    keepComment(start, p, flags)
                } else {
                    punctuator(start, flags, into: token)
                    return
                }

            case UInt8(ascii: "."):
                if Byte.isDigit(p[1]) || p[1] == Byte.backslash && Byte.isDigit(skipSplices(p + 1).pointee) {
                    number(start, flags, into: token)
                } else {
                    punctuator(start, flags, into: token)
                }
                return

            case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "+"),
                 UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"),
                 UInt8(ascii: "^"), UInt8(ascii: "|"):
                punctuator(start, flags, into: token)
                return

            case Byte.quote, Byte.apostrophe:
                literal(start, quoteAt: start, flags, into: token)
                return

            case Byte.backslash:
                let splice = spliceLength(p)
                if splice > 0 {
                    p += splice
                } else if carefulIdentifier(start, flags, into: token) {
                    return
                } else {
                    set(token, .other, flags, start, at: p + 1)
                    token.pointee.payload = UInt64(UInt(bitPattern: start))
                    return
                }

            case 0:
                if p >= end {
                    set(token, inDirective ? .endOfLine : .endOfFile, flags, start, at: start)
                    return
                }
                diagnostics.warning(.nullCharacter, location(p), "null character ignored")
                while p < end, p.pointee == 0 { p += 1 }
                flags.insert(.hasSpace)

            case 0x80...0xFF:
                if carefulIdentifier(start, flags, into: token) { return }
                // A byte order mark is no text.
                if p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF {
                    p += 3
                    continue
                }
                set(token, .other, flags, start, at: p + (UnicodeText.decode(p)?.length ?? 1))
                token.pointee.payload = UInt64(UInt(bitPattern: start))
                return

            default:
                set(token, .other, flags, start, at: p + 1)
                token.pointee.payload = UInt64(UInt(bitPattern: start))
                return
            }
        }
    }

    @inline(__always)
    mutating func set(_ token: UnsafeMutablePointer<Token>, _ kind: TokenKind, _ flags: TokenFlags, _ start: UnsafePointer<UInt8>,
                      at next: UnsafePointer<UInt8>) {
        token.pointee = Token(kind, flags: flags, location: location(start))
        cursor = next
    }

    /// The same token shall be read again.
    mutating func rewind(to cursor: UnsafePointer<UInt8>, flags: TokenFlags) {
        self.cursor = cursor
        pendingFlags = flags
    }

    // MARK: - Numbers and literals

    private mutating func number(_ start: UnsafePointer<UInt8>, _ flags: TokenFlags, into token: UnsafeMutablePointer<Token>) {
        let p = Lexer.endOfNumber(start, classes)
        if p.pointee == Byte.backslash || p.pointee >= 0x80 {
            carefulNumber(start, flags, into: token)
            return
        }
        token.pointee = Token(.number, flags: flags, location: location(start), payload: UInt64(UInt(bitPattern: start)))
        cursor = p
    }

    /// The end of the preprocessing number that begins at `start`: a sign belongs to it behind e, E, p and P.
    @inline(__always)
    static func endOfNumber(_ start: UnsafePointer<UInt8>, _ classes: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var p = start + 1
        while true {
            let c = p.pointee
            if classes[Int(c)] & CharacterClass.number != 0 {
                p += 1
            } else if c == UInt8(ascii: "+") || c == UInt8(ascii: "-"), Lexer.isExponent(p[-1]) {
                p += 1
            } else {
                return p
            }
        }
    }

    @inline(__always)
    static func isExponent(_ byte: UInt8) -> Bool {
        (byte | 32) == UInt8(ascii: "e") || (byte | 32) == UInt8(ascii: "p")
    }

    static func isLiteralPrefix(_ p: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let first = p[0]
        if length == 1 { return first == UInt8(ascii: "L") || first == UInt8(ascii: "u") || first == UInt8(ascii: "U") }
        return first == UInt8(ascii: "u") && p[1] == UInt8(ascii: "8")
    }

    private mutating func literal(_ start: UnsafePointer<UInt8>, quoteAt opening: UnsafePointer<UInt8>, _ flags: TokenFlags,
                                  into token: UnsafeMutablePointer<Token>) {
        let quote = opening.pointee
        var p = opening + 1
        while true {
            while classes[Int(p.pointee)] & CharacterClass.stopsLiteral == 0 { p += 1 }
            let c = p.pointee
            if c == quote { break }
            if c == Byte.backslash {
                // A splice is noticed at its newline.
                p += p[1] == Byte.newline ? 1 : 2
                if p > end { p = end }
            } else if c == Byte.newline || c == 0 && p >= end {
                var back = p - 1
                while back > start, classes[Int(back.pointee)] & CharacterClass.blank != 0 { back -= 1 }
                if c == Byte.newline && back.pointee == Byte.backslash {
                    carefulLiteral(start, flags, into: token)
                } else {
                    unterminated(start, flags, end: p, into: token)
                }
                return
            } else {
                p += 1
            }
        }
        token.pointee = Token(quote == Byte.quote ? .rawString : .rawCharacter, flags: flags, location: location(start),
                              payload: UInt64(UInt(bitPattern: start)))
        cursor = p + 1
    }

    /// The rest of the line is taken along, as it would only lead to more complaints, up to what closes its statement.
    mutating func unterminated(_ start: UnsafePointer<UInt8>, _ flags: TokenFlags, end: UnsafePointer<UInt8>,
                               into token: UnsafeMutablePointer<Token>) {
        set(token, .other, flags, start, at: Lexer.endOfBroken(start, lineEnd: end))
        let quoteAt = start.pointee == UInt8(ascii: "u") && start[1] == UInt8(ascii: "8") ? 2 : Lexer.isLiteralPrefix(start, 1) ? 1 : 0
        token.pointee.payload = UInt64(UInt(bitPattern: start + quoteAt))
    }

    static func endOfBroken(_ start: UnsafePointer<UInt8>, lineEnd: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var end = lineEnd
        while end > start + 1 {
            switch end[-1] {
            case UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: " "): end -= 1
            default: return end
            }
        }
        return end
    }

    // MARK: - Comments

    /// For -C; comments in directives go with them.
    @inline(__always)
    private func keepComment(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ flags: TokenFlags) {
        guard let comments, !inDirective else { return }
        comments.add(Comment(location: location(start), startsLine: flags.contains(.startsLine),
                             text: UnsafeBufferPointer(start: start, count: end - start)))
    }

    /// In old C `//*` is a division and a comment. Any other `//` is taken for the comment it is meant to be.
    private mutating func allowsLineComment(_ slash: UnsafePointer<UInt8>) -> Bool {
        if slash[2] == Byte.star { return false }
        refusesLineComments = false
        diagnostics.error(location(slash), "'//' comments are not part of C89 (reported once a file)")
        return true
    }

    func skipLineComment(_ from: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var p = from
        while p < end {
            guard let found = memchr(p, 10, end - p) else { return end }
            p = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
            var back = p - 1
            while back > from, classes[Int(back.pointee)] & CharacterClass.blank != 0 { back -= 1 }
            guard back >= from, back.pointee == Byte.backslash else { return p }
            diagnostics.warning(.comment, location(back), "multi-line // comment")
            p += 1
        }
        return end
    }

    func skipBlockComment(_ from: UnsafePointer<UInt8>, from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var p = from
        while p < end, let found = memchr(p, Int32(Byte.slash), end - p) {
            let slash = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
            p = slash + 1
            if slash > from {
                var back = slash - 1
                if back.pointee == Byte.newline { back = beforeSplices(back, limit: from) }
                if back >= from, back.pointee == Byte.star { return p }
            }
            if p.pointee == Byte.star { diagnostics.warning(.comment, location(slash), "'/*' within block comment") }
        }
        diagnostics.error(location(start), "unterminated /* comment")
        return end
    }
}

struct Comment {
    let location: SourceLocation
    let startsLine: Bool
    let text: UnsafeBufferPointer<UInt8>
}

/// Comments that wait to be written.
final class CommentList {
    private var waiting: [Comment] = []
    private var last = SourceLocation.none

    /// The beginning of a file is looked at twice.
    func add(_ comment: Comment) {
        if comment.location.raw == last.raw { return }
        last = comment.location
        waiting.append(comment)
    }

    func take() -> [Comment] {
        defer { waiting.removeAll(keepingCapacity: true) }
        return waiting
    }
}
