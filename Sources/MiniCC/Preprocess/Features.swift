/// What __has_attribute, __has_builtin and __has_feature know.
enum Features {
    static func answer(_ question: BuiltinMacro, _ name: String) -> UInt64 {
        switch question {
        case .hasAttribute:
            let name = trimmed(name)
            return Attributes.withEffect.contains(name) || Attributes.withoutEffect.contains(name) ? 1 : 0
        case .hasBuiltin: return isBuiltin(name) ? 1 : 0
        case .hasFeature, .hasExtension: return features.contains(trimmed(name)) ? 1 : 0
        default: return 0
        }
    }

    /// __name__ asks for the same as name.
    private static func trimmed(_ name: String) -> String {
        name.hasPrefix("__") && name.hasSuffix("__") && name.utf8.count > 4 ? String(name.dropFirst(2).dropLast(2)) : name
    }

    private static func isBuiltin(_ name: String) -> Bool {
        if Keywords.isBuiltin(name) || AtomicFunction.named(name) != nil { return true }
        guard name.hasPrefix("__builtin_") else { return false }
        let short = String(name.dropFirst(10))
        return Parser.builtins[short] != nil || LibraryFunction.named(short) != nil
    }

    private static let features: Set<String> = [
        "c_alignas", "c_alignof", "c_generic_selections", "c_static_assert", "c_fixed_enum", "gnu_asm_labels",
    ]
}
