import Foundation
import P1Backend
import Support
import Testing
@testable import MiniCC

/// tests/ir/PASS/NAME.ir: functions, a line `=>`, and the same functions behind the pass. A line `# options: …` says
/// what else the compiler was told. `MINICC_WRITE_GOLDEN=1 swift test` writes the second half anew.
@Suite struct IRGoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../ir").standardized

    private static let cases: [String] = {
        let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".ir") }.sorted()
    }()

    private func after(_ pass: Pipeline.Pass, _ input: String) throws -> String {
        let names = NameTable()
        var functions = try IRReader.functions(input, names: names)
        let objects = ObjectFacts()
        for line in input.split(separator: "\n") where line.hasPrefix("# object ") {
            let words = line.split(separator: " ")
            objects.note(names.intern(String(words[2])), size: Int64(words[3])!, isOwn: true)
        }
        let level = input.contains("# options: -O2") ? 2 : 1
        var context = PassContext(bodies: InlineBodies(level: level), objects: objects, names: names)
        var text = ""
        for index in functions.indices {
            #expect(IRChecker.check(functions[index]) == [], "the input")
            pass.run(&functions[index], &context)
            #expect(IRChecker.check(functions[index]) == [], "behind the pass")
            context.bodies.keep(functions[index])
            text += String(decoding: IRPrinter.text(functions[index], names), as: UTF8.self)
        }
        return text
    }

    @Test(arguments: cases) func golden(_ name: String) throws {
        let url = Self.folder.appendingPathComponent(name)
        let halves = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "=>\n")
        try #require(halves.count == 2 || ProcessInfo.processInfo.environment["MINICC_WRITE_GOLDEN"] != nil, "one line '=>'")
        let pass = try #require(Pipeline.passes.first { $0.name == name.split(separator: "/")[0] }, "the folder is named for a pass")
        let actual = try after(pass, halves[0])
        if ProcessInfo.processInfo.environment["MINICC_WRITE_GOLDEN"] != nil {
            try (halves[0] + "=>\n" + actual).write(to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(actual == halves[1], "\(actual)")
        }
    }

    @Test func everyPassHasCases() {
        for pass in Pipeline.passes where pass.name != "keep-body" {
            #expect(Self.cases.contains { $0.hasPrefix(pass.name + "/") }, "no case of \(pass.name)")
        }
    }

    /// What the printer writes of random functions reads back as the same text, after one renumbering.
    @Test func textReadsBack() throws {
        let globals = RandomIR.Globals(first: 100, alias: 101, second: 102, missing: 103)
        for seed in 0..<100 as Range<UInt64> {
            let names = NameTable()
            for number in 0..<200 { _ = names.intern("s\(number)") }
            let f = RandomIR.function(0, seed: seed, callees: [], globals: globals)
            let once = try #require(try IRReader.functions(String(decoding: IRPrinter.text(f, names), as: UTF8.self), names: names).first)
            #expect(IRChecker.check(once) == [])
            let text = IRPrinter.text(once, names)
            let twice = try #require(try IRReader.functions(String(decoding: text, as: UTF8.self), names: names).first)
            #expect(IRPrinter.text(twice, names) == text)
        }
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
    }
}
