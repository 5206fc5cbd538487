/// One token, plain data of 16 bytes. What `payload` and `detail` mean depends on the kind; the accessors
/// below say it.
struct Token: Sendable {
    var kind: TokenKind
    var flags: TokenFlags
    var detail: UInt16
    var location: SourceLocation
    var payload: UInt64

    init(_ kind: TokenKind, flags: TokenFlags = [], detail: UInt16 = 0,
                           location: SourceLocation = .none, payload: UInt64 = 0) {
        self.kind = kind
        self.flags = flags
        self.detail = detail
        self.location = location
        self.payload = payload
    }

    /// .identifier, and every keyword (so that it can be named in messages).
    var name: Name { Name(truncatingIfNeeded: payload) }

    /// .integer: the value; its type is the first that holds it (C11 6.4.4.1), found already.
    var integerValue: UInt64 { payload }
    var integerType: IntegerConstantType { IntegerConstantType(rawValue: UInt8(truncatingIfNeeded: detail)) ?? .int }

    /// .floating: the value, rounded once from the text to the type's precision.
    var floatingValue: Double { Double(bitPattern: payload) }
    var floatingType: FloatingConstantType { FloatingConstantType(rawValue: UInt8(truncatingIfNeeded: detail)) ?? .double }

    /// .character: the value as the constant's type has it ('\xff' is -1), and the type by the prefix.
    var characterValue: Int64 { Int64(bitPattern: payload) }
    /// .character and .string: the prefix; adjacent strings have been joined and have one.
    var encoding: LiteralEncoding { LiteralEncoding(rawValue: UInt8(truncatingIfNeeded: detail)) ?? .plain }

    /// .string: index into `StringLiterals`.
    var stringIndex: Int { Int(truncatingIfNeeded: payload) }

    /// .pragmaPack: the alignment that structs get from here on, 0 for the natural one.
    var packAlignment: Int { Int(truncatingIfNeeded: payload) }
}

struct TokenFlags: OptionSet, Sendable {
    let rawValue: UInt8
    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first token of its line.
    static let startsLine = TokenFlags(rawValue: 1)
    /// White space or a comment stands before it.
    static let hasSpace = TokenFlags(rawValue: 2)
    /// The name of a macro that was met inside its own expansion: never to be expanded again.
    static let neverExpand = TokenFlags(rawValue: 4)
    /// In a macro's body: followed by ##.
    static let pasteNext = TokenFlags(rawValue: 8)
    /// In a macro's body: a ## that the argument lists of GNU C write before __VA_ARGS__, which drops the
    /// comma before it when there are no variable arguments.
    static let commaPaste = TokenFlags(rawValue: 16)
    /// Taken from a macro's expansion (-E needs to know that blanks there are not the source's own).
    static let fromMacro = TokenFlags(rawValue: 32)
}

enum IntegerConstantType: UInt8, Sendable { case int, unsignedInt, long, unsignedLong, longLong, unsignedLongLong }

enum FloatingConstantType: UInt8, Sendable { case float, double, longDouble }

/// The prefixes of character constants and string literals: none, u8, L, u, U.
enum LiteralEncoding: UInt8, Sendable {
    case plain, utf8, wide, utf16, utf32

    /// Bytes of one element: wchar_t is int.
    var elementSize: Int {
        switch self {
        case .plain, .utf8: return 1
        case .utf16: return 2
        case .wide, .utf32: return 4
        }
    }
}
