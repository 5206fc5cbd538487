import Glibc
import Harness

// The one runner of all test suites. It walks through suites and machines; in each it builds all
// fixtures, lets a driver run them, and compares.

switch Options.parse(Array(CommandLine.arguments.dropFirst())) {
case .problem(let text):
    Output.write("runner: \(text)\n" + Options.usage)
    exit(2)
case .options(let options):
    Interruption.install()
    Command.setLimits()
    let total = await Total.of(options)
    Output.write("\(total.passed) passed, \(total.failed) failed\n")
    exit(total.failed == 0 ? 0 : 1)
}

/// What comes out of everything that was asked for.
struct Total {
    var passed = 0
    var failed = 0

    /// Something that is wrong with the run as a whole counts as a failure.
    private mutating func complain(_ text: String) {
        Output.write("runner: \(text)\n")
        failed += 1
    }

    static func of(_ options: Options) async -> Total {
        var total = Total()
        for name in options.suites where !Suite.all.contains(where: { $0.name == name }) {
            total.complain("unknown suite '\(name)'; there are " + Suite.all.map { $0.name }.joined(separator: ", "))
        }
        if !FileSystem.exists(options.minicc) {
            total.complain("\(options.minicc) does not exist; `make build` makes it")
        }
        if total.failed > 0 { return total }

        let once = options.architectures.contains(HostMachine.name) ? [HostMachine.name] : Array(options.architectures.prefix(1))
        for suite in Suite.all where options.suites.isEmpty || options.suites.contains(suite.name) {
            if suite.needsOtherCompiler && options.compiler.isEmpty { continue }
            let folder = options.tests + "/" + suite.name
            let fixtures = Fixture.all(suite: suite.name, in: folder, extensions: suite.extensions)
                .filter { $0.isSelected(by: options.names) }
            if fixtures.isEmpty { continue }
            for architecture in suite.isForEveryMachine ? options.architectures : once {
                let fixtures = fixtures.filter { $0.isMeant(for: suite.driver(options), architecture) }
                if fixtures.isEmpty { continue }
                let report = Report(fixtures, label: "\(suite.name)/\(architecture)")
                await Batch(suite: suite, fixtures: fixtures, architecture: architecture, options: options).run(report)
                total.passed += report.passed
                total.failed += report.failed
            }
        }
        if total.passed + total.failed == 0 { total.complain("no fixture matches") }
        return total
    }
}
