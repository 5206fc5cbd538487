/// The steps of a link on their own, as the tools of those names do them. Each returns the output, or nil after errors.
public enum Tools {
    /// M1pp to hex2++ text.
    public static func expandMacros(_ diagnostics: inout Diagnostics?, name: String, bytes: [UInt8],
                                    target: any Target.Type) -> [UInt8]? {
        let names = NameTable()
        let report = Diagnostics(names: names)
        diagnostics = report
        let words = Words(names: names)
        let sink = TextSink(words: words, diagnostics: report, target: target)
        let expander = Expander(sink: sink, words: words, diagnostics: report, target: target)
        guard let file = report.source.add(name: name, bytes: bytes) else {
            report.error("\(name) is larger than 4 GiB", Origin())
            return nil
        }
        expander.expand(file)
        expander.finish()
        return report.errorCount == 0 ? sink.text() : nil
    }

    /// hex2++ text to bytes.
    public static func assembleHex2(_ diagnostics: inout Diagnostics?, name: String, bytes: [UInt8], base: UInt64,
                                    target: any Target.Type) -> [UInt8]? {
        let names = NameTable()
        let report = Diagnostics(names: names)
        diagnostics = report
        let words = Words(names: names)
        let program = Program(target: target, diagnostics: report, words: words)
        let assembler = Assembler(program: program, isFlat: true)
        guard let file = report.source.add(name: name, bytes: bytes) else {
            report.error("\(name) is larger than 4 GiB", Origin())
            return nil
        }
        assembler.beginFile(isLibrary: false)
        var tokens = TokenStack()
        defer { tokens.free() }
        var lexer = Lexer(words: words, diagnostics: report, file: file)
        while lexer.next(into: &tokens) {
            for index in 0..<tokens.count {
                let token = tokens[index]
                let origin = Origin(position: token.position)
                switch token.kind {
                case .word: assembler.word(token.payload, origin)
                case .newline: assembler.newline()
                case .end: break
                default: report.error("hex2 knows no strings, parentheses, braces or commas", origin)
                }
            }
            tokens.cut(to: 0)
        }
        assembler.endFile()
        assembler.finish()
        guard report.errorCount == 0 else { return nil }
        return FlatLink(program: program, base: base).link()
    }
}
