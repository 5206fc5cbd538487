/// Declarations at file scope and in blocks, and function definitions.
extension Parser {
    /// Parses on to the end of the next function definition; nil at the end of the unit. The tree of the
    /// function before it is gone then.
    mutating func nextFunction() -> FunctionDefinition? {
        while kind != .endOfFile && !diagnostics.shouldStop {
            tree.clear()
            stack.removeAll(keepingCapacity: true)
            pendingBinds.removeAll(keepingCapacity: true)
            depth = 0
            if let definition = parseExternalDeclaration() { return definition }
        }
        finishUnit()
        return nil
    }

    private mutating func parseExternalDeclaration() -> FunctionDefinition? {
        switch kind {
        case .semicolon:
            warn(.pedantic, location, "extra ';' outside of a function")
            advance()
            return nil
        case .kwStaticAssert:
            parseStaticAssert()
            return nil
        case .kwAsm:
            parseFileAsm()
            return nil
        case .rightBrace:
            diagnostics.error(location, "extraneous closing brace ('}')")
            advance()
            return nil
        default:
            break
        }
        let start = location
        let specifiers = parseSpecifiers(allowsStorage: true)
        if kind == .semicolon {
            checkEmptyDeclaration(specifiers, start)
            advance()
            return nil
        }
        if specifiers.isEmpty && !(kind == .identifier || kind == .star || kind == .leftParen) {
            syntaxError("expected a declaration, not \(describeToken())")
            skipToEndOfStatement()
            if location == start { advance() }
            return nil
        }
        if specifiers.storage == .auto || specifiers.storage == .register {
            error(specifiers.location, "illegal storage class on a declaration at file scope")
        }
        var isFirst = true
        while true {
            var attributes = specifiers.attributes
            parseAttributes(into: &attributes)
            let declarator = parseDeclarator(specifiers.type, .file)
            attributes.merge(declarator.attributes)
            guard declarator.name >= 0 else {
                if lastSyntaxError != location { syntaxError("expected a name, not \(describeToken())") }
                recoverDeclaration(start)
                return nil
            }
            parseAsmLabel(into: &attributes)
            parseAttributes(into: &attributes)
            if isFirst && types.isFunction(declarator.type) && (kind == .leftBrace || declarator.isOldStyle && !isDeclaratorEnd) && specifiers.storage != .typedefName {
                return parseDefinition(specifiers, declarator, attributes)
            }
            declareAtFileScope(specifiers, declarator, attributes)
            isFirst = false
            guard accept(.comma) else { break }
        }
        if !accept(.semicolon) {
            if kind == .leftBrace {
                syntaxError("expected ';' after the declaration: only a function has a body")
            } else {
                syntaxError("expected ';' after top level declarator", afterPrevious: true)
            }
            recoverDeclaration(start)
        }
        return nil
    }

    private var isDeclaratorEnd: Bool { kind == .semicolon || kind == .comma || kind == .equal || kind == .endOfFile || kind == .rightBrace }

    private mutating func recoverDeclaration(_ start: SourceLocation) {
        // The next line that looks like a new declaration is better than a `;` far away.
        if token.flags.contains(.startsLine) && location != start && beginsDeclaration(kind) { return }
        skipToEndOfStatement()
        if location == start && kind != .endOfFile { advance() }
    }

    func checkEmptyDeclaration(_ specifiers: Specifiers, _ start: SourceLocation) {
        if !specifiers.declaresTag && !specifiers.isEmpty && specifiers.type != .invalid {
            warn(.pedantic, start, "declaration does not declare anything")
        }
    }

    mutating func parseStaticAssert() {
        let place = location
        advance()
        let opened = location
        guard expect(.leftParen, "after '_Static_assert'") else {
            skipToEndOfStatement()
            return
        }
        let value = parseConstantExpression("static assertion")
        var message = ""
        if accept(.comma) {
            if kind == .string {
                message = String(decoding: strings.content(token.stringIndex), as: UTF8.self)
                advance()
            } else {
                syntaxError("expected a string literal for the message")
            }
        }
        expectClosing(.rightParen, opened: opened)
        expect(.semicolon, "after '_Static_assert'")
        if value == 0 { error(place, message.isEmpty ? "static assertion failed" : "static assertion failed: \(message)") }
    }

    // MARK: Declaring at file scope

    private mutating func declareAtFileScope(_ specifiers: Specifiers, _ declarator: Declarator, _ attributes: Attributes) {
        warnUselessCleanup(attributes)
        if specifiers.isImplicitInt {
            warn(.implicitInt, declarator.location, "type specifier missing, defaults to 'int'")
        }
        if specifiers.storage == .typedefName {
            declareTypedef(specifiers, declarator, attributes)
            return
        }
        if types.isFunction(declarator.type) {
            _ = declareFunction(specifiers, declarator, attributes, isDefinition: false)
            if kind == .equal {
                error(location, "illegal initializer: '\(names.string(declarator.name))' is a function")
                advance()
                _ = parseDiscardedInitializer()
            }
            return
        }
        let symbol = declareObject(specifiers, declarator, attributes, isDefinition: kind == .equal)
        if kind == .equal {
            if specifiers.storage == .external { warn(.pedantic, declarator.location, "'extern' variable has an initializer") }
            advance()
            if specifiers.isDeduced { deduceType(of: symbol) } else { parseStaticInitializer(of: symbol) }
        } else if specifiers.storage != .external {
            checkObjectType(symbol, declarator.location, isTentative: true)
        }
    }

    mutating func declareTypedef(_ specifiers: Specifiers, _ declarator: Declarator, _ attributes: Attributes) {
        if let earlier = scopes.ordinaryHere(declarator.name) {
            if scopes[earlier].kind != .typedefName {
                reportRedefinition(of: earlier, declarator.location)
            } else if !types.compatible(scopes[earlier].type, declarator.type) {
                diagnostics.error(declarator.location, "typedef redefinition with different types (\(describe(declarator.type)) vs \(describe(scopes[earlier].type)))")
                diagnostics.note(scopes[earlier].location, "previous definition is here")
            }
            return
        }
        if kind == .equal {
            error(location, "a typedef has no value")
            advance()
            _ = parseDiscardedInitializer()
        }
        var symbol = Symbol(kind: .typedefName, name: declarator.name, type: declarator.type, location: declarator.location)
        symbol.alignment = attributes.alignment
        symbol.flags = attributes.flags.intersection([.maybeUnused, .deprecated])
        if attributes.mode != .none && attributes.mode != specifiers.attributes.mode {
            symbol.type = modeOf(declarator.type, attributes.mode)
        }
        _ = scopes.declare(symbol)
    }

    private func modeOf(_ type: TypeID, _ mode: Attributes.IntegerMode) -> TypeID {
        let unsigned = types.isUnsigned(type)
        switch mode {
        case .byte: return unsigned ? .unsignedChar : .signedChar
        case .half: return unsigned ? .unsignedShort : .short
        case .single: return types.isFloating(type) ? .float : unsigned ? .unsignedInt : .int
        default: return types.isFloating(type) ? .double : unsigned ? .unsignedLong : .long
        }
    }

    mutating func declareFunction(_ specifiers: Specifiers, _ declarator: Declarator, _ attributes: Attributes,
                                  isDefinition: Bool) -> SymbolID {
        var symbol = Symbol(kind: .function, name: declarator.name, type: declarator.type, location: declarator.location)
        symbol.flags = attributes.flags
        if specifiers.isInline { symbol.flags.insert(.inline) }
        if !specifiers.isInline || specifiers.storage == .external { symbol.flags.insert(.externInline) }
        if specifiers.storage == .static {
            symbol.linkage = .intern
        } else if specifiers.storage == .none || specifiers.storage == .external {
            symbol.linkage = .extern
        } else {
            error(specifiers.location, "illegal storage class on a function")
            symbol.linkage = .extern
        }
        if options.hasLibrary {
            if wellKnown.setjmp.contains(declarator.name) { symbol.flags.insert(.returnsTwice) }
            if wellKnown.noReturn.contains(declarator.name) { symbol.flags.insert(.noReturn) }
            symbol = withFormat(symbol)
        }
        return declareLinked(symbol, attributes, isDefinition: isDefinition)
    }

    /// Functions of the library whose format strings can be checked.
    func withFormat(_ symbol: Symbol) -> Symbol {
        var symbol = symbol
        if let entry = wellKnown.variadic(symbol.name), entry.format != .none {
            symbol.formatArgument = UInt8(entry.fixedParameters)
            symbol.firstFormatted = UInt8(entry.fixedParameters) + 1
            symbol.formatIsScanf = entry.format == .scanf
        }
        return symbol
    }

    mutating func declareObject(_ specifiers: Specifiers, _ declarator: Declarator, _ attributes: Attributes,
                                isDefinition: Bool) -> SymbolID {
        var symbol = Symbol(kind: .object, name: declarator.name, type: declarator.type, location: declarator.location)
        symbol.flags = attributes.flags
        symbol.linkage = specifiers.storage == .static ? .intern : .extern
        if specifiers.isInline { error(specifiers.location, "'inline' is only for functions") }
        if !isDefinition && specifiers.storage != .external { symbol.flags.insert(.tentative) }
        if types.kind(symbol.type) == .variableArray {
            error(symbol.location, "a variable with static storage cannot be an array of variable length")
            symbol.type = .invalid
        }
        return declareLinked(symbol, attributes, isDefinition: isDefinition)
    }

    /// A declaration of something with linkage: checks it against the earlier ones, and returns the symbol
    /// that stands for all of them.
    mutating func declareLinked(_ new: Symbol, _ attributes: Attributes, isDefinition: Bool) -> SymbolID {
        var new = new
        new.alignment = attributes.alignment
        new.section = attributes.section
        new.alias = attributes.alias
        new.label = attributes.label
        new.constructorPriority = attributes.constructorPriority
        new.destructorPriority = attributes.destructorPriority
        if attributes.formatArgument > 0 {
            new.formatArgument = attributes.formatArgument
            new.firstFormatted = attributes.firstFormatted
            new.formatIsScanf = attributes.formatIsScanf
        }
        if new.alias >= 0 { new.flags.insert(.defined) }
        if let here = scopes.ordinaryHere(new.name) {
            let isSameKind = scopes[here].kind == new.kind
            if !isSameKind || scopes[here].linkage == .none && scopes.depth > 0 {
                reportRedefinition(of: here, new.location, asDifferentKind: !isSameKind)
                // Goes on with the new meaning, unless that would take a type's name away.
                if scopes[here].kind == .typedefName { new.name = -1 }
                let id = scopes.declare(new)
                scopes[id].entity = id
                return id
            }
        }
        let linked = scopes.linked(new.name)
        guard linked != .none else {
            let id = scopes.declare(new)
            scopes[id].entity = id
            scopes.link(new.name, to: id)
            definitions.append(id)
            return id
        }

        let old = scopes[linked]
        if old.kind != new.kind || !types.compatible(old.type, new.type) {
            reportConflict(new, linked)
            scopes[linked].type = new.type
            scopes[linked].kind = new.kind
        } else {
            if old.linkage != new.linkage && new.linkage == .intern && old.linkage == .extern {
                if old.flags.contains(.implicit) || old.kind == .function && new.kind == .function && old.flags.contains(.implicit) {
                    scopes[linked].linkage = .intern
                } else {
                    diagnostics.error(new.location, "static declaration of '\(names.string(new.name))' follows non-static declaration")
                    diagnostics.note(old.location, "previous declaration is here")
                }
            }
            if old.linkage == .intern && new.linkage == .extern && new.flags.contains(.tentative) && new.kind == .object {
                diagnostics.error(new.location, "non-static declaration of '\(names.string(new.name))' follows static declaration")
                diagnostics.note(old.location, "previous declaration is here")
            }
            if isDefinition && old.flags.contains(.defined) {
                // GNU: an inline definition that makes no external one may be followed by the real one.
                if old.flags.contains(.gnuInline) || options.isC89 && old.flags.contains([.inline, .externInline]) {
                    scopes[linked].flags.subtract([.inline, .gnuInline])
                    scopes[linked].flags.insert(.redefined)
                } else {
                    reportRedefinition(of: linked, new.location)
                }
            }
            scopes[linked].type = types.composite(old.type, new.type)
        }
        if isDefinition || !old.flags.contains(.defined) { scopes[linked].location = new.location }
        scopes[linked].flags.formUnion(new.flags)
        scopes[linked].alignment = max(old.alignment, new.alignment)
        if new.section >= 0 { scopes[linked].section = new.section }
        if new.alias >= 0 { scopes[linked].alias = new.alias }
        if new.label >= 0 { scopes[linked].label = new.label }
        scopes[linked].constructorPriority = min(old.constructorPriority, new.constructorPriority)
        scopes[linked].destructorPriority = min(old.destructorPriority, new.destructorPriority)
        if new.formatArgument > 0 {
            scopes[linked].formatArgument = new.formatArgument
            scopes[linked].firstFormatted = new.firstFormatted
            scopes[linked].formatIsScanf = new.formatIsScanf
        }
        let visible = scopes.ordinary(new.name)
        if visible != .none && (scopes[visible].entity == linked || visible == linked) && (scopes.depth == 0 || scopes[visible].depth == scopes.depth) {
            if visible != linked { scopes[visible].type = scopes[linked].type }
            return linked
        }
        if scopes.depth == 0 {
            scopes.bind(linked)
            return linked
        }
        // A declaration in a block of something declared elsewhere: a name of its own for the same entity.
        var local = scopes[linked]
        local.entity = linked
        local.location = new.location
        _ = scopes.declare(local)
        return linked
    }

    private func reportConflict(_ new: Symbol, _ earlier: SymbolID) {
        let old = scopes[earlier]
        let name = names.string(new.name)
        if old.kind != new.kind {
            diagnostics.error(new.location, "redefinition of '\(name)' as different kind of symbol")
        } else if new.kind == .function {
            diagnostics.error(new.location, "conflicting types for '\(name)' (\(describe(new.type)) vs \(describe(old.type)))")
        } else {
            diagnostics.error(new.location, "redefinition of '\(name)' with a different type: \(describe(new.type)) vs \(describe(old.type))")
        }
        diagnostics.note(old.location, old.flags.contains(.implicit) ? "previous implicit declaration is here"
            : old.flags.contains(.defined) ? "previous definition is here" : "previous declaration is here")
    }

    func reportRedefinition(of earlier: SymbolID, _ place: SourceLocation, asDifferentKind: Bool = false) {
        let name = names.string(scopes[earlier].name)
        diagnostics.error(place, asDifferentKind ? "redefinition of '\(name)' as different kind of symbol" : "redefinition of '\(name)'")
        diagnostics.note(scopes[earlier].location, "previous definition is here")
    }

    /// The type of an object that is being defined must be complete.
    func checkObjectType(_ symbol: SymbolID, _ place: SourceLocation, isTentative: Bool) {
        let type = scopes[symbol].type
        let entry = types[type]
        if entry.isComplete || entry.kind == .invalid || entry.kind == .variableArray { return }
        // `int a[];` and `struct later x;` may be completed until the end of the unit.
        if isTentative && (entry.kind == .array || types.isRecord(type) || entry.kind == .enumeration) { return }
        if entry.kind == .array {
            diagnostics.error(place, "definition of variable '\(names.string(scopes[symbol].name))' with array type needs an explicit size or an initializer")
        } else {
            diagnostics.error(place, "variable '\(names.string(scopes[symbol].name))' has incomplete type \(describe(type))")
            noteForwardDeclaration(type)
        }
        scopes[symbol].type = .invalid
    }

    // MARK: Function definitions

    private mutating func parseDefinition(_ specifiers: Specifiers, _ declarator: Declarator, _ attributes: Attributes) -> FunctionDefinition? {
        var declarator = declarator
        if specifiers.isImplicitInt { warn(.implicitInt, declarator.location, "type specifier missing, defaults to 'int'") }
        let result = types.base(declarator.type)
        if !types.isComplete(result) && types.kind(result) != .void && types.kind(result) != .invalid {
            diagnostics.error(declarator.location, "incomplete result type \(describe(result)) in function definition")
            noteForwardDeclaration(result)
        }
        scopes.enter()
        for index in declarator.parameters.indices where declarator.parameters[index].symbol != .none {
            scopes.bind(declarator.parameters[index].symbol)
        }
        let bindMark = pendingBinds.count
        if declarator.isOldStyle { parseOldStyleParameters(&declarator) }
        declarator.binds += pendingBinds[bindMark...]
        pendingBinds.removeLast(pendingBinds.count - bindMark)
        scopes.leave()

        let isAfterPrototype = declarator.isOldStyle && takePrototype(&declarator)
        let symbol = declareFunction(specifiers, declarator, attributes, isDefinition: true)
        scopes[symbol].flags.insert(.defined)
        scopes[symbol].location = declarator.location
        if declarator.name == wellKnown.main { checkMain(declarator, result) }

        function = FunctionContext(isOpen: true, symbol: symbol, type: declarator.type)
        scopes.enter()
        var parameters: [SymbolID] = []
        var passed: [TypeID] = []
        for (index, parameter) in declarator.parameters.enumerated() {
            if parameter.symbol == .none { continue }
            parameters.append(parameter.symbol)
            passed.append(!declarator.isOldStyle ? parameter.type : isAfterPrototype ? types.parameter(declarator.type, Int32(index))
                          : types.defaultPromoted(parameter.type))
            scopes.bind(parameter.symbol)
            if !types.isComplete(parameter.type) && types.kind(parameter.type) != .invalid {
                diagnostics.error(parameter.location, "parameter has incomplete type \(describe(parameter.type))")
                noteForwardDeclaration(parameter.type)
            }
        }
        for bind in declarator.binds {
            let type = TypeID(index: tree[bind].b.raw)
            function.locals.append(SymbolID(Int(types[type].count)))
        }
        guard kind == .leftBrace else {
            syntaxError("expected the body of the function, not \(describeToken())")
            skipToEndOfStatement()
            scopes.leave()
            function = FunctionContext()
            return nil
        }
        let body = parseFunctionBody()
        warnUnusedParameters(parameters)
        scopes.leave()
        finishLabels()
        let end = previous
        checkFlow(body, end)
        let definition = FunctionDefinition(symbol: symbol, parameters: parameters, passed: passed, locals: function.locals, body: body,
                                            prologue: declarator.binds, usesSetjmp: function.usesSetjmp, end: end)
        function = FunctionContext()
        return definition
    }

    /// K&R: the declarations between the parameter list and the body say the types; int where they are silent.
    private mutating func parseOldStyleParameters(_ declarator: inout Declarator) {
        while kind != .leftBrace && kind != .endOfFile {
            let start = location
            let specifiers = parseSpecifiers(allowsStorage: true)
            if specifiers.isEmpty {
                syntaxError("expected a parameter declaration or the body of the function, not \(describeToken())")
                skipToEndOfStatement()
                if location == start { return }
                continue
            }
            while kind != .semicolon {
                let parameter = parseDeclarator(specifiers.type, .parameter)
                if parameter.name < 0 { break }
                if let index = declarator.parameters.firstIndex(where: { $0.name == parameter.name }) {
                    if declarator.parameters[index].type != .none {
                        error(parameter.location, "redefinition of parameter '\(names.string(parameter.name))'")
                    } else {
                        declareOldStyle(&declarator.parameters[index], types.adjustedParameter(parameter.type), parameter.location)
                    }
                } else {
                    error(parameter.location, "parameter named '\(names.string(parameter.name))' is missing")
                }
                guard accept(.comma) else { break }
            }
            if !expect(.semicolon, "after the declaration of a parameter") {
                skipToEndOfStatement()
                if location == start { return }
            }
        }
        for index in declarator.parameters.indices where declarator.parameters[index].type == .none {
            declareOldStyle(&declarator.parameters[index], .int, declarator.parameters[index].location)
        }
    }

    /// An old-style definition behind a prototype has the prototype's type, if its parameters are of the types that stand
    /// there, before or after the promotions. GNU takes narrow ones too, which C has no call for.
    private mutating func takePrototype(_ declarator: inout Declarator) -> Bool {
        let linked = scopes.linked(declarator.name)
        guard linked != .none, scopes[linked].kind == .function, types[scopes[linked].type].isPrototype else { return false }
        let prototype = scopes[linked].type
        guard types.compatible(types.base(prototype), types.base(declarator.type)), !types[prototype].isVariadic,
              Int(types.parameterCount(prototype)) == declarator.parameters.count else { return false }
        var promoted: [Parameter] = []
        for (index, parameter) in declarator.parameters.enumerated() {
            let wanted = types.parameter(prototype, Int32(index))
            if types.compatibleUnqualified(wanted, types.defaultPromoted(parameter.type)) { continue }
            guard types.compatibleUnqualified(wanted, parameter.type) else { return false }
            promoted.append(parameter)
        }
        for parameter in promoted
        where diagnostics.warning(.pedantic, parameter.location, "promoted argument '\(names.string(parameter.name))' doesn't match prototype") {
            diagnostics.note(scopes[linked].location, "prototype declaration is here")
        }
        declarator.type = prototype
        return true
    }

    private mutating func declareOldStyle(_ parameter: inout Parameter, _ type: TypeID, _ place: SourceLocation) {
        parameter.type = type
        parameter.location = place
        parameter.symbol = scopes.declare(Symbol(kind: .object, flags: [.parameter, .defined], name: parameter.name, type: type,
                                                 location: place))
    }

    private func checkMain(_ declarator: Declarator, _ result: TypeID) {
        if result != .int && result != .invalid {
            warn(.main, declarator.location, "return type of 'main' is not 'int'")
        }
        if declarator.parameters.count == 1 || declarator.parameters.count > 3 {
            warn(.main, declarator.location, "'main' takes no, two or three parameters, not \(declarator.parameters.count)")
        }
    }

    private func warnUnusedParameters(_ parameters: [SymbolID]) {
        for id in parameters {
            let symbol = scopes[id]
            if symbol.name >= 0 && symbol.flags.isDisjoint(with: [.used, .maybeUnused]) {
                warn(.unusedParameter, symbol.location, "unused parameter '\(names.string(symbol.name))'")
            }
        }
    }

    // MARK: Declarations in blocks

    /// A declaration in a block; pushes what has to be done at run time on the statement stack.
    mutating func parseLocalDeclaration(_ leading: Attributes = Attributes()) {
        if kind == .kwStaticAssert {
            parseStaticAssert()
            return
        }
        let start = location
        var specifiers = parseSpecifiers(allowsStorage: true)
        specifiers.attributes.merge(leading)
        if kind == .semicolon {
            checkEmptyDeclaration(specifiers, start)
            flushPendingVLASizes()
            advance()
            return
        }
        while true {
            var attributes = specifiers.attributes
            parseAttributes(into: &attributes)
            let declarator = parseDeclarator(specifiers.type, .block)
            attributes.merge(declarator.attributes)
            guard declarator.name >= 0 else {
                if lastSyntaxError != location { syntaxError("expected a name, not \(describeToken())") }
                recoverLocalDeclaration(start)
                return
            }
            parseAsmLabel(into: &attributes)
            parseAttributes(into: &attributes)
            flushPendingVLASizes()
            declareInBlock(specifiers, declarator, attributes)
            guard accept(.comma) else { break }
        }
        if kind == .semicolon {
            advance()
        } else if kind == .leftBrace && previous != start {
            syntaxError("a function definition is not allowed here")
            skipToEndOfStatement()
        } else {
            syntaxError("expected ';' at end of declaration", afterPrevious: true)
            recoverLocalDeclaration(start)
        }
    }

    private mutating func recoverLocalDeclaration(_ start: SourceLocation) {
        if token.flags.contains(.startsLine) && location != start && kind != .rightBrace { return }
        skipToEndOfStatement()
        if location == start && kind != .rightBrace && kind != .endOfFile { advance() }
    }

    private mutating func flushPendingVLASizes() {
        stack.append(contentsOf: pendingBinds)
        pendingBinds.removeAll(keepingCapacity: true)
    }

    private mutating func declareInBlock(_ specifiers: Specifiers, _ declarator: Declarator, _ attributes: Attributes) {
        if specifiers.isImplicitInt && !specifiers.isDeduced {
            warn(.implicitInt, declarator.location, "type specifier missing, defaults to 'int'")
        }
        if specifiers.storage == .typedefName {
            declareTypedef(specifiers, declarator, attributes)
            return
        }
        if types.isFunction(declarator.type) {
            if specifiers.storage == .static { error(declarator.location, "a function declared in a block cannot be 'static'") }
            _ = declareFunction(specifiers, declarator, attributes, isDefinition: false)
            return
        }
        if specifiers.storage == .external {
            let symbol = declareObject(specifiers, declarator, attributes, isDefinition: false)
            if kind == .equal {
                error(location, "'extern' variable in a block cannot have an initializer")
                advance()
                _ = parseDiscardedInitializer()
            }
            scopes[symbol].flags.insert(.used)
            return
        }
        if specifiers.storage == .static { warnUselessCleanup(attributes) }
        var symbol = Symbol(kind: .object, name: declarator.name, type: declarator.type, location: declarator.location)
        symbol.flags = attributes.flags.union(.defined)
        symbol.alignment = attributes.alignment
        symbol.section = attributes.section
        symbol.label = attributes.label
        if specifiers.isInline { error(specifiers.location, "'inline' is only for functions") }
        if specifiers.storage == .register { symbol.flags.insert(.register) }
        if types.kind(symbol.type) == .void {
            error(symbol.location, "variable '\(names.string(symbol.name))' has type 'void'")
            symbol.type = .invalid
        }
        let earlier = scopes.ordinaryHere(declarator.name)
        if let earlier { reportRedefinition(of: earlier, declarator.location) }
        else if diagnostics.warnings.isOn(.shadow) { warnShadow(declarator) }
        if specifiers.storage == .static {
            symbol.flags.insert(.staticStorage)
            symbol.linkage = .none
            if types.kind(symbol.type) == .variableArray {
                error(symbol.location, "a variable with static storage cannot be an array of variable length")
                symbol.type = .invalid
            }
            let id = scopes.declare(symbol)
            if accept(.equal) {
                parseStaticInitializer(of: id)
            } else {
                checkObjectType(id, declarator.location, isTentative: false)
                statics.append(StaticObject(symbol: id, size: types.size(scopes[id].type)))
            }
            return
        }
        let id = scopes.declare(symbol)
        function.locals.append(id)
        if accept(.equal) {
            scopes[id].flags.insert(.assigned)
            if specifiers.isDeduced { deduceType(of: id) } else { parseLocalInitializer(of: id) }
        } else {
            checkObjectType(id, declarator.location, isTentative: false)
            if specifiers.isDeduced { error(declarator.location, "a type that the initializer gives needs an initializer") }
            if types.kind(scopes[id].type) == .variableArray { beginVariableArray(declarator.location) }
            stack.append(make(.declare, declarator.location, a: id.inNode))
        }
        beginCleanup(of: id, attributes)
    }

    private mutating func warnShadow(_ declarator: Declarator) {
        let outer = scopes.ordinary(declarator.name)
        guard outer != .none, scopes[outer].kind == .object else { return }
        if diagnostics.warning(.shadow, declarator.location, "declaration of '\(names.string(declarator.name))' shadows an earlier one") {
            diagnostics.note(scopes[outer].location, "previous declaration is here")
        }
    }

    /// `__auto_type x = value;`
    private mutating func deduceType(of symbol: SymbolID) {
        let value = rvalue(parseAssignment())
        scopes[symbol].type = type(value).unqualified
        if scopes.depth == 0 {
            initializeStatic(symbol, with: value)
        } else {
            let initializer = singleInitializer(value, type(value).unqualified)
            stack.append(make(.declare, scopes[symbol].location, a: symbol.inNode, b: NodeID(raw: initializer)))
        }
    }

    // MARK: The end of the unit

    private mutating func finishUnit() {
        for id in definitions {
            let symbol = scopes[id]
            if symbol.kind == .object && symbol.flags.contains(.tentative) && !symbol.flags.contains(.defined) {
                // C11 6.9.2: an array that nobody completed has one element.
                if types.kind(symbol.type) == .array && !types.isComplete(symbol.type) {
                    warn(.pedantic, symbol.location, "tentative array definition assumed to have one element")
                    scopes[id].type = types.array(of: types.base(symbol.type), count: 1) ?? .invalid
                }
                checkObjectType(id, symbol.location, isTentative: false)
            }
            if symbol.kind == .function && symbol.linkage == .intern {
                if !symbol.flags.contains(.defined) && symbol.flags.contains(.used) {
                    error(symbol.location, "function '\(names.string(symbol.name))' is declared 'static' and used, but not defined")
                } else if symbol.flags.contains(.defined) && symbol.flags.isDisjoint(with: [.used, .maybeUnused, .inline]) {
                    warn(.unusedFunction, symbol.location, "unused function '\(names.string(symbol.name))'")
                }
            }
            if symbol.kind == .object && symbol.linkage == .intern && symbol.flags.isDisjoint(with: [.used, .maybeUnused]) {
                warn(.unusedVariable, symbol.location, "unused variable '\(names.string(symbol.name))'")
            }
        }
    }
}
