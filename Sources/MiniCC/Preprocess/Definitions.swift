/// #define and #undef.
extension Preprocessor {
    func define(_ token: UnsafeMutablePointer<Token>) {
        guard let name = nameToDefine(token, "define") else { return }
        let location = token.pointee.location
        let mark = results.count
        let firstParameter = table.parameterNames.count
        var isVariadic = false
        var parameterCount = -1
        lexer.lex(into: token)
        if token.pointee.kind == .leftParen && !token.pointee.flags.contains(.hasSpace) {
            guard let isOpenEnded = readParameters(token) else {
                forgetParameters(from: firstParameter)
                table.parameterNames.removeSubrange(firstParameter...)
                skipLine()
                return
            }
            isVariadic = isOpenEnded
            parameterCount = table.parameterNames.count - firstParameter
            lexer.lex(into: token)
        } else if token.pointee.kind != .endOfLine && !token.pointee.flags.contains(.hasSpace) {
            diagnostics.warning(.pedantic, token.pointee.location, "white space should stand between a macro's name and its replacement")
        }
        let body = readBody(token, isFunctionLike: parameterCount >= 0, isVariadic: isVariadic, firstParameter)
        forgetParameters(from: firstParameter)
        defer { results.count = mark }
        guard let hasPaste = body else {
            table.parameterNames.removeSubrange(firstParameter...)
            skipLine()
            return
        }
        let tokens = UnsafeBufferPointer(start: results.base + mark, count: results.count - mark)
        let start = tokens.first?.location.raw ?? location.raw
        let macro = Macro(name: name, location: location, body: table.keep(tokens), count: Int32(tokens.count), bodyStart: start,
                          bodySpan: (tokens.last?.location.raw ?? start) &- start, parameterCount: Int32(parameterCount),
                          parameters: Int32(firstParameter), isVariadic: isVariadic, hasPaste: hasPaste, builtin: .none)
        let previous = facts[name].macro
        if previous >= 0 { checkRedefinition(table.macros[Int(previous)], macro) }
        facts[name].macro = table.add(macro)
        dump?.defined(macro, self)
    }

    func undefine(_ token: UnsafeMutablePointer<Token>) {
        guard let name = nameToDefine(token, "undef") else { return }
        let macro = facts[name].macro
        if macro >= 0 {
            if table.macros[Int(macro)].builtin != .none {
                diagnostics.warning(.builtinMacroRedefined, token.pointee.location, "undefining built-in macro '\(names.string(name))'")
            }
            dump?.undefined(name, self)
        }
        facts[name].macro = -1
        expectEndOfLine("undef")
    }

    private func nameToDefine(_ token: UnsafeMutablePointer<Token>, _ directive: String) -> Name? {
        let location = token.pointee.location
        lexer.lex(into: token)
        guard token.pointee.kind == .identifier else {
            if token.pointee.kind == .endOfLine {
                diagnostics.error(location, "#\(directive) wants the name of a macro")
            } else {
                diagnostics.error(token.pointee.location, "#\(directive) wants the name of a macro, which is an identifier")
                skipLine()
            }
            return nil
        }
        let name = token.pointee.name
        let macro = facts[name].macro
        if name == wellKnown.defined || macro >= 0 && table.macros[Int(macro)].builtin.isReserved {
            diagnostics.error(token.pointee.location, "'\(names.string(name))' cannot be defined or undefined")
            skipLine()
            return nil
        }
        if name == wellKnown.vaArgs || name == wellKnown.vaOpt {
            diagnostics.warning(.pedantic, token.pointee.location, "'\(names.string(name))' should not be the name of a macro")
        }
        return name
    }

    // MARK: - Parameters

    /// Reads up to `)`. Whether the last parameter takes all further arguments; nil after an error.
    private func readParameters(_ token: UnsafeMutablePointer<Token>) -> Bool? {
        let first = table.parameterNames.count
        lexer.lex(into: token)
        if token.pointee.kind == .rightParen { return false }
        while true {
            switch token.pointee.kind {
            case .identifier:
                let name = token.pointee.name
                if facts[name].parameter != 0 {
                    diagnostics.error(token.pointee.location, "there are two macro parameters '\(names.string(name))'")
                    return nil
                }
                if name == wellKnown.vaArgs {
                    diagnostics.error(token.pointee.location, "'__VA_ARGS__' is the name of what '...' stands for, and of no other parameter")
                    return nil
                }
                addParameter(name, first)
                lexer.lex(into: token)
                if token.pointee.kind == .ellipsis {
                    lexer.lex(into: token)
                    return closesParameters(token) ? true : nil
                }
            case .ellipsis:
                addParameter(wellKnown.vaArgs, first)
                lexer.lex(into: token)
                return closesParameters(token) ? true : nil
            case .endOfLine:
                diagnostics.error(token.pointee.location, "')' expected behind the macro's parameters")
                return nil
            default:
                diagnostics.error(token.pointee.location, "'\(spelling(token.pointee))' cannot be a macro parameter")
                return nil
            }
            if token.pointee.kind == .rightParen { return false }
            guard token.pointee.kind == .comma else {
                diagnostics.error(token.pointee.location, "',' or ')' expected behind a macro parameter")
                return nil
            }
            lexer.lex(into: token)
        }
    }

    private func addParameter(_ name: Name, _ first: Int) {
        table.parameterNames.append(name)
        facts[name].parameter = Int32(table.parameterNames.count - first)
    }

    private func closesParameters(_ token: UnsafeMutablePointer<Token>) -> Bool {
        if token.pointee.kind == .rightParen { return true }
        diagnostics.error(token.pointee.location, "')' expected behind '...'")
        return false
    }

    private func forgetParameters(from first: Int) {
        for index in first..<table.parameterNames.count { facts[table.parameterNames[index]].parameter = 0 }
    }

    // MARK: - Replacement list

    /// Reads the replacement list, its first token in `token`, onto the result stack. Whether its expansions have to
    /// be looked through for ##; nil after an error.
    private func readBody(_ token: UnsafeMutablePointer<Token>, isFunctionLike: Bool, isVariadic: Bool, _ firstParameter: Int) -> Bool? {
        let mark = results.count
        var hasPaste = false
        /// Open __VA_OPT__: its token, and parentheses open within it.
        var vaOpt = -1
        var vaOptDepth = 0
        let variadicParameter = table.parameterNames.count - firstParameter
        while token.pointee.kind != .endOfLine {
            var item = token.pointee
            item.flags.remove(.startsLine)
            if results.count == mark { item.flags.remove(.hasSpace) }
            switch item.kind {
            case .identifier:
                let parameter = facts[item.name].parameter
                if parameter > 0 {
                    item.kind = .parameter
                    item.payload = UInt64(parameter - 1)
                    if Int(parameter) == variadicParameter && isVariadic, results.count - mark >= 1,
                       results.base[results.count - 1].kind == .comma, results.base[results.count - 1].flags.contains(.pasteNext) {
                        item.flags.insert(.commaPaste)
                    }
                } else if item.name == wellKnown.vaOpt && isVariadic {
                    guard vaOpt < 0 else {
                        diagnostics.error(item.location, "__VA_OPT__ within __VA_OPT__")
                        return nil
                    }
                    lexer.lex(into: token)
                    guard token.pointee.kind == .leftParen else {
                        diagnostics.error(item.location, "'(' expected behind __VA_OPT__")
                        return nil
                    }
                    item.kind = .vaOpt
                    vaOpt = results.count
                    vaOptDepth = 0
                    hasPaste = true
                } else if item.name == wellKnown.vaArgs && !isVariadic {
                    diagnostics.warning(.pedantic, item.location, "'__VA_ARGS__' stands for arguments only in a macro with '...'")
                }
            case .hash where isFunctionLike:
                lexer.lex(into: token)
                let parameter = token.pointee.kind == .identifier ? facts[token.pointee.name].parameter : 0
                guard parameter > 0 else {
                    diagnostics.error(item.location, "'#' is not followed by a macro parameter")
                    return nil
                }
                item.kind = .stringifiedParameter
                item.detail = 0
                item.payload = UInt64(parameter - 1)
            case .hashHash:
                guard results.count > mark, vaOpt != results.count - 1 else {
                    diagnostics.error(item.location, "'##' cannot begin a macro's replacement")
                    return nil
                }
                hasPaste = true
                results.base[results.count - 1].flags.insert(.pasteNext)
                let paste = item.location
                lexer.lex(into: token)
                if token.pointee.kind == .endOfLine || token.pointee.kind == .rightParen && vaOpt >= 0 && vaOptDepth == 0 {
                    diagnostics.error(paste, "'##' cannot end a macro's replacement")
                    return nil
                }
                continue
            case .leftParen where vaOpt >= 0:
                vaOptDepth += 1
            case .rightParen where vaOpt >= 0:
                if vaOptDepth == 0 {
                    results.base[vaOpt].payload = UInt64(results.count - vaOpt - 1)
                    closeVaOpt(vaOpt)
                    vaOpt = -1
                    lexer.lex(into: token)
                    if token.pointee.kind == .hashHash, let last = lastVaOpt(mark) {
                        let paste = token.pointee.location
                        results.base[last].flags.insert(.pasteNext)
                        lexer.lex(into: token)
                        if token.pointee.kind == .endOfLine {
                            diagnostics.error(paste, "'##' cannot end a macro's replacement")
                            return nil
                        }
                    }
                    continue
                }
                vaOptDepth -= 1
            default:
                break
            }
            if results.isFull {
                diagnostics.fatal(item.location, "the replacement of this macro is too long")
                return nil
            }
            results.top.initialize(to: item)
            results.count += 1
            lexer.lex(into: token)
        }
        if vaOpt >= 0 {
            diagnostics.error(results.base[vaOpt].location, "__VA_OPT__ is not closed by ')'")
            return nil
        }
        // An empty argument leaves a placemarker, whether or not ## stands beside it.
        return hasPaste || isFunctionLike && table.parameterNames.count > firstParameter
    }

    /// The first token within is not set off from what came before.
    private func closeVaOpt(_ vaOpt: Int) {
        if results.count > vaOpt + 1 { results.base[vaOpt + 1].flags.remove(.hasSpace) }
    }

    private func lastVaOpt(_ mark: Int) -> Int? {
        var index = results.count - 1
        while index >= mark, results.base[index].kind != .vaOpt { index -= 1 }
        return index >= mark ? index : nil
    }

    // MARK: - Redefinition

    private func checkRedefinition(_ old: Macro, _ new: Macro) {
        let name = names.string(new.name)
        if old.builtin != .none {
            diagnostics.warning(.builtinMacroRedefined, new.location, "redefining built-in macro '\(name)'")
        } else if !isSame(old, new) {
            diagnostics.warning(.macroRedefined, new.location, "'\(name)' macro redefined")
            diagnostics.note(old.location, "previous definition is here")
        }
    }

    private func isSame(_ a: Macro, _ b: Macro) -> Bool {
        guard a.count == b.count, a.parameterCount == b.parameterCount, a.isVariadic == b.isVariadic else { return false }
        for index in 0..<Int(max(a.parameterCount, 0))
        where table.parameterNames[Int(a.parameters) + index] != table.parameterNames[Int(b.parameters) + index] { return false }
        for index in 0..<Int(a.count) {
            let x = a.body[index], y = b.body[index]
            guard x.kind == y.kind, x.detail == y.detail, x.flags == y.flags else { return false }
            switch x.kind {
            case .number, .rawString, .rawCharacter, .other:
                guard rawText(x).elementsEqual(rawText(y)) else { return false }
            default:
                guard x.payload == y.payload else { return false }
            }
        }
        return true
    }
}
