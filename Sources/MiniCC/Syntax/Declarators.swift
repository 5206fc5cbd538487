/// One piece of a declarator. `int *(*f[3])(int)` has, from the name outwards: array of 3, pointer,
/// function, pointer.
struct DeclaratorPart {
    enum Kind: UInt8 { case pointer, array, variableArray, unspecifiedArray, function }
    var kind: Kind
    var qualifiers: Qualifiers = []
    var location: SourceLocation
    /// Array: number of elements, -1 for `[]`.
    var count: Int64 = -1
    /// Array of variable length: the expression.
    var node: NodeID = .none
    /// Function: its parameters in `parameterStack`.
    var firstParameter = 0
    var parameterCount = 0
    var isVariadic = false
    var isPrototype = false
    /// Function: sizes of arrays of variable length among the parameters.
    var binds: [NodeID] = []
}

struct Parameter {
    var name: Name
    var type: TypeID
    var location: SourceLocation
    var symbol: SymbolID
}

/// What a declarator says.
struct Declarator {
    var name: Name = -1
    var location: SourceLocation
    var type = TypeID.invalid
    /// When the name is declared as a function: its parameters, for a definition.
    var parameters: [Parameter] = []
    var isOldStyle = false
    var binds: [NodeID] = []
    /// What attributes between its parts say about the thing declared, not about one of its types.
    var attributes = Attributes()
}

enum DeclaratorContext { case file, block, member, parameter, typeName }

extension Parser {
    /// A declarator (abstract where the context allows it) applied to the type of the specifiers.
    mutating func parseDeclarator(_ base: TypeID, _ context: DeclaratorContext) -> Declarator {
        var result = Declarator(location: location)
        // The usual case: a name and nothing else.
        if kind == .identifier {
            switch tokens.peek() {
            case .semicolon, .comma, .equal, .rightParen, .colon:
                result.name = token.name
                result.type = base
                advance()
                return result
            default: break
            }
        }
        let mark = declaratorParts.count
        let parameterMark = parameterStack.count
        if descend() {
            parseParts(&result, context)
            depth -= 1
        }
        result.type = apply(from: mark, to: base, &result, context)
        declaratorParts.removeLast(declaratorParts.count - mark)
        parameterStack.removeLast(parameterStack.count - parameterMark)
        return result
    }

    mutating func parseTypeName() -> TypeID {
        let specifiers = parseSpecifiers(allowsStorage: false)
        typeNameAlignment = specifiers.attributes.alignment
        if specifiers.isEmpty {
            syntaxError("expected a type, not \(describeToken())")
            return .invalid
        }
        if kind == .rightParen || kind == .comma { return specifiers.type }
        let declarator = parseDeclarator(specifiers.type, .typeName)
        if declarator.name >= 0 { error(declarator.location, "a type name does not declare a name") }
        return declarator.type
    }

    private mutating func parseParts(_ result: inout Declarator, _ context: DeclaratorContext) {
        // Pointers come last in the list, but first in the text.
        var pointers: [DeclaratorPart] = []
        while kind == .star || kind == .kwAttribute || kind == .kwExtension {
            if kind == .kwAttribute {
                parseInnerAttributes(into: &result.attributes)
                continue
            }
            if kind == .kwExtension {
                advance()
                continue
            }
            var part = DeclaratorPart(kind: .pointer, location: location)
            advance()
            part.qualifiers = parseQualifiers(&result.attributes)
            pointers.append(part)
        }
        if kind == .identifier && context != .typeName && !(context == .parameter && isTypedefName(token.name) && tokens.peek() != .comma && tokens.peek() != .rightParen && tokens.peek() != .leftBracket) {
            result.name = token.name
            result.location = location
            advance()
        } else if kind == .leftParen && isNestedDeclarator(context) {
            let opened = location
            advance()
            if descend() {
                parseParts(&result, context)
                depth -= 1
            }
            expectClosing(.rightParen, opened: opened)
        } else if context == .file || context == .block {
            syntaxError("expected a name or '(', not \(describeToken())")
        }
        while true {
            if atBracketAttributes { parseInnerAttributes(into: &result.attributes) }
            else if kind == .leftBracket { parseArrayPart(context) }
            else if kind == .leftParen { parseFunctionPart(context) }
            else { break }
        }
        declaratorParts.append(contentsOf: pointers.reversed())
    }

    private mutating func parseInnerAttributes(into attributes: inout Attributes) {
        var found = Attributes()
        parseAttributes(into: &found)
        // The others mean the pointer or the function inside of the declarator.
        attributes.flags.formUnion(found.flags.intersection([.maybeUnused, .keep, .weak]))
        if found.section >= 0 { attributes.section = found.section }
        if found.cleanup >= 0 {
            attributes.cleanup = found.cleanup
            attributes.cleanupLocation = found.cleanupLocation
        }
    }

    private mutating func parseQualifiers(_ attributes: inout Attributes) -> Qualifiers {
        var qualifiers: Qualifiers = []
        while true {
            switch kind {
            case .kwConst: qualifiers.insert(.const)
            case .kwVolatile: qualifiers.insert(.volatile)
            case .kwRestrict: qualifiers.insert(.restrict)
            case .kwAtomic: error(location, "_Atomic is not supported")
            case .kwExtension: break
            case .kwAttribute:
                parseInnerAttributes(into: &attributes)
                continue
            default: return qualifiers
            }
            advance()
        }
    }

    /// After a `(` where a name may be missing: does it group a declarator, or hold parameters?
    private mutating func isNestedDeclarator(_ context: DeclaratorContext) -> Bool {
        if context == .file || context == .block || context == .member { return true }
        switch tokens.peek() {
        case .star, .leftParen, .leftBracket, .caret: return true
        case .kwAttribute: return true
        case .identifier: return !isTypedefName(tokens.current[1].name)
        default: return false
        }
    }

    private mutating func parseArrayPart(_ context: DeclaratorContext) {
        var part = DeclaratorPart(kind: .array, location: location)
        let opened = location
        advance()
        var isStatic = accept(.kwStatic)
        var ignored = Attributes()
        part.qualifiers = parseQualifiers(&ignored)
        if accept(.kwStatic) { isStatic = true }
        if isStatic && context != .parameter { error(opened, "'static' in an array declarator is only for parameters") }
        if kind == .star && tokens.peek() == .rightBracket {
            advance()
            part.kind = .unspecifiedArray
            if context != .parameter && context != .typeName { error(opened, "'[*]' is only for parameters of prototypes") }
        } else if kind != .rightBracket {
            let place = location
            let node = parseAssignment()
            if let value = knownInteger(node) {
                part.count = value
                if value < 0 {
                    error(place, "the array has a negative size (\(value))")
                    part.count = 1
                }
            } else if types.isInteger(type(node)) {
                part.kind = .variableArray
                part.node = node
            } else {
                if type(node) != .invalid { error(place, "size of the array has the type \(describe(type(node))), which is no integer") }
                part.count = 1
            }
        }
        expectClosing(.rightBracket, opened: opened)
        declaratorParts.append(part)
    }

    // MARK: Parameters

    private mutating func parseFunctionPart(_ context: DeclaratorContext) {
        var part = DeclaratorPart(kind: .function, location: location)
        let opened = location
        advance()
        let mark = parameterStack.count
        let bindMark = pendingBinds.count
        scopes.enter()
        if kind == .rightParen {
            part.isPrototype = false
        } else if kind == .kwVoid && tokens.peek() == .rightParen {
            advance()
            part.isPrototype = true
        } else if kind == .identifier && !isTypedefName(token.name) && (tokens.peek() == .comma || tokens.peek() == .rightParen) {
            parseIdentifierList()
        } else {
            part.isPrototype = true
            parseParameters(&part)
        }
        part.binds = Array(pendingBinds[bindMark...])
        pendingBinds.removeLast(pendingBinds.count - bindMark)
        scopes.leave()
        expectClosing(.rightParen, opened: opened)
        part.firstParameter = mark
        part.parameterCount = parameterStack.count - mark
        declaratorParts.append(part)
    }

    private mutating func parseIdentifierList() {
        while kind == .identifier {
            parameterStack.append(Parameter(name: token.name, type: .none, location: location, symbol: .none))
            advance()
            guard accept(.comma) else { return }
        }
        syntaxError("expected the name of a parameter, not \(describeToken())")
    }

    private mutating func parseParameters(_ part: inout DeclaratorPart) {
        guard descend() else { return }
        defer { depth -= 1 }
        while true {
            if kind == .ellipsis {
                advance()
                part.isVariadic = true
                return
            }
            let specifiers = parseSpecifiers(allowsStorage: true)
            if specifiers.isEmpty {
                if kind == .identifier && !isTypedefName(token.name) {
                    reportUnknownType(token.name, location)
                    lastSyntaxError = location
                } else {
                    syntaxError("expected a parameter declaration, not \(describeToken())")
                }
                skipParameter()
            } else {
                parseParameter(specifiers)
            }
            guard accept(.comma) else { return }
        }
    }

    private mutating func skipParameter() {
        while kind != .comma && kind != .rightParen && kind != .semicolon && kind != .leftBrace && kind != .endOfFile {
            if kind == .leftParen { skipBalanced() } else { advance() }
        }
    }

    private mutating func parseParameter(_ specifiers: Specifiers) {
        if specifiers.isImplicitInt { warn(.implicitInt, specifiers.location, "type specifier missing, defaults to 'int'") }
        if specifiers.storage != .none && specifiers.storage != .register {
            error(specifiers.location, "invalid storage class for a parameter")
        }
        // Parts and parameters of an inner declarator stay above ours on their stacks and are gone when it ends.
        let declarator = parseDeclarator(specifiers.type, .parameter)
        var attributes = specifiers.attributes
        parseAttributes(into: &attributes)
        var type = types.adjustedParameter(declarator.type)
        if types.kind(type) == .void {
            error(declarator.location, declarator.name < 0 ? "'void' must be the only parameter"
                : "parameter '\(names.string(declarator.name))' has type 'void'")
            type = .invalid
        }
        var symbol = Symbol(kind: .object, flags: [.parameter, .defined], name: declarator.name, type: type,
                            location: declarator.location)
        symbol.flags.formUnion(attributes.flags.intersection([.maybeUnused]))
        if specifiers.storage == .register { symbol.flags.insert(.register) }
        if declarator.name >= 0, let earlier = scopes.ordinaryHere(declarator.name) {
            reportRedefinition(of: earlier, declarator.location)
        }
        let id = declarator.name >= 0 ? scopes.declare(symbol) : scopes.add(symbol)
        parameterStack.append(Parameter(name: declarator.name, type: type, location: declarator.location, symbol: id))
    }

    // MARK: From parts to a type

    private mutating func apply(from mark: Int, to base: TypeID, _ result: inout Declarator, _ context: DeclaratorContext) -> TypeID {
        var type = base
        var index = declaratorParts.count
        while index > mark {
            index -= 1
            let part = declaratorParts[index]
            switch part.kind {
            case .pointer:
                type = types.pointer(to: type).qualified(part.qualifiers)
            case .array, .variableArray, .unspecifiedArray:
                type = arrayType(of: type, part, isOutermost: index == mark, context)
                // `int a[const 3]` qualifies the pointer that the parameter becomes.
                if index == mark && context == .parameter && !part.qualifiers.isEmpty {
                    type = types.pointer(to: types.base(type)).qualified(part.qualifiers)
                }
            case .function:
                type = functionType(returning: type, part)
                if index == mark {
                    result.parameters = Array(parameterStack[part.firstParameter..<part.firstParameter + part.parameterCount])
                    result.isOldStyle = !part.isPrototype
                    result.binds = part.binds
                }
            }
        }
        return type
    }

    private mutating func arrayType(of element: TypeID, _ part: DeclaratorPart, isOutermost: Bool, _ context: DeclaratorContext) -> TypeID {
        let entry = types[element]
        if entry.kind == .invalid { return .invalid }
        if entry.kind == .function {
            error(part.location, "an array cannot have functions as elements")
            return .invalid
        }
        if !entry.isComplete {
            diagnostics.error(part.location, "array has incomplete element type \(describe(element))")
            noteForwardDeclaration(element)
            return .invalid
        }
        switch part.kind {
        case .variableArray:
            // The outermost length of a parameter means nothing: it becomes a pointer.
            if context == .parameter && isOutermost { return types.incompleteArray(of: element) }
            if context == .file || context == .member || scopes.depth == 0 {
                error(part.location, "size of the array is not a constant")
                return types.array(of: element, count: 1) ?? .invalid
            }
            warn(.vla, part.location, "array of variable length")
            let variable = hiddenVariable(.unsignedLong, part.location)
            let type = types.variableArray(of: element, sizeVariable: variable.raw)
            let count = convert(part.node, to: .long)
            pendingBinds.append(make(.bindArray, part.location, a: count, b: NodeID(raw: type.index)))
            return type
        case .unspecifiedArray:
            return isOutermost && context == .parameter ? types.incompleteArray(of: element)
                : types.variableArray(of: element, sizeVariable: -1)
        default:
            if part.count < 0 { return types.incompleteArray(of: element) }
            // An array of arrays of variable length has variable length too, however constant its own count is.
            if entry.kind == .variableArray {
                if context == .parameter && isOutermost { return types.incompleteArray(of: element) }
                let variable = hiddenVariable(.unsignedLong, part.location)
                let type = types.variableArray(of: element, sizeVariable: variable.raw)
                let count = make(.integer, part.location, type: .long, value: part.count)
                pendingBinds.append(make(.bindArray, part.location, a: count, b: NodeID(raw: type.index)))
                return type
            }
            if let type = types.array(of: element, count: part.count) { return type }
            error(part.location, "the array is too large (\(part.count) elements)")
            return types.array(of: element, count: 1) ?? .invalid
        }
    }

    private mutating func functionType(returning result: TypeID, _ part: DeclaratorPart) -> TypeID {
        switch types.kind(result) {
        case .function:
            error(part.location, "a function cannot return a function")
            return .invalid
        case .array, .variableArray:
            error(part.location, "a function cannot return the array type \(describe(result))")
            return .invalid
        default: break
        }
        var list: [TypeID] = []
        if part.isPrototype {
            for parameter in parameterStack[part.firstParameter..<part.firstParameter + part.parameterCount] {
                list.append(parameter.type.unqualified)
            }
        }
        return types.function(returning: result.unqualified, parameters: list, isVariadic: part.isVariadic,
                              isPrototype: part.isPrototype)
    }
}
