/// Every warning that is given and can be switched on and off; the raw value is its name behind -W, as gcc or clang call it.
public enum Warning: String, CaseIterable, Sendable {
    // Preprocessor
    case userWarning = "cpp"
    case macroRedefined = "macro-redefined"
    case builtinMacroRedefined = "builtin-macro-redefined"
    case undefinedMacro = "undef"
    case unknownPragmas = "unknown-pragmas"
    case pragmas = "pragmas"
    case comment = "comment"
    case nullCharacter = "null-character"
    case extraTokens = "endif-labels"
    case multichar = "multichar"
    case unknownEscape = "unknown-escape-sequence"
    case unknownWarning = "unknown-warning-option"
    case ppToken = "invalid-pp-token"

    // Declarations and types
    case implicitFunction = "implicit-function-declaration"
    case implicitInt = "implicit-int"
    case shadow = "shadow"
    case attributes = "attributes"
    case unknownAttributes = "unknown-attributes"
    case deprecatedDeclarations = "deprecated-declarations"
    case main = "main"
    case duplicateDeclarationSpecifier = "duplicate-decl-specifier"
    case vla = "vla"
    case pedantic = "pedantic"
    case excessInitializers = "excess-initializers"

    // Expressions and conversions
    case constantConversion = "constant-conversion"
    case overflow = "overflow"
    case signCompare = "sign-compare"
    case incompatiblePointers = "incompatible-pointer-types"
    case discardedQualifiers = "discarded-qualifiers"
    case intConversion = "int-conversion"
    case pointerToInt = "pointer-to-int-cast"
    case intToPointer = "int-to-pointer-cast"
    case pointerSign = "pointer-sign"
    case pointerArithmetic = "pointer-arith"
    case parentheses = "parentheses"
    case divisionByZero = "div-by-zero"
    case shiftCount = "shift-count-overflow"
    case shiftNegative = "shift-count-negative"
    case format = "format"
    case formatExtraArguments = "format-extra-args"
    case address = "address"
    case arrayBounds = "array-bounds"
    case stringCompare = "string-compare"
    case literalRange = "literal-range"

    // Statements and flow
    case unusedVariable = "unused-variable"
    case unusedParameter = "unused-parameter"
    case unusedButSet = "unused-but-set-variable"
    case unusedFunction = "unused-function"
    case unusedLabel = "unused-label"
    case unusedValue = "unused-value"
    case returnType = "return-type"
    case uninitialized = "uninitialized"
    case unreachableCode = "unreachable-code"
    case switchEnum = "switch"
    case switchBool = "switch-bool"
    case emptyBody = "empty-body"
    case danglingElse = "dangling-else"
    case invalidNoreturn = "invalid-noreturn"

    /// The option that switches a warning on, when it is not on from the start.
    enum Group { case always, all, extra, pedantic, alone }

    var group: Group {
        switch self {
        case .comment, .unknownPragmas, .main, .pointerSign, .parentheses, .format, .formatExtraArguments, .address, .arrayBounds,
             .unusedVariable, .unusedButSet, .unusedFunction, .unusedLabel, .unusedValue, .returnType, .uninitialized,
             .unreachableCode, .switchEnum, .danglingElse:
            return .all
        case .signCompare, .unusedParameter, .emptyBody:
            return .extra
        case .pedantic:
            return .pedantic
        case .undefinedMacro, .shadow, .vla, .pointerArithmetic:
            return .alone
        default:
            return .always
        }
    }
}

/// Which warnings are on, and which of them are errors.
public struct WarningSettings: Sendable {
    private var enabled: WarningSet
    private var errors = WarningSet([])
    private var notErrors = WarningSet([])
    /// -Werror
    public var allErrors = false
    /// -w
    public var none = false

    public init() { enabled = WarningSet(Warning.allCases.filter { $0.group == .always }) }

    /// What follows -W on the command line: "all", "no-format", "error=switch", … False for a name that no compiler knows.
    public mutating func apply(_ option: String) -> Bool {
        if set(option) { return true }
        var name = option
        for prefix in ["no-error=", "error=", "no-"] {
            if let rest = option.removingPrefix(prefix) {
                name = rest
                break
            }
        }
        return ForeignWarnings.contains(name)
    }

    private mutating func set(_ option: String) -> Bool {
        if option == "error" { allErrors = true; return true }
        if option == "no-error" { allErrors = false; errors = WarningSet([]); return true }
        if let name = option.removingPrefix("error=") { return set(name, on: true, asError: true) }
        if let name = option.removingPrefix("no-error=") {
            guard let warnings = WarningSettings.named(name) else { return false }
            errors.remove(warnings)
            notErrors.add(warnings)
            return true
        }
        if let name = option.removingPrefix("no-") { return set(name, on: false, asError: false) }
        if option.hasSuffix("=0") { return set(String(option.dropLast(2)), on: false, asError: false) }
        return set(option, on: true, asError: false)
    }

    private mutating func set(_ name: String, on: Bool, asError: Bool) -> Bool {
        guard let warnings = WarningSettings.named(name) else { return false }
        if on { enabled.add(warnings) } else { enabled.remove(warnings) }
        if asError {
            errors.add(warnings)
            notErrors.remove(warnings)
        }
        return true
    }

    /// The warnings a name or a group name stands for. Names that other compilers use for the same thing count too.
    private static func named(_ name: String) -> [Warning]? {
        // A level behind the name.
        if let equals = name.firstIndex(of: "=") { return named(String(name[..<equals])) }
        switch name {
        case "all": return Warning.allCases.filter { $0.group == .all }
        case "extra", "": return Warning.allCases.filter { $0.group == .extra }
        case "pedantic": return Warning.allCases.filter { $0.group == .pedantic }
        case "everything": return Warning.allCases
        case "unused": return [.unusedVariable, .unusedFunction, .unusedLabel, .unusedValue, .unusedButSet]
        case "implicit": return [.implicitFunction, .implicitInt]
        case "#warnings": return [.userWarning]
        case "maybe-uninitialized", "sometimes-uninitialized", "conditional-uninitialized": return [.uninitialized]
        case "extra-tokens": return [.extraTokens]
        case "format-security", "format-nonliteral": return [.format]
        case "ignored-attributes": return [.attributes]
        case "incompatible-pointer-types-discards-qualifiers", "ignored-qualifiers": return [.discardedQualifiers]
        case "comments": return [.comment]
        case "unused-but-set-parameter": return [.unusedButSet]
        case "division-by-zero": return [.divisionByZero]
        default: return Warning(rawValue: name).map { [$0] }
        }
    }

    func isOn(_ warning: Warning) -> Bool { !none && enabled.contains(warning) }
    func isError(_ warning: Warning) -> Bool {
        // What nobody knows may be a newer compiler's: configure scripts try names under -Werror.
        errors.contains(warning) || allErrors && !notErrors.contains(warning) && warning != .unknownWarning
    }
}

/// A bit for each warning, in the order of the declaration.
private struct WarningSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ warnings: [Warning]) { add(warnings) }

    mutating func add(_ warnings: [Warning]) {
        for warning in warnings {
            let bits = WarningSet.bits(warning)
            low |= bits.low
            high |= bits.high
        }
    }

    mutating func remove(_ warnings: [Warning]) {
        for warning in warnings {
            let bits = WarningSet.bits(warning)
            low &= ~bits.low
            high &= ~bits.high
        }
    }

    func contains(_ warning: Warning) -> Bool {
        let bits = WarningSet.bits(warning)
        return low & bits.low | high & bits.high != 0
    }

    private static func bits(_ warning: Warning) -> (low: UInt64, high: UInt64) {
        let number = unsafeBitCast(warning, to: UInt8.self)
        precondition(number < 128, "more warnings than bits")
        return number < 64 ? (1 << UInt64(number), 0) : (0, 1 << UInt64(number - 64))
    }
}

extension String {
    /// The rest of the string behind the prefix, or nil if it does not begin with it.
    func removingPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.utf8.count)) : nil
    }
}
