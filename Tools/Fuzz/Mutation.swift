import Harness

/// Damages a source: words and signs, or bytes.
struct Mutation {
    private var random: Random
    /// What other sources are made of.
    private let foreign: [UInt8]

    init(_ random: Random, foreign: [UInt8]) {
        self.random = random
        self.foreign = foreign
    }

    mutating func apply(to source: [UInt8]) -> [UInt8] {
        if random.chance(1, in: 3) { return damageBytes(source) }
        var tokens = Mutation.tokens(of: source)
        let others = Mutation.tokens(of: foreign)
        for _ in 0..<(1 + random.below(random.chance(1, in: 4) ? 20 : 4)) where !tokens.isEmpty { damage(&tokens, others) }
        return Array(tokens.joined())
    }

    // MARK: - Tokens

    private mutating func damage(_ tokens: inout [ArraySlice<UInt8>], _ others: [ArraySlice<UInt8>]) {
        let at = random.below(tokens.count)
        let length = random.chance(1, in: 3) ? 1 + random.below(12) : 1
        let range = at..<min(tokens.count, at + length)
        switch random.below(13) {
        case 0, 1: tokens.removeSubrange(range)
        case 2: tokens.insert(contentsOf: tokens[range], at: random.below(tokens.count))
        case 3: tokens.swapAt(at, random.below(tokens.count))
        case 4, 5: tokens[at] = tokens[random.below(tokens.count)]
        case 6 where !others.isEmpty:
            let from = random.below(others.count)
            tokens.insert(contentsOf: others[from..<min(others.count, from + 1 + random.below(30))], at: at)
        case 7 where !others.isEmpty: tokens[at] = others[random.below(others.count)]
        case 8, 9: tokens[at] = ArraySlice(random.pick(Mutation.odd).utf8)
        case 11: moveNumbers(&tokens, at)
        case 10: tokens.insert(ArraySlice((" " + random.pick(Mutation.odd) + " ").utf8), at: at)
        default:
            // Deep nesting and long lists.
            let times = random.chance(1, in: 40) ? 30_000 : random.chance(1, in: 4) ? 300 : 3
            let piece = Array(tokens[range])
            tokens.insert(contentsOf: repeatElement(piece, count: times).joined(), at: at)
        }
    }

    /// Words, numbers, white space, strings without their escapes; everything else is a token of one byte.
    private static func tokens(of source: [UInt8]) -> [ArraySlice<UInt8>] {
        var tokens: [ArraySlice<UInt8>] = []
        var at = 0
        while at < source.count {
            var end = at + 1
            if isWord(source[at]) {
                while end < source.count && isWord(source[end]) { end += 1 }
            } else if source[at] == UInt8(ascii: " ") {
                while end < source.count && source[end] == source[at] { end += 1 }
            } else if source[at] == UInt8(ascii: "\"") {
                while end < source.count && source[end] != source[at] && source[end] != 10 { end += 1 }
                if end < source.count && source[end] == source[at] { end += 1 }
            }
            tokens.append(source[at..<end])
            at = end
        }
        return tokens
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
             UInt8(ascii: "_"): return true
        default: return false
        }
    }

    /// What compilers stumble over.
    private static let odd = [
        "0", "-1", "1", "8", "63", "64", "65536", "2147483647", "2147483648", "4294967295", "4294967296",
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615", "99999999999999999999",
        "0x7fffffffffffffff", "0x8000000000000000", "1e308", "1e-400", "1e99999", "0x1p-1074", "nan", "1.0f", "08", "0x",
        "'", "\"", "'\\", "\\", "\\\n", "\n", "//", "/*", "*/", "??/", "\u{7F}", "\0", "é", "\\u0041", "\\U0010FFFF", "L'",
        "(", ")", "[", "]", "{", "}", ";", ",", ":", "?", "...", "#", "##", "%", "&", "*", "-", "->", ".", "=", "==", "<<", ">>=",
        "\n#define X X\n", "\n#define F(x) x##F(x)\n", "\n#if 1/0\n", "\n#if\n", "\n#else\n", "\n#endif\n", "\n#line 2147483647\n",
        "\n#include __FILE__\n", "\n#pragma pack(3)\n", "__VA_ARGS__", "__VA_OPT__(", "_Pragma(\"", "defined", "__COUNTER__",
        "int", "char", "long", "double", "float", "void", "struct", "union", "enum", "struct s", "typedef", "extern", "static",
        "inline", "register", "const", "volatile", "restrict", "unsigned", "_Bool", "_Alignas(", "_Generic(", "_Static_assert(",
        "sizeof", "_Alignof", "typeof", "__attribute__((", "aligned(", "packed", "alias(\"", "asm(", "goto", "case", "default:",
        "switch", "while", "for(", "do", "if", "else", "return", "break", "continue", "&&", "||", "!", "~", "++", "--", "+=",
        "__builtin_", "__builtin_va_arg(", "__builtin_constant_p(", "__builtin_choose_expr(", "__builtin_offsetof(", "alloca(",
        "va_start(", "main", "(int)", "(struct s){", "({", "})", "[*]", "[]", "[0]", "[-1]", "[n]", "*p", "...)", ":0", ":64",
        "%macro", "%endm", "%enter", "%eret", "%li", "%la", "%call", "%section", "%ptr8", "%zero", "%select", "%frame", "%struct",
        "%enum", "%str", "%common", "%alias", "%weak", "&label", ":label", ":@x", ":.x", ".scope", ".endscope", ".align", ".fill",
        ".ptrsize", "$(", "@(", "!(", "(+", "(/", "(<<", "(strlen", "a0", "s5", "fs3", "sp",
    ]

    /// All numbers of a stretch move to an end of the integers together: case labels stay dense there, and bounds of
    /// ranges in order.
    private mutating func moveNumbers(_ tokens: inout [ArraySlice<UInt8>], _ start: Int) {
        let end = random.pick(["-2147483648", "2147483640", "4294967290u", "-9223372036854775807", "9223372036854775800", "18446744073709551608u"])
        for at in start..<min(tokens.count, start + 150) {
            guard let first = tokens[at].first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9"), tokens[at].allSatisfy(Mutation.isWord) else { continue }
            tokens[at] = ArraySlice("(\(end)+".utf8) + tokens[at] + ArraySlice(")".utf8)
        }
    }

    // MARK: - Bytes

    private mutating func damageBytes(_ source: [UInt8]) -> [UInt8] {
        var bytes = source
        for _ in 0..<(1 + random.below(6)) where !bytes.isEmpty {
            let at = random.below(bytes.count)
            let range = at..<min(bytes.count, at + 1 + random.below(random.chance(1, in: 4) ? 200 : 8))
            switch random.below(9) {
            case 0: bytes[at] ^= 1 << UInt8(random.below(8))
            case 1: bytes[at] = UInt8(random.below(256))
            case 2: bytes.insert(UInt8(random.below(256)), at: at)
            case 3: bytes.insert(0, at: at)
            case 4: bytes.removeSubrange(range)
            case 5: bytes.insert(contentsOf: Array(bytes[range]), at: random.below(bytes.count))
            case 6: bytes.removeSubrange(at...)
            case 7 where !foreign.isEmpty:
                let from = random.below(foreign.count)
                bytes.insert(contentsOf: foreign[from..<min(foreign.count, from + 1 + random.below(100))], at: at)
            default: bytes.swapAt(at, random.below(bytes.count))
            }
        }
        return bytes
    }
}
