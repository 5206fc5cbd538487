import Harness

/// Suites whose fixtures become programs: p1, cc, cc-libc.
enum ProgramSuite {
    /// `build` makes the program at a path; its result is nil, or what went wrong.
    static func prepare(_ stage: Stage, build: (Stage, String) -> Verdict? = ProgramSuite.build) -> Suite.Prepared {
        let program = stage.options.programPath(stage.fixture, stage.architecture)
        FileSystem.makeFolder(parent(of: program))
        FileSystem.remove(program)
        if let failure = build(stage, program) { return .verdict(failure) }
        return .program(Program(
            path: program, arguments: stage.fixture.words("args", stage.architecture),
            input: stage.fixture.path("stdin", stage.architecture) ?? "/dev/null", folder: stage.path("run"),
            output: stage.path("stdout"), errors: stage.path("stderr"),
            timeLimit: stage.fixture.words("time-limit", stage.architecture).first.flatMap { Double($0) } ?? stage.options.timeLimit))
    }

    static func build(_ stage: Stage, _ program: String) -> Verdict? {
        let target = "--target=" + stage.architecture
        let more = ["-fcheck-allocation"] + stage.options.compilerOptions + stage.fixture.words("options", stage.architecture)
        if stage.fixture.source.hasSuffix(".P1pp") {
            let start = entry(stage)
            combine(stage, start + [stage.source])
            let options = stage.fixture.words("options", stage.architecture)
            return stage.step("link", [target] + options + start + [stage.fixture.source, "-o", program])
        }
        if !stage.options.compiler.isEmpty { return buildElsewhere(stage, program) }
        let client = stage.path("client.P1pp")
        if stage.options.throughText {
            // P1pp inputs bring their own beginning and name the library themselves.
            let inputs = [stage.options.root + "/P1/entry-libc.P1pp", client, stage.options.root + "/build/lib/libc.a"]
            return stage.step("compile", ["-S", "--lib=app__", target] + more + [stage.fixture.source, "-o", client])
                ?? stage.step("link", [target] + inputs + ["-o", program])
        }
        return stage.step("compile", [target] + more + [stage.fixture.source, "-o", program])
    }

    private static func buildElsewhere(_ stage: Stage, _ program: String) -> Verdict? {
        let log = stage.path("compile.log")
        let compiler = stage.options.compiler
        // Libraries are looked into for what was missing before them.
        let words = compiler.prefix(1) + [stage.fixture.source, "-o", program] + compiler.dropFirst()
        let ending = Command(words: Array(words), folder: stage.fixture.folder, output: log, errors: log,
                             timeLimit: stage.options.timeLimit).run()
        if ending == .exit(0) { return nil }
        return .fail("\(compiler[0]): \(ending.text)", Comparison.tail(of: log))
    }

    /// The start code a P1pp fixture asks for in its first line: `# link: entry-plain`.
    private static func entry(_ stage: Stage) -> [String] {
        guard let content = FileSystem.readText(stage.source) else { return [] }
        let words = content.prefix { $0 != "\n" }.split(separator: " ")
        guard words.count > 2, words[0] == "#", words[1] == "link:" else { return [] }
        return words[2...].map { stage.options.root + "/P1/" + $0 + ".P1pp" }
    }

    /// Everything the link reads, in one file: what the lines of a macro's expansion are looked up in.
    private static func combine(_ stage: Stage, _ inputs: [String]) {
        var all: [UInt8] = []
        for path in ["P1pp", "ext"].map({ stage.options.root + "/P1/" + $0 + ".P1pp" }) + inputs {
            all += FileSystem.read(path) ?? []
        }
        FileSystem.write(stage.path("combined.P1pp"), all)
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    private static func log(_ ending: Command.Ending) -> String? {
        if case .lost(_, let log) = ending { return log }
        return nil
    }

    static func judge(_ stage: Stage, _ ending: Command.Ending) -> Verdict {
        let expectedStatus = stage.fixture.expectedStatus(stage.architecture)
        let output = FileSystem.read(stage.path("stdout")) ?? []
        let difference = Comparison.difference("standard output", expected: stage.expected("expected"), actual: output)
        if ending.status != expectedStatus {
            return .fail(ending.text(expected: expectedStatus),
                         (difference?.detail ?? []) + Comparison.tail(of: log(ending) ?? stage.path("stderr")))
        }
        if let difference { return difference }
        if let expected = stage.fixture.content("expected-stderr", stage.architecture) {
            let errors = FileSystem.read(stage.path("stderr")) ?? []
            if let difference = Comparison.difference("standard error", expected: expected, actual: errors) { return difference }
        }
        return .pass
    }
}
