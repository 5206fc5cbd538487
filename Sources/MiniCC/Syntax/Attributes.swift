/// What __attribute__((…)), _Alignas and asm labels say about a declaration.
struct Attributes {
    var flags: SymbolFlags = []
    var isPacked = false
    /// attribute((aligned)), 0 for none.
    var alignment: Int32 = 0
    var alias: Name = -1
    var section: Name = -1
    /// asm("name") behind the declarator.
    var label: Name = -1
    /// attribute((cleanup)): the function's name.
    var cleanup: Name = -1
    var cleanupLocation = SourceLocation.none
    /// attribute((mode)): the type to be used instead, of the same signedness.
    var mode = IntegerMode.none
    var formatArgument: UInt8 = 0
    var firstFormatted: UInt8 = 0
    var formatIsScanf = false
    /// attribute((constructor)) and attribute((destructor)): who runs when.
    var constructorPriority = Attributes.lastPriority
    var destructorPriority = Attributes.lastPriority

    /// Of those without one.
    static let lastPriority: UInt16 = 65535

    /// Those that do something here.
    static let withEffect: Set<String> = [
        "packed", "aligned", "noreturn", "unused", "maybe_unused", "used", "retain", "weak", "constructor", "destructor",
        "deprecated", "unavailable", "gnu_inline", "always_inline", "noinline", "noipa", "returns_twice", "alias", "section",
        "cleanup", "mode", "format",
    ]

    /// What only advises an optimiser or checks uses changes nothing in a correct program.
    static let withoutEffect: Set<String> = [
        "visibility", "format_arg", "nonnull", "returns_nonnull", "const", "pure", "malloc", "noclone", "cold", "hot",
        "flatten", "leaf", "nothrow", "artificial", "warn_unused_result", "sentinel", "may_alias", "alloc_size",
        "alloc_align", "assume_aligned", "optimize", "no_instrument_function", "externally_visible", "fallthrough", "error",
        "warning", "no_sanitize", "no_sanitize_address", "no_stack_protector", "no_split_stack", "no_reorder",
        "no_profile_instrument_function", "tls_model", "transparent_union", "designated_init", "nonstring", "access",
        "fd_arg", "null_terminated_string_arg", "common", "nocommon", "counted_by", "regparm", "cdecl", "stdcall",
        "fastcall", "ms_abi", "sysv_abi", "gcc_struct", "copy", "symver", "enum_extensibility", "nodiscard", "likely",
        "unlikely", "reproducible", "unsequenced", "flag_enum", "overloadable", "diagnose_if", "patchable_function_entry",
        "zero_call_used_regs", "target", "expected_throw", "no_sanitize_thread", "no_sanitize_undefined",
        "no_address_safety_analysis", "disable_tail_calls", "not_tail_called", "internal_linkage", "type_visibility",
        "guarded_by", "capability", "pt_guarded_by", "acquire_capability", "release_capability", "require_capability",
        "noescape", "nodebug", "minsize", "optnone", "callback", "no_builtin", "availability", "swift_name", "swift_private",
        "objc_root_class", "ns_returns_retained", "cf_returns_retained", "cf_audited_transfer", "pass_object_size", "simd",
        "noplt", "speculative_load_hardening", "no_icf", "assume", "preserve_access_index", "analyzer_noreturn",
        "ownership_returns", "ownership_takes", "ownership_holds", "strict_flex_array", "hardbool", "no_callgraph",
        "no_dangling", "noduplicate", "convergent",
    ]

    enum IntegerMode: UInt8 { case none, byte, half, single, double }

    mutating func merge(_ other: Attributes) {
        flags.formUnion(other.flags)
        if other.isPacked { isPacked = true }
        alignment = max(alignment, other.alignment)
        if other.alias >= 0 { alias = other.alias }
        if other.section >= 0 { section = other.section }
        if other.label >= 0 { label = other.label }
        if other.cleanup >= 0 {
            cleanup = other.cleanup
            cleanupLocation = other.cleanupLocation
        }
        if other.mode != .none { mode = other.mode }
        if other.formatArgument > 0 {
            formatArgument = other.formatArgument
            firstFormatted = other.firstFormatted
            formatIsScanf = other.formatIsScanf
        }
        constructorPriority = min(constructorPriority, other.constructorPriority)
        destructorPriority = min(destructorPriority, other.destructorPriority)
    }
}

extension Parser {
    /// C23's form: [[ … ]]. Two brackets side by side mean nothing else.
    var atBracketAttributes: Bool { kind == .leftBracket && tokens.peek() == .leftBracket }

    /// Any number of attribute specifiers. Unknown attributes are a warning.
    mutating func parseAttributes(into attributes: inout Attributes) {
        while kind == .kwAttribute || atBracketAttributes {
            if kind == .leftBracket {
                parseBracketAttributes(into: &attributes)
                continue
            }
            advance()
            let opened = location
            guard expect(.leftParen, "after '__attribute__'"), expect(.leftParen, "after '__attribute__('") else {
                skipBalanced()
                return
            }
            while kind != .rightParen && kind != .endOfFile {
                if kind != .comma { parseAttribute(into: &attributes) }
                if kind == .rightParen || !accept(.comma) && syntaxError("expected ',' between attributes") { break }
            }
            expectClosing(.rightParen, opened: opened)
            expectClosing(.rightParen, opened: opened)
        }
    }

    private mutating func parseBracketAttributes(into attributes: inout Attributes) {
        let opened = location
        advance()
        advance()
        while kind != .rightBracket && kind != .endOfFile {
            // gnu::packed is packed.
            if kind != .comma && tokens.peek() == .colon && tokens.peek(2) == .colon {
                for _ in 0..<3 { advance() }
            }
            if kind != .comma { parseAttribute(into: &attributes) }
            if kind == .rightBracket || !accept(.comma) && syntaxError("expected ',' or ']]' in the attributes") { break }
        }
        expectClosing(.rightBracket, opened: opened)
        expectClosing(.rightBracket, opened: opened)
    }

    private mutating func parseAttribute(into attributes: inout Attributes) {
        guard kind == .identifier || kind.isKeyword else {
            syntaxError("expected the name of an attribute, not \(describeToken())")
            advance()
            return
        }
        let place = location
        var name = names.string(token.name)
        if name.utf8.count > 4 && name.hasPrefix("__") && name.hasSuffix("__") { name = String(name.dropFirst(2).dropLast(2)) }
        advance()
        switch name {
        case "packed": attributes.isPacked = true
        case "aligned":
            if let value = parseAlignmentArgument() { attributes.alignment = max(attributes.alignment, value) }
            return
        case "noreturn": attributes.flags.insert(.noReturn)
        case "unused", "maybe_unused": attributes.flags.insert(.maybeUnused)
        case "used", "retain": attributes.flags.insert([.keep, .maybeUnused])
        case "weak": attributes.flags.insert(.weak)
        case "constructor":
            attributes.flags.insert([.constructor, .keep, .maybeUnused])
            if let priority = parsePriority(of: name) { attributes.constructorPriority = priority }
            return
        case "destructor":
            attributes.flags.insert([.destructor, .keep, .maybeUnused])
            if let priority = parsePriority(of: name) { attributes.destructorPriority = priority }
            return
        case "deprecated", "unavailable": attributes.flags.insert(.deprecated)
        case "gnu_inline": attributes.flags.insert(.gnuInline)
        case "always_inline": attributes.flags.insert(.alwaysInline)
        case "noinline", "noipa": attributes.flags.insert(.neverInline)
        case "returns_twice": attributes.flags.insert(.returnsTwice)
        case "alias", "section":
            guard let text = parseStringArgument(of: name) else { return }
            if name == "alias" { attributes.alias = text } else { attributes.section = text }
            return
        case "cleanup": parseCleanupArgument(into: &attributes); return
        case "weakref", "vector_size", "ifunc", "ms_struct":
            error(place, "attribute '\(name)' is not supported")
        case "mode": parseMode(into: &attributes); return
        case "format": parseFormat(into: &attributes); return
        default:
            if !Attributes.withoutEffect.contains(name) { warn(.unknownAttributes, place, "unknown attribute '\(name)' ignored") }
        }
        if kind == .leftParen { skipBalanced() }
    }

    /// A parenthesised group of tokens, or one token.
    mutating func skipBalanced() {
        var open = 0
        repeat {
            if kind == .leftParen { open += 1 }
            if kind == .rightParen { open -= 1 }
            if kind == .endOfFile { return }
            advance()
        } while open > 0
    }

    private mutating func parseStringArgument(of attribute: String) -> Name? {
        guard expect(.leftParen, "behind the attribute") else { return nil }
        guard kind == .string else {
            syntaxError("attribute '\(attribute)' takes a string")
            return nil
        }
        let text = names.intern(String(decoding: strings.content(token.stringIndex), as: UTF8.self))
        advance()
        expect(.rightParen, "behind the string")
        return text
    }

    private mutating func parsePriority(of attribute: String) -> UInt16? {
        guard accept(.leftParen) else { return nil }
        // `constructor()` is as good as none.
        if accept(.rightParen) { return nil }
        let place = location
        let value = parseConstantExpression("priority")
        guard expect(.rightParen, "after the priority") else {
            while kind != .rightParen && kind != .endOfFile { advance() }
            advance()
            return nil
        }
        guard let value else { return nil }
        guard let priority = UInt16(exactly: value) else {
            error(place, "\(attribute) priorities must be integers from 0 to 65535 inclusive")
            return nil
        }
        return priority
    }

    /// `aligned` alone means the largest useful alignment.
    private mutating func parseAlignmentArgument() -> Int32? {
        guard accept(.leftParen) else { return 16 }
        let place = location
        let value = parseConstantExpression("alignment")
        expect(.rightParen, "after the alignment")
        return checkedAlignment(value, place)
    }

    func checkedAlignment(_ value: Int64?, _ place: SourceLocation) -> Int32? {
        guard let value else { return nil }
        if value > 0 && value & (value - 1) == 0 && value <= 1 << 28 { return Int32(value) }
        if value != 0 { error(place, "requested alignment is not a power of 2 that is in reach") }
        return nil
    }

    private mutating func parseMode(into attributes: inout Attributes) {
        guard accept(.leftParen) else { return }
        let place = location
        var name = kind == .identifier ? names.string(token.name) : ""
        if name.hasPrefix("__") && name.hasSuffix("__") && name.utf8.count > 4 { name = String(name.dropFirst(2).dropLast(2)) }
        advance()
        switch name {
        case "QI", "byte": attributes.mode = .byte
        case "HI": attributes.mode = .half
        case "SI": attributes.mode = .single
        case "DI", "word", "pointer": attributes.mode = .double
        default: error(place, "mode '\(name)' is not supported")
        }
        expect(.rightParen, "after the mode")
    }

    private mutating func parseFormat(into attributes: inout Attributes) {
        guard accept(.leftParen) else { return }
        let kindName = kind == .identifier ? names.string(token.name) : ""
        advance()
        var numbers: [Int64] = []
        while accept(.comma) { numbers.append(parseConstantExpression("format position") ?? 0) }
        expect(.rightParen, "after the format attribute")
        guard numbers.count == 2, let format = UInt8(exactly: numbers[0]), let first = UInt8(exactly: numbers[1]) else { return }
        // Also __printf__ and gnu_printf.
        let isScanf = kindName.hasSuffix("scanf") || kindName.hasSuffix("scanf__")
        guard isScanf || kindName.hasSuffix("printf") || kindName.hasSuffix("printf__") else { return }
        attributes.formatArgument = format
        attributes.firstFormatted = first
        attributes.formatIsScanf = isScanf
    }

    /// asm("label") behind a declarator.
    mutating func parseAsmLabel(into attributes: inout Attributes) {
        guard accept(.kwAsm) else { return }
        guard expect(.leftParen, "after 'asm'") else { return }
        if kind == .string {
            attributes.label = names.intern(String(decoding: strings.content(token.stringIndex), as: UTF8.self))
            advance()
        } else {
            syntaxError("expected a string with the name for the assembler")
        }
        expect(.rightParen, "after the name")
    }
}
