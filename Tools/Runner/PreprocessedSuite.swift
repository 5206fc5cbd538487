import Harness

/// pp: what `minicc -E -P` makes of NAME.c must be NAME.expected, line by line. Runs of blanks count as one
/// and empty lines do not count: where they stand is each preprocessor's own affair.
enum PreprocessedSuite {
    static func judge(_ stage: Stage) -> Verdict {
        let words = stage.options.compilerOptions + stage.fixture.words("options", stage.architecture)
        let ending = stage.minicc(["-E", "-P"] + words + [stage.fixture.source], output: "stdout", errors: "stderr")
        let expectedStatus = stage.fixture.expectedStatus(stage.architecture)
        if ending.status != expectedStatus {
            return .fail(ending.text(expected: expectedStatus), Comparison.tail(of: stage.path("stderr")))
        }
        let actual = FileSystem.read(stage.path("stdout")) ?? []
        return Comparison.difference("output", expected: normalized(stage.expected("expected")), actual: normalized(actual)) ?? .pass
    }

    private static func normalized(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for line in text.split(separator: 10) {
            let words = line.split { $0 == 32 || $0 == 9 || $0 == 13 }
            if words.isEmpty { continue }
            result += words.joined(separator: [32])
            result.append(10)
        }
        return result
    }
}
