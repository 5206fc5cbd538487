/// A library's definitions are passed over when the library is read: of a macro its name is noted, of a function the
/// name and where it stands.
extension Expander {
    /// Goes on as far as one definition follows the other.
    func skimDefinitions(_ lexer: inout Lexer) {
        guard !lexer.isSuspicious else { return }
        let file = lexer.file
        lexer.position = file.bytes.withUnsafeBufferPointer { text in
            CharacterClass.all.withUnsafeBufferPointer { skimDefinitions(PlainText(text: text, classes: $0), from: lexer.position, file) }
        }
    }

    private func skimDefinitions(_ plain: PlainText, from start: Int, _ file: SourceText.File) -> Int {
        var i = start
        while i < plain.text.count {
            switch plain.classes[Int(plain.text[i])] {
            case .space, .newline: i += 1
            case .comment where plain.text[i] != UInt8(ascii: "#") || plain[i + 1] != UInt8(ascii: "#"): i = plain.endOfLine(i)
            case .word:
                let stop = plain.endOfWord(i)
                let word = words.intern(plain.slice(i, stop))
                let name = plain.skipSpaces(word == words.macroWord ? stop : stop + 1)
                let nameEnd = plain.endOfWord(name)
                guard nameEnd > name else { return i }
                if word == words.macroWord {
                    guard let end = plain.endOfMacro(nameEnd) else { return i }
                    deferMacro(name: words.intern(plain.slice(name, nameEnd)), TextPart(file: file, range: i..<end))
                    i = end
                } else {
                    guard plain[stop] == UInt8(ascii: "("), plain[plain.skipSpaces(nameEnd)] == UInt8(ascii: ","),
                          words[word].macro >= 0, let end = plain.endOfCall(stop),
                          deferCall(of: words[word].macro, name: words.intern(plain.slice(name, nameEnd)),
                                    TextPart(file: file, range: i..<end)) else { return i }
                    i = end
                }
            default: return i
            }
        }
        return i
    }
}

extension PlainText {
    /// Behind the %endm of a definition; nil if there is none.
    fileprivate func endOfMacro(_ start: Int) -> Int? {
        var depth = 1
        return skim(start) { from, stop in
            if equals(from, stop, "%macro") { depth += 1 }
            if equals(from, stop, "%endm") { depth -= 1 }
            return depth == 0
        } bracket: { _ in false }
    }

    /// Behind the parenthesis that closes the one here.
    fileprivate func endOfCall(_ start: Int) -> Int? {
        var depth = 0
        return skim(start) { _, _ in false } bracket: { byte in
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
            return depth == 0
        }
    }

    private func equals(_ from: Int, _ stop: Int, _ word: StaticString) -> Bool {
        guard stop - from == word.utf8CodeUnitCount else { return false }
        for index in from..<stop where text[index] != word.utf8Start[index - from] { return false }
        return true
    }

    /// Goes over words, brackets, strings and comments until one of the two says that it was the last.
    @inline(__always)
    private func skim(_ start: Int, word: (Int, Int) -> Bool, bracket: (UInt8) -> Bool) -> Int? {
        var i = start
        while i < text.count {
            switch classes[Int(text[i])] {
            case .space, .newline: i += 1
            case .word:
                let stop = endOfWord(i)
                if text[i] == UInt8(ascii: "%") && word(i, stop) { return stop }
                i = stop
            case .special:
                i += 1
                if bracket(text[i - 1]) { return i }
            case .quote:
                let quote = text[i]
                i += 1
                while i < text.count && text[i] != quote { i += text[i] == UInt8(ascii: "\\") ? 2 : 1 }
                i += 1
            case .comment: i = text[i] == UInt8(ascii: "#") && self[i + 1] == UInt8(ascii: "#") ? i + 2 : endOfLine(i)
            case .rubbish: return nil
            }
        }
        return nil
    }
}
