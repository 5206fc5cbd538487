import Glibc
import Harness

/// Damaged fixtures: minicc must accept or refuse each of them, with a message, in a short time and little memory.
struct Mutants: Sendable {
    private let options: FuzzOptions
    private let folder: String
    private let corpus: [Source]
    private static let memoryLimit = 2 << 30

    /// A fixture that is there to be damaged.
    private struct Source: Sendable {
        let suite: String
        let file: String
        let content: [UInt8]
        /// What the fixture itself is compiled with.
        let options: [String]

        var end: String { file.lastIndex(of: ".").map { String(file[$0...]) } ?? "" }
    }

    init(_ options: FuzzOptions) {
        self.options = options
        folder = options.root + "/build/mutants"
        var corpus: [Source] = []
        for suite in ["cc", "cc-libc", "errors", "pp", "p1", "m1pp"] {
            let tests = options.root + "/tests/" + suite
            for file in FileSystem.names(in: tests) where [".c", ".h", ".P1pp", ".M1pp", ".hex2"].contains(where: file.hasSuffix) {
                let name = file.prefix { $0 != "." }
                let words = (FileSystem.readText("\(tests)/\(name).options") ?? "").split { " \n\t".contains($0) }.map(String.init)
                corpus.append(Source(suite: suite, file: file, content: FileSystem.read("\(tests)/\(file)") ?? [], options: words))
            }
        }
        self.corpus = corpus
    }

    func run() async -> Tally {
        let tally = Tally(of: options.count)
        guard !corpus.isEmpty, FileSystem.exists(options.minicc) else {
            tally.fail("no fixtures in tests/, or no \(options.minicc)")
            return tally
        }
        Command.setLimits(memory: Mutants.memoryLimit)
        FileSystem.makeEmptyFolder(folder)
        await parallel(options.count, jobs: options.jobs) { index in judge(index, tally) }
        return tally
    }

    private func judge(_ index: Int, _ tally: Tally) {
        var random = Random(seed: options.seed, index: index)
        let source = random.pick(corpus)
        let words = command(for: source, &random)
        var mutation = Mutation(random, foreign: random.pick(corpus.filter { $0.end == source.end }).content)
        let mutant = Mutant(file: "\(folder)/\(index)\(source.end)", words: words, options: options)
        let content = mutation.apply(to: source.content)
        guard let reason = mutant.fault(content) else {
            tally.pass()
            mutant.removeTraces()
            FileSystem.remove(mutant.file)
            return
        }
        FileSystem.write(mutant.file, mutant.reduce(content, keeping: reason))
        mutant.removeTraces()
        tally.fail("\(index) (\(source.suite)/\(source.file)): \(reason)\n    " + mutant.commandLine.joined(separator: " "))
    }

    /// What minicc is asked to do; IN and OUT stand for the files.
    private func command(for source: Source, _ random: inout Random) -> [String] {
        let target = "--target=" + random.pick(HostMachine.allNames)
        switch source.end {
        case ".M1pp": return ["m1pp", target] + (random.chance(1, in: 8) ? ["--lenient"] : []) + ["IN", "OUT"]
        case ".hex2": return ["hex2"] + (random.chance(1, in: 8) ? ["-b", "-E"] : []) + ["IN", "OUT"]
        case ".P1pp":
            if random.chance(1, in: 4) { return ["m1pp", target, "IN", "OUT"] }
            if random.chance(1, in: 4) { return ["p1check-base", target, "IN"] }
            return [target, "IN", "-o", "OUT"] + (random.chance(1, in: 8) ? ["--emit=" + random.pick(["bin", "m1", "hex2"])] : [])
        default:
            var words = source.options + ["-I\(options.root)/tests/\(source.suite)", random.pick(["-O0", "-O1", "-O2"])]
            words.append(random.pick(["--verify-ir", "-fno-check-allocation", "-Wall", "-Wextra", "-w", "--p1=base", "-g"]))
            switch random.below(8) {
            case 0: words.append("-E")
            case 1: words += ["-S", "--lib=app__"]
            case 2: words.append("-S")
            case 3: words.append("-c")
            case 4: words.append("--dump=" + random.pick(["tokens", "ast", "ir", "p1"]))
            default: words.append(target)
            }
            return words + ["-x", "c", "IN", "-o", "OUT"]
        }
    }
}

/// One damaged source, and the command that reads it.
struct Mutant: Sendable {
    let file: String
    let words: [String]
    let options: FuzzOptions

    var commandLine: [String] {
        [options.minicc] + words.map { $0 == "IN" ? file : $0 == "OUT" ? file + ".out" : $0 }
    }

    func removeTraces() {
        for end in [".out", ".log", ".std"] { FileSystem.remove(file + end) }
    }

    /// What minicc does wrong with this content; nil if nothing.
    func fault(_ content: [UInt8]) -> String? {
        FileSystem.write(file, content)
        let ending = Command(words: commandLine, folder: options.root, output: file + ".std", errors: file + ".log",
                             timeLimit: options.timeLimit).run()
        switch ending {
        case .exit(0): return nil
        case .exit(1):
            let message = FileSystem.readText(file + ".log") ?? ""
            if message.contains("internal error") { return "internal error" }
            return message.contains("error:") ? nil : "refused without an error message"
        default: return ending.text
        }
    }

    /// The content without what the fault does not need. A hang is kept as it is: each look at it takes too long.
    func reduce(_ content: [UInt8], keeping reason: String) -> [UInt8] {
        if reason.hasPrefix("still running") { return content }
        var pieces = Array(content.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) + [10] })
        if !content.isEmpty { pieces[pieces.count - 1].removeLast() }
        var size = max(1, pieces.count / 2)
        var runs = 300
        while true {
            var at = 0
            while at < pieces.count && runs > 0 {
                var fewer = pieces
                fewer.removeSubrange(at..<min(pieces.count, at + size))
                runs -= 1
                if fault(Array(fewer.joined())) == reason { pieces = fewer } else { at += size }
            }
            if size == 1 || runs == 0 { return Array(pieces.joined()) }
            size /= 2
        }
    }
}
