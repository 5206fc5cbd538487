import Harness

/// cli: NAME.sh runs in an empty folder of its own with minicc first in the path. It finds the repository in
/// $ROOT, itself in $FIXTURES, and the machine in $ARCH; its output must be NAME.expected.
enum ScriptSuite {
    static func judge(_ stage: Stage, environment more: [String] = []) -> Verdict {
        let folder = stage.path("run")
        FileSystem.makeFolder(folder)
        let tools = stage.options.minicc.lastIndex(of: "/").map { String(stage.options.minicc[..<$0]) } ?? "."
        let environment = [
            "PATH=" + tools + ":" + FileSystem.environment("PATH"), "MINICC=" + stage.options.minicc,
            "ROOT=" + stage.options.root, "FIXTURES=" + stage.fixture.folder, "ARCH=" + stage.architecture,
        ] + more
        let ending = Command(words: ["sh", stage.source], folder: folder, environment: environment,
                             input: stage.fixture.path("stdin", stage.architecture) ?? "/dev/null",
                             output: stage.path("stdout"), errors: stage.path("stderr"),
                             timeLimit: stage.options.timeLimit * 3).run()
        return ProgramSuite.judge(stage, output: stage.path("stdout"), errors: stage.path("stderr"), ending)
    }
}
