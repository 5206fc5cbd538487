import Harness

/// A folder of fixtures, and what is done with each of them.
struct Suite: Sendable {
    let name: String
    /// Of the files that make a fixture.
    let extensions: [String]
    let kind: Kind
    /// Whether the machine matters; if not, the suite runs once.
    var isForEveryMachine = true
    /// Where its programs run if nobody says otherwise.
    var usualDriver = "user"
    /// Its programs are for other compilers and libraries only.
    var needsOtherCompiler = false

    enum Kind: Sendable {
        /// P1pp sources or C sources that become programs, which a driver runs.
        case programs
        /// Macro expander and hex2++: exact bytes.
        case bytes
        /// The preprocessor's output.
        case preprocessed
        /// What must be refused.
        case refused
        /// Shell scripts around the command.
        case scripts
        /// C sources and scripts for the tcc that minicc made.
        case tcc
    }

    static let all = [
        Suite(name: "p1", extensions: ["P1pp"], kind: .programs),
        Suite(name: "m1pp", extensions: ["M1pp", "hex2"], kind: .bytes),
        Suite(name: "pp", extensions: ["c"], kind: .preprocessed, isForEveryMachine: false),
        Suite(name: "cc", extensions: ["c"], kind: .programs),
        Suite(name: "cc-libc", extensions: ["c"], kind: .programs, usualDriver: "seed"),
        Suite(name: "kernel", extensions: ["c"], kind: .programs, usualDriver: "seed"),
        Suite(name: "linux", extensions: ["c"], kind: .programs, usualDriver: "seed", needsOtherCompiler: true),
        Suite(name: "errors", extensions: ["c", "P1pp", "M1pp", "hex2", "command"], kind: .refused, isForEveryMachine: false),
        Suite(name: "cli", extensions: ["sh"], kind: .scripts, isForEveryMachine: false),
        Suite(name: "tcc", extensions: ["c", "sh"], kind: .tcc),
    ]

    /// The driver that its programs run under.
    func driver(_ options: Options) -> String { options.driver.isEmpty ? usualDriver : options.driver }

    /// What preparing a fixture leads to: the end already, or programs for the driver.
    enum Prepared: Sendable {
        case verdict(Verdict)
        case programs([Program])
    }

    func prepare(_ fixture: Fixture, _ architecture: String, _ options: Options) -> Prepared {
        let stage = Stage(fixture: fixture, architecture: architecture, options: options)
        FileSystem.makeEmptyFolder(stage.folder)
        switch kind {
        case .programs: return ProgramSuite.prepare(stage)
        case .bytes: return .verdict(BytesSuite.judge(stage))
        case .preprocessed: return .verdict(PreprocessedSuite.judge(stage))
        case .refused: return .verdict(RefusedSuite.judge(stage))
        case .scripts: return .verdict(ScriptSuite.judge(stage))
        case .tcc: return TccSuite.prepare(stage)
        }
    }
}

/// A fixture on its way: what all suites need to run commands for it.
struct Stage: Sendable {
    let fixture: Fixture
    let architecture: String
    let options: Options

    var folder: String { options.workFolder(fixture, architecture) }
    var source: String { fixture.folder + "/" + fixture.source }

    func path(_ name: String) -> String { folder + "/" + name }

    /// Runs minicc in the fixture's folder, so that messages name files as the fixture does.
    func minicc(_ arguments: [String], output: String, errors: String) -> Command.Ending {
        Command(words: [options.minicc] + arguments, folder: fixture.folder, output: path(output), errors: path(errors),
                timeLimit: options.timeLimit).run()
    }

    /// A stage of the build that has to succeed: nil, or the failure with its log.
    func step(_ name: String, _ arguments: [String]) -> Verdict? {
        step("minicc \(name)", log: name + ".log", [options.minicc] + arguments)
    }

    /// The same with any command, in the fixture's folder too.
    func step(_ title: String, log: String, _ words: [String]) -> Verdict? {
        let ending = Command(words: words, folder: fixture.folder, output: path(log), errors: path(log),
                             timeLimit: options.timeLimit).run()
        if ending == .exit(0) { return nil }
        return .fail("\(title): \(ending.text)", Comparison.tail(of: path(log)))
    }

    func expected(_ part: String) -> [UInt8] { fixture.content(part, architecture) ?? [] }
}
