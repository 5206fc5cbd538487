/// GNU C's built-in functions. Those that need no code of their own are folded here; the others become
/// nodes for the lowering.
enum Builtin: UInt8, Sendable {
    case expect, constantP, unreachable, trap, barrier, prefetch, assumeAligned, assume, objectSize
    case clz, clzl, ctz, ctzl, popcount, popcountl, parity, parityl, ffs, ffsl, clrsb, clrsbl
    case swap16, swap32, swap64
    case addOverflow, subOverflow, mulOverflow
    case addOverflowP, subOverflowP, mulOverflowP
    case alloca, frameAddress, returnAddress
    case vaStart, vaEnd, vaCopy
    case huge, hugef, nan, nanf
    case isNaN, isInf, isFinite, signBit, isNormal, isInfSign
    case isGreater, isGreaterEqual, isLess, isLessEqual, isLessGreater, isUnordered
    case fabs, fabsf, copysign, copysignf, sqrt, sqrtf
    case file, line, functionName, classifyType
    /// The operation is the node's value.
    case atomic
}

extension Parser {
    func builtinFunction(named text: String) -> Builtin? {
        if text.hasPrefix("__builtin_") { return Parser.builtins[String(text.dropFirst(10))] }
        return AtomicFunction.named(text) == nil ? nil : .atomic
    }

    static let builtins: [String: Builtin] = [
        "expect": .expect, "expect_with_probability": .expect, "constant_p": .constantP, "unreachable": .unreachable, "trap": .trap,
        "prefetch": .prefetch, "assume_aligned": .assumeAligned, "assume": .assume, "object_size": .objectSize,
        "dynamic_object_size": .objectSize,
        "clz": .clz, "clzl": .clzl, "clzll": .clzl, "ctz": .ctz, "ctzl": .ctzl, "ctzll": .ctzl, "popcount": .popcount,
        "popcountl": .popcountl, "popcountll": .popcountl, "parity": .parity, "parityl": .parityl, "parityll": .parityl,
        "ffs": .ffs, "ffsl": .ffsl, "ffsll": .ffsl, "clrsb": .clrsb, "clrsbl": .clrsbl, "clrsbll": .clrsbl,
        "bswap16": .swap16, "bswap32": .swap32, "bswap64": .swap64,
        "add_overflow": .addOverflow, "sub_overflow": .subOverflow, "mul_overflow": .mulOverflow,
        "sadd_overflow": .addOverflow, "ssub_overflow": .subOverflow, "smul_overflow": .mulOverflow,
        "saddl_overflow": .addOverflow, "ssubl_overflow": .subOverflow, "smull_overflow": .mulOverflow,
        "saddll_overflow": .addOverflow, "ssubll_overflow": .subOverflow, "smulll_overflow": .mulOverflow,
        "uadd_overflow": .addOverflow, "usub_overflow": .subOverflow, "umul_overflow": .mulOverflow,
        "uaddl_overflow": .addOverflow, "usubl_overflow": .subOverflow, "umull_overflow": .mulOverflow,
        "uaddll_overflow": .addOverflow, "usubll_overflow": .subOverflow, "umulll_overflow": .mulOverflow,
        "add_overflow_p": .addOverflowP, "sub_overflow_p": .subOverflowP, "mul_overflow_p": .mulOverflowP,
        "alloca": .alloca, "alloca_with_align": .alloca, "frame_address": .frameAddress, "return_address": .returnAddress,
        "va_start": .vaStart, "va_end": .vaEnd, "va_copy": .vaCopy,
        "huge_val": .huge, "huge_valf": .hugef, "huge_vall": .huge, "inf": .huge, "inff": .hugef, "infl": .huge,
        "nan": .nan, "nanf": .nanf, "nanl": .nan,
        "isnan": .isNaN, "isinf": .isInf, "isfinite": .isFinite, "finite": .isFinite, "signbit": .signBit, "signbitf": .signBit, "signbitl": .signBit,
        "isnanf": .isNaN, "isnanl": .isNaN, "isinff": .isInf, "isinfl": .isInf, "finitef": .isFinite, "finitel": .isFinite,
        "isnormal": .isNormal, "isinf_sign": .isInfSign, "extract_return_addr": .assumeAligned,
        "isgreater": .isGreater, "isgreaterequal": .isGreaterEqual, "isless": .isLess, "islessequal": .isLessEqual,
        "islessgreater": .isLessGreater, "isunordered": .isUnordered,
        "fabs": .fabs, "fabsf": .fabsf, "fabsl": .fabs, "copysign": .copysign, "copysignf": .copysignf, "copysignl": .copysign,
        "ieee_sqrt": .sqrt, "ieee_sqrtf": .sqrtf,
        "FILE": .file, "LINE": .line, "FUNCTION": .functionName, "classify_type": .classifyType,
    ]

    mutating func parseBuiltin(_ builtin: Builtin, _ text: String, _ place: SourceLocation) -> NodeID {
        let opened = location
        guard expect(.leftParen, "after a built-in function"), descend() else { return invalid(place) }
        defer { depth -= 1 }
        let mark = stack.count
        if builtin == .constantP { unevaluated += 1 }
        if kind != .rightParen {
            repeat {
                let node = parseAssignment()
                stack.append(node)
            } while accept(.comma)
        }
        if builtin == .constantP { unevaluated -= 1 }
        expectClosing(.rightParen, opened: opened)
        let count = stack.count - mark
        defer { if stack.count > mark { stack.removeLast(stack.count - mark) } }
        guard checkCount(builtin, count, text, place) else { return invalid(place) }
        for index in mark..<stack.count where type(stack[index]) == .invalid { return invalid(place) }
        return makeBuiltin(builtin, mark, text, place)
    }

    private func checkCount(_ builtin: Builtin, _ count: Int, _ text: String, _ place: SourceLocation) -> Bool {
        let allowed: ClosedRange<Int>
        switch builtin {
        case .unreachable, .trap, .huge, .hugef, .file, .line, .functionName: allowed = 0...0
        case .expect: allowed = 2...3
        case .prefetch: allowed = 1...3
        case .assumeAligned: allowed = 1...3
        case .objectSize, .vaCopy, .isGreater, .isGreaterEqual, .isLess, .isLessEqual, .isLessGreater, .isUnordered, .copysign,
             .copysignf: allowed = 2...2
        case .addOverflow, .subOverflow, .mulOverflow, .addOverflowP, .subOverflowP, .mulOverflowP: allowed = 3...3
        case .alloca, .vaStart: allowed = 1...2
        // Each has a count of its own.
        case .atomic: return true
        default: allowed = 1...1
        }
        if allowed.contains(count) { return true }
        error(place, "'\(text)' takes \(allowed.lowerBound == allowed.upperBound ? "\(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)") arguments, not \(count)")
        return false
    }

    private mutating func makeBuiltin(_ builtin: Builtin, _ mark: Int, _ text: String, _ place: SourceLocation) -> NodeID {
        switch builtin {
        case .expect:
            let value = convertForAssignment(stack[mark], to: .long, .passing(0, .none), place)
            let expected = rvalue(stack[mark + 1])
            if tree[value].kind == .integer { return value }
            stack[mark] = value
            stack[mark + 1] = expected
            if stack.count > mark + 2 { stack.removeLast() }
            return finishBuiltin(builtin, .long, mark, place)
        case .constantP:
            // What the optimiser would find out later counts as not constant.
            let node = rvalue(stack[mark])
            let isString = tree[node].kind == .decay && tree[tree[node].a].kind == .string
            return makeInteger(tree[node].kind == .integer || tree[node].kind == .floating || isString ? 1 : 0, .int, place)
        case .atomic: return makeAtomic(text, mark, place)
        case .unreachable, .trap, .barrier, .vaEnd:
            return finishBuiltin(builtin, .void, mark, place)
        case .prefetch, .assume:
            return make(.cast, place, type: .void, a: rvalue(stack[mark]), flags: .explicitCast)
        case .assumeAligned:
            return make(.cast, place, type: types.pointer(to: .void), a: rvalue(stack[mark]))
        case .objectSize:
            let wantsMaximum = tree[stack[mark + 1]].kind != .integer || tree[stack[mark + 1]].value < 2
            return makeInteger(wantsMaximum ? -1 : 0, .unsignedLong, place)
        case .clz, .ctz, .popcount, .parity, .ffs, .clrsb:
            return makeBitCount(builtin, .unsignedInt, mark, place)
        case .clzl, .ctzl, .popcountl, .parityl, .ffsl, .clrsbl:
            return makeBitCount(builtin, .unsignedLong, mark, place)
        case .swap16: return makeSwap(builtin, .unsignedShort, mark, place)
        case .swap32: return makeSwap(builtin, .unsignedInt, mark, place)
        case .swap64: return makeSwap(builtin, .unsignedLong, mark, place)
        case .addOverflow, .subOverflow, .mulOverflow, .addOverflowP, .subOverflowP, .mulOverflowP:
            return makeOverflow(builtin, mark, text, place)
        case .alloca:
            stack[mark] = convertForAssignment(stack[mark], to: .unsignedLong, .passing(0, .none), place)
            if stack.count > mark + 1 { stack.removeLast() }
            return finishBuiltin(builtin, types.pointer(to: .void), mark, place)
        case .frameAddress, .returnAddress:
            let level = stack[mark]
            if tree[level].kind != .integer {
                error(place, "argument of '\(text)' must be a constant")
                return invalid(place)
            }
            // Only the own frame can be found; outer ones read as null.
            if builtin == .returnAddress || tree[level].value != 0 {
                return make(.cast, place, type: types.pointer(to: .void), a: makeInteger(0, .long, place))
            }
            return finishBuiltin(builtin, types.pointer(to: .void), mark, place)
        case .vaStart:
            if !types[function.type].isVariadic {
                error(place, "'va_start' used in a function with fixed arguments")
                return invalid(place)
            }
            guard checkModifiable(stack[mark], place) else { return invalid(place) }
            while stack.count > mark + 1 { stack.removeLast() }
            return finishBuiltin(builtin, .void, mark, place)
        case .vaCopy:
            return make(.cast, place, type: .void, a: makeAssignment(stack[mark], stack[mark + 1], place), flags: .explicitCast)
        case .huge: return makeFloating(.infinity, .double, place)
        case .hugef: return makeFloating(.infinity, .float, place)
        case .nan: return makeFloating(.nan, .double, place)
        case .nanf: return makeFloating(.nan, .float, place)
        case .isNaN, .isInf, .isFinite, .signBit, .isNormal, .isInfSign:
            guard types.isFloating(type(stack[mark])) else {
                stack[mark] = convert(stack[mark], to: .double)
                return finishBuiltin(builtin, .int, mark, place)
            }
            return finishBuiltin(builtin, .int, mark, place)
        case .isGreater, .isGreaterEqual, .isLess, .isLessEqual, .isLessGreater, .isUnordered:
            let common = types.common(type(stack[mark]), type(stack[mark + 1]))
            let goal = types.isFloating(common) ? common : .double
            stack[mark] = convert(stack[mark], to: goal)
            stack[mark + 1] = convert(stack[mark + 1], to: goal)
            return finishBuiltin(builtin, .int, mark, place)
        case .fabs, .copysign, .sqrt, .fabsf, .copysignf, .sqrtf:
            let type: TypeID = builtin == .fabsf || builtin == .copysignf || builtin == .sqrtf ? .float : .double
            for index in mark..<stack.count { stack[index] = convertForAssignment(stack[index], to: type, .passing(0, .none), place) }
            if builtin == .fabs || builtin == .fabsf, tree[stack[mark]].kind == .floating {
                let value = Double(bitPattern: UInt64(bitPattern: tree[stack[mark]].value))
                return makeFloating(value.magnitude, type, place)
            }
            return finishBuiltin(builtin, type, mark, place)
        case .file:
            let position = diagnostics.sources.position(place)
            return makeText(Array(position.file.utf8), place)
        case .line:
            return makeInteger(Int64(diagnostics.sources.position(place).line), .int, place)
        case .functionName:
            return makeText(function.isOpen ? Array(names.bytes(scopes[function.symbol].name)) : [], place)
        case .classifyType:
            let type = self.type(rvalue(stack[mark]))
            return makeInteger(types.isInteger(type) ? 1 : types.isPointer(type) ? 5 : types.isFloating(type) ? 8 : 12, .int, place)
        }
    }

    private mutating func finishBuiltin(_ builtin: Builtin, _ type: TypeID, _ mark: Int, _ place: SourceLocation) -> NodeID {
        for index in mark..<stack.count where builtin != .vaStart { stack[index] = rvalue(stack[index]) }
        let (start, count) = tree.list(from: &stack, mark: mark)
        return make(.builtin, place, type: type, b: NodeID(raw: start), c: NodeID(raw: count), detail: builtin.rawValue)
    }

    private mutating func makeFloating(_ value: Double, _ type: TypeID, _ place: SourceLocation) -> NodeID {
        make(.floating, place, type: type, value: Int64(bitPattern: value.bitPattern))
    }

    private mutating func makeBitCount(_ builtin: Builtin, _ type: TypeID, _ mark: Int, _ place: SourceLocation) -> NodeID {
        let value = convertForAssignment(stack[mark], to: type, .passing(0, .none), place)
        stack[mark] = value
        guard tree[value].kind == .integer else { return finishBuiltin(builtin, .int, mark, place) }
        let bits = UInt64(bitPattern: tree[value].value)
        let width = type == .unsignedInt ? 32 : 64
        let narrow = width == 32 ? bits & 0xFFFF_FFFF : bits
        let result: Int
        switch builtin {
        case .clz, .clzl: result = narrow == 0 ? width : narrow.leadingZeroBitCount - (64 - width)
        case .ctz, .ctzl: result = narrow == 0 ? width : narrow.trailingZeroBitCount
        case .popcount, .popcountl: result = narrow.nonzeroBitCount
        case .parity, .parityl: result = narrow.nonzeroBitCount & 1
        case .ffs, .ffsl: result = narrow == 0 ? 0 : narrow.trailingZeroBitCount + 1
        default:
            let signed = width == 32 ? Int64(Int32(truncatingIfNeeded: narrow)) : Int64(bitPattern: narrow)
            let folded = UInt64(bitPattern: signed < 0 ? ~signed : signed)
            result = folded.leadingZeroBitCount - (64 - width) - 1
        }
        return makeInteger(Int64(result), .int, place)
    }

    private mutating func makeSwap(_ builtin: Builtin, _ type: TypeID, _ mark: Int, _ place: SourceLocation) -> NodeID {
        let value = convertForAssignment(stack[mark], to: type, .passing(0, .none), place)
        stack[mark] = value
        guard tree[value].kind == .integer else { return finishBuiltin(builtin, type, mark, place) }
        let bits = UInt64(bitPattern: tree[value].value)
        let swapped = bits.byteSwapped >> UInt64(64 - types.size(type) * 8)
        return makeInteger(types.canonical(Int64(bitPattern: swapped), type), type, place)
    }

    private mutating func makeOverflow(_ builtin: Builtin, _ mark: Int, _ text: String, _ place: SourceLocation) -> NodeID {
        let isPredicate = builtin.rawValue >= Builtin.addOverflowP.rawValue
        for index in 0..<2 where !types.isInteger(type(stack[mark + index])) {
            error(place, "operand of '\(text)' is no integer (\(describe(type(stack[mark + index]))))")
            return invalid(place)
        }
        let last = rvalue(stack[mark + 2])
        if isPredicate {
            guard types.isInteger(type(last)) else { return invalid(place) }
            if knownInteger(last) != nil, let overflows = knownOverflow(builtin, stack[mark], stack[mark + 1], type(last)) {
                return makeInteger(overflows ? 1 : 0, .bool, place)
            }
        } else {
            guard types.isPointer(type(last)), types.isInteger(types.base(type(last))) else {
                error(place, "result of '\(text)' must be a pointer to an integer (\(describe(type(last))) invalid)")
                return invalid(place)
            }
        }
        return finishBuiltin(builtin, .bool, mark, place)
    }

    /// Whether the exact result of constant operands leaves a type; nil where they are no constants.
    private func knownOverflow(_ builtin: Builtin, _ first: NodeID, _ second: NodeID, _ goal: TypeID) -> Bool? {
        guard let a = exactInteger(first), let b = exactInteger(second) else { return nil }
        let result: (value: Int128, overflow: Bool)
        switch builtin {
        case .addOverflowP: result = (a + b, false)
        case .subOverflowP: result = (a - b, false)
        default:
            let product = a.multipliedReportingOverflow(by: b)
            result = (product.partialValue, product.overflow)
        }
        let bits = goal == .bool ? 1 : types.size(goal) * 8
        let least: Int128 = types.isUnsigned(goal) || goal == .bool ? 0 : -(1 << (Int128(bits) - 1))
        return result.overflow || result.value < least || result.value >= least + (1 << Int128(bits))
    }

    private func exactInteger(_ node: NodeID) -> Int128? {
        guard let value = knownInteger(node) else { return nil }
        return types.isUnsigned(type(node)) ? Int128(UInt64(bitPattern: value)) : Int128(value)
    }

    // MARK: Built-ins with types as arguments

    mutating func parseBuiltinKeyword() -> NodeID {
        let place = location
        let keyword = kind
        advance()
        let opened = location
        guard expect(.leftParen, "after a built-in function"), descend() else { return invalid(place) }
        defer { depth -= 1 }
        switch keyword {
        case .kwBuiltinVaArg:
            let list = parseAssignment()
            expect(.comma, "after the va_list")
            let type = parseTypeName()
            expectClosing(.rightParen, opened: opened)
            return makeVaArg(list, type, place)
        case .kwBuiltinTypesCompatible:
            let a = parseTypeName()
            expect(.comma, "between the types")
            let b = parseTypeName()
            expectClosing(.rightParen, opened: opened)
            return makeInteger(types.compatibleUnqualified(a, b) ? 1 : 0, .int, place)
        case .kwBuiltinChooseExpr:
            let test = parseConstantExpression("condition of __builtin_choose_expr") ?? 0
            expect(.comma, "after the condition")
            if test == 0 { unevaluated += 1 }
            let then = parseAssignment()
            if test == 0 { unevaluated -= 1 }
            expect(.comma, "between the expressions")
            if test != 0 { unevaluated += 1 }
            let otherwise = parseAssignment()
            if test != 0 { unevaluated -= 1 }
            expectClosing(.rightParen, opened: opened)
            return test != 0 ? then : otherwise
        default:
            return parseOffsetof(opened, place)
        }
    }

    private mutating func makeVaArg(_ list: NodeID, _ type: TypeID, _ place: SourceLocation) -> NodeID {
        let listType = self.type(list)
        if listType == .invalid || type == .invalid { return invalid(place) }
        guard types.isPointer(listType), tree[list].flags.contains(.lvalue) else {
            error(place, "first argument of 'va_arg' is no va_list (\(describe(listType)) invalid)")
            return invalid(place)
        }
        guard types.isComplete(type), !types.isArray(type) else {
            error(place, "'va_arg' cannot read an object of type \(describe(type))")
            return invalid(place)
        }
        if types.isArithmetic(type), types.defaultPromoted(type) != type.unqualified, types.kind(type) != .enumeration {
            warn(.format, place, "\(describe(type)) is promoted to \(describe(types.defaultPromoted(type))) when passed through '...'")
        }
        return make(.vaArg, place, type: type.unqualified, a: list)
    }

    private mutating func parseOffsetof(_ opened: SourceLocation, _ place: SourceLocation) -> NodeID {
        let record = parseTypeName()
        expect(.comma, "after the type")
        // Walks down from an object at address 0; indices that are no constants are added at run time.
        let pointer = make(.cast, place, type: types.pointer(to: record), a: makeInteger(0, .long, place))
        var node = makeDereference(pointer, place)
        var isFirst = true
        while kind != .rightParen {
            if isFirst || kind == .dot {
                if !isFirst { advance() }
                guard kind == .identifier else {
                    syntaxError("expected the name of a member, not \(describeToken())")
                    break
                }
                let name = token.name
                let namePlace = location
                advance()
                node = makeMember(node, name, isArrow: false, namePlace, operatorPlace: namePlace)
            } else if kind == .leftBracket {
                let bracket = location
                advance()
                let index = parseExpression()
                expectClosing(.rightBracket, opened: bracket)
                node = makeSubscript(node, index, bracket)
            } else {
                break
            }
            isFirst = false
        }
        expectClosing(.rightParen, opened: opened)
        if type(node) == .invalid { return node }
        if bitFieldWidth(node) != nil {
            error(place, "cannot compute the offset of a bit-field")
            return invalid(place)
        }
        let address = makeAddress(node, place)
        if let value = evaluate(address), case .integer(let offset) = value { return makeInteger(offset, .unsignedLong, place) }
        return convert(address, to: .unsignedLong)
    }
}
