import P1Backend

/// A place that can be read and written: an object, or a bit-field in a record.
struct LValue {
    /// Of the object; of a bit-field, the address of its record.
    var address: IRAddress
    var type: TypeID
    var field: Int32 = -1
    var recordSize: Int64 = 0
}

extension Lowering {
    mutating func lvalue(_ id: NodeID) -> LValue {
        let node = parser.tree[id]
        if node.kind == .member && parser.types.fields[node.field].isBitField {
            var record = address(node.a)
            record.isVolatile = node.type.isVolatile
            return LValue(address: record, type: parser.types.fields[node.field].type, field: node.field,
                          recordSize: parser.types.size(parser.type(node.a)))
        }
        return LValue(address: address(id), type: node.type)
    }

    mutating func load(_ place: LValue) -> IRValue {
        if place.field >= 0 { return loadBits(place) }
        return f.load(irType(place.type), memory(place.type), place.address)
    }

    /// Stores and returns what the object then holds.
    mutating func store(_ value: IRValue, to place: LValue) -> IRValue {
        if place.field >= 0 { return storeBits(value, place) }
        f.store(value, memory(place.type), place.address)
        return value
    }

    // MARK: Addresses

    /// The address of an lvalue, or of a record value: a temporary holds it then.
    mutating func address(_ id: NodeID) -> IRAddress {
        guard enter(id) else { return .slot(f.newSlot(size: 8, alignment: 8)) }
        defer { state.depth -= 1 }
        let node = parser.tree[id]
        var place = place(node, id)
        place.isVolatile = parser.types.isVolatile(node.type)
        return place
    }

    private mutating func place(_ node: Node, _ id: NodeID) -> IRAddress {
        switch node.kind {
        case .variable: return variableAddress(node.symbol)
        case .string: return .symbol(stringSymbol(Int(node.number)))
        case .dereference: return pointer(node.a)
        case .member: return address(node.a).advanced(by: parser.types.fields[node.field].offset)
        case .compoundLiteral:
            let place = localAddress(node.symbol)
            initialize(place, node.type, node.initializer)
            return place
        case .cast: return address(node.a)
        case .comma:
            effect(node.a)
            return address(node.b)
        case .assign:
            let target = address(node.a)
            storeRecord(node.b, to: target, size: parser.types.size(node.type), isFresh: false)
            return target
        case .statementExpression:
            return lowerStatementExpression(node, { lowering, last in lowering.address(last) }) ?? .slot(f.newSlot(size: 8, alignment: 8))
        default:
            let place = temporary(node.type)
            storeRecord(id, to: place, size: parser.types.size(node.type), isFresh: true)
            return place
        }
    }

    private mutating func variableAddress(_ id: SymbolID) -> IRAddress {
        let symbol = parser.scopes[id]
        guard symbol.kind == .function || symbol.linkage != .none || symbol.flags.contains(.staticStorage) else { return localAddress(id) }
        let number = unitSymbol(id)
        if symbol.kind == .object {
            let isWeak = symbol.flags.contains(.weak)
            let isDefined = symbol.linkage != .extern || !symbol.flags.isDisjoint(with: [.defined, .tentative])
            objects.note(number, size: isWeak ? 0 : parser.types.size(symbol.type), isOwn: isDefined && !isWeak && symbol.alias < 0)
        }
        return .symbol(number)
    }

    /// Where a variable of this function lies.
    mutating func localAddress(_ id: SymbolID) -> IRAddress {
        let slot = localSlot(id)
        switch parser.scopes[id].slotHolds {
        case .object: return .slot(slot)
        case .address: return .value(f.load(.i64, .d64, .slot(slot)))
        case .aligned(let alignment): return .value(roundedUp(f.address(.slot(slot)), to: alignment))
        }
    }

    /// A slot for an object. A frame is aligned to 8 bytes; what wants more has room to be moved up in its slot.
    mutating func overalignedSlot(size: Int64, alignment: Int32) -> IRSlotID {
        f.newSlot(size: size + Int64(max(0, alignment - 8)), alignment: Int(min(alignment, 8)))
    }

    /// Memory for a record value without a name.
    mutating func temporary(_ type: TypeID) -> IRAddress {
        let alignment = max(8, parser.types.alignment(type))
        let slot = overalignedSlot(size: max(8, parser.types.size(type)), alignment: alignment)
        return alignment > 8 ? .value(roundedUp(f.address(.slot(slot)), to: Int64(alignment))) : .slot(slot)
    }

    mutating func roundedUp(_ address: IRValue, to alignment: Int64) -> IRValue {
        f.binary(.and, f.binary(.add, address, f.const(alignment - 1, .i64)), f.const(-alignment, .i64))
    }

    /// What a pointer expression points to, with constant offsets folded.
    mutating func pointer(_ id: NodeID) -> IRAddress {
        guard enter(id) else { return .slot(f.newSlot(size: 8, alignment: 8)) }
        defer { state.depth -= 1 }
        let node = parser.tree[id]
        switch node.kind {
        case .decay, .addressOf: return address(node.a)
        case .cast where parser.types.isPointer(parser.type(node.a)): return pointer(node.a)
        case .pointerAdd:
            let target = parser.types.base(node.type)
            let entry = parser.types[target]
            let isSubtract = node.detail == 1
            if entry.kind != .variableArray, parser.tree[node.b].kind == .integer {
                let size = entry.kind == .void || entry.kind == .function ? 1 : entry.size
                let bytes = parser.tree[node.b].value &* size
                return pointer(node.a).advanced(by: isSubtract ? 0 &- bytes : bytes)
            }
            let base = pointer(node.a)
            var start = base
            start.offset = 0
            var index = value(node.b)
            if entry.kind == .variableArray || entry.size != 1 && entry.kind != .void && entry.kind != .function {
                index = f.binary(.mul, index, sizeValue(target))
            }
            let sum = f.binary(isSubtract ? .sub : .add, f.address(start), index)
            return .value(sum, base.offset)
        default: return .value(value(id))
        }
    }

    // MARK: Records

    /// Evaluates a record (or an array, in an initialiser) into memory. `isFresh`: nothing in the expression
    /// can see the destination.
    mutating func storeRecord(_ id: NodeID, to target: IRAddress, size: Int64, isFresh: Bool) {
        let node = parser.tree[id]
        switch node.kind {
        case .call:
            if isFresh || passing(node.type) != .reference {
                lowerCall(node, into: target)
                return
            }
            let result = temporary(node.type)
            lowerCall(node, into: result)
            copy(to: target, from: result, size)
        case .conditional:
            let then = f.newBlock(), otherwise = f.newBlock(), end = f.newBlock()
            branch(node.a, then, otherwise)
            f.current = then
            storeRecord(node.b, to: target, size: size, isFresh: isFresh)
            f.br(end)
            f.current = otherwise
            storeRecord(node.c, to: target, size: size, isFresh: isFresh)
            f.br(end)
            f.current = end
        case .comma:
            effect(node.a)
            storeRecord(node.b, to: target, size: size, isFresh: isFresh)
        case .vaArg:
            copy(to: target, from: variableArgument(node), size)
        case .invalid:
            return
        default:
            copy(to: target, from: address(id), size)
        }
    }

    mutating func copy(to target: IRAddress, from source: IRAddress, _ size: Int64) {
        if size == 0 { return }
        f.copy(to: f.address(target), from: f.address(source), size: size, volatile: target.isVolatile || source.isVolatile)
    }

    /// `size` (1 to 8) bytes as the low bytes of a word, reading nothing behind them.
    mutating func loadWord(_ address: IRAddress, _ size: Int64) -> IRValue {
        switch size {
        case 8: return f.load(.i64, .d64, address)
        case 4: return f.load(.i64, .u32, address)
        case 2: return f.load(.i64, .u16, address)
        case 1: return f.load(.i64, .u8, address)
        default:
            let low: Int64 = size > 4 ? 4 : 2
            let rest = loadWord(address.advanced(by: low), size - low)
            return f.binary(.or, loadWord(address, low), f.binary(.shl, rest, f.const(low * 8, .i32)))
        }
    }

    /// The low `size` bytes of a word, and nothing behind them.
    mutating func storeWord(_ word: IRValue, _ address: IRAddress, _ size: Int64) {
        switch size {
        case 8: f.store(word, .d64, address)
        case 4: f.store(word, .u32, address)
        case 2: f.store(word, .u16, address)
        case 1: f.store(word, .u8, address)
        default:
            let low: Int64 = size > 4 ? 4 : 2
            storeWord(word, address, low)
            storeWord(f.binary(.shru, word, f.const(low * 8, .i32)), address.advanced(by: low), size - low)
        }
    }

    // MARK: Bit-fields

    /// Where the bits of a field can be reached by one access that stays in the record.
    private struct BitPlace {
        var address: IRAddress
        var memory: Memory
        var shift: Int64
        var width: Int64
        var isSigned: Bool
        var type: IRType
    }

    /// Nil: the field of a packed record straddles every unit; it is read and written byte by byte.
    private func bitPlace(_ place: LValue) -> BitPlace? {
        let field = parser.types.fields[place.field]
        let size = parser.types.size(field.type)
        let first = field.offset * 8 + Int64(field.bitOffset)
        let width = Int64(field.bitWidth)
        let isSigned = !parser.types.isUnsigned(field.type)
        // A field that fills bytes of its own is an ordinary small object.
        if field.bitOffset == 0, [8, 16, 32, 64].contains(width) {
            let memory: Memory = width == 8 ? isSigned ? .s8 : .u8 : width == 16 ? isSigned ? .s16 : .u16
                : width == 32 ? isSigned ? .s32 : .u32 : .d64
            return BitPlace(address: place.address.advanced(by: field.offset), memory: memory, shift: 0, width: width,
                            isSigned: isSigned, type: irType(field.type))
        }
        let unit = size * 8
        let start = first / unit * size
        guard first / unit == (first + width - 1) / unit, start + size <= place.recordSize else { return nil }
        let memory: Memory = size == 1 ? .u8 : size == 2 ? .u16 : size == 4 ? .u32 : .d64
        return BitPlace(address: place.address.advanced(by: start), memory: memory, shift: first - start * 8, width: width,
                        isSigned: isSigned, type: irType(field.type))
    }

    private mutating func loadBits(_ place: LValue) -> IRValue {
        guard let bits = bitPlace(place) else { return loadScattered(place) }
        let word = f.load(bits.type, bits.memory, bits.address)
        if bits.shift == 0 && bits.width == Int64(bits.memory.size) * 8 { return word }
        return extract(word, bits.shift, bits.width, isSigned: bits.isSigned, bits.type)
    }

    /// Bits [shift ..< shift + width) of a word, extended.
    private mutating func extract(_ word: IRValue, _ shift: Int64, _ width: Int64, isSigned: Bool, _ type: IRType) -> IRValue {
        let total = Int64(type.size) * 8
        if isSigned {
            let up = total - shift - width
            let raised = up == 0 ? word : f.binary(.shl, word, f.const(up, .i32))
            return f.binary(.shrs, raised, f.const(total - width, .i32))
        }
        let lowered = shift == 0 ? word : f.binary(.shru, word, f.const(shift, .i32))
        return width == total ? lowered : f.binary(.and, lowered, f.const(mask(width), type))
    }

    private func mask(_ width: Int64) -> Int64 { width >= 64 ? -1 : (Int64(1) << width) &- 1 }

    private mutating func storeBits(_ value: IRValue, _ place: LValue) -> IRValue {
        guard let bits = bitPlace(place) else { return storeScattered(value, place) }
        if bits.shift == 0 && bits.width == Int64(bits.memory.size) * 8 {
            f.store(value, bits.memory, bits.address)
            return bits.width == Int64(bits.type.size) * 8 ? value : extract(value, 0, bits.width, isSigned: bits.isSigned, bits.type)
        }
        let old = f.load(bits.type, bits.memory, bits.address)
        let kept = f.binary(.and, old, f.const(~(mask(bits.width) << bits.shift), bits.type))
        let part = f.binary(.and, value, f.const(mask(bits.width), bits.type))
        let moved = bits.shift == 0 ? part : f.binary(.shl, part, f.const(bits.shift, .i32))
        f.store(f.binary(.or, kept, moved), bits.memory, bits.address)
        return extract(value, 0, bits.width, isSigned: bits.isSigned, bits.type)
    }

    private mutating func loadScattered(_ place: LValue) -> IRValue {
        let field = parser.types.fields[place.field]
        let width = Int64(field.bitWidth)
        var result = f.const(0, .i64)
        var done: Int64 = 0
        var address = place.address.advanced(by: field.offset)
        var shift = Int64(field.bitOffset)
        while done < width {
            let count = min(8 - shift, width - done)
            let byte = f.load(.i64, .u8, address)
            let part = extract(byte, shift, count, isSigned: false, .i64)
            result = f.binary(.or, result, f.binary(.shl, part, f.const(done, .i32)))
            done += count
            shift = 0
            address = address.advanced(by: 1)
        }
        let extended = extract(result, 0, width, isSigned: !parser.types.isUnsigned(field.type), .i64)
        return irType(field.type) == .i32 ? f.trunc(extended) : extended
    }

    private mutating func storeScattered(_ value: IRValue, _ place: LValue) -> IRValue {
        let field = parser.types.fields[place.field]
        let width = Int64(field.bitWidth)
        let wide = irType(field.type) == .i32 ? f.sext32(value) : value
        var done: Int64 = 0
        var address = place.address.advanced(by: field.offset)
        var shift = Int64(field.bitOffset)
        while done < width {
            let count = min(8 - shift, width - done)
            let old = f.load(.i64, .u8, address)
            let kept = f.binary(.and, old, f.const(~(mask(count) << shift), .i64))
            let part = extract(wide, done, count, isSigned: false, .i64)
            f.store(f.binary(.or, kept, f.binary(.shl, part, f.const(shift, .i32))), .u8, address)
            done += count
            shift = 0
            address = address.advanced(by: 1)
        }
        let extended = extract(wide, 0, width, isSigned: !parser.types.isUnsigned(field.type), .i64)
        return irType(field.type) == .i32 ? f.trunc(extended) : extended
    }

    /// One level deeper in an expression; false, with an error, when it is deep beyond reason.
    mutating func enter(_ id: NodeID) -> Bool {
        state.depth += 1
        if state.depth < 6000 { return true }
        state.depth -= 1
        parser.diagnostics.fatal(parser.tree[id].location, "expression is too complex")
        return false
    }
}
