import P1Backend

extension Lowering {
    /// Evaluates for the side effects.
    mutating func effect(_ id: NodeID) {
        let node = parser.tree[id]
        switch node.kind {
        case .comma:
            // A left spine of any length, without recursion.
            var spine: [NodeID] = []
            var left = id
            while parser.tree[left].kind == .comma {
                spine.append(left)
                left = parser.tree[left].a
            }
            effect(left)
            for comma in spine.reversed() { effect(parser.tree[comma].b) }
        case .cast where parser.types.kind(node.type) == .void: effect(node.a)
        case .bindArray: bindArray(id)
        case .call where parser.types.isRecord(node.type): _ = address(id)
        case .assign where parser.types.isRecord(node.type): _ = address(id)
        case .conditional where parser.types.isRecord(node.type) || parser.types.kind(node.type) == .void:
            let then = f.newBlock(), otherwise = f.newBlock(), end = f.newBlock()
            branch(node.a, then, otherwise)
            f.current = then
            effect(node.b)
            f.br(end)
            f.current = otherwise
            effect(node.c)
            f.br(end)
            f.current = end
        case .statementExpression where irType(node.type) == .void: statement(node.a)
        case .variable, .member, .dereference, .compoundLiteral:
            if parser.types.isScalar(node.type) { _ = value(id) } else { readRecord(id) }
        case .integer, .floating, .string, .invalid: break
        default:
            if parser.types.isRecord(node.type) { _ = address(id) } else { _ = value(id) }
        }
    }

    /// The value of a volatile record is read though nobody wants it.
    private mutating func readRecord(_ id: NodeID) {
        let type = parser.type(id)
        let place = address(id)
        if place.isVolatile && parser.types.isRecord(type) { copy(to: temporary(type), from: place, parser.types.size(type)) }
    }

    /// The value of a scalar expression; none for void.
    mutating func value(_ id: NodeID) -> IRValue {
        guard enter(id) else { return f.undef(irType(parser.tree[id].type)) }
        defer { state.depth -= 1 }
        let node = parser.tree[id]
        switch node.kind {
        case .integer: return f.const(node.value, irType(node.type))
        case .floating: return f.fconst(Double(bitPattern: UInt64(bitPattern: node.value)), irType(node.type))
        case .variable, .dereference, .member, .compoundLiteral: return load(lvalue(id))
        case .decay, .addressOf: return f.address(address(node.a))
        case .cast: return lowerCast(node)
        case .negate:
            let operand = value(node.a)
            return f.unary(irType(node.type).isFloat ? .fneg : .neg, operand)
        case .complement: return f.unary(.not, value(node.a))
        case .not: return isZero(node.a)
        case .binary: return lowerBinary(id)
        case .pointerAdd: return f.address(pointer(id))
        case .pointerDifference: return lowerDifference(node)
        case .logicalAnd, .logicalOr: return lowerTruth(id)
        case .conditional: return lowerConditional(node)
        case .conditionalOmitted: return lowerOmitted(node)
        case .comma:
            effect(node.a)
            return value(node.b)
        case .assign: return lowerAssign(node)
        case .compoundAssign: return lowerCompoundAssign(node)
        case .increment: return lowerIncrement(node)
        case .call: return lowerCall(node, into: nil)
        case .builtin: return lowerBuiltin(node)
        case .statementExpression: return lowerStatementExpression(node, { lowering, last in lowering.value(last) }) ?? .none
        case .labelAddress: return f.address(of: labelBlock(node.label))
        case .vaArg: return f.load(irType(node.type), memory(node.type), variableArgument(node))
        case .bindArray:
            bindArray(id)
            return .none
        default: return f.undef(irType(node.type) == .void ? .i32 : irType(node.type))
        }
    }

    // MARK: Conversions

    /// A value of this integer type that was computed in 32 bits, brought into the type's range.
    mutating func narrow(_ value: IRValue, to type: TypeID) -> IRValue {
        switch memory(type) {
        case .s8: return f.unary(.sext8, value)
        case .u8: return f.unary(.zext8, value)
        case .s16: return f.unary(.sext16, value)
        case .u16: return f.unary(.zext16, value)
        default: return value
        }
    }

    private mutating func lowerCast(_ node: Node) -> IRValue {
        let from = parser.type(node.a)
        if parser.types.kind(node.type) == .void {
            effect(node.a)
            return .none
        }
        if parser.types.storage(node.type) == .bool { return lowerTruth(node.a) }
        return convert(value(node.a), from, node.type)
    }

    mutating func convert(_ value: IRValue, _ from: TypeID, _ to: TypeID) -> IRValue {
        let source = irType(from), target = irType(to)
        if source.isFloat || target.isFloat { return convertFloating(value, from, to) }
        if parser.types.storage(to) == .bool { return f.icmp(.ne, value, f.const(0, source)) }
        if target == .i64 {
            if source == .i64 { return value }
            return parser.types.isUnsigned(from) ? f.zext32(value) : f.sext32(value)
        }
        let low = source == .i64 ? f.trunc(value) : value
        let size = parser.types.size(to)
        if size >= 4 { return low }
        // What fits already needs nothing.
        let fromSize = parser.types.size(from)
        let fromUnsigned = parser.types.isUnsigned(from), toUnsigned = parser.types.isUnsigned(to)
        if fromSize < size && (fromUnsigned || !toUnsigned) || fromSize == size && fromUnsigned == toUnsigned { return low }
        return narrow(low, to: to)
    }

    private mutating func convertFloating(_ value: IRValue, _ from: TypeID, _ to: TypeID) -> IRValue {
        let source = irType(from), target = irType(to)
        if source.isFloat && target.isFloat { return source == target ? value : f.convert(.fconvert, value, target) }
        if source.isFloat {
            if parser.types.storage(to) == .bool { return f.fcmp(.ne, value, f.fconst(0, source)) }
            if target == .i64 { return f.convert(parser.types.isUnsigned(to) ? .toUnsigned : .toSigned, value, .i64) }
            return narrow(f.trunc(f.convert(.toSigned, value, .i64)), to: to)
        }
        let unsigned = parser.types.isUnsigned(from)
        if source == .i64 { return f.convert(unsigned ? .fromUnsigned : .fromSigned, value, target) }
        return f.convert(.fromSigned, unsigned ? f.zext32(value) : f.sext32(value), target)
    }

    /// A value as the word that crosses a call.
    mutating func word(_ value: IRValue, _ type: TypeID) -> IRValue {
        guard irType(type) == .i32 else { return value }
        return parser.types.isUnsigned(type) ? f.zext32(value) : f.sext32(value)
    }

    // MARK: Arithmetic

    private mutating func lowerBinary(_ id: NodeID) -> IRValue {
        let top = parser.tree[id]
        if parser.tree[top.a].kind != .binary { return apply(top, value(top.a), value(top.b)) }
        // Sums of thousands of terms lean to the left: no recursion there.
        var spine: [NodeID] = []
        var left = id
        while parser.tree[left].kind == .binary {
            spine.append(left)
            left = parser.tree[left].a
        }
        var result = value(left)
        for operation in spine.reversed() {
            let node = parser.tree[operation]
            result = apply(node, result, value(node.b))
        }
        return result
    }

    private mutating func apply(_ node: Node, _ a: IRValue, _ b: IRValue) -> IRValue {
        guard let op = BinaryOperator(rawValue: node.detail) else { return a }
        let operandType = parser.type(node.a)
        if op.isComparison { return compare(op, a, b, operandType) }
        return arithmetic(op, a, b, node.type)
    }

    mutating func compare(_ op: BinaryOperator, _ a: IRValue, _ b: IRValue, _ type: TypeID) -> IRValue {
        if irType(type).isFloat { return f.fcmp(condition(op, unsigned: false), a, b) }
        return f.icmp(condition(op, unsigned: parser.types.isUnsigned(type)), a, b)
    }

    private func condition(_ op: BinaryOperator, unsigned: Bool) -> Condition {
        switch op {
        case .less: return unsigned ? .ltu : .lt
        case .greater: return unsigned ? .gtu : .gt
        case .lessOrEqual: return unsigned ? .leu : .le
        case .greaterOrEqual: return unsigned ? .geu : .ge
        case .equal: return .eq
        default: return .ne
        }
    }

    mutating func arithmetic(_ op: BinaryOperator, _ a: IRValue, _ b: IRValue, _ type: TypeID) -> IRValue {
        if irType(type).isFloat {
            let operation: IROp = op == .add ? .fadd : op == .subtract ? .fsub : op == .multiply ? .fmul : .fdiv
            return f.binary(operation, a, b)
        }
        let unsigned = parser.types.isUnsigned(type)
        let operation: IROp
        switch op {
        case .add: operation = .add
        case .subtract: operation = .sub
        case .multiply: operation = .mul
        case .divide: operation = unsigned ? .divu : .divs
        case .remainder: operation = unsigned ? .remu : .rems
        case .shiftLeft: operation = .shl
        case .shiftRight: operation = unsigned ? .shru : .shrs
        case .and: operation = .and
        case .xor: operation = .xor
        default: operation = .or
        }
        let isSigned32 = !unsigned && irType(type) == .i32 && (op == .add || op == .subtract) && !options.wraps
        return f.binary(operation, a, b, isSigned32 ? .noSignedWrap : [])
    }

    private mutating func lowerDifference(_ node: Node) -> IRValue {
        let a = value(node.a)
        let difference = f.binary(.sub, a, value(node.b))
        let target = parser.types.base(parser.type(node.a))
        let entry = parser.types[target]
        if entry.kind == .void || entry.kind == .function || entry.kind != .variableArray && entry.size <= 1 { return difference }
        if entry.kind != .variableArray && entry.size & (entry.size - 1) == 0 {
            // The division leaves no rest.
            return f.binary(.shrs, difference, f.const(Int64(entry.size.trailingZeroBitCount), .i32))
        }
        return f.binary(.divs, difference, sizeValue(target))
    }

    // MARK: Truth

    private mutating func isZero(_ id: NodeID) -> IRValue {
        let kind = parser.tree[id].kind
        if kind == .logicalAnd || kind == .logicalOr {
            return f.icmp(.eq, lowerTruth(id), f.const(0, .i32))
        }
        let type = irType(parser.type(id))
        let operand = value(id)
        return type.isFloat ? f.fcmp(.eq, operand, f.fconst(0, type)) : f.icmp(.eq, operand, f.const(0, type))
    }

    /// 1 if the scalar is not zero, else 0.
    private mutating func lowerTruth(_ id: NodeID) -> IRValue {
        let node = parser.tree[id]
        guard node.kind == .logicalAnd || node.kind == .logicalOr else {
            let type = irType(node.type)
            let isTruth = node.kind == .not || node.kind == .binary && BinaryOperator(rawValue: node.detail)?.isComparison == true
                || parser.types.storage(node.type) == .bool
            let operand = value(id)
            if isTruth { return operand }
            return type.isFloat ? f.fcmp(.ne, operand, f.fconst(0, type)) : f.icmp(.ne, operand, f.const(0, type))
        }
        let yes = f.newBlock(), no = f.newBlock(), end = f.newBlock()
        branch(id, yes, no)
        f.current = yes
        let one = f.const(1, .i32)
        f.br(end)
        f.current = no
        let zero = f.const(0, .i32)
        f.br(end)
        f.current = end
        return f.phi(.i32, in: end, [IRIncoming(from: yes, value: one), IRIncoming(from: no, value: zero)])
    }

    /// Ends the block: to `then` if the scalar is not zero.
    mutating func branch(_ id: NodeID, _ then: IRBlockID, _ otherwise: IRBlockID, _ flags: IRFlags = []) {
        guard enter(id) else {
            f.br(otherwise)
            return
        }
        defer { state.depth -= 1 }
        let node = parser.tree[id]
        switch node.kind {
        case .integer:
            f.br(node.value != 0 ? then : otherwise)
        case .not:
            var turned = flags
            if flags.contains(.likely) { turned = .unlikely } else if flags.contains(.unlikely) { turned = .likely }
            branch(node.a, otherwise, then, turned)
        case .logicalAnd, .logicalOr:
            var terms: [NodeID] = [node.b]
            var left = node.a
            while parser.tree[left].kind == node.kind {
                terms.append(parser.tree[left].b)
                left = parser.tree[left].a
            }
            terms.append(left)
            while terms.count > 1 {
                let next = f.newBlock()
                if node.kind == .logicalAnd { branch(terms.removeLast(), next, otherwise) } else { branch(terms.removeLast(), then, next) }
                f.current = next
            }
            branch(terms[0], then, otherwise, flags)
        case .comma:
            effect(node.a)
            branch(node.b, then, otherwise, flags)
        case .cast where keepsTruth(node):
            branch(node.a, then, otherwise, flags)
        case .builtin where Builtin(rawValue: node.detail) == .expect:
            let expected = parser.tree[parser.tree.lists[node.b.raw + 1]]
            let isKnown = expected.kind == .integer
            branch(parser.tree.lists[node.b.raw], then, otherwise, isKnown ? expected.value != 0 ? .likely : .unlikely : [])
        default:
            let type = irType(node.type)
            let operand = value(id)
            let test = type.isFloat ? f.fcmp(.ne, operand, f.fconst(0, type)) : operand
            f.condbr(test, then, otherwise, flags)
        }
    }

    /// Whether the cast's operand is zero exactly when the result is.
    private func keepsTruth(_ node: Node) -> Bool {
        let from = parser.type(node.a)
        guard parser.types.isScalar(from), parser.types.isScalar(node.type) else { return false }
        if parser.types.storage(node.type) == .bool { return true }
        if parser.types.isFloating(from) || parser.types.isFloating(node.type) { return false }
        return parser.types.size(node.type) >= parser.types.size(from)
    }

    private mutating func lowerConditional(_ node: Node) -> IRValue {
        let then = f.newBlock(), otherwise = f.newBlock(), end = f.newBlock()
        branch(node.a, then, otherwise)
        f.current = then
        let a = value(node.b)
        let thenEnd = f.current
        f.br(end)
        f.current = otherwise
        let b = value(node.c)
        let otherwiseEnd = f.current
        f.br(end)
        f.current = end
        if irType(node.type) == .void { return .none }
        return f.phi(irType(node.type), in: end, [IRIncoming(from: thenEnd, value: a), IRIncoming(from: otherwiseEnd, value: b)])
    }

    private mutating func lowerOmitted(_ node: Node) -> IRValue {
        let type = irType(parser.type(node.a))
        let test = value(node.a)
        let first = convert(test, parser.type(node.a), node.type)
        let from = f.current
        let otherwise = f.newBlock(), end = f.newBlock()
        f.condbr(type.isFloat ? f.fcmp(.ne, test, f.fconst(0, type)) : test, end, otherwise)
        f.current = otherwise
        let b = value(node.b)
        let otherwiseEnd = f.current
        f.br(end)
        f.current = end
        return f.phi(irType(node.type), in: end, [IRIncoming(from: from, value: first), IRIncoming(from: otherwiseEnd, value: b)])
    }

    // MARK: Assignments

    private mutating func lowerAssign(_ node: Node) -> IRValue {
        if parser.types.isRecord(node.type) {
            let target = address(node.a)
            storeRecord(node.b, to: target, size: parser.types.size(node.type), isFresh: false)
            return .none
        }
        // Names and constants on the left do not care for the order; other places are found first.
        let place = lvalue(node.a)
        return store(value(node.b), to: place)
    }

    private mutating func lowerCompoundAssign(_ node: Node) -> IRValue {
        guard let op = BinaryOperator(rawValue: node.detail) else { return .none }
        let computed = TypeID(raw: node.c.raw)
        let place = lvalue(node.a)
        let type = node.type
        if parser.types.isPointer(computed) {
            let target = parser.types.base(computed)
            let index = f.binary(.mul, value(node.b), sizeValue(target))
            let old = load(place)
            return store(f.binary(op == .add ? .add : .sub, old, index), to: place)
        }
        let operand = value(node.b)
        let old = convert(load(place), type, computed)
        let result = arithmetic(op, old, operand, computed)
        return store(convert(result, computed, type), to: place)
    }

    private mutating func lowerIncrement(_ node: Node) -> IRValue {
        let place = lvalue(node.a)
        let old = load(place)
        let isMinus = node.detail & 2 != 0
        let type = node.type
        var new: IRValue
        if parser.types.isPointer(type) {
            new = f.binary(isMinus ? .sub : .add, old, sizeValue(parser.types.base(type)))
        } else if irType(type).isFloat {
            new = f.binary(isMinus ? .fsub : .fadd, old, f.fconst(1, irType(type)))
        } else if parser.types.storage(type) == .bool {
            new = isMinus ? f.icmp(.eq, old, f.const(0, .i32)) : f.const(1, .i32)
        } else {
            let isSigned32 = irType(type) == .i32 && parser.types.size(type) == 4 && !parser.types.isUnsigned(type) && !options.wraps
            new = f.binary(isMinus ? .sub : .add, old, f.const(1, irType(type)), isSigned32 && place.field < 0 ? .noSignedWrap : [])
            if irType(type) == .i32 { new = narrow(new, to: type) }
        }
        let stored = store(new, to: place)
        return node.detail & 1 != 0 ? old : stored
    }

    /// The statements, and what `body` makes of the last expression; nil if there is none.
    mutating func lowerStatementExpression<Result>(_ node: Node, _ body: (inout Lowering, NodeID) -> Result) -> Result? {
        let block = parser.tree[node.a]
        let cleanup = state.cleanup
        var result: Result?
        for index in block.list {
            let child = parser.tree.lists[index]
            if index == block.list.upperBound - 1, parser.tree[child].kind == .expression, parser.types.kind(node.type) != .void {
                result = body(&self, parser.tree[child].a)
            } else {
                statement(child)
            }
        }
        leaveScope(cleanup)
        return result
    }
}
