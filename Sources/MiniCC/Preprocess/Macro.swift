/// A macro, plain data: definitions stay in one array for the whole compilation, and a name points at the one
/// that is in force.
struct Macro {
    let name: Name
    /// The name in the #define.
    let location: SourceLocation
    /// The replacement list. Parameters stand in it as .parameter and .stringifiedParameter tokens, ## as a flag
    /// of the token before it.
    let body: UnsafePointer<Token>
    let count: Int32
    /// From the first byte of the replacement list to the first byte of its last token.
    let bodyStart: UInt32
    let bodySpan: UInt32
    /// -1 for a macro without parentheses. The variable arguments count as one parameter, the last.
    let parameterCount: Int32
    /// Index of the first in `MacroTable.parameterNames`.
    let parameters: Int32
    let isVariadic: Bool
    /// The result has to be looked through for ## and placemarkers.
    let hasPaste: Bool
    let builtin: BuiltinMacro
    /// Its own expansion is being read: the name stands for itself.
    var isDisabled = false
}

/// Macros whose expansion depends on where they stand, and the operators that look like macros.
enum BuiltinMacro: UInt8, CaseIterable {
    case none
    case line, file, baseFile, includeLevel, counter, date, time, timestamp
    case pragma
    /// #pragma GCC poison
    case poisoned
    /// In #if only.
    case hasInclude, hasIncludeNext, hasAttribute, hasBuiltin, hasFeature, hasExtension, hasWarning, hasEmbed

    var name: String {
        switch self {
        case .none, .poisoned: return ""
        case .line: return "__LINE__"
        case .file: return "__FILE__"
        case .baseFile: return "__BASE_FILE__"
        case .includeLevel: return "__INCLUDE_LEVEL__"
        case .counter: return "__COUNTER__"
        case .date: return "__DATE__"
        case .time: return "__TIME__"
        case .timestamp: return "__TIMESTAMP__"
        case .pragma: return "_Pragma"
        case .hasInclude: return "__has_include"
        case .hasIncludeNext: return "__has_include_next"
        case .hasAttribute: return "__has_attribute"
        case .hasBuiltin: return "__has_builtin"
        case .hasFeature: return "__has_feature"
        case .hasExtension: return "__has_extension"
        case .hasWarning: return "__has_warning"
        case .hasEmbed: return "__has_embed"
        }
    }

    /// Answers a question that only #if asks.
    var isOperator: Bool { rawValue >= BuiltinMacro.hasInclude.rawValue }
    /// What is a parameter list for an operator is none for a macro: it may not be redefined.
    var isReserved: Bool { self == .pragma || self == .poisoned || isOperator }
}

/// All definitions, in the order of their appearance.
struct MacroTable {
    private(set) var macros: UnsafeMutablePointer<Macro>
    private(set) var count = 0
    private var capacity = 1024
    var parameterNames: [Name] = []
    private var chunks: [UnsafeMutablePointer<Token>] = []
    private var chunkNext: UnsafeMutablePointer<Token>?
    private var chunkLeft = 0

    init() { macros = .allocate(capacity: capacity) }

    func free() {
        macros.deallocate()
        for chunk in chunks { chunk.deallocate() }
    }

    mutating func add(_ macro: Macro) -> Int32 {
        if count == capacity {
            let larger = UnsafeMutablePointer<Macro>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: macros, count: count)
            macros.deallocate()
            macros = larger
            capacity *= 2
        }
        (macros + count).initialize(to: macro)
        count += 1
        return Int32(count - 1)
    }

    /// A place for a replacement list, which never moves.
    mutating func keep(_ tokens: UnsafeBufferPointer<Token>) -> UnsafePointer<Token> {
        if chunkLeft < tokens.count || chunkNext == nil {
            chunkLeft = max(tokens.count, 4096)
            let chunk = UnsafeMutablePointer<Token>.allocate(capacity: chunkLeft)
            chunks.append(chunk)
            chunkNext = chunk
        }
        let place = chunkNext!
        if let base = tokens.baseAddress { place.initialize(from: base, count: tokens.count) }
        chunkNext = place + tokens.count
        chunkLeft -= tokens.count
        return UnsafePointer(place)
    }
}
