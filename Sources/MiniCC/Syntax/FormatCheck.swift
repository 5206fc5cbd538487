/// -Wformat: printf's and scanf's format strings against their arguments.
extension Parser {
    private struct Directive {
        var start: Int
        var stars = 0
        var suppressed = false
        var length: [UInt8] = []
        var conversion: UInt8 = 0
    }

    func checkFormat(_ symbol: SymbolID, _ mark: Int, _ count: Int32) {
        let function = scopes[symbol]
        let number = Int(function.formatArgument) - 1
        guard number < Int(count), diagnostics.warnings.isOn(.format) else { return }
        var node = tree[stack[mark + number]]
        while node.kind == .cast { node = tree[node.a] }
        guard node.kind == .decay, tree[node.a].kind == .string else { return }
        let text = Array(strings.content(Int(tree[node.a].number)))
        guard function.firstFormatted > 0 else { return }
        var argument = Int(function.firstFormatted) - 1
        var at = 0
        let place = tree[node.a].location
        while at < text.count {
            if text[at] != UInt8(ascii: "%") {
                at += 1
                continue
            }
            guard let directive = readDirective(text, &at, function.formatIsScanf) else {
                warn(.format, place, "incomplete format specifier")
                return
            }
            if directive.conversion == UInt8(ascii: "%") { continue }
            // Positional arguments are rare and not checked.
            if text[directive.start..<at].contains(UInt8(ascii: "$")) { return }
            for _ in 0..<directive.stars {
                if argument < Int(count), types.promoted(type(stack[mark + argument])) != .int, types.promoted(type(stack[mark + argument])) != .unsignedInt {
                    warn(.format, tree[stack[mark + argument]].location, "field width or precision should have type 'int', but argument has type \(describe(type(stack[mark + argument])))")
                }
                argument += 1
            }
            if directive.suppressed || directive.conversion == UInt8(ascii: "m") && !function.formatIsScanf { continue }
            let shown = String(decoding: text[directive.start..<at], as: UTF8.self)
            if argument >= Int(count) {
                warn(.format, place, "more '%' conversions than data arguments ('\(shown)' has none)")
                return
            }
            checkDirective(directive, shown, stack[mark + argument], function.formatIsScanf)
            argument += 1
        }
        if argument < Int(count) {
            warn(.formatExtraArguments, tree[stack[mark + argument]].location, "data argument not used by format string")
        }
    }

    private func readDirective(_ text: [UInt8], _ at: inout Int, _ isScanf: Bool) -> Directive? {
        var directive = Directive(start: at)
        at += 1
        func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "$") }
        if isScanf {
            if at < text.count, text[at] == UInt8(ascii: "*") {
                directive.suppressed = true
                at += 1
            }
            while at < text.count, isDigit(text[at]) { at += 1 }
        } else {
            while at < text.count, "-+ #0'".utf8.contains(text[at]) { at += 1 }
            for _ in 0..<2 {
                if at < text.count, text[at] == UInt8(ascii: "*") {
                    directive.stars += 1
                    at += 1
                } else {
                    while at < text.count, isDigit(text[at]) || text[at] == UInt8(ascii: "-") { at += 1 }
                }
                guard at < text.count, text[at] == UInt8(ascii: ".") else { break }
                at += 1
            }
        }
        while at < text.count, "hlLqjzt".utf8.contains(text[at]) {
            directive.length.append(text[at])
            at += 1
        }
        guard at < text.count else { return nil }
        directive.conversion = text[at]
        at += 1
        if isScanf && directive.conversion == UInt8(ascii: "[") {
            if at < text.count, text[at] == UInt8(ascii: "^") { at += 1 }
            if at < text.count { at += 1 }
            while at < text.count, text[at] != UInt8(ascii: "]") { at += 1 }
            guard at < text.count else { return nil }
            at += 1
        }
        return directive
    }

    private func checkDirective(_ directive: Directive, _ shown: String, _ node: NodeID, _ isScanf: Bool) {
        let actual = type(node).unqualified
        if actual == .invalid { return }
        let place = tree[node].location
        let size: Int64
        switch directive.length {
        case Array("hh".utf8): size = 1
        case Array("h".utf8): size = 2
        case []: size = 4
        default: size = 8
        }
        switch directive.conversion {
        case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
            if isScanf {
                expectPointer(to: size, isFloating: false, shown, actual, place)
            } else if !types.isInteger(actual) || types.size(types.promoted(actual)) != max(4, size) {
                mismatch(shown, size == 8 ? "a 64-bit integer" : "'int'", actual, place)
            }
        case UInt8(ascii: "c") where !isScanf:
            if !types.isInteger(actual) || types.size(types.promoted(actual)) != 4 { mismatch(shown, "'int'", actual, place) }
        case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "g"), UInt8(ascii: "G"),
             UInt8(ascii: "a"), UInt8(ascii: "A"):
            if isScanf { expectPointer(to: size == 4 ? 4 : 8, isFloating: true, shown, actual, place) }
            else if !types.isFloating(actual) { mismatch(shown, "'double'", actual, place) }
        case UInt8(ascii: "s"), UInt8(ascii: "c"), UInt8(ascii: "["):
            guard directive.length.isEmpty else { return }
            if !types.isPointer(actual) || types.size(types.base(actual)) != 1 && types.kind(types.base(actual)) != .void {
                mismatch(shown, "'char *'", actual, place)
            }
        case UInt8(ascii: "p"):
            if !types.isPointer(actual) { mismatch(shown, "'void *'", actual, place) }
        case UInt8(ascii: "n"):
            if !types.isPointer(actual) { mismatch(shown, "'int *'", actual, place) }
        default:
            warn(.format, place, "invalid conversion specifier '\(shown)'")
        }
    }

    private func expectPointer(to size: Int64, isFloating: Bool, _ shown: String, _ actual: TypeID, _ place: SourceLocation) {
        let target = types.isPointer(actual) ? types.base(actual) : .invalid
        if types.isPointer(actual), types.size(target) == size, types.isFloating(target) == isFloating { return }
        mismatch(shown, isFloating ? size == 4 ? "'float *'" : "'double *'" : "a pointer to an integer of \(size) bytes", actual, place)
    }

    private func mismatch(_ shown: String, _ wanted: String, _ actual: TypeID, _ place: SourceLocation) {
        warn(.format, place, "format '\(shown)' expects \(wanted), but the argument has type \(describe(actual))")
    }
}
