import Glibc

/// The C library beside glibc and musl: the programs of bench/library, which spend their time in one part of a library each,
/// with all three. Outputs are compared, and the programs run in turns.
struct LibraryBench {
    let minicc: String
    let folder: String
    let work: String

    private static let runs = 5

    /// Calls are calls everywhere: no compiler puts code of its own in their place.
    private var makers: [(name: String, command: [String])] {
        [("minicc", [minicc, "-O1", "-fno-builtin", "--target=amd64"]),
         ("glibc", ["gcc", "-O1", "-fno-builtin", "-w"]),
         ("musl", ["musl-gcc", "-O1", "-fno-builtin", "-w", "-static"])]
    }

    func run() -> Bool {
        let makers = makers
        print("Library: run time in milliseconds, and as a ratio to the others\n")
        print(label("program", width: 18) + makers.map { column($0.name, width: 9) }.joined()
              + makers.dropFirst().map { column(": " + $0.name, width: 9) }.joined())
        for file in names(in: folder + "/library") where file.hasSuffix(".c") {
            let program = String(file.dropLast(2))
            guard let costs = measure(program) else { return false }
            print(label(program, width: 18) + costs.map { column($0.seconds * 1000, 1, width: 9) }.joined()
                  + costs.dropFirst().map { column(costs[0].seconds / $0.seconds, 2, width: 9) }.joined())
            fflush(nil)
        }
        return true
    }

    private func measure(_ program: String) -> [Cost]? {
        var executables: [[String]] = []
        var expected: [UInt8]?
        for maker in makers {
            let executable = work + "/library-\(program)-\(maker.name)"
            guard cost(of: maker.command + [folder + "/library/\(program).c", "-o", executable]).status == 0 else {
                complain("\(maker.name) cannot build \(program)")
                return nil
            }
            let output = executable + ".out"
            guard cost(of: [executable], output: output).status == 0, let text = readFile(output), expected ?? text == text else {
                complain("\(program) does something else with \(maker.name)")
                return nil
            }
            expected = text
            executables.append([executable])
        }
        return bestInTurns(LibraryBench.runs, executables)
    }
}
