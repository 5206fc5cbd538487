import Harness

/// errors: wrong programs and wrong command lines. The messages must be NAME.expected-stderr and the status
/// NAME.expected-exit (default 1); no output file may appear, and one that was there must stay as it was.
///
/// The command is `minicc --target=… OPTIONS NAME.c -o OUTPUT`, or the tool for NAME.M1pp and NAME.hex2, or the
/// words of NAME.command after `minicc`, where OUTPUT stands for the output file. An expected status of 0 is
/// for programs that are only warned about.
enum RefusedSuite {
    static func judge(_ stage: Stage) -> Verdict {
        let folder = stage.path("output")
        let output = folder + "/out"
        FileSystem.makeFolder(folder)
        if let failure = refuse(stage, output) { return failure }
        if stage.fixture.expectedStatus(stage.architecture, usual: 1) == 0 { return .pass }
        let left = FileSystem.names(in: folder)
        if !left.isEmpty { return .fail("left an output file", left) }

        let kept = Array("what was there before\n".utf8)
        FileSystem.write(output, kept)
        if let failure = refuse(stage, output) { return failure }
        if FileSystem.names(in: folder) != ["out"] || FileSystem.read(output) != kept {
            return .fail("touched an existing output file", FileSystem.names(in: folder))
        }
        return .pass
    }

    private static func refuse(_ stage: Stage, _ output: String) -> Verdict? {
        let ending = stage.minicc(command(stage, output), output: "stdout", errors: "stderr")
        let actual = stable(FileSystem.readText(stage.path("stderr")) ?? "", stage)
        let messages = Comparison.difference("messages", expected: stage.expected("expected-stderr"), actual: actual)
        let expectedStatus = stage.fixture.expectedStatus(stage.architecture, usual: 1)
        if ending.status != expectedStatus {
            return .fail(ending.text(expected: expectedStatus), messages?.detail ?? [])
        }
        let printed = FileSystem.read(stage.path("stdout")) ?? []
        return messages ?? Comparison.difference("standard output", expected: stage.expected("expected"), actual: printed)
    }

    private static func command(_ stage: Stage, _ output: String) -> [String] {
        let source = stage.fixture.source
        let own = stage.fixture.words("options", stage.architecture)
        let target = "--target=" + stage.architecture
        if source.hasSuffix(".command") {
            return stage.fixture.words("command", stage.architecture).map { $0 == "OUTPUT" ? output : $0 }
        }
        if source.hasSuffix(".M1pp") { return ["m1pp", target] + own + [source, output] }
        if source.hasSuffix(".hex2") { return ["hex2"] + own + [source, output] }
        let forCompiler = source.hasSuffix(".c") ? stage.options.compilerOptions : []
        return [target] + forCompiler + own + [source, "-o", output]
    }

    /// The messages without the names of folders, which differ from place to place.
    private static func stable(_ text: String, _ stage: Stage) -> [UInt8] {
        var text = replacing(text, stage.path("output") + "/out", "OUTPUT")
        text = replacing(text, stage.options.root + "/", "")
        return Array(text.utf8)
    }

    private static func replacing(_ text: String, _ old: String, _ new: String) -> String {
        let bytes = Array(text.utf8)
        let pattern = Array(old.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: pattern) {
                result += new.utf8
                index += pattern.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
