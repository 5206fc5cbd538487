import Glibc
import P1Backend

// The randomised test of the machines: instructions with random operands against the model of P1.
//
//     p1check [--target=T] [--seed=N] [--cases=N]

let usage = "usage: p1check [--target=amd64|aarch64|riscv64] [--seed=N] [--cases=N]"
var wanted: String?
var seed: UInt64 = 1
var count = 450_000

for argument in CommandLine.arguments.dropFirst() {
    let parts = argument.split(separator: "=", maxSplits: 1).map { String($0) }
    let value = parts.count == 2 ? parts[1] : ""
    switch parts.first {
    case "--target":
        wanted = value
    case "--seed":
        guard let number = UInt64(value) else { System.fail("bad seed '\(value)'") }
        seed = number
    case "--cases":
        guard let number = Int(value), number > 0 else { System.fail("bad number of cases '\(value)'") }
        count = number
    default:
        System.fail(usage)
    }
}

/// Programs of other machines run under qemu-user.
func emulator(_ target: any Target.Type) -> String? {
    if target == Machines.host { return nil }
    return target == AMD64.self ? "qemu-x86_64" : "qemu-" + target.name
}

let chosen = Machines.all.filter { wanted == nil || $0.name == wanted }
guard !chosen.isEmpty else { System.fail(usage) }

var passed = 0, failed = 0
for target in chosen {
    var check = Check(target: target, emulator: emulator(target), seed: seed, directory: System.makeDirectory())
    check.run(count: count)
    check.removeFiles()
    System.print("\(target.name): \(check.passed) passed, \(check.failed) failed")
    passed += check.passed
    failed += check.failed
}
System.print("\(passed) passed, \(failed) failed")
exit(failed == 0 ? 0 : 1)
