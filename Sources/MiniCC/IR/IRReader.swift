import P1Backend
import Support

/// Reads what `IRPrinter` writes: functions as text, for tests of passes. The form is line by line: the head, slots,
/// tables of labels, blocks with their instructions, `}`. `#` begins a comment. Values and blocks may have any numbers; values get new
/// ones in the order in which they stand.
struct IRReader {
    struct Problem: Error, CustomStringConvertible {
        let line: Int
        let text: String
        var description: String { "line \(line): \(text)" }
    }

    private let names: NameTable
    private var line = 0
    private var words: [Substring] = []
    private var next = 0
    private var f = IRFunction(symbol: IRSymbol(0))
    private var valueOf: [Int32: IRValue] = [:]

    private init(names: NameTable) { self.names = names }

    /// All functions of a text.
    static func functions(_ text: String, names: NameTable) throws -> [IRFunction] {
        var reader = IRReader(names: names)
        var made: [IRFunction] = []
        var body: [(number: Int, words: [Substring])] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = split(line.prefix { $0 != "#" })
            if words.isEmpty { continue }
            body.append((index + 1, words))
            if words == ["}"] {
                made.append(try reader.function(body))
                body = []
            }
        }
        if let first = body.first { throw Problem(line: first.number, text: "the function does not end with '}'") }
        return made
    }

    /// Words and punctuation marks.
    private static func split(_ line: Substring) -> [Substring] {
        var words: [Substring] = []
        var rest = line.drop { $0 == " " }
        while let first = rest.first {
            let length = "()[]{}:,=".contains(first) ? 1 : rest.prefix { !" ()[]{}:,=".contains($0) }.count
            words.append(rest.prefix(length))
            rest = rest.dropFirst(length).drop { $0 == " " }
        }
        return words
    }

    // MARK: Lines

    private mutating func function(_ lines: [(number: Int, words: [Substring])]) throws -> IRFunction {
        try begin(lines[0])
        try expect("function")
        f = IRFunction(symbol: IRSymbol(raw: names.intern(String(try word()))))
        try expect("(")
        f.parameterCount = try number()
        try expect(")")
        while !accept("{") { try attribute() }
        try numberBlocksAndValues(lines)
        for line in lines.dropFirst().dropLast() {
            try begin(line)
            try readLine()
            if next < words.count { throw problem("'\(words[next])' is not expected here") }
        }
        return f
    }

    private mutating func attribute() throws {
        switch try word() {
        case "private": f.isPrivate = true
        case "setjmp": f.callsSetjmp = true
        case "section": f.sectionName = String(try word())
        case let other:
            guard let known = IRFunction.Inlining.named.first(where: { $0.name == other }) else {
                let names = ["private", "setjmp"] + IRFunction.Inlining.named.map(\.name) + ["section NAME"]
                throw problem("'\(other)' is no attribute of a function; there are \(names.joined(separator: ", "))")
            }
            f.inlining = known.inlining
        }
    }

    /// Operands may name what stands further down.
    private mutating func numberBlocksAndValues(_ lines: [(number: Int, words: [Substring])]) throws {
        valueOf = [:]
        var count = 0
        var blocks = 0
        for line in lines.dropFirst() {
            try begin(line)
            if let block = Self.number(words[0], after: "b"), words.count > 1, words[1] == ":" {
                blocks = max(blocks, Int(block) + 1)
            } else if !["slot", "object", "}"].contains(words[0]) {
                if let value = Self.number(words[0], after: "v"), words.count > 1, words[1] == "=" {
                    if valueOf.updateValue(IRValue(count), forKey: value) != nil { throw problem("v\(value) is defined twice") }
                }
                count += 1
            }
        }
        while f.blocks.count < blocks { _ = f.newBlock() }
        for block in f.blocks.keys { f.blocks[block].isRemoved = true }
    }

    private mutating func readLine() throws {
        if accept("slot") {
            _ = try number()
            try expect(":")
            let size = try number()
            try expect("align")
            _ = f.newSlot(size: Int64(size), alignment: try number())
            return
        }
        if accept("object") {
            try object()
            return
        }
        if words.count > 1, words[1] == ":", let number = Self.number(words[0], after: "b") {
            next = 2
            let block = IRBlockID(raw: number)
            f.current = block
            f.blocks[block].isRemoved = false
            if accept("address") {
                try expect("taken")
                f.blocks[block].isAddressTaken = true
            }
            return
        }
        try instruction()
    }

    /// A table of labels. What else an object holds is not in the text.
    private mutating func object() throws {
        let name = try word()
        guard name.first == "@" else { throw problem("the name of an object begins with '@'") }
        var object = P1Object(symbol: names.intern(String(name.dropFirst())), section: .data, alignment: 8)
        try expect(":")
        while next < words.count { object.content.append(.pointer(symbol: ~(try block()).raw, offset: 0)) }
        f.objects.append(object)
    }

    private mutating func instruction() throws {
        if words.count > 1, words[1] == "=" { next = 2 }
        let name = try word()
        guard let op = Self.operations[String(name)] else { throw problem("there is no operation '\(name)'") }
        var inst = IRInst(op)
        try operands(&inst)
        if accept(":") {
            let type = try word()
            guard let type = Self.types[String(type)] else { throw problem("there is no type '\(type)'") }
            inst.type = type
        }
        while next < words.count {
            let word = try word()
            guard let flag = IRFlags.named.first(where: { $0.name == word }) else { throw problem("'\(word)' is no flag of an instruction") }
            inst.flags.insert(flag.flag)
        }
        f.emit(inst)
    }

    // MARK: Operands

    private mutating func operands(_ inst: inout IRInst) throws {
        switch inst.op {
        case .const: inst.imm = Int64(try number())
        case .fconst:
            let word = try word()
            guard word.hasPrefix("0x"), let bits = UInt64(word.dropFirst(2), radix: 16) else { throw problem("'\(word)' is no bit pattern") }
            inst.imm = Int64(bitPattern: bits)
        case .param:
            inst.imm = Int64(try number())
            known(&inst)
        case .address: try address(&inst)
        case .load:
            inst.memory = try memory()
            try address(&inst)
        case .store:
            inst.memory = try memory()
            inst.b = try value()
            try expect(",")
            try address(&inst)
        case .copy, .fill:
            (inst.a, inst.b) = try pair()
            try expect(",")
            inst.imm = Int64(try number())
        case .icmp, .fcmp:
            let name = try word()
            guard let condition = Condition.allCases.first(where: { "\($0)" == name }) else { throw problem("there is no condition '\(name)'") }
            inst.condition = condition
            (inst.a, inst.b) = try pair()
        case .select:
            inst.a = try value()
            inst.list = Int32(f.pool.count)
            inst.count = 2
            for _ in 0..<2 {
                try expect(",")
                f.pool.append(try value())
            }
        case .call: try call(&inst)
        case .phi:
            inst.list = Int32(f.pairs.count)
            // In a block that nothing reaches a phi may have lost all its pairs.
            while next < words.count, words[next] != ":" {
                if inst.count > 0 { try expect(",") }
                let from = try block()
                try expect(":")
                f.pairs.append(IRIncoming(from: from, value: try value()))
                inst.count += 1
            }
        case .br: inst.target = try block()
        case .condbr:
            inst.a = try value()
            try expect(",")
            inst.then = try block()
            try expect(",")
            inst.target = try block()
        case .switchOn: try switchOn(&inst)
        default:
            if next < words.count, words[next] != ":", Self.number(words[next], after: "v") != nil {
                inst.a = try value()
                if accept(",") { inst.b = try value() }
            }
        }
    }

    private mutating func call(_ inst: inout IRInst) throws {
        let callee = try word()
        if callee.first == "@" {
            inst.base = .symbol(symbol(callee))
        } else {
            next -= 1
            inst.a = try value()
        }
        inst.list = Int32(f.pool.count)
        try expect("(")
        while !accept(")") {
            if inst.count > 0 { try expect(",") }
            f.pool.append(try value())
            inst.count += 1
        }
        known(&inst)
    }

    private mutating func switchOn(_ inst: inout IRInst) throws {
        inst.a = try value()
        try expect(",")
        inst.target = try block()
        inst.list = Int32(f.cases.count)
        try expect("[")
        while !accept("]") {
            if inst.count > 0 { try expect(",") }
            let value = Int64(try number())
            try expect(":")
            f.cases.append(IRCase(value: value, block: try block()))
            inst.count += 1
        }
    }

    /// `[base]`, `[base + 4]`, `[base - 4]`
    private mutating func address(_ inst: inout IRInst) throws {
        try expect("[")
        let base = try word()
        if base == "slot" {
            inst.base = .slot(IRSlotID(try number()))
        } else if base.first == "@" {
            inst.base = .symbol(symbol(base))
        } else {
            next -= 1
            if base.first == "b" { inst.base = .block(try block()) } else { inst.a = try value() }
        }
        if accept("+") { inst.imm = Int64(try number()) }
        if accept("-") { inst.imm = -Int64(try number()) }
        try expect("]")
    }

    /// What is known of a word's upper bits, if anything.
    private mutating func known(_ inst: inout IRInst) {
        guard next < words.count, let memory = Self.memories[String(words[next])] else { return }
        inst.memory = memory
        next += 1
    }

    private mutating func memory() throws -> Memory {
        let word = try word()
        guard let memory = Self.memories[String(word)] else { throw problem("'\(word)' is no size of memory") }
        return memory
    }

    private mutating func pair() throws -> (IRValue, IRValue) {
        let first = try value()
        try expect(",")
        return (first, try value())
    }

    private mutating func value() throws -> IRValue {
        let word = try word()
        guard let number = Self.number(word, after: "v") else { throw problem("a value is expected, not '\(word)'") }
        guard let value = valueOf[number] else { throw problem("\(word) is not defined") }
        return value
    }

    private mutating func block() throws -> IRBlockID {
        let word = try word()
        guard let number = Self.number(word, after: "b"), Int(number) < f.blocks.count else { throw problem("a block is expected, not '\(word)'") }
        return IRBlockID(raw: number)
    }

    /// Of `@name`.
    private func symbol(_ word: Substring) -> IRSymbol { IRSymbol(raw: names.intern(String(word.dropFirst()))) }

    // MARK: Words

    private mutating func begin(_ line: (number: Int, words: [Substring])) throws {
        self.line = line.number
        words = line.words
        next = 0
    }

    private mutating func word() throws -> Substring {
        guard next < words.count else { throw problem("the line ends too early") }
        next += 1
        return words[next - 1]
    }

    private mutating func accept(_ word: String) -> Bool {
        guard next < words.count, words[next] == word else { return false }
        next += 1
        return true
    }

    private mutating func expect(_ expected: String) throws {
        let word = try word()
        if word != expected { throw problem("'\(expected)' is expected, not '\(word)'") }
    }

    private mutating func number() throws -> Int {
        let word = try word()
        guard let number = Int(word) else { throw problem("a number is expected, not '\(word)'") }
        return number
    }

    private static func number(_ word: Substring, after letter: Character) -> Int32? {
        guard word.first == letter, let number = Int32(word.dropFirst()), number >= 0 else { return nil }
        return number
    }

    private func problem(_ text: String) -> Problem { Problem(line: line, text: text) }

    private static let operations = Dictionary(uniqueKeysWithValues: IROp.allCases.map { ("\($0)", $0) })
    private static let types: [String: IRType] = ["i32": .i32, "i64": .i64, "f32": .f32, "f64": .f64]
    private static let memories: [String: Memory] = ["u8": .u8, "s8": .s8, "u16": .u16, "s16": .s16, "u32": .u32, "s32": .s32, "d64": .d64]
}
