import P1Backend

extension Lowering {
    mutating func statement(_ id: NodeID) {
        let node = parser.tree[id]
        switch node.kind {
        case .compound:
            let cleanup = state.cleanup
            for index in node.list { statement(parser.tree.lists[index]) }
            leaveScope(cleanup)
        case .expression: effect(node.a)
        case .declare: declare(node)
        case .bindArray: bindArray(id)
        case .ifElse: lowerIf(id)
        case .whileLoop: lowerWhile(node)
        case .doLoop: lowerDo(node)
        case .forLoop: lowerFor(node)
        case .switchOn: lowerSwitch(node)
        case .caseLabel: f.open(state.caseBlocks[Int(node.number)])
        case .defaultLabel: f.open(state.defaultBlocks[Int(node.number)])
        case .label: f.open(labelBlock(node.label))
        case .jump: jump(labelBlock(node.label), parser.tree.labels[node.label].cleanup)
        case .jumpComputed:
            f.goto(value(node.a))
            f.current = f.newBlock()
        case .break: if let target = state.breakTargets.last { jump(target.block, target.cleanup) }
        case .continue: if let target = state.continueTargets.last { jump(target.block, target.cleanup) }
        case .return: lowerReturn(node)
        case .cleanup:
            state.cleanup = node.number
            if parser.tree.cleanups[node.number].call == .none { markStack(node.number) }
        case .empty, .invalid: break
        default: effect(id)
        }
    }

    /// Ends the block with a jump to where `cleanup` is the innermost, and goes on in a block that nothing reaches.
    private mutating func jump(_ target: IRBlockID, _ cleanup: Int32) {
        runCleanups(upTo: cleanup)
        f.br(target)
        f.current = f.newBlock()
    }

    mutating func endBlock() { f.current = f.newBlock() }

    // MARK: The ends of scopes

    /// Cleanups of the scope that ends here are run; outside of it `cleanup` is the innermost.
    mutating func leaveScope(_ cleanup: Int32) {
        guard state.cleanup != cleanup else { return }
        if !f.isTerminated { runCleanups(upTo: cleanup) }
        state.cleanup = cleanup
    }

    /// What lives here and not where `target` is the innermost cleanup. Numbers grow inwards. A function that returns gives its
    /// stack back as a whole.
    private mutating func runCleanups(upTo target: Int32, returns: Bool = false) {
        var here = state.cleanup, there = target
        while here != there {
            if here > there {
                let cleanup = parser.tree.cleanups[here]
                if cleanup.call != .none {
                    effect(cleanup.call)
                } else if !returns, let mark = state.stackMarks[here] {
                    f.restoreStack(f.load(.i64, .d64, .slot(mark)))
                }
                here = cleanup.outer
            } else {
                there = parser.tree.cleanups[there].outer
            }
        }
    }

    /// Where the stack pointer is in front of an array of variable length. Only the end of the array's scope sets it back: what
    /// alloca took elsewhere in the function stays.
    private mutating func markStack(_ cleanup: Int32) {
        let mark = f.newSlot(size: 8, alignment: 8)
        f.store(f.saveStack(), .d64, .slot(mark))
        state.stackMarks[cleanup] = mark
    }

    /// Computes the size of an array type of variable length.
    mutating func bindArray(_ id: NodeID) {
        let node = parser.tree[id]
        let type = TypeID(index: node.b.raw)
        let variable = SymbolID(Int(parser.types[type].count))
        let count = value(node.a)
        let size = f.binary(.mul, count, sizeValue(parser.types.base(type)))
        f.store(size, .d64, .slot(localSlot(variable)))
    }

    /// The size of an object of this type, which may be an array of variable length.
    mutating func sizeValue(_ type: TypeID) -> IRValue {
        let entry = parser.types[type]
        if entry.kind == .variableArray {
            if entry.count < 0 { return f.const(8, .i64) }
            return f.load(.i64, .d64, .slot(localSlot(SymbolID(Int(entry.count)))))
        }
        return f.const(entry.kind == .void || entry.kind == .function ? 1 : entry.size, .i64)
    }

    // MARK: Declarations

    /// The slot of an automatic object. One of variable length has its address there.
    mutating func localSlot(_ id: SymbolID) -> IRSlotID {
        let symbol = parser.scopes[id]
        if symbol.slot != .none { return symbol.slot }
        let entry = parser.types[symbol.type]
        let slot: IRSlotID
        if entry.kind == .variableArray {
            slot = f.newSlot(size: 8, alignment: 8)
            parser.scopes[id].slotHolds = .address
        } else {
            let alignment = max(entry.alignment, symbol.alignment)
            slot = overalignedSlot(size: entry.size, alignment: alignment)
            parser.scopes[id].slotHolds = SlotContent(alignment: alignment)
        }
        parser.scopes[id].slot = slot
        return slot
    }

    private mutating func declare(_ node: Node) {
        let type = parser.scopes[node.symbol].type
        let slot = localSlot(node.symbol)
        if parser.types.kind(type) == .variableArray {
            let alignment = Int64(max(parser.types.alignment(type), parser.scopes[node.symbol].alignment))
            let size = sizeValue(type)
            let area = alignment > 8 ? roundedUp(f.allocate(f.binary(.add, size, f.const(alignment - 8, .i64))), to: alignment)
                : f.allocate(size)
            f.store(area, .d64, .slot(slot))
            return
        }
        guard node.b != .none else {
            let size = parser.types.size(type)
            if let byte = options.fill, size > 0 {
                f.fill(f.address(localAddress(node.symbol)), byte: f.const(Int64(byte), .i32), size: size)
            }
            return
        }
        initialize(localAddress(node.symbol), type, node.initializer)
    }

    /// Stores the values of an initialiser.
    mutating func initialize(_ place: IRAddress, _ type: TypeID, _ number: Int32) {
        var address = place
        address.isVolatile = parser.types.isVolatile(type)
        let initializer = parser.tree.initializers[number]
        let size = parser.types.size(type)
        if initializer.zeroesFirst && size > 0 {
            f.fill(f.address(address), byte: f.const(0, .i32), size: size, volatile: address.isVolatile)
        }
        for index in 0..<initializer.count {
            let entry = parser.tree.initEntries[initializer.first + index]
            if entry.repeats == 1 {
                store(entry, address.advanced(by: entry.offset), objectSize: size - entry.offset, isZeroed: initializer.zeroesFirst)
            } else {
                storeRepeated(entry, address, size)
            }
        }
    }

    private mutating func store(_ entry: InitEntry, _ address: IRAddress, objectSize: Int64, isZeroed: Bool) {
        let node = parser.tree[entry.value]
        if entry.field >= 0 {
            let field = parser.types.fields[entry.field]
            let value = self.value(entry.value)
            let lvalue = LValue(address: address.advanced(by: 0 &- field.offset), type: field.type, field: entry.field,
                                recordSize: objectSize + field.offset)
            _ = store(value, to: lvalue)
        } else if parser.types.isArray(entry.type) && node.kind == .string {
            let total = parser.types.size(entry.type)
            let content = parser.strings[Int(node.number)]
            let length = min(total, Int64(content.byteCount + content.encoding.elementSize))
            let source = f.address(.symbol(stringSymbol(Int(node.number))))
            if length > 0 { f.copy(to: f.address(address), from: source, size: length, volatile: address.isVolatile) }
            if length < total && !isZeroed {
                f.fill(f.address(address.advanced(by: length)), byte: f.const(0, .i32), size: total - length, volatile: address.isVolatile)
            }
        } else if parser.types.isRecord(entry.type) || parser.types.isArray(entry.type) {
            storeRecord(entry.value, to: address, size: parser.types.size(entry.type), isFresh: true)
        } else {
            let value = self.value(entry.value)
            if value != .none { f.store(value, memory(entry.type), address) }
        }
    }

    /// `[a ... b] = value`: the value once, then stores; many of them in a loop.
    private mutating func storeRepeated(_ entry: InitEntry, _ address: IRAddress, _ size: Int64) {
        let first = address.advanced(by: entry.offset)
        store(entry, first, objectSize: size - entry.offset, isZeroed: false)
        let source = f.address(first)
        let counter = f.newSlot(size: 8, alignment: 8)
        f.store(f.const(entry.stride, .i64), .d64, .slot(counter))
        let body = f.newBlock()
        let end = f.newBlock()
        f.open(body)
        let offset = f.load(.i64, .d64, .slot(counter))
        let target = f.binary(.add, source, offset)
        f.copy(to: target, from: source, size: parser.types.size(entry.type), volatile: first.isVolatile)
        let next = f.binary(.add, offset, f.const(entry.stride, .i64))
        f.store(next, .d64, .slot(counter))
        f.condbr(f.icmp(.lt, next, f.const(entry.stride &* entry.repeats, .i64)), body, end)
        f.current = end
    }

    // MARK: Branches and loops

    private mutating func lowerIf(_ first: NodeID) {
        let end = f.newBlock()
        var id = first
        while true {
            let node = parser.tree[id]
            let then = f.newBlock()
            let otherwise = node.c != .none ? f.newBlock() : end
            branch(node.a, then, otherwise)
            f.current = then
            statement(node.b)
            if !f.isTerminated { f.br(end) }
            if node.c == .none { break }
            f.current = otherwise
            if parser.tree[node.c].kind != .ifElse {
                statement(node.c)
                if !f.isTerminated { f.br(end) }
                break
            }
            id = node.c
        }
        f.current = end
    }

    private mutating func loopBody(_ body: NodeID, breakTo: IRBlockID, continueTo: IRBlockID) {
        state.breakTargets.append((breakTo, state.cleanup))
        state.continueTargets.append((continueTo, state.cleanup))
        statement(body)
        state.breakTargets.removeLast()
        state.continueTargets.removeLast()
    }

    private mutating func lowerWhile(_ node: Node) {
        let test = f.newBlock(), body = f.newBlock(), end = f.newBlock()
        f.open(test)
        branch(node.a, body, end)
        f.current = body
        loopBody(node.b, breakTo: end, continueTo: test)
        if !f.isTerminated { f.br(test) }
        f.current = end
    }

    private mutating func lowerDo(_ node: Node) {
        let body = f.newBlock(), test = f.newBlock(), end = f.newBlock()
        f.open(body)
        loopBody(node.a, breakTo: end, continueTo: test)
        f.open(test)
        branch(node.b, body, end)
        f.current = end
    }

    private mutating func lowerFor(_ node: Node) {
        let cleanup = state.cleanup
        if node.a != .none {
            let start = parser.tree[node.a]
            for index in start.list { statement(parser.tree.lists[index]) }
        }
        let test = f.newBlock(), body = f.newBlock(), step = f.newBlock(), end = f.newBlock()
        f.open(test)
        if node.b != .none { branch(node.b, body, end) } else { f.br(body) }
        f.current = body
        loopBody(NodeID(Int(node.value)), breakTo: end, continueTo: step)
        f.open(step)
        if node.c != .none { effect(node.c) }
        if !f.isTerminated { f.br(test) }
        f.current = end
        if state.cleanup != cleanup {
            runCleanups(upTo: cleanup)
            state.cleanup = cleanup
        }
    }

    // MARK: switch

    private mutating func lowerSwitch(_ node: Node) {
        let value = self.value(node.a)
        let entry = parser.tree.switches[node.switchNumber]
        let end = f.newBlock()
        var otherwise = end
        if entry.hasDefault {
            otherwise = f.newBlock()
            state.defaultBlocks[Int(node.switchNumber)] = otherwise
        }
        let isWide = irType(entry.type) == .i64
        var list: [IRCase] = []
        for index in 0..<entry.caseCount {
            let number = parser.tree.lists[entry.firstCase + index].raw
            let item = parser.tree.cases[number]
            let block = f.newBlock()
            state.caseBlocks[Int(number)] = block
            let span = UInt64(bitPattern: item.high &- item.low)
            if span < 64 {
                for step in 0...Int64(span) {
                    let exact = item.low &+ step
                    list.append(IRCase(value: isWide ? exact : Int64(Int32(truncatingIfNeeded: exact)), block: block))
                }
            } else {
                // A wide range is one comparison.
                let type: IRType = isWide ? .i64 : .i32
                let offset = f.binary(.sub, value, f.const(item.low, type))
                let next = f.newBlock()
                f.condbr(f.icmp(.leu, offset, f.const(Int64(bitPattern: span), type)), block, next)
                f.current = next
            }
        }
        if list.isEmpty { f.br(otherwise) } else { f.switchOn(value, list, default: otherwise) }
        f.current = f.newBlock()
        state.breakTargets.append((end, state.cleanup))
        statement(node.b)
        state.breakTargets.removeLast()
        f.open(end)
    }

    // MARK: return

    private mutating func lowerReturn(_ node: Node) {
        let type = state.resultType
        if node.a == .none || parser.types.kind(type) == .void {
            if node.a != .none { effect(node.a) }
            runCleanups(upTo: -1, returns: true)
            if parser.types.kind(type) == .void { f.ret() } else { f.ret(irType(type).isFloat ? f.fconst(0, irType(type)) : f.const(0, .i64)) }
        } else if parser.types.isRecord(type) {
            returnRecord(node.a, type)
        } else {
            let result = word(value(node.a), type)
            runCleanups(upTo: -1, returns: true)
            f.ret(result)
        }
        f.current = f.newBlock()
    }

    private mutating func returnRecord(_ node: NodeID, _ type: TypeID) {
        let size = parser.types.size(type)
        let source = address(node)
        switch passing(type) {
        case .reference:
            let buffer = f.load(.i64, .d64, .slot(state.resultBuffer))
            f.copy(to: buffer, from: f.address(source), size: size, volatile: source.isVolatile)
            runCleanups(upTo: -1, returns: true)
            f.ret(buffer)
        case .nothing, .word:
            let word = size == 0 ? f.const(0, .i64) : loadWord(source, size)
            runCleanups(upTo: -1, returns: true)
            f.ret(word)
        case .twoWords:
            let first = loadWord(source, 8), second = loadWord(source.advanced(by: 8), size - 8)
            runCleanups(upTo: -1, returns: true)
            f.ret(first, second)
        }
    }
}
