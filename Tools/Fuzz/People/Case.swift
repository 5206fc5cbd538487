import Harness

/// One part of a generated program: a group of functions over all units and `caseN()`, which calls them. Cases share nothing,
/// so that each can be left out when a difference is made smaller.
final class Case {
    static let units = 3

    let number: Int
    var random: Random
    private(set) var records: [Record] = []
    private(set) var functions: [Function] = []
    private(set) var globals: [Variable] = []
    private(set) var header = ""
    private(set) var text = [String](repeating: "", count: units)
    /// What is not written, by number: statements, initialisers, functions.
    private let dropped: Set<Int>
    private(set) var statements = 0
    private var names = 0

    init(seed: Int, number: Int, dropped: Set<Int> = []) {
        self.number = number
        self.dropped = dropped
        random = Random(seed: seed, index: number)
        for _ in 0..<(1 + random.below(3)) { records.append(makeRecord()) }
        for record in records { header += record.declaration + "\n" }
        header += "struct \(table);\n"
        for _ in 0..<random.below(4) { makeGlobal() }
        for _ in 0..<(2 + random.below(4)) { makeFunction() }
        let scenes = (0..<(1 + random.below(2))).map { _ in random.pick(Case.scenes)(self)() }
        makeTable()
        makeEntry(scenes)
    }

    var table: String { "table\(number)" }

    /// A name that no other thing of the program has.
    func name(_ start: String) -> String {
        names += 1
        return "\(start)\(number)_\(names)"
    }

    /// Whether the next thing that can be left out is.
    func isDropped() -> Bool {
        statements += 1
        return dropped.contains(statements - 1)
    }

    func declare(_ type: CType, _ name: String) -> String { type.declaring(name, table: table) }

    func addHeader(_ line: String) { header += line + "\n" }
    func add(_ code: String, to unit: Int) { text[unit] += code + "\n" }

    // MARK: - Types

    private func makeRecord() -> Record {
        if random.chance(1, in: 6) {
            let fields = [Record.Field(name: "w", number: .u64), .init(name: "s", number: .i64), .init(name: "b", number: .u8, count: 8),
                          .init(name: "h", number: .i16, count: 4), .init(name: "i", number: .i32, count: 2)]
            return Record(tag: "union " + name("u"), fields: fields, isUnion: true)
        }
        var room = 1 + random.below(40)
        var fields: [Record.Field] = []
        while room > 0 || fields.isEmpty {
            var field = Record.Field(name: "m\(fields.count)", number: random.pick(Number.allCases))
            if room > 0 && field.number.size > room { field.number = random.pick([.i8, .u8]) }
            if random.chance(1, in: 4) && [.i32, .u32, .u16].contains(field.number) {
                field.bits = 1 + random.below(min(24, field.number.size * 8))
            } else if random.chance(1, in: 4) && field.number.size * 2 <= room {
                field.count = random.pick([2, 4].filter { field.number.size * $0 <= room })
            }
            room -= field.number.size * max(1, field.count)
            fields.append(field)
        }
        return Record(tag: "struct " + name("s"), fields: fields, isPacked: random.chance(1, in: 8))
    }

    private func makeGlobal() {
        let number = random.pick(Number.allCases)
        let type: CType = random.pick([.record(random.pick(records)), .array(number, 4), .number(number)])
        let name = name("g")
        addHeader("extern \(declare(type, name));")
        add(declare(type, name) + ";", to: random.below(Case.units))
        globals.append(Variable(name: name, type: type, isGlobal: true))
    }

    func randomType() -> CType {
        switch random.below(13) {
        case 0, 1: return .record(random.pick(records))
        case 2: return .pointer(random.pick(Number.allCases))
        case 3: return .recordPointer(random.pick(records))
        case 4: return .callback
        case 5: return .table
        case 6: return .text
        default: return .number(random.pick(Number.allCases))
        }
    }

    func randomResult() -> CType? {
        switch random.below(8) {
        case 0: return nil
        case 1: return .record(random.pick(records))
        default: return .number(random.pick(Number.allCases))
        }
    }

    // MARK: - Functions

    /// Few parameters mostly, up to twenty sometimes.
    private func parameterCount() -> Int { random.below(random.chance(1, in: 3) ? 21 : 6) }

    private func makeFunction() {
        let isCallback = random.chance(1, in: 8)
        let unit = random.below(Case.units)
        var function = Function(name: name("f"), result: isCallback ? .number(.i64) : randomResult(), parameters: [],
                                isPure: isCallback || random.chance(1, in: 3))
        function.parameters = isCallback ? [.number(.i64), .number(.i32)] : (0..<parameterCount()).map { _ in randomType() }
        if !isCallback {
            if function.isPure && function.result == nil { function.result = .number(.i32) }
            if random.chance(1, in: 6) { function.unit = unit }
            if random.chance(1, in: 6) {
                let at = random.below(function.parameters.count + 1)
                function.parameters.insert(.number(.i32), at: at)
                function.depth = at
            } else if random.chance(1, in: 6) {
                function.isOld = true
                function.parameters = function.parameters.map { if case .number(.f32) = $0 { .number(.f64) } else { $0 } }
            }
        }
        define(&function, in: unit)
    }

    /// A function with a random body.
    func define(_ function: inout Function, in unit: Int, statements: Int? = nil) {
        let body = Body(self, unit: unit, function: function)
        body.fill(statements: statements ?? 2 + random.below(5))
        function.cost = body.cost
        let names = body.parameterNames
        let list = zip(function.parameters, names).map { declare($0, $1) }
        let start = (function.unit == nil ? "" : "static ")
        let attribute = random.chance(1, in: 5) ? random.pick(["__attribute__((noinline)) ", "__attribute__((cold)) ", "inline "]) : ""
        let result = function.result.map { declare($0, function.name) } ?? "void " + function.name
        let isOld = function.isOld && !list.isEmpty
        let prototype = "\(result)(\(isOld ? "" : list.isEmpty ? "void" : list.joined(separator: ", ")))"
        let declarations = list.map { $0 + ";" }.joined(separator: " ")
        let head = isOld ? "\(result)(\(names.joined(separator: ", ")))\n    \(declarations)\n" : prototype + " "
        if function.unit == nil { addHeader(prototype + ";") }
        let prefix = attribute == "inline " && function.unit == nil ? "" : attribute
        function.isDropped = isDropped()
        if !function.isDropped { add(start + prefix + head + "{\n" + body.code + "}\n", to: unit) }
        functions.append(function)
    }

    func callable(from unit: Int) -> [Function] { functions.filter { $0.unit == nil || $0.unit == unit } }

    /// A struct of pointers to all functions that all units know.
    private func makeTable() {
        let members = functions.filter { $0.unit == nil && !$0.isDropped }
        let fields = members.map { function -> String in
            let list = function.isOld ? [] : function.parameters.map { declare($0, "") }
            let pointer = "(*\(function.name))(\(list.isEmpty ? function.isOld ? "" : "void" : list.joined(separator: ", ")))"
            return (function.result.map { declare($0, pointer) } ?? "void " + pointer) + ";"
        }
        addHeader("struct \(table) { int first; \(fields.joined(separator: " ")) };")
        addHeader("extern const struct \(table) the_\(table);")
        let values = members.map { ".\($0.name) = \($0.name)" }
        add("const struct \(table) the_\(table) = { \((["1"] + values).joined(separator: ", ")) };\n", to: random.below(Case.units))
    }

    /// Calls each function some times.
    private func makeEntry(_ scenes: [String]) {
        let unit = random.below(Case.units)
        let body = Body(self, unit: unit, function: Function(name: "case\(number)", result: nil, parameters: [], isPure: false))
        body.fillEntry(scenes: scenes)
        addHeader("void case\(number)(void);")
        add("void case\(number)(void) {\n" + body.code + "}\n", to: unit)
    }
}
