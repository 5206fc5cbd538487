/// The compiler beside tcc and gcc: a program of one line, and generated sources of many.
struct CompilerBench {
    let minicc: String
    let work: String

    private struct Way {
        let name: String
        let compiler: [String]
    }

    func run() -> Bool {
        let own = "minicc"
        let ways = [
            Way(name: own + " -O0", compiler: [minicc, "-O0"]), Way(name: own + " -O1", compiler: [minicc, "-O1"]),
            Way(name: own + " -O2", compiler: [minicc, "-O2"]), Way(name: "tcc", compiler: ["tcc"]),
            Way(name: "gcc -O0", compiler: ["gcc", "-O0"]), Way(name: "gcc -O1", compiler: ["gcc", "-O1"]),
        ]
        let hello = work + "/hello.c"
        _ = writeFile(hello, Array("#include <stdio.h>\nint main(void) { printf(\"hello, %d\\n\", 42); return 0; }\n".utf8))
        guard table("hello with printf, compiled and linked", hello, lines: 0, runs: 15, ways, ending: ["-o"], output: "hello") else { return false }
        for lines in [20_000, 200_000] {
            let text = GeneratedC.text(lines: lines)
            let count = text.count { $0 == 10 }
            let path = work + "/generated-\(lines).c"
            guard writeFile(path, text) else { return false }
            let runs = lines > 100_000 ? 1 : 5
            guard table("\(count) lines to an object file (-c; minicc's holds text)", path, lines: count, runs: runs, ways, ending: ["-c", "-o"],
                        output: "generated.o"),
                  table("\(count) lines, compiled and linked", path, lines: count, runs: runs, ways, ending: ["-o"],
                        output: "generated") else { return false }
        }
        return true
    }

    private func table(_ title: String, _ source: String, lines: Int, runs: Int, _ ways: [Way], ending: [String], output: String) -> Bool {
        let outputs = ways.indices.map { work + "/" + output + "-\($0)" }
        let commands = ways.indices.map { ways[$0].compiler + ["-w", source] + ending + [outputs[$0]] }
        guard let costs = bestInTurns(runs, commands), let tcc = ways.firstIndex(where: { $0.name == "tcc" }) else { return false }
        print("\nCompiler: \(title)\n")
        print("              |      ms   : tcc | memory MB   bytes a line |    code bytes   : gcc -O1")
        let sizes = outputs.map { codeSize(elf: $0) }
        for (index, way) in ways.enumerated() {
            let cost = costs[index]
            print("  " + label(way.name, width: 11) + " |" + column(cost.seconds * 1e3, 1, width: 8)
                  + column(cost.seconds / costs[tcc].seconds, 2, width: 8) + " |"
                  + column(Double(cost.memory) / 1e6, 1, width: 10)
                  + (lines > 0 ? column("\(cost.memory / lines)", width: 15) : column("", width: 15)) + " |"
                  + (sizes[index].map { column("\($0)", width: 14) + column(Double($0) / Double(sizes.last! ?? $0), 2, width: 12) } ?? ""))
        }
        return true
    }
}
