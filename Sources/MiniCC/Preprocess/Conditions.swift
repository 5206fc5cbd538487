/// An #if that is open.
struct OpenCondition {
    /// Its #.
    let location: SourceLocation
    /// A group of it was compiled, so the others are not.
    var wasTaken: Bool
    var elseLocation = SourceLocation.none
    /// It is the #ifndef that its file begins with: the guard may span the file.
    var guardName: Name = -1
}

/// #if and what belongs to it.
extension Preprocessor {
    func beginIf(_ hash: SourceLocation, _ location: SourceLocation) {
        let (value, guardName) = evaluateCondition("if")
        begin(OpenCondition(location: hash, wasTaken: value, guardName: isFirst(hash) ? guardName : -1))
    }

    func beginIfDefined(_ hash: SourceLocation, _ location: SourceLocation, wanted: Bool) {
        let directive = wanted ? "ifdef" : "ifndef"
        guard let name = macroName(directive, location) else {
            begin(OpenCondition(location: hash, wasTaken: false))
            return
        }
        expectEndOfLine(directive)
        let isDefined = facts[name].macro >= 0
        begin(OpenCondition(location: hash, wasTaken: isDefined == wanted, guardName: !wanted && isFirst(hash) ? name : -1))
    }

    /// Whether this # is the first token of its file.
    private func isFirst(_ hash: SourceLocation) -> Bool { frames.last.map { $0.firstHash == hash } ?? false }

    /// The name behind #ifdef and the like; nil, and an error, if there is none.
    func macroName(_ directive: String, _ location: SourceLocation) -> Name? {
        var token = Token(.endOfLine)
        lexer.lex(into: &token)
        if token.kind == .identifier { return token.name }
        if token.kind == .endOfLine {
            diagnostics.error(location, "#\(directive) wants the name of a macro")
        } else {
            diagnostics.error(token.location, "#\(directive) wants the name of a macro, which is an identifier")
            skipLine()
        }
        return nil
    }

    private func begin(_ condition: OpenCondition) {
        conditions.append(condition)
        if !condition.wasTaken { skipGroup() }
    }

    /// #elif or #else reached from a group that was compiled: the rest is skipped.
    func otherwise(_ directive: Directive, _ location: SourceLocation) {
        guard conditions.count > (frames.last?.conditionBase ?? 0) else {
            diagnostics.error(location, "#\(directive.rawValue) without #if")
            skipLine()
            return
        }
        _ = checkOtherwise(directive, location)
        if directive == .else { expectEndOfLine("else") } else { skipLine() }
        skipGroup()
    }

    /// Marks #else, and reports what may not follow it.
    private func checkOtherwise(_ directive: Directive, _ location: SourceLocation) -> Bool {
        let last = conditions.count - 1
        conditions[last].guardName = -1
        if conditions[last].elseLocation.isValid {
            diagnostics.error(location, "#\(directive.rawValue) after #else")
            diagnostics.note(conditions[last].elseLocation, "the #else is here")
            return false
        }
        if directive == .else { conditions[last].elseLocation = location }
        return true
    }

    func endIf(_ location: SourceLocation) {
        guard conditions.count > (frames.last?.conditionBase ?? 0), let condition = conditions.popLast() else {
            diagnostics.error(location, "#endif without #if")
            skipLine()
            return
        }
        expectEndOfLine("endif")
        if condition.guardName >= 0 && conditions.count == (frames.last?.conditionBase ?? 0) { noteGuard(condition.guardName) }
    }

    /// When nothing but white space follows the #endif, the file need not be read again while the macro is defined.
    private func noteGuard(_ name: Name) {
        guard let record = frames.last?.record else { return }
        let saved = lexer
        lexer.inDirective = false
        var token = Token(.endOfLine)
        lexer.lex(into: &token)
        if token.kind == .endOfFile { files.records[Int(record)].guardName = name }
        lexer = saved
    }

    /// Goes on behind the directive that ends a group which is not compiled: at the first group that is, or behind
    /// #endif. The condition is the last one; the cursor stands at the end of its directive's line.
    private func skipGroup() {
        var depth = 0
        var token = Token(.endOfLine)
        lexer.inDirective = false
        while lexer.skipToDirective() {
            lexer.inDirective = true
            lexer.lex(into: &token)
            guard token.kind == .identifier, let directive = wellKnown.directive(token.name) else {
                lexer.inDirective = false
                continue
            }
            switch directive {
            case .if, .ifdef, .ifndef:
                depth += 1
            case .endif:
                if depth == 0 {
                    endIf(token.location)
                    return
                }
                depth -= 1
            case .else, .elif, .elifdef, .elifndef:
                guard depth == 0 else { break }
                let isFine = checkOtherwise(directive, token.location)
                let last = conditions.count - 1
                if conditions[last].wasTaken || !isFine { break }
                if directive == .else {
                    conditions[last].wasTaken = true
                    expectEndOfLine("else")
                    return
                }
                let holds: Bool
                if directive == .elif {
                    holds = evaluateCondition("elif").value
                } else {
                    let name = macroName(directive.rawValue, token.location)
                    if name != nil { expectEndOfLine(directive.rawValue) }
                    holds = name.map { (facts[$0].macro >= 0) == (directive == .elifdef) } ?? false
                }
                if holds {
                    conditions[last].wasTaken = true
                    return
                }
            default:
                break
            }
            lexer.inDirective = false
            if diagnostics.shouldStop { break }
        }
        // The end of the file reports what is unterminated.
    }
}
