import P1Backend

/// `minicc strip`: takes symbols and section headers out of programs. Objects and archives have nothing that could go.
enum StripCommand {
    static func run(_ words: [String]) -> Int32 {
        var files: [String] = []
        var output: String?
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            switch word {
            case "-o":
                guard index < words.count else { return usage() }
                output = words[index]
                index += 1
            case "-N", "-K", "-R", "--strip-symbol", "--keep-symbol", "--remove-section":
                // Parts of what is left are gone in any case.
                index += 1
            default:
                if word.hasPrefix("-") { continue }
                files.append(word)
            }
        }
        guard !files.isEmpty, output == nil || files.count == 1 else { return usage() }
        var status: Int32 = 0
        for file in files {
            guard let bytes = ToolCommands.read(file) else {
                status = 1
                continue
            }
            let stripped = ProgramFile(bytes)?.stripped() ?? bytes
            if output == nil && stripped.count == bytes.count { continue }
            status = max(status, ToolCommands.write(output ?? file, stripped, executable: ProgramFile(bytes) != nil))
        }
        return status
    }

    private static func usage() -> Int32 {
        Message.print("usage: minicc strip [-s] [-o FILE] FILE…")
        return 1
    }
}
