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
        guard tccSource(ways) else { return false }
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

    /// A program that people wrote, if scripts/fetch-tcc.sh has brought it: tcc's compiler as one source. Each
    /// compiler reads its own headers.
    private func tccSource(_ ways: [Way]) -> Bool {
        let source = "build/tcc/source"
        guard let text = readFile(source + "/tcc.c") else {
            print("\n(Without tcc's own source as input: scripts/fetch-tcc.sh brings it.)")
            return true
        }
        guard !text.isEmpty, writeFile(work + "/config.h", Array("#define TCC_VERSION \"bench\"\n".utf8)) else { return false }
        let options = ["-DONE_SOURCE=1", "-DTCC_TARGET_X86_64", "-DCONFIG_TCC_STATIC", "-I", work, "-I", source]
        let parts = ["tcc.c", "tcctools.c", "libtcc.c", "tccpp.c", "tccgen.c", "tccelf.c", "tccasm.c", "tccrun.c", "x86_64-gen.c",
                     "x86_64-link.c", "i386-asm.c", "tcc.h", "libtcc.h", "elf.h", "stab.h", "stab.def", "tcctok.h", "i386-asm.h",
                     "x86_64-asm.h", "i386-tok.h"]
        let lines = parts.reduce(0) { $0 + (readFile(source + "/" + $1)?.count { $0 == 10 } ?? 0) }
        return table("tcc's own source, \(lines) lines with its headers, to an object file", source + "/tcc.c", lines: lines, runs: 5,
                     ways.map { Way(name: $0.name, compiler: $0.compiler + options) }, ending: ["-c", "-o"], output: "tcc.o")
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
