import Harness

/// The body of a function while it is written: its lines, what is in scope, and how much time a call takes.
final class Body {
    let program: Case
    let unit: Int
    let function: Function
    let parameterNames: [String]
    private var lines: [String] = []
    private(set) var nesting = 1
    var variables: [Variable]
    /// Variables before this one are not written: setjmp may come back to where they are used.
    var firstWritable = 0
    /// How often a call of the function comes by here.
    private var times = 1
    private(set) var cost = 1
    private var hasEndLabel = false
    /// A statement of the function calls it already.
    private var callsItself = false
    /// How many calls the place that is written is an argument of.
    var openCalls = 0

    /// What a call of any generated function may take, in statements.
    private static let costLimit = 3000

    init(_ program: Case, unit: Int, function: Function) {
        self.program = program
        self.unit = unit
        self.function = function
        variables = program.globals
        parameterNames = function.parameters.indices.map { $0 == function.depth ? "depth" : "p\($0)" }
        for (index, type) in function.parameters.enumerated() {
            variables.append(Variable(name: parameterNames[index], type: type, canWrite: index != function.depth))
        }
    }

    var random: Random {
        get { program.random }
        _modify { yield &program.random }
    }

    var code: String { lines.joined(separator: "\n") + "\n" }

    // MARK: - Lines

    func line(_ text: String) { lines.append(String(repeating: "    ", count: nesting) + text) }

    /// Several lines; the first one's indentation is that of the text.
    func text(_ text: String) { for part in text.split(separator: "\n") { line(String(part)) } }

    /// `head { … } tail`, with a scope of its own.
    func block(_ head: String, times count: Int = 1, tail: String = "", _ inside: () -> Void) {
        line(head.isEmpty ? "{" : head + " {")
        let scope = variables.count
        nesting += 1
        times *= count
        inside()
        times /= count
        nesting -= 1
        variables.removeSubrange(scope...)
        line("}" + tail)
    }

    func name(_ start: String) -> String { program.name(start) }

    // MARK: - Variables

    /// A new variable with a value.
    func makeVariable(_ type: CType, isVolatile: Bool = false, canWrite: Bool = true) -> String {
        let name = self.name("v")
        let value = initialiser(type)
        line((isVolatile ? "volatile " : "") + program.declare(type, name) + " = \(value);")
        variables.append(Variable(name: name, type: type, canWrite: canWrite, isVolatile: isVolatile))
        return name
    }

    func makeVariables(_ count: Int) {
        for _ in 0..<count {
            switch random.below(9) {
            case 8 where random.chance(1, in: 4): _ = makeVariable(.array(random.pick(Number.allCases), 2048))
            case 0: _ = makeVariable(.record(random.pick(program.records)))
            case 1: _ = makeVariable(.array(random.pick(Number.allCases), random.pick([2, 4, 8])))
            case 2: _ = makeVariable(.number(random.pick(Number.integers)), isVolatile: true)
            default: _ = makeVariable(.number(random.pick(Number.allCases)))
            }
        }
    }

    func canWrite(_ index: Int) -> Bool {
        let variable = variables[index]
        guard variable.canWrite else { return false }
        if variable.isGlobal && function.isPure { return false }
        switch variable.type {
        case .text: return false
        case .pointer, .recordPointer: return !function.isPure && firstWritable == 0
        default: return index >= firstWritable || variable.isVolatile
        }
    }

    // MARK: - The whole

    /// Variables, statements, and a result that much of it goes into.
    func fill(statements count: Int) {
        makeVariables(1 + random.below(random.chance(1, in: 2) ? 12 : 4))
        statements(count)
        endLabel()
        if function.result == nil {
            if !function.isPure { line("mix(\(summary()));") }
        } else {
            line("return \(result(summary()));")
        }
    }

    /// Statements alone, for the middle of another text.
    func fragment(_ count: Int) -> String {
        statements(count)
        endLabel()
        return code
    }

    private func endLabel() {
        if !hasEndLabel { return }
        nesting -= 1
        line("out: ;")
        nesting += 1
    }

    /// The body of `caseN`: calls of everything.
    func fillEntry(scenes: [String]) {
        makeVariables(4 + random.below(6))
        for scene in scenes where !program.isDropped() { line("mix(\(scene)());") }
        for callee in program.callable(from: unit) {
            let counter = name("i")
            let count = 1 + random.below(4)
            let start = lines.count
            let isDropped = program.isDropped()
            block("for (int \(counter) = 0; \(counter) < \(count); \(counter)++)") {
                variables.append(Variable(name: counter, type: .number(.i32), canWrite: false))
                mixCall(callee)
            }
            if isDropped { lines.removeSubrange(start...) }
        }
        line("mix(\(summary()));")
    }

    /// An expression of most variables, which live until here.
    private func summary() -> String {
        let everything = random.chance(2, in: 3)
        let sum = name("h")
        line("unsigned long \(sum) = \(random.below(1000));")
        for variable in variables where everything || random.chance(1, in: 3) {
            for part in parts(of: variable) where !program.isDropped() { line("\(sum) = \(sum) * 31 + \(part);") }
        }
        return sum
    }

    /// All of a variable as integers.
    func parts(of variable: Variable) -> [String] {
        func whole(_ number: Number, _ text: String) -> String { number.isReal ? "bits(\(text))" : text }
        func fields(_ record: Record, _ start: String) -> [String] {
            record.fields.prefix(record.isUnion ? 1 : 40).flatMap { field in
                field.count == 0 ? [whole(field.number, start + field.name)]
                    : (0..<field.count).map { whole(field.number, "\(start)\(field.name)[\($0)]") }
            }
        }
        switch variable.type {
        case .number(let number): return [whole(number, variable.name)]
        case .record(let record): return fields(record, variable.name + ".")
        case .recordPointer(let record): return fields(record, variable.name + "->")
        case .pointer(let number): return (0..<CType.elements).map { whole(number, "\(variable.name)[\($0)]") }
        // Of a large one, which is there to make the frame large, only some.
        case .array(let number, let count): return (0..<min(count, 8)).map { whole(number, "\(variable.name)[\($0)]") }
        case .text: return ["strlen(\(variable.name))"]
        case .callback: return ["\(variable.name)(\(random.below(9)), 3)"]
        case .table: return ["\(variable.name)->first"]
        }
    }

    /// `integer`, as the function returns it.
    private func result(_ integer: String) -> String {
        switch function.result {
        case .number(let number)?: return number == .bool ? "\(integer) & 1" : number.isReal ? "(\(number.rawValue))(int)\(integer)" : integer
        case .record(let record)?: return compound(record, first: integer)
        default: return ""
        }
    }

    func earlyReturn() {
        if random.chance(1, in: 4), returnCall() { return }
        if function.result == nil { line("return;") } else { line("return \(result(integer(1).text));") }
    }

    func gotoEnd() {
        hasEndLabel = true
        line("goto out;")
    }

    // MARK: - Statements

    func statements(_ count: Int) { for _ in 0..<count { statement() } }

    /// One statement, which can be left out of the program.
    func statement() {
        let scope = variables.count
        let start = lines.count
        let isDropped = program.isDropped()
        cost += times
        let idioms = nesting > 4 ? Body.simple : random.chance(1, in: 3) ? Body.simple : Body.idioms
        let idiom = random.pick(function.isPure ? idioms.filter(\.isPure) : idioms)
        if idiom.hasVariables {
            block("") { idiom.write(self)() }
        } else {
            idiom.write(self)()
        }
        variables.removeSubrange(scope...)
        if isDropped { lines.removeSubrange(start...) }
    }

    struct Idiom {
        var write: (Body) -> () -> Void
        /// May be in a function without effects.
        var isPure = true
        /// Stands in a block of its own.
        var hasVariables = false

        init(_ write: @escaping (Body) -> () -> Void, isPure: Bool = true, hasVariables: Bool = false) {
            self.write = write
            self.isPure = isPure
            self.hasVariables = hasVariables
        }
    }

    // MARK: - Calls

    /// What may be called here.
    func callees(pure: Bool) -> [Function] {
        program.callable(from: unit).filter { ($0.isPure || !pure) && affords($0.cost) }
    }

    func affords(_ more: Int) -> Bool { cost + times * more < Body.costLimit }

    func pay(_ more: Int) { cost += times * more }

    /// Once in a function, outside of loops.
    func mayCallItself() -> Bool {
        guard function.depth != nil, !callsItself, times == 1 else { return false }
        callsItself = true
        return true
    }
}
