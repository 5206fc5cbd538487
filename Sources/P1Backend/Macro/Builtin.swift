/// The expander's own macros, beside the instructions.
enum Builtin {
    case macro, endm, structure, enumeration, frame, endframe
    case local, select, string
    case emit(size: Int)
    case directive(Directive)

    enum Directive { case section, zero, pointer, weak, alias, common, unit }

    static let named: [(name: String, builtin: Builtin)] = [
        ("macro", .macro), ("endm", .endm), ("struct", .structure), ("enum", .enumeration),
        ("frame", .frame), ("endframe", .endframe), ("local", .local), ("select", .select), ("str", .string),
        ("section", .directive(.section)), ("zero", .directive(.zero)), ("ptr8", .directive(.pointer)),
        ("weak", .directive(.weak)), ("alias", .directive(.alias)), ("common", .directive(.common)),
        ("unit", .directive(.unit)),
    ]

    /// These are macros only when a parenthesis touches them.
    static let sigils: [(name: String, builtin: Builtin)] = [
        ("!", .emit(size: 1)), ("@", .emit(size: 2)), ("%", .emit(size: 4)), ("$", .emit(size: 8)),
    ]

    static let all = (named + sigils).map { $0.builtin }

    var needsArguments: Bool {
        switch self {
        case .macro, .endm, .structure, .enumeration, .frame, .endframe: return false
        default: return true
        }
    }

    var argumentCounts: ClosedRange<Int> {
        switch self {
        case .select: return 3...3
        case .directive(.section): return 1...4
        case .directive(.pointer): return 1...2
        case .directive(.alias): return 2...3
        case .directive(.common): return 3...3
        default: return 1...1
        }
    }
}

extension SectionKind {
    public var name: String {
        switch self {
        case .text: return "text"
        case .rodata: return "rodata"
        case .data: return "data"
        case .bss: return "bss"
        case .note: return "note"
        case .initArray: return "init_array"
        case .finiArray: return "fini_array"
        }
    }

    public init?(name: String) {
        guard let kind = SectionKind.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}

/// What stands first in an expression's parentheses.
struct ExpressionOperator {
    private let name: String
    private let fewest: Int
    private let most: Int

    init?(name: String) {
        switch name {
        case "+", "*", "&", "|", "^", "-": (fewest, most) = (1, Int.max)
        case "~": (fewest, most) = (1, 1)
        case "/", "%", "<<", ">>", "=", "!=", "<", "<=", ">", ">=": (fewest, most) = (2, 2)
        default: return nil
        }
        self.name = name
    }

    func accepts(_ count: Int) -> Bool { count >= fewest && count <= most }

    /// Nil for a division by zero.
    func apply(_ v: [Int64]) -> Int64? {
        switch name {
        case "+": return v.reduce(0, &+)
        case "*": return v.reduce(1, &*)
        case "&": return v.reduce(-1, &)
        case "|": return v.reduce(0, |)
        case "^": return v.reduce(0, ^)
        case "-": return v.count == 1 ? 0 &- v[0] : v.dropFirst().reduce(v[0], &-)
        case "~": return ~v[0]
        case "/": return v[1] == 0 ? nil : v[0].dividedReportingOverflow(by: v[1]).partialValue
        case "%": return v[1] == 0 ? nil : v[0].remainderReportingOverflow(dividingBy: v[1]).partialValue
        case "<<": return v[0] &<< v[1]
        case ">>": return v[0] &>> v[1]
        case "=": return v[0] == v[1] ? 1 : 0
        case "!=": return v[0] != v[1] ? 1 : 0
        case "<": return v[0] < v[1] ? 1 : 0
        case "<=": return v[0] <= v[1] ? 1 : 0
        case ">": return v[0] > v[1] ? 1 : 0
        default: return v[0] >= v[1] ? 1 : 0
        }
    }
}
