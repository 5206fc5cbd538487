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
