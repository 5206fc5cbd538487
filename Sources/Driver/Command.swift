import MiniCC
import Support

/// The command when it is no tool alone: options, inputs, and what is to be made of them.
enum Command {
    static func run(_ words: [String]) -> Int32 {
        if words.contains("--help") || words == ["-help"] {
            _ = OperatingSystem.put(1, Array(Help.text.utf8))
            return 0
        }
        guard let invocation = OptionParser.parse(words) else { return 1 }
        if let query = invocation.query {
            query.answer(invocation)
            return 0
        }
        if invocation.explains { Explanation.print(invocation) }
        if invocation.onlyExplains || invocation.explains && invocation.inputs.isEmpty { return 0 }
        guard !invocation.inputs.isEmpty else {
            Message.error("no input files")
            return 1
        }
        if let place = invocation.keepsSteps, StepFiles.write(invocation, place) != 0 { return 1 }
        switch invocation.goal {
        case .program: return LinkCommand.run(invocation)
        case .merged: return MergeCommand.run(invocation)
        case .run: return RunCommand.run(invocation)
        default: return compileEach(invocation)
        }
    }

    /// Every source for itself.
    private static func compileEach(_ invocation: Invocation) -> Int32 {
        if invocation.output != nil && invocation.inputs.count > 1 {
            Message.error("-o names one file, but there are several inputs for it"
                + (invocation.libraryPrefix == nil ? "" : "; for one text #include them in one source"))
            return 1
        }
        var inputs: [Invocation.Input] = []
        for input in invocation.inputs {
            if input.isC {
                inputs.append(input)
            } else if input.path == "-" || isInspection(invocation.goal) {
                // With -E and the like, whatever is named is C.
                inputs.append(Invocation.Input(path: input.path, kind: .c))
            } else {
                Message.print("minicc: warning: '\(input.path)' is not C source and is not used, since nothing is linked")
            }
        }
        var status: Int32 = 0
        let ending: String
        switch invocation.goal {
        case .object: ending = ".o"
        case .assembly: ending = ".P1pp"
        default:
            for input in inputs where CompileCommand(invocation, input).inspect() != 0 { status = 1 }
            return status
        }
        OrderedJobs.run(inputs.count) { index in
            let compilation = CompileCommand(invocation, inputs[index], isOneOfSeveral: inputs.count > 1)
            let text = compilation.text()
            return {
                let path = invocation.output ?? CompileCommand.name(inputs[index].path, ending)
                guard compilation.conclude(), let text, ToolCommands.write(path, text, executable: false) == 0 else {
                    status = 1
                    return
                }
            }
        }
        return status
    }

    private static func isInspection(_ goal: Invocation.Goal) -> Bool {
        switch goal {
        case .preprocessed, .dependencies, .check, .dump: return true
        default: return false
        }
    }
}
