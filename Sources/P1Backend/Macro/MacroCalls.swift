/// Calls of macros: their arguments, and the body with the arguments in place.
extension Expander {
    // MARK: Arguments

    /// With `position` behind the opening parenthesis: the spans of the arguments, trimmed, without one outer pair of
    /// braces, and `position` behind the closing parenthesis. Nil after an error.
    func arguments(of call: Token) -> [Range<Int>]? {
        var spans: [Range<Int>] = []
        var depth = 0
        var braces = 0
        var start = position
        var i = position
        while i < end {
            switch tokens[i].kind {
            case .open, .openTouching: depth += 1
            case .openBrace: braces += 1
            case .closeBrace:
                braces -= 1
                if braces < 0 {
                    diagnostics.error("'}' without '{' in the arguments of '\(text(call))'", origin(tokens[i]))
                    position = i + 1
                    skipBalanced()
                    return nil
                }
            case .close where depth > 0: depth -= 1
            case .close:
                guard braces == 0 else { break }
                spans.append(trimmed(start..<i))
                position = i + 1
                if spans.count == 1 && spans[0].isEmpty { spans = [] }
                return spans
            case .comma where depth == 0 && braces == 0:
                spans.append(trimmed(start..<i))
                start = i + 1
            default: break
            }
            i += 1
        }
        reportUnclosed(call)
        return nil
    }

    /// The arguments go on to the end of the text. Says which bracket is to blame, and goes on where that does the least harm.
    private func reportUnclosed(_ call: Token) {
        let opening = position - 1
        var open = [opening]
        var i = position
        while i < end {
            switch tokens[i].kind {
            case .open, .openTouching, .openBrace: open.append(i)
            case .close where open.count > 1 && tokens[open[open.count - 1]].kind != .openBrace: open.removeLast()
            case .closeBrace:
                guard open.count > 1, tokens[open[open.count - 1]].kind == .openBrace else {
                    diagnostics.error("this '(' is never closed", origin(tokens[open[open.count - 1]]))
                    position = end
                    return
                }
                open.removeLast()
            default: break
            }
            i += 1
        }
        let blamed = open[open.count - 1]
        if tokens[blamed].kind == .openBrace {
            diagnostics.error("a '{' in the arguments of '\(text(call))' is never closed", origin(tokens[blamed]))
        } else {
            diagnostics.error("the arguments of '\(text(call))' have no closing ')'", origin(tokens[opening]))
        }
        // Arguments that go on in the next line do so in braces.
        while position < end && tokens[position].kind != .newline && tokens[position].kind != .openBrace { position += 1 }
        if position < end && tokens[position].kind == .openBrace { position = end }
    }

    private func trimmed(_ span: Range<Int>) -> Range<Int> {
        var lower = span.lowerBound
        var upper = span.upperBound
        while lower < upper && tokens[lower].kind == .newline { lower += 1 }
        while lower < upper && tokens[upper - 1].kind == .newline { upper -= 1 }
        // One outer pair of braces goes, if it is one pair.
        if upper - lower >= 2, tokens[lower].kind == .openBrace, tokens[upper - 1].kind == .closeBrace {
            var depth = 0
            for i in lower..<(upper - 1) {
                if tokens[i].kind == .openBrace { depth += 1 }
                if tokens[i].kind == .closeBrace { depth -= 1 }
                if depth == 0 { return lower..<upper }
            }
            return (lower + 1)..<(upper - 1)
        }
        return lower..<upper
    }

    /// With `position` behind an opening parenthesis: goes behind the closing one.
    func skipBalanced() {
        var depth = 1
        while position < end && depth > 0 {
            switch tokens[position].kind {
            case .open, .openTouching: depth += 1
            case .close: depth -= 1
            case .newline where depth == 1 && frames.isEmpty && tokens[position].position == 0: return
            case .end: return
            default: break
            }
            position += 1
        }
    }

    // MARK: Calls of macros

    func callMacro(_ index: Int, _ token: Token, hasArguments: Bool) {
        readMacro(index)
        var spans: [Range<Int>] = []
        if hasArguments {
            position += 1
            guard let found = arguments(of: token) else { return }
            spans = found
        }
        let macro = macros[index]
        if macro.parameterCount == 1 && spans.isEmpty && hasArguments { spans = [position..<position] }
        guard spans.count == macro.parameterCount else {
            return diagnostics.error(wrongCount(text(token), wants: macro.parameterCount, has: spans.count), origin(token))
        }
        guard push(macro, spans, token) else { return }
    }

    func wrongCount(_ name: String, wants: Int, has: Int) -> String {
        "'\(name)' takes \(wants == 0 ? "no arguments" : wants == 1 ? "1 argument" : "\(wants) arguments"), not \(has)"
    }

    /// Puts the expansion on the stack, to be read next.
    func push(_ macro: Macro, _ spans: [Range<Int>], _ token: Token) -> Bool {
        guard frames.count < Self.maximumDepth, tokens.count < Self.maximumTokens else {
            diagnostics.error(frames.count >= Self.maximumDepth
                ? "macro calls are nested \(frames.count) deep: '\(text(token))' seems to call itself without end"
                : "the expansion of '\(text(token))' grows without end", origin(token))
            // Nothing that follows from here is of use.
            frames.removeSubrange(1...)
            position = end
            return false
        }
        frames.append(Frame(position: position, end: end, cut: tokens.count, expansion: expansion))
        enterExpansion(macro.name, token)
        position = tokens.count
        substitute(macro, spans)
        end = tokens.count
        return true
    }

    func enterExpansion(_ name: Int32, _ token: Token) {
        diagnostics.expansions.append(Diagnostics.Expansion(macroName: name, origin: origin(token)))
        expansion = UInt32(diagnostics.expansions.count - 1)
    }

    /// Appends the macro's body with its arguments in place.
    func substitute(_ macro: Macro, _ spans: [Range<Int>]) {
        let start = tokens.count
        var fresh = -1
        for index in macro.body {
            let token = bodies[index]
            switch token.kind {
            case .parameter:
                let span = spans[Int(token.payload)]
                if span.isEmpty {
                    if macro.hasPaste { tokens.append(Token(.nothing, at: token.position)) }
                } else {
                    tokens.append(from: span.lowerBound, to: span.upperBound)
                }
            case .fresh:
                if fresh < 0 {
                    freshCount += 1
                    fresh = freshCount
                }
                var name = Array(words.names.bytes(token.payload))
                name.remove(at: 1)
                name.append(contentsOf: "__\(fresh)".utf8)
                let word = name.withUnsafeBufferPointer { words.intern($0) }
                words[word].isFresh = true
                tokens.append(Token(.word, word, at: token.position))
            default: tokens.append(token)
            }
        }
        if macro.hasPaste { paste(from: start) }
    }

    /// Joins the neighbours of each ## from `start` on.
    func paste(from start: Int) {
        var out = start
        var i = start
        let count = tokens.count
        while i < count {
            let token = tokens[i]
            guard token.kind == .paste else {
                if token.kind != .nothing || i + 1 < count && tokens[i + 1].kind == .paste {
                    tokens[out] = token
                    out += 1
                }
                i += 1
                continue
            }
            guard out > start, i + 1 < count else {
                diagnostics.error("## needs something to paste on both sides", origin(token))
                i += 1
                continue
            }
            let left = tokens[out - 1], right = tokens[i + 1]
            i += 2
            if left.kind == .nothing {
                tokens[out - 1] = right
                if right.kind == .nothing && !(i < count && tokens[i].kind == .paste) { out -= 1 }
            } else if right.kind == .nothing {
                continue
            } else if left.kind == .word && right.kind == .word {
                let joined = Array(words.names.bytes(left.payload)) + Array(words.names.bytes(right.payload))
                // A lone sigil says less of where the word comes from than what it was pasted to.
                tokens[out - 1] = Token(.word, joined.withUnsafeBufferPointer { words.intern($0) },
                                        at: words[left.payload].length == 1 ? right.position : left.position)
            } else {
                diagnostics.error("## cannot paste '\(text(left))' and '\(text(right))'", origin(token))
            }
        }
        tokens.cut(to: out)
    }
}
