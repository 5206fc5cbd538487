import P1Backend

extension Lowering {
    mutating func lower(_ definition: FunctionDefinition) {
        let symbol = parser.scopes[definition.symbol]
        f = IRFunction(symbol: unitSymbol(definition.symbol))
        f.isPrivate = symbol.linkage == .intern
        f.keep = symbol.flags.contains(.keep)
        f.callsSetjmp = definition.usesSetjmp
        if symbol.flags.contains(.inline) { f.inlining = .wanted }
        if symbol.flags.contains(.alwaysInline) { f.inlining = .always }
        // A weak definition may give way to another when the program is linked.
        if !symbol.flags.isDisjoint(with: [.neverInline, .weak]) { f.inlining = .never }
        if symbol.section >= 0 { f.sectionName = parser.names.string(symbol.section) }
        f.alignment = Int(symbol.alignment)
        state = FunctionState()
        state.resultType = parser.types.base(symbol.type)
        state.labelBlocks = Table(repeating: .none, count: Int(parser.tree.labels.count))
        state.caseBlocks = [IRBlockID](repeating: .none, count: Int(parser.tree.cases.count))
        state.defaultBlocks = [IRBlockID](repeating: .none, count: Int(parser.tree.switches.count))
        for local in definition.locals {
            parser.scopes[local].slot = .none
            parser.scopes[local].slotHolds = .object
        }

        lowerParameters(definition, symbol)
        for bind in definition.prologue { bindArray(bind) }
        statement(definition.body)
        if !f.isTerminated { finishBody(symbol) }
    }

    /// The end of the body was reached without return.
    private mutating func finishBody(_ symbol: Symbol) {
        let result = state.resultType
        let type = irType(result)
        if parser.types.kind(result) == .void {
            f.ret()
        } else if symbol.name == parser.wellKnown.main && type == .i32 {
            f.ret(f.const(0, .i64))
        } else if type.isFloat {
            f.ret(f.fconst(0, type))
        } else if passing(result) == .twoWords {
            f.ret(f.const(0, .i64), f.const(0, .i64))
        } else {
            f.ret(f.const(0, .i64))
        }
    }

    // MARK: Parameters

    private mutating func lowerParameters(_ definition: FunctionDefinition, _ symbol: Symbol) {
        var word = 0
        // All words are taken first: parameters stand at the start of the entry block.
        var words: [IRValue] = []
        var buffer: IRValue = .none
        if passing(state.resultType) == .reference {
            buffer = f.param(word, .i64)
            word += 1
        }
        for type in definition.passed {
            if parser.types.isRecord(type) {
                for _ in 0..<passing(type).words {
                    words.append(f.param(word, .i64))
                    word += 1
                }
            } else {
                let kind = irType(type)
                words.append(f.param(word, kind == .i32 ? .i64 : kind, known: kind == .i32 ? memory(type) : .d64))
                word += 1
            }
        }
        if parser.types[symbol.type].isVariadic {
            let block = f.param(word, .i64)
            state.variableArguments = f.newSlot(size: 8, alignment: 8)
            f.store(block, .d64, .slot(state.variableArguments))
        }
        if buffer != .none {
            state.resultBuffer = f.newSlot(size: 8, alignment: 8)
            f.store(buffer, .d64, .slot(state.resultBuffer))
        }
        var next = 0
        for (id, passed) in zip(definition.parameters, definition.passed) { storeParameter(id, passed, words, &next) }
    }

    private mutating func storeParameter(_ id: SymbolID, _ passed: TypeID, _ words: [IRValue], _ next: inout Int) {
        let type = parser.scopes[id].type
        if parser.types.isRecord(type) {
            let size = parser.types.size(type)
            if passing(type) == .reference {
                // The caller's copy is ours.
                let slot = f.newSlot(size: 8, alignment: 8)
                f.store(words[next], .d64, .slot(slot))
                next += 1
                parser.scopes[id].slot = slot
                parser.scopes[id].slotHolds = .address
                return
            }
            let alignment = max(8, parser.types.alignment(type))
            parser.scopes[id].slot = overalignedSlot(size: max(8, roundUp(size, to: 8)), alignment: alignment)
            parser.scopes[id].slotHolds = SlotContent(alignment: alignment)
            let place = localAddress(id)
            for index in 0..<passing(type).words {
                f.store(words[next], .d64, place.advanced(by: Int64(index) * 8))
                next += 1
            }
            return
        }
        var value = words[next]
        next += 1
        if irType(passed) == .i32 { value = f.trunc(value) }
        if passed.unqualified != type.unqualified { value = convert(value, passed, type) }
        let slot = f.newSlot(size: parser.types.size(type), alignment: Int(max(parser.types.alignment(type), parser.scopes[id].alignment)))
        parser.scopes[id].slot = slot
        f.store(value, memory(type), .slot(slot))
    }

    // MARK: Labels

    /// The block of a label whose address an object holds.
    mutating func addressedBlock(_ label: LabelID) -> IRBlockID {
        let block = labelBlock(label)
        f.blocks[block].isAddressTaken = true
        return block
    }

    mutating func labelBlock(_ label: LabelID) -> IRBlockID {
        if state.labelBlocks[label] == .none { state.labelBlocks[label] = f.newBlock() }
        return state.labelBlocks[label]
    }
}
