/// -dM: the definitions that hold at the end. -dD: each #define and #undef where it stands.
struct MacroDump {
    /// With -dD, the lines since the last token.
    var pending: [UInt8] = []

    mutating func defined(_ macro: Macro, _ preprocessor: Preprocessor) {
        pending += preprocessor.definitionText(macro)
    }

    mutating func undefined(_ name: Name, _ preprocessor: Preprocessor) {
        pending += "#undef \(preprocessor.names.string(name))\n".utf8
    }
}

extension Preprocessor {
    /// A definition as a line of source.
    func definitionText(_ macro: Macro) -> [UInt8] {
        var text: [UInt8] = Array("#define ".utf8)
        text += names.bytes(macro.name)
        let parameters = (0..<Int(max(macro.parameterCount, 0))).map { table.parameterNames[Int(macro.parameters) + $0] }
        if macro.parameterCount >= 0 {
            text.append(UInt8(ascii: "("))
            for (index, parameter) in parameters.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                let isRest = macro.isVariadic && index == parameters.count - 1
                if !isRest || parameter != wellKnown.vaArgs { text += names.bytes(parameter) }
                if isRest { text += "...".utf8 }
            }
            text.append(UInt8(ascii: ")"))
        }
        text.append(Byte.space)
        var vaOptEnd = -1
        for index in 0..<Int(macro.count) {
            let token = macro.body[index]
            if index > 0 && token.flags.contains(.hasSpace) { text.append(Byte.space) }
            switch token.kind {
            case .parameter: text += names.bytes(parameters[Int(token.payload)])
            case .stringifiedParameter:
                text.append(UInt8(ascii: "#"))
                text += names.bytes(parameters[Int(token.payload)])
            case .vaOpt:
                text += "__VA_OPT__(".utf8
                vaOptEnd = index + Int(token.payload)
            default: appendSpelling(token, to: &text)
            }
            if index == vaOptEnd { text.append(UInt8(ascii: ")")) }
            if token.flags.contains(.pasteNext) && token.kind != .vaOpt { text += " ##".utf8 }
        }
        text.append(Byte.newline)
        return text
    }

    /// All definitions in force, in the order in which they were made. Call it when everything has been read.
    func dumpMacros() -> [UInt8] {
        var text: [UInt8] = []
        for index in 0..<table.count {
            let macro = table.macros[index]
            if macro.builtin == .none && facts[macro.name].macro == Int32(index) { text += definitionText(macro) }
        }
        return text
    }

    /// Reads everything for the sake of its effects: definitions, dependencies, errors.
    func readAll() {
        var token = Token(.endOfLine)
        repeat { expandedToken(into: &token) } while token.kind != .endOfFile && !diagnostics.shouldStop
    }
}
