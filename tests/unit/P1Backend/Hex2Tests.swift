import Testing
@testable import P1Backend

/// hex2++: references, directives and scopes, by exact bytes.
@Suite struct Hex2Tests {
    private func assemble(_ source: String, base: UInt64 = 0x1000) -> (bytes: String?, errors: String) {
        var diagnostics: Diagnostics?
        let bytes = Tools.assembleHex2(&diagnostics, name: "in", bytes: Array(source.utf8), options: Tools.Hex2Options(base: base), target: AMD64.self)
        return (bytes.map { digits($0) }, diagnostics?.report ?? "")
    }

    private func check(_ source: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let result = assemble(source)
        #expect(result.bytes == plain(expected), "\(result.errors)", sourceLocation: sourceLocation)
    }

    private func refuses(_ source: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let result = assemble(source)
        #expect(result.bytes == nil, sourceLocation: sourceLocation)
        #expect(result.errors.contains(message), "\(result.errors)", sourceLocation: sourceLocation)
    }

    @Test func references() {
        check(":a !a @a ~a %a", "FF FDFF FAFFFF F6FFFFFF")
        check(":a $a &a", "0010 00100000")
        check("!b @b ~b %b $b &b :b", "0F 0D00 0A0000 06000000 1010 10100000")
        check(".ptrsize 8\n:a &a %a", "0010000000000000 F0FFFFFFFFFFFFFF")
    }

    @Test func differences() {
        check(":a 00 00 00 :b !b-a @b-a %b-a !a-b %b>a", "000000 03 0300 03000000 FD 03000000")
    }

    @Test func alignmentAndFilling() {
        check("AA .align 4\nBB", "AA000000 BB")
        check("AA .align 4 90\nBB", "AA909090 BB")
        check(".fill 3 FF\n01", "FFFFFF 01")
    }

    @Test func localLabelsBelongToTheirScope() {
        check(".scope\n:.x !.x\n.endscope\n.scope\n00 :.x !.x\n.endscope", "FF 00 FF")
        check(".scope\n:.x\n.scope\n!.x\n.endscope\n.endscope", "FF")
        check(".scope\n!.x 00 :.x\n.endscope", "01 00")
        refuses(".scope\n:.x\n.endscope\n!.x", "undefined label '.x'")
    }

    @Test func whatIsRefused() {
        refuses("!nowhere", "undefined label 'nowhere'")
        refuses(":a :a", "defined twice")
        refuses("ABC", "odd number")
        refuses("!far .fill 200 00\n:far", "does not fit")
        refuses(".scope", "scope")
        refuses(".align 0\n", "align")
        refuses("xyz", "neither")
    }
}
