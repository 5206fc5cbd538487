import Glibc

// bench [--minicc=PATH] [--folder=bench] [--work=build/bench] [ROWS…]: measures, and prints tables.

var minicc = "build/bin/minicc"
var folder = "bench"
var work = "build/bench"
var rows: [String] = []

for argument in CommandLine.arguments.dropFirst() {
    if argument.hasPrefix("--minicc=") {
        minicc = String(argument.dropFirst(9))
    } else if argument.hasPrefix("--folder=") {
        folder = String(argument.dropFirst(9))
    } else if argument.hasPrefix("--work=") {
        work = String(argument.dropFirst(7))
    } else {
        rows.append(argument)
    }
}

mkdir("build", 0o777)
mkdir(work, 0o777)

let all: [(name: String, measure: () -> Bool)] = [
    ("compiler", { CompilerBench(minicc: minicc, work: work).run() }),
    ("assembler", { AssemblerBench(minicc: minicc, folder: folder, work: work).run() }),
    ("chain", { ChainBench(minicc: minicc, work: work).run() }),
    ("code", { CodeBench(minicc: minicc, folder: folder, work: work).run() }),
    ("kernel", { KernelBench(minicc: minicc, folder: folder, work: work).run() }),
    ("library", { LibraryBench(minicc: minicc, folder: folder, work: work).run() }),
]
for row in rows where !all.contains(where: { $0.name == row }) {
    complain("unknown row '\(row)'; there are " + all.map(\.name).joined(separator: ", "))
    exit(1)
}
var failed = false
for row in all where rows.isEmpty || rows.contains(row.name) {
    if !row.measure() { failed = true }
}
exit(failed ? 1 : 0)
