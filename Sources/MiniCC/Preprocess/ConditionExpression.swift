/// The expression behind #if and #elif: 64-bit arithmetic, signed unless an operand is unsigned.
extension Preprocessor {
    private struct Value {
        var bits: UInt64
        var isUnsigned = false

        init(_ bits: UInt64, unsigned: Bool = false) {
            self.bits = bits
            isUnsigned = unsigned
        }

        init(_ truth: Bool) { bits = truth ? 1 : 0 }
        var signed: Int64 { Int64(bitPattern: bits) }
    }

    /// Reads an expression one token ahead.
    private struct Reader {
        var token = Token(.endOfLine)
        var depth = 0
        /// One error is enough for one expression.
        var failed = false
        let directive: String
        let start: SourceLocation
        /// Set when the whole expression is `!defined NAME`.
        var guardName: Name = -1
    }

    /// Evaluates the rest of the directive's line. An expression that is wrong counts as false.
    func evaluateCondition(_ directive: String) -> (value: Bool, guardName: Name) {
        var reader = Reader(directive: directive, start: lexer.location(lexer.cursor))
        let first = lexer.cursor
        advance(&reader)
        let isGuard = reader.token.kind == .exclamation
        let value = comma(&reader, isEvaluated: true)
        if !reader.failed && reader.token.kind != .endOfLine {
            fail(&reader, reader.token.location, reader.token.kind == .rightParen ? "')' without '('"
                : "an operator is missing before '\(spelling(reader.token))' in this #\(directive)")
        }
        if reader.failed { skipLine() }
        let guardName = isGuard && !reader.failed ? guardOf(first) : -1
        return (!reader.failed && value.bits != 0, guardName)
    }

    /// The name in `!defined NAME` or `!defined(NAME)` when the line says just that.
    private func guardOf(_ start: UnsafePointer<UInt8>) -> Name {
        let saved = lexer
        defer { lexer = saved }
        lexer.rewind(to: start, flags: [])
        var token = Token(.endOfLine)
        lexer.lex(into: &token)
        lexer.lex(into: &token)
        guard token.kind == .identifier, token.name == wellKnown.defined else { return -1 }
        lexer.lex(into: &token)
        let isParenthesized = token.kind == .leftParen
        if isParenthesized { lexer.lex(into: &token) }
        guard token.kind == .identifier else { return -1 }
        let name = token.name
        lexer.lex(into: &token)
        if isParenthesized {
            guard token.kind == .rightParen else { return -1 }
            lexer.lex(into: &token)
        }
        return token.kind == .endOfLine ? name : -1
    }

    private func advance(_ reader: inout Reader) { expandedToken(into: &reader.token) }

    private func fail(_ reader: inout Reader, _ location: SourceLocation, _ message: String) {
        if !reader.failed { diagnostics.error(location.isValid ? location : reader.start, message) }
        reader.failed = true
    }

    // MARK: - Operators

    private func comma(_ reader: inout Reader, isEvaluated: Bool) -> Value {
        var value = conditional(&reader, isEvaluated: isEvaluated)
        while reader.token.kind == .comma && !reader.failed {
            diagnostics.warning(.pedantic, reader.token.location, "comma operator in #\(reader.directive)")
            advance(&reader)
            value = conditional(&reader, isEvaluated: isEvaluated)
        }
        return value
    }

    private func conditional(_ reader: inout Reader, isEvaluated: Bool) -> Value {
        let condition = binary(&reader, minimum: 1, isEvaluated: isEvaluated)
        guard reader.token.kind == .question, !reader.failed else { return condition }
        let question = reader.token.location
        guard enter(&reader, question) else { return condition }
        defer { reader.depth -= 1 }
        advance(&reader)
        let isTrue = condition.bits != 0
        var first = conditional(&reader, isEvaluated: isEvaluated && isTrue)
        guard reader.token.kind == .colon else {
            fail(&reader, reader.token.location, "':' expected")
            if reader.token.location.isValid { diagnostics.note(question, "to match this '?'") }
            return first
        }
        advance(&reader)
        var second = conditional(&reader, isEvaluated: isEvaluated && !isTrue)
        let isUnsigned = first.isUnsigned || second.isUnsigned
        first.isUnsigned = isUnsigned
        second.isUnsigned = isUnsigned
        return isTrue ? first : second
    }

    private func enter(_ reader: inout Reader, _ location: SourceLocation) -> Bool {
        reader.depth += 1
        if reader.depth < 1000 { return true }
        fail(&reader, location, "the expression is nested too deeply")
        return false
    }

    private static func precedence(_ kind: TokenKind) -> Int {
        switch kind {
        case .pipePipe: return 1
        case .ampersandAmpersand: return 2
        case .pipe: return 3
        case .caret: return 4
        case .ampersand: return 5
        case .equalEqual, .exclamationEqual: return 6
        case .less, .greater, .lessEqual, .greaterEqual: return 7
        case .lessLess, .greaterGreater: return 8
        case .plus, .minus: return 9
        case .star, .slash, .percent: return 10
        default: return 0
        }
    }

    private func binary(_ reader: inout Reader, minimum: Int, isEvaluated: Bool) -> Value {
        var left = unary(&reader, isEvaluated: isEvaluated)
        while !reader.failed {
            let op = reader.token.kind
            let precedence = Preprocessor.precedence(op)
            guard precedence >= minimum else { break }
            let location = reader.token.location
            guard enter(&reader, location) else { break }
            advance(&reader)
            let skipsRight = op == .pipePipe && left.bits != 0 || op == .ampersandAmpersand && left.bits == 0
            let right = binary(&reader, minimum: precedence + 1, isEvaluated: isEvaluated && !skipsRight)
            reader.depth -= 1
            if reader.failed { break }
            left = combine(op, left, right, &reader, location, isEvaluated: isEvaluated)
        }
        return left
    }

    private func combine(_ op: TokenKind, _ a: Value, _ b: Value, _ reader: inout Reader, _ location: SourceLocation,
                         isEvaluated: Bool) -> Value {
        let isUnsigned = a.isUnsigned || b.isUnsigned
        var overflow = false
        var bits: UInt64 = 0
        switch op {
        case .pipePipe: return Value(a.bits != 0 || b.bits != 0)
        case .ampersandAmpersand: return Value(a.bits != 0 && b.bits != 0)
        case .equalEqual: return Value(a.bits == b.bits)
        case .exclamationEqual: return Value(a.bits != b.bits)
        case .less: return Value(isUnsigned ? a.bits < b.bits : a.signed < b.signed)
        case .greater: return Value(isUnsigned ? a.bits > b.bits : a.signed > b.signed)
        case .lessEqual: return Value(isUnsigned ? a.bits <= b.bits : a.signed <= b.signed)
        case .greaterEqual: return Value(isUnsigned ? a.bits >= b.bits : a.signed >= b.signed)
        case .pipe: bits = a.bits | b.bits
        case .caret: bits = a.bits ^ b.bits
        case .ampersand: bits = a.bits & b.bits
        case .lessLess, .greaterGreater:
            return Value(shift(a, b, left: op == .lessLess), unsigned: a.isUnsigned)
        case .plus:
            bits = a.bits &+ b.bits
            overflow = a.signed.addingReportingOverflow(b.signed).overflow
        case .minus:
            bits = a.bits &- b.bits
            overflow = a.signed.subtractingReportingOverflow(b.signed).overflow
        case .star:
            bits = a.bits &* b.bits
            overflow = a.signed.multipliedReportingOverflow(by: b.signed).overflow
        default:
            if b.bits == 0 {
                if isEvaluated { fail(&reader, location, "division by zero in #\(reader.directive)") }
                return Value(0, unsigned: isUnsigned)
            }
            if isUnsigned {
                bits = op == .slash ? a.bits / b.bits : a.bits % b.bits
            } else if b.signed == -1 {
                // The one quotient that does not fit.
                overflow = op == .slash && a.signed == Int64.min
                bits = op == .slash ? 0 &- a.bits : 0
            } else {
                bits = UInt64(bitPattern: op == .slash ? a.signed / b.signed : a.signed % b.signed)
            }
        }
        if overflow && !isUnsigned && isEvaluated {
            diagnostics.warning(.overflow, location, "integer overflow in #\(reader.directive)")
        }
        return Value(bits, unsigned: isUnsigned)
    }

    /// A negative count shifts the other way, as in other preprocessors.
    private func shift(_ a: Value, _ b: Value, left: Bool) -> UInt64 {
        let isNegative = !b.isUnsigned && b.signed < 0
        let count = isNegative ? 0 &- b.bits : b.bits
        if left != isNegative { return count > 63 ? 0 : a.bits << count }
        if a.isUnsigned { return count > 63 ? 0 : a.bits >> count }
        return UInt64(bitPattern: a.signed >> Int64(min(count, 63)))
    }

    // MARK: - Operands

    private func unary(_ reader: inout Reader, isEvaluated: Bool) -> Value {
        let token = reader.token
        switch token.kind {
        case .plus, .minus, .tilde, .exclamation:
            guard enter(&reader, token.location) else { return Value(0) }
            defer { reader.depth -= 1 }
            advance(&reader)
            let operand = unary(&reader, isEvaluated: isEvaluated)
            switch token.kind {
            case .plus: return operand
            case .minus:
                if !operand.isUnsigned && operand.signed == Int64.min && isEvaluated && !reader.failed {
                    diagnostics.warning(.overflow, token.location, "integer overflow in #\(reader.directive)")
                }
                return Value(0 &- operand.bits, unsigned: operand.isUnsigned)
            case .tilde: return Value(~operand.bits, unsigned: operand.isUnsigned)
            default: return Value(operand.bits == 0)
            }
        case .leftParen:
            guard enter(&reader, token.location) else { return Value(0) }
            defer { reader.depth -= 1 }
            advance(&reader)
            let value = comma(&reader, isEvaluated: isEvaluated)
            if reader.failed { return value }
            guard reader.token.kind == .rightParen else {
                fail(&reader, reader.token.location, "')' expected in #\(reader.directive)")
                diagnostics.note(token.location, "to match this '('")
                return value
            }
            advance(&reader)
            return value
        case .number:
            var constant = token
            guard convertNumber(&constant) else {
                reader.failed = true
                return Value(0)
            }
            guard constant.kind == .integer else {
                fail(&reader, token.location, "a floating constant in #\(reader.directive): it calculates with integers only")
                return Value(0)
            }
            advance(&reader)
            let isUnsigned = constant.integerType == .unsignedInt || constant.integerType == .unsignedLong
                || constant.integerType == .unsignedLongLong
            return Value(constant.payload, unsigned: isUnsigned)
        case .rawCharacter:
            var constant = token
            guard convertCharacter(&constant) else {
                reader.failed = true
                return Value(0)
            }
            advance(&reader)
            return Value(constant.payload)
        case .identifier:
            return identifier(&reader, token, isEvaluated: isEvaluated)
        case .endOfLine:
            fail(&reader, token.location, "#\(reader.directive) lacks an operand")
            return Value(0)
        case .rawString:
            fail(&reader, token.location, "a string in #\(reader.directive): it calculates with integers only")
            return Value(0)
        default:
            fail(&reader, token.location, "'\(spelling(token))' is no operand for #\(reader.directive)")
            return Value(0)
        }
    }

    private func identifier(_ reader: inout Reader, _ token: Token, isEvaluated: Bool) -> Value {
        if token.name == wellKnown.defined { return definedOperator(&reader, token) }
        let macro = facts[token.name].macro
        if macro >= 0 && table.macros[Int(macro)].builtin.isOperator {
            return featureOperator(&reader, token, table.macros[Int(macro)].builtin)
        }
        advance(&reader)
        if reader.token.kind == .leftParen {
            fail(&reader, token.location, "macro '\(names.string(token.name))' is not defined, but called in this #\(reader.directive)")
            return Value(0)
        }
        if isEvaluated { diagnostics.warning(.undefinedMacro, token.location, "'\(names.string(token.name))' is not defined and counts as 0") }
        if options.dialect.standard >= .c23 && names.string(token.name) == "true" { return Value(1) }
        return Value(0)
    }

    private func definedOperator(_ reader: inout Reader, _ token: Token) -> Value {
        rawToken(into: &reader.token)
        let isParenthesized = reader.token.kind == .leftParen
        if isParenthesized { rawToken(into: &reader.token) }
        guard reader.token.kind == .identifier else {
            fail(&reader, reader.token.location.isValid ? reader.token.location : token.location, "'defined' wants the name of a macro")
            return Value(0)
        }
        let isDefined = facts[reader.token.name].macro >= 0
        if isParenthesized {
            rawToken(into: &reader.token)
            guard reader.token.kind == .rightParen else {
                fail(&reader, reader.token.location, "')' expected behind 'defined(NAME'")
                return Value(0)
            }
        }
        advance(&reader)
        return Value(isDefined)
    }

    /// __has_include and its relatives.
    private func featureOperator(_ reader: inout Reader, _ token: Token, _ builtin: BuiltinMacro) -> Value {
        let name = names.string(token.name)
        rawToken(into: &reader.token)
        guard reader.token.kind == .leftParen else {
            fail(&reader, token.location, "'(' expected behind '\(name)'")
            return Value(0)
        }
        var answer: UInt64 = 0
        if builtin == .hasInclude || builtin == .hasIncludeNext || builtin == .hasEmbed {
            guard let header = headerName(token.location) else {
                reader.failed = true
                return Value(0)
            }
            if builtin != .hasEmbed {
                answer = findHeader(header.name, isAngled: header.isAngled, next: builtin == .hasIncludeNext) != nil ? 1 : 0
            }
            rawToken(into: &reader.token)
        } else {
            rawToken(into: &reader.token)
            if reader.token.kind == .identifier { answer = Features.answer(builtin, names.string(reader.token.name)) }
            // gnu::name, and strings with a warning's name
            while reader.token.kind != .rightParen && reader.token.kind != .endOfLine { rawToken(into: &reader.token) }
        }
        guard reader.token.kind == .rightParen else {
            fail(&reader, reader.token.location.isValid ? reader.token.location : token.location, "')' expected behind the operand of '\(name)'")
            return Value(0)
        }
        advance(&reader)
        return Value(answer)
    }
}
