import P1Backend
import Support

/// Functions of the C library that are a few instructions, or a constant, where they are called by their names. A program's
/// own function of such a name, or one of another type, is called like any other.
struct LibraryCalls {
    enum Operation: String, CaseIterable {
        case sqrt, fabs, copysign, fmin, fmax, floor, ceil, trunc, rint, nearbyint
        case abs, labs, llabs
        case strlen, strcmp, strncmp, memcmp
        case memcpy, memmove, memset
    }

    struct Entry {
        let operation: Operation
        /// Of the result and of all arguments; of those of strings, the result's; of those of memory, a pointer's.
        let type: TypeID
    }

    private var entries: [Entry] = []
    /// By name: number in `entries` + 1.
    private var numberOf: [UInt8] = []

    /// `excluded`: -fno-builtin-NAME.
    init(_ names: NameTable, isExt: Bool, excluded: [String]) {
        for operation in Operation.allCases {
            let name = operation.rawValue
            switch operation {
            case .abs: add(name, names, Entry(operation: operation, type: .int), excluded)
            case .labs: add(name, names, Entry(operation: operation, type: .long), excluded)
            case .llabs: add(name, names, Entry(operation: operation, type: .longLong), excluded)
            case .strlen: add(name, names, Entry(operation: operation, type: .unsignedLong), excluded)
            case .strcmp, .strncmp, .memcmp: add(name, names, Entry(operation: operation, type: .int), excluded)
            case .memcpy, .memmove, .memset:
                if isExt { add(name, names, Entry(operation: operation, type: .void), excluded) }
            default:
                guard isExt else { continue }
                add(name, names, Entry(operation: operation, type: .double), excluded)
                add(name + "f", names, Entry(operation: operation, type: .float), excluded)
                add(name + "l", names, Entry(operation: operation, type: .longDouble), excluded)
            }
        }
    }

    private mutating func add(_ text: String, _ names: NameTable, _ entry: Entry, _ excluded: [String]) {
        if excluded.contains(text) { return }
        let name = Int(names.intern(text))
        while numberOf.count <= name { numberOf.append(0) }
        entries.append(entry)
        numberOf[name] = UInt8(entries.count)
    }

    @inline(__always)
    func find(_ name: Name) -> Entry? {
        guard name >= 0, Int(name) < numberOf.count, numberOf[Int(name)] > 0 else { return nil }
        return entries[Int(numberOf[Int(name)]) - 1]
    }
}

extension Lowering {
    /// The value of a call of a library function that needs none; nil for every other call.
    mutating func lowerLibraryCall(_ node: Node, _ id: SymbolID) -> IRValue? {
        guard let entry = libraryCalls?.find(parser.scopes[id].name) else { return nil }
        let entity = parser.scopes[id].entity
        let symbol = parser.scopes[entity != .none ? entity : id]
        guard symbol.linkage == .extern, symbol.label < 0, symbol.flags.isDisjoint(with: [.defined, .weak]), isDeclared(entry, symbol.type) else { return nil }
        func argument(_ index: Int32) -> NodeID { parser.tree.lists[node.b.raw + index] }
        let type = irType(entry.type)
        switch entry.operation {
        case .sqrt: return squareRoot(value(argument(0)), unitSymbol(id))
        case .fabs: return f.unary(.fabs, value(argument(0)))
        case .copysign:
            let size = value(argument(0))
            return withSign(of: value(argument(1)), size)
        case .fmin, .fmax:
            let x = value(argument(0))
            return extremum(x, value(argument(1)), isLeast: entry.operation == .fmin)
        case .floor, .ceil:
            return rounded(value(argument(0))) { f, x in
                let whole = f.convert(.fromSigned, f.convert(.toSigned, x, .i64), type)
                // Cutting off went the wrong way by one, or not.
                let isOff = entry.operation == .floor ? f.fcmp(.lt, x, whole) : f.fcmp(.lt, whole, x)
                let correction = f.convert(.fromSigned, f.sext32(isOff), type)
                return f.binary(entry.operation == .floor ? .fsub : .fadd, whole, correction)
            }
        case .trunc:
            return rounded(value(argument(0))) { f, x in f.convert(.fromSigned, f.convert(.toSigned, x, .i64), type) }
        case .rint, .nearbyint:
            // Where the last bit is worth 1, an addition rounds to nearest, halves to even.
            return rounded(value(argument(0))) { f, x in
                let limit = Lowering.firstWhole(type)
                let sum = f.binary(.fadd, f.unary(.fabs, x), f.fconst(limit, type))
                return f.binary(.fsub, sum, f.fconst(limit, type))
            }
        case .abs, .labs, .llabs:
            let x = value(argument(0))
            let sign = f.binary(.shrs, x, f.const(type == .i32 ? 31 : 63, .i32))
            return f.binary(.sub, f.binary(.xor, x, sign), sign)
        case .strlen:
            guard let text = literal(argument(0)) else { return nil }
            return f.const(Int64(text.firstIndex(of: 0)!), type)
        case .strcmp, .strncmp, .memcmp:
            guard let first = literal(argument(0)), let second = literal(argument(1)) else { return nil }
            var count = Int64.max
            if entry.operation != .strcmp {
                guard parser.tree[argument(2)].kind == .integer else { return nil }
                count = parser.tree[argument(2)].value
            }
            return compareLiterals(first, second, count, stopsAtZero: entry.operation != .memcmp).map { f.const($0, .i32) }
        case .memcpy, .memmove, .memset:
            let size = parser.tree[argument(2)]
            guard size.kind == .integer, isSmall(size.value, entry.operation) else { return nil }
            let target = value(argument(0)), other = value(argument(1))
            if size.value == 0 { return target }
            if entry.operation == .memset { f.fill(target, byte: other, size: size.value) } else { f.copy(to: target, from: other, size: size.value) }
            return target
        }
    }

    /// Whether the function has the type that the library gives it.
    private func isDeclared(_ entry: LibraryCalls.Entry, _ function: TypeID) -> Bool {
        let type = parser.types[function]
        guard type.kind == .function, type.isPrototype, !type.isVariadic else { return false }
        guard entry.type == .void ? parser.types.isPointer(type.base) : type.base.unqualified == entry.type else { return false }
        let parameters = (0..<type.length).map { parser.types.parameter(function, $0).unqualified }
        switch entry.operation {
        case .strlen: return parameters.count == 1 && parser.types.isPointer(parameters[0])
        case .strcmp: return parameters.count == 2 && parameters.allSatisfy { parser.types.isPointer($0) }
        case .strncmp, .memcmp:
            return parameters.count == 3 && parameters[..<2].allSatisfy { parser.types.isPointer($0) } && parameters[2] == .unsignedLong
        case .memcpy, .memmove:
            return parameters.count == 3 && parameters[..<2].allSatisfy { parser.types.isPointer($0) } && parameters[2] == .unsignedLong
        case .memset: return parameters.count == 3 && parser.types.isPointer(parameters[0]) && parameters[1...] == [.int, .unsignedLong]
        case .copysign, .fmin, .fmax: return parameters == [entry.type, entry.type]
        default: return parameters == [entry.type]
        }
    }

    /// Whether an area is loads and stores, which later steps understand. Where areas overlap that takes a single one.
    private func isSmall(_ size: Int64, _ operation: LibraryCalls.Operation) -> Bool {
        operation == .memmove ? [0, 1, 2, 4, 8].contains(size) : size >= 0 && size <= ExpandMemory.limit
    }

    // MARK: Numbers

    /// The first number from which on all are whole: their last bit is worth 1.
    private static func firstWhole(_ type: IRType) -> Double { type == .f32 ? 0x1p23 : 0x1p52 }

    /// The library is called for its errno where the argument is negative, unless -fno-math-errno.
    private mutating func squareRoot(_ x: IRValue, _ function: IRSymbol) -> IRValue {
        let type = f[x].type
        let root = f.unary(.fsqrt, x)
        if !options.setsErrno { return root }
        let negative = f.newBlock(), end = f.newBlock()
        f.condbr(f.fcmp(.lt, x, f.fconst(0, type)), negative, end, .unlikely)
        f.current = negative
        f.call(function, [x], type)
        f.br(end)
        f.current = end
        return root
    }

    /// What `body` makes of a number that may have a fraction, with its sign (0.3 and -0.3 become 0 and -0); others as
    /// they are, infinities and NaN among them.
    private mutating func rounded(_ x: IRValue, _ body: (inout IRFunction, IRValue) -> IRValue) -> IRValue {
        let type = f[x].type
        let fraction = f.newBlock(), end = f.newBlock()
        let from = f.current
        f.condbr(f.fcmp(.lt, f.unary(.fabs, x), f.fconst(Lowering.firstWhole(type), type)), fraction, end)
        f.current = fraction
        let result = withSign(of: x, body(&f, x))
        f.br(end)
        f.current = end
        return f.phi(type, in: end, [IRIncoming(from: from, value: x), IRIncoming(from: fraction, value: result)])
    }

    mutating func withSign(of sign: IRValue, _ x: IRValue) -> IRValue {
        let type = f[x].type
        let bits: IRType = type == .f32 ? .i32 : .i64
        let mask = f.const(type == .f32 ? Int64(Int32.min) : Int64.min, bits)
        let size = f.convert(.bits, f.unary(.fabs, x), bits)
        return f.convert(.fromBits, f.binary(.or, size, f.binary(.and, f.convert(.bits, sign, bits), mask)), type)
    }

    /// The smaller or larger number; of a number and NaN the number, and -0 is less than 0.
    private mutating func extremum(_ x: IRValue, _ y: IRValue, isLeast: Bool) -> IRValue {
        let type = f[x].type
        let bits: IRType = type == .f32 ? .i32 : .i64
        let notFirst = f.newBlock(), notSecond = f.newBlock(), equal = f.newBlock(), unordered = f.newBlock(), end = f.newBlock()
        let from = f.current
        f.condbr(isLeast ? f.fcmp(.lt, x, y) : f.fcmp(.lt, y, x), end, notFirst)
        f.current = notFirst
        f.condbr(isLeast ? f.fcmp(.lt, y, x) : f.fcmp(.lt, x, y), end, notSecond)
        f.current = notSecond
        f.condbr(f.fcmp(.eq, x, y), equal, unordered)
        f.current = equal
        // The same bits, but for the sign of zeros.
        let both = f.binary(isLeast ? .or : .and, f.convert(.bits, x, bits), f.convert(.bits, y, bits))
        let same = f.convert(.fromBits, both, type)
        f.br(end)
        f.current = unordered
        let isFirstNumber = f.newBlock()
        f.condbr(f.fcmp(.ne, x, x), end, isFirstNumber)
        f.current = isFirstNumber
        f.br(end)
        f.current = end
        return f.phi(type, in: end, [IRIncoming(from: from, value: x), IRIncoming(from: notFirst, value: y), IRIncoming(from: equal, value: same), IRIncoming(from: unordered, value: y), IRIncoming(from: isFirstNumber, value: x)])
    }

    // MARK: Strings

    /// The bytes of a string literal, with its NUL.
    private func literal(_ id: NodeID) -> [UInt8]? {
        var node = parser.tree[id]
        while node.kind == .cast && parser.types.isPointer(node.type) && parser.types.isPointer(parser.type(node.a)) { node = parser.tree[node.a] }
        guard node.kind == .decay, parser.tree[node.a].kind == .string else { return nil }
        let index = Int(parser.tree[node.a].number)
        guard parser.strings[index].encoding.elementSize == 1 else { return nil }
        return Array(parser.strings.content(index)) + [0]
    }

    /// -1, 0 or 1; nil where bytes behind the literals would count.
    private func compareLiterals(_ first: [UInt8], _ second: [UInt8], _ count: Int64, stopsAtZero: Bool) -> Int64? {
        var at = 0
        while at < count {
            guard at < first.count, at < second.count else { return nil }
            if first[at] != second[at] { return first[at] < second[at] ? -1 : 1 }
            if stopsAtZero && first[at] == 0 { return 0 }
            at += 1
        }
        return 0
    }
}
