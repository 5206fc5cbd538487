import Harness

// What statements there are: assignments here, the others in their own files.

extension Body {
    /// Those that nest nothing.
    static var simple: [Idiom] {
        [Idiom(assign), Idiom(assign), Idiom(changePlace), Idiom(copyRecord), Idiom(assignCall), Idiom(mixCall, isPure: false),
         Idiom(unreachable)]
    }

    static var idioms: [Idiom] { flowIdioms + callIdioms + memoryIdioms + otherIdioms }

    private static var flowIdioms: [Idiom] {
        [Idiom(forLoop), Idiom(whileLoop), Idiom(doLoop), Idiom(choice), Idiom(choice), Idiom(seldomReturn), Idiom(seldomReturn),
         Idiom(errorExit), Idiom(denseSwitch), Idiom(sparseSwitch), Idiom(unreachable), Idiom(interpreter, hasVariables: true),
         Idiom(stateLoop, hasVariables: true), Idiom(jump, hasVariables: true)]
    }

    private static var callIdioms: [Idiom] {
        [Idiom(assignCall), Idiom(coldCall), Idiom(coldCall), Idiom(pointerCall, hasVariables: true), Idiom(mixCall, isPure: false),
         Idiom(mixCall, isPure: false), Idiom(variadicCall), Idiom(selfCall), Idiom(compare)]
    }

    private static var memoryIdioms: [Idiom] {
        [Idiom(allocated, hasVariables: true), Idiom(allocated, hasVariables: true), Idiom(variableArray, hasVariables: true),
         Idiom(variableArray, hasVariables: true), Idiom(copyRecord), Idiom(recordArray, hasVariables: true),
         Idiom(buildString, hasVariables: true), Idiom(growBuffer, hasVariables: true), Idiom(lookUp), Idiom(moveMemory),
         Idiom(aligned, hasVariables: true)]
    }

    private static var otherIdioms: [Idiom] {
        [Idiom(counter, isPure: false, hasVariables: true), Idiom(cleaned, isPure: false, hasVariables: true),
         Idiom(overflow, hasVariables: true), Idiom(statementExpression, hasVariables: true), Idiom(scope, hasVariables: true)]
    }

    func assign() {
        guard let place = assignable() else { return line(";") }
        line("\(place.text) = \(value(place.number, 3));")
    }

    /// += and its relatives, where they cannot overflow.
    func changePlace() {
        guard let place = assignable() else { return line(";") }
        if place.number.isReal {
            line("\(place.text) \(random.pick(["+=", "-=", "*=", "/="])) \(real(2));")
            return
        }
        let x = integer(2)
        switch random.below(6) {
        case 0: line("\(place.text) \(random.pick(["^=", "|=", "&="])) \(x.text);")
        case 1: line("\(place.text) >>= \(x.text) & 7;")
        case 2: line("\(place.text) \(random.pick(["/=", "%="])) (\(x.text) & 31) + 1;")
        case 3 where !place.number.promoted.isSigned:
            line("\(place.text) \(random.pick(["+=", "-=", "*="])) \(x.text);")
        case 4 where !place.number.isSigned && place.number != .bool && !place.number.isNarrow:
            line("\(place.text) <<= \(x.text) & 15;")
        case 5 where place.number.isNarrow && place.number != .bool || place.isBitField || !place.number.isSigned && place.number != .bool:
            line(random.pick(["++\(parenthesised(place.text))", "\(parenthesised(place.text))--"]) + ";")
        default:
            if place.number.isNarrow || place.isBitField {
                line("\(place.text) \(random.pick(["+=", "-=", "*="])) \(small(x));")
            } else {
                line("\(place.text) = (\(place.number.rawValue))((\(place.number.unsigned.rawValue))\(place.text) + \(x.text));")
            }
        }
    }

    private func parenthesised(_ text: String) -> String { text.hasPrefix("*") ? "(\(text))" : text }

    /// A block with variables of its own.
    func scope() {
        makeVariables(1 + random.below(3))
        statements(1 + random.below(3))
    }

    /// A variable that something is done with at the end of its life, however that comes.
    func cleaned() {
        let name = self.name("c")
        line("__attribute__((cleanup(at_end))) int \(name) = \(integer(1).text);")
        variables.append(Variable(name: name, type: .number(.i32)))
        statements(1 + random.below(2))
    }

    func statementExpression() {
        let (result, name) = (self.name("v"), self.name("e"))
        let number = random.pick(Number.integers)
        let x = value(number, 2)
        block("\(number.rawValue) \(result) = (", tail: ");") {
            line("\(number.rawValue) \(name) = \(x);")
            variables.append(Variable(name: name, type: .number(number)))
            if random.chance(1, in: 2) { statement() }
            line("\(name) \(random.pick(["^", "|", "&"])) \(integer(1).text);")
        }
        if let place = assignable() { line("\(place.text) = \(result);") }
    }
}
