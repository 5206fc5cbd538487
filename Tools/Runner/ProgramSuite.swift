import Harness

/// Suites whose fixtures become programs: p1, cc, cc-libc.
enum ProgramSuite {
    /// The ways from a source to a program. A fixture passes if its program does on every way it takes.
    enum Road: String {
        case direct
        /// P1pp text of the client in library form, put together with the library's by catm, expanded and assembled.
        case text
    }

    private static func roads(_ stage: Stage) -> [Road] {
        guard stage.fixture.suite == "cc-libc", stage.options.compiler.isEmpty, !stage.options.compilesInside else { return [.direct] }
        return stage.options.throughText ? [.text] : [.direct, .text]
    }

    static func prepare(_ stage: Stage) -> Suite.Prepared {
        let roads = roads(stage)
        let name = stage.options.programPath(stage.fixture, stage.architecture)
        var programs: [Program] = []
        for road in roads {
            let isText = road == .text
            let prepared = prepare(stage, isText ? name + ".text" : name, isText ? "text." : "", build: isText ? buildByText : build)
            guard case .programs(let made) = prepared else {
                guard case .verdict(let verdict) = prepared, roads.count > 1 else { return prepared }
                return .verdict(.fail("\(road.rawValue) road: " + verdict.reason, verdict.detail))
            }
            programs += made.map {
                var program = $0
                if roads.count > 1 { program.road = road.rawValue }
                return program
            }
        }
        return .programs(programs)
    }

    /// `build` makes the program at a path; its result is nil, or what went wrong. `part` begins the names of its traces.
    static func prepare(_ stage: Stage, _ program: String, _ part: String = "", build: (Stage, String) -> Verdict?) -> Suite.Prepared {
        FileSystem.makeFolder(parent(of: program))
        FileSystem.remove(program)
        let isCompiledInside = stage.options.compilesInside && stage.fixture.source.hasSuffix(".c")
        if !isCompiledInside {
            let failure = build(stage, program)
            if let refusal = baseRefusal(stage) { return .verdict(judge(stage, failure, mustSay: refusal)) }
            if let failure { return .verdict(failure) }
        }
        return .programs([Program(
            path: program, arguments: stage.fixture.words("args", stage.architecture),
            input: stage.fixture.path("stdin", stage.architecture) ?? "/dev/null", folder: stage.path(part + "run"),
            output: stage.path(part + "stdout"), errors: stage.path(part + "stderr"),
            timeLimit: stage.fixture.words("time-limit", stage.architecture).first.flatMap { Double($0) } ?? stage.options.timeLimit,
            compile: isCompiledInside ? [stage.options.minicc] + compilation(stage) : [],
            compileFolder: stage.fixture.folder)])
    }

    /// What the fixture is refused with where it is to become base P1, which has no words for it.
    private static func baseRefusal(_ stage: Stage) -> String? {
        guard stage.options.throughText, stage.options.compilerOptions.contains("--p1=base"),
              let path = stage.fixture.path("base-refusal", stage.architecture) else { return nil }
        return FileSystem.readText(path)?.split(separator: "\n").first.map(String.init)
    }

    /// What a step said is in its log; a verdict has only the end of it.
    private static func judge(_ stage: Stage, _ failure: Verdict?, mustSay refusal: String) -> Verdict {
        guard let failure else { return .fail("base P1 takes what it should refuse: \(refusal)") }
        let logs = FileSystem.names(in: stage.folder).filter { $0.hasSuffix(".log") }
        return logs.contains { FileSystem.readText(stage.path($0))?.contains(refusal) == true } ? .pass : failure
    }

    /// As the card has it: client, catm, one link of everything. Each step's traces lie in the fixture's folder, which the
    /// file NAME.workdir beside the program names.
    private static func buildByText(_ stage: Stage, _ program: String) -> Verdict? {
        let options = stage.options
        let more = options.compilerOptions + stage.fixture.words("options", stage.architecture)
        let library = options.build + (more.contains("--p1=base") ? "/libc.base.P1pp" : "/libc.P1pp")
        let client = stage.path(stage.fixture.name + ".client.P1pp")
        let combined = stage.path("combined.M1pp")
        let start = options.root + "/P1/"
        FileSystem.write(options.programPath(stage.fixture, stage.architecture) + ".workdir", Array((stage.folder + "\n").utf8))
        return stage.step("minicc --lib", log: "cc.log",
                          [options.minicc, "--lib=app__"] + more + [stage.fixture.source, "-o", client])
            ?? stage.step("minicc catm", log: "p1pp.log", [
                options.minicc, "catm", combined, start + "entry-libc.P1pp", library, client, start + "elf-end.P1pp"])
            ?? stage.step("link of the text", log: "p1pp.log", [
                options.minicc, "--target=" + stage.architecture, combined, "-o", program])
    }

    private static func moreOptions(_ stage: Stage) -> [String] {
        stage.options.compilerOptions + stage.fixture.words("options", stage.architecture)
    }

    /// minicc's words for a C source that becomes a program in one step, but where to.
    private static func compilation(_ stage: Stage) -> [String] {
        ["--target=" + stage.architecture] + moreOptions(stage) + [stage.fixture.source]
    }

    static func build(_ stage: Stage, _ program: String) -> Verdict? {
        let target = "--target=" + stage.architecture
        let more = moreOptions(stage)
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
            return stage.step("compile", ["--lib=app__", target] + more + [stage.fixture.source, "-o", client])
                ?? stage.step("link", [target] + inputs + ["-o", program])
        }
        return stage.step("compile", compilation(stage) + ["-o", program])
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
        for path in ["P1pp", "sys-base", "ext"].map({ stage.options.root + "/P1/" + $0 + ".P1pp" }) + inputs {
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

    static func judge(_ stage: Stage, _ program: Program, _ ending: Command.Ending) -> Verdict {
        let verdict = judge(stage, output: program.output, errors: program.errors, ending)
        return verdict.passed || program.road.isEmpty ? verdict : .fail("\(program.road) road: " + verdict.reason, verdict.detail)
    }

    static func judge(_ stage: Stage, output outputPath: String, errors errorsPath: String, _ ending: Command.Ending) -> Verdict {
        let expectedStatus = stage.fixture.expectedStatus(stage.architecture)
        let output = FileSystem.read(outputPath) ?? []
        let difference = Comparison.difference("standard output", expected: stage.expected("expected"), actual: output)
        if ending.status != expectedStatus {
            return .fail(ending.text(expected: expectedStatus),
                         (difference?.detail ?? []) + Comparison.tail(of: log(ending) ?? errorsPath))
        }
        if let difference { return difference }
        if let expected = stage.fixture.content("expected-stderr", stage.architecture) {
            let errors = FileSystem.read(errorsPath) ?? []
            if let difference = Comparison.difference("standard error", expected: expected, actual: errors) { return difference }
        }
        return .pass
    }
}
