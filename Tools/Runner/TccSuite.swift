import Harness

/// tcc: C sources become programs by tcc-boot2, the tcc that minicc made, and run where a driver runs them. Scripts call it
/// as $TCC and $AR, and programs of the machine through $RUN.
enum TccSuite {
    static func prepare(_ stage: Stage) -> Suite.Prepared {
        let folder = stage.options.build + "/" + stage.architecture
        let program = folder + "/tcc-boot2/tcc-boot2"
        guard FileSystem.exists(program) else {
            return .verdict(.fail("\(program) does not exist; `make tcc-archives` makes it", []))
        }
        let emulator = HostMachine.emulator(of: stage.architecture).map { [$0] } ?? []
        let tcc = emulator + [program, "-B" + folder + "/sysroot"]
        if stage.fixture.source.hasSuffix(".sh") {
            let environment = ["TCC=" + tcc.joined(separator: " "), "AR=" + (emulator + [program, "-ar"]).joined(separator: " "),
                               "RUN=" + emulator.joined()]
            return .verdict(ScriptSuite.judge(stage, environment: environment))
        }
        return ProgramSuite.prepare(stage, stage.options.programPath(stage.fixture, stage.architecture)) { stage, output in
            let options = stage.fixture.words("options", stage.architecture)
            return stage.step("tcc-boot2", log: "compile.log", tcc + options + [stage.fixture.source, "-o", output])
        }
    }
}
