import P1Backend
import Support

/// Reads tokens, makes typed trees of them and says what is wrong with the program. Declarations,
/// statements and expressions stand in files of their own; here is what they share.
struct Parser: ~Copyable {
    let names: NameTable
    let diagnostics: Diagnostics
    let strings: StringLiterals
    let options: LanguageOptions

    var tokens: TokenReader
    /// Where the token before the current one begins.
    var previous = SourceLocation.none

    var types: TypeTable
    var scopes = Scopes()
    var tree = Tree()
    /// Objects in static storage whose contents are known, in order of definition.
    var statics: [StaticObject] = []
    var function = FunctionContext()
    /// File-scope asm, constructor lists and the like do not exist; what the unit defines is here, in order.
    var definitions: [SymbolID] = []

    /// Children of lists that are being parsed; each list owns the end of it from its mark on.
    var stack: [NodeID] = []
    var declaratorParts: [DeclaratorPart] = []
    var parameterStack: [Parameter] = []
    /// Sizes of arrays of variable length to be computed where their declarator stands.
    var pendingBinds: [NodeID] = []
    var pack: Int32 = 0
    var depth: Int32 = 0
    var hiddenCount: Int32 = 0
    /// > 0: inside sizeof, typeof and the like, where nothing is evaluated.
    var unevaluated = 0
    /// > 0: inside an operand of `?:`, `&&` or `||` that a constant condition leaves out.
    var leftOut = 0
    /// Whether a computation that goes wrong here would be made.
    var isComputed: Bool { unevaluated == 0 && leftOut == 0 }
    var lastSyntaxError = SourceLocation.none
    var localLabels: [(label: LabelID, depth: Int32)] = []
    /// Values of the enumeration that was read last.
    var enumerationRange: (lowest: Int64, highest: UInt64) = (0, 0)
    /// attribute((aligned)) of the type name that was read last.
    var typeNameAlignment: Int32 = 0
    /// Undeclared names are reported once a function.
    var undeclared: [Name: SymbolID] = [:]
    let wellKnown: WellKnownNames

    static let maximumDepth: Int32 = 1500

    init(_ preprocessor: Preprocessor, options: LanguageOptions = LanguageOptions()) {
        names = preprocessor.names
        diagnostics = preprocessor.diagnostics
        strings = preprocessor.strings
        self.options = options
        wellKnown = WellKnownNames(names)
        types = TypeTable(charIsUnsigned: options.charIsUnsigned)
        tokens = TokenReader(preprocessor)
        takePragmas()
    }

    // MARK: Tokens

    @inline(__always) var kind: TokenKind { tokens.kind }
    @inline(__always) var location: SourceLocation { tokens.location }
    @inline(__always) var token: Token { tokens.current.pointee }

    @inline(__always)
    mutating func advance() {
        previous = tokens.location
        tokens.advance()
        if tokens.kind == .pragmaPack { takePragmas() }
    }

    private mutating func takePragmas() {
        while tokens.kind == .pragmaPack {
            pack = Int32(truncatingIfNeeded: token.packAlignment)
            tokens.advance()
        }
    }

    @inline(__always)
    mutating func accept(_ kind: TokenKind) -> Bool {
        if tokens.kind != kind { return false }
        advance()
        return true
    }

    /// The token, or an error that names it and says where it is missing: "after expression".
    @discardableResult
    mutating func expect(_ kind: TokenKind, _ place: StaticString) -> Bool {
        if tokens.kind == kind {
            advance()
            return true
        }
        syntaxError("expected '\(kind.spelling)' \(place)", afterPrevious: kind == .semicolon || kind == .rightParen && startsLine)
        return false
    }

    /// A closing bracket, with a note where the opening one stands.
    mutating func expectClosing(_ kind: TokenKind, opened: SourceLocation) {
        if tokens.kind == kind {
            advance()
            return
        }
        let opening = kind == .rightParen ? "(" : kind == .rightBracket ? "[" : "{"
        if syntaxError("expected '\(kind.spelling)'") { diagnostics.note(opened, "to match this '\(opening)'") }
    }

    private var startsLine: Bool { token.flags.contains(.startsLine) }

    // MARK: Errors

    /// An error at the current token; only the first at each token is reported.
    @discardableResult
    mutating func syntaxError(_ message: String, afterPrevious: Bool = false) -> Bool {
        if lastSyntaxError == location { return false }
        lastSyntaxError = location
        // A literal without end: that was reported.
        if kind == .other { return false }
        let place = afterPrevious && previous.isValid && !previous.isMacro ? endOfPrevious() : location
        diagnostics.error(place, message)
        return true
    }

    func error(_ location: SourceLocation, _ message: @autoclosure () -> String) {
        diagnostics.error(location, message())
    }

    func warn(_ warning: Warning, _ location: SourceLocation, _ message: @autoclosure () -> String) {
        diagnostics.warning(warning, location, message())
    }

    private func endOfPrevious() -> SourceLocation {
        let text = diagnostics.sources.text(at: previous)
        return previous.advanced(by: tokenLength(text))
    }

    /// What the current token is called in a message.
    func describeToken() -> String {
        switch kind {
        case .endOfFile: return "end of file"
        case .identifier: return "'\(names.string(token.name))'"
        case .integer, .floating: return "number"
        case .character: return "character constant"
        case .string: return "string literal"
        default: return kind.isKeyword ? "'\(names.string(token.name))'" : "'\(kind.spelling)'"
        }
    }

    func describe(_ type: TypeID) -> String { "'\(types.describe(type, names))'" }

    /// One level deeper; false, with an error, when the program is nested beyond reason.
    mutating func descend() -> Bool {
        depth += 1
        if depth < Parser.maximumDepth { return true }
        diagnostics.fatal(location, "nesting is too deep; the limit is \(Parser.maximumDepth) levels")
        return false
    }

    /// After a syntax error: goes to the end of the statement or declaration, past whole blocks, and stops
    /// before a `}` that closes what is open around.
    mutating func skipToEndOfStatement() {
        var open = 0
        while kind != .endOfFile {
            switch kind {
            case .semicolon where open == 0:
                advance()
                return
            case .leftBrace, .leftParen, .leftBracket:
                open += 1
            case .rightBrace:
                if open == 0 { return }
                open -= 1
                if open == 0 {
                    advance()
                    return
                }
            case .rightParen, .rightBracket:
                if open > 0 { open -= 1 }
            default:
                // A statement keyword at the start of a line inside a parenthesis: the parenthesis was never closed.
                if startsLine && isStatementKeyword { return }
            }
            advance()
        }
    }

    private var isStatementKeyword: Bool {
        switch kind {
        case .kwIf, .kwWhile, .kwFor, .kwDo, .kwReturn, .kwSwitch, .kwCase, .kwDefault, .kwBreak, .kwContinue, .kwGoto,
             .kwTypedef, .kwStatic, .kwExtern: return true
        default: return false
        }
    }

    // MARK: Nodes

    @inline(__always)
    mutating func make(_ kind: NodeKind, _ location: SourceLocation, type: TypeID = .void, a: NodeID = .none, b: NodeID = .none,
                       c: NodeID = .none, value: Int64 = 0, detail: UInt8 = 0, flags: NodeFlags = []) -> NodeID {
        tree.nodes.append(Node(kind: kind, detail: detail, flags: flags, type: type, location: location, a: a, b: b, c: c,
                               value: value))
    }

    mutating func invalid(_ location: SourceLocation) -> NodeID {
        make(.invalid, location, type: .invalid)
    }

    @inline(__always) func type(_ node: NodeID) -> TypeID { tree[node].type }

    /// A variable of the compiler's own.
    mutating func hiddenVariable(_ type: TypeID, _ location: SourceLocation) -> SymbolID {
        hiddenCount += 1
        var symbol = Symbol(kind: .object, flags: [.hidden, .used, .maybeUnused], name: -1, type: type, location: location)
        symbol.depth = scopes.depth
        let id = scopes.add(symbol)
        if function.isOpen { function.locals.append(id) }
        return id
    }
}

/// What the command line says about the language.
public struct LanguageOptions: Sendable {
    /// -funsigned-char
    public var charIsUnsigned = false
    /// -fno-builtin, -ffreestanding: library functions have no special meaning.
    public var hasLibrary = true
    /// -fno-builtin-NAME: functions that are called like any other.
    public var ordinaryFunctions: [String] = []
    /// -std=c89 and gnu89: `inline` and implicit declarations as they were.
    public var isC89 = false
    /// -std=c23 and gnu23: `auto` without a type, `true`, `false` and `nullptr`.
    public var isC23 = false
    public init() {}
}

/// The function whose body is being parsed.
struct FunctionContext {
    var isOpen = false
    var symbol: SymbolID = .none
    var type = TypeID.invalid
    /// Objects with automatic storage, the hidden ones included.
    var locals: [SymbolID] = []
    var labels: [LabelID] = []
    var usesSetjmp = false
    /// The string that __func__ means, once somebody used it.
    var nameSymbol: SymbolID = .none
    var loops = 0
    var breakables = 0
    var switches: [OpenSwitch] = []
    /// The innermost variable with a cleanup, number in the tree's `cleanups`, or -1.
    var cleanup: Int32 = -1
}

/// A switch statement whose body is being parsed.
struct OpenSwitch {
    var number: Int32
    var cases: [Int32] = []
}

/// A function with its body, ready to be lowered.
struct FunctionDefinition {
    var symbol: SymbolID
    var parameters: [SymbolID]
    /// As the caller passes them: differs from their own types in an old-style definition.
    var passed: [TypeID]
    var locals: [SymbolID]
    var body: NodeID
    /// Sizes of parameters that are pointers to arrays of variable length: to be computed first.
    var prologue: [NodeID]
    var usesSetjmp: Bool
    var end: SourceLocation
}

/// Names that mean something to the compiler though they are no keywords.
struct WellKnownNames {
    let alloca: Name
    let main: Name
    let vaList: Name
    let setjmp: [Name]
    let noReturn: [Name]
    private let variadics: [Variadic]

    /// A function that old programs call without a prototype.
    struct Variadic {
        let name: Name
        let fixedParameters: Int32
        let format: Format
        enum Format { case none, printf, scanf }
    }

    init(_ names: NameTable) {
        alloca = names.intern("alloca")
        main = names.intern("main")
        vaList = names.intern("__builtin_va_list")
        setjmp = ["setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp"].map { names.intern($0) }
        noReturn = ["exit", "abort", "_exit", "_Exit", "longjmp"].map { names.intern($0) }
        let all: [(String, Int32, Variadic.Format)] = [
            ("printf", 1, .printf), ("fprintf", 2, .printf), ("sprintf", 2, .printf), ("snprintf", 3, .printf), ("dprintf", 2, .printf),
            ("scanf", 1, .scanf), ("fscanf", 2, .scanf), ("sscanf", 2, .scanf),
            ("open", 2, .none), ("fcntl", 2, .none), ("ioctl", 2, .none), ("execl", 2, .none), ("execlp", 2, .none), ("execle", 2, .none),
        ]
        variadics = all.map { Variadic(name: names.intern($0), fixedParameters: $1, format: $2) }
    }

    func variadic(_ name: Name) -> Variadic? { variadics.first { $0.name == name } }
}
