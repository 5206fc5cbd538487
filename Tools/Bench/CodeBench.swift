import Glibc

/// The code that compilers make: the programs of bench/code built by each, their outputs compared, run in
/// turns. Times and sizes are ratios to gcc -O1; a program whose name begins with `fp-` counts as floating
/// point, all others as integer.
struct CodeBench {
    let minicc: String
    let folder: String
    let work: String

    private struct Maker {
        var name: String
        var command: [String]
        var isOurs = false
    }

    private static let runs = 5
    /// What the others are measured by.
    private static let yardstick = "gcc -O1"

    private var makers: [Maker] {
        ["-O0", "-O1", "-O2"].map { Maker(name: "minicc \($0)", command: [minicc, $0, "--target=amd64"], isOurs: true) }
            + [Maker(name: "tcc", command: ["tcc"])]
            + ["-O0", "-O1", "-O2"].map { Maker(name: "gcc \($0)", command: ["gcc", $0, "-w"]) }
    }

    func run() -> Bool {
        let programs = names(in: folder + "/code").filter { $0.hasSuffix(".c") }.map { String($0.dropLast(2)) }
        let makers = makers
        let base = makers.firstIndex { $0.name == CodeBench.yardstick } ?? 0
        print("Code: run time, as a ratio to \(CodeBench.yardstick)\n")
        print(label("program", width: 14) + column("seconds", width: 9) + makers.map { column($0.name, width: 12) }.joined())
        var times: [[Double]] = []
        var sizes: [[Double]] = []
        for program in programs {
            guard let measured = measure(program, makers) else { return false }
            let unit = measured[base]
            times.append(measured.map { $0.seconds / unit.seconds })
            sizes.append(measured.map { Double($0.size) / Double(unit.size) })
            print(row(program, column(unit.seconds, 3, width: 9), times[times.count - 1]))
            fflush(nil)
        }
        for (group, isMember) in CodeBench.groups { print(row(group, column("", width: 9), means(times, programs, isMember))) }
        print("\nCode: bytes of instructions, as a ratio to \(CodeBench.yardstick)\n")
        for (program, ratios) in zip(programs, sizes) { print(row(program, column("", width: 9), ratios)) }
        print(row("all", column("", width: 9), means(sizes, programs) { _ in true }))
        return true
    }

    private static let groups: [(String, @Sendable (String) -> Bool)] = [
        ("integer", { !$0.hasPrefix("fp-") }), ("floating point", { $0.hasPrefix("fp-") }),
    ]

    private func row(_ name: String, _ seconds: String, _ ratios: [Double]) -> String {
        label(name, width: 14) + seconds + ratios.map { column($0, 2, width: 12) }.joined()
    }

    /// Geometric means over the programs of a group, by compiler.
    private func means(_ ratios: [[Double]], _ programs: [String], _ isMember: (String) -> Bool) -> [Double] {
        let members = programs.indices.filter { isMember(programs[$0]) }
        return ratios[0].indices.map { maker in
            exp(members.reduce(0) { $0 + log(ratios[$1][maker]) } / Double(max(1, members.count)))
        }
    }

    private func measure(_ program: String, _ makers: [Maker]) -> [(seconds: Double, size: Int)]? {
        let source = folder + "/code/\(program).c"
        var executables: [[String]] = []
        var sizes: [Int] = []
        var expected: [UInt8]?
        for (index, maker) in makers.enumerated() {
            let executable = work + "/\(program)-\(index)"
            guard let size = build(maker, source, program, executable) else {
                complain("\(maker.name) cannot build \(source)")
                return nil
            }
            let output = executable + ".out"
            guard cost(of: [executable], output: output).status == 0, let text = readFile(output), expected ?? text == text else {
                complain("\(program) does something else when \(maker.name) has built it")
                return nil
            }
            expected = text
            executables.append([executable])
            sizes.append(size)
        }
        return bestInTurns(CodeBench.runs, executables).map { zip($0, sizes).map { ($0.seconds, $1) } }
    }

    /// The bytes of instructions of the program's own functions; nil after a failure.
    private func build(_ maker: Maker, _ source: String, _ program: String, _ executable: String) -> Int? {
        if maker.isOurs {
            let map = executable + ".map"
            guard cost(of: maker.command + [source, "-o", executable, "--map=" + map]).status == 0 else { return nil }
            return readFile(map).map { textSize(map: $0, program) }
        }
        let object = executable + ".o"
        guard cost(of: maker.command + ["-c", source, "-o", object]).status == 0,
              cost(of: maker.command + [object, "-o", executable, "-lm"]).status == 0 else { return nil }
        return codeSize(elf: object)
    }

    /// From the linker's map: `main` and the private functions of the unit, each up to where the next begins.
    private func textSize(map: [UInt8], _ program: String) -> Int {
        let prefix = "u_" + program.map { $0 == "-" ? "_" : String($0) }.joined() + "_"
        var total = 0
        var start: Int?
        for line in map.split(separator: 10) {
            let words = line.split(separator: 32)
            guard words.count >= 3, let address = Int(String(decoding: words[0], as: UTF8.self), radix: 16) else { continue }
            if let start { total += address - start }
            start = nil
            let name = String(decoding: words[2], as: UTF8.self)
            if name.hasPrefix(".") && name != ".text" { break }
            if name == "main" || name.hasPrefix(prefix) { start = address }
        }
        return total
    }
}
