/// Where something stands: a number in one space of positions that holds every loaded file one after the
/// other from 1 up, and from 2^31 up every macro expansion. `SourceManager` says what a number means.
/// Four bytes, so that each token and each node of the tree can afford one.
struct SourceLocation: Equatable, Hashable, Sendable {
    var raw: UInt32

    init(raw: UInt32) { self.raw = raw }

    /// No place at all: messages about the command line, or about what the compiler made up itself.
    static let none = SourceLocation(raw: 0)
    var isValid: Bool { raw != 0 }

    /// Inside the result of a macro expansion.
    var isMacro: Bool { raw >= SourceLocation.firstMacro }
    @usableFromInline static let firstMacro: UInt32 = 0x8000_0000

    func advanced(by bytes: Int) -> SourceLocation {
        SourceLocation(raw: raw &+ UInt32(truncatingIfNeeded: bytes))
    }
}

/// From the first byte of one token to the last byte of another: `end` is where the last token begins.
struct SourceRange: Equatable, Sendable {
    var start: SourceLocation
    var end: SourceLocation

    init(_ start: SourceLocation, _ end: SourceLocation) {
        self.start = start
        self.end = end
    }

    /// One token.
    init(_ token: SourceLocation) { self.init(token, token) }
}
