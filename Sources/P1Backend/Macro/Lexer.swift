/// Eight bytes: a position, and a kind with its payload (a word's number, a parameter's index).
struct Token {
    var position: UInt32
    private var bits: UInt32

    enum Kind: UInt8 {
        case word, string, newline
        case open              // ( after white space
        case openTouching      // ( directly behind a word: begins an argument list
        case close, comma, openBrace, closeBrace, paste
        // Only in macro bodies and their expansions:
        case parameter         // payload: its index
        case fresh             // a word with an @ behind its sigil: payload is the word
        case nothing           // an empty argument beside ##
        case end
    }

    @inline(__always)
    init(_ kind: Kind, _ payload: Int32 = 0, at position: UInt32) {
        self.position = position
        bits = UInt32(kind.rawValue) << 28 | UInt32(bitPattern: payload)
    }

    @inline(__always) var kind: Kind { unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 28), to: Kind.self) }
    @inline(__always) var payload: Int32 { Int32(bitPattern: bits & 0x0FFF_FFFF) }
}

/// A stack of tokens that the expander reads by index while it grows.
struct TokenStack {
    private(set) var base: UnsafeMutablePointer<Token>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 4096) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    func free() { base.deallocate() }

    @inline(__always)
    mutating func append(_ token: Token) {
        if count == capacity { grow(1) }
        base[count] = token
        count += 1
    }

    @inline(__always)
    mutating func append(from start: Int, to end: Int) {
        if count + end - start > capacity { grow(end - start) }
        (base + count).update(from: base + start, count: end - start)
        count += end - start
    }

    @inline(__always) subscript(index: Int) -> Token {
        get { base[index] }
        nonmutating set { base[index] = newValue }
    }

    @inline(__always) mutating func cut(to count: Int) { self.count = count }

    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }
}

/// What a character is to the lexer.
enum CharacterClass: UInt8 {
    case word, space, newline, special, quote, comment, rubbish

    static let all: [CharacterClass] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 10: return .newline
        case 9, 11, 12, 13, 32: return .space
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"): return .special
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quote
        case UInt8(ascii: "#"), UInt8(ascii: ";"): return .comment
        case 0..<32, 127: return .rubbish
        default: return .word
        }
    }
}

/// Characters to tokens, a piece of the file at a time, so that memory and cache hold some thousand tokens and not
/// the whole source. A piece ends with a line that nothing goes beyond: no parenthesis, brace or definition is open.
struct Lexer {
    private let words: WordTable
    private let diagnostics: Diagnostics
    let file: SourceText.File
    private let pieceSize: Int
    private let macroWord: Int32
    private let endWord: Int32
    /// Where the next piece begins.
    var position = 0
    private let end: Int
    private var isFinished = false
    /// Nothing is to be made of a file that is not text, so such a one is read to its end before anything else.
    let isSuspicious: Bool
    /// In hex2 nothing is pasted: # begins a comment wherever it stands.
    private let isHex2: Bool

    /// Pieces of at least `pieceSize` tokens, of the whole file or a part of it.
    init(words: WordTable, diagnostics: Diagnostics, file: SourceText.File, pieceSize: Int = 1 << 12, part: Range<Int>? = nil,
         isHex2: Bool = false) {
        self.isHex2 = isHex2
        self.words = words
        self.diagnostics = diagnostics
        self.file = file
        position = part?.lowerBound ?? 0
        end = part?.upperBound ?? file.bytes.count
        macroWord = words.macroWord
        endWord = words.endmWord
        isSuspicious = part == nil && file.bytes.withUnsafeBufferPointer { text in
            // Without branches, so that it runs over many bytes at a time.
            var found: UInt8 = 0
            for byte in text { found |= (byte < 32 ? 1 : 0) & (byte &- 9 > 4 ? 1 : 0) | (byte == 127 ? 1 : 0) }
            return found != 0
        }
        self.pieceSize = isSuspicious ? Int.max : pieceSize
    }

    /// Appends the tokens of the next piece, the file's last one ended by a newline and .end. False when there was
    /// none left; a file that is not text has none.
    mutating func next(into tokens: inout TokenStack) -> Bool {
        guard !isFinished else { return false }
        let start = tokens.count
        let isText = file.bytes.withUnsafeBufferPointer { text in
            CharacterClass.all.withUnsafeBufferPointer { classes in scan(text, classes, &tokens) }
        }
        if !isText { tokens.cut(to: start) }
        return isText
    }

    private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<CharacterClass>,
                               _ tokens: inout TokenStack) -> Bool {
        let start = file.start
        let end = end
        let full = pieceSize == Int.max ? Int.max : tokens.count + pieceSize
        var i = position
        var depth = 0
        var definitions = 0
        var rubbishReported = 0
        while i < end {
            let byte = text[i]
            switch classes[Int(byte)] {
            case .space:
                i += 1
            case .word:
                let first = i
                repeat { i += 1 } while i < end && classes[Int(text[i])] == .word
                let id = words.intern(UnsafeBufferPointer(rebasing: text[first..<i]))
                tokens.append(Token(.word, id, at: start + UInt32(first)))
                if id == macroWord { definitions += 1 }
                if id == endWord && definitions > 0 { definitions -= 1 }
                if i < end && text[i] == UInt8(ascii: "(") {
                    tokens.append(Token(.openTouching, at: start + UInt32(i)))
                    depth += 1
                    i += 1
                }
            case .newline:
                tokens.append(Token(.newline, at: start + UInt32(i)))
                i += 1
                if tokens.count >= full && depth == 0 && definitions == 0 && i < end
                    && classes[Int(text[i])] == .word {
                    position = i
                    return true
                }
            case .special:
                let kind: Token.Kind
                switch byte {
                case UInt8(ascii: "("): (kind, depth) = (.open, depth + 1)
                case UInt8(ascii: ")"): (kind, depth) = (.close, max(0, depth - 1))
                case UInt8(ascii: ","): kind = .comma
                case UInt8(ascii: "{"): (kind, depth) = (.openBrace, depth + 1)
                default: (kind, depth) = (.closeBrace, max(0, depth - 1))
                }
                tokens.append(Token(kind, at: start + UInt32(i)))
                i += 1
            case .quote:
                let first = i
                i += 1
                while i < end && text[i] != byte { i += text[i] == UInt8(ascii: "\\") ? 2 : 1 }
                guard i < end else {
                    diagnostics.error("this string is never closed", Origin(position: start + UInt32(first)))
                    i = end
                    continue
                }
                i += 1
                let id = words.intern(UnsafeBufferPointer(rebasing: text[first..<i]))
                tokens.append(Token(.string, id, at: start + UInt32(first)))
            case .comment:
                if byte == UInt8(ascii: "#") && i + 1 < end && text[i + 1] == byte && !isHex2
                    && !(definitions == 0 && PlainText(text: text, classes: classes).isFirstOfLine(i)) {
                    tokens.append(Token(.paste, at: start + UInt32(i)))
                    i += 2
                    continue
                }
                while i < end && text[i] != 10 { i += 1 }
            case .rubbish:
                rubbishReported += 1
                if rubbishReported <= 3 {
                    diagnostics.error("unexpected byte 0x\(hex(UInt64(byte), digits: 2)): is this a text file?",
                                      Origin(position: start + UInt32(i)))
                }
                i += 1
            }
        }
        tokens.append(Token(.newline, at: start + UInt32(end)))
        tokens.append(Token(.end, at: start + UInt32(end)))
        isFinished = true
        position = end
        return rubbishReported == 0
    }
}
