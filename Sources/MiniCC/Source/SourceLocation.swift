/// Where something stands: a number in one space of positions that holds every loaded file one after the
/// other from 1 up, and from 2^31 up every macro expansion. `SourceManager` says what a number means.
/// Four bytes, so that each token and each node of the tree can afford one.
public struct SourceLocation: Equatable, Hashable, Sendable {
    public var raw: UInt32

    @inlinable public init(raw: UInt32) { self.raw = raw }

    /// No place at all: messages about the command line, or about what the compiler made up itself.
    public static let none = SourceLocation(raw: 0)
    @inlinable public var isValid: Bool { raw != 0 }

    /// Inside the result of a macro expansion.
    @inlinable public var isMacro: Bool { raw >= SourceLocation.firstMacro }
    @usableFromInline static let firstMacro: UInt32 = 0x8000_0000

    @inlinable public func advanced(by bytes: Int) -> SourceLocation {
        SourceLocation(raw: raw &+ UInt32(truncatingIfNeeded: bytes))
    }
}

/// From the first byte of one token to the last byte of another: `end` is where the last token begins.
public struct SourceRange: Equatable, Sendable {
    public var start: SourceLocation
    public var end: SourceLocation

    @inlinable public init(_ start: SourceLocation, _ end: SourceLocation) {
        self.start = start
        self.end = end
    }

    /// One token.
    @inlinable public init(_ token: SourceLocation) { self.init(token, token) }
}
