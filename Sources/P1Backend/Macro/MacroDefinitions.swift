/// Definitions of macros, structures and enumerations, and what of a library waits until it is needed.
extension Expander {
    /// %macro NAME(p, q) … %endm, a new macro or the one with a number.
    func defineMacro(_ start: Token, as index: Int? = nil) {
        guard position < end, tokens[position].kind == .word else {
            return diagnostics.error("%macro needs a name", origin(start))
        }
        let nameToken = tokens[position]
        position += 1
        var parameters: [Int32] = []
        if position < end, tokens[position].kind == .openTouching || tokens[position].kind == .open {
            let open = tokens[position]
            position += 1
            guard let spans = arguments(of: nameToken) else { return }
            for span in spans {
                guard span.count == 1, tokens[span.lowerBound].kind == .word else {
                    diagnostics.error("a parameter of a macro is one word", origin(span.isEmpty ? open : tokens[span.lowerBound]))
                    return skipDefinition(start)
                }
                let parameter = tokens[span.lowerBound].payload
                if parameters.contains(parameter) {
                    diagnostics.error("two parameters of '\(text(nameToken))' are called '\(text(tokens[span.lowerBound]))'",
                                      origin(tokens[span.lowerBound]))
                    return skipDefinition(start)
                }
                parameters.append(parameter)
            }
        }
        let bodyStart = bodies.count
        var hasPaste = false
        var depth = 0
        while position < end {
            let token = tokens[position]
            position += 1
            switch token.kind {
            case .word:
                if token.payload == words.macroWord { depth += 1 }
                if token.payload == words.endmWord {
                    if depth == 0 {
                        define(nameToken, parameters.count, body: bodyStart..<bodies.count, hasPaste, as: index)
                        return
                    }
                    depth -= 1
                }
                if let index = parameters.firstIndex(of: token.payload) {
                    bodies.append(Token(.parameter, Int32(index), at: token.position))
                } else if isFresh(token.payload) && depth == 0 {
                    bodies.append(Token(.fresh, token.payload, at: token.position))
                } else {
                    bodies.append(token)
                }
            case .paste:
                hasPaste = true
                bodies.append(token)
            case .newline where bodies.count == bodyStart: continue
            case .end:
                diagnostics.error("'\(text(nameToken))' has no %endm", origin(start))
                return
            default: bodies.append(token)
            }
        }
        diagnostics.error("'\(text(nameToken))' has no %endm", origin(start))
    }

    func define(_ nameToken: Token, _ parameterCount: Int, body: Range<Int>, _ hasPaste: Bool, as index: Int?) {
        let name = words.macroName(of: nameToken.payload)
        var macro = Macro(name: name, position: nameToken.position, parameterCount: parameterCount, body: body, hasPaste: hasPaste)
        macro.definesArgument = body.contains { definesArgument($0, in: body) }
        if let index { macros[index] = macro } else { add(macro, origin(nameToken)) }
    }

    /// Gives a macro's name its meaning. Tools differ in which of several definitions counts, so another one must say the same,
    /// unless it replaces a library's.
    func add(_ macro: Macro, _ origin: Origin) {
        let known = words[macro.name].macro
        if known >= 0, case let old = macros[Int(known)], old.position >= librariesEnd, macro.position >= librariesEnd {
            let isSame = old.parameterCount == macro.parameterCount && bodies[old.body].elementsEqual(bodies[macro.body]) {
                $0.kind == $1.kind && $0.payload == $1.payload
            }
            if isSame || isLenient { return }
            diagnostics.error("the macro '\(words.names.string(macro.name))' is defined again, with another meaning", origin,
                              notes: [("the first definition is here", Origin(position: old.position))])
        }
        macros.append(macro)
        words[macro.name].macro = Int32(macros.count) - 1
        if mainInstructions.contains(macro.name) {
            ownInstructions.insert(macro.name)
            if ownInstructions == mainInstructions { ownP1 = origin }
        }
    }

    /// Whether the line that begins here reads `: ## first-parameter`, or passes the parameter on to a macro that
    /// has such a line.
    func definesArgument(_ at: Int, in body: Range<Int>) -> Bool {
        guard at + 3 < body.upperBound, at == body.lowerBound || bodies[at - 1].kind == .newline, bodies[at].kind == .word,
              bodies[at + 2].kind == .parameter, bodies[at + 2].payload == 0 else { return false }
        if bodies[at].payload == colonWord { return bodies[at + 1].kind == .paste }
        let macro = words[bodies[at].payload].macro
        if macro >= 0 { readMacro(Int(macro)) }
        return macro >= 0 && macros[Int(macro)].definesArgument && bodies[at + 1].kind == .openTouching && bodies[at + 3].kind == .comma
    }

    private func skipDefinition(_ start: Token) {
        while position < end {
            let token = tokens[position]
            position += 1
            if token.kind == .word && token.payload == words.endmWord { return }
        }
        diagnostics.error("this %macro has no %endm", origin(start))
    }

    /// `:@x` and its like.
    func isFresh(_ word: Int32) -> Bool {
        let bytes = words.names.bytes(word)
        guard bytes.count > 2, bytes[1] == UInt8(ascii: "@") else { return false }
        return [":", "&", "%", "!", "@", "$", "~"].contains(UnicodeScalar(bytes[0]))
    }

    /// %struct S { f g } and %enum E { a b }: each field a macro without parameters.
    func defineFields(_ start: Token, step: Int64, lastName: String) {
        guard position < end, tokens[position].kind == .word else {
            return diagnostics.error("\(text(start)) needs a name", origin(start))
        }
        let name = text(tokens[position])
        position += 1
        while position < end && tokens[position].kind == .newline { position += 1 }
        guard position < end, tokens[position].kind == .openBrace else {
            return diagnostics.error("\(text(start)) \(name) needs its fields in { }", origin(start))
        }
        position += 1
        var value: Int64 = 0
        while position < end {
            let token = tokens[position]
            position += 1
            switch token.kind {
            case .word:
                defineNumber("%\(name).\(text(token))", value, token)
                value += step
            case .newline, .comma: continue
            case .closeBrace: return defineNumber("%\(name).\(lastName)", value, token)
            default:
                return diagnostics.error("a field of \(name) is one word, not '\(text(token))'", origin(token))
            }
        }
        diagnostics.error("the '{' of \(text(start)) \(name) is never closed", origin(start))
    }

    private func defineNumber(_ name: String, _ value: Int64, _ token: Token) {
        let start = bodies.count
        bodies.append(Token(.word, words.intern(String(value)), at: token.position))
        add(Macro(name: words.intern(name), position: token.position, body: start..<bodies.count), origin(token))
    }

    // MARK: Libraries

    /// The names of the deferred functions, in the order of the text.
    var deferredFunctions: [Int32] { deferred.lazy.filter { !$0.isExpanded }.map { $0.name } }

    func isDeferred(_ name: Int32) -> Bool { words[name].isLibraryFunction && deferred.contains { $0.name == name && !$0.isExpanded } }

    /// Expands the deferred function of this name.
    func expandDeferred(_ name: Int32) {
        guard let index = deferred.firstIndex(where: { $0.name == name && !$0.isExpanded }) else { return }
        deferred[index].isExpanded = true
        let text = deferred[index].text
        var lexer = Lexer(words: words, diagnostics: diagnostics, file: text.file, part: text.range)
        while expandPiece(&lexer) {}
    }

    /// Defers a library function that begins here, if the macro defines its first argument. The libraries are read from the general
    /// to the special: a later function replaces an earlier one of its name.
    func deferCall(of index: Int32, name: Int32, _ text: TextPart) -> Bool {
        readMacro(Int(index))
        guard macros[Int(index)].definesArgument else { return false }
        if words[name].isLibraryFunction, let earlier = deferred.firstIndex(where: { $0.name == name && !$0.isExpanded }) {
            deferred[earlier].text = text
        } else {
            deferred.append(DeferredCall(name: name, text: text))
            words[name].isLibraryFunction = true
        }
        return true
    }

    /// Defers a macro: its definition is read at the first call.
    func deferMacro(name: Int32, _ text: TextPart) {
        let name = words.macroName(of: name)
        macros.append(Macro(name: name, position: text.file.start + UInt32(text.range.lowerBound), unread: text))
        words[name].macro = Int32(macros.count) - 1
    }

    /// Reads the definition of a deferred macro.
    func readMacro(_ index: Int) {
        guard let text = macros[index].unread else { return }
        macros[index].unread = nil
        var lexer = Lexer(words: words, diagnostics: diagnostics, file: text.file, part: text.range)
        let reading = (position, end, expansion, tokens.count)
        position = tokens.count
        while lexer.next(into: &tokens) {}
        end = tokens.count
        expansion = 0
        let start = tokens[position]
        position += 1
        defineMacro(start, as: index)
        tokens.cut(to: reading.3)
        (position, end, expansion) = (reading.0, reading.1, reading.2)
    }
}
