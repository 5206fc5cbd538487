import Support

/// What each operator demands of its operands, and the node it makes.
extension Parser {
    // MARK: Values

    @inline(__always)
    mutating func makeInteger(_ value: Int64, _ type: TypeID, _ place: SourceLocation) -> NodeID {
        var flags: NodeFlags = .constantExpression
        if value == 0 { flags.insert(.nullPointerConstant) }
        return make(.integer, place, type: type, value: value, flags: flags)
    }

    /// The value of an expression: arrays and functions become pointers.
    @inline(__always)
    mutating func rvalue(_ node: NodeID) -> NodeID {
        let entry = types[type(node)]
        if entry.kind.rawValue <= TypeKind.pointer.rawValue || entry.kind.rawValue >= TypeKind.structure.rawValue { return node }
        return decay(node, entry)
    }

    private mutating func decay(_ node: NodeID, _ entry: TypeInfo) -> NodeID {
        let current = tree[node]
        if entry.kind == .function {
            // *f of a function pointer is that pointer again.
            if current.kind == .dereference { return current.a }
            return make(.decay, current.location, type: types.pointer(to: current.type), a: node)
        }
        if current.kind == .variable && scopes[current.symbol].flags.contains(.register) {
            // Allowed by every compiler, though the standard says otherwise.
            scopes[current.symbol].flags.insert(.addressTaken)
        }
        return make(.decay, current.location, type: types.pointer(to: entry.base), a: node)
    }

    /// The width, if the value comes from a bit-field and so has its promoted type.
    func bitFieldWidth(_ node: NodeID) -> Int? {
        var node = node
        while true {
            switch tree[node].kind {
            case .member:
                let field = types.fields[tree[node].field]
                return field.isBitField ? Int(field.bitWidth) : nil
            case .assign, .compoundAssign, .increment: node = tree[node].a
            case .comma: node = tree[node].b
            default: return nil
            }
        }
    }

    func promotedType(_ node: NodeID) -> TypeID {
        let type = self.type(node)
        let kind = tree[node].kind
        if kind == .member || kind == .assign || kind == .compoundAssign || kind == .increment || kind == .comma,
           let width = bitFieldWidth(node) {
            return types.promotedBitField(type, width: width)
        }
        return types.promoted(type)
    }

    func commonType(_ a: NodeID, _ b: NodeID) -> TypeID {
        let x = type(a), y = type(b)
        if types.isFloating(x) || types.isFloating(y) { return types.common(x, y) }
        return types.common(promotedType(a), promotedType(b))
    }

    // MARK: Conversion without questions

    /// The value converted to a scalar type, folded when it is constant.
    mutating func convert(_ node: NodeID, to target: TypeID) -> NodeID {
        let current = tree[node]
        let target = target.unqualified
        if current.type.unqualified == target { return node }
        if current.type == .invalid { return node }
        if current.kind == .integer {
            if types.isFloating(target) {
                let value = types.floating(current.value, from: current.type, to: target)
                return make(.floating, current.location, type: target, value: Int64(bitPattern: value.bitPattern), flags: keptFlags(current))
            }
            if types.isInteger(target) {
                return make(.integer, current.location, type: target, value: types.canonical(current.value, target),
                            flags: keptFlags(current))
            }
            if types.isPointer(target) {
                // Pointers made of constants stay casts, so that they are no integers for anybody.
                return make(.cast, current.location, type: target, a: node, flags: current.flags.intersection([.nullPointerConstant]))
            }
        }
        if current.kind == .floating {
            let value = Double(bitPattern: UInt64(bitPattern: current.value))
            if types.isFloating(target) {
                let narrowed = types.rounded(value, target)
                return make(.floating, current.location, type: target, value: Int64(bitPattern: narrowed.bitPattern))
            }
            if types.isInteger(target) {
                return make(.integer, current.location, type: target, value: types.integer(value, target), flags: .constantExpression)
            }
        }
        return make(.cast, current.location, type: target, a: node)
    }

    private func keptFlags(_ node: Node) -> NodeFlags {
        var flags = node.flags.intersection([.constantExpression])
        if node.value == 0 && node.flags.contains(.constantExpression) { flags.insert(.nullPointerConstant) }
        return flags
    }

    // MARK: Casts

    mutating func makeExplicitCast(_ operand: NodeID, _ target: TypeID, _ place: SourceLocation) -> NodeID {
        let target = target.unqualified
        if types.kind(target) == .void {
            return make(.cast, place, type: .void, a: rvalue(operand), flags: .explicitCast)
        }
        let operandType = type(operand)
        if target == .invalid || operandType == .invalid { return invalid(place) }
        if types.isRecord(target) && types.isRecord(operandType) && target.index == operandType.index {
            return make(.cast, place, type: target, a: operand, flags: .explicitCast)
        }
        // GNU: a cast to a union that has a member of the operand's type.
        if types.kind(target) == .union, let node = castToUnion(operand, target, place) { return node }
        let value = rvalue(operand)
        let from = type(value)
        guard types.isScalar(target) else {
            error(place, "used type \(describe(target)) where arithmetic or pointer type is required")
            return invalid(place)
        }
        guard types.isScalar(from) else {
            error(tree[operand].location, "operand of type \(describe(from)) cannot be cast to \(describe(target))")
            return invalid(place)
        }
        if types.isPointer(target) && types.isFloating(from) || types.isFloating(target) && types.isPointer(from) {
            error(place, "operand of type \(describe(from)) cannot be cast to \(describe(target))")
            return invalid(place)
        }
        if types.isPointer(from) && types.isInteger(target) && types.size(target) < 8 && types.storage(target) != .bool {
            warn(.pointerToInt, place, "cast to smaller integer type \(describe(target)) from \(describe(from))")
        }
        if types.isPointer(target) && types.isInteger(from) && types.size(from) < 8 && tree[value].kind != .integer {
            warn(.intToPointer, place, "cast to \(describe(target)) from smaller integer type \(describe(from))")
        }
        let result = convert(value, to: target)
        if result == value {
            // No longer an lvalue, and no longer the same expression for warnings.
            if tree[value].kind == .integer || tree[value].kind == .floating {
                var copy = tree[value]
                copy.flags.insert(.explicitCast)
                copy.flags.remove(.parenthesized)
                if !types.isInteger(from) { copy.flags.remove(.nullPointerConstant) }
                return tree.nodes.append(copy)
            }
            return make(.cast, place, type: target, a: value, flags: .explicitCast)
        }
        tree[result].flags.insert(.explicitCast)
        if types.isPointer(target) && !types.isVoidPointer(target) { tree[result].flags.remove(.nullPointerConstant) }
        return result
    }

    private mutating func castToUnion(_ operand: NodeID, _ target: TypeID, _ place: SourceLocation) -> NodeID? {
        let value = rvalue(operand)
        let record = types.records[Int(types[target].first)]
        for index in 0..<record.fieldCount {
            let field = types.fields[record.firstField + index]
            guard types.compatibleUnqualified(field.type.unqualified, type(value).unqualified) else { continue }
            let symbol = hiddenVariable(target, place)
            let entry = tree.initEntries.append(InitEntry(offset: field.offset, value: value, field: -1, type: field.type.unqualified))
            let initializer = tree.initializers.append(Initializer(first: entry, count: 1, zeroesFirst: true))
            return make(.compoundLiteral, place, type: target, a: symbol.inNode, b: NodeID(raw: initializer))
        }
        return nil
    }

    // MARK: Unary

    mutating func makeUnary(_ op: TokenKind, _ operand: NodeID, _ place: SourceLocation) -> NodeID {
        let operandType = type(operand)
        if operandType == .invalid { return operand }
        switch op {
        case .star: return makeDereference(operand, place)
        case .ampersand: return makeAddress(operand, place)
        case .exclamation:
            let value = rvalue(operand)
            guard types.isScalar(type(value)) else { return badOperand(value, place) }
            if tree[value].kind == .integer {
                return foldedInteger(tree[value].value == 0 ? 1 : 0, .int, place, tree[value].flags)
            }
            if tree[value].kind == .floating {
                let isZero = Double(bitPattern: UInt64(bitPattern: tree[value].value)) == 0
                return foldedInteger(isZero ? 1 : 0, .int, place, [])
            }
            return make(.not, place, type: .int, a: value)
        case .tilde:
            guard types.isInteger(operandType) else { return badOperand(operand, place) }
            let value = convert(operand, to: promotedType(operand))
            let type = self.type(value).unqualified
            if tree[value].kind == .integer {
                return foldedInteger(types.canonical(~tree[value].value, type), type, place, tree[value].flags)
            }
            return make(.complement, place, type: type, a: value)
        default:
            guard types.isArithmetic(operandType) else { return badOperand(operand, place) }
            let value = convert(operand, to: promotedType(operand))
            let current = tree[value]
            let type = current.type.unqualified
            if current.kind == .integer {
                if op == .plus { return foldedInteger(current.value, type, place, current.flags) }
                let negated = 0 &- current.value
                if !types.isUnsigned(type) && negated != 0 && types.canonical(negated, type) == current.value && isComputed {
                    warn(.overflow, place, "overflow in expression; result is \(current.value) with type \(describe(type))")
                }
                return foldedInteger(types.canonical(negated, type), type, place, current.flags)
            }
            if current.kind == .floating {
                let number = Double(bitPattern: UInt64(bitPattern: current.value))
                return make(.floating, place, type: type, value: Int64(bitPattern: (op == .plus ? number : -number).bitPattern))
            }
            return op == .plus ? make(.cast, place, type: type, a: value) : make(.negate, place, type: type, a: value)
        }
    }

    private mutating func foldedInteger(_ value: Int64, _ type: TypeID, _ place: SourceLocation, _ flags: NodeFlags) -> NodeID {
        var kept = flags.intersection([.constantExpression])
        if value == 0 && kept.contains(.constantExpression) { kept.insert(.nullPointerConstant) }
        return make(.integer, place, type: type, value: value, flags: kept)
    }

    private mutating func badOperand(_ node: NodeID, _ place: SourceLocation) -> NodeID {
        error(place, "invalid argument type \(describe(type(node))) to unary expression")
        return invalid(place)
    }

    mutating func makeDereference(_ operand: NodeID, _ place: SourceLocation) -> NodeID {
        let value = rvalue(operand)
        let pointer = types[type(value)]
        guard pointer.kind == .pointer else {
            if pointer.kind != .invalid {
                error(place, "indirection requires pointer operand (\(describe(type(operand))) invalid)")
            }
            return invalid(place)
        }
        let target = types[pointer.base]
        if target.kind == .void {
            warn(.pointerArithmetic, place, "dereferencing a pointer to 'void'")
        } else if !target.isComplete && types.isRecord(pointer.base) {
            // Only as the operand of & is this harmless; taking a member will complain.
            return make(.dereference, place, type: pointer.base, a: value, flags: .lvalue)
        }
        if tree[value].kind == .addressOf && self.type(tree[value].a) == pointer.base { return tree[value].a }
        return make(.dereference, place, type: pointer.base, a: value, flags: .lvalue)
    }

    mutating func makeAddress(_ operand: NodeID, _ place: SourceLocation) -> NodeID {
        let current = tree[operand]
        if current.type == .invalid { return operand }
        if bitFieldWidth(operand) != nil && current.kind == .member {
            error(place, "address of bit-field requested")
            return invalid(place)
        }
        guard current.flags.contains(.lvalue) else {
            error(place, "cannot take the address of an rvalue of type \(describe(current.type))")
            return invalid(place)
        }
        if current.kind == .variable {
            if scopes[current.symbol].flags.contains(.register) && scopes[current.symbol].kind == .object {
                error(place, "address of register variable requested")
            }
            scopes[current.symbol].flags.insert(.addressTaken)
        }
        if current.kind == .dereference {
            // &*p is p, with the type of what p points to.
            let pointer = types.pointer(to: current.type)
            return make(.cast, place, type: pointer, a: current.a)
        }
        return make(.addressOf, place, type: types.pointer(to: current.type), a: operand)
    }

    mutating func makeSubscript(_ base: NodeID, _ index: NodeID, _ place: SourceLocation) -> NodeID {
        var pointer = rvalue(base)
        var offset = rvalue(index)
        if types.isInteger(type(pointer)) && types.isPointer(type(offset)) { swap(&pointer, &offset) }
        if type(pointer) == .invalid || type(offset) == .invalid { return invalid(place) }
        guard types.isPointer(type(pointer)) else {
            error(place, "subscripted value is not an array or pointer")
            return invalid(place)
        }
        guard types.isInteger(type(offset)) else {
            error(place, "array subscript is not an integer")
            return invalid(place)
        }
        if tree[base].kind == .variable, tree[offset].kind == .integer, types.kind(type(base)) == .array {
            warnArrayBounds(base, tree[offset].value, place)
        }
        guard let sum = makePointerAdd(pointer, offset, isSubtract: false, place) else { return invalid(place) }
        return makeDereference(sum, place)
    }

    private func warnArrayBounds(_ base: NodeID, _ index: Int64, _ place: SourceLocation) {
        let count = types[type(base)].count
        guard count > 1, isComputed, index < 0 || index > count else { return }
        let where_ = index < 0 ? "before the beginning" : "past the end"
        if diagnostics.warning(.arrayBounds, place, "array index \(index) is \(where_) of the array (that has type \(describe(type(base))))") {
            diagnostics.note(scopes[tree[base].symbol].location, "array '\(names.string(scopes[tree[base].symbol].name))' declared here")
        }
    }

    mutating func makeMember(_ base: NodeID, _ name: Name, isArrow: Bool, _ place: SourceLocation, operatorPlace: SourceLocation) -> NodeID {
        var record = base
        if type(base) == .invalid { return base }
        if isArrow {
            let value = rvalue(base)
            if types.isPointer(type(value)) && types.base(type(value)) == .invalid { return invalid(operatorPlace) }
            if types.isPointer(type(value)) && (types.isRecord(types.base(type(value)))) {
                record = makeDereference(value, operatorPlace)
            } else if types.isRecord(type(base)) {
                diagnostics.error(operatorPlace, "member reference type \(describe(type(base))) is not a pointer; did you mean to use '.'?")
            } else {
                error(operatorPlace, "member reference type \(describe(type(base))) is not a pointer to a struct or union")
                return invalid(place)
            }
        } else if types.isPointer(type(base)) && types.isRecord(types.base(type(base))) {
            diagnostics.error(operatorPlace, "member reference type \(describe(type(base))) is a pointer; did you mean to use '->'?")
            record = makeDereference(base, operatorPlace)
        }
        let recordType = type(record)
        guard types.isRecord(recordType) else {
            error(operatorPlace, "member reference base type \(describe(recordType)) is not a struct or union")
            return invalid(place)
        }
        guard types.isComplete(recordType) else {
            diagnostics.error(operatorPlace, "incomplete definition of type \(describe(recordType.unqualified))")
            noteForwardDeclaration(recordType)
            return invalid(place)
        }
        var node = record
        while true {
            let outer = type(node)
            guard let field = types.member(of: outer, named: name) else {
                reportNoMember(recordType, name, place)
                return invalid(place)
            }
            let entry = types.fields[field]
            let memberType = qualify(entry.type, outer.qualifiers.subtracting(.restrict))
            node = make(.member, place, type: memberType, a: node, b: NodeID(raw: field), flags: tree[node].flags.intersection(.lvalue))
            if entry.name == name { return node }
        }
    }

    private func reportNoMember(_ type: TypeID, _ name: Name, _ place: SourceLocation) {
        let text = names.string(name)
        let record = types.records[Int(types[type].first)]
        var best: Int32 = -1
        var bestDistance = Similarity.limit(text)
        for index in 0..<record.fieldCount {
            let candidate = types.fields[record.firstField + index].name
            guard candidate >= 0 else { continue }
            let distance = Similarity.distance(text, names.string(candidate), limit: bestDistance)
            if distance < bestDistance {
                bestDistance = distance
                best = record.firstField + index
            }
        }
        if best >= 0 {
            let other = names.string(types.fields[best].name)
            diagnostics.error(place, "no member named '\(text)' in \(describe(type.unqualified)); did you mean '\(other)'?")
            diagnostics.note(types.fields[best].location, "'\(other)' declared here")
        } else {
            diagnostics.error(place, "no member named '\(text)' in \(describe(type.unqualified))")
        }
    }

    // MARK: Assignments

    /// Whether the node can be assigned to; says why not.
    mutating func checkModifiable(_ node: NodeID, _ place: SourceLocation) -> Bool {
        let current = tree[node]
        if current.type == .invalid { return false }
        guard current.flags.contains(.lvalue), !types.isFunction(current.type) else {
            error(place, "expression is not assignable")
            return false
        }
        if types.isArray(current.type) {
            error(place, "array type \(describe(current.type)) is not assignable")
            return false
        }
        if current.type.isConst || types.isRecord(current.type) && types.records[Int(types[current.type].first)].memberQualifiers.contains(.const) {
            if current.kind == .variable {
                diagnostics.error(place, "cannot assign to variable '\(names.string(scopes[current.symbol].name))' with const-qualified type \(describe(current.type))")
                diagnostics.note(scopes[current.symbol].location, "variable '\(names.string(scopes[current.symbol].name))' declared const here")
            } else if current.kind == .member, types.fields[current.field].name >= 0 {
                error(place, "cannot assign to member '\(names.string(types.fields[current.field].name))' with const-qualified type \(describe(current.type))")
            } else {
                error(place, "read-only variable is not assignable (it has type \(describe(current.type)))")
            }
            return false
        }
        if !types.isComplete(current.type) {
            if types.kind(current.type) != .void { noteForwardDeclaration(current.type) }
            error(place, "incomplete type \(describe(current.type)) is not assignable")
            return false
        }
        markAssigned(node)
        return true
    }

    /// Remembers that the object the place lies in changes.
    private func markAssigned(_ place: NodeID) {
        var node = tree[place]
        while true {
            switch node.kind {
            case .variable:
                scopes[node.symbol].flags.insert(.assigned)
                return
            case .member, .pointerAdd, .decay, .dereference: node = tree[node.a]
            default: return
            }
        }
    }

    mutating func makeAssignment(_ left: NodeID, _ right: NodeID, _ place: SourceLocation) -> NodeID {
        guard checkModifiable(left, place) else { return invalid(place) }
        if tree[left].kind == .variable {
            let symbol = tree[left].symbol
            if scopes[symbol].linkage == .none && unevaluated == 0 && !scopes[symbol].flags.contains(.staticStorage) { scopes[symbol].readCount -= 1 }
        }
        let target = type(left).unqualified
        let value = convertForAssignment(right, to: target, .assigning, place)
        if type(value) == .invalid { return invalid(place) }
        return make(.assign, place, type: target, a: left, b: value)
    }

    mutating func makeCompoundAssignment(_ op: BinaryOperator, _ left: NodeID, _ right: NodeID, _ place: SourceLocation) -> NodeID {
        guard checkModifiable(left, place) else { return invalid(place) }
        let right = rvalue(right)
        let target = type(left).unqualified, other = type(right)
        if other == .invalid { return invalid(place) }
        if types.isPointer(target) {
            guard op == .add || op == .subtract, types.isInteger(other) else { return badOperands(left, right, place) }
            guard checkPointerArithmetic(target, place) else { return invalid(place) }
            let index = convert(right, to: .long)
            return make(.compoundAssign, place, type: target, a: left, b: index, c: NodeID(raw: target.raw), detail: op.rawValue)
        }
        guard types.isArithmetic(target), types.isArithmetic(other) else { return badOperands(left, right, place) }
        let computed: TypeID
        var value: NodeID
        if op.isShift {
            guard types.isInteger(target), types.isInteger(other) else { return badOperands(left, right, place) }
            computed = promotedType(left)
            value = convert(right, to: promotedType(right))
            checkShiftCount(value, computed, place)
        } else {
            if op == .remainder || op.rawValue >= BinaryOperator.and.rawValue,
               !types.isInteger(target) || !types.isInteger(other) { return badOperands(left, right, place) }
            computed = commonType(left, right)
            value = convert(right, to: computed)
            checkDivisor(op, value, place)
        }
        return make(.compoundAssign, place, type: target, a: left, b: value, c: NodeID(raw: computed.raw), detail: op.rawValue)
    }

    mutating func makeIncrement(_ operand: NodeID, isPostfix: Bool, isMinus: Bool, _ place: SourceLocation) -> NodeID {
        guard checkModifiable(operand, place) else { return invalid(place) }
        let target = type(operand).unqualified
        guard types.isScalar(target) else {
            error(place, "cannot \(isMinus ? "decrement" : "increment") value of type \(describe(target))")
            return invalid(place)
        }
        if types.isPointer(target) && !checkPointerArithmetic(target, place) { return invalid(place) }
        return make(.increment, place, type: target, a: operand, detail: (isPostfix ? 1 : 0) | (isMinus ? 2 : 0))
    }

    // MARK: Conditions

    /// A value to be tested for not being zero.
    mutating func condition(_ node: NodeID) -> NodeID {
        let value = rvalue(node)
        let current = tree[value]
        if current.type == .invalid || types.isScalar(current.type) {
            if current.kind == .assign && !current.flags.contains(.parenthesized) {
                if diagnostics.warning(.parentheses, current.location, "using the result of an assignment as a condition without parentheses") {
                    diagnostics.note(current.location, "use '==' to turn this assignment into an equality comparison, or place parentheses around it")
                }
            }
            if current.kind == .decay, tree[current.a].kind == .variable, !tree[current.a].flags.contains(.parenthesized),
               !scopes[tree[current.a].symbol].flags.contains(.weak), scopes[tree[current.a].symbol].name >= 0 {
                warn(.address, current.location, "address of '\(names.string(scopes[tree[current.a].symbol].name))' will always evaluate to 'true'")
            }
            return value
        }
        error(current.location, "value of type \(describe(current.type)) used where a scalar is required")
        return invalid(current.location)
    }

    mutating func makeConditional(_ test: NodeID, _ then: NodeID, _ otherwise: NodeID, _ place: SourceLocation) -> NodeID {
        let test = condition(test)
        var x = rvalue(then), y = rvalue(otherwise)
        let a = type(x).unqualified, b = type(y).unqualified
        if type(test) == .invalid || a == .invalid || b == .invalid { return invalid(place) }
        guard let result = conditionalType(x, y, place) else { return invalid(place) }
        if types.isScalar(result) {
            x = convert(x, to: result)
            y = convert(y, to: result)
        }
        if tree[test].kind == .integer {
            let chosen = tree[test].value != 0 ? x : y
            if tree[chosen].kind == .integer || tree[chosen].kind == .floating {
                var copy = tree[chosen]
                copy.location = place
                copy.flags.remove(.parenthesized)
                if !tree[test].flags.contains(.constantExpression)
                    || !tree[x].flags.contains(.constantExpression) || !tree[y].flags.contains(.constantExpression) {
                    // Constant all the same, but not for the standard.
                    copy.flags.remove(.nullPointerConstant)
                    if !tree[test].flags.contains(.constantExpression) { copy.flags.remove(.constantExpression) }
                }
                return tree.nodes.append(copy)
            }
        }
        return make(.conditional, place, type: result, a: test, b: x, c: y)
    }

    mutating func makeOmittedConditional(_ test: NodeID, _ otherwise: NodeID, _ place: SourceLocation) -> NodeID {
        let test = condition(test)
        var y = rvalue(otherwise)
        if type(test) == .invalid || type(y) == .invalid { return invalid(place) }
        guard let result = conditionalType(test, y, place) else { return invalid(place) }
        y = convert(y, to: result)
        if tree[test].kind == .integer { return tree[test].value != 0 ? convert(test, to: result) : y }
        return make(.conditionalOmitted, place, type: result, a: test, b: y)
    }

    private mutating func conditionalType(_ x: NodeID, _ y: NodeID, _ place: SourceLocation) -> TypeID? {
        let a = type(x).unqualified, b = type(y).unqualified
        if types.isArithmetic(a) && types.isArithmetic(b) { return commonType(x, y) }
        if types.kind(a) == .void || types.kind(b) == .void { return .void }
        if types.isRecord(a) && a == b { return a }
        if types.isPointer(a) && types.isPointer(b) {
            if isNullPointerConstant(x) { return b }
            if isNullPointerConstant(y) { return a }
            let p = types.base(a), q = types.base(b)
            let qualifiers = p.qualifiers.union(q.qualifiers)
            if types.kind(p) == .void || types.kind(q) == .void { return types.pointer(to: TypeID.void.qualified(qualifiers)) }
            if types.compatibleUnqualified(p, q) { return types.pointer(to: types.composite(p.unqualified, q.unqualified).qualified(qualifiers)) }
            warn(.incompatiblePointers, place, "pointer type mismatch in conditional expression (\(describe(a)) and \(describe(b)))")
            return types.pointer(to: TypeID.void.qualified(qualifiers))
        }
        if types.isPointer(a) && types.isInteger(b) || types.isInteger(a) && types.isPointer(b) {
            let isNull = types.isPointer(a) ? isNullPointerConstant(y) : isNullPointerConstant(x)
            if !isNull { warn(.intConversion, place, "pointer/integer type mismatch in conditional expression (\(describe(a)) and \(describe(b)))") }
            return types.isPointer(a) ? a : b
        }
        error(place, "incompatible operand types (\(describe(a)) and \(describe(b)))")
        return nil
    }

    func isNullPointerConstant(_ node: NodeID) -> Bool {
        let current = tree[node]
        guard current.flags.contains(.nullPointerConstant) else { return false }
        return types.isInteger(current.type) || types.isVoidPointer(current.type) && types.base(current.type).qualifiers.isEmpty
    }

    // MARK: Binary

    mutating func badOperands(_ left: NodeID, _ right: NodeID, _ place: SourceLocation) -> NodeID {
        error(place, "invalid operands to binary expression (\(describe(type(left))) and \(describe(type(right))))")
        return invalid(place)
    }

    mutating func makeBinary(_ op: TokenKind, _ left: NodeID, _ right: NodeID, _ place: SourceLocation) -> NodeID {
        let x = rvalue(left), y = rvalue(right)
        let a = type(x), b = type(y)
        if a == .invalid || b == .invalid { return invalid(place) }
        switch op {
        case .plus: return makeAdd(x, y, place)
        case .minus: return makeSubtract(x, y, place)
        case .star: return makeArithmetic(.multiply, x, y, place)
        case .slash: return makeArithmetic(.divide, x, y, place)
        case .percent: return makeIntegral(.remainder, x, y, place)
        case .ampersand: return makeIntegral(.and, x, y, place)
        case .pipe: return makeIntegral(.or, x, y, place)
        case .caret: return makeIntegral(.xor, x, y, place)
        case .lessLess: return makeShift(.shiftLeft, x, y, place)
        case .greaterGreater: return makeShift(.shiftRight, x, y, place)
        case .less: return makeComparison(.less, x, y, place)
        case .greater: return makeComparison(.greater, x, y, place)
        case .lessEqual: return makeComparison(.lessOrEqual, x, y, place)
        case .greaterEqual: return makeComparison(.greaterOrEqual, x, y, place)
        case .equalEqual: return makeComparison(.equal, x, y, place)
        case .exclamationEqual: return makeComparison(.notEqual, x, y, place)
        default: return makeLogical(isAnd: op == .ampersandAmpersand, x, y, place)
        }
    }

    private mutating func makeAdd(_ x: NodeID, _ y: NodeID, _ place: SourceLocation) -> NodeID {
        if types.isPointer(type(x)) && types.isInteger(type(y)) {
            return makePointerAdd(x, y, isSubtract: false, place) ?? invalid(place)
        }
        if types.isInteger(type(x)) && types.isPointer(type(y)) {
            return makePointerAdd(y, x, isSubtract: false, place) ?? invalid(place)
        }
        return makeArithmetic(.add, x, y, place)
    }

    private mutating func makeSubtract(_ x: NodeID, _ y: NodeID, _ place: SourceLocation) -> NodeID {
        let a = type(x), b = type(y)
        guard types.isPointer(a) else { return makeArithmetic(.subtract, x, y, place) }
        if types.isInteger(b) { return makePointerAdd(x, y, isSubtract: true, place) ?? invalid(place) }
        guard types.isPointer(b) else { return badOperands(x, y, place) }
        if !types.compatibleUnqualified(types.base(a), types.base(b)) {
            error(place, "\(describe(a)) and \(describe(b)) are not pointers to compatible types")
            return invalid(place)
        }
        guard checkPointerArithmetic(a, place) else { return invalid(place) }
        return make(.pointerDifference, place, type: .long, a: x, b: y)
    }

    /// The size of what it points to must be known.
    private func checkPointerArithmetic(_ pointer: TypeID, _ place: SourceLocation) -> Bool {
        let target = types.base(pointer)
        let entry = types[target]
        switch entry.kind {
        case .void, .function:
            warn(.pointerArithmetic, place, "arithmetic on a pointer to \(entry.kind == .void ? "void" : "a function")")
            return true
        case .variableArray:
            return true
        default:
            if entry.isComplete { return true }
            diagnostics.error(place, "arithmetic on a pointer to an incomplete type \(describe(target))")
            noteForwardDeclaration(target)
            return false
        }
    }

    mutating func makePointerAdd(_ pointer: NodeID, _ index: NodeID, isSubtract: Bool, _ place: SourceLocation) -> NodeID? {
        let pointerType = type(pointer).unqualified
        guard checkPointerArithmetic(pointerType, place) else { return nil }
        let offset = convert(index, to: .long)
        return make(.pointerAdd, place, type: pointerType, a: pointer, b: offset, detail: isSubtract ? 1 : 0)
    }

    private mutating func makeArithmetic(_ op: BinaryOperator, _ x: NodeID, _ y: NodeID, _ place: SourceLocation) -> NodeID {
        guard types.isArithmetic(type(x)), types.isArithmetic(type(y)) else { return badOperands(x, y, place) }
        let common = commonType(x, y)
        return finishBinary(op, convert(x, to: common), convert(y, to: common), common, place)
    }

    private mutating func makeIntegral(_ op: BinaryOperator, _ x: NodeID, _ y: NodeID, _ place: SourceLocation) -> NodeID {
        guard types.isInteger(type(x)), types.isInteger(type(y)) else { return badOperands(x, y, place) }
        if op == .and || op == .or { warnMixedComparison(op, x, y, place) }
        let common = commonType(x, y)
        return finishBinary(op, convert(x, to: common), convert(y, to: common), common, place)
    }

    /// `a & b == c` is not what it looks like.
    private func warnMixedComparison(_ op: BinaryOperator, _ x: NodeID, _ y: NodeID, _ place: SourceLocation) {
        for node in [x, y] {
            let current = tree[node]
            if current.kind == .binary && !current.flags.contains(.parenthesized),
               BinaryOperator(rawValue: current.detail)?.isComparison == true {
                let sign = op == .and ? "&" : "|"
                warn(.parentheses, place, "'\(sign)' has lower precedence than the comparison next to it; comparisons will be evaluated first")
            }
        }
    }

    private mutating func makeShift(_ op: BinaryOperator, _ x: NodeID, _ y: NodeID, _ place: SourceLocation) -> NodeID {
        guard types.isInteger(type(x)), types.isInteger(type(y)) else { return badOperands(x, y, place) }
        let result = promotedType(x)
        let count = convert(y, to: promotedType(y))
        checkShiftCount(count, result, place)
        return finishBinary(op, convert(x, to: result), count, result, place)
    }

    private func checkShiftCount(_ count: NodeID, _ type: TypeID, _ place: SourceLocation) {
        guard tree[count].kind == .integer, isComputed else { return }
        let value = tree[count].value
        if value < 0 && !types.isUnsigned(self.type(count)) { warn(.shiftNegative, place, "shift count is negative") }
        else if value < 0 || value >= types.size(type) * 8 { warn(.shiftCount, place, "shift count >= width of type") }
    }

    private func checkDivisor(_ op: BinaryOperator, _ divisor: NodeID, _ place: SourceLocation) {
        guard op == .divide || op == .remainder, tree[divisor].kind == .integer, tree[divisor].value == 0, isComputed else { return }
        warn(.divisionByZero, place, "\(op == .divide ? "division" : "remainder") by zero is undefined")
    }

    /// Both operands have their final types.
    private mutating func finishBinary(_ op: BinaryOperator, _ x: NodeID, _ y: NodeID, _ result: TypeID, _ place: SourceLocation) -> NodeID {
        let a = tree[x], b = tree[y]
        let result = result.unqualified
        if a.kind == .integer && b.kind == .integer {
            var overflow = false
            // A shift count that is out of range is left to the machine.
            let isOddShift = op.isShift && (b.value < 0 || b.value >= types.size(result) * 8)
            if !isOddShift, let value = types.fold(op, a.value, b.value, result, overflow: &overflow) {
                if overflow && isComputed {
                    warn(.overflow, place, "overflow in expression; result is \(value) with type \(describe(result))")
                }
                return foldedInteger(value, result, place, a.flags.intersection(b.flags))
            }
        }
        if a.kind == .floating && b.kind == .floating {
            let value = types.fold(op, Double(bitPattern: UInt64(bitPattern: a.value)), Double(bitPattern: UInt64(bitPattern: b.value)), result)
            return make(.floating, place, type: result, value: Int64(bitPattern: value.bitPattern))
        }
        checkDivisor(op, y, place)
        return make(.binary, place, type: result, a: x, b: y, detail: op.rawValue)
    }

    private mutating func makeComparison(_ op: BinaryOperator, _ x: NodeID, _ y: NodeID, _ place: SourceLocation) -> NodeID {
        let a = type(x).unqualified, b = type(y).unqualified
        if types.isArithmetic(a) && types.isArithmetic(b) {
            let common = commonType(x, y)
            warnSignComparison(op, x, y, common, place)
            let p = convert(x, to: common), q = convert(y, to: common)
            if tree[p].kind == .integer && tree[q].kind == .integer {
                var overflow = false
                let value = types.fold(op, tree[p].value, tree[q].value, common, overflow: &overflow) ?? 0
                return foldedInteger(value, .int, place, tree[p].flags.intersection(tree[q].flags))
            }
            if tree[p].kind == .floating && tree[q].kind == .floating {
                let holds = types.compare(op, Double(bitPattern: UInt64(bitPattern: tree[p].value)), Double(bitPattern: UInt64(bitPattern: tree[q].value)))
                return foldedInteger(holds ? 1 : 0, .int, place, [])
            }
            return make(.binary, place, type: .int, a: p, b: q, detail: op.rawValue)
        }
        guard types.isPointer(a) && (types.isPointer(b) || types.isInteger(b)) || types.isInteger(a) && types.isPointer(b) else {
            return badOperands(x, y, place)
        }
        var p = x, q = y
        if types.isPointer(a) && types.isPointer(b) {
            let s = types.base(a), t = types.base(b)
            let isVoid = types.kind(s) == .void || types.kind(t) == .void
            if !isVoid && !types.compatibleUnqualified(s, t) && !isNullPointerConstant(x) && !isNullPointerConstant(y) {
                warn(.incompatiblePointers, place, "comparison of distinct pointer types (\(describe(a)) and \(describe(b)))")
            }
        } else if types.isPointer(a) {
            if !isNullPointerConstant(y) { warn(.intConversion, place, "comparison between pointer and integer (\(describe(a)) and \(describe(b)))") }
            q = convert(y, to: a)
        } else {
            if !isNullPointerConstant(x) { warn(.intConversion, place, "comparison between pointer and integer (\(describe(a)) and \(describe(b)))") }
            p = convert(x, to: b)
        }
        if tree[p].kind == .decay || tree[q].kind == .decay { warnStringComparison(p, q, place) }
        return make(.binary, place, type: .int, a: p, b: q, detail: op.rawValue)
    }

    private func warnStringComparison(_ x: NodeID, _ y: NodeID, _ place: SourceLocation) {
        for node in [x, y] where tree[node].kind == .decay && tree[tree[node].a].kind == .string {
            warn(.stringCompare, place, "result of comparison against a string literal is unspecified")
            return
        }
    }

    private func warnSignComparison(_ op: BinaryOperator, _ x: NodeID, _ y: NodeID, _ common: TypeID, _ place: SourceLocation) {
        guard types.isInteger(common), types.isUnsigned(common) else { return }
        let a = type(x), b = type(y)
        for (signed, unsigned) in [(x, y), (y, x)] {
            guard !types.isUnsigned(promotedType(signed)), types.isUnsigned(promotedType(unsigned)) else { continue }
            if isNeverNegative(signed) { continue }
            if types.size(type(unsigned)) < types.size(type(signed)) { continue }
            warn(.signCompare, place, "comparison of integers of different signs: \(describe(a)) and \(describe(b))")
        }
    }

    /// What is not negative means the same as an unsigned number: constants, what came from a narrower unsigned
    /// type, truth values.
    private func isNeverNegative(_ node: NodeID) -> Bool {
        let current = tree[node]
        switch current.kind {
        case .integer: return current.value >= 0
        case .not, .logicalAnd, .logicalOr: return true
        case .cast: return types.isUnsigned(type(current.a)) && types.size(type(current.a)) < types.size(type(node))
        case .conditional: return isNeverNegative(current.b) && isNeverNegative(current.c)
        case .binary:
            guard let op = BinaryOperator(rawValue: current.detail) else { return false }
            if op.isComparison { return true }
            return op == .and && (isNeverNegative(current.a) || isNeverNegative(current.b))
        default: return types.isUnsigned(type(node)) && types.size(type(node)) < types.size(.int)
        }
    }

    private mutating func makeLogical(isAnd: Bool, _ x: NodeID, _ y: NodeID, _ place: SourceLocation) -> NodeID {
        let p = condition(x), q = condition(y)
        if type(p) == .invalid || type(q) == .invalid { return invalid(place) }
        if !isAnd {
            for node in [x, y] where tree[node].kind == .logicalAnd && !tree[node].flags.contains(.parenthesized) {
                warn(.parentheses, tree[node].location, "'&&' within '||'")
            }
        }
        if tree[p].kind == .integer {
            let isTrue = tree[p].value != 0
            if isTrue != isAnd { return foldedInteger(isTrue ? 1 : 0, .int, place, tree[p].flags.intersection(tree[q].flags)) }
            if tree[q].kind == .integer {
                return foldedInteger(tree[q].value != 0 ? 1 : 0, .int, place, tree[p].flags.intersection(tree[q].flags))
            }
        }
        return make(isAnd ? .logicalAnd : .logicalOr, place, type: .int, a: p, b: q)
    }
}
