import Testing
@testable import P1Backend

/// One rule of M1pp a test; each checks the exact bytes.
@Suite struct MacroExpanderTests {
    private func check(_ source: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let result = expand(source)
        #expect(result.bytes == plain(expected), "\(result.errors)", sourceLocation: sourceLocation)
    }

    private func refuses(_ source: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let result = expand(source)
        #expect(result.bytes == nil, sourceLocation: sourceLocation)
        #expect(result.errors.contains(message), "\(result.errors)", sourceLocation: sourceLocation)
    }

    @Test func numbersOfEachSize() {
        check("!(0x12) @(0x3456) %(0x789ABCDE) $(0x1122334455667788)", "12 5634 DEBC9A78 8877665544332211")
        check("!(-1) @(-2) %(-3) $(-4)", "FF FEFF FDFFFFFF FCFFFFFFFFFFFFFF")
    }

    @Test func parametersAreReplaced() {
        check("%macro pair(a, b)\n!(a) !(b)\n%endm\n%pair(1, 2) %pair(3, 4)", "01 02 03 04")
        check("%macro none\nAA\n%endm\n%none %none", "AA AA")
    }

    @Test func argumentsAreSpansOfTokens() {
        check("%macro twice(x)\nx x\n%endm\n%twice(AA BB)", "AA BB AA BB")
        check("%macro both(x, y)\ny x\n%endm\n%both({AA BB}, CC)", "CC AA BB")
        check("%macro first(x, y)\n!(x)\n%endm\n%first((+ 1 2), 9)", "03")
        check("%macro lines(x)\nx\n%endm\n%lines({\nAA\nBB\n})", "AA BB")
    }

    @Test func expansionsAreReadAgain() {
        check("%macro one\n11\n%endm\n%macro two\n%one %one\n%endm\n%two", "11 11")
        check("%macro apply(m)\n% ## m\n%endm\n%macro one\n11\n%endm\n%apply(one)", "11")
        check("%macro make(name, value)\n%macro name\nvalue\n%endm\n%endm\n%make(it, 77)\n%it", "77")
    }

    @Test func pastingJoinsWords() {
        check("%macro join(a, b)\na ## b\n%endm\n%join(A, B) %join(12, 34)", "AB 1234")
    }

    @Test func freshLabelsAreTheirExpansionsOwn() {
        check(":start\n%macro skip\n!@over\n00 00\n:@over\n%endm\n%skip %skip", "02 0000 02 0000")
    }

    @Test func structsEnumsAndFrames() {
        check("%struct P { x y }\n!(%P.x) !(%P.y) !(%P.SIZE)", "00 08 10")
        check("%enum E { a b c }\n!(%E.a) !(%E.c) !(%E.COUNT)", "00 02 03")
        check("%struct F_FRAME { u v }\n%frame F\n!(%local(v)) !((+ %local(v) 1))\n%endframe", "08 09")
    }

    @Test func selectChoosesText() {
        check("%select(1, AA, BB) %select(0, AA, BB) %select((< 1 2), {CC}, {DD})", "AA BB CC")
    }

    @Test func stringsAndEscapes() {
        check(#""a\n\t\r\0\\\"\x7F""#, "61 0A 09 0D 00 5C 22 7F")
        check("'hi' 00", "68 69 00")
        check("%macro name(w)\n%str(w)\n%endm\n%name(abc)", "616263")
        refuses(#""\q""#, "escape")
    }

    @Test(arguments: [
        ("(+ 1 2 3)", Int64(6)), ("(* 2 3 4)", 24), ("(- 5)", -5), ("(- 10 1 2)", 7), ("(& 12 10)", 8), ("(| 12 3)", 15),
        ("(^ 6 3)", 5), ("(~ 0)", -1), ("(/ -7 2)", -3), ("(% -7 2)", -1), ("(<< 1 40)", 1 << 40), ("(>> -8 1)", -4),
        ("(= 2 2)", 1), ("(!= 2 2)", 0), ("(< -1 0)", 1), ("(<= 1 1)", 1), ("(> 1 2)", 0), ("(>= 2 1)", 1),
        (#"(strlen "ab")"#, 2), ("0xFFFFFFFFFFFFFFFF", -1), ("(+ 0x7FFFFFFFFFFFFFFF 1)", .min),
    ])
    func expressions(_ text: String, _ value: Int64) {
        var bytes = ByteBuffer()
        bytes.little(value, size: 8)
        check("$(\(text))", digits(bytes.bytes))
    }

    @Test func aDefinitionReplacesABuiltIn() {
        check("%macro ret\nAA\n%endm\n%ret", "AA")
        check("%macro li(r, v)\n!(v)\n%endm\n%li(a0, 5)", "05")
    }

    @Test func commentsAndWhiteSpace() {
        check("AA # BB\nCC ; DD\n\t EE", "AA CC EE")
    }

    @Test func sourcesLargerThanAPieceOfTheLexer() {
        let many = 3000
        let source = "%macro three(a)\na a a\n%endm\n" + String(repeating: "%three({\n12\n})\nAB\n", count: many)
        check(source, String(repeating: "121212AB", count: many))
    }

    @Test func definitionsLongerThanAPieceOfTheLexer() {
        let many = 6000
        check("%macro long\n" + String(repeating: "AB\n", count: many) + "%endm\nCD\n%long", "CD" + String(repeating: "AB", count: many))
    }

    @Test func whatIsRefused() {
        refuses("%nothing(1)", "unknown macro '%nothing'")
        refuses("%macro m(a)\na\n%endm\n%m(1, 2)", "takes 1 argument, not 2")
        refuses("%macro m\n%m\n%endm\n%m", "without end")
        refuses("%macro m\nAA", "no %endm")
        refuses("$((/ 1 0))", "zero")
        refuses(#"$((strlen "a\n"))"#, "other tools count 3")
        refuses("\"abc", "never closed")
        refuses("AA\u{1}", "text file")
    }

    @Test func errorsNameThePlaceAndTheCalls() {
        let errors = expand("AA\n%macro inner(x)\n%oops(x)\n%endm\n%macro outer\n%inner(1)\n%endm\n%outer").errors
        #expect(errors.contains("in:3:1: error: unknown macro '%oops'"))
        #expect(errors.contains("in:6:1: note: in the expansion of %inner called here"))
        #expect(errors.contains("in:8:1: note: in the expansion of %outer called here"))
    }
}
