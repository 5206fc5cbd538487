import Glibc
import Harness

/// Programs of csmith, which have one defined result: gcc's program says which, and minicc's must say the same
/// at every level of optimisation.
struct RandomPrograms: Sendable {
    private let options: FuzzOptions
    private let folder: String
    private let csmithHeaders = "/usr/include/csmith"
    private let levels = ["-O0", "-O1", "-O2"]
    /// csmith makes some programs that run for hours; one that gcc's code does not end in this time is left out.
    private let referenceLimit = 5.0

    init(_ options: FuzzOptions) {
        self.options = options
        folder = options.root + "/build/fuzz"
    }

    func run() async -> Tally { await options.judgeSeeds(needing: ["csmith", "gcc"], in: folder, judge) }

    private func judge(seed: Int, _ tally: Tally) {
        let work = Workbench(folder: "\(folder)/work-\(seed)", timeLimit: options.timeLimit)
        FileSystem.makeEmptyFolder(work.folder)
        defer { FileSystem.remove(work.folder) }
        let name = "seed-\(seed).c"
        let source = work.folder + "/" + name

        // A program that runs too long says nothing: another one takes its place.
        var expected: [UInt8]?
        for attempt in 0..<10 where expected == nil {
            let number = seed + attempt * 1_000_000_000
            guard work.run("csmith", ["csmith", "--seed", "\(number)", "-o", name] + features(of: number)) == .exit(0) else { continue }
            expected = reference(work, name)
        }
        guard let expected else {
            tally.leaveOut("seed \(seed): no program that gcc's code can run in \(Int(referenceLimit)) s")
            return
        }
        var differences: [String] = []
        for architecture in options.architectures {
            for level in levels {
                if let difference = difference(work, name, architecture, level, expected) {
                    differences.append("\(architecture) \(level): \(difference)")
                }
            }
        }
        if differences.isEmpty {
            tally.pass()
        } else if isUndefined(work, name) {
            tally.leaveOut("seed \(seed): gcc's sanitizer says that the program has no defined result")
        } else {
            let kept = "\(folder)/\(name)"
            FileSystem.write(kept, FileSystem.read(source) ?? [])
            tally.fail("\(kept)\n    " + differences.joined(separator: "\n    "))
        }
    }

    /// Most programs as csmith makes them by itself; some with what it leaves out then.
    private func features(of seed: Int) -> [String] {
        switch seed % 8 {
        case 2: return ["--no-argc", "--float"]
        case 4: return ["--no-argc", "--float", "--inline-function", "--max-funcs", "15"]
        case 6: return ["--no-argc", "--inline-function", "--max-expr-complexity", "16", "--max-block-depth", "3"]
        default: return ["--no-argc"]
        }
    }

    /// What gcc's program prints, nil if it cannot be known.
    private func reference(_ work: Workbench, _ name: String) -> [UInt8]? {
        let words = ["gcc", "-w", "-O0", "-I", csmithHeaders, name, "-o", "reference"]
        guard work.run("gcc", words, limit: 60) == .exit(0) else { return nil }
        guard work.run("reference", [work.folder + "/reference"], limit: referenceLimit) == .exit(0) else { return nil }
        return work.output(of: "reference")
    }

    /// csmith is careful, but not with floating-point numbers that an integer cannot hold.
    private func isUndefined(_ work: Workbench, _ name: String) -> Bool {
        let words = ["gcc", "-w", "-fsanitize=undefined,float-cast-overflow", "-fno-sanitize-recover=all", "-I", csmithHeaders,
                     name, "-o", "sanitized"]
        guard work.run("gcc", words, limit: 60) == .exit(0) else { return false }
        return work.run("sanitized", [work.folder + "/sanitized"]) != .exit(0)
    }

    private func difference(_ work: Workbench, _ name: String, _ architecture: String, _ level: String, _ expected: [UInt8]) -> String? {
        let words = [options.minicc, "--target=" + architecture, "--verify-ir", "-w", level, "-I", csmithHeaders, name, "-o", "program"]
        let compilation = work.run("minicc", words)
        if compilation != .exit(0) {
            return "minicc: \(compilation.text) " + work.message(of: "minicc")
        }
        let start = HostMachine.emulator(of: architecture).map { [$0] } ?? []
        let ending = work.run("program", start + [work.folder + "/program"])
        if ending != .exit(0) { return ending.text }
        let actual = work.output(of: "program")
        if actual == expected { return nil }
        return "prints '\(text(actual))', gcc's program '\(text(expected))'"
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix(60).filter { $0 >= 32 }, as: UTF8.self)
    }
}
