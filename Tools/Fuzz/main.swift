import Glibc
import Harness

// Looks for faults that nobody thought of: random programs against another compiler, and damaged sources.

guard let options = FuzzOptions.parse(Array(CommandLine.arguments.dropFirst())) else { exit(2) }
Interruption.install()
let tally: Tally
switch options.subject {
case .csmith: tally = await RandomPrograms(options).run()
case .people: tally = await PeoplePrograms(options).run()
case .write: tally = PeoplePrograms(options).write()
case .mutants: tally = await Mutants(options).run()
}
Output.write("\(tally.passed) passed, \(tally.failed) failed\n")
exit(tally.failed == 0 && tally.passed > 0 ? 0 : 1)
