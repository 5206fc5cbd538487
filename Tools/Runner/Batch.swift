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
                          folder: "\(options.build)/\(architecture)/.work/tests/\(suite.name)/.seed")
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
            case .program(let program): ready.add(index, program)
            }
        }
        let programs = ready.sorted
        await driver.run(programs.map { $0.program }, jobs: options.jobs) { number, ending in
            let index = programs[number].index
            let stage = Stage(fixture: fixtures[index], architecture: architecture, options: options)
            report.add(index, ProgramSuite.judge(stage, ending))
        }
    }
}

/// The programs that were built, collected from several threads.
private final class Ready: Sendable {
    private let programs = Mutex<[(index: Int, program: Program)]>([])

    func add(_ index: Int, _ program: Program) { programs.withLock { $0.append((index, program)) } }

    var sorted: [(index: Int, program: Program)] { programs.withLock { $0.sorted { $0.index < $1.index } } }
}
