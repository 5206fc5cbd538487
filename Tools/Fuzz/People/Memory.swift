import Harness

// Memory of sizes that are known when the program runs, copies, strings.

extension Body {
    /// The counter of a short loop that the idiom itself needs.
    private func fill(_ name: String, _ count: String, _ number: Number) {
        let i = self.name("i")
        block("for (int \(i) = 0; \(i) < \(count); \(i)++)") {
            variables.append(Variable(name: i, type: .number(.i32), canWrite: false))
            line("\(name)[\(i)] = \(value(number, 2));")
        }
    }

    /// A run-time size of `CType.elements` at least.
    private func size() -> String {
        let name = self.name("n")
        let type = random.pick(["int", "long", "unsigned char", "unsigned long"])
        line("\(type) \(name) = (\(integer(1).text) & \(random.pick([3, 15, 31]))) + \(CType.elements);")
        return name
    }

    func allocated() {
        let count = size()
        let number = random.pick(Number.allCases)
        let name = self.name("b")
        let extra = random.chance(1, in: 2) ? " + (\(integer(1).text) & 31)" : ""
        line("\(number.rawValue) *\(name) = \(random.pick(["alloca", "__builtin_alloca"]))(\(count) * sizeof *\(name)\(extra));")
        use(name, count, number)
    }

    func variableArray() {
        let count = size()
        let number = random.pick(Number.allCases)
        let name = self.name("a")
        let extra = random.chance(1, in: 2) ? " + (\(integer(1).text) & 7)" : ""
        if random.chance(1, in: 5) {
            line("\(number.rawValue) \(name)[2][\(count)];")
            fill("\(name)[0]", count, number)
            fill("\(name)[1]", count, number)
            if !function.isPure { line("mix(sizeof \(name) + sizeof \(name)[0]);") }
            use("\(name)[1]", count, number)
        } else {
            line("\(number.rawValue) \(name)[\(count)\(extra)];")
            use(name, count, number)
        }
    }

    private func use(_ name: String, _ count: String, _ number: Number) {
        fill(name, count, number)
        variables.append(Variable(name: name, type: .pointer(number)))
        makeVariables(random.below(4))
        statements(1 + random.below(3))
        guard let place = assignable() else { return }
        let i = self.name("i")
        block("for (int \(i) = 0; \(i) < \(count); \(i)++)") {
            let element = number.isReal && !place.number.isReal ? "\(name)[\(i)] < 1.0" : "\(name)[\(i)]"
            line("\(place.text) = \(element);")
            if !function.isPure { line("mix(\(number.isReal ? "bits(\(name)[\(i)])" : "\(name)[\(i)]"));") }
        }
    }

    /// Structs by assignment, memcpy, memset.
    func copyRecord() {
        let record = random.pick(program.records)
        let targets = variables.indices.compactMap { index -> String? in
            guard canWrite(index), !variables[index].isVolatile else { return nil }
            switch variables[index].type {
            case .record(let other) where other.tag == record.tag: return variables[index].name
            case .recordPointer(let other) where other.tag == record.tag: return "*" + variables[index].name
            default: return nil
            }
        }
        guard !targets.isEmpty else { return assign() }
        let target = random.pick(targets)
        switch random.below(4) {
        case 0: line("memset(&\(target), 0, sizeof(\(record.tag)));")
        case 1:
            let source = compound(record)
            line("memcpy(&\(target), &\(source), sizeof(\(record.tag)));")
        default: line("\(target) = \(recordValue(record));")
        }
    }

    /// Structs, bit-fields and unions in an array, by a moving index.
    func recordArray() {
        let record = random.pick(program.records)
        let (name, i) = (self.name("t"), self.name("i"))
        line("\(record.tag) \(name)[4] = { \((0..<2).map { _ in recordValue(record) }.joined(separator: ", ")) };")
        block("for (int \(i) = 0; \(i) < \(4 + random.below(8)); \(i)++)", times: 8) {
            variables.append(Variable(name: i, type: .number(.i32), canWrite: false))
            let part = field(of: record, "\(name)[\(i) & 3].")
            line("\(part.text) = \(value(part.number, 2));")
            if random.chance(1, in: 2) { line("\(name)[(\(i) + 1) & 3] = \(name)[\(random.below(4))];") }
            variables.append(Variable(name: "\(name)[\(i) & 3]", type: .record(record), canWrite: false))
            statement()
        }
        for part in parts(of: Variable(name: "\(name)[\(random.below(4))]", type: .record(record))) where !function.isPure {
            line("mix(\(part));")
        }
    }

    /// memmove within an array, memcmp, memset.
    func moveMemory() {
        let targets = variables.indices.compactMap { index -> (String, Number, Int)? in
            guard canWrite(index), !variables[index].isVolatile, case .array(let number, let count) = variables[index].type else { return nil }
            return (variables[index].name, number, count)
        }
        guard !targets.isEmpty else { return assign() }
        let (name, number, count) = random.pick(targets)
        switch random.below(4) {
        case 0: line("memmove(\(name), \(name) + 1, \(count - 1) * sizeof *\(name));")
        case 1: line("memmove(\(name) + \(count / 2), \(name), (\(integer(1).text) & \(count / 2 - 1)) * sizeof *\(name));")
        case 2: line("memset(\(name), \(number == .bool ? "1" : number.isReal ? "0" : integer(1).text), sizeof \(name));")
        default:
            guard let place = assignable(), !number.isReal else { return assign() }
            line("\(place.text) = memcmp(\(name), \(name) + \(count / 2), \(count / 2) * sizeof *\(name)) > 0;")
        }
    }

    /// A variable that must lie on a multiple.
    func aligned() {
        let name = self.name("al")
        let number = random.pick(Number.allCases)
        let alignment = random.pick([16, 32, 64])
        let specifier = random.pick(["_Alignas(\(alignment))", "__attribute__((aligned(\(alignment))))"])
        line("\(specifier) \(number.rawValue) \(name)[4] = { \(value(number, 2)) };")
        variables.append(Variable(name: name, type: .array(number, 4)))
        statements(1 + random.below(2))
        guard let place = assignable() else { return }
        line("\(place.text) = ((unsigned long)\(name) & \(alignment - 1)) + (\(number.isReal ? "\(name)[0] < 1" : "\(name)[0]"));")
    }

    func overflow() {
        let name = self.name("o")
        let number = random.pick([Number.i32, .u32, .i64, .u64, .i16, .u8])
        line("\(number.rawValue) \(name);")
        guard let place = assignable() else { return }
        let (a, b) = (integer(1).text, integer(1).text)
        let builtin = "__builtin_\(random.pick(["add", "sub", "mul"]))_overflow"
        line("\(place.text) = \(builtin)(\(a), \(b), &\(name)) ? \(random.below(50)) : \(name);")
        line("\(place.text) = \(name);")
    }

    func buildString() {
        let (text, i) = (name("text"), name("i"))
        let size = random.pick([16, 24, 100])
        line("char \(text)[\(size)] = \"\(random.pick(["", "ab", "x%d"]))\";")
        let middle = random.pick(["", "name", "a b"])
        let numbers = (integer(1).text, integer(1).text)
        line("snprintf(\(text), sizeof \(text), \"%d:%s:%lx\", (int)\(numbers.0), \"\(middle)\", (unsigned long)\(numbers.1));")
        if random.chance(1, in: 2) { line("if (strlen(\(text)) + 4 < sizeof \(text)) strcat(\(text), \"-\(random.below(10))\");") }
        if random.chance(1, in: 2) { line("\(text)[strcspn(\(text), \":\")] = '\(random.pick(["=", "\\0"]))';") }
        guard let place = assignable() else { return }
        line("for (char *\(i) = \(text); *\(i); \(i)++) \(place.text) = *\(i) + (\(place.number.isReal ? "1" : place.text) & 1);")
        if !function.isPure { line("mix(strlen(\(text)));") }
    }

    /// A buffer that realloc makes larger.
    func growBuffer() {
        let (buffer, room, used, i) = (name("buf"), name("room"), name("used"), name("i"))
        let number = random.pick(Number.allCases)
        line("size_t \(room) = 0, \(used) = 0;")
        line("\(number.rawValue) *\(buffer) = NULL;")
        block("for (int \(i) = 0; \(i) < \(4 + random.below(20)); \(i)++)") {
            block("if (\(used) == \(room))") {
                line("\(room) = \(room) ? \(room) * 2 : 3;")
                line("\(buffer) = realloc(\(buffer), \(room) * sizeof *\(buffer));")
                line("if (!\(buffer)) die(\"memory\", \(i));")
            }
            variables.append(Variable(name: i, type: .number(.i32), canWrite: false))
            line("\(buffer)[\(used)++] = \(value(number, 2));")
        }
        if let place = assignable() {
            let element = "\(buffer)[\(used) - \(1 + random.below(4))]"
            line("\(place.text) = \(number.isReal && !place.number.isReal ? "\(element) > 0.5" : element);")
        }
        line("free(\(buffer));")
    }

    /// A static table.
    func lookUp() {
        guard let place = assignable() else { return }
        let table = name("k")
        let number = random.pick(Number.integers)
        let values = (0..<8).map { _ in "\(random.chance(1, in: 4) ? "-" : "")\(random.below(70_000))" }
        block("") {
            let middle = values.prefix(5).joined(separator: ", ")
            line("static const \(number.rawValue) \(table)[] = { [2] = \(middle), [0] = \(values[6]), [7] = \(values[7]) };")
            line("\(place.text) = \(table)[\(integer(1).text) & 7];")
        }
    }

    /// A static variable that counts calls.
    func counter() {
        let counter = name("calls")
        let number = random.pick([Number.u8, .u32, .u64, .i16])
        line("static \(number.rawValue) \(counter);")
        line("mix(++\(counter));")
        block("if (\(counter) == \(1 + random.below(6)))") { statement() }
    }
}
