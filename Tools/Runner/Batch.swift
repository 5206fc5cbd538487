import Harness
import Synchronization

/// The fixtures of one suite on one machine.
struct Batch: Sendable {
    let suite: Suite
    let fixtures: [Fixture]
    let architecture: String
    let options: Options

    private var driver: any Driver {
        if suite.driver(options) == "user" { return UserDriver(architecture: architecture) }
        return SeedDriver(architecture: architecture, build: options.build,
                          folder: "\(options.build)/\(architecture)/.work/tests/\(suite.name)/.seed",
                          compilerFiles: options.compilesInside ? options.compilerFiles + [options.tests + "/" + suite.name] : [])
    }

    func run(_ report: Report) async {
        let driver = self.driver
        if case .programs = suite.kind, let problem = driver.problem() {
            report.fail(problem)
            return
        }
        let ready = Ready()
        await parallel(fixtures.count, jobs: options.jobs) { index in
            switch suite.prepare(fixtures[index], architecture, options) {
            case .verdict(let verdict): report.add(index, verdict)
            case .programs(let programs): ready.add(index, programs)
            }
        }
        let programs = ready.sorted
        await driver.run(programs.map { $0.program }, jobs: options.jobs) { number, ending in
            let (index, program) = programs[number]
            let stage = Stage(fixture: fixtures[index], architecture: architecture, options: options)
            if let verdict = ready.ended(index, ProgramSuite.judge(stage, program, ending)) { report.add(index, verdict) }
        }
    }
}

/// The programs that were built, collected from several threads, and how those of each fixture ended.
private final class Ready: Sendable {
    private struct State {
        var programs: [(index: Int, program: Program)] = []
        /// By fixture: how many of its programs have not ended, and the first failure.
        var open: [Int: (count: Int, failure: Verdict?)] = [:]
    }

    private let state = Mutex<State>(State())

    func add(_ index: Int, _ programs: [Program]) {
        state.withLock {
            $0.programs += programs.map { (index, $0) }
            $0.open[index] = (programs.count, nil)
        }
    }

    /// One of the fixture's programs came to its end: the fixture's verdict if it was the last.
    func ended(_ index: Int, _ verdict: Verdict) -> Verdict? {
        state.withLock { state in
            guard var open = state.open[index] else { return verdict }
            open.count -= 1
            if !verdict.passed && open.failure == nil { open.failure = verdict }
            state.open[index] = open
            return open.count == 0 ? open.failure ?? .pass : nil
        }
    }

    var sorted: [(index: Int, program: Program)] {
        state.withLock { $0.programs.sorted { ($0.index, $0.program.path) < ($1.index, $1.program.path) } }
    }
}
