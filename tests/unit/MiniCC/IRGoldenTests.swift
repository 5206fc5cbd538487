import Foundation
import P1Backend
import Support
import Testing
@testable import MiniCC

/// tests/ir/PASS/NAME.ir: functions, a line `=>`, and the same functions behind the pass. tests/ir/README.md says how to
/// write one; `MINICC_WRITE_GOLDEN=1 swift test` writes the second half anew.
@Suite struct IRGoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../ir").standardized
    private static let writes = ProcessInfo.processInfo.environment["MINICC_WRITE_GOLDEN"] != nil

    private static let cases: [String] = {
        let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".ir") }.sorted()
    }()

    struct UnknownLine: Error { let line: String }

    /// What a case says of the rest of the program, in lines that begin with "#!".
    private struct Surroundings {
        var level = 1
        let objects = ObjectFacts()

        init(_ input: String, _ names: NameTable) throws {
            for line in input.split(separator: "\n") where line.hasPrefix("#!") {
                let words = line.dropFirst(2).split(separator: " ").map(String.init)
                if words == ["-O1"] || words == ["-O2"] {
                    level = words == ["-O2"] ? 2 : 1
                } else if words.count == 3, words[0] == "defined" || words[0] == "declared", let size = Int64(words[2]) {
                    objects.note(IRSymbol(raw: names.intern(words[1])), size: size, isOwn: words[0] == "defined")
                } else {
                    throw UnknownLine(line: String(line))
                }
            }
        }
    }

    private func run(_ pass: Pipeline.Pass, _ input: String) throws -> (before: String, after: String) {
        let names = NameTable()
        let surroundings = try Surroundings(input, names)
        var context = PassContext(bodies: InlineBodies(level: surroundings.level), objects: surroundings.objects, names: names)
        func text(_ f: IRFunction) -> String { String(decoding: IRPrinter.text(f, names), as: UTF8.self) }
        var (before, after) = ("", "")
        for var f in try IRReader.functions(input, names: names) {
            #expect(IRChecker.check(f) == [], "the input")
            before += text(f)
            pass.run(&f, &context)
            #expect(IRChecker.check(f) == [], "behind the pass")
            after += text(f)
            context.bodies.keep(f)
        }
        let reread = try IRReader.functions(after, names: names).map(text)
        #expect(try IRReader.functions(reread.joined(), names: names).map(text) == reread, "what a pass leaves can be read")
        return (before, after)
    }

    @Test(arguments: cases) func golden(_ name: String) throws {
        let url = Self.folder.appendingPathComponent(name)
        let halves = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "=>\n")
        try #require(halves.count == 2 || Self.writes, "one line '=>'")
        let pass = try #require(Pipeline.passes.first { $0.name == name.split(separator: "/")[0] }, "the folder is named for a pass")
        let (before, after) = try run(pass, halves[0])
        #expect((before == after) == name.hasSuffix("-stays.ir"), "a case whose name ends in -stays, and no other, leaves its functions as they are")
        if Self.writes {
            try (halves[0] + "=>\n" + after).write(to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(after == halves[1], "\(after)")
        }
    }

    @Test func everyPassHasCases() {
        for pass in Pipeline.passes where pass.name != "keep-body" {
            #expect(Self.cases.contains { $0.hasPrefix(pass.name + "/") }, "no case of \(pass.name)")
        }
    }

    /// What the printer writes of random functions reads back as the same text, after one renumbering.
    @Test func textReadsBack() throws {
        let globals = RandomIR.Globals.numbered
        for seed in 0..<100 as Range<UInt64> {
            let names = NameTable()
            for number in 0..<200 { _ = names.intern("s\(number)") }
            let f = RandomIR.function(IRSymbol(0), seed: seed, callees: [], globals: globals)
            let once = try #require(try IRReader.functions(String(decoding: IRPrinter.text(f, names), as: UTF8.self), names: names).first)
            #expect(IRChecker.check(once) == [])
            let text = IRPrinter.text(once, names)
            let twice = try #require(try IRReader.functions(String(decoding: text, as: UTF8.self), names: names).first)
            #expect(IRPrinter.text(twice, names) == text)
        }
    }

    /// What the random functions have not.
    @Test func attributesReadBack() throws {
        let names = NameTable()
        let text = """
        function f(0) private setjmp never-inline section .text.rare {
          slot 0: 8 align 8
          object @table: b1 b1
        b0:
          unreachable
        b1: address taken
          trap
        }

        """
        let f = try #require(try IRReader.functions(text, names: names).first)
        #expect(String(decoding: IRPrinter.text(f, names), as: UTF8.self) == text)
    }

    @Test func mistakesAreNamed() {
        func problem(_ body: String) -> String {
            do {
                _ = try IRReader.functions("function f(1) {\nb0:\n\(body)\n}\n", names: NameTable())
                return ""
            } catch { return "\(error)" }
        }
        #expect(problem("  ret v1").hasSuffix("v1 is not defined"))
        #expect(problem("  v0 = frob v0 : i32").hasSuffix("there is no operation 'frob'"))
        #expect(problem("  br b7").hasSuffix("a block is expected, not 'b7'"))
        #expect(problem("  v0 = const x : i32").hasPrefix("line 3: "))
        #expect(problem("  v0 = const 1 : i32\n  v0 = const 2 : i32").hasSuffix("v0 is defined twice"))
        #expect(problem("  object t: b0").hasSuffix("the name of an object begins with '@'"))
    }
}
