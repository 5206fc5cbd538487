import Support

/// `minicc ld`: the linker with a linker's words. What a compiler adds of its own, the beginning and the library, is there when -lc
/// asks for it.
enum LinkerTool {
    static let help = """
        usage: minicc ld [OPTIONS] FILE.o LIB.a … [-o PROGRAM]

        -o FILE -r -s -e LABEL -u LABEL -L DIR -l NAME -Map=FILE --image-base=ADDR --section-start=SECTION=ADDR
        --defsym=NAME=VALUE --wrap=NAME --whole-archive --no-whole-archive --no-gc-sections
        -z muldefs --unresolved-symbols=ignore-all --require-defined=LABEL
        Programs are static, and what nothing refers to is left out.
        """

    static func run(_ words: [String]) -> Int32 {
        if words.contains(where: { ["-v", "-V", "--version"].contains($0) }) {
            _ = OperatingSystem.put(1, Array((Version.linker + "\n").utf8))
            return 0
        }
        if words.contains("--help") {
            _ = OperatingSystem.put(1, Array((help + "\n").utf8))
            return 0
        }
        var compilerWords: [String] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            if word == "-o" || word == "--output" {
                guard index < words.count else {
                    Message.error("\(word) needs an operand")
                    return 1
                }
                compilerWords += ["-o", words[index]]
                index += 1
            } else if word.hasPrefix("--output=") {
                compilerWords += ["-o", String(word.dropFirst("--output=".count))]
            } else if word.hasPrefix("--target=") || !word.hasPrefix("-") {
                compilerWords.append(word)
            } else {
                compilerWords += ["-Xlinker", word]
                // Its operand may look like a file.
                if OptionParser.takesOperand(word), index < words.count {
                    compilerWords += ["-Xlinker", words[index]]
                    index += 1
                }
            }
        }
        if !words.contains(where: { $0 == "-lc" || $0 == "--library=c" }) { compilerWords.append("-nostdlib") }
        return Command.run(compilerWords)
    }
}
