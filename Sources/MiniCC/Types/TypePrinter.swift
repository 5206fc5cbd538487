import Support

/// Types as C writes them, for messages and dumps.
extension TypeTable {
    func describe(_ type: TypeID, _ names: NameTable) -> String {
        write(type, around: "", names, depth: 0)
    }

    /// A declaration of `name` with this type.
    func describe(_ type: TypeID, declaring name: String, _ names: NameTable) -> String {
        write(type, around: name, names, depth: 0)
    }

    private func write(_ type: TypeID, around inner: String, _ names: NameTable, depth: Int) -> String {
        if depth > 40 { return "..." }
        let entry = self[type]
        switch entry.kind {
        case .pointer:
            var text = "*" + qualifierText(type)
            if !inner.isEmpty, text.utf8.last != UInt8(ascii: "*") { text += " " }
            text += inner
            let target = kind(entry.base)
            if target == .array || target == .variableArray || target == .function { text = "(\(text))" }
            return write(entry.base, around: text, names, depth: depth + 1)
        case .array:
            return write(entry.base.qualified(type.qualifiers), around: inner + "[\(entry.count < 0 ? "" : String(entry.count))]", names,
                         depth: depth + 1)
        case .variableArray:
            return write(entry.base, around: inner + "[*]", names, depth: depth + 1)
        case .function:
            var list = ""
            for i in 0..<entry.length {
                if i > 0 { list += ", " }
                list += write(parameters[entry.first + i], around: "", names, depth: depth + 1)
            }
            if entry.isVariadic { list += entry.length > 0 ? ", ..." : "..." }
            if entry.isPrototype && list.isEmpty { list = "void" }
            return write(entry.base, around: "\(inner)(\(list))", names, depth: depth + 1)
        default:
            var text = qualifierText(type)
            if !text.isEmpty { text += " " }
            text += baseName(entry, names)
            if inner.isEmpty { return text }
            let first = inner.utf8.first!
            return first == UInt8(ascii: "[") && depth > 0 ? text + inner : text + " " + inner
        }
    }

    private func qualifierText(_ type: TypeID) -> String {
        var words: [String] = []
        if type.qualifiers.contains(.const) { words.append("const") }
        if type.qualifiers.contains(.volatile) { words.append("volatile") }
        if type.qualifiers.contains(.restrict) { words.append("restrict") }
        return words.joined(separator: " ")
    }

    private func baseName(_ entry: TypeInfo, _ names: NameTable) -> String {
        switch entry.kind {
        case .void: return "void"
        case .bool: return "_Bool"
        case .char: return "char"
        case .signedChar: return "signed char"
        case .unsignedChar: return "unsigned char"
        case .short: return "short"
        case .unsignedShort: return "unsigned short"
        case .int: return "int"
        case .unsignedInt: return "unsigned int"
        case .long: return "long"
        case .unsignedLong: return "unsigned long"
        case .longLong: return "long long"
        case .unsignedLongLong: return "unsigned long long"
        case .float: return "float"
        case .double: return "double"
        case .longDouble: return "long double"
        case .enumeration: return tagged("enum", enumerations[Int(entry.first)].tag, names)
        case .structure: return tagged("struct", records[Int(entry.first)].tag, names)
        case .union: return tagged("union", records[Int(entry.first)].tag, names)
        default: return "<invalid>"
        }
    }

    private func tagged(_ word: String, _ tag: Name, _ names: NameTable) -> String {
        tag < 0 ? "\(word) <anonymous>" : "\(word) \(names.string(tag))"
    }
}
