/// -save-temps: what lies between a source and its object, in files named after the source.
enum StepFiles {
    static func write(_ invocation: Invocation, _ place: Invocation.Steps) -> Int32 {
        var folder = ""
        if place == .besideResult, let output = invocation.output, let slash = output.lastIndex(of: "/") { folder = String(output[...slash]) }
        var goals: [(Invocation.Goal, ending: String)] = [(.preprocessed, ".i"), (.assembly, ".P1pp")]
        if case .program = invocation.goal { goals.append((.object, ".o")) }
        for input in invocation.inputs where input.isC && input.path != "-" {
            for (goal, ending) in goals where !(ending == ".i" && input.kind == .preprocessedC) {
                var step = invocation
                step.goal = goal
                step.output = folder + CompileCommand.name(input.path, ending)
                step.writesDependencies = false
                step.listsHeaders = false
                // The compilation itself says what there is to say.
                step.compiler.warnings.none = true
                let command = CompileCommand(step, input)
                if case .preprocessed = goal {
                    if command.inspect() != 0 { return 1 }
                    continue
                }
                let text = command.text()
                guard command.conclude(), let text, ToolCommands.write(step.output!, text, executable: false) == 0 else { return 1 }
            }
        }
        return 0
    }
}
