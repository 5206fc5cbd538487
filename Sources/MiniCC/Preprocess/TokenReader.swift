/// The parser's view of the token stream: a pointer that walks over a buffer the preprocessor fills again and
/// again. `current` and the `lookahead` tokens behind it may be read at any time without a check; behind the
/// end of the file stand only .endOfFile tokens.
struct TokenReader {
    /// The token to be looked at now.
    private(set) var current: UnsafePointer<Token>
    private var refillMark: UnsafePointer<Token>
    private let source: Preprocessor

    /// How far `peek` may look.
    static let lookahead = 8

    init(_ source: Preprocessor) {
        self.source = source
        (current, refillMark) = source.fill(keeping: nil)
    }

    var kind: TokenKind { current.pointee.kind }
    var location: SourceLocation { current.pointee.location }

    /// The token `distance` behind the current one, at most `lookahead`.
    func peek(_ distance: Int = 1) -> TokenKind { current[distance].kind }

    /// Goes on to the next token; at the end of the file it stays.
    @inline(__always)
    mutating func advance() {
        current += 1
        if current >= refillMark { refill() }
    }

    private mutating func refill() {
        (current, refillMark) = source.fill(keeping: current)
    }
}
