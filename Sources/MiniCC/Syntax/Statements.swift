/// The grammar of statements. A statement pushes its nodes on the statement stack; whoever opened a list
/// collects them.
extension Parser {
    mutating func parseFunctionBody() -> NodeID {
        let place = location
        advance()
        let mark = stack.count
        parseStatements()
        closeBlock(place)
        return finishCompound(mark, place)
    }

    /// `{ … }` with a scope of its own.
    mutating func parseCompound(isValue: Bool) -> NodeID {
        let place = location
        advance()
        let mark = stack.count
        guard descend() else { return make(.compound, place, b: NodeID(raw: 0), c: NodeID(raw: 0)) }
        scopes.enter()
        let outerCleanup = function.cleanup
        parseStatements(isValue: isValue)
        warnUnusedVariables()
        function.cleanup = outerCleanup
        scopes.leave()
        depth -= 1
        closeBlock(place)
        return finishCompound(mark, place)
    }

    private mutating func closeBlock(_ opened: SourceLocation) {
        if kind == .rightBrace {
            advance()
        } else if syntaxError("expected '}'") {
            diagnostics.note(opened, "to match this '{'")
        }
    }

    private mutating func finishCompound(_ mark: Int, _ place: SourceLocation) -> NodeID {
        let (start, count) = tree.list(from: &stack, mark: mark)
        return make(.compound, place, b: NodeID(raw: start), c: NodeID(raw: count))
    }

    private mutating func parseStatements(isValue: Bool = false) {
        while kind == .kwLabel { parseLocalLabels() }
        while kind != .rightBrace && kind != .endOfFile && !diagnostics.shouldStop {
            let start = location
            var leading = Attributes()
            if atBracketAttributes {
                parseAttributes(into: &leading)
                if accept(.semicolon) || kind == .rightBrace { continue }
            }
            if atDeclaration() && !isLabelHere || atUnknownType() {
                parseLocalDeclaration(leading)
            } else {
                parseStatement(isValue: isValue)
            }
            // Whatever went wrong, go on.
            if location == start && kind != .rightBrace && kind != .endOfFile && lastSyntaxError == location { advance() }
        }
        if scopes.depth == 1 { warnUnusedVariables() }
    }

    private var isLabelHere: Bool { kind == .identifier && tokens.peek() == .colon }

    /// `foo x` and `foo *x;` where foo is unknown: a declaration whose type is missing.
    private mutating func atUnknownType() -> Bool {
        guard kind == .identifier, scopes.ordinary(token.name) == .none else { return false }
        switch tokens.peek() {
        case .identifier: return true
        case .star:
            let behind = tokens.peek(3)
            return tokens.peek(2) == .identifier && (behind == .semicolon || behind == .equal || behind == .comma)
        default: return false
        }
    }

    /// One statement as a node of its own: the body of an if or a loop.
    mutating func parseSubstatement() -> NodeID {
        let place = location
        let mark = stack.count
        if atDeclaration() && !isLabelHere {
            syntaxError("a declaration is not allowed here: put it in braces")
            parseLocalDeclaration()
        } else {
            parseStatement()
        }
        if stack.count == mark + 1 { return stack.removeLast() }
        return finishCompound(mark, place)
    }

    mutating func parseStatement(isValue: Bool = false) {
        guard descend() else { return }
        defer { depth -= 1 }
        let place = location
        switch kind {
        case .leftBrace:
            let block = parseCompound(isValue: false)
            stack.append(block)
        case .semicolon:
            advance()
            stack.append(make(.empty, place))
        case .kwIf: parseIf()
        case .kwWhile:
            advance()
            let test = parseParenthesized("while")
            if kind == .semicolon && !token.flags.contains(.startsLine) { warnEmptyBody("while", place) }
            let body = parseLoopBody()
            stack.append(make(.whileLoop, place, a: test, b: body))
        case .kwDo: parseDo()
        case .kwFor: parseFor()
        case .kwSwitch: parseSwitch()
        case .kwCase, .kwDefault: parseLabelled()
        case .kwReturn: parseReturn()
        case .kwBreak:
            advance()
            if function.breakables == 0 { error(place, "'break' statement not in loop or switch statement") }
            else { stack.append(make(.break, place)) }
            expect(.semicolon, "after break statement")
        case .kwContinue:
            advance()
            if function.loops == 0 { error(place, "'continue' statement not in loop statement") }
            else { stack.append(make(.continue, place)) }
            expect(.semicolon, "after continue statement")
        case .kwGoto: parseGoto()
        case .kwAsm: parseAsm()
        case .kwElse:
            syntaxError("'else' without an 'if' before it")
            advance()
            parseStatement()
        case .identifier where tokens.peek() == .colon: parseLabelled()
        default: parseExpressionStatement(isValue: isValue)
        }
    }

    private mutating func parseExpressionStatement(isValue: Bool) {
        let place = location
        if kind == .kwAttribute || atBracketAttributes {
            // attribute((fallthrough)); [[likely]] x = 1;
            var ignored = Attributes()
            parseAttributes(into: &ignored)
            if !accept(.semicolon) { parseStatement(isValue: isValue) }
            return
        }
        var node = parseExpression()
        if kind == .semicolon {
            advance()
        } else {
            syntaxError("expected ';' after expression", afterPrevious: true)
            if !token.flags.contains(.startsLine) || location == place { skipToEndOfStatement() }
        }
        if isValue && kind == .rightBrace { node = rvalue(node) } else { warnUnusedValue(node) }
        stack.append(make(.expression, place, a: node))
    }

    private mutating func parseParenthesized(_ word: String) -> NodeID {
        let opened = location
        guard kind == .leftParen else {
            syntaxError("expected '(' after '\(word)'")
            return invalid(opened)
        }
        advance()
        let node = condition(parseExpression())
        expectClosing(.rightParen, opened: opened)
        return node
    }

    private func warnEmptyBody(_ word: String, _ place: SourceLocation) {
        guard tokens.peek() == .leftBrace else { return }
        warn(.emptyBody, location, "\(word) loop has an empty body and a block behind it")
    }

    /// A chain of `else if` is read without recursion: programs that were generated have thousands.
    private mutating func parseIf() {
        var chain: [(place: SourceLocation, test: NodeID, then: NodeID)] = []
        var last: NodeID = .none
        while true {
            let place = location
            advance()
            let test = parseParenthesized("if")
            if kind == .semicolon && !token.flags.contains(.startsLine) && tokens.peek() != .kwElse {
                warn(.emptyBody, location, "if statement has an empty body")
            }
            let then = parseSubstatement()
            chain.append((place, test, then))
            if kind != .kwElse { break }
            if tree[then].kind == .ifElse && tree[then].c == .none {
                warn(.danglingElse, location, "add explicit braces to avoid dangling else")
            }
            advance()
            if kind != .kwIf {
                last = parseSubstatement()
                break
            }
        }
        for (place, test, then) in chain.reversed() { last = make(.ifElse, place, a: test, b: then, c: last) }
        stack.append(last)
    }

    private mutating func parseLoopBody() -> NodeID {
        function.loops += 1
        function.breakables += 1
        let body = parseSubstatement()
        function.loops -= 1
        function.breakables -= 1
        return body
    }

    private mutating func parseDo() {
        let place = location
        advance()
        let body = parseLoopBody()
        var test = body
        if accept(.kwWhile) {
            test = parseParenthesized("while")
            expect(.semicolon, "after do/while statement")
        } else {
            syntaxError("expected 'while' in do/while loop")
            test = invalid(place)
            skipToEndOfStatement()
        }
        stack.append(make(.doLoop, place, a: body, b: test))
    }

    private mutating func parseFor() {
        let place = location
        advance()
        let opened = location
        guard expect(.leftParen, "after 'for'") else { return }
        scopes.enter()
        let outerCleanup = function.cleanup
        let mark = stack.count
        if kind == .semicolon {
            advance()
        } else if atDeclaration() {
            parseLocalDeclaration()
        } else {
            let start = parseExpression()
            warnUnusedValue(start)
            stack.append(make(.expression, place, a: start))
            expect(.semicolon, "in 'for' statement")
        }
        let start: NodeID = stack.count > mark ? finishCompound(mark, place) : .none
        var test: NodeID = .none
        if kind != .semicolon { test = condition(parseExpression()) }
        expect(.semicolon, "in 'for' statement")
        var step: NodeID = .none
        if kind != .rightParen {
            step = parseExpression()
            warnUnusedValue(step)
        }
        expectClosing(.rightParen, opened: opened)
        let body = parseLoopBody()
        warnUnusedVariables()
        function.cleanup = outerCleanup
        scopes.leave()
        stack.append(make(.forLoop, place, a: start, b: test, c: step, value: Int64(body.raw)))
    }

    // MARK: switch

    private mutating func parseSwitch() {
        let place = location
        advance()
        let opened = location
        guard expect(.leftParen, "after 'switch'") else { return }
        var value = rvalue(parseExpression())
        expectClosing(.rightParen, opened: opened)
        if types.isInteger(type(value)) {
            if types.storage(type(value)) == .bool { warn(.switchBool, tree[value].location, "switch condition has boolean value") }
            value = convert(value, to: promotedType(value))
        } else if type(value) != .invalid {
            error(tree[value].location, "statement requires expression of integer type (\(describe(type(value))) invalid)")
            value = invalid(place)
        }
        let number = tree.switches.append(Switch(type: type(value)))
        function.switches.append(OpenSwitch(number: number))
        function.breakables += 1
        let body = parseSubstatement()
        function.breakables -= 1
        finishSwitch(function.switches.removeLast())
        stack.append(make(.switchOn, place, a: value, b: body, c: NodeID(raw: number)))
    }

    /// The cases were numbered as they came, nested switches in between: `caseOrder` holds their numbers.
    private mutating func finishSwitch(_ open: OpenSwitch) {
        let unsigned = types.isUnsigned(tree.switches[open.number].type)
        func below(_ a: Int64, _ b: Int64) -> Bool { unsigned ? UInt64(bitPattern: a) < UInt64(bitPattern: b) : a < b }
        let sorted = open.cases.sorted { a, b in
            let x = tree.cases[a].low, y = tree.cases[b].low
            return x == y ? a < b : below(x, y)
        }
        for (one, next) in zip(sorted, sorted.dropFirst()) where !below(tree.cases[one].high, tree.cases[next].low) {
            let (first, second) = one < next ? (one, next) : (next, one)
            diagnostics.error(tree.cases[second].location, "duplicate case value '\(tree.cases[second].low)'")
            diagnostics.note(tree.cases[first].location, "previous case defined here")
        }
        let start = tree.lists.count
        for index in sorted { tree.lists.append(NodeID(raw: index)) }
        tree.switches[open.number].firstCase = start
        tree.switches[open.number].caseCount = Int32(sorted.count)
    }

    private mutating func parseCase() {
        let place = location
        let isDefault = kind == .kwDefault
        advance()
        guard let index = function.switches.indices.last else {
            error(place, "'\(isDefault ? "default" : "case")' statement not in switch statement")
            if !isDefault { _ = parseConditional() }
            expect(.colon, "after the label")
            return
        }
        let number = function.switches[index].number
        if isDefault {
            if tree.switches[number].hasDefault {
                diagnostics.error(place, "multiple default labels in one switch")
                diagnostics.note(tree.switches[number].defaultLocation, "previous default defined here")
            }
            tree.switches[number].hasDefault = true
            tree.switches[number].defaultLocation = place
            expect(.colon, "after 'default'")
            stack.append(make(.defaultLabel, place, a: NodeID(raw: number)))
        } else {
            let type = tree.switches[number].type
            var low = parseCaseValue(type)
            var high = low
            if accept(.ellipsis) { high = parseCaseValue(type) }
            expect(.colon, "after 'case'")
            if var a = low, let b = high {
                let isEmpty = types.isUnsigned(type) ? UInt64(bitPattern: a) > UInt64(bitPattern: b) : a > b
                if isEmpty {
                    warn(.switchEnum, place, "empty case range specified")
                    a = b
                    low = nil
                }
                if low != nil {
                    let item = tree.cases.append(SwitchCase(low: a, high: b, location: place))
                    function.switches[index].cases.append(item)
                    stack.append(make(.caseLabel, place, a: NodeID(raw: item)))
                }
            }
        }
    }

    private mutating func parseCaseValue(_ type: TypeID) -> Int64? {
        let node = parseConditional()
        guard let value = constantInteger(node, "case label") else { return nil }
        if type == .invalid { return nil }
        let converted = types.canonical(value, type)
        if converted != value && !(types.isUnsigned(type) && value < 0) {
            warn(.overflow, tree[node].location, "case value \(value) does not fit the type of the switch (\(describe(type)))")
        }
        return converted
    }

    /// Labels, any number of them without recursion, and the statement behind them.
    private mutating func parseLabelled() {
        while true {
            if kind == .kwCase || kind == .kwDefault { parseCase() }
            else if isLabelHere { parseLabel() }
            else { break }
        }
        // C23, and every old program: a label at the end of a block, or before a declaration.
        if kind == .rightBrace || atDeclaration() { return }
        parseStatement()
    }

    // MARK: Jumps and labels

    private mutating func parseReturn() {
        let place = location
        advance()
        let result = types.base(function.type)
        if kind == .semicolon {
            advance()
            if types.kind(result) != .void && result != .invalid && !options.isC89 {
                warn(.returnType, place, "non-void function '\(names.string(scopes[function.symbol].name))' should return a value")
            }
            stack.append(make(.return, place))
            return
        }
        let node = rvalue(parseExpression())
        if !expect(.semicolon, "after return statement") { skipToEndOfStatement() }
        if types.kind(result) == .void {
            if types.kind(type(node)) != .void && type(node) != .invalid {
                warn(.returnType, place, "void function '\(names.string(scopes[function.symbol].name))' should not return a value")
            }
            stack.append(make(.expression, place, a: node))
            stack.append(make(.return, place))
            return
        }
        let value = convertForAssignment(node, to: result, .returning, tree[node].location)
        warnReturnedAddress(value)
        stack.append(make(.return, place, a: value))
    }

    private func warnReturnedAddress(_ value: NodeID) {
        var node = tree[value]
        while node.kind == .cast { node = tree[node.a] }
        guard node.kind == .decay || node.kind == .addressOf else { return }
        let object = tree[node.a]
        guard object.kind == .variable else { return }
        let symbol = scopes[object.symbol]
        if symbol.kind == .object && symbol.linkage == .none && !symbol.flags.contains(.staticStorage) && symbol.name >= 0 {
            warn(.address, tree[value].location, "address of stack memory associated with local variable '\(names.string(symbol.name))' returned")
        }
    }

    private mutating func parseGoto() {
        let place = location
        advance()
        if accept(.star) {
            let target = rvalue(parseExpression())
            if types.isPointer(type(target)) {
                stack.append(make(.jumpComputed, place, a: target))
            } else if type(target) != .invalid {
                error(place, "computed goto needs a pointer (\(describe(type(target))) invalid)")
            }
        } else if kind == .identifier {
            let label = referLabel(token.name, location)
            advance()
            stack.append(make(.jump, place, a: label.inNode))
        } else {
            syntaxError("expected the name of a label after 'goto'")
        }
        expect(.semicolon, "after goto statement")
    }

    mutating func referLabel(_ name: Name, _ place: SourceLocation) -> LabelID {
        var label = scopes.label(name)
        if label == .none {
            label = tree.labels.append(Label(name: name, location: place))
            scopes.setLabel(name, to: label)
            function.labels.append(label)
        }
        tree.labels[label].isUsed = true
        return label
    }

    private mutating func parseLabel() {
        let name = token.name
        let place = location
        advance()
        advance()
        var label = scopes.label(name)
        if label == .none {
            label = tree.labels.append(Label(name: name, location: place))
            scopes.setLabel(name, to: label)
            function.labels.append(label)
        } else if tree.labels[label].isDefined {
            diagnostics.error(place, "redefinition of label '\(names.string(name))'")
            diagnostics.note(tree.labels[label].location, "previous definition is here")
        }
        tree.labels[label].isDefined = true
        tree.labels[label].location = place
        tree.labels[label].cleanup = function.cleanup
        if kind == .kwAttribute || atBracketAttributes {
            var attributes = Attributes()
            parseAttributes(into: &attributes)
            if attributes.flags.contains(.maybeUnused) { tree.labels[label].isUsed = true }
        }
        stack.append(make(.label, place, a: label.inNode))
    }

    /// GNU: __label__ a, b; the labels belong to this block.
    private mutating func parseLocalLabels() {
        advance()
        while kind == .identifier {
            let name = token.name
            var label = Label(name: name, location: location)
            label.shadowed = scopes.label(name)
            let id = tree.labels.append(label)
            function.labels.append(id)
            scopes.setLabel(name, to: id)
            localLabels.append((id, scopes.depth))
            advance()
            guard accept(.comma) else { break }
        }
        expect(.semicolon, "after the label declaration")
    }

    /// At the end of a block: labels of its own lose their meaning.
    private mutating func dropLocalLabels() {
        while let (id, depth) = localLabels.last, depth >= scopes.depth {
            localLabels.removeLast()
            scopes.setLabel(tree.labels[id].name, to: tree.labels[id].shadowed)
        }
    }

    mutating func finishLabels() {
        for id in function.labels {
            let label = tree.labels[id]
            scopes.setLabel(label.name, to: .none)
            if !label.isDefined {
                error(label.location, "use of undeclared label '\(names.string(label.name))'")
            } else if !label.isUsed {
                warn(.unusedLabel, label.location, "unused label '\(names.string(label.name))'")
            }
        }
        localLabels.removeAll()
    }

    // MARK: Warnings

    mutating func warnUnusedVariables() {
        dropLocalLabels()
        for id in scopes.declaredHere {
            let symbol = scopes[id]
            guard symbol.kind == .object, symbol.name >= 0, symbol.linkage == .none,
                  symbol.flags.isDisjoint(with: [.maybeUnused, .parameter]), symbol.type != .invalid else { continue }
            if !symbol.flags.contains(.used) {
                warn(.unusedVariable, symbol.location, "unused variable '\(names.string(symbol.name))'")
            } else if symbol.readCount == 0 && symbol.flags.contains(.assigned) && !symbol.flags.contains(.staticStorage)
                        && !symbol.type.isVolatile {
                warn(.unusedButSet, symbol.location, "variable '\(names.string(symbol.name))' set but not used")
            } else if symbol.readCount > 0 && symbol.flags.isDisjoint(with: [.assigned, .addressTaken, .staticStorage])
                        && types.isScalar(symbol.type) && !symbol.type.isVolatile && symbol.label < 0 {
                warn(.uninitialized, symbol.location, "variable '\(names.string(symbol.name))' is uninitialized when used: nothing gives it a value")
            }
        }
    }

    func warnUnusedValue(_ node: NodeID) {
        let current = tree[node]
        let what: String
        switch current.kind {
        case .binary:
            if BinaryOperator(rawValue: current.detail) == .equal {
                if diagnostics.warning(.unusedValue, current.location, "equality comparison result unused") {
                    diagnostics.note(current.location, "use '=' to turn this equality comparison into an assignment")
                }
                return
            }
            what = "expression"
        case .integer, .floating, .variable, .negate, .complement, .not, .pointerAdd, .pointerDifference, .member, .dereference, .decay:
            if current.type.isVolatile || current.flags.contains(.explicitCast) { return }
            if current.kind == .variable && types.isFunction(current.type) { what = "function name"; break }
            what = "expression"
        default: return
        }
        if current.type == .invalid || current.location.isMacro { return }
        warn(.unusedValue, current.location, "\(what) result unused")
    }
}
