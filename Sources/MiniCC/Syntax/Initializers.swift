/// An object in static storage and its contents.
struct StaticObject {
    var symbol: SymbolID
    /// Bytes behind the end of `bytes` are zero.
    var size: Int64
    var bytes: [UInt8] = []
    /// Addresses in it, in order of their offsets.
    var relocations: [Relocation] = []

    init(symbol: SymbolID, size: Int64, bytes: [UInt8] = []) {
        self.symbol = symbol
        self.size = size
        self.bytes = bytes
    }
}

struct Relocation {
    var offset: Int64
    var base: StaticBase
    var addend: Int64
}

/// Where the values of the initialiser that is being parsed go: into the bytes of a static object, or into
/// a list of stores for an automatic one.
struct InitializerContext {
    var isStatic: Bool
    var bytes: [UInt8] = []
    var relocations: [Relocation] = []
    var entries: [InitEntry] = []
    /// Automatic: [0 ..< covered) is written without gaps.
    var covered: Int64 = 0
    /// Nothing at or behind this offset has been written.
    var end: Int64 = 0

    init(isStatic: Bool) { self.isStatic = isStatic }
}

/// How the first element of a list without braces is known.
private enum ListStart {
    case fresh
    /// An expression that was read to see whether it initialises the whole aggregate.
    case pending(NodeID)
    /// The current token is `.` or `[`.
    case designator
    /// `.name` was read already.
    case name(Name, SourceLocation)
}

extension Parser {
    private static let maximumStaticBytes: Int64 = 1 << 30
    private static let maximumEntries = 1 << 24

    // MARK: Entrances

    /// `= …` of an object with static storage.
    mutating func parseStaticInitializer(of symbol: SymbolID) {
        var context = InitializerContext(isStatic: true)
        let isArray = types.kind(scopes[symbol].type) == .array
        if !isArray { checkObjectType(symbol, scopes[symbol].location, isTentative: false) }
        scopes[symbol].flags.insert(.defined)
        let type = parseObject(scopes[symbol].type, scopes[symbol].location, &context)
        scopes[symbol].type = type
        finishStatic(symbol, type, &context)
    }

    /// A static object that gets one value.
    mutating func initializeStatic(_ symbol: SymbolID, with value: NodeID) {
        var context = InitializerContext(isStatic: true)
        put(value, scopes[symbol].type, 0, -1, &context)
        scopes[symbol].flags.insert(.defined)
        finishStatic(symbol, scopes[symbol].type, &context)
    }

    private mutating func finishStatic(_ symbol: SymbolID, _ type: TypeID, _ context: inout InitializerContext) {
        var object = StaticObject(symbol: symbol, size: max(types.size(type), Int64(context.bytes.count)))
        swap(&object.bytes, &context.bytes)
        swap(&object.relocations, &context.relocations)
        scopes[symbol].staticNumber = Int32(statics.count)
        statics.append(object)
    }

    /// `= …` of a local variable; pushes the declaration on the statement stack.
    mutating func parseLocalInitializer(of symbol: SymbolID) {
        let place = scopes[symbol].location
        let entry = types[scopes[symbol].type]
        if entry.kind == .variableArray {
            if kind == .leftBrace && tokens.peek() == .rightBrace {
                beginVariableArray(place)
                stack.append(make(.declare, place, a: symbol.inNode))
                advance()
                advance()
                return
            }
            error(location, "an array of variable length cannot have an initializer")
            _ = parseDiscardedInitializer()
            return
        }
        if entry.kind != .array { checkObjectType(symbol, place, isTentative: false) }
        var context = InitializerContext(isStatic: false)
        let type = parseObject(scopes[symbol].type, place, &context)
        scopes[symbol].type = type
        let initializer = finishLocal(type, &context)
        stack.append(make(.declare, place, a: symbol.inNode, b: NodeID(raw: initializer)))
    }

    private mutating func finishLocal(_ type: TypeID, _ context: inout InitializerContext) -> Int32 {
        let first = tree.initEntries.count
        for entry in context.entries { tree.initEntries.append(entry) }
        return tree.initializers.append(Initializer(first: first, count: Int32(context.entries.count),
                                                    zeroesFirst: context.covered < types.size(type)))
    }

    mutating func singleInitializer(_ value: NodeID, _ type: TypeID) -> Int32 {
        let first = tree.initEntries.append(InitEntry(offset: 0, value: value, field: -1, type: type))
        return tree.initializers.append(Initializer(first: first, count: 1, zeroesFirst: false))
    }

    /// `(type){ … }`; the type name is read already.
    mutating func parseCompoundLiteral(_ type: TypeID, _ place: SourceLocation) -> NodeID {
        let isStatic = !function.isOpen
        var context = InitializerContext(isStatic: isStatic)
        let entry = types[type]
        if entry.kind == .variableArray || entry.kind == .function || entry.kind == .void
            || !entry.isComplete && entry.kind != .array && entry.kind != .invalid {
            error(place, "compound literal has the type \(describe(type)), of which there are no objects")
            _ = parseDiscardedInitializer()
            return invalid(place)
        }
        let type = parseObject(type, place, &context)
        if isStatic {
            let symbol = scopes.add(Symbol(kind: .object, flags: [.hidden, .staticStorage, .used, .defined], name: -1, type: type, location: place))
            finishStatic(symbol, type, &context)
            return make(.variable, place, type: type, a: symbol.inNode, flags: .lvalue)
        }
        let symbol = hiddenVariable(type, place)
        let initializer = finishLocal(type, &context)
        return make(.compoundLiteral, place, type: type, a: symbol.inNode, b: NodeID(raw: initializer), flags: .lvalue)
    }

    /// Reads an initialiser that belongs to nothing.
    mutating func parseDiscardedInitializer() -> NodeID {
        guard kind == .leftBrace else { return parseAssignment() }
        var open = 0
        repeat {
            if kind == .leftBrace { open += 1 }
            if kind == .rightBrace { open -= 1 }
            if kind == .endOfFile { break }
            advance()
        } while open > 0
        return .none
    }

    // MARK: Objects

    /// The initialiser of a whole object; the result is its type, completed if it was an array without length.
    private mutating func parseObject(_ type: TypeID, _ place: SourceLocation, _ context: inout InitializerContext) -> TypeID {
        let entry = types[type]
        if entry.kind == .invalid {
            if kind == .leftBrace { _ = parseDiscardedInitializer() } else { _ = parseAssignment() }
            return type
        }
        let count = parseInitializer(type, 0, -1, &context)
        guard entry.kind == .array && entry.count < 0 else { return type }
        if let complete = types.array(of: entry.base, count: count) { return complete }
        error(place, "the array is too large (\(count) elements)")
        return .invalid
    }

    /// One initialiser, in braces or not. The result counts the elements of an array.
    private mutating func parseInitializer(_ type: TypeID, _ offset: Int64, _ field: Int32, _ context: inout InitializerContext) -> Int64 {
        if kind == .leftBrace { return parseBraced(type, offset, field, &context) }
        let place = location
        let node = parseAssignment()
        if self.type(node) == .invalid { return types.kind(type) == .array ? max(1, types[type].count) : 1 }
        if isWhole(node, type) { return put(node, type, offset, field, &context) }
        if types.kind(type) == .array {
            error(place, "array initializer must be an initializer list\(isCharacterArray(type) ? " or string literal" : "")")
            return max(1, types[type].count)
        }
        return put(node, type, offset, field, &context)
    }

    private mutating func parseBraced(_ type: TypeID, _ offset: Int64, _ field: Int32, _ context: inout InitializerContext) -> Int64 {
        guard descend() else { return 0 }
        defer { depth -= 1 }
        let opened = location
        advance()
        var count: Int64 = 0
        let kind = types.kind(type)
        if kind == .array && isCharacterArray(type) && self.kind == .string && isStringAlone {
            let node = parseAssignment()
            count = put(node, type, offset, field, &context)
            _ = accept(.comma)
        } else if kind == .array || types.isRecord(type) {
            if offset < context.end { forget(offset, types.size(type), &context) }
            count = parseElements(type, offset, isBraced: true, .fresh, &context)
        } else if self.kind == .rightBrace {
            // `{}` sets to zero, as a missing initialiser of a static object does.
            put(makeZero(type, opened), type, offset, field, &context)
        } else {
            _ = parseInitializer(type, offset, field, &context)
            if accept(.comma) && self.kind != .rightBrace { discardExcess("scalar") }
        }
        expectClosing(.rightBrace, opened: opened)
        return count
    }

    private var isStringAlone: Bool {
        tokens.peek() == .rightBrace || tokens.peek() == .comma && tokens.peek(2) == .rightBrace
    }

    private mutating func makeZero(_ type: TypeID, _ place: SourceLocation) -> NodeID {
        types.isFloating(type) ? make(.floating, place, type: type.unqualified) : makeInteger(0, .int, place)
    }

    private mutating func discardExcess(_ what: String) {
        warn(.excessInitializers, location, "excess elements in \(what) initializer")
        while kind != .rightBrace && kind != .endOfFile {
            let start = location
            if kind == .dot || kind == .leftBracket {
                while kind != .equal && kind != .comma && kind != .rightBrace && kind != .endOfFile { advance() }
                _ = accept(.equal)
            }
            _ = parseDiscardedInitializer()
            if !accept(.comma) || location == start { return }
        }
    }

    private func isCharacterArray(_ type: TypeID) -> Bool {
        let element = types.base(type)
        return types.isInteger(element) && types.size(element) <= 4
    }

    /// Whether the expression initialises an object of this type as a whole.
    private func isWhole(_ node: NodeID, _ type: TypeID) -> Bool {
        let current = tree[node]
        if types.isRecord(type) { return types.isRecord(current.type) && types.compatibleUnqualified(type.unqualified, current.type.unqualified) }
        guard types.kind(type) == .array else { return true }
        if current.kind == .string {
            let literal = types.base(current.type)
            let element = types.base(type)
            return types.isInteger(element) && types.size(element) == types.size(literal) && types.storage(element) != .bool
        }
        // GNU: an array from a compound literal.
        let isLiteral = current.kind == .compoundLiteral || current.kind == .variable && scopes[current.symbol].flags.contains(.hidden)
        return isLiteral && types.isArray(current.type) && types.compatibleUnqualified(types.base(type).unqualified, types.base(current.type).unqualified)
    }

    // MARK: Lists

    /// The elements of an array or the members of a record, from `{` to before `}`, or without braces as many
    /// as there are. The result counts the elements of an array.
    private mutating func parseElements(_ type: TypeID, _ offset: Int64, isBraced: Bool, _ start: ListStart,
                                        _ context: inout InitializerContext) -> Int64 {
        types.isRecord(type) ? parseMembers(type, offset, isBraced, start, &context)
            : parseArrayElements(type, offset, isBraced, start, &context)
    }

    private mutating func parseArrayElements(_ type: TypeID, _ offset: Int64, _ isBraced: Bool, _ start: ListStart,
                                             _ context: inout InitializerContext) -> Int64 {
        let entry = types[type]
        let element = entry.base
        let size = types.size(element)
        let limit = entry.count < 0 ? Int64.max : entry.count
        var index: Int64 = 0
        var count: Int64 = 0
        var start = start
        while kind != .rightBrace && kind != .endOfFile || isPending(start) {
            var last = index
            var isDesignated = false
            if kind == .leftBracket, !isPending(start) {
                if !isBraced, case .fresh = start { return count }
                let bracket = location
                guard let range = parseIndices(limit) else {
                    skipDesignatedValue()
                    if !continueList(isBraced, isFull: false) { return count }
                    continue
                }
                (index, last) = range
                isDesignated = true
                if kind != .dot && kind != .leftBracket {
                    if !accept(.equal) && kind != .leftBrace { warn(.pedantic, bracket, "GNU designator without '='") }
                }
            } else if kind == .dot, !isPending(start) {
                if !isBraced, case .fresh = start { return count }
                syntaxError("field designator cannot initialize an array")
                skipDesignatedValue()
                if !continueList(isBraced, isFull: false) { return count }
                continue
            }
            if index >= limit {
                if isBraced { discardExcess("array") }
                return count
            }
            if offset + (last + 1) &* size > Parser.maximumStaticBytes || last >= Int64(TypeTable.maximumSize) {
                error(location, "the initializer is too large")
                _ = parseDiscardedInitializer()
                return count
            }
            let mark = context.entries.count
            if isDesignated && (kind == .dot || kind == .leftBracket) && !types.isScalar(element) {
                _ = parseElements(element, offset + index * size, isBraced: false, .designator, &context)
            } else {
                parseElement(element, offset + index * size, -1, start, &context)
            }
            if last > index { repeatElement(offset + index * size, size, last - index, mark, &context) }
            start = .fresh
            index = last + 1
            count = max(count, index)
            if !continueList(isBraced, isFull: index >= limit) { break }
        }
        return count
    }

    private func isPending(_ start: ListStart) -> Bool {
        switch start {
        case .pending, .name: return true
        default: return false
        }
    }

    /// `[i]` or `[i ... j]`.
    private mutating func parseIndices(_ limit: Int64) -> (Int64, Int64)? {
        let opened = location
        advance()
        let first = parseConstantExpression("array designator")
        var last = first
        if accept(.ellipsis) { last = parseConstantExpression("array designator") }
        expectClosing(.rightBracket, opened: opened)
        guard let first, let last else { return nil }
        if first < 0 || last >= limit || last >= 1 << 40 {
            error(opened, "array designator index (\(first < 0 ? first : last)) exceeds array bounds\(limit == .max ? "" : " (\(limit))")")
            return nil
        }
        if last < first {
            error(opened, "array designator range [\(first), \(last)] is empty")
            return nil
        }
        return (first, last)
    }

    private mutating func skipDesignatedValue() {
        while kind == .dot || kind == .leftBracket {
            if accept(.dot) {
                if kind == .identifier { advance() }
            } else {
                while kind != .rightBracket && kind != .endOfFile && kind != .semicolon { advance() }
                _ = accept(.rightBracket)
            }
        }
        _ = accept(.equal)
        if kind != .rightBrace && kind != .comma { _ = parseDiscardedInitializer() }
    }

    private mutating func parseMembers(_ type: TypeID, _ offset: Int64, _ isBraced: Bool, _ start: ListStart,
                                       _ context: inout InitializerContext) -> Int64 {
        let record = types.records[Int(types[type].first)]
        let isUnion = types.kind(type) == .union
        var index: Int32 = 0
        var start = start
        while kind != .rightBrace && kind != .endOfFile || isPending(start) {
            var designated: (name: Name, place: SourceLocation)?
            if case .name(let name, let place) = start {
                designated = (name, place)
                start = .fresh
            } else if !isPending(start) {
                if kind == .dot {
                    if !isBraced, case .fresh = start { return 1 }
                    advance()
                    guard kind == .identifier else {
                        syntaxError("expected the name of a member, not \(describeToken())")
                        skipDesignatedValue()
                        return 1
                    }
                    designated = (token.name, location)
                    advance()
                } else if kind == .identifier && tokens.peek() == .colon {
                    // The old GNU form `name: value`.
                    if !isBraced { return 1 }
                    designated = (token.name, location)
                    advance()
                } else if kind == .leftBracket {
                    if !isBraced, case .fresh = start { return 1 }
                    syntaxError("array designator cannot initialize \(describe(type))")
                    skipDesignatedValue()
                    if !continueList(isBraced, isFull: false) { return 1 }
                    continue
                }
            }
            if let (name, place) = designated {
                guard let field = types.member(of: type, named: name) else {
                    error(place, "field designator '\(names.string(name))' does not refer to any field in type \(describe(type.unqualified))")
                    skipDesignatedValue()
                    if !continueList(isBraced, isFull: false) { return 1 }
                    start = .fresh
                    continue
                }
                index = field - record.firstField
                let member = types.fields[field]
                if member.name != name {
                    // Through an anonymous member.
                    _ = parseElements(member.type, offset + member.offset, isBraced: false, .name(name, place), &context)
                    index += 1
                    start = .fresh
                    if !continueList(isBraced, isFull: isUnion || index >= record.fieldCount) { return 1 }
                    continue
                }
                if kind == .dot || kind == .leftBracket {
                    if types.isScalar(member.type) {
                        syntaxError("a scalar member has no members or elements to designate")
                        skipDesignatedValue()
                    } else {
                        _ = parseElements(member.type, offset + member.offset, isBraced: false, .designator, &context)
                    }
                    index += 1
                    start = .fresh
                    if !continueList(isBraced, isFull: isUnion || index >= record.fieldCount) { return 1 }
                    continue
                }
                if !accept(.equal) && !accept(.colon) && kind != .leftBrace { syntaxError("expected '=' after the designator") }
            } else {
                while index < record.fieldCount, isUnnamedBitField(record.firstField + index) { index += 1 }
            }
            if index >= record.fieldCount || isUnion && designated == nil && index > 0 {
                if isBraced { discardExcess(isUnion ? "union" : "struct") }
                return 1
            }
            let member = types.fields[record.firstField + index]
            if types.kind(member.type) == .array && types[member.type].count < 0 && !context.isStatic {
                error(location, "initialization of flexible array member is not allowed in a local variable")
                _ = parseDiscardedInitializer()
            } else {
                parseElement(member.type, offset + member.offset, member.isBitField ? record.firstField + index : -1, start, &context)
            }
            start = .fresh
            index += 1
            while index < record.fieldCount, isUnnamedBitField(record.firstField + index) { index += 1 }
            if !continueList(isBraced, isFull: isUnion || index >= record.fieldCount) { break }
        }
        return 1
    }

    private func isUnnamedBitField(_ field: Int32) -> Bool {
        types.fields[field].name < 0 && types.fields[field].isBitField
    }

    /// Behind an element: whether another one of this list follows; takes the comma then.
    private mutating func continueList(_ isBraced: Bool, isFull: Bool) -> Bool {
        guard kind == .comma else {
            if isBraced && kind != .rightBrace && kind != .endOfFile {
                syntaxError("expected ',' or '}' in the initializer, not \(describeToken())")
                var open = 0
                while kind != .endOfFile && !(kind == .rightBrace && open == 0) && !(kind == .semicolon && open == 0) {
                    if kind == .leftBrace { open += 1 }
                    if kind == .rightBrace { open -= 1 }
                    advance()
                }
            }
            return false
        }
        if isBraced {
            advance()
            return kind != .rightBrace
        }
        let next = tokens.peek()
        if isFull || next == .rightBrace || next == .dot || next == .leftBracket { return false }
        if next == .identifier && tokens.peek(2) == .colon { return false }
        advance()
        return true
    }

    /// One element: braces, a value of its own, or the first value of a list without braces.
    private mutating func parseElement(_ type: TypeID, _ offset: Int64, _ field: Int32, _ start: ListStart, _ context: inout InitializerContext) {
        let node: NodeID
        if case .pending(let known) = start {
            node = known
        } else {
            if kind == .leftBrace {
                _ = parseBraced(type, offset, field, &context)
                return
            }
            node = parseAssignment()
        }
        if self.type(node) == .invalid { return }
        if !types.isScalar(type) && !isWhole(node, type) && types.kind(type) != .invalid {
            let isEmpty = types.isRecord(type) ? types.records[Int(types[type].first)].fieldCount == 0 : types[type].count == 0
            if isEmpty {
                warn(.excessInitializers, tree[node].location, "excess elements in initializer")
                return
            }
            guard descend() else { return }
            _ = parseElements(type, offset, isBraced: false, .pending(node), &context)
            depth -= 1
            return
        }
        put(node, type, offset, field, &context)
    }

    /// A list in braces gives the whole object a value, also what an earlier designator had set in it.
    private func forget(_ offset: Int64, _ size: Int64, _ context: inout InitializerContext) {
        let end = offset + size
        if context.isStatic {
            for index in Int(offset)..<max(Int(offset), min(Int(end), context.bytes.count)) { context.bytes[index] = 0 }
            context.relocations.removeAll { $0.offset >= offset && $0.offset < end }
            return
        }
        context.covered = min(context.covered, offset)
        var kept: [InitEntry] = []
        for entry in context.entries {
            let past = entry.offset + (entry.repeats - 1) * entry.stride + types.size(entry.type)
            if past <= offset || entry.offset >= end {
                kept.append(entry)
                continue
            }
            // Of a repeated value stays what is outside.
            for step in 0..<entry.repeats {
                var single = entry
                single.offset += step * entry.stride
                single.repeats = 1
                if single.offset < offset || single.offset >= end { kept.append(single) }
            }
        }
        context.entries = kept
    }

    // MARK: Values

    /// Stores one value. The result counts the elements of an array that a string initialises.
    @discardableResult
    private mutating func put(_ node: NodeID, _ type: TypeID, _ offset: Int64, _ field: Int32, _ context: inout InitializerContext) -> Int64 {
        let entry = types[type]
        var size = entry.size
        var count: Int64 = 1
        var stored = type.unqualified
        var value = node
        if entry.kind == .array {
            let literal = types[self.type(node)]
            count = entry.count < 0 ? literal.count : entry.count
            size = count * types.size(entry.base)
            stored = types.array(of: entry.base.unqualified, count: count) ?? .invalid
            if tree[node].kind == .string {
                let length = literal.count - 1
                if length > count { warn(.excessInitializers, tree[node].location, "initializer-string for array of \(count) elements is too long (\(length))") }
            }
        } else {
            value = convertForAssignment(node, to: type, .initializing, tree[node].location)
            if self.type(value) == .invalid { return 1 }
        }
        context.end = max(context.end, offset + size)
        if context.isStatic {
            putStatic(value, stored, offset, size, field, &context)
            return count
        }
        if context.entries.count >= Parser.maximumEntries {
            diagnostics.fatal(tree[node].location, "the initializer of a local variable is too large")
            return count
        }
        context.entries.append(InitEntry(offset: offset, value: value, field: field, type: stored))
        if field < 0 && offset <= context.covered { context.covered = max(context.covered, offset + size) }
        return count
    }

    private mutating func putStatic(_ value: NodeID, _ type: TypeID, _ offset: Int64, _ size: Int64, _ field: Int32,
                                    _ context: inout InitializerContext) {
        let current = tree[value]
        if current.kind == .string && types.isArray(type) {
            reach(offset + size, &context)
            let content = strings.content(Int(current.number))
            let length = min(content.count, Int(size))
            context.bytes.replaceSubrange(Int(offset)..<Int(offset) + length, with: content.prefix(length))
            for index in Int(offset) + length..<Int(offset + size) { context.bytes[index] = 0 }
            return
        }
        if types.isRecord(type) || types.isArray(type) {
            putCopy(current, offset, size, &context)
            return
        }
        guard let constant = evaluate(value) else {
            error(current.location, "initializer element is not a compile-time constant")
            return
        }
        switch constant {
        case .integer(let number):
            if field >= 0 { putBits(number, types.fields[field], offset, &context) } else { putBytes(number, offset, size, &context) }
        case .floating(let number):
            let bits = types.kind(type) == .float ? Int64(Float(number).bitPattern) : Int64(bitPattern: number.bitPattern)
            putBytes(bits, offset, size, &context)
        case .address(let base, let addend):
            guard size == 8, field < 0 else {
                error(current.location, "initializer element is not a compile-time constant")
                return
            }
            putBytes(0, offset, 8, &context)
            context.relocations.append(Relocation(offset: offset, base: base, addend: addend))
            if case .symbol(let symbol) = base { scopes[symbol].flags.insert(.used) }
        }
    }

    /// A compound literal at file scope, copied.
    private mutating func putCopy(_ source: Node, _ offset: Int64, _ size: Int64, _ context: inout InitializerContext) {
        var source = source
        while source.kind == .cast { source = tree[source.a] }
        guard source.kind == .variable, scopes[source.symbol].flags.contains([.hidden, .staticStorage]) else {
            error(source.location, "initializer element is not a compile-time constant")
            return
        }
        let object = statics[Int(scopes[source.symbol].staticNumber)]
        reach(offset + size, &context)
        let length = min(object.bytes.count, Int(size))
        context.bytes.replaceSubrange(Int(offset)..<Int(offset) + length, with: object.bytes.prefix(length))
        for relocation in object.relocations where relocation.offset < size {
            context.relocations.append(Relocation(offset: offset + relocation.offset, base: relocation.base, addend: relocation.addend))
        }
    }

    private func reach(_ end: Int64, _ context: inout InitializerContext) {
        let missing = Int(end) - context.bytes.count
        if missing > 0 {
            context.bytes.append(contentsOf: repeatElement(0, count: missing))
        }
    }

    private func putBytes(_ value: Int64, _ offset: Int64, _ size: Int64, _ context: inout InitializerContext) {
        if offset < Int64(context.bytes.count) && !context.relocations.isEmpty {
            context.relocations.removeAll { $0.offset + 8 > offset && $0.offset < offset + size }
        }
        reach(offset + size, &context)
        var rest = UInt64(bitPattern: value)
        for index in 0..<Int(size) {
            context.bytes[Int(offset) + index] = UInt8(truncatingIfNeeded: rest)
            rest >>= 8
        }
    }

    private func putBits(_ value: Int64, _ field: Field, _ offset: Int64, _ context: inout InitializerContext) {
        let width = Int(field.bitWidth)
        reach(offset + Int64(Int(field.bitOffset) + width + 7) / 8, &context)
        for bit in 0..<width {
            let position = Int(field.bitOffset) + bit
            let index = Int(offset) + position / 8
            let mask = UInt8(1) << UInt8(position % 8)
            if value >> Int64(bit) & 1 != 0 { context.bytes[index] |= mask } else { context.bytes[index] &= ~mask }
        }
    }

    /// [first ... last] = value: what was stored for the first is stored `count` times more.
    private mutating func repeatElement(_ offset: Int64, _ size: Int64, _ count: Int64, _ mark: Int, _ context: inout InitializerContext) {
        let length = context.entries.count - mark
        if offset + size < context.end { forget(offset + size, size * count, &context) }
        let mark = context.entries.count - length
        context.end = max(context.end, offset + size * (count + 1))
        if context.isStatic {
            reach(offset + size * (count + 1), &context)
            let element = Array(context.bytes[Int(offset)..<Int(offset + size)])
            if !element.allSatisfy({ $0 == 0 }) {
                for step in 1...count {
                    let start = Int(offset + size * step)
                    context.bytes.replaceSubrange(start..<start + Int(size), with: element)
                }
            }
            let inside = context.relocations.filter { $0.offset >= offset && $0.offset < offset + size }
            for step in 1...count where !inside.isEmpty {
                for relocation in inside {
                    context.relocations.append(Relocation(offset: relocation.offset + size * step, base: relocation.base, addend: relocation.addend))
                }
            }
            return
        }
        if context.entries.count == mark + 1 && context.entries[mark].repeats == 1 {
            context.entries[mark].repeats = count + 1
            context.entries[mark].stride = size
            if context.covered >= offset + size { context.covered = max(context.covered, offset + size * (count + 1)) }
            return
        }
        let inside = context.entries[mark...]
        if Int64(inside.count) * count > Int64(Parser.maximumEntries) {
            error(location, "the initializer of a local variable is too large")
            return
        }
        for step in 1...count {
            for var entry in inside {
                entry.offset += size * step
                context.entries.append(entry)
            }
        }
        if context.covered >= offset + size { context.covered = max(context.covered, offset + size * (count + 1)) }
    }

    private func repeatElement(_ byte: UInt8, count: Int) -> Repeated<UInt8> { Swift.repeatElement(byte, count: count) }
}
