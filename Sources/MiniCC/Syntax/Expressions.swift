/// The grammar of expressions. What an operator means for its operands' types is in Operators.swift.
extension Parser {
    mutating func parseExpression() -> NodeID {
        var left = parseAssignment()
        while kind == .comma {
            let place = location
            advance()
            if tree[left].kind != .cast || types.kind(type(left)) != .void { warnUnusedValue(left) }
            let right = rvalue(parseAssignment())
            left = make(.comma, place, type: type(right).unqualified, a: rvalue(left), b: right)
        }
        return left
    }

    mutating func parseAssignment() -> NodeID {
        // Most expressions between commas are one token long.
        if tokens.peek() == .comma || tokens.peek() == .rightParen || tokens.peek() == .semicolon {
            switch kind {
            case .identifier, .integer, .string, .floating, .character: return parsePrimary()
            default: break
            }
        }
        guard descend() else { return invalid(location) }
        defer { depth -= 1 }
        let left = parseConditional()
        let place = location
        let op: BinaryOperator
        switch kind {
        case .equal:
            advance()
            let right = parseAssignment()
            return makeAssignment(left, right, place)
        case .starEqual: op = .multiply
        case .slashEqual: op = .divide
        case .percentEqual: op = .remainder
        case .plusEqual: op = .add
        case .minusEqual: op = .subtract
        case .lessLessEqual: op = .shiftLeft
        case .greaterGreaterEqual: op = .shiftRight
        case .ampersandEqual: op = .and
        case .caretEqual: op = .xor
        case .pipeEqual: op = .or
        default: return left
        }
        advance()
        let right = parseAssignment()
        return makeCompoundAssignment(op, left, right, place)
    }

    /// A conditional expression: what the grammar calls a constant expression is one.
    mutating func parseConditional() -> NodeID {
        let condition = parseBinary(1)
        guard kind == .question else { return condition }
        guard descend() else { return invalid(location) }
        defer { depth -= 1 }
        let place = location
        advance()
        if accept(.colon) {
            let otherwise = parseConditional()
            return makeOmittedConditional(condition, otherwise, place)
        }
        let known = tree[condition].kind == .integer ? tree[condition].value : nil
        if known == 0 { leftOut += 1 }
        let then = parseExpression()
        if known == 0 { leftOut -= 1 }
        if !expect(.colon, "in a conditional expression") { return then }
        let isDecided = known != nil && known != 0
        if isDecided { leftOut += 1 }
        let otherwise = parseConditional()
        if isDecided { leftOut -= 1 }
        return makeConditional(condition, then, otherwise, place)
    }

    /// 0: no binary operator.
    @inline(__always)
    private func precedence(_ kind: TokenKind) -> Int {
        switch kind {
        case .star, .slash, .percent: return 10
        case .plus, .minus: return 9
        case .lessLess, .greaterGreater: return 8
        case .less, .greater, .lessEqual, .greaterEqual: return 7
        case .equalEqual, .exclamationEqual: return 6
        case .ampersand: return 5
        case .caret: return 4
        case .pipe: return 3
        case .ampersandAmpersand: return 2
        case .pipePipe: return 1
        default: return 0
        }
    }

    private mutating func parseBinary(_ minimum: Int) -> NodeID { parseBinaryRest(parseCast(), minimum) }

    /// Whether the right operand of `&&` or `||` does not count, because the left one is a constant.
    @inline(__always)
    private func decides(_ op: TokenKind, _ left: NodeID) -> Bool {
        guard op == .ampersandAmpersand || op == .pipePipe, tree[left].kind == .integer else { return false }
        return (tree[left].value == 0) == (op == .ampersandAmpersand)
    }

    /// Goes on with `left` as the first operand of operators of at least this level.
    private mutating func parseBinaryRest(_ first: NodeID, _ minimum: Int) -> NodeID {
        var left = first
        while true {
            let op = kind
            let level = precedence(op)
            if level < minimum { return left }
            let place = location
            let isDecided = decides(op, left)
            if isDecided { leftOut += 1 }
            advance()
            var right = parseCast()
            // What binds tighter on the right belongs to the right operand.
            while precedence(kind) > level { right = parseBinaryRest(right, level + 1) }
            if isDecided { leftOut -= 1 }
            left = makeBinary(op, left, right, place)
        }
    }

    mutating func parseCast() -> NodeID {
        switch kind {
        case .identifier, .integer:
            let primary = parsePrimary()
            return isPostfix ? parsePostfix(primary) : primary
        case .leftParen where atTypeName(1):
            break
        default:
            return parseUnary()
        }
        guard descend() else { return invalid(location) }
        defer { depth -= 1 }
        let opened = location
        advance()
        let bindMark = pendingBinds.count
        let type = parseTypeName()
        expectClosing(.rightParen, opened: opened)
        if kind == .leftBrace {
            return parsePostfix(parseCompoundLiteral(type, opened))
        }
        let operand = parseCast()
        return withBinds(from: bindMark, makeExplicitCast(operand, type, opened))
    }

    /// Sizes of variable arrays named in a cast or sizeof are computed just before its value.
    private mutating func withBinds(from mark: Int, _ node: NodeID) -> NodeID {
        guard pendingBinds.count > mark, unevaluated == 0 else { return node }
        var result = node
        while pendingBinds.count > mark {
            let bind = pendingBinds.removeLast()
            result = make(.comma, tree[node].location, type: type(result).unqualified, a: bind, b: result)
        }
        return result
    }

    @inline(__always)
    private var isPostfix: Bool {
        switch kind {
        case .leftParen, .leftBracket, .dot, .arrow, .plusPlus, .minusMinus: return true
        default: return false
        }
    }

    private mutating func parseUnary() -> NodeID {
        let place = location
        switch kind {
        case .plus, .minus, .tilde, .exclamation, .star, .ampersand:
            guard descend() else { return invalid(location) }
            defer { depth -= 1 }
            let op = kind
            advance()
            let operand = parseCast()
            return makeUnary(op, operand, place)
        case .plusPlus, .minusMinus:
            guard descend() else { return invalid(location) }
            defer { depth -= 1 }
            let isMinus = kind == .minusMinus
            advance()
            return makeIncrement(parseCast(), isPostfix: false, isMinus: isMinus, place)
        case .kwSizeof:
            return parseSizeof()
        case .kwAlignof:
            return parseAlignof()
        case .kwExtension:
            guard descend() else { return invalid(location) }
            defer { depth -= 1 }
            advance()
            return parseCast()
        case .ampersandAmpersand:
            advance()
            guard kind == .identifier else {
                syntaxError("expected the name of a label after '&&'")
                return invalid(place)
            }
            let label = referLabel(token.name, location)
            tree.labels[label].isAddressTaken = true
            advance()
            return make(.labelAddress, place, type: types.pointer(to: .void), a: label.inNode)
        default:
            let primary = parsePrimary()
            return isPostfix ? parsePostfix(primary) : primary
        }
    }

    private mutating func parseSizeof() -> NodeID {
        guard descend() else { return invalid(location) }
        defer { depth -= 1 }
        let place = location
        advance()
        let bindMark = pendingBinds.count
        var type: TypeID
        var operand: NodeID = .none
        if kind == .leftParen && atTypeName(1) {
            let opened = location
            advance()
            type = parseTypeName()
            expectClosing(.rightParen, opened: opened)
            if kind == .leftBrace {
                unevaluated += 1
                operand = parsePostfix(parseCompoundLiteral(type, opened))
                unevaluated -= 1
                type = self.type(operand)
            }
        } else {
            unevaluated += 1
            operand = parseUnaryOperand()
            unevaluated -= 1
            type = self.type(operand)
        }
        if operand != .none, bitFieldWidth(operand) != nil {
            error(place, "'sizeof' applied to a bit-field")
            return invalid(place)
        }
        let entry = types[type]
        switch entry.kind {
        case .invalid: return invalid(place)
        case .variableArray:
            let size = make(.variable, place, type: .unsignedLong, a: SymbolID(Int(entry.count)).inNode, flags: .lvalue)
            if entry.count < 0 { return makeInteger(8, .unsignedLong, place) }
            return withBinds(from: bindMark, make(.cast, place, type: .unsignedLong, a: size))
        case .void, .function:
            warn(.pointerArithmetic, place, "'sizeof' applied to \(entry.kind == .void ? "'void'" : "a function type")")
            return makeInteger(1, .unsignedLong, place)
        default:
            if !entry.isComplete {
                diagnostics.error(place, "invalid application of 'sizeof' to an incomplete type \(describe(type))")
                noteForwardDeclaration(type)
                return invalid(place)
            }
            pendingBinds.removeLast(pendingBinds.count - bindMark)
            return makeInteger(entry.size, .unsignedLong, place)
        }
    }

    private mutating func parseUnaryOperand() -> NodeID {
        kind == .identifier || kind == .integer ? parseCast() : parseUnary()
    }

    private mutating func parseAlignof() -> NodeID {
        let place = location
        advance()
        if kind == .leftParen && atTypeName(1) {
            let opened = location
            advance()
            var type = parseTypeName()
            expectClosing(.rightParen, opened: opened)
            while types.isArray(type) { type = types.base(type) }
            if !types.isComplete(type) && types.kind(type) != .invalid && !types.isFunction(type) && types.kind(type) != .void {
                error(place, "invalid application of '_Alignof' to an incomplete type \(describe(type))")
            }
            return makeInteger(Int64(max(types.alignment(type), typeNameAlignment)), .unsignedLong, place)
        }
        unevaluated += 1
        let node = parseUnaryOperand()
        unevaluated -= 1
        var alignment = types.alignment(type(node))
        if tree[node].kind == .variable { alignment = max(alignment, scopes[tree[node].symbol].alignment) }
        return makeInteger(Int64(alignment), .unsignedLong, place)
    }

    // MARK: Postfix

    private mutating func parsePostfix(_ primary: NodeID) -> NodeID {
        var node = primary
        while true {
            let place = location
            switch kind {
            case .leftParen:
                node = parseCall(node, place)
            case .leftBracket:
                advance()
                guard descend() else { return invalid(place) }
                let index = parseExpression()
                depth -= 1
                expectClosing(.rightBracket, opened: place)
                node = makeSubscript(node, index, place)
            case .dot, .arrow:
                let isArrow = kind == .arrow
                advance()
                guard kind == .identifier else {
                    syntaxError("expected the name of a member, not \(describeToken())")
                    return invalid(place)
                }
                let name = token.name
                let namePlace = location
                advance()
                node = makeMember(node, name, isArrow: isArrow, namePlace, operatorPlace: place)
            case .plusPlus, .minusMinus:
                let isMinus = kind == .minusMinus
                advance()
                node = makeIncrement(node, isPostfix: true, isMinus: isMinus, place)
            default:
                return node
            }
        }
    }

    // MARK: Primary

    mutating func parsePrimary() -> NodeID {
        let token = self.token
        let place = token.location
        switch token.kind {
        case .identifier:
            advance()
            return parseIdentifier(token.name, place)
        case .integer:
            advance()
            let type: TypeID
            switch token.integerType {
            case .int: type = .int
            case .unsignedInt: type = .unsignedInt
            case .long: type = .long
            case .unsignedLong: type = .unsignedLong
            case .longLong: type = .longLong
            case .unsignedLongLong: type = .unsignedLongLong
            }
            return makeInteger(Int64(bitPattern: token.integerValue), type, place)
        case .other:
            // A literal without its end; what stood behind it on the line may be lost with it.
            advance()
            lastSyntaxError = location
            return invalid(place)
        case .floating:
            advance()
            let type: TypeID = token.floatingType == .float ? .float : token.floatingType == .double ? .double : .longDouble
            return make(.floating, place, type: type, value: Int64(bitPattern: token.floatingValue.bitPattern))
        case .character:
            advance()
            let type: TypeID
            switch token.encoding {
            case .plain, .wide: type = .int
            case .utf8: type = .unsignedChar
            case .utf16: type = .unsignedShort
            case .utf32: type = .unsignedInt
            }
            return makeInteger(token.characterValue, type, place)
        case .string:
            advance()
            let entry = strings[token.stringIndex]
            let type = types.array(of: elementType(entry.encoding), count: Int64(entry.count) + 1) ?? .invalid
            return make(.string, place, type: type, a: NodeID(token.stringIndex), flags: .lvalue)
        case .leftParen:
            guard descend() else { return invalid(place) }
            defer { depth -= 1 }
            advance()
            if kind == .leftBrace { return parseStatementExpression(place) }
            let node = parseExpression()
            tree[node].flags.insert(.parenthesized)
            expectClosing(.rightParen, opened: place)
            return node
        case .kwFunctionName:
            advance()
            return makeFunctionName(token, place)
        case .kwGeneric:
            return parseGeneric()
        case .kwBuiltinVaArg, .kwBuiltinOffsetof, .kwBuiltinTypesCompatible, .kwBuiltinChooseExpr:
            return parseBuiltinKeyword()
        default:
            syntaxError("expected expression")
            return invalid(place)
        }
    }

    func elementType(_ encoding: LiteralEncoding) -> TypeID {
        switch encoding {
        case .plain, .utf8: return .char
        case .wide: return .int
        case .utf16: return .unsignedShort
        case .utf32: return .unsignedInt
        }
    }

    private mutating func parseIdentifier(_ name: Name, _ place: SourceLocation) -> NodeID {
        let symbol = scopes.ordinary(name)
        guard symbol != .none else { return makeUndeclared(name, place) }
        let found = scopes[symbol]
        switch found.kind {
        case .enumConstant:
            return makeInteger(found.value, found.type, place)
        case .typedefName, .tag:
            syntaxError("unexpected type name '\(names.string(name))': expected expression")
            return invalid(place)
        case .object, .function:
            let entity = found.entity != .none ? found.entity : symbol
            if unevaluated == 0 || found.linkage == .none {
                scopes[entity].flags.insert(.used)
                if entity != symbol { scopes[symbol].flags.insert(.used) }
            }
            if found.linkage == .none && unevaluated == 0 && !found.flags.contains(.staticStorage) { scopes[symbol].readCount += 1 }
            if found.flags.contains(.deprecated) { warnDeprecated(symbol, place) }
            if found.linkage == .intern && found.kind == .object { scopes[entity].flags.insert(.used) }
            return make(.variable, place, type: found.type, a: entity.inNode, flags: .lvalue)
        }
    }

    /// A name that was not declared: a function of the compiler, a function called without declaration, or an error.
    private mutating func makeUndeclared(_ name: Name, _ place: SourceLocation) -> NodeID {
        let text = names.string(name)
        if let builtin = builtinFunction(named: text) { return parseBuiltin(builtin, text, place) }
        if text.hasPrefix("__builtin_"), let library = LibraryFunction.named(String(text.dropFirst(10))) {
            let symbol = declareLibrary(library, place)
            return make(.variable, place, type: scopes[symbol].type, a: symbol.inNode, flags: .lvalue)
        }
        if options.isC23 {
            switch text {
            case "true": return makeInteger(1, .bool, place)
            case "false": return makeInteger(0, .bool, place)
            case "nullptr":
                return make(.cast, place, type: types.pointer(to: .void), a: makeInteger(0, .int, place), flags: .nullPointerConstant)
            default: break
            }
        }
        if kind == .leftParen { return declareImplicitly(name, text, place) }
        // Once a function is enough.
        if undeclared.updateValue(function.symbol, forKey: name) != function.symbol {
            if let similar = similarName(to: text, where: { $0 != .typedefName && $0 != .tag }) {
                let other = names.string(scopes[similar].name)
                diagnostics.error(place, "use of undeclared identifier '\(text)'; did you mean '\(other)'?")
                diagnostics.note(scopes[similar].location, "'\(other)' declared here")
            } else {
                diagnostics.error(place, "use of undeclared identifier '\(text)'")
            }
        }
        return invalid(place)
    }

    private mutating func declareImplicitly(_ name: Name, _ text: String, _ place: SourceLocation) -> NodeID {
        if options.hasLibrary && name == wellKnown.alloca { return parseBuiltin(.alloca, text, place) }
        let symbol: SymbolID
        if options.hasLibrary, let library = LibraryFunction.named(text) {
            symbol = declareLibrary(library, place)
            if diagnostics.warning(.implicitFunction, place,
                                   "implicitly declaring library function '\(text)' with type \(describe(scopes[symbol].type))") {
                diagnostics.note(place, "include the header that declares '\(text)', or declare it")
            }
        } else {
            if text.hasPrefix("__builtin_") || text.hasPrefix("__sync_") || text.hasPrefix("__atomic_") {
                error(place, "'\(text)' is not supported")
            } else if let similar = similarName(to: text, where: { $0 == .function }) {
                let other = names.string(scopes[similar].name)
                if diagnostics.warning(.implicitFunction, place,
                                       "implicit declaration of function '\(text)'; did you mean '\(other)'?") {
                    diagnostics.note(scopes[similar].location, "'\(other)' declared here")
                }
            } else {
                warn(.implicitFunction, place, "implicit declaration of function '\(text)'")
            }
            symbol = declareAtFileLevel(name, types.function(returning: .int, parameters: [], isVariadic: false, isPrototype: false), place)
        }
        scopes[symbol].flags.insert(.used)
        return make(.variable, place, type: scopes[symbol].type, a: symbol.inNode, flags: .lvalue)
    }

    /// A function declaration that stands nowhere in the source; it is seen by what follows in this block.
    mutating func declareAtFileLevel(_ name: Name, _ type: TypeID, _ place: SourceLocation) -> SymbolID {
        let linked = scopes.linked(name)
        if linked != .none { return linked }
        var symbol = Symbol(kind: .function, linkage: .extern, flags: [.implicit, .used, .externInline], name: name, type: type, location: place)
        if options.hasLibrary {
            if wellKnown.setjmp.contains(name) { symbol.flags.insert(.returnsTwice) }
            if wellKnown.noReturn.contains(name) { symbol.flags.insert(.noReturn) }
            symbol = withFormat(symbol)
        }
        let id = scopes.declare(symbol)
        scopes[id].entity = id
        scopes.link(name, to: id)
        definitions.append(id)
        return id
    }

    private mutating func parseStatementExpression(_ opened: SourceLocation) -> NodeID {
        guard function.isOpen else {
            error(opened, "a statement expression is only allowed in a function")
            skipToEndOfStatement()
            _ = accept(.rightParen)
            return invalid(opened)
        }
        let body = parseCompound(isValue: true)
        expectClosing(.rightParen, opened: opened)
        var type = TypeID.void
        if let index = tree[body].list.last {
            let last = tree.lists[index]
            if tree[last].kind == .expression { type = self.type(tree[last].a).unqualified }
        }
        return make(.statementExpression, opened, type: type, a: body)
    }

    private mutating func makeFunctionName(_ token: Token, _ place: SourceLocation) -> NodeID {
        guard function.isOpen else {
            warn(.pedantic, place, "'\(names.string(token.name))' outside of a function")
            return makeText([], place)
        }
        if function.nameSymbol == .none {
            let text = Array(names.bytes(scopes[function.symbol].name))
            let type = types.array(of: TypeID.char.qualified(.const), count: Int64(text.count) + 1) ?? .invalid
            let id = scopes.add(Symbol(kind: .object, flags: [.hidden, .staticStorage, .used], name: -1, type: type, location: place))
            statics.append(StaticObject(symbol: id, size: Int64(text.count) + 1, bytes: text + [0]))
            function.nameSymbol = id
        }
        return make(.variable, place, type: scopes[function.nameSymbol].type, a: function.nameSymbol.inNode, flags: .lvalue)
    }

    /// A string literal that stands nowhere in the source.
    mutating func makeText(_ text: [UInt8], _ place: SourceLocation) -> NodeID {
        let start = strings.bytes.count
        strings.bytes.append(contentsOf: text)
        let index = strings.finish(from: start, encoding: .plain)
        let type = types.array(of: .char, count: Int64(text.count) + 1) ?? .invalid
        return make(.string, place, type: type, a: NodeID(index), flags: .lvalue)
    }

    private mutating func parseGeneric() -> NodeID {
        let place = location
        advance()
        let opened = location
        guard descend(), expect(.leftParen, "after '_Generic'") else { return invalid(place) }
        defer { depth -= 1 }
        unevaluated += 1
        let control = rvalue(parseAssignment())
        unevaluated -= 1
        let controlType = type(control).unqualified
        var chosen: NodeID = .none
        var fallback: NodeID = .none
        var seen: [(type: TypeID, place: SourceLocation)] = []
        while accept(.comma) {
            let associationPlace = location
            if accept(.kwDefault) {
                if fallback != .none { error(associationPlace, "duplicate default generic association") }
                expect(.colon, "after 'default'")
                let isNeeded = chosen == .none
                if !isNeeded { unevaluated += 1 }
                fallback = parseAssignment()
                if !isNeeded { unevaluated -= 1 }
                continue
            }
            let type = parseTypeName()
            expect(.colon, "after the type")
            if let other = seen.first(where: { types.compatible($0.type, type) }) {
                diagnostics.error(associationPlace, "type \(describe(type)) in generic association is compatible with an earlier one")
                diagnostics.note(other.place, "compatible type \(describe(other.type)) specified here")
            }
            seen.append((type, associationPlace))
            let matches = types.compatible(controlType, type)
            if !matches { unevaluated += 1 }
            let value = parseAssignment()
            if !matches { unevaluated -= 1 }
            if matches { chosen = value }
        }
        expectClosing(.rightParen, opened: opened)
        if chosen != .none { return chosen }
        if fallback != .none { return fallback }
        if controlType != .invalid {
            error(place, "controlling expression type \(describe(controlType)) not compatible with any generic association type")
        }
        return invalid(place)
    }
}
