/// The operators # and ##.
extension Preprocessor {
    /// Carries out ## among the results from `mark` on, and takes the placemarkers out.
    func pasteResults(from mark: Int) {
        let tokens = results.base
        let end = results.count
        var write = mark
        var read = mark
        var lostSpace = false
        while read < end {
            var left = tokens[read]
            while left.flags.contains(.pasteNext), read + 1 < end {
                read += 1
                let right = tokens[read]
                if let joined = paste(left, right) {
                    left = joined
                } else {
                    left.flags.remove(.pasteNext)
                    tokens[write] = left
                    write += 1
                    left = right
                }
            }
            left.flags.remove(.pasteNext)
            if left.kind == .placemarker {
                if left.flags.contains(.hasSpace) { lostSpace = true }
            } else {
                if lostSpace { left.flags.insert(.hasSpace) }
                lostSpace = false
                tokens[write] = left
                write += 1
            }
            read += 1
        }
        results.count = write
    }

    /// The one token that the spellings of two make together; nil, and an error, if they make none.
    private func paste(_ left: Token, _ right: Token) -> Token? {
        let after = right.flags.intersection(.pasteNext)
        if left.kind == .placemarker || right.kind == .placemarker {
            var joined = left.kind == .placemarker ? right : left
            joined.flags.subtract([.pasteNext, .hasSpace])
            joined.flags.formUnion(left.flags.intersection(.hasSpace).union(after))
            return joined
        }
        var text: [UInt8] = []
        appendSpelling(left, to: &text)
        appendSpelling(right, to: &text)
        let flags = left.flags.intersection([.hasSpace, .startsLine]).union(after)
        if left.kind == .identifier && (right.kind == .identifier || right.kind == .number && !text.contains(UInt8(ascii: "."))
            && !text.contains(UInt8(ascii: "+")) && !text.contains(UInt8(ascii: "-"))) {
            let name = text.withUnsafeBufferPointer { names.intern($0) }
            return Token(.identifier, flags: flags, location: left.location, payload: UInt64(name))
        }
        let start = texts.add(text)
        var joining = Lexer(text: start, count: text.count, start: 0, classes: lexer.classes, names: names, diagnostics: diagnostics,
                            texts: texts)
        joining.inDirective = true
        var joined = Token(.endOfLine)
        // Two slashes make a comment, not a token.
        if !(left.kind == .slash && (right.kind == .slash || right.kind == .star || right.kind == .slashEqual || right.kind == .starEqual)) {
            joining.lex(into: &joined)
        }
        guard joined.kind != .endOfLine, joined.kind != .other, joining.cursor == start + text.count else {
            diagnostics.error(left.location, "pasting formed '\(String(decoding: text, as: UTF8.self))', which is not one token")
            return nil
        }
        joined.flags = flags
        joined.location = left.location
        return joined
    }

    /// The tokens of an argument as a string literal: white space between them is one blank, quotes and backslashes
    /// of literals are escaped.
    func stringify(_ tokens: UnsafePointer<Token>, _ count: Int, at location: SourceLocation) -> Token {
        var text: [UInt8] = [Byte.quote]
        var backslashes = 0
        for index in 0..<count {
            let token = tokens[index]
            if index > 0 && token.flags.contains(.hasSpace) { text.append(Byte.space) }
            if token.kind == .rawString || token.kind == .rawCharacter {
                for byte in rawText(token) {
                    if byte == Byte.quote || byte == Byte.backslash { text.append(Byte.backslash) }
                    text.append(byte)
                }
            } else if token.kind == .other && rawText(token).first == Byte.quote {
                // A lone quote, which is an error of its own where it is used.
                for byte in rawText(token) {
                    if byte == Byte.quote || byte == Byte.backslash { text.append(Byte.backslash) }
                    text.append(byte)
                }
            } else {
                appendSpelling(token, to: &text)
            }
            backslashes = token.kind == .other && text.last == Byte.backslash ? backslashes + 1 : 0
        }
        if backslashes % 2 == 1 {
            diagnostics.warning(.ppToken, location, "a backslash at the end of the string made by '#' is dropped")
            text.removeLast()
        }
        text.append(Byte.quote)
        return Token(.rawString, location: location, payload: UInt64(UInt(bitPattern: texts.add(text))))
    }
}
