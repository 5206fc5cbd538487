import Support

/// The steps of a link on their own, as the tools of those names do them. Each returns the output, or nil after errors.
public enum Tools {
    /// M1pp to hex2++ text.
    public static func expandMacros(_ diagnostics: inout Diagnostics?, name: String, bytes: [UInt8],
                                    target: any Target.Type, isLenient: Bool = false) -> [UInt8]? {
        let names = NameTable()
        let report = Diagnostics(names: names)
        diagnostics = report
        let words = WordTable(names: names)
        let sink = TextSink(words: words, diagnostics: report, target: target)
        let expander = Expander(sink: sink, words: words, diagnostics: report, target: target)
        guard let file = report.source.add(name: name, bytes: bytes) else {
            report.error("\(name) is larger than 4 GiB", Origin())
            return nil
        }
        expander.isLenient = isLenient
        expander.expand(file)
        expander.finish()
        guard report.errorCount == 0 else { return nil }
        let text = sink.text()
        return report.errorCount == 0 ? text : nil
    }

    /// Reports what in the files, read as one text, is not base P1; `library` is libp1pp.
    public static func checkBase(_ files: [(name: String, bytes: [UInt8])], library: (name: String, bytes: [UInt8]),
                                 target: any Target.Type) -> Diagnostics {
        let names = NameTable()
        let report = Diagnostics(names: names)
        let words = WordTable(names: names)
        let sink = BaseStream(words: words, diagnostics: report, target: target)
        let expander = Expander(sink: sink, words: words, diagnostics: report, target: target)
        expander.isBaseOnly = true
        for (index, (name, bytes)) in ([library] + files).enumerated() {
            guard let file = report.source.add(name: name, bytes: bytes) else {
                report.error("the texts are larger than 4 GiB together", Origin())
                return report
            }
            if index > 0 {
                expander.expand(file)
            } else {
                expander.expand(library: file)
                sink.textStart = expander.librariesEnd
            }
        }
        expander.finish()
        sink.finish()
        return report
    }

    public struct Hex2Options {
        /// The address of the first byte.
        public var base: UInt64
        /// Digits are binary.
        public var isBinary = false
        /// References have their highest byte first.
        public var isBigEndian = false

        public init(base: UInt64 = 0x600000) { self.base = base }
    }

    /// hex2++ text to bytes.
    public static func assembleHex2(_ diagnostics: inout Diagnostics?, name: String, bytes: [UInt8], options: Hex2Options,
                                    target: any Target.Type) -> [UInt8]? {
        let names = NameTable()
        let report = Diagnostics(names: names)
        diagnostics = report
        let words = WordTable(names: names)
        let program = Program(target: target, diagnostics: report, words: words)
        program.isBigEndian = options.isBigEndian
        let assembler = Assembler(program: program, isFlat: true)
        assembler.isBinary = options.isBinary
        guard let file = report.source.add(name: name, bytes: bytes) else {
            report.error("\(name) is larger than 4 GiB", Origin())
            return nil
        }
        assembler.beginFile(isLibrary: false)
        var tokens = TokenStack()
        defer { tokens.free() }
        var lexer = Lexer(words: words, diagnostics: report, file: file, isHex2: true)
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
        return FlatLink(program: program, base: options.base).link()
    }
}
