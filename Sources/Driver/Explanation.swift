import MiniCC

/// -v and -###: what is about to be done, on standard error.
enum Explanation {
    static func print(_ invocation: Invocation) {
        var lines = [Release.line, "Target: " + Version.machine(invocation.target), "InstalledDir: " + Installation.toolchain.root]
        let compiled = invocation.inputs.filter { isCompiled($0, invocation) }
        if let first = compiled.first { lines += searchFolders(CompileCommand.searchFolders(invocation)) + compileSteps(compiled, invocation, first) }
        switch invocation.goal {
        case .program, .run:
            if !invocation.inputs.isEmpty { lines.append(linkStep(invocation)) }
        default: break
        }
        Message.print(lines.joined(separator: "\n"))
    }

    private static func isCompiled(_ input: Invocation.Input, _ invocation: Invocation) -> Bool {
        input.kind == .c || input.kind == .preprocessedC
    }

    /// In the form that other programs look for.
    private static func searchFolders(_ folders: (quoted: [String], angled: [String])) -> [String] {
        ["#include \"...\" search starts here:"] + folders.quoted.map { " " + $0 }
            + ["#include <...> search starts here:"] + folders.angled.map { " " + $0 } + ["End of search list."]
    }

    /// A command for each source. In a program they all are steps of one process, and no object is written.
    private static func compileSteps(_ inputs: [Invocation.Input], _ invocation: Invocation, _ first: Invocation.Input) -> [String] {
        let isLinked: Bool
        switch invocation.goal {
        case .program, .run: isLinked = true
        default: isLinked = false
        }
        return inputs.map { input in
            var words = invocation.optionWords
            if isLinked { words = ["-c"] + words.filter { $0 != "-run" } }
            if !isLinked, let output = invocation.output { words += ["-o", output] }
            return step(words + [input.path])
        }
    }

    /// All that the linker gets, in its order.
    private static func linkStep(_ invocation: Invocation) -> String {
        var words = ["--target=" + invocation.target.name]
        let (before, behind) = LinkCommand.standardFiles(invocation)
        words += before
        for (position, input) in invocation.inputs.enumerated() {
            words += invocation.libraries.filter { $0.position == position }.map { "-l" + $0.name }
            words.append(input.path)
        }
        words += invocation.libraries.filter { $0.position == invocation.inputs.count }.map { "-l" + $0.name }
        words += behind + ["-o", invocation.output ?? "a.out"]
        return step(words)
    }

    /// Quoted as a shell reads it.
    private static func step(_ words: [String]) -> String {
        " " + ([Installation.command] + words).map { word in
            var quoted = "\""
            for character in word {
                if "\\\"$`".contains(character) { quoted.append("\\") }
                quoted.append(character)
            }
            return quoted + "\""
        }.joined(separator: " ")
    }
}
