/// Declaration specifiers: storage class, type, qualifiers, and what goes with them.
struct Specifiers {
    var type = TypeID.int
    var storage = StorageClass.none
    var isInline = false
    var attributes = Attributes()
    var location: SourceLocation
    /// `struct tag`, `enum tag` or a body: the specifiers alone declare something.
    var declaresTag = false
    /// GNU __auto_type: the initialiser says the type.
    var isDeduced = false
    /// No type was written.
    var isImplicitInt = false
    /// There was no specifier at all.
    var isEmpty = true
}

/// The words that make up an arithmetic type, counted.
private struct TypeWords {
    var base = TokenKind.endOfFile
    var longs = 0
    var isShort = false
    var isSigned = false
    var isUnsigned = false
    var any: Bool { base != .endOfFile || longs > 0 || isShort || isSigned || isUnsigned }

    /// Nil: no such type.
    var type: TypeID? {
        let hasSize = longs > 0 || isShort
        let hasSign = isSigned || isUnsigned
        if isSigned && isUnsigned || isShort && longs > 0 { return nil }
        switch base {
        case .kwVoid: return hasSize || hasSign ? nil : .void
        case .kwBool: return hasSize || hasSign ? nil : .bool
        case .kwFloat: return hasSize || hasSign ? nil : .float
        case .kwDouble: return hasSign || isShort || longs > 1 ? nil : longs == 1 ? .longDouble : .double
        case .kwChar: return hasSize ? nil : isSigned ? .signedChar : isUnsigned ? .unsignedChar : .char
        default:
            if isShort { return isUnsigned ? .unsignedShort : .short }
            if longs == 1 { return isUnsigned ? .unsignedLong : .long }
            if longs == 2 { return isUnsigned ? .unsignedLongLong : .longLong }
            return isUnsigned ? .unsignedInt : .int
        }
    }
}

extension Parser {
    /// Whether a token of this kind can only begin a declaration or a type name.
    @inline(__always)
    func beginsDeclaration(_ kind: TokenKind) -> Bool {
        switch kind {
        case .kwAuto, .kwChar, .kwConst, .kwDouble, .kwEnum, .kwExtern, .kwFloat, .kwInline, .kwInt, .kwLong, .kwRegister,
             .kwRestrict, .kwShort, .kwSigned, .kwStatic, .kwStruct, .kwTypedef, .kwUnion, .kwUnsigned, .kwVoid, .kwVolatile,
             .kwAlignas, .kwAtomic, .kwBool, .kwComplex, .kwImaginary, .kwNoreturn, .kwStaticAssert, .kwThreadLocal,
             .kwAttribute, .kwTypeof, .kwAutoType, .kwInt128:
            return true
        default:
            return false
        }
    }

    /// Whether the current token begins a declaration: a keyword, or the name of a type.
    @inline(__always)
    mutating func atDeclaration() -> Bool {
        if kind == .identifier { return isTypedefName(token.name) }
        if kind == .kwExtension { return atDeclarationBehindExtension() }
        return beginsDeclaration(kind)
    }

    private mutating func atDeclarationBehindExtension() -> Bool {
        var distance = 1
        while distance < TokenReader.lookahead && tokens.peek(distance) == .kwExtension { distance += 1 }
        return atTypeName(distance) || beginsDeclaration(tokens.peek(distance))
    }

    /// Whether the token at this distance begins a type name.
    @inline(__always)
    mutating func atTypeName(_ distance: Int = 0) -> Bool {
        let next = tokens.current[distance]
        switch next.kind {
        case .identifier: return isTypedefName(next.name)
        case .kwExtern, .kwStatic, .kwTypedef, .kwAuto, .kwRegister, .kwStaticAssert: return false
        default: return beginsDeclaration(next.kind)
        }
    }

    @inline(__always)
    mutating func isTypedefName(_ name: Name) -> Bool {
        let symbol = scopes.ordinary(name)
        return symbol != .none && scopes[symbol].kind == .typedefName || symbol == .none && name == wellKnown.vaList
    }

    /// Declaration specifiers; with `allowsStorage` false the specifiers and qualifiers of a type name or member.
    mutating func parseSpecifiers(allowsStorage: Bool) -> Specifiers {
        var result = Specifiers(location: location)
        var words = TypeWords()
        var named = TypeID.none
        var qualifiers: Qualifiers = []
        loop: while true {
            let place = location
            switch kind {
            case .kwInt, .kwChar, .kwVoid, .kwFloat, .kwDouble, .kwBool:
                if words.base != .endOfFile || named != .none {
                    error(place, "cannot combine \(describeToken()) with the type specifier before it")
                } else {
                    words.base = kind
                }
            case .kwLong: words.longs += 1
            case .kwShort: words.isShort = true
            case .kwUnsigned: words.isUnsigned = true
            case .kwSigned: words.isSigned = true
            case .kwConst: qualifiers.insert(.const)
            case .kwVolatile: qualifiers.insert(.volatile)
            case .kwRestrict: qualifiers.insert(.restrict)
            case .kwExtension: break
            case .kwTypedef: setStorage(.typedefName, &result, allowsStorage)
            case .kwExtern: setStorage(.external, &result, allowsStorage)
            case .kwStatic: setStorage(.static, &result, allowsStorage)
            case .kwAuto: setStorage(.auto, &result, allowsStorage)
            case .kwRegister: setStorage(.register, &result, allowsStorage)
            case .kwInline:
                if !allowsStorage { error(place, "'inline' is only for functions") }
                result.isInline = true
            case .kwNoreturn: result.attributes.flags.insert(.noReturn)
            // A program has one thread, whose variables these are.
            case .kwThreadLocal: break
            case .kwComplex, .kwImaginary: error(place, "complex numbers are not supported")
            case .kwInt128: error(place, "128-bit integers are not supported"); words.base = .kwInt
            case .kwAtomic:
                error(place, "_Atomic is not supported")
                if tokens.peek() == .leftParen {
                    advance()
                    advance()
                    named = parseTypeName()
                    expect(.rightParen, "after the type")
                    result.isEmpty = false
                    continue loop
                }
            case .kwAttribute,
                 .leftBracket where atBracketAttributes:
                parseAttributes(into: &result.attributes)
                result.isEmpty = false
                continue loop
            case .kwAlignas:
                parseAlignas(into: &result.attributes)
                result.isEmpty = false
                continue loop
            case .kwStruct, .kwUnion:
                if words.any || named != .none { error(place, "two types in one declaration") }
                named = parseRecord(&result)
                result.isEmpty = false
                continue loop
            case .kwEnum:
                if words.any || named != .none { error(place, "two types in one declaration") }
                named = parseEnumeration(&result)
                result.isEmpty = false
                continue loop
            case .kwTypeof:
                named = parseTypeof()
                result.isEmpty = false
                continue loop
            case .kwAutoType:
                result.isDeduced = true
                named = .int
            case .identifier:
                if words.any || named != .none { break loop }
                let name = token.name
                let symbol = scopes.ordinary(name)
                if symbol != .none && scopes[symbol].kind == .typedefName {
                    named = scopes[symbol].type
                    result.attributes.alignment = max(result.attributes.alignment, scopes[symbol].alignment)
                    scopes[symbol].flags.insert(.used)
                    if scopes[symbol].flags.contains(.deprecated) { warnDeprecated(symbol, place) }
                } else if symbol == .none && name == wellKnown.vaList {
                    named = types.pointer(to: .char)
                } else if unknownTypeStandsHere(result) {
                    reportUnknownType(name, place)
                    named = .invalid
                } else {
                    break loop
                }
            default:
                break loop
            }
            advance()
            result.isEmpty = false
        }

        if named != .none {
            if words.any && named != .invalid {
                // `unsigned foo_t` and the like.
                error(result.location, "two types in one declaration")
            }
            result.type = named
        } else if words.any {
            if let type = words.type { result.type = type } else {
                error(result.location, "this combination of type specifiers makes no type")
                result.type = .invalid
            }
        } else {
            // C23: `auto x = value;`
            result.isDeduced = options.isC23 && result.storage == .auto
            if result.isDeduced { result.storage = .none }
            result.isImplicitInt = !result.isDeduced
            result.type = .int
        }
        if result.attributes.mode != .none { result.type = modeType(result.type, result.attributes.mode) }
        if !qualifiers.isEmpty { result.type = qualify(result.type, qualifiers) }
        return result
    }

    private mutating func setStorage(_ storage: StorageClass, _ result: inout Specifiers, _ isAllowed: Bool) {
        if !isAllowed {
            error(location, "\(describeToken()) is not allowed here")
        } else if result.storage == storage {
            warn(.duplicateDeclarationSpecifier, location, "duplicate \(describeToken()) declaration specifier")
        } else if result.storage != .none {
            error(location, "cannot combine \(describeToken()) with the storage class before it")
        } else {
            result.storage = storage
        }
    }

    /// `name` is no type, but what follows it makes sense only if it should have been one.
    private func unknownTypeStandsHere(_ result: Specifiers) -> Bool {
        switch tokens.peek() {
        case .identifier:
            return true
        case .star:
            let behind = tokens.peek(2)
            return behind == .star || behind == .identifier && (tokens.peek(3) == .semicolon || tokens.peek(3) == .equal
                || tokens.peek(3) == .comma || tokens.peek(3) == .rightParen || tokens.peek(3) == .leftParen && scopes.depth == 0)
        default:
            return false
        }
    }

    mutating func reportUnknownType(_ name: Name, _ place: SourceLocation) {
        let text = names.string(name)
        let tag = scopes.tag(name)
        if tag != .none {
            let word = types.kind(scopes[tag].type) == .enumeration ? "enum" : types.kind(scopes[tag].type) == .union ? "union" : "struct"
            diagnostics.error(place, "must use '\(word)' tag to refer to type '\(text)'", fix: word + " ")
            return
        }
        if let similar = similarName(to: text, where: { $0 == .typedefName }) {
            diagnostics.error(place, "unknown type name '\(text)'; did you mean '\(names.string(scopes[similar].name))'?")
            diagnostics.note(scopes[similar].location, "'\(names.string(scopes[similar].name))' declared here")
        } else {
            diagnostics.error(place, "unknown type name '\(text)'")
        }
    }

    private func modeType(_ type: TypeID, _ mode: Attributes.IntegerMode) -> TypeID {
        if types.isFloating(type) { return mode == .single ? .float : .double }
        let unsigned = types.isUnsigned(type)
        switch mode {
        case .none: return type
        case .byte: return unsigned ? .unsignedChar : .signedChar
        case .half: return unsigned ? .unsignedShort : .short
        case .single: return unsigned ? .unsignedInt : .int
        case .double: return unsigned ? .unsignedLong : .long
        }
    }

    /// Adds qualifiers; those of an array belong to its elements.
    mutating func qualify(_ type: TypeID, _ qualifiers: Qualifiers) -> TypeID {
        if qualifiers.isEmpty || type.unqualified == .invalid { return type }
        let entry = types[type]
        switch entry.kind {
        case .array:
            let element = qualify(entry.base, qualifiers)
            return entry.count < 0 ? types.incompleteArray(of: element) : types.array(of: element, count: entry.count) ?? type
        case .variableArray:
            return types.variableArray(of: qualify(entry.base, qualifiers), sizeVariable: Int32(entry.count))
        case .function:
            return type
        default:
            return type.qualified(qualifiers)
        }
    }

    private mutating func parseAlignas(into attributes: inout Attributes) {
        advance()
        guard expect(.leftParen, "after '_Alignas'") else { return }
        let place = location
        if atTypeName() {
            let type = parseTypeName()
            attributes.alignment = max(attributes.alignment, types.alignment(type), typeNameAlignment)
        } else if let value = checkedAlignment(parseConstantExpression("alignment"), place) {
            attributes.alignment = max(attributes.alignment, value)
        }
        expect(.rightParen, "after the alignment")
    }

    private mutating func parseTypeof() -> TypeID {
        advance()
        let opened = location
        guard expect(.leftParen, "after 'typeof'") else { return .invalid }
        defer { expectClosing(.rightParen, opened: opened) }
        if atTypeName() { return parseTypeName() }
        unevaluated += 1
        let node = parseExpression()
        unevaluated -= 1
        return type(node)
    }

    // MARK: Enumerations

    private mutating func parseEnumeration(_ specifiers: inout Specifiers) -> TypeID {
        advance()
        var attributes = Attributes()
        parseAttributes(into: &attributes)
        specifiers.declaresTag = true
        let place = location
        var tag: Name = -1
        if kind == .identifier {
            tag = token.name
            advance()
        }
        guard kind == .leftBrace else {
            guard tag >= 0 else {
                syntaxError("expected the name of an enumeration or '{'")
                return .invalid
            }
            return referTag(tag, .enumeration, place)
        }
        let type = defineTag(tag, .enumeration, place)
        let opened = location
        advance()
        parseEnumerators(type, isPacked: attributes.isPacked)
        expectClosing(.rightBrace, opened: opened)
        var after = Attributes()
        parseAttributes(into: &after)
        if after.isPacked { packEnumeration(type) }
        return type
    }

    private mutating func parseEnumerators(_ type: TypeID, isPacked: Bool) {
        var next: Int64 = 0
        var nextIsUnsigned = false      // `next` is to be read as an unsigned 64-bit value
        var lowest: Int64 = 0
        var highest: UInt64 = 0
        var constants: [SymbolID] = []
        if kind == .rightBrace { syntaxError("expected at least one enumeration constant") }
        while kind == .identifier {
            let name = token.name
            let place = location
            advance()
            var attributes = Attributes()
            parseAttributes(into: &attributes)
            if accept(.equal) {
                let node = parseConditional()
                if let value = constantInteger(node, "enumeration constant") {
                    next = value
                    nextIsUnsigned = types.isUnsigned(self.type(node)) && value < 0
                }
            } else if next == .min && nextIsUnsigned == false && !constants.isEmpty && scopes[constants[constants.count - 1]].value == .max {
                nextIsUnsigned = true
            }
            if nextIsUnsigned || next >= 0 { highest = max(highest, UInt64(bitPattern: next)) } else { lowest = min(lowest, next) }
            if let earlier = scopes.ordinaryHere(name) { reportRedefinition(of: earlier, place) }
            let isSmall = !nextIsUnsigned && next == Int64(Int32(truncatingIfNeeded: next))
            let constantType: TypeID = isSmall ? .int : nextIsUnsigned ? .unsignedLong : next >= 0 && next <= UInt32.max ? .unsignedInt : .long
            var symbol = Symbol(kind: .enumConstant, flags: .used, name: name, type: constantType, location: place)
            symbol.value = next
            constants.append(scopes.declare(symbol))
            next = next &+ 1
            guard accept(.comma) else { break }
        }
        if kind != .rightBrace {
            syntaxError("expected ',' or '}' in the enumeration, not \(describeToken())")
            while kind != .rightBrace && kind != .semicolon && kind != .endOfFile { advance() }
        }
        let base: TypeID
        if lowest >= Int64(Int32.min) && highest <= UInt64(Int32.max) {
            base = lowest < 0 ? .int : .unsignedInt
        } else if lowest == 0 {
            base = highest <= UInt64(UInt32.max) ? .unsignedInt : .unsignedLong
        } else {
            base = lowest >= Int64(Int32.min) && highest <= UInt64(Int32.max) ? .int : .long
        }
        setEnumerationBase(type, base)
        enumerationRange = (lowest, highest)
        if isPacked { packEnumeration(type) }
        // When one constant does not fit an int, all have the enumeration's own type.
        if highest > UInt64(Int32.max) || lowest < Int64(Int32.min) {
            for constant in constants { scopes[constant].type = base }
        }
    }

    private func setEnumerationBase(_ type: TypeID, _ base: TypeID) {
        types[type].base = base
        types[type].size = types.size(base)
        types[type].alignment = types.alignment(base)
        types[type].isComplete = true
    }

    private func packEnumeration(_ type: TypeID) {
        let (lowest, highest) = enumerationRange
        if lowest < 0 {
            if lowest >= -128 && highest <= 127 { setEnumerationBase(type, .signedChar) }
            else if lowest >= -32768 && highest <= 32767 { setEnumerationBase(type, .short) }
        } else if highest <= 255 { setEnumerationBase(type, .unsignedChar) }
        else if highest <= 65535 { setEnumerationBase(type, .unsignedShort) }
    }

    // MARK: Tags

    /// `struct tag` without a body: the type of that tag, declared here if there is none.
    mutating func referTag(_ tag: Name, _ kind: TypeKind, _ place: SourceLocation) -> TypeID {
        let symbol = self.kind == .semicolon ? scopes.tagHere(tag) ?? .none : scopes.tag(tag)
        if symbol != .none {
            if types.kind(scopes[symbol].type) == kind { return scopes[symbol].type }
            reportTagClash(symbol, place)
            return .invalid
        }
        return newTag(tag, kind, place)
    }

    /// `struct tag {`: the type to be completed.
    mutating func defineTag(_ tag: Name, _ kind: TypeKind, _ place: SourceLocation) -> TypeID {
        if tag >= 0, let symbol = scopes.tagHere(tag) {
            let type = scopes[symbol].type
            if types.kind(type) != kind {
                reportTagClash(symbol, place)
            } else if types.isComplete(type) || kind != .enumeration && types.records[Int(types[type].first)].isBeingDefined {
                diagnostics.error(place, "redefinition of '\(names.string(tag))'")
                diagnostics.note(scopes[symbol].location, "previous definition is here")
            } else {
                scopes[symbol].location = place
                return type
            }
        }
        return newTag(tag, kind, place)
    }

    private mutating func newTag(_ tag: Name, _ kind: TypeKind, _ place: SourceLocation) -> TypeID {
        let type = kind == .enumeration ? types.newEnumeration(tag: tag, location: place)
            : types.newRecord(isUnion: kind == .union, tag: tag, location: place)
        if tag >= 0 { _ = scopes.declare(Symbol(kind: .tag, name: tag, type: type, location: place)) }
        return type
    }

    private func reportTagClash(_ symbol: SymbolID, _ place: SourceLocation) {
        diagnostics.error(place, "use of '\(names.string(scopes[symbol].name))' with a tag type that does not match its declaration")
        diagnostics.note(scopes[symbol].location, "previous use is here")
    }

    func warnDeprecated(_ symbol: SymbolID, _ place: SourceLocation) {
        if diagnostics.warning(.deprecatedDeclarations, place, "'\(names.string(scopes[symbol].name))' is deprecated") {
            diagnostics.note(scopes[symbol].location, "declared here")
        }
    }
}
