/// Expressions in parentheses: operator first, 64 bits with sign.
extension Expander {
    struct Pending {
        let op: Token
        let valuesStart: Int
        /// For an expression that a macro stands for: where to go on behind it.
        let resume: (position: Int, end: Int, cut: Int, expansion: UInt32)?
    }

    func evaluate(_ span: Range<Int>) -> Int64? { evaluate(span, else: nil) }

    /// The value of a span that is one expression; nil after an error. Nested as deep as memory allows.
    func evaluate(_ span: Range<Int>, else place: Token?) -> Int64? {
        var values: [Int64] = []
        var stack: [Pending] = []
        var at = span.lowerBound
        var limit = span.upperBound
        let outerExpansion = expansion
        let outerCount = tokens.count
        defer {
            expansion = outerExpansion
            tokens.cut(to: outerCount)
        }
        func fail(_ message: String, _ token: Token?) -> Int64? {
            if let token = token ?? place { diagnostics.error(message, origin(token)) } else {
                diagnostics.error(message, Origin(position: span.lowerBound < outerCount ? tokens[span.lowerBound].position : 0,
                                                  expansion: expansion))
            }
            return nil
        }
        while true {
            while at < limit && tokens[at].kind == .newline { at += 1 }
            if at >= limit {
                guard let top = stack.last else {
                    guard values.count == 1 else {
                        return fail(values.isEmpty ? "expected a number, found nothing" : "expected one number, found \(values.count)", nil)
                    }
                    return values[0]
                }
                guard let resume = top.resume else { return fail("this expression has no closing ')'", top.op) }
                guard values.count == top.valuesStart + 1 else {
                    return fail("'\(text(top.op))' does not stand for one number", top.op)
                }
                stack.removeLast()
                tokens.cut(to: resume.cut)
                at = resume.position
                limit = resume.end
                expansion = resume.expansion
                continue
            }
            let token = tokens[at]
            at += 1
            switch token.kind {
            case .open, .openTouching:
                while at < limit && tokens[at].kind == .newline { at += 1 }
                guard at < limit, tokens[at].kind == .word else { return fail("expected an operator behind '('", token) }
                let op = tokens[at]
                at += 1
                if text(op) == "strlen" {
                    guard let string = stringOperand(&at, limit), at < limit, tokens[at].kind == .close else {
                        return fail("(strlen …) takes one string", op)
                    }
                    at += 1
                    let raw = words.names.bytes(string.payload).count - 2
                    let count = unescape(string).count
                    if raw != count && !isLenient {
                        return fail("(strlen …) of a string with escapes: it stands for \(count) bytes, and other tools count "
                            + "\(raw) characters; write the number", string)
                    }
                    values.append(Int64(raw))
                } else {
                    stack.append(Pending(op: op, valuesStart: values.count, resume: nil))
                }
            case .close:
                guard let top = stack.popLast(), top.resume == nil else { return fail("')' without '('", token) }
                let operands = values[top.valuesStart...]
                guard let result = apply(top.op, Array(operands)) else { return nil }
                values.removeSubrange(top.valuesStart...)
                values.append(result)
            case .word:
                let info = words[token.payload]
                if info.isInteger {
                    values.append(info.value)
                    continue
                }
                if info.isOctal {
                    if isLenient {
                        values.append(info.value)
                        continue
                    }
                    return fail("'\(text(token))' is octal for other tools; write a number without a leading zero", token)
                }
                if info.isTooLarge { return fail("'\(text(token))' does not fit in 64 bits", token) }
                if info.macro < 0, let number = machineNumber(token.payload) {
                    if isChecked(token) && !BaseDialect.systemCalls.contains(text(token)) {
                        return fail("not every backend has '\(text(token))'; expected a definition of it in this text", token)
                    }
                    if at + 1 < limit, tokens[at].kind == .openTouching, tokens[at + 1].kind == .close { at += 2 }
                    values.append(number)
                    continue
                }
                var macro = info.macro
                var spans: [Range<Int>] = []
                let touching = at < limit && tokens[at].kind == .openTouching
                if macro >= 0 || info.builtin != WordInfo.noBuiltin {
                    if touching {
                        let savedPosition = position, savedEnd = end
                        position = at + 1
                        end = limit
                        let found = arguments(of: token)
                        at = position
                        position = savedPosition
                        end = savedEnd
                        guard let found else { return nil }
                        spans = found
                    }
                    if macro < 0 {
                        switch builtin(info) {
                        case .local where spans.count == 1:
                            guard let local = localMacro(spans[0], token) else { return nil }
                            macro = Int32(local)
                            spans = []
                        case .select where spans.count == 3:
                            guard stack.count < Self.maximumDepth, let condition = evaluate(spans[0]) else { return nil }
                            let chosen = spans[condition != 0 ? 1 : 2]
                            stack.append(Pending(op: token, valuesStart: values.count, resume: (at, limit, tokens.count, expansion)))
                            at = chosen.lowerBound
                            limit = chosen.upperBound
                            continue
                        default: break
                        }
                    }
                }
                guard macro >= 0 else {
                    return fail("expected a number, found '\(text(token))'", token)
                }
                readMacro(Int(macro))
                let called = macros[Int(macro)]
                if isBaseOnly { checkCall(called.name, definedAt: called.position, token) }
                if called.parameterCount == 1 && spans.isEmpty && touching { spans = [at..<at] }
                guard spans.count == called.parameterCount else {
                    return fail(wrongCount(text(token), wants: called.parameterCount, has: spans.count), token)
                }
                guard stack.count < Self.maximumDepth, tokens.count < Self.maximumTokens else {
                    return fail("'\(text(token))' seems to call itself without end", token)
                }
                stack.append(Pending(op: token, valuesStart: values.count, resume: (at, limit, tokens.count, expansion)))
                enterExpansion(called.name, token)
                at = tokens.count
                substitute(called, spans)
                limit = tokens.count
            default:
                return fail("expected a number, found '\(text(token))'", token)
            }
        }
    }

    private func stringOperand(_ at: inout Int, _ limit: Int) -> Token? {
        while at < limit && tokens[at].kind == .newline { at += 1 }
        guard at < limit else { return nil }
        if tokens[at].kind == .string {
            at += 1
            return tokens[at - 1]
        }
        if at + 3 < limit, tokens[at].kind == .word, case .string? = builtin(words[tokens[at].payload]), tokens[at + 3].kind == .close {
            at += 4
            return makeString((at - 2)..<(at - 1), tokens[at - 4])
        }
        return nil
    }

    func apply(_ op: Token, _ operands: [Int64]) -> Int64? {
        guard let function = ExpressionOperator(name: text(op)) else {
            diagnostics.error("unknown operator '\(text(op))'", origin(op))
            return nil
        }
        guard function.accepts(operands.count) else {
            diagnostics.error("'\(text(op))' cannot take \(operands.count) operands", origin(op))
            return nil
        }
        guard let value = function.apply(operands) else {
            diagnostics.error("division by zero", origin(op))
            return nil
        }
        return value
    }
}

/// What stands first in an expression's parentheses.
struct ExpressionOperator {
    private let name: String
    private let fewest: Int
    private let most: Int

    init?(name: String) {
        switch name {
        case "+", "*", "&", "|", "^", "-": (fewest, most) = (1, Int.max)
        case "~": (fewest, most) = (1, 1)
        case "/", "%", "<<", ">>", "=", "!=", "<", "<=", ">", ">=": (fewest, most) = (2, 2)
        default: return nil
        }
        self.name = name
    }

    func accepts(_ count: Int) -> Bool { count >= fewest && count <= most }

    /// Nil for a division by zero.
    func apply(_ v: [Int64]) -> Int64? {
        switch name {
        case "+": return v.reduce(0, &+)
        case "*": return v.reduce(1, &*)
        case "&": return v.reduce(-1, &)
        case "|": return v.reduce(0, |)
        case "^": return v.reduce(0, ^)
        case "-": return v.count == 1 ? 0 &- v[0] : v.dropFirst().reduce(v[0], &-)
        case "~": return ~v[0]
        case "/": return v[1] == 0 ? nil : v[0].dividedReportingOverflow(by: v[1]).partialValue
        case "%": return v[1] == 0 ? nil : v[0].remainderReportingOverflow(dividingBy: v[1]).partialValue
        case "<<": return v[0] &<< v[1]
        case ">>": return v[0] &>> v[1]
        case "=": return v[0] == v[1] ? 1 : 0
        case "!=": return v[0] != v[1] ? 1 : 0
        case "<": return v[0] < v[1] ? 1 : 0
        case "<=": return v[0] <= v[1] ? 1 : 0
        case ">": return v[0] > v[1] ? 1 : 0
        default: return v[0] >= v[1] ? 1 : 0
        }
    }
}
