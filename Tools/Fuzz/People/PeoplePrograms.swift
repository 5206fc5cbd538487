import Harness

/// Programs that look like what people write, made here: gcc's program says what they print, and minicc's must print the same, as
/// one unit at each level and through base P1, and from objects of mixed levels.
struct PeoplePrograms: Sendable {
    private let options: FuzzOptions
    private let folder: String
    /// How many programs are made smaller: it takes a while.
    private let reductions = 5
    /// All programs end in a fraction of this.
    private let referenceLimit = 10.0

    init(_ options: FuzzOptions) {
        self.options = options
        folder = options.root + "/build/fuzz"
    }

    func run() async -> Tally { await options.judgeSeeds(needing: ["gcc"], in: folder, judge) }

    func write() -> Tally {
        let tally = Tally(of: options.count)
        for seed in options.seed..<options.seed + options.count {
            let work = "\(folder)/people-\(seed)"
            FileSystem.makeEmptyFolder(work)
            PeopleProgram(seed: seed).write(to: work)
            tally.pass()
        }
        return tally
    }

    private func judge(seed: Int, _ tally: Tally) {
        let work = "\(folder)/people-\(seed)"
        FileSystem.makeEmptyFolder(work)
        let bench = Workbench(folder: work, timeLimit: options.timeLimit)
        var program = PeopleProgram(seed: seed)
        program.write(to: work)
        guard let expected = reference(bench) else {
            tally.fail("seed \(seed): gcc's program does not end well: \(bench.message(of: "gcc")), see \(work)")
            return
        }
        var differences: [(build: Build, text: String)] = []
        for build in Build.all(seed: seed, options) {
            if let text = build.difference(bench, expected) { differences.append((build, text)) }
        }
        guard let first = differences.first else {
            tally.pass()
            return FileSystem.remove(work)
        }
        if isUndefined(bench) { return tally.fail("seed \(seed): undefined: \(bench.message(of: "sanitized")), see \(work)") }
        FileSystem.write(work + "/expected", expected)
        // A look at one that does not end takes too long.
        if tally.failed < reductions && !first.text.hasPrefix("still running") { reduce(&program, first.build, bench) }
        tally.fail((["seed \(seed), see \(work)"] + differences.map { "\($0.build.name): \($0.text)" }
            + [first.build.commandLine(work)]).joined(separator: "\n    "))
    }

    /// What gcc's program prints. By itself gcc 12 makes `0.0 - (double)i` minus zero where i is 0.
    private func reference(_ bench: Workbench) -> [UInt8]? {
        guard bench.run("gcc", ["gcc", "-w", "-O0", "-frounding-math", "all.c", "-o", "reference", "-lm"], limit: 60) == .exit(0),
              bench.run("reference", [bench.folder + "/reference"], limit: referenceLimit) == .exit(0) else { return nil }
        return bench.output(of: "reference")
    }

    private func isUndefined(_ bench: Workbench) -> Bool {
        let words = ["gcc", "-w", "-fsanitize=undefined,address,float-cast-overflow", "-fno-sanitize-recover=all", "all.c", "-o", "sanitized",
                     "-lm"]
        guard bench.run("gcc", words, limit: 60) == .exit(0) else { return false }
        // What a program does not free is its own affair.
        return bench.run("sanitized", ["env", "ASAN_OPTIONS=detect_leaks=0", bench.folder + "/sanitized"]) != .exit(0)
    }

    // MARK: - Smaller

    /// Leaves out cases and statements as long as this build differs.
    private func reduce(_ program: inout PeopleProgram, _ build: Build, _ bench: Workbench) {
        func differs(_ program: PeopleProgram) -> Bool {
            program.write(to: bench.folder)
            guard let expected = reference(bench) else { return false }
            FileSystem.write(bench.folder + "/expected", expected)
            return build.difference(bench, expected) != nil
        }
        for number in program.cases where program.cases.count > 1 {
            var smaller = program
            smaller.cases = [number]
            if differs(smaller) { program = smaller }
        }
        for number in program.cases {
            var kept = Array(0..<Case(seed: program.seed, number: number).statements)
            var size = max(1, kept.count / 2)
            var runs = 300
            while runs > 0 {
                let before = kept.count
                var at = 0
                while at < kept.count && runs > 0 {
                    let range = at..<min(kept.count, at + size)
                    var smaller = program
                    smaller.dropped[number, default: []].formUnion(kept[range])
                    runs -= 1
                    if differs(smaller) {
                        program = smaller
                        kept.removeSubrange(range)
                    } else {
                        at += size
                    }
                }
                // What nothing calls any more may go in another round.
                if size == 1 && kept.count == before { break }
                size = max(1, size / 2)
            }
        }
        _ = differs(program)
    }
}

/// One way to make the program with minicc.
struct Build {
    let name: String
    private let architecture: String
    private let options: FuzzOptions
    /// All in one, or the options of each unit.
    private let levels: [[String]]

    static func all(seed: Int, _ options: FuzzOptions) -> [Build] {
        var random = Random(seed: seed, index: -1)
        let names = ["-O0", "-O1", "-O2"]
        var ways = names.map { [[$0]] } + [[[random.pick(names), "--p1=base"]]]
        ways.append(PeopleProgram.units.map { _ in [random.pick(names)] })
        return options.architectures.flatMap { architecture in
            ways.map { Build(architecture: architecture, options: options, levels: $0) }
        }
    }

    private init(architecture: String, options: FuzzOptions, levels: [[String]]) {
        self.architecture = architecture
        self.options = options
        self.levels = levels
        name = "\(architecture) " + (levels.count > 1 ? "objects " : "") + levels.joined().joined(separator: " ")
    }

    /// What all compilations have. The checker of allocation looks at -O0 only: in optimised functions with two computed gotos it takes
    /// a value that is undefined on one way for a lost one.
    private func words(_ level: [String]) -> [String] {
        [options.minicc, "--verify-ir", "-w"] + level
    }

    /// The steps to the program.
    private var commands: [[String]] {
        let target = "--target=" + architecture
        if levels.count == 1 { return [words(levels[0]) + [target, "all.c", "-o", "program"]] }
        let objects = PeopleProgram.units.map { $0 + ".o" }
        let compilations = zip(PeopleProgram.units, levels).map { words($1) + ["-c", $0, "-o", $0 + ".o"] }
        return compilations + [[options.minicc, target] + objects + ["-o", "program"]]
    }

    private var start: [String] { HostMachine.emulator(of: architecture).map { [$0] } ?? [] }

    /// What a person types to see the difference.
    func commandLine(_ folder: String) -> String {
        let steps = ["cd " + folder] + commands.map { $0.joined(separator: " ") }
            + ["{ " + (start + ["./program"]).joined(separator: " ") + "; } | diff expected -"]
        return steps.joined(separator: " && ")
    }

    func difference(_ bench: Workbench, _ expected: [UInt8]) -> String? {
        for command in commands {
            let ending = bench.run("minicc", command)
            if ending != .exit(0) { return "minicc: \(ending.text) " + bench.message(of: "minicc") }
        }
        let ending = bench.run("program", start + [bench.folder + "/program"])
        let actual = bench.output(of: "program")
        if actual == expected { return ending == .exit(0) ? nil : ending.text }
        let lines = actual.split(separator: 10)
        let wrong = zip(lines, expected.split(separator: 10)).first { $0 != $1 }?.0 ?? lines.last ?? []
        return "\(ending.text), first wrong in '\(String(decoding: wrong, as: UTF8.self))'"
    }
}
