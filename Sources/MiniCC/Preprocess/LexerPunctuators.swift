extension Lexer {
    /// A punctuator that may consist of several characters.
    mutating func punctuator(_ start: UnsafePointer<UInt8>, _ flags: TokenFlags, into token: UnsafeMutablePointer<Token>) {
        if start[1] == Byte.backslash || start[2] == Byte.backslash || start[3] == Byte.backslash {
            carefulPunctuator(start, flags, into: token)
            return
        }
        let (kind, length) = Lexer.punctuator(at: start)
        set(token, kind, flags, start, at: start + length)
        if kind.hasDigraph { markDigraph(token, start) }
    }

    /// `Token.detail` of a punctuator that is written as a digraph: only its spelling differs.
    static let digraph: UInt16 = 1

    func markDigraph(_ token: UnsafeMutablePointer<Token>, _ start: UnsafePointer<UInt8>) {
        if start.pointee != UInt8(ascii: "#") { token.pointee.detail = Lexer.digraph }
    }

    /// The longest punctuator that begins at `p`.
    @inline(__always)
    static func punctuator(at p: UnsafePointer<UInt8>) -> (kind: TokenKind, length: Int) {
        let next = p[1]
        let equals = next == UInt8(ascii: "=")
        switch p[0] {
        case UInt8(ascii: "."):
            return next == UInt8(ascii: ".") && p[2] == UInt8(ascii: ".") ? (.ellipsis, 3) : (.dot, 1)
        case UInt8(ascii: "-"):
            if next == UInt8(ascii: ">") { return (.arrow, 2) }
            return equals ? (.minusEqual, 2) : next == UInt8(ascii: "-") ? (.minusMinus, 2) : (.minus, 1)
        case UInt8(ascii: "+"):
            return equals ? (.plusEqual, 2) : next == UInt8(ascii: "+") ? (.plusPlus, 2) : (.plus, 1)
        case UInt8(ascii: "*"): return equals ? (.starEqual, 2) : (.star, 1)
        case UInt8(ascii: "/"): return equals ? (.slashEqual, 2) : (.slash, 1)
        case UInt8(ascii: "="): return equals ? (.equalEqual, 2) : (.equal, 1)
        case UInt8(ascii: "!"): return equals ? (.exclamationEqual, 2) : (.exclamation, 1)
        case UInt8(ascii: "^"): return equals ? (.caretEqual, 2) : (.caret, 1)
        case UInt8(ascii: "&"):
            return equals ? (.ampersandEqual, 2) : next == UInt8(ascii: "&") ? (.ampersandAmpersand, 2) : (.ampersand, 1)
        case UInt8(ascii: "|"):
            return equals ? (.pipeEqual, 2) : next == UInt8(ascii: "|") ? (.pipePipe, 2) : (.pipe, 1)
        case UInt8(ascii: "<"):
            if next == UInt8(ascii: "<") { return p[2] == UInt8(ascii: "=") ? (.lessLessEqual, 3) : (.lessLess, 2) }
            if next == UInt8(ascii: ":") { return (.leftBracket, 2) }
            if next == UInt8(ascii: "%") { return (.leftBrace, 2) }
            return equals ? (.lessEqual, 2) : (.less, 1)
        case UInt8(ascii: ">"):
            if next == UInt8(ascii: ">") { return p[2] == UInt8(ascii: "=") ? (.greaterGreaterEqual, 3) : (.greaterGreater, 2) }
            return equals ? (.greaterEqual, 2) : (.greater, 1)
        case UInt8(ascii: "%"):
            if next == UInt8(ascii: ">") { return (.rightBrace, 2) }
            if next == UInt8(ascii: ":") { return p[2] == UInt8(ascii: "%") && p[3] == UInt8(ascii: ":") ? (.hashHash, 4) : (.hash, 2) }
            return equals ? (.percentEqual, 2) : (.percent, 1)
        case UInt8(ascii: ":"): return next == UInt8(ascii: ">") ? (.rightBracket, 2) : (.colon, 1)
        case UInt8(ascii: "#"): return next == UInt8(ascii: "#") ? (.hashHash, 2) : (.hash, 1)
        default: return (.other, 1)
        }
    }
}

extension TokenKind {
    /// The kinds that the multi-character cases of the lexer give only to #, ## and digraphs.
    var hasDigraph: Bool {
        switch self {
        case .leftBracket, .rightBracket, .leftBrace, .rightBrace, .hash, .hashHash: return true
        default: return false
        }
    }
}
