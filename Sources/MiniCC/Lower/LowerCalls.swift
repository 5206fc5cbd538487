import P1Backend

extension Lowering {
    /// A call. The value of a scalar result; a record goes to `target`, or nowhere without one.
    @discardableResult
    mutating func lowerCall(_ node: Node, into target: IRAddress?) -> IRValue {
        var functionType = parser.type(node.a)
        if parser.types.isPointer(functionType) { functionType = parser.types.base(functionType) }
        let callee = parser.tree[node.a]
        let isDirect = callee.kind == .variable && parser.types.isFunction(callee.type)
        if isDirect, let result = lowerLibraryCall(node, callee.symbol) { return result }
        let address = isDirect ? .none : value(node.a)

        var fixed = node.c.raw
        var isVariadic = parser.types[functionType].isVariadic
        if isVariadic {
            fixed = parser.types.parameterCount(functionType)
        } else if isDirect && !parser.types[functionType].isPrototype {
            let symbol = parser.scopes[callee.symbol]
            if symbol.flags.isDisjoint(with: .defined), symbol.name >= 0, let known = parser.wellKnown.variadic(symbol.name) {
                // An old-style declaration of a function that everybody knows to be variadic.
                isVariadic = true
                fixed = min(known.fixedParameters, node.c.raw)
            }
        }

        var arguments: [IRValue] = []
        arguments.reserveCapacity(node.list.count + 2)
        let resultType = node.type
        let isRecord = parser.types.isRecord(resultType)
        let passing = passing(resultType)
        if passing == .reference {
            let buffer = target ?? temporary(resultType)
            arguments.append(f.address(buffer))
        }
        var variable: [IRValue] = []
        for index in node.list {
            if index - node.list.lowerBound < fixed || !isVariadic {
                appendWords(parser.tree.lists[index], &arguments)
            } else {
                appendWords(parser.tree.lists[index], &variable)
            }
        }
        if isVariadic { arguments.append(layOut(variable)) }

        var flags: IRFlags = []
        if isDirect && parser.scopes[callee.symbol].flags.contains(.noReturn) { flags.insert(.noReturn) }
        let type = irType(resultType)
        let wordType: IRType = isRecord ? passing == .nothing ? .void : .i64 : type == .i32 ? .i64 : type
        let known: Memory = type == .i32 ? memory(resultType) : .d64
        let call = isDirect ? f.call(unitSymbol(callee.symbol), arguments, wordType, known: known, flags: flags)
            : f.call(address: address, arguments, wordType, known: known, flags: flags)
        if flags.contains(.noReturn) {
            f.unreachable()
            endBlock()
            return type == .void ? .none : f.undef(type)
        }
        if isRecord {
            storeResult(call, passing, parser.types.size(resultType), target)
            return .none
        }
        return type == .i32 ? f.trunc(call) : call
    }

    private mutating func storeResult(_ call: IRValue, _ passing: CallingConvention.Passing, _ size: Int64, _ target: IRAddress?) {
        guard passing == .word || passing == .twoWords else { return }
        let second = passing == .twoWords ? f.secondResult(of: call) : .none
        guard let target else { return }
        storeWord(call, target, min(size, 8))
        if second != .none { storeWord(second, target.advanced(by: 8), size - 8) }
    }

    /// The words of one argument.
    private mutating func appendWords(_ id: NodeID, _ words: inout [IRValue]) {
        let type = parser.type(id)
        guard parser.types.isRecord(type) else {
            let argument = value(id)
            if argument != .none { words.append(word(argument, type)) }
            return
        }
        let size = parser.types.size(type)
        switch passing(type) {
        case .nothing:
            effect(id)
        case .reference:
            // The callee gets a copy of its own.
            let copy = temporary(type)
            storeRecord(id, to: copy, size: size, isFresh: true)
            words.append(f.address(copy))
        case .word:
            words.append(loadWord(address(id), size))
        case .twoWords:
            let source = address(id)
            words.append(loadWord(source, 8))
            words.append(loadWord(source.advanced(by: 8), size - 8))
        }
    }

    /// Stores the variable arguments one behind the other; the result is the address of the first.
    private mutating func layOut(_ words: [IRValue]) -> IRValue {
        if words.isEmpty { return f.const(0, .i64) }
        if state.outgoing == .none { state.outgoing = f.newSlot(size: 8, alignment: 8) }
        let slot = state.outgoing
        f.slots[slot].size = max(f.slots[slot].size, Int64(words.count) * 8)
        for (index, word) in words.enumerated() { f.store(word, .d64, .slot(slot, Int64(index) * 8)) }
        return f.address(.slot(slot))
    }

    /// Where the next variable argument lies; moves the va_list past it.
    mutating func variableArgument(_ node: Node) -> IRAddress {
        let list = lvalue(node.a)
        let at = load(list)
        let passing = passing(node.type)
        _ = store(f.binary(.add, at, f.const(Int64(passing.words) * 8, .i64)), to: list)
        if passing == .reference { return .value(f.load(.i64, .d64, .value(at))) }
        return .value(at)
    }
}
