/// #pragma and _Pragma.
extension Preprocessor {
    /// The directive, its name just read. True if a token for the program is in `token`.
    func pragma(_ token: UnsafeMutablePointer<Token>, hash: SourceLocation) -> Bool {
        let flags: TokenFlags = [.startsLine]
        let textStart = lexer
        lexer.lex(into: token)
        let location = token.pointee.location
        /// Has done its work, and would do it twice if a compiler of the -E text saw it.
        var isDone = false
        var hasResult = false
        if token.pointee.kind == .identifier {
            switch names.string(token.pointee.name) {
            case "once":
                isDone = true
                if frames.count <= 1 {
                    diagnostics.warning(.pragmas, location, "#pragma once in the main file")
                } else if let record = frames.last?.record {
                    files.once.insert(files.records[Int(record)].identity)
                }
                expectEndOfLine("pragma once")
            case "pack": hasResult = packPragma(token, location)
            case "push_macro", "pop_macro":
                isDone = true
                macroPragma(location, pops: names.string(token.pointee.name) == "pop_macro")
            case "GCC", "clang": compilerPragma(token)
            case "message":
                let text = lexer.restOfLine()
                diagnostics.warning(.userWarning, location, "#pragma message \(text)")
            case "STDC", "omp", "weak", "redefine_extname", "region", "endregion", "mark":
                skipLine()
            default:
                diagnostics.warning(.unknownPragmas, location, "unknown pragma '\(names.string(token.pointee.name))' is ignored")
                skipLine()
            }
        } else if token.pointee.kind != .endOfLine {
            diagnostics.warning(.unknownPragmas, location, "unknown pragma is ignored")
            skipLine()
        }
        if keepsSpelling {
            if isDone { return false }
            lexer.rewind(to: textStart.cursor, flags: [])
            let text = lexer.restOfLine()
            token.pointee = Token(.pragmaText, flags: flags, location: hash,
                                  payload: UInt64(UInt(bitPattern: texts.add(Array("#pragma \(text)".utf8)))))
            return true
        }
        if hasResult {
            token.pointee = Token(.pragmaPack, flags: flags, location: location, payload: UInt64(packAlignment))
            return true
        }
        return false
    }

    /// _Pragma ( "text" ), its name in `token`: as the directive. As `expand`.
    func pragmaOperator(_ token: UnsafeMutablePointer<Token>) -> Bool {
        let location = sources.fileLocation(token.pointee.location)
        rawToken(into: token)
        var string = token.pointee
        if token.pointee.kind == .leftParen {
            rawToken(into: token)
            string = token.pointee
            if string.kind == .rawString { rawToken(into: token) }
        }
        guard string.kind == .rawString, token.pointee.kind == .rightParen else {
            diagnostics.error(location, "_Pragma wants a string in parentheses")
            // What was read is given back as it is.
            return token.pointee.kind == .endOfFile ? leaveFile() : true
        }
        // Read the text as a line of its own; positions in it are those of the operator.
        let content = Array(plainContent(string).utf8)
        let text = texts.add(content)
        let saved = lexer
        let floor = contextFloor
        contextFloor = contextCount
        lexer = Lexer(text: text, count: content.count, start: location.raw, classes: lexer.classes, names: names,
                      diagnostics: diagnostics, texts: texts)
        lexer.inDirective = true
        isInDirective = true
        let hasResult = pragma(token, hash: location)
        isInDirective = false
        lexer = saved
        contextFloor = floor
        return !hasResult
    }

    /// pack(), pack(n), pack(push), pack(push, n), pack(push, label, n), pack(pop), pack(pop, label), pack(pop, n)
    private func packPragma(_ token: UnsafeMutablePointer<Token>, _ location: SourceLocation) -> Bool {
        func malformed() -> Bool {
            diagnostics.warning(.pragmas, token.pointee.location.isValid ? token.pointee.location : location, "malformed #pragma pack is ignored")
            if token.pointee.kind != .endOfLine { skipLine() }
            return false
        }
        expandedToken(into: token)
        guard token.pointee.kind == .leftParen else { return malformed() }
        var words: [Name] = []
        var alignment: Int?
        while true {
            expandedToken(into: token)
            if token.pointee.kind == .rightParen && words.isEmpty && alignment == nil { break }
            if token.pointee.kind == .identifier {
                words.append(token.pointee.name)
            } else if token.pointee.kind == .number, convertNumber(token), token.pointee.kind == .integer {
                let value = token.pointee.payload
                guard value <= 16, value & (value &- 1) == 0 || value == 0 else {
                    diagnostics.warning(.pragmas, token.pointee.location, "the alignment in #pragma pack is not 1, 2, 4, 8 or 16")
                    skipLine()
                    return false
                }
                alignment = Int(value)
            } else {
                return malformed()
            }
            expandedToken(into: token)
            if token.pointee.kind == .rightParen { break }
            guard token.pointee.kind == .comma else { return malformed() }
        }
        let action = words.first.map { names.string($0) } ?? ""
        let label = words.count > 1 ? words[1] : -1
        switch action {
        case "":
            packAlignment = alignment ?? 0
        case "push":
            packStack.append((label, packAlignment))
            if let alignment { packAlignment = alignment }
        case "pop":
            guard let index = label < 0 ? (packStack.isEmpty ? nil : packStack.count - 1) : packStack.lastIndex(where: { $0.label == label }) else {
                diagnostics.warning(.pragmas, location, "#pragma pack(pop) without a matching push")
                expectEndOfLine("pragma pack")
                return false
            }
            packAlignment = alignment ?? packStack[index].alignment
            packStack.removeSubrange(index...)
        default:
            return malformed()
        }
        expectEndOfLine("pragma pack")
        return true
    }

    private func macroPragma(_ location: SourceLocation, pops: Bool) {
        var token = Token(.endOfLine)
        lexer.lex(into: &token)
        guard token.kind == .leftParen else { return complain() }
        lexer.lex(into: &token)
        guard token.kind == .rawString else { return complain() }
        let name = names.intern(plainContent(token))
        lexer.lex(into: &token)
        guard token.kind == .rightParen else { return complain() }
        if pops {
            guard let index = pushedMacros.lastIndex(where: { $0.name == name }) else {
                diagnostics.warning(.pragmas, location, "#pragma pop_macro(\"\(names.string(name))\") without a matching push_macro")
                skipLine()
                return
            }
            facts[name].macro = pushedMacros[index].macro
            pushedMacros.remove(at: index)
        } else {
            pushedMacros.append((name, facts[name].macro))
        }
        skipLine()

        func complain() {
            diagnostics.warning(.pragmas, location, "malformed pragma is ignored: (\"NAME\") expected")
            if token.kind != .endOfLine { skipLine() }
        }
    }

    private func compilerPragma(_ token: UnsafeMutablePointer<Token>) {
        lexer.lex(into: token)
        guard token.pointee.kind == .identifier else {
            if token.pointee.kind != .endOfLine { skipLine() }
            return
        }
        let location = token.pointee.location
        switch names.string(token.pointee.name) {
        case "system_header":
            if let frame = frames.last, frames.count > 1 { sources.markSystem(inclusion: frame.inclusion) }
        case "poison":
            while true {
                lexer.lex(into: token)
                guard token.pointee.kind == .identifier else { break }
                poison(token.pointee)
            }
            if token.pointee.kind == .endOfLine { return }
        case "error":
            let text = lexer.restOfLine()
            diagnostics.error(location, "#pragma GCC error \(text)")
        case "warning":
            let text = lexer.restOfLine()
            diagnostics.warning(.userWarning, location, "#pragma GCC warning \(text)")
        case "diagnostic":
            diagnosticPragma(token)
        default:
            break
        }
        skipLine()
    }

    /// From here on the name must not appear; a built-in macro says so when it does.
    private func poison(_ token: Token) {
        let macro = table.add(Macro(name: token.name, location: token.location, body: table.keep(UnsafeBufferPointer(start: nil, count: 0)),
                                    count: 0, bodyStart: 0, bodySpan: 0, parameterCount: -1, parameters: 0, isVariadic: false,
                                    hasPaste: false, builtin: .poisoned))
        facts[token.name].macro = macro
    }

    /// diagnostic push, pop, ignored "-Wname", warning "-Wname", error "-Wname"
    private func diagnosticPragma(_ token: UnsafeMutablePointer<Token>) {
        lexer.lex(into: token)
        guard token.pointee.kind == .identifier else { return }
        let location = token.pointee.location
        let action = names.string(token.pointee.name)
        switch action {
        case "push": diagnostics.pushWarnings(at: location)
        case "pop": diagnostics.popWarnings(at: location)
        case "ignored", "warning", "error":
            lexer.lex(into: token)
            guard token.pointee.kind == .rawString, let option = plainContent(token.pointee).removingPrefix("-W") else { return }
            diagnostics.change(action == "ignored" ? "no-\(option)" : action == "error" ? "error=\(option)" : option, at: location)
        default: break
        }
    }
}
