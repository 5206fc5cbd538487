import Harness

// Expressions without undefined behaviour and without side effects, so that no order of evaluation matters.

struct Expression {
    var text: String
    /// As the operators see it: int or wider.
    var type: Number
}

extension Body {
    // MARK: - Parts of variables

    /// A number in a variable, as something to read or to assign to.
    struct Place {
        var text: String
        var number: Number
        var isBitField = false
    }

    private func place(in variable: Variable) -> Place? {
        switch variable.type {
        case .number(let number): return Place(text: variable.name, number: number)
        case .array(let number, let count): return Place(text: "\(variable.name)[\(index(below: count))]", number: number)
        case .pointer(let number):
            if random.chance(1, in: 3) { return Place(text: "*\(variable.name)", number: number) }
            return Place(text: "\(variable.name)[\(index(below: CType.elements))]", number: number)
        case .record(let record): return field(of: record, variable.name + ".")
        case .recordPointer(let record): return field(of: record, variable.name + "->")
        case .text: return Place(text: "*\(variable.name)", number: .i8)
        case .callback, .table: return nil
        }
    }

    func field(of record: Record, _ start: String) -> Place {
        let field = random.pick(record.fields)
        if field.count > 0 { return Place(text: "\(start)\(field.name)[\(index(below: field.count))]", number: field.number) }
        return Place(text: start + field.name, number: field.number, isBitField: field.bits > 0)
    }

    /// A constant, or something that is known only when the program runs.
    func index(below count: Int) -> String {
        // Not globals: a call in the same statement may change them.
        let known = variables.filter { if $0.isGlobal { false } else if case .number(let number) = $0.type { !number.isReal } else { false } }
        return known.isEmpty || random.chance(1, in: 2) ? "\(random.below(count))" : "\(random.pick(known).name) & \(count - 1)"
    }

    /// Something to read of the wanted kind; nil if luck does not find it.
    func readable(real: Bool) -> Place? {
        for _ in 0..<6 where !variables.isEmpty {
            if let place = place(in: random.pick(variables)), place.number.isReal == real { return place }
        }
        return nil
    }

    /// Something to assign to.
    func assignable() -> Place? {
        for _ in 0..<6 where !variables.isEmpty {
            let at = random.below(variables.count)
            if canWrite(at), let place = place(in: variables[at]) { return place }
        }
        return nil
    }

    // MARK: - Integers

    func integer(_ depth: Int) -> Expression {
        if depth <= 0 || random.chance(1, in: 5) { return integerLeaf() }
        switch random.below(14) {
        case 0...3: return arithmetic(depth)
        case 13: return builtin(depth)
        case 4, 5:
            let (a, b) = (integer(depth - 1), integer(depth - 1))
            return Expression(text: "(\(a.text) \(random.pick(["&", "|", "^"])) \(b.text))", type: .usual(a.type, b.type))
        case 6:
            let (a, b) = (integer(depth - 1), integer(depth - 1))
            let count = "(\(b.text) & \(random.chance(1, in: 2) ? a.type.size * 8 - 1 : 7))"
            if random.chance(1, in: 2) { return Expression(text: "(\(a.text) >> \(count))", type: a.type) }
            return Expression(text: "((\(a.type.unsigned.rawValue))\(a.text) << \(count))", type: a.type.unsigned)
        case 7:
            let (a, b) = (integer(depth - 1), integer(depth - 1))
            let divisor = random.chance(1, in: 2) ? Expression(text: "\(1 + random.below(1000))", type: .i32)
                : Expression(text: "((\(b.text) & \(random.pick([3, 15, 1023]))) + 1)", type: b.type)
            return Expression(text: "(\(a.text) \(random.pick(["/", "%"])) \(divisor.text))", type: .usual(a.type, divisor.type))
        case 8: return condition(depth)
        case 9:
            let (a, b) = (integer(depth - 1), integer(depth - 1))
            return Expression(text: "(\(condition(depth - 1).text) ? \(a.text) : \(b.text))", type: .usual(a.type, b.type))
        case 10:
            let number = random.pick(Number.integers)
            return Expression(text: "((\(number.rawValue))\(integer(depth - 1).text))", type: number.promoted)
        case 11: return pureCall(depth) ?? arithmetic(depth)
        default: return truncated() ?? arithmetic(depth)
        }
    }

    private func builtin(_ depth: Int) -> Expression {
        let operand = integer(depth - 1)
        let x = operand.text
        switch random.below(7) {
        case 0: return Expression(text: "__builtin_popcountl(\(x))", type: .i32)
        case 1: return Expression(text: "__builtin_clz(\(x) | 1)", type: .i32)
        case 2: return Expression(text: "__builtin_ctzl(\(x) | 4096)", type: .i32)
        case 3: return Expression(text: "__builtin_bswap32(\(x))", type: .u32)
        case 4: return Expression(text: "__builtin_bswap64(\(x))", type: .u64)
        case 5: return Expression(text: "(\(x) ?: \(random.below(100)))", type: operand.type)
        default: return Expression(text: "__builtin_expect(\(x), 0)", type: .i64)
        }
    }

    private func arithmetic(_ depth: Int) -> Expression {
        let (a, b) = (integer(depth - 1), integer(depth - 1))
        let type = Number.usual(a.type, b.type)
        let sign = random.pick(["+", "-", "*"])
        if !type.isSigned { return Expression(text: "(\(a.text) \(sign) \(b.text))", type: type) }
        if random.chance(1, in: 2) {
            return Expression(text: "((\(type.unsigned.rawValue))\(a.text) \(sign) \(b.text))", type: type.unsigned)
        }
        return Expression(text: "(\(small(a)) \(sign) \(small(b)))", type: type)
    }

    /// With few bits, so that nothing overflows.
    func small(_ a: Expression) -> String { "(\(a.text) \(random.pick(["& 255", "& 4095", "% 1000", "% 7"])))" }

    private func integerLeaf() -> Expression {
        if random.chance(3, in: 4), let place = readable(real: false) {
            return Expression(text: place.text, type: place.isBitField ? .i32 : place.number.promoted)
        }
        return random.pick([
            Expression(text: "\(random.below(10))", type: .i32), Expression(text: "\(random.below(100_000))", type: .i32),
            Expression(text: "-\(1 + random.below(300))", type: .i32), Expression(text: "INT_MAX", type: .i32),
            Expression(text: "INT_MIN", type: .i32), Expression(text: "0x80000000", type: .u32),
            Expression(text: "\(random.next() >> 33)u", type: .u32), Expression(text: "LONG_MAX", type: .i64),
            Expression(text: "LONG_MIN", type: .i64), Expression(text: "\(random.next())ul", type: .u64),
            Expression(text: "'\(random.pick(["a", "0", "\\n", "\\377"]))'", type: .i32),
            Expression(text: "sizeof(\(random.pick(program.records).tag))", type: .u64),
        ])
    }

    /// 0 or 1.
    func condition(_ depth: Int) -> Expression {
        let text: String
        switch depth > 0 ? random.below(7) : 6 {
        case 0: text = "(\(condition(depth - 1).text) && \(condition(depth - 1).text))"
        case 1: text = "(\(condition(depth - 1).text) || \(condition(depth - 1).text))"
        case 2: text = "!\(integer(depth - 1).text)"
        case 3: text = "(\(real(depth - 1)) \(random.pick(["<", "<=", ">", ">=", "==", "!="])) \(real(depth - 1)))"
        default: text = "(\(integer(depth - 1).text) \(random.pick(["<", "<=", ">", ">=", "==", "!="])) \(integer(depth - 1).text))"
        }
        return Expression(text: text, type: .i32)
    }

    /// A condition that holds seldom, or never.
    func seldom() -> String {
        let a = integer(1)
        switch random.below(4) {
        case 0: return "unlikely(\(a.text) == \(random.below(100_000)))"
        case 1: return "(\(a.text) & 31) == \(random.below(32))"
        case 2: return "\(a.text) % 11 == 3"
        default: return condition(1).text
        }
    }

    /// A real number as an integer, where one can hold it.
    private func truncated() -> Expression? {
        guard let place = readable(real: true) else { return nil }
        let x = place.text
        switch random.below(4) {
        case 0: return Expression(text: "(\(x) >= 0 && \(x) < 4e9 ? (unsigned)\(x) : 3u)", type: .u32)
        case 1: return Expression(text: "(\(x) > -9e18 && \(x) < 9e18 ? (long)\(x) : -4l)", type: .i64)
        case 2: return Expression(text: "(\(x) >= 0 && \(x) < 1.8e19 ? (unsigned long)\(x) : 5ul)", type: .u64)
        default: return Expression(text: "(\(x) > -2e9 && \(x) < 2e9 ? (int)\(x) : 6)", type: .i32)
        }
    }

    // MARK: - Real numbers

    func real(_ depth: Int) -> String {
        if depth <= 0 || random.chance(1, in: 4) { return realLeaf() }
        switch random.below(8) {
        case 0: return "(- \(real(depth - 1)))"
        case 1: return "(\(condition(depth - 1).text) ? \(real(depth - 1)) : \(real(depth - 1)))"
        case 2: return "(\(random.pick(["float", "double"])))\(integer(depth - 1).text)"
        case 3: return "\(random.pick(["sqrt", "fabs", "floor", "ceil", "trunc"]))(\(real(depth - 1)))"
        default: return "(\(real(depth - 1)) \(random.pick(["+", "-", "*", "/"])) \(real(depth - 1)))"
        }
    }

    private func realLeaf() -> String {
        if random.chance(3, in: 4), let place = readable(real: true) { return place.text }
        return random.pick(["0.5", "1.25f", "3.0", "-7.125", "1e10", "0.1", "1e-3f", "0.0", "\(random.below(1000)).75"])
    }

    // MARK: - Values of all types

    func value(_ number: Number, _ depth: Int) -> String {
        if number.isReal { return random.chance(2, in: 3) ? real(depth) : integer(depth).text }
        return number == .bool && random.chance(1, in: 3) ? real(depth) : integer(depth).text
    }

    /// What a new variable starts with; a constant if the program is to be smaller.
    func initialiser(_ type: CType) -> String {
        let usual = usualInitialiser(type)
        guard program.isDropped() else { return usual }
        switch type {
        case .number: return "3"
        case .record(let record): return Body.zero(record)
        case .array: return "{ 1 }"
        case .pointer, .recordPointer, .callback, .text, .table: return usual
        }
    }

    private func usualInitialiser(_ type: CType) -> String {
        switch type {
        case .number(let number): return value(number, 2)
        case .record(let record): return random.chance(1, in: 3) ? compound(record) : members(record)
        case .array(let number, let count):
            return "{ " + (0..<min(count, 8)).map { _ in value(number, 1) }.joined(separator: ", ") + " }"
        case .pointer, .recordPointer, .callback, .text, .table: return argument(type, 1)
        }
    }

    /// `{ … }` for a struct or union; what is not named is zero.
    private func members(_ record: Record, first: String? = nil) -> String {
        var values: [String] = []
        let byName = random.chance(1, in: 2)
        for (index, field) in record.fields.enumerated() {
            if record.isUnion && index > 0 || byName && index > 0 && random.chance(1, in: 4) { continue }
            let number = field.number
            let element = { [self] in index == 0 ? first.map { number.isReal ? "(int)\($0)" : $0 } ?? value(number, 1) : value(number, 1) }
            let text = field.count == 0 ? element() : "{ " + (0..<field.count).map { _ in element() }.joined(separator: ", ") + " }"
            values.append(byName ? ".\(field.name) = \(text)" : text)
        }
        if byName { random.shuffle(&values) }
        return "{ \(values.joined(separator: ", ")) }"
    }

    func compound(_ record: Record, first: String? = nil) -> String { "(\(record.tag))" + members(record, first: first) }

    static func zero(_ record: Record) -> String { record.fields[0].count > 0 ? "{ { 0 } }" : "{ 0 }" }

    /// A value for a parameter.
    func argument(_ type: CType, _ depth: Int) -> String {
        switch type {
        case .number(let number): return value(number, depth)
        case .record(let record): return recordValue(record)
        case .pointer(let number): return pointer(to: number)
        case .recordPointer(let record):
            let names = variables.indices.compactMap { index -> String? in
                switch variables[index].type {
                case .record(let other) where other.tag == record.tag && canWrite(index) && !variables[index].isVolatile:
                    return "&" + variables[index].name
                case .recordPointer(let other) where other.tag == record.tag && canWrite(index): return variables[index].name
                default: return nil
                }
            }
            return names.isEmpty || random.chance(1, in: 4) ? "&" + compound(record) : random.pick(names)
        case .callback:
            let names = program.callable(from: unit).filter(Body.isCallback).map(\.name) + variables.compactMap {
                if case .callback = $0.type { $0.name } else { nil }
            }
            return names.isEmpty ? "plain" : random.pick(names)
        case .text:
            let names = variables.compactMap { if case .text = $0.type { $0.name } else { nil } }
            return names.isEmpty || random.chance(1, in: 2) ? "\"\(random.pick(["", "x", "two words", "%d\\n"]))\"" : random.pick(names)
        case .table: return "&the_\(program.table)"
        case .array: return ""
        }
    }

    private static func isCallback(_ function: Function) -> Bool {
        guard function.isPure, function.parameters.count == 2, case .number(.i64)? = function.result,
              case .number(.i64) = function.parameters[0], case .number(.i32) = function.parameters[1] else { return false }
        return function.depth == nil && !function.isOld && function.cost <= Body.callbackCost
    }

    /// What a call of an unknown callback may take.
    static let callbackCost = 60

    func recordValue(_ record: Record) -> String {
        let names = variables.compactMap { variable -> String? in
            switch variable.type {
            case .record(let other) where other.tag == record.tag: return variable.name
            case .recordPointer(let other) where other.tag == record.tag: return "*" + variable.name
            default: return nil
            }
        }
        return names.isEmpty || random.chance(1, in: 3) ? compound(record) : random.pick(names)
    }

    private func pointer(to number: Number) -> String {
        let names = variables.indices.compactMap { index -> String? in
            guard canWrite(index), !variables[index].isVolatile else { return nil }
            switch variables[index].type {
            case .pointer(number): return variables[index].name
            case .array(number, CType.elements...): return variables[index].name
            default: return nil
            }
        }
        if !names.isEmpty && random.chance(3, in: 4) { return random.pick(names) }
        return "(\(number.rawValue)[]){ " + (0..<CType.elements).map { _ in value(number, 1) }.joined(separator: ", ") + " }"
    }
}
