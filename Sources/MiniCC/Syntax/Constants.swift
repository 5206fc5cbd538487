/// Constant expressions: what must be known while compiling.
enum StaticValue {
    case integer(Int64)
    case floating(Double)
    case address(StaticBase, Int64)
}

enum StaticBase: Equatable {
    case symbol(SymbolID)
    case string(Int32)
    case label(LabelID)
}

extension Parser {
    /// A constant expression; nil after an error.
    mutating func parseConstantExpression(_ what: String) -> Int64? {
        let node = parseConditional()
        return constantInteger(node, what)
    }

    func constantInteger(_ node: NodeID, _ what: String) -> Int64? {
        let current = tree[node]
        if current.type == .invalid { return nil }
        if let value = knownInteger(node), types.isInteger(current.type) { return value }
        if !types.isInteger(current.type) {
            error(current.location, "\(what) has type \(describe(current.type)), which is no integer type")
        } else {
            error(current.location, "\(what) is not an integer constant expression")
        }
        return nil
    }

    /// The value of an integer expression that is known while compiling.
    func knownInteger(_ node: NodeID) -> Int64? {
        let current = tree[node]
        if current.kind == .integer { return current.value }
        guard types.isInteger(current.type), let value = evaluate(node), case .integer(let number) = value else { return nil }
        return number
    }

    // MARK: Values of static initialisers

    /// The value of an arithmetic or address constant, or nil.
    func evaluate(_ node: NodeID, _ depth: Int = 0) -> StaticValue? {
        if depth > Int(Parser.maximumDepth) { return nil }
        let current = tree[node]
        switch current.kind {
        case .integer: return .integer(current.value)
        case .floating: return .floating(Double(bitPattern: UInt64(bitPattern: current.value)))
        case .decay, .addressOf: return address(of: current.a, depth + 1)
        case .labelAddress: return .address(.label(current.label), 0)
        case .cast: return evaluateCast(current, depth)
        case .pointerAdd:
            guard let base = evaluate(current.a, depth + 1), case .integer(let index)? = evaluate(current.b, depth + 1) else { return nil }
            let size = elementSize(current.type)
            return moved(base, by: (current.detail == 1 ? 0 &- index : index) &* size)
        case .pointerDifference:
            guard let a = evaluate(current.a, depth + 1), let b = evaluate(current.b, depth + 1) else { return nil }
            let size = max(1, elementSize(type(current.a)))
            switch (a, b) {
            case (.integer(let x), .integer(let y)): return .integer((x &- y) / size)
            case (.address(let p, let x), .address(let q, let y)) where p == q: return .integer((x &- y) / size)
            default: return nil
            }
        case .negate:
            switch evaluate(current.a, depth + 1) {
            case .integer(let value): return .integer(types.canonical(0 &- value, current.type))
            case .floating(let value): return .floating(-value)
            default: return nil
            }
        case .complement:
            guard case .integer(let value)? = evaluate(current.a, depth + 1) else { return nil }
            return .integer(types.canonical(~value, current.type))
        case .not:
            guard let value = evaluate(current.a, depth + 1), let isTrue = isTrue(value) else { return nil }
            return .integer(isTrue ? 0 : 1)
        case .binary: return evaluateBinary(current, depth)
        case .logicalAnd, .logicalOr:
            guard let left = evaluate(current.a, depth + 1), let isTrueLeft = isTrue(left) else { return nil }
            if isTrueLeft == (current.kind == .logicalOr) { return .integer(isTrueLeft ? 1 : 0) }
            guard let right = evaluate(current.b, depth + 1), let isTrueRight = isTrue(right) else { return nil }
            return .integer(isTrueRight ? 1 : 0)
        case .conditional:
            guard let test = evaluate(current.a, depth + 1), let isTrue = isTrue(test) else { return nil }
            return evaluate(isTrue ? current.b : current.c, depth + 1)
        case .conditionalOmitted:
            guard let test = evaluate(current.a, depth + 1), let isTrue = isTrue(test) else { return nil }
            return isTrue ? test : evaluate(current.b, depth + 1)
        case .builtin where Builtin(rawValue: current.detail) == .expect:
            return evaluate(tree.lists[current.b.raw], depth + 1)
        default: return nil
        }
    }

    /// Nil for what the linker decides: a weak symbol may be missing.
    private func isTrue(_ value: StaticValue) -> Bool? {
        switch value {
        case .integer(let number): return number != 0
        case .floating(let number): return number != 0
        case .address(.symbol(let symbol), _) where scopes[symbol].flags.contains(.weak): return nil
        case .address: return true
        }
    }

    private func elementSize(_ pointer: TypeID) -> Int64 {
        let target = types[types.base(pointer)]
        return target.kind == .void || target.kind == .function ? 1 : target.size
    }

    private func moved(_ value: StaticValue, by bytes: Int64) -> StaticValue? {
        switch value {
        case .integer(let number): return .integer(number &+ bytes)
        case .address(let base, let offset): return .address(base, offset &+ bytes)
        case .floating: return nil
        }
    }

    /// The address of an object with static storage.
    private func address(of node: NodeID, _ depth: Int) -> StaticValue? {
        if depth > Int(Parser.maximumDepth) { return nil }
        let current = tree[node]
        switch current.kind {
        case .variable:
            let symbol = scopes[current.symbol]
            guard symbol.kind == .function || symbol.linkage != .none || symbol.flags.contains(.staticStorage) else { return nil }
            return .address(.symbol(current.symbol), 0)
        case .string: return .address(.string(current.number), 0)
        case .dereference: return evaluate(current.a, depth + 1)
        case .member:
            guard let base = address(of: current.a, depth + 1) else { return nil }
            return moved(base, by: types.fields[current.field].offset)
        default: return nil
        }
    }

    private func evaluateCast(_ current: Node, _ depth: Int) -> StaticValue? {
        guard let value = evaluate(current.a, depth + 1) else { return nil }
        let from = type(current.a)
        switch value {
        case .integer(let number):
            if types.isFloating(current.type) { return .floating(types.floating(number, from: from, to: current.type)) }
            return .integer(types.canonical(number, current.type))
        case .floating(let number):
            if types.isFloating(current.type) { return .floating(types.rounded(number, current.type)) }
            return types.isInteger(current.type) ? .integer(types.integer(number, current.type)) : nil
        case .address:
            if types.storage(current.type) == .bool { return isTrue(value).map { .integer($0 ? 1 : 0) } }
            return types.isScalar(current.type) && types.size(current.type) == 8 && !types.isFloating(current.type) ? value : nil
        }
    }

    private func evaluateBinary(_ current: Node, _ depth: Int) -> StaticValue? {
        guard let a = evaluate(current.a, depth + 1), let b = evaluate(current.b, depth + 1),
              let op = BinaryOperator(rawValue: current.detail) else { return nil }
        let operandType = type(current.a)
        switch (a, b) {
        case (.integer(let x), .integer(let y)):
            var overflow = false
            let computed = op.isComparison ? operandType : current.type
            return types.fold(op, x, y, computed, overflow: &overflow).map { .integer($0) }
        case (.floating(let x), .floating(let y)):
            if op.isComparison { return .integer(types.compare(op, x, y) ? 1 : 0) }
            return .floating(types.fold(op, x, y, current.type))
        case (.address(let base, let x), .integer(let y)):
            switch op {
            case .add: return .address(base, x &+ y)
            case .subtract: return .address(base, x &- y)
            case .equal where y == 0: return isTrue(a).map { .integer($0 ? 0 : 1) }
            case .notEqual where y == 0: return isTrue(a).map { .integer($0 ? 1 : 0) }
            default: return nil
            }
        case (.integer(let x), .address(let base, let y)):
            return op == .add ? .address(base, x &+ y) : nil
        case (.address(let p, let x), .address(let q, let y)) where p == q:
            var overflow = false
            if op == .subtract { return .integer(x &- y) }
            return op.isComparison ? types.fold(op, x, y, .long, overflow: &overflow).map { .integer($0) } : nil
        default: return nil
        }
    }
}
