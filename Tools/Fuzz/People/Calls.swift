import Harness

// Calls of generated functions and of the prelude's.

extension Body {
    /// The call as an expression.
    private func call(_ callee: Function, _ depth: Int, through: String? = nil) -> String {
        pay(callee.cost)
        openCalls += 1
        defer { openCalls -= 1 }
        let arguments = callee.parameters.enumerated().map { index, type -> String in
            if index == callee.depth { return "\(random.below(5))" }
            let text = argument(type, depth)
            // Nothing converts what goes to an old definition.
            if callee.isOld, case .number(let number) = type { return "(\(number.rawValue))\(text.hasPrefix("(") ? text : "(\(text))")" }
            return text
        }
        return "\(through ?? road(to: callee))(\(arguments.joined(separator: ", ")))"
    }

    /// How a function is named in a call: directly or through the table, which the optimiser does not see into.
    private func road(to callee: Function) -> String {
        if callee.unit != nil || random.chance(1, in: 2) { return callee.name }
        let tables = variables.compactMap { if case .table = $0.type { $0.name } else { nil } }
        return tables.isEmpty ? "the_\(program.table).\(callee.name)" : "\(random.pick(tables))->\(callee.name)"
    }

    /// A call inside an expression. One with many arguments, each with calls in it, would have no end.
    func pureCall(_ depth: Int) -> Expression? {
        if openCalls > 1 { return nil }
        let callbacks = variables.compactMap { if case .callback = $0.type { $0.name } else { nil } }
        if !callbacks.isEmpty && random.chance(1, in: 3) && affords(Body.callbackCost) {
            pay(Body.callbackCost)
            return Expression(text: "\(random.pick(callbacks))(\(integer(depth - 1).text), \(random.below(100)))", type: .i64)
        }
        let choices = callees(pure: true).filter { if case .number? = $0.result { true } else { false } }
        guard !choices.isEmpty else { return nil }
        let callee = random.pick(choices)
        guard case .number(let number)? = callee.result else { return nil }
        let text = call(callee, depth - 2)
        return number.isReal ? Expression(text: "(\(text) > \(real(0)))", type: .i32) : Expression(text: text, type: number.promoted)
    }

    /// A call whose result goes into the checksum.
    func mixCall() {
        let choices = callees(pure: false)
        guard !choices.isEmpty else { return line("mix(\(integer(2).text));") }
        mixCall(random.pick(choices))
    }

    func mixCall(_ callee: Function) {
        let text = call(callee, 2)
        switch callee.result {
        case .number(let number)?: line("mix(\(number.isReal ? "bits(\(text))" : text));")
        case .record(let record)?:
            let name = self.name("r")
            block("") {
                line("\(record.tag) \(name) = \(text);")
                for part in parts(of: Variable(name: name, type: .record(record))) { line("mix(\(part));") }
            }
        default: line("\(text);")
        }
    }

    func assignCall() {
        let choices = callees(pure: function.isPure)
        guard !choices.isEmpty else { return assign() }
        let callee = random.pick(choices)
        switch callee.result {
        case .number(let number)?:
            guard let place = assignable() else { return assign() }
            // A real number may be one that no integer can hold.
            let text = call(callee, 2)
            line("\(place.text) = \(number.isReal && !place.number.isReal ? "\(text) < 0.5" : text);")
        case .record(let record)?:
            let targets = variables.indices.compactMap { index -> String? in
                guard canWrite(index), case .record(let other) = variables[index].type, other.tag == record.tag else { return nil }
                return variables[index].name
            }
            if let place = assignable(), targets.isEmpty || random.chance(1, in: 3) {
                let part = field(of: record, call(callee, 1) + ".")
                line("\(place.text) = \(part.number.isReal && !place.number.isReal ? "\(part.text) < 0.5" : part.text);")
            } else if !targets.isEmpty {
                line("\(random.pick(targets)) = \(call(callee, 2));")
            }
        default: line("\(call(callee, 2));")
        }
    }

    /// A path that is hardly ever taken beside one that is.
    func coldCall() {
        block("if (\(seldom()))") {
            function.isPure ? assignCall() : mixCall()
            if random.chance(1, in: 4) { earlyReturn() }
        }
    }

    /// The address of a function in a variable.
    func pointerCall() {
        let choices = callees(pure: function.isPure).filter { !$0.isOld }
        guard !choices.isEmpty else { return assign() }
        let callee = random.pick(choices)
        let pointer = name("to")
        let list = callee.parameters.map { program.declare($0, "") }
        let declarator = "(*\(pointer))(\(list.isEmpty ? "void" : list.joined(separator: ", ")))"
        line((callee.result.map { program.declare($0, declarator) } ?? "void \(declarator)") + " = \(road(to: callee));")
        if random.chance(1, in: 2) { coldCall() }
        let text = call(callee, 3, through: pointer)
        if case .number(let number)? = callee.result, let place = assignable() {
            line("\(place.text) = \(number.isReal && !place.number.isReal ? "\(text) > 0.5" : text);")
        } else {
            line("\(text);")
        }
    }

    /// Up to twelve arguments of variable number.
    func variadicCall() {
        var kinds = ""
        var arguments: [String] = []
        for _ in 0..<random.below(13) {
            switch random.below(4) {
            case 0: kinds += "i"; arguments.append("(int)\(integer(1).text)")
            case 1: kinds += "l"; arguments.append("(unsigned long)\(integer(1).text)")
            case 2: kinds += "d"; arguments.append("(double)\(real(1))")
            default: kinds += "s"; arguments.append("\"\(String(repeating: "x", count: random.below(5)))\"")
            }
        }
        let call = "take(\(([String(random.below(2)), "\"\(kinds)\""] + arguments).joined(separator: ", ")))"
        if let place = assignable() { line("\(place.text) = \(call);") }
    }

    /// `return f(…);`, where there is a function of the same result.
    func returnCall() -> Bool {
        guard case .number(let number)? = function.result else { return false }
        let choices = callees(pure: function.isPure).filter { if case .number(number)? = $0.result { true } else { false } }
        if choices.isEmpty { return false }
        line("return \(call(random.pick(choices), 2));")
        return true
    }

    func selfCall() {
        guard mayCallItself(), let at = function.depth else { return assign() }
        let arguments = function.parameters.enumerated().map { $0 == at ? "depth - 1" : argument($1, 1) }
        let text = "\(function.name)(\(arguments.joined(separator: ", ")))"
        block("if (depth > 0)") {
            if case .number(let number)? = function.result, let place = assignable() {
                line("\(place.text) = \(number.isReal && !place.number.isReal ? "\(text) > 0.5" : text);")
            } else {
                line("\(text);")
            }
        }
        pay(5 * cost)
    }

    /// A comparison that decides what is called.
    func compare() {
        guard let place = assignable() else { return assign() }
        let (a, b) = (pureCall(2) ?? integer(2), pureCall(2) ?? integer(1))
        line("\(place.text) = \(a.text) \(random.pick(["<", "==", "!=", ">="])) \(b.text) \(random.pick(["&&", "||"])) \(condition(2).text);")
    }
}
