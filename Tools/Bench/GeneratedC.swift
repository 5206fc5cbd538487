/// C source of any length, the same for the same number of lines: declarations, tables, macros and functions whose
/// statements and expressions follow a grammar, with the mixture that ordinary programs have.
struct GeneratedC {
    private var text: [UInt8] = []
    private var lines = 0
    private var state: UInt64 = 0x2545_F491_4F6C_DD1D
    private var functions = 0
    private var indent = 0
    /// Numbers of the file's variables, and the ints and pointers to char that the function at hand may use.
    private var globals: [String] = ["total"]
    private var numbers: [String] = []
    private var string = "s"

    private static let nouns = ["symbol", "index", "offset", "section", "buffer", "length", "count", "value", "position", "depth",
                                "entry", "table", "state", "flags", "column", "limit", "token", "level", "block", "weight"]
    private static let kinds = ["first", "last", "next", "old", "new", "current", "global", "local", "left", "right", "total", "free"]

    static func text(lines: Int) -> [UInt8] {
        var generator = GeneratedC()
        generator.program(lines: lines)
        return generator.text
    }

    // MARK: Choices

    private mutating func random(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % bound
    }

    private mutating func one(of words: [String]) -> String { words[random(words.count)] }

    // MARK: The file

    private mutating func line(_ content: String) {
        if !content.isEmpty { text += [UInt8](repeating: 9, count: indent) }
        text += Array(content.utf8)
        text.append(10)
        lines += 1
    }

    private mutating func program(lines wanted: Int) {
        line("/* Made by the bench: not for reading. */")
        line("typedef unsigned char byte;")
        line("typedef unsigned int u32;")
        line("typedef unsigned long u64;")
        line("#define FIELD(value, from, width) (((value) >> (from)) & ((1u << (width)) - 1))")
        line("#define LARGER(a, b) ((a) > (b) ? (a) : (b))")
        line("#define BOUND 64")
        line("struct node { struct node *next; int kind, count; u64 key; double weight; byte name[24]; };")
        line("extern int report(const char *what, long value);")
        line("int report(const char *what, long value) { return what[0] + (int)value; }")
        line("static int total;")
        line("static u32 seen[BOUND];")
        while lines < wanted - functions - 20 {
            switch random(20) {
            case 0: table()
            case 1, 2: macros()
            case 3: record()
            case 4, 5: variables()
            case 6: prototypes()
            default: function()
            }
        }
        line("void *const everything[] = {")
        for number in 0..<functions { line("\t(void *)f\(number),") }
        line("};")
        line("int main(int count, char **words) { return everything[count] == words; }")
    }

    private mutating func table() {
        let name = "table\(lines)"
        line("static const int \(name)[] = {")
        for _ in 0..<(4 + random(12)) {
            line("\t" + (0..<8).map { _ in "\(random(100_000))" }.joined(separator: ", ") + ",")
        }
        line("};")
        line("int look_\(name)(u32 at) { return \(name)[at % (sizeof \(name) / sizeof \(name)[0])]; }")
    }

    private mutating func variables() {
        comment()
        for _ in 0..<(3 + random(6)) {
            let name = "\(newName())_\(lines)"
            globals.append(name)
            line("static int \(name);\(one(of: ["", "", " /* \(one(of: GeneratedC.kinds)) \(one(of: GeneratedC.nouns)) in use */"]))")
        }
        line("")
    }

    private mutating func prototypes() {
        for _ in 0..<(3 + random(8)) {
            line("extern \(one(of: ["int", "void", "char *", "struct node *"])) \(newName())_\(newName())_\(lines)"
                 + "(struct node *\(one(of: GeneratedC.nouns)), int \(one(of: GeneratedC.kinds)), const char *name);")
        }
        line("")
    }

    private mutating func comment() {
        let sentences = random(4)
        for sentence in 0..<sentences {
            line("\(sentence == 0 ? "/* The" : "   and the") \(one(of: GeneratedC.kinds)) \(one(of: GeneratedC.nouns)) stays as it is until the"
                 + " \(one(of: GeneratedC.nouns)) of the \(one(of: GeneratedC.kinds)) \(one(of: GeneratedC.nouns)) changes"
                 + (sentence == sentences - 1 ? " */" : ","))
        }
    }

    private mutating func newName() -> String { one(of: GeneratedC.kinds) + "_" + one(of: GeneratedC.nouns) }

    private mutating func macros() {
        comment()
        for _ in 0..<6 { line("#define LIMIT_\(lines) (\(random(5000)) + BOUND)") }
        line("enum kind\(lines) { FIRST_\(lines), SECOND_\(lines) = \(random(90)), LAST_\(lines) };")
        line("")
    }

    private mutating func record() {
        line("struct record\(lines) {")
        for number in 0..<(3 + random(5)) {
            line("\t" + one(of: ["int", "char", "u64", "double", "struct node *", "byte"]) + " field\(number)\(one(of: ["", "", "[8]"]));")
        }
        line("};")
        line("")
    }

    private mutating func function() {
        let number = functions
        functions += 1
        numbers = []
        line("")
        comment()
        while numbers.count < 4 {
            let name = newName()
            if !numbers.contains(name) { numbers.append(name) }
        }
        string = one(of: ["name", "text", "path", "s", "word"])
        line("\(one(of: ["", "static "]))int f\(number)(struct node *node, int \(numbers[0]), u32 bits, const char *\(string))")
        line("{")
        indent += 1
        line("int \(numbers[1]) = \(numbers[0]), \(numbers[2]) = \(random(100));")
        line("int \(numbers[3]) = 0, i;")
        line("u64 key = bits;")
        line(random(4) == 0 ? "double weight = node->weight * \(random(9)).5;" : "long weight = \(numbers[0]) - \(random(50));")
        line("int part[\(8 << random(3))];")
        line("")
        line("part[0] = \(numbers[2]);")
        for _ in 0..<(2 + random(8)) {
            statement(depth: 0)
            if random(4) == 0 { line("") }
        }
        line("return \(expression(2)) + (int)weight + (int)key + part[0];")
        indent -= 1
        line("}")
    }

    // MARK: Statements

    private mutating func block(_ depth: Int) {
        indent += 1
        for _ in 0..<(1 + random(3)) { statement(depth: depth + 1) }
        indent -= 1
    }

    private mutating func statement(depth: Int) {
        switch random(depth < 3 ? 20 : 12) {
        case 0: line("\(local()) = \(expression(3));")
        case 1: line("\(local()) = \(leaf());")
        case 2: line("\(local()) \(one(of: ["+=", "-=", "^=", "|=", "&="])) \(expression(1));")
        case 3: line("key = (key << \(1 + random(30))) ^ (u64)\(leaf());")
        case 4: line("part[\(leaf()) & 7] = \(expression(2));")
        case 5: line("node->\(one(of: ["kind", "count"])) = \(expression(1));")
        case 6: line("weight = weight + \(leaf());")
        case 7: line("seen[bits % BOUND]++;")
        case 8: line("\(one(of: globals)) = \(expression(1));")
        case 9: line("report(\"\(newName()) of \(one(of: GeneratedC.nouns))\", \(leaf()));")
        case 10, 11:
            if functions > 1 { line("\(local()) = f\(random(functions - 1))(node, \(expression(1)), bits, \(string));") } else { line("total++;") }
        case 12, 13, 14:
            if random(4) == 0 { line("/* \(one(of: GeneratedC.kinds)) \(one(of: GeneratedC.nouns)) */") }
            line("if (\(condition())) {")
            block(depth)
            if random(3) == 0 {
                line("} else {")
                block(depth)
            }
            line("}")
        case 15:
            line("for (i = 0; i < \(one(of: [numbers[0], "BOUND", "(int)sizeof part"])); i++) {")
            indent += 1
            line("part[i & 7] += \(expression(1));")
            indent -= 1
            block(depth)
            line("}")
        case 16:
            line("while (node->next && \(condition())) {")
            block(depth)
            indent += 1
            line("node = node->next;")
            indent -= 1
            line("}")
        case 17:
            line("switch (\(expression(1))) {")
            let spread = one(of: ["1", "1", "13"])
            for label in 0..<(3 + random(6)) {
                line("case \(label) * \(spread):")
                indent += 1
                statement(depth: depth + 2)
                line("break;")
                indent -= 1
            }
            line("default:")
            block(depth)
            line("}")
        case 18:
            line("if (\(condition()))")
            indent += 1
            line("return report(\"\(one(of: ["too many", "not found", "bad key", "end of input"])) \(lines)\", \(leaf()));")
            indent -= 1
        default:
            line("while (*\(string) && *\(string) != '\(one(of: ["/", ":", ",", "-"]))') {")
            indent += 1
            line("\(numbers[2]) = \(numbers[2]) * 31 + *\(string)++;")
            indent -= 1
            line("}")
        }
    }

    // MARK: Expressions

    private mutating func condition() -> String {
        switch random(6) {
        case 0: return "node->kind == \(random(30)) && \(leaf()) \(one(of: ["<", ">", "!="])) \(local())"
        case 1: return "\(leaf()) || !\(local())"
        case 2: return "(\(leaf()) & \(1 << random(12))) != 0"
        case 3: return "key > \(random(9000))"
        default: return "\(expression(1)) \(one(of: ["<", "<=", ">", "==", "!="])) \(leaf())"
        }
    }

    private mutating func expression(_ depth: Int) -> String {
        guard depth > 0 else { return leaf() }
        switch random(16) {
        case 0, 1: return "\(expression(depth - 1)) + \(expression(depth - 1))"
        case 2: return "\(leaf()) - (\(expression(depth - 1)))"
        case 3: return "(\(expression(depth - 1))) * \(leaf())"
        case 4: return "((\(expression(depth - 1))) \(one(of: ["&", "|", "^"])) \(leaf()))"
        case 5: return "((\(expression(depth - 1))) >> \(1 + random(20)))"
        case 6: return "(\(expression(depth - 1))) / \(2 + random(99))"
        case 7: return "(int)FIELD(bits, \(random(16)), \(1 + random(12)))"
        case 8: return "LARGER(\(leaf()), \(expression(depth - 1)))"
        case 9: return "(int)(key % \(2 + random(1000)))"
        case 10: return "node->name[\(leaf()) & 15]"
        default: return leaf()
        }
    }

    private mutating func local() -> String { numbers[random(numbers.count)] }

    private mutating func leaf() -> String {
        switch random(12) {
        case 0, 1, 2, 3, 4: return local()
        case 5: return "node->count"
        case 6: return "part[\(random(8))]"
        case 7: return "(int)bits"
        case 8: return "\(string)[\(random(4))]"
        case 9: return one(of: globals)
        default: return "\(random(1000))"
        }
    }
}
