/// How fast compiled code is at a real task: tcc, made by several compilers, compiles tcc. All of them must write the same
/// object file. Runs where scripts/fetch-tcc.sh and `make tcc-boot2` have brought tcc's sources.
struct ChainBench {
    let minicc: String
    let work: String

    func run() -> Bool {
        let tree = "build/tcc/tree"
        guard readFile(tree + "/tcc.c") != nil else {
            print("\n(Without the tcc chain: `make tcc-boot2` brings its sources.)")
            return true
        }
        let settings = [
            "-DONE_SOURCE=1", "-DTCC_TARGET_X86_64", "-DCONFIG_TCC_STATIC", "-DCONFIG_TCCBOOT", "-DTCC_VERSION=\"0.9.27\"",
            "-DCONFIG_TCCDIR=\"none\"", "-I" + tree,
        ]
        let source = tree + "/tcc.c"
        // tcc has to know that it runs on the machine it compiles for.
        let own = [minicc, "--target=amd64"]
        let makers: [(name: String, command: [String])] = [
            ("minicc -O0", own + ["-O0"]), ("minicc -O1", own + ["-O1"]), ("minicc -O2", own + ["-O2"]),
            ("tcc", ["tcc"]), ("gcc -O0", ["gcc", "-O0"]), ("gcc -O1", ["gcc", "-O1"]), ("gcc -O2", ["gcc", "-O2"]),
        ]
        let programs = makers.indices.map { work + "/tcc-\($0)" }
        let objects = makers.indices.map { work + "/tcc-\($0).o" }
        for (index, maker) in makers.enumerated() {
            guard best(of: 1, maker.command + ["-w"] + settings + [source, "-o", programs[index]]) != nil else { return false }
        }
        let commands = makers.indices.map {
            [programs[$0], "-nostdinc", "-ISources/libc/include"] + settings + ["-c", source, "-o", objects[$0]]
        }
        guard let costs = bestInTurns(15, commands), let tcc = makers.firstIndex(where: { $0.name == "tcc" }) else { return false }
        let first = readFile(objects[0])
        for object in objects where readFile(object) != first {
            complain("\(objects[0]) and \(object) differ")
            return false
        }
        print("\nChain: tcc, made by these, compiles tcc (the same object file from all)\n")
        print("  made by     |      ms   : tcc's | memory MB | code bytes")
        for (index, maker) in makers.enumerated() {
            let cost = costs[index]
            print("  " + label(maker.name, width: 11) + " |" + column(cost.seconds * 1e3, 1, width: 8)
                  + column(cost.seconds / costs[tcc].seconds, 2, width: 10) + " |" + column(Double(cost.memory) / 1e6, 1, width: 10)
                  + " |" + (codeSize(elf: programs[index]).map { column("\($0)", width: 11) } ?? ""))
        }
        return true
    }
}
