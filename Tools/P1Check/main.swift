import Glibc
import Harness
import P1Backend

// The randomised test of the machines: instructions with random operands against the model of P1.
//
//     p1check [--target=T] [--seed=N] [--cases=N]

let usage = "usage: p1check [--target=\(HostMachine.allNames.joined(separator: "|"))] [--seed=N] [--cases=N]"
var wanted: String?
var seed: UInt64 = 1
var count = 450_000

func refuse(_ message: String) -> Never {
    Output.write("p1check: \(message)\n")
    exit(2)
}

for argument in CommandLine.arguments.dropFirst() {
    let parts = argument.split(separator: "=", maxSplits: 1).map { String($0) }
    let value = parts.count == 2 ? parts[1] : ""
    switch parts.first {
    case "--target":
        wanted = value
    case "--seed":
        guard let number = UInt64(value) else { refuse("bad seed '\(value)'") }
        seed = number
    case "--cases":
        guard let number = Int(value), number > 0 else { refuse("bad number of cases '\(value)'") }
        count = number
    default:
        refuse(usage)
    }
}

let chosen = Machines.all.filter { wanted == nil || $0.name == wanted }
guard !chosen.isEmpty else { refuse(usage) }

let folder = FileSystem.absolute("build/p1check-\(getpid())")
FileSystem.makeEmptyFolder(folder)
Interruption.install()

var passed = 0, failed = 0
for target in chosen {
    let emulator = HostMachine.emulator(of: target.name)
    if let emulator, FileSystem.findCommand(emulator) == nil { refuse("programs for \(target.name) need \(emulator)") }
    var check = Check(target: target, emulator: emulator, seed: seed, folder: folder)
    check.run(count: count)
    Output.write("\(target.name): \(check.passed) passed, \(check.failed) failed\n")
    passed += check.passed
    failed += check.failed
}
FileSystem.remove(folder)
Output.write("\(passed) passed, \(failed) failed\n")
exit(failed == 0 ? 0 : 1)
