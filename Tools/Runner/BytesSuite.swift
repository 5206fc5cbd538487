import Harness

/// m1pp: NAME.M1pp goes through `minicc m1pp` and `minicc hex2`, NAME.hex2 through the latter alone;
/// NAME.hex holds the bytes that must come out, as hexadecimal digits with # comments.
enum BytesSuite {
    static func judge(_ stage: Stage) -> Verdict {
        var source = stage.source
        if source.hasSuffix(".M1pp") {
            let expanded = stage.path("expanded.hex2")
            if let failure = stage.step("m1pp", ["m1pp", "--target=" + stage.architecture, stage.fixture.source, expanded]) {
                return failure
            }
            source = expanded
        }
        let result = stage.path("bytes")
        if let failure = stage.step("hex2", ["hex2", "-B", "0", "-N", source, result]) { return failure }
        guard let text = stage.fixture.content("hex", stage.architecture) else { return .fail("there is no \(stage.fixture.name).hex") }
        guard let expected = bytes(text) else { return .fail("\(stage.fixture.name).hex holds something else than hexadecimal bytes") }
        let actual = FileSystem.read(result) ?? []
        return Comparison.difference("result", expected: dump(expected), actual: dump(actual)) ?? .pass
    }

    private static func bytes(_ text: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        var isComment = false
        for character in text {
            if isComment || character <= 0x20 {
                if character == 10 { isComment = false }
                continue
            }
            let digit: UInt8
            switch character {
            case 0x23:
                isComment = true
                continue
            case 0x30...0x39: digit = character - 0x30
            case 0x41...0x46: digit = character - 0x41 + 10
            case 0x61...0x66: digit = character - 0x61 + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return high == nil ? bytes : nil
    }

    /// Sixteen bytes a line, with the offset before them.
    private static func dump(_ bytes: [UInt8]) -> [UInt8] {
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 16) {
            let offset = String(start, radix: 16)
            text += String(repeating: "0", count: max(0, 6 - offset.count)) + offset
            for byte in bytes[start..<min(start + 16, bytes.count)] { text += " " + Comparison.hex(byte) }
            text += "\n"
        }
        return Array(text.utf8)
    }
}
