/// What __has_attribute, __has_builtin and __has_feature know.
enum Features {
    static func answer(_ question: BuiltinMacro, _ name: String) -> UInt64 {
        switch question {
        case .hasAttribute: return attributes.contains(trimmed(name)) ? 1 : 0
        case .hasBuiltin: return builtins.contains(name) ? 1 : 0
        case .hasFeature, .hasExtension: return features.contains(trimmed(name)) ? 1 : 0
        default: return 0
        }
    }

    /// __name__ asks for the same as name.
    private static func trimmed(_ name: String) -> String {
        name.hasPrefix("__") && name.hasSuffix("__") && name.utf8.count > 4 ? String(name.dropFirst(2).dropLast(2)) : name
    }

    static let attributes: Set<String> = [
        "packed", "aligned", "noreturn", "unused", "used", "weak", "alias", "section", "constructor", "destructor", "always_inline",
        "noinline", "const", "pure", "malloc", "format", "nonnull", "warn_unused_result", "deprecated", "cold", "hot", "fallthrough",
        "visibility", "may_alias", "transparent_union", "returns_nonnull", "sentinel", "format_arg", "gnu_inline", "cleanup",
    ]

    static let builtins: Set<String> = [
        "__builtin_expect", "__builtin_offsetof", "__builtin_constant_p", "__builtin_choose_expr",
        "__builtin_types_compatible_p", "__builtin_unreachable", "__builtin_trap", "__builtin_clz", "__builtin_clzl",
        "__builtin_clzll", "__builtin_ctz", "__builtin_ctzl", "__builtin_ctzll", "__builtin_popcount", "__builtin_popcountl",
        "__builtin_popcountll", "__builtin_bswap16", "__builtin_bswap32", "__builtin_bswap64", "__builtin_ffs", "__builtin_ffsl",
        "__builtin_ffsll", "__builtin_add_overflow", "__builtin_sub_overflow", "__builtin_mul_overflow", "__builtin_alloca",
        "__builtin_frame_address", "__builtin_va_start", "__builtin_va_end", "__builtin_va_arg", "__builtin_va_copy",
        "__builtin_memcpy", "__builtin_memset", "__builtin_memmove", "__builtin_memcmp", "__builtin_strlen", "__builtin_strcmp",
        "__builtin_abort", "__builtin_inf", "__builtin_inff", "__builtin_nan", "__builtin_nanf", "__builtin_huge_val",
        "__builtin_huge_valf", "__builtin_fabs", "__builtin_fabsf",
    ]

    private static let features: Set<String> = [
        "c_alignas", "c_alignof", "c_generic_selections", "c_static_assert", "c_fixed_enum", "gnu_asm_labels",
    ]
}
