import Foundation
import P1Backend
import Support
import Testing
@testable import MiniCC

/// The library as a client sees it: sources and toolchain in memory or on disk, results and messages as values.
@Suite struct CompilerTests {
    /// The start and the library of P1 from this repository, and one header, in memory.
    private static let toolchain: Toolchain = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..").standardized.path
        var files: [String: [UInt8]] = ["include/answer.h": Array("#define ANSWER 42\n".utf8)]
        for name in Toolchain.libp1pp {
            guard case .success(let bytes) = OperatingSystem.read(root + "/" + name) else { fatalError("\(name) is not there") }
            files[name] = bytes
        }
        return Toolchain(files: files)
    }()

    private let compiler = Compiler(toolchain: Self.toolchain)

    @Test(arguments: Machines.all.map { $0.name }) func programFromMemory(_ machine: String) throws {
        let source = Source(name: "answer.c", text: "#include <answer.h>\nint main(void) { return ANSWER; }\n")
        let program = try compiler.program([source], for: Machines.named(machine)!).get()
        #expect(program.starts(with: [0x7F, 0x45, 0x4C, 0x46]))
        if machine == Machines.host.name { #expect(try run(program) == 42) }
    }

    @Test func severalSources() throws {
        let main = Source(name: "main.c", text: "int twice(int); int main(void) { return twice(21); }")
        let twice = Source(name: "twice.c", text: "int twice(int x) { return 2 * x; }")
        #expect(try run(compiler.program([main, twice], for: Machines.host).get()) == 42)
    }

    @Test func diagnosticsAreValues() throws {
        var compiler = compiler
        compiler.options.warnings.none = false
        let source = Source(name: "wrong.c", text: "#define CALL undeclared()\nint f(int x) {\n    int unused = 1\n    return CALL + y;\n}\n")
        let result = compiler.object(source)
        #expect(result.bytes == nil)
        let first = try #require(result.diagnostics.first)
        #expect(first.severity == .error)
        #expect(first.position == Position(file: "wrong.c", line: 3, column: 19))
        #expect(first.message.contains("';'"))
        #expect(first.excerpt.map { String(decoding: $0.text, as: UTF8.self) } == "    int unused = 1")
        let expanded = try #require(result.diagnostics.first { !$0.notes.isEmpty })
        #expect(expanded.notes.contains { $0.message == "expanded from macro 'CALL'" && $0.position?.line == 1 })
        #expect(throws: Compiler.CompilationFailed.self) { try result.get() }
    }

    @Test func warningsHaveNames() {
        let result = compiler.object(Source(name: "w.c", text: "#define A 1\n#define A 2\n"))
        #expect(result.bytes != nil)
        #expect(result.diagnostics.map(\.warning) == ["macro-redefined"])
        #expect(result.diagnostics.first?.notes.count == 1)
    }

    @Test func undefinedNamesAreShownInTheSource() throws {
        let result = compiler.program([Source(name: "u.c", text: "int missing(void);\nint main(void) { return missing(); }\n")], for: Machines.host)
        #expect(result.bytes == nil)
        let message = try #require(result.diagnostics.first)
        #expect(message.message.contains("undefined reference to 'missing'"))
        #expect(message.position == Position(file: "u.c", line: 2, column: 25))
    }

    @Test func severalThreadsAtOnce() async throws {
        let text = "static int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }\nint main(void) { return f(10); }\n"
        let expected = compiler.object(Source(name: "fib.c", text: text)).bytes
        let compiler = compiler
        await withTaskGroup(of: [UInt8]?.self) { group in
            for _ in 0..<16 { group.addTask { compiler.object(Source(name: "fib.c", text: text)).bytes } }
            for await bytes in group { #expect(bytes == expected) }
        }
    }

    /// The article shows the program that make test-package compiles.
    @Test func articleIsTheExample() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..").standardized
        let example = try String(contentsOf: root.appendingPathComponent("examples/embed/main.swift"), encoding: .utf8)
        let article = try String(contentsOf: root.appendingPathComponent("Sources/MiniCC/MiniCC.docc/FromStringToProgram.md"), encoding: .utf8)
        #expect(article.contains("```swift\n" + example + "```\n"))
    }

    /// The exit status of a program of this machine.
    private func run(_ program: [UInt8]) throws -> Int32 {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("minicc-" + UUID().uuidString)
        try Data(program).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url.path)
        let process = Process()
        process.executableURL = url
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
