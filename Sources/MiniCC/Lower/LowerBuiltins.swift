import P1Backend

/// GNU C's built-in functions in terms of P1's few operations.
extension Lowering {
    mutating func lowerBuiltin(_ node: Node) -> IRValue {
        guard let builtin = Builtin(rawValue: node.detail) else { return .none }
        func argument(_ index: Int32) -> NodeID { parser.tree.lists[node.b.raw + index] }
        switch builtin {
        case .expect: return value(argument(0))
        case .unreachable:
            f.unreachable()
            endBlock()
            return .none
        case .trap:
            f.trap()
            endBlock()
            return .none
        case .barrier:
            f.barrier()
            return .none
        case .atomic: return lowerAtomic(node)
        case .clz, .clzl:
            let wide = widened(argument(0), builtin == .clz)
            let count = f.trunc(leadingZeros(wide))
            return builtin == .clz ? f.binary(.sub, count, f.const(32, .i32)) : count
        case .ctz, .ctzl: return f.trunc(trailingZeros(widened(argument(0), builtin == .ctz)))
        case .popcount, .popcountl: return f.trunc(populationCount(widened(argument(0), builtin == .popcount)))
        case .parity, .parityl:
            let count = populationCount(widened(argument(0), builtin == .parity))
            return f.binary(.and, f.trunc(count), f.const(1, .i32))
        case .ffs, .ffsl:
            let wide = widened(argument(0), builtin == .ffs)
            let position = f.binary(.add, f.trunc(trailingZeros(wide)), f.const(1, .i32))
            let isSet = f.icmp(.ne, wide, f.const(0, .i64))
            return f.binary(.and, position, f.unary(.neg, isSet))
        case .clrsb, .clrsbl:
            let operand = value(argument(0))
            let wide = builtin == .clrsb ? f.sext32(operand) : operand
            let folded = f.binary(.xor, wide, f.binary(.shrs, wide, f.const(63, .i32)))
            let count = f.trunc(leadingZeros(folded))
            return f.binary(.sub, count, f.const(builtin == .clrsb ? 33 : 1, .i32))
        case .swap16:
            let x = value(argument(0))
            let high = f.binary(.shl, x, f.const(8, .i32))
            return f.unary(.zext16, f.binary(.or, high, f.binary(.shru, x, f.const(8, .i32))))
        case .swap32:
            let x = f.zext32(value(argument(0)))
            return f.trunc(f.binary(.shru, swapped(x), f.const(32, .i32)))
        case .swap64: return swapped(value(argument(0)))
        case .addOverflow, .subOverflow, .mulOverflow, .addOverflowP, .subOverflowP, .mulOverflowP:
            return lowerOverflow(builtin, argument(0), argument(1), argument(2))
        case .alloca: return f.allocate(value(argument(0)))
        case .frameAddress: return f.frameAddress()
        case .vaStart:
            let list = lvalue(argument(0))
            _ = store(f.load(.i64, .d64, .slot(state.variableArguments)), to: list)
            return .none
        case .vaEnd:
            effect(argument(0))
            return .none
        case .isNaN, .isInf, .isFinite, .isNormal, .isInfSign, .signBit:
            return classify(builtin, argument(0))
        case .isGreater, .isGreaterEqual, .isLess, .isLessEqual, .isLessGreater, .isUnordered:
            let a = value(argument(0))
            let b = value(argument(1))
            switch builtin {
            case .isGreater: return f.fcmp(.lt, b, a)
            case .isGreaterEqual: return f.fcmp(.le, b, a)
            case .isLess: return f.fcmp(.lt, a, b)
            case .isLessEqual: return f.fcmp(.le, a, b)
            case .isLessGreater: return f.binary(.or, f.fcmp(.lt, a, b), f.fcmp(.lt, b, a))
            default: return f.binary(.or, f.fcmp(.ne, a, a), f.fcmp(.ne, b, b))
            }
        case .fabs, .fabsf: return f.unary(.fabs, value(argument(0)))
        case .sqrt, .sqrtf: return f.unary(.fsqrt, value(argument(0)))
        case .copysign, .copysignf:
            let size = value(argument(0))
            return withSign(of: value(argument(1)), size)
        default: return .none
        }
    }

    /// An unsigned operand as 64 bits.
    private mutating func widened(_ id: NodeID, _ isNarrow: Bool) -> IRValue {
        let operand = value(id)
        return isNarrow ? f.zext32(operand) : operand
    }

    /// Bits are summed in pairs, nibbles and bytes; a multiplication adds the bytes.
    private mutating func populationCount(_ x: IRValue) -> IRValue {
        func constant(_ value: UInt64) -> IRValue { f.const(Int64(bitPattern: value), .i64) }
        func shifted(_ value: IRValue, _ count: Int64) -> IRValue { f.binary(.shru, value, f.const(count, .i32)) }
        let pairs = f.binary(.sub, x, f.binary(.and, shifted(x, 1), constant(0x5555_5555_5555_5555)))
        let mask = constant(0x3333_3333_3333_3333)
        let nibbles = f.binary(.add, f.binary(.and, pairs, mask), f.binary(.and, shifted(pairs, 2), mask))
        let bytes = f.binary(.and, f.binary(.add, nibbles, shifted(nibbles, 4)), constant(0x0F0F_0F0F_0F0F_0F0F))
        return shifted(f.binary(.mul, bytes, constant(0x0101_0101_0101_0101)), 56)
    }

    /// All bits below the highest one are set; what is then not set was leading.
    private mutating func leadingZeros(_ x: IRValue) -> IRValue {
        var smeared = x
        for count in [1, 2, 4, 8, 16, 32] as [Int64] {
            smeared = f.binary(.or, smeared, f.binary(.shru, smeared, f.const(count, .i32)))
        }
        return populationCount(f.unary(.not, smeared))
    }

    private mutating func trailingZeros(_ x: IRValue) -> IRValue {
        let below = f.binary(.sub, x, f.const(1, .i64))
        return populationCount(f.binary(.and, f.unary(.not, x), below))
    }

    private mutating func swapped(_ x: IRValue) -> IRValue {
        var result = x
        for (count, mask) in [(8, 0x00FF_00FF_00FF_00FF), (16, 0x0000_FFFF_0000_FFFF)] as [(Int64, Int64)] {
            let pattern = f.const(mask, .i64)
            let up = f.binary(.shl, f.binary(.and, result, pattern), f.const(count, .i32))
            let down = f.binary(.and, f.binary(.shru, result, f.const(count, .i32)), pattern)
            result = f.binary(.or, up, down)
        }
        return f.binary(.or, f.binary(.shl, result, f.const(32, .i32)), f.binary(.shru, result, f.const(32, .i32)))
    }

    /// The exact result in 128 bits, and whether the type asked for can hold it.
    private mutating func lowerOverflow(_ builtin: Builtin, _ first: NodeID, _ second: NodeID, _ third: NodeID) -> IRValue {
        let isPredicate = builtin.rawValue >= Builtin.addOverflowP.rawValue
        let a = word(value(first), parser.type(first))
        let b = word(value(second), parser.type(second))
        let goal = isPredicate ? parser.type(third) : parser.types.base(parser.type(third))
        let place: IRAddress? = isPredicate ? nil : pointer(third)
        if isPredicate { effect(third) }
        let aHigh = upperHalf(a, parser.type(first))
        let bHigh = upperHalf(b, parser.type(second))
        let low: IRValue, high: IRValue
        switch builtin {
        case .addOverflow, .addOverflowP:
            low = f.binary(.add, a, b)
            let carry = f.zext32(f.icmp(.ltu, low, a))
            high = f.binary(.add, f.binary(.add, aHigh, bHigh), carry)
        case .subOverflow, .subOverflowP:
            low = f.binary(.sub, a, b)
            let borrow = f.zext32(f.icmp(.ltu, a, b))
            high = f.binary(.sub, f.binary(.sub, aHigh, bHigh), borrow)
        default:
            low = f.binary(.mul, a, b)
            let cross = f.binary(.add, f.binary(.mul, aHigh, b), f.binary(.mul, a, bHigh))
            high = f.binary(.add, f.binary(.mulhu, a, b), cross)
        }
        let unsigned = parser.types.isUnsigned(goal)
        let isWide = irType(goal) == .i64
        let sign = isWide && unsigned ? f.const(0, .i64) : f.binary(.shrs, low, f.const(63, .i32))
        var overflows = f.icmp(.ne, high, sign)
        var stored = low
        if !isWide {
            stored = narrow(f.trunc(low), to: goal)
            overflows = f.binary(.or, overflows, f.icmp(.ne, word(stored, goal), low))
        }
        if let place { f.store(stored, memory(goal), place) }
        return overflows
    }

    private mutating func upperHalf(_ word: IRValue, _ type: TypeID) -> IRValue {
        parser.types.isUnsigned(type) ? f.const(0, .i64) : f.binary(.shrs, word, f.const(63, .i32))
    }

    private mutating func classify(_ builtin: Builtin, _ id: NodeID) -> IRValue {
        let type = irType(parser.type(id))
        let x = value(id)
        let infinity = f.fconst(Double.infinity, type)
        switch builtin {
        case .isNaN: return f.fcmp(.ne, x, x)
        case .isInf: return f.fcmp(.eq, f.unary(.fabs, x), infinity)
        case .isFinite: return f.fcmp(.lt, f.unary(.fabs, x), infinity)
        case .isNormal:
            let smallest = type == .f32 ? Double(Float.leastNormalMagnitude) : Double.leastNormalMagnitude
            let size = f.unary(.fabs, x)
            return f.binary(.and, f.fcmp(.le, f.fconst(smallest, type), size), f.fcmp(.lt, size, infinity))
        case .isInfSign:
            let minus = f.fcmp(.eq, x, f.fconst(-Double.infinity, type))
            return f.binary(.sub, f.fcmp(.eq, x, infinity), minus)
        default:
            let bits: IRType = type == .f32 ? .i32 : .i64
            let top = f.binary(.shru, f.convert(.bits, x, bits), f.const(type == .f32 ? 31 : 63, .i32))
            return type == .f32 ? top : f.trunc(top)
        }
    }
}
