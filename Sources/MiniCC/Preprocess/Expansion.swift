/// Tokens that wait to be read: the replacement list of a macro, or an argument.
struct ExpansionContext {
    var next: UnsafePointer<Token>
    let end: UnsafePointer<Token>
    /// To be added to the tokens' locations: from the definition to this expansion of it.
    let locationShift: UInt32
    /// The macro that may be expanded again when this ends, or -1.
    let macro: Int32
    /// What to release then.
    let resultMark: Int
}

/// An argument in the argument stack, as written and, once that is needed, expanded.
struct ArgumentRange {
    let start: Int
    let count: Int
    /// Not given at all, not even as nothing behind a comma: only variable arguments can be.
    var isOmitted = false
    var expandedStart = 0
    var expandedCount = -1
}

/// Macro calls. A macro's result is pushed as a context and read again for more macros; while it is being read the
/// macro itself is disabled, and a token that names a disabled macro is marked never to be expanded. Arguments are
/// expanded completely, on their own, before they take a parameter's place, unless # or ## stands beside it.
extension Preprocessor {
    /// Deals with a macro's name that was read into `token`. True: read on, the result comes next.
    /// False: `token` is what the program gets.
    func expand(_ token: UnsafeMutablePointer<Token>, macro index: Int32) -> Bool {
        // After a fatal error nothing is expanded any more, so that those who wait for a result get one soon.
        if token.pointee.flags.contains(.neverExpand) || diagnostics.shouldStop { return false }
        let macro = table.macros + Int(index)
        if macro.pointee.isDisabled {
            token.pointee.flags.insert(.neverExpand)
            return false
        }
        if macro.pointee.builtin != .none { return expandBuiltin(token, macro.pointee.builtin) }
        if macro.pointee.parameterCount >= 0 {
            let call = token.pointee
            guard takeLeftParen() else {
                token.pointee = call
                return false
            }
            return expandCall(token, call, index)
        }

        let count = Int(macro.pointee.count)
        if count == 0 {
            carriedFlags.formUnion(token.pointee.flags.intersection([.startsLine, .hasSpace]))
            return true
        }
        let shift = locationShift(macro.pointee, caller: token.pointee.location)
        let flags = token.pointee.flags.intersection([.startsLine, .hasSpace])
        if count == 1 && macro.pointee.body.pointee.kind != .identifier {
            // A constant, most often: no need to push it and read it again.
            let body = macro.pointee.body
            token.pointee = body.pointee
            token.pointee.location = shifted(body.pointee.location, shift, caller: token.pointee.location)
            token.pointee.flags = flags.union(.fromMacro)
            return false
        }
        carriedFlags.formUnion(flags)
        let mark = results.count
        if macro.pointee.hasPaste {
            let body = UnsafeBufferPointer(start: macro.pointee.body, count: count)
            for item in body { appendResult(shifted(item, shift)) }
            pasteResults(from: mark)
            push(results.base + mark, results.count - mark, shift: 0, macro: index, mark: mark)
        } else {
            push(macro.pointee.body, count, shift: shift, macro: index, mark: mark)
        }
        return countExpansion(count, token.pointee.location)
    }

    /// Macros that call macros twice and so on can ask for more tokens than there is time for.
    private func countExpansion(_ count: Int, _ location: SourceLocation) -> Bool {
        if contextCount == 1 && expansionDepth <= 1 && !isIsolated { tokensSinceText = 0 }
        tokensSinceText &+= count
        if tokensSinceText > 1 << 24 {
            tokensSinceText = 0
            diagnostics.fatal(sources.fileLocation(location), "the expansion of this macro has no end in sight: more than \(1 << 24) tokens")
            dropContexts()
        }
        return true
    }

    func dropContexts() {
        while contextCount > contextFloor { popContext() }
    }

    // MARK: - Contexts

    func push(_ tokens: UnsafePointer<Token>, _ count: Int, shift: UInt32, macro: Int32, mark: Int) {
        if contextCount == contextCapacity {
            let larger = UnsafeMutablePointer<ExpansionContext>.allocate(capacity: contextCapacity * 2)
            larger.moveInitialize(from: contexts, count: contextCount)
            contexts.deallocate()
            contexts = larger
            contextCapacity *= 2
        }
        (contexts + contextCount).initialize(
            to: ExpansionContext(next: tokens, end: tokens + count, locationShift: shift, macro: macro, resultMark: mark))
        contextCount += 1
        if macro >= 0 { table.macros[Int(macro)].isDisabled = true }
    }

    func popContext() {
        contextCount &-= 1
        let context = contexts + contextCount
        if context.pointee.macro >= 0 { table.macros[Int(context.pointee.macro)].isDisabled = false }
        results.count = context.pointee.resultMark
    }

    /// What to add to a definition's locations; 0, and so the places in the definition itself, when there are no
    /// positions left.
    @inline(__always)
    private func locationShift(_ macro: Macro, caller: SourceLocation) -> UInt32 {
        guard let start = sources.addExpansion(of: macro.name, definition: macro.bodyStart, length: macro.bodySpan, caller: caller)
        else { return 0 }
        return start &- macro.bodyStart
    }

    @inline(__always)
    private func shifted(_ location: SourceLocation, _ shift: UInt32, caller: SourceLocation) -> SourceLocation {
        shift == 0 ? caller : SourceLocation(raw: location.raw &+ shift)
    }

    @inline(__always)
    private func shifted(_ token: Token, _ shift: UInt32) -> Token {
        var token = token
        token.location.raw &+= shift
        return token
    }

    // MARK: - Calls

    /// Whether a ( comes next; it is taken if so, and nothing is otherwise.
    private func takeLeftParen() -> Bool {
        while contextCount > contextFloor {
            let context = contexts + (contextCount - 1)
            if context.pointee.next < context.pointee.end {
                guard context.pointee.next.pointee.kind == .leftParen else { return false }
                context.pointee.next += 1
                return true
            }
            popContext()
        }
        if isIsolated { return false }
        let saved = lexer
        var token = Token(.endOfLine)
        lexer.lex(into: &token)
        if token.kind == .leftParen { return true }
        lexer = saved
        return false
    }

    /// A call of a macro with parentheses, the opening one read. `token` is a place to read into.
    private func expandCall(_ token: UnsafeMutablePointer<Token>, _ call: Token, _ index: Int32) -> Bool {
        guard expansionDepth < 500 else {
            diagnostics.fatal(call.location, "macro calls in arguments of macro calls are nested too deeply")
            token.pointee = call
            return false
        }
        expansionDepth += 1
        defer { expansionDepth -= 1 }
        // The carried flags belong to the call's result, not to its first argument.
        let carried = carriedFlags
        carriedFlags = []
        let argumentMark = arguments.count
        let rangeMark = argumentRanges.count
        let mark = results.count
        defer {
            arguments.count = argumentMark
            argumentRanges.removeSubrange(rangeMark...)
        }
        guard collectArguments(call, index) else {
            token.pointee = call
            return false
        }
        let macro = table.macros[Int(index)]
        let shift = locationShift(macro, caller: call.location)
        substitute(macro, 0, Int(macro.count), shift: shift, arguments: rangeMark, mark: mark)
        if macro.hasPaste { pasteResults(from: mark) }
        let count = results.count - mark
        carriedFlags = carried.union(call.flags.intersection([.startsLine, .hasSpace]))
        if count > 0 {
            results.base[mark].flags.subtract([.startsLine, .hasSpace])
            push(results.base + mark, count, shift: 0, macro: index, mark: mark)
        }
        return countExpansion(count + 1, call.location)
    }

    /// Reads up to the closing parenthesis. False if there is none, or if the number of arguments is wrong.
    private func collectArguments(_ call: Token, _ index: Int32) -> Bool {
        let rangeMark = argumentRanges.count
        let parameterCount = Int(table.macros[Int(index)].parameterCount)
        let isVariadic = table.macros[Int(index)].isVariadic
        var depth = 0
        var start = arguments.count
        var given = 0
        while true {
            let token = arguments.top
            rawToken(into: token)
            switch token.pointee.kind {
            case .endOfFile, .endOfLine:
                diagnostics.error(call.location, "unterminated call of macro '\(names.string(call.name))'")
                diagnostics.note(table.macros[Int(index)].location, "macro '\(names.string(call.name))' defined here")
                return false
            case .leftParen:
                depth += 1
            case .rightParen:
                if depth == 0 {
                    argumentRanges.append(ArgumentRange(start: start, count: arguments.count - start))
                    given += 1
                    return checkCount(given, call, table.macros[Int(index)], rangeMark)
                }
                depth -= 1
            case .comma where depth == 0 && !(isVariadic && given + 1 >= parameterCount):
                argumentRanges.append(ArgumentRange(start: start, count: arguments.count - start))
                given += 1
                start = arguments.count
                continue
            case .identifier:
                let macro = facts[token.pointee.name].macro
                if macro >= 0 && table.macros[Int(macro)].isDisabled { token.pointee.flags.insert(.neverExpand) }
            case .hash where token.pointee.flags.contains(.startsLine) && contextCount == 0 && !isInDirective && !isIsolated:
                directiveInArguments(token)
                continue
            default:
                break
            }
            if token.pointee.flags.contains(.startsLine) {
                token.pointee.flags.remove(.startsLine)
                token.pointee.flags.insert(.hasSpace)
            }
            if arguments.isFull {
                diagnostics.fatal(call.location, "the arguments of this macro call are too long")
                return false
            }
            arguments.count += 1
        }
    }

    private func checkCount(_ given: Int, _ call: Token, _ macro: Macro, _ rangeMark: Int) -> Bool {
        let wanted = Int(macro.parameterCount)
        if given == wanted {
            // f() of f(...): nothing is given, says GNU C.
            if macro.isVariadic && given == 1 && argumentRanges[rangeMark].count == 0 && options.dialect.hasGNUKeywords {
                argumentRanges[rangeMark].isOmitted = true
            }
            return true
        }
        if wanted == 0 && given == 1 && argumentRanges[rangeMark].count == 0 { return true }
        if macro.isVariadic && given == wanted - 1 {
            argumentRanges.append(ArgumentRange(start: arguments.count, count: 0, isOmitted: true))
            return true
        }
        let name = names.string(call.name)
        let atLeast = macro.isVariadic ? "at least \(wanted - 1)" : "\(wanted)"
        let problem = given > wanted ? "too many" : "too few"
        diagnostics.error(call.location, "\(problem) arguments in the call of macro '\(name)': it takes \(atLeast), not \(given)")
        diagnostics.note(macro.location, "macro '\(name)' defined here")
        return false
    }

    // MARK: - Results

    private func appendResult(_ token: Token) {
        if results.isFull {
            diagnostics.fatal(token.location, "the expansion of this macro is too long")
            return
        }
        results.top.initialize(to: token)
        results.count += 1
    }

    /// Appends body tokens `from`..<`to` with their parameters replaced.
    private func substitute(_ macro: Macro, _ from: Int, _ to: Int, shift: UInt32, arguments first: Int, mark: Int) {
        var index = from
        while index < to {
            let item = shifted(macro.body[index], shift)
            let isPasted = index > from && macro.body[index - 1].flags.contains(.pasteNext)
            switch item.kind {
            case .parameter:
                let argument = first + Int(item.payload)
                if isPasted && item.flags.contains(.commaPaste) {
                    // GNU C: `, ## __VA_ARGS__` drops the comma when there is nothing to follow it, and does not
                    // paste when there is.
                    if argumentRanges[argument].isOmitted {
                        results.count -= 1
                    } else {
                        results.base[results.count - 1].flags.remove(.pasteNext)
                        var parameter = item
                        parameter.flags.insert(.hasSpace)
                        appendArgument(argument, parameter, expanded: false)
                    }
                } else {
                    appendArgument(argument, item, expanded: !isPasted && !item.flags.contains(.pasteNext))
                }
            case .stringifiedParameter:
                let range = argumentRanges[first + Int(item.payload)]
                var string = stringify(arguments.base + range.start, range.count, at: item.location)
                string.flags = item.flags
                appendResult(string)
            case .vaOpt:
                let count = Int(item.payload)
                let before = results.count
                if expandedCount(first + Int(macro.parameterCount) - 1) > 0 {
                    substitute(macro, index + 1, index + 1 + count, shift: shift, arguments: first, mark: mark)
                }
                if results.count == before {
                    appendResult(Token(.placemarker, flags: item.flags, location: item.location))
                } else {
                    takeFlags(of: item, first: before, last: results.count - 1)
                }
                index += count
            default:
                appendResult(item)
            }
            index += 1
        }
    }

    private func appendArgument(_ argument: Int, _ parameter: Token, expanded: Bool) {
        let count = expanded ? expandedCount(argument) : argumentRanges[argument].count
        guard count > 0 else {
            appendResult(Token(.placemarker, flags: parameter.flags, location: parameter.location))
            return
        }
        guard results.count + count < results.capacity - 16 else {
            diagnostics.fatal(parameter.location, "the expansion of this macro is too long")
            return
        }
        let before = results.count
        let start = expanded ? argumentRanges[argument].expandedStart : argumentRanges[argument].start
        results.top.initialize(from: arguments.base + start, count: count)
        results.count += count
        takeFlags(of: parameter, first: before, last: results.count - 1)
    }

    /// The tokens that took the place of `item` have its white space before them and its ## behind them.
    private func takeFlags(of item: Token, first: Int, last: Int) {
        var flags = results.base[first].flags
        flags.subtract([.hasSpace, .startsLine])
        results.base[first].flags = flags.union(item.flags.intersection(.hasSpace))
        if item.flags.contains(.pasteNext) { results.base[last].flags.insert(.pasteNext) }
    }

    /// Expands an argument when its expansion is first asked for.
    private func expandedCount(_ argument: Int) -> Int {
        if argumentRanges[argument].expandedCount >= 0 { return argumentRanges[argument].expandedCount }
        let range = argumentRanges[argument]
        if !mayExpand(range) {
            argumentRanges[argument].expandedStart = range.start
            argumentRanges[argument].expandedCount = range.count
            return range.count
        }
        let start = arguments.count
        let floor = contextFloor
        let wasIsolated = isIsolated
        contextFloor = contextCount
        push(arguments.base + range.start, range.count, shift: 0, macro: -1, mark: results.count)
        isIsolated = true
        while true {
            expandedToken(into: arguments.top)
            if arguments.top.pointee.kind == .endOfLine { break }
            if arguments.isFull || diagnostics.shouldStop {
                diagnostics.fatal(arguments.top.pointee.location, "the expansion of this macro's arguments is too long")
                dropContexts()
                break
            }
            if arguments.top.pointee.flags.contains(.startsLine) {
                arguments.top.pointee.flags.remove(.startsLine)
                arguments.top.pointee.flags.insert(.hasSpace)
            }
            arguments.count += 1
        }
        carriedFlags = []
        isIsolated = wasIsolated
        contextFloor = floor
        argumentRanges[argument].expandedStart = start
        argumentRanges[argument].expandedCount = arguments.count - start
        return arguments.count - start
    }

    /// Most arguments name no macro and are their own expansion.
    private func mayExpand(_ range: ArgumentRange) -> Bool {
        for index in range.start..<range.start + range.count where arguments.base[index].kind == .identifier {
            if facts[arguments.base[index].name].macro >= 0 { return true }
        }
        return false
    }
}
