import Support

/// The names in an object, with the letters that nm has for them.
public enum SymbolTable {
    public struct Symbol: Sendable {
        public let name: String
        /// T text, R constants, D data, B zeros, C a tentative definition, W a weak one, U and w undefined; small for names of
        /// the unit's own.
        public let letter: Character
        /// The place in its section, or the address; nil if undefined.
        public let value: UInt64?
        public let size: UInt64
    }

    /// Nil if the text is no P1pp. It is assembled as in a link, but for a machine of no importance.
    public static func symbols(ofObject name: String, _ bytes: [UInt8]) -> [Symbol]? {
        let names = NameTable()
        let diagnostics = Diagnostics(names: names)
        let words = WordTable(names: names)
        let program = Program(target: AMD64.self, diagnostics: diagnostics, words: words)
        let assembler = Assembler(program: program, isFlat: false)
        let expander = Expander(sink: assembler, words: words, diagnostics: diagnostics, target: AMD64.self)
        guard let file = diagnostics.source.add(name: name, bytes: bytes) else { return nil }
        assembler.beginFile(isLibrary: false)
        expander.expand(file)
        assembler.endFile()
        expander.finish()
        assembler.finish()
        guard diagnostics.errorCount == 0, bytes.first == UInt8(ascii: "#") || !program.labels.isEmpty else { return nil }
        return program.labels.indices.compactMap { symbol(Int32($0), program) }
    }

    private static func symbol(_ index: Int32, _ program: Program) -> Symbol? {
        let label = program.labels[Int(index)]
        guard label.name >= 0, !label.isLocal else { return nil }
        let name = program.words.names.string(label.name)
        if label.commonSize >= 0 { return Symbol(name: name, letter: "C", value: UInt64(label.commonSize), size: UInt64(label.commonSize)) }
        guard label.isDefined else {
            let isWeak = (0...program.file).contains { program.isWeak(index, in: $0) }
            return Symbol(name: name, letter: isWeak ? "w" : "U", value: nil, size: 0)
        }
        let (home, offset) = program.resolve(index)
        let place = program.labels[Int(home)]
        guard place.chunk >= 0 else { return Symbol(name: name, letter: "A", value: UInt64(bitPattern: offset), size: 0) }
        let chunk = program.chunks[Int(place.chunk)]
        let letter: Character
        switch chunk.section {
        case .text: letter = "T"
        case .rodata, .note: letter = "R"
        case .bss: letter = "B"
        default: letter = program.isZero(chunk) ? "B" : "D"
        }
        let shown: Character = name.hasPrefix("u_") ? Character(letter.lowercased()) : label.isWeak ? "W" : letter
        return Symbol(name: name, letter: shown, value: UInt64(place.byte - chunk.byteStart) &+ UInt64(bitPattern: offset),
                      size: UInt64(chunk.byteEnd - chunk.byteStart))
    }
}
