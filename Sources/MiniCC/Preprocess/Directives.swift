import Support

/// The directives, by their names.
enum Directive: String, CaseIterable {
    case define, undef, include
    case includeNext = "include_next"
    case `import`
    case `if`, ifdef, ifndef, elif, elifdef, elifndef, `else`, endif
    case line, error, warning, pragma, ident, sccs
    case assert, unassert
}

/// Lines that begin with #.
extension Preprocessor {
    /// Carries out the directive whose # was read into `token`. True if that leaves a token for the program there.
    func directive(_ token: UnsafeMutablePointer<Token>) -> Bool {
        let hash = token.pointee.location
        lexer.inDirective = true
        isInDirective = true
        defer {
            lexer.inDirective = false
            isInDirective = false
        }
        lexer.lex(into: token)
        switch token.pointee.kind {
        case .endOfLine:
            return false
        case .number:
            lineMarker(token)
            return false
        case .identifier:
            guard let directive = wellKnown.directive(token.pointee.name) else {
                unknownDirective(token.pointee)
                return false
            }
            return perform(directive, token, hash: hash)
        default:
            diagnostics.error(token.pointee.location, "a directive's name is missing behind '#'")
            skipLine()
            return false
        }
    }

    /// In the arguments of a macro call, directives take effect on the text that follows; only some make sense.
    func directiveInArguments(_ token: UnsafeMutablePointer<Token>) {
        let location = token.pointee.location
        let depth = frames.count
        if directive(token) {
            diagnostics.warning(.pragmas, location, "a pragma in the arguments of a macro call has no effect")
        }
        if frames.count > depth {
            diagnostics.error(location, "an #include cannot stand in the arguments of a macro call")
            while frames.count > depth { _ = leaveFile() }
        }
    }

    private func perform(_ directive: Directive, _ token: UnsafeMutablePointer<Token>, hash: SourceLocation) -> Bool {
        let location = token.pointee.location
        switch directive {
        case .define: define(token)
        case .undef: undefine(token)
        case .include, .import: include(location, next: false, once: directive == .import)
        case .includeNext: include(location, next: true, once: false)
        case .if: beginIf(hash, location)
        case .ifdef: beginIfDefined(hash, location, wanted: true)
        case .ifndef: beginIfDefined(hash, location, wanted: false)
        case .elif, .elifdef, .elifndef, .else: otherwise(directive, location)
        case .endif: endIf(location)
        case .line: changeLine(location)
        case .error:
            let text = lexer.restOfLine()
            diagnostics.error(location, "#error \(text)")
        case .warning:
            let text = lexer.restOfLine()
            diagnostics.warning(.userWarning, location, "#warning \(text)")
        case .pragma: return pragma(token, hash: hash)
        case .ident, .sccs:
            expandedToken(into: token)
            if token.pointee.kind != .rawString { diagnostics.error(token.pointee.location, "#\(directive.rawValue) wants a string") }
            skipLine()
        case .assert, .unassert:
            diagnostics.error(location, "#\(directive.rawValue) is not supported")
            skipLine()
        }
        return false
    }

    private func unknownDirective(_ token: Token) {
        let name = names.string(token.name)
        let likely = Similarity.closest(to: name, among: Directive.allCases.map { $0.rawValue })
        if let likely {
            diagnostics.error(token.location, "unknown directive '#\(name)'; did you mean '#\(likely)'?", fix: likely)
        } else {
            diagnostics.error(token.location, "unknown directive '#\(name)'")
        }
        skipLine()
    }

    // MARK: - Ends of lines

    /// Reads up to the newline, whatever stands there.
    func skipLine() {
        var token = Token(.endOfLine)
        dropContexts()
        repeat { lexer.lex(into: &token) } while token.kind != .endOfLine
    }

    /// Nothing more should stand on the line.
    func expectEndOfLine(_ directive: String) {
        var token = Token(.endOfLine)
        rawToken(into: &token)
        if token.kind == .endOfLine { return }
        diagnostics.warning(.extraTokens, token.location, "extra tokens at the end of #\(directive)")
        skipLine()
    }

    // MARK: - #line

    /// #line, or a linemarker of an earlier preprocessing: the number is read.
    private func changeLine(_ location: SourceLocation) {
        var token = Token(.endOfLine)
        expandedToken(into: &token)
        guard let line = lineNumber(token) else {
            diagnostics.error(token.kind == .endOfLine ? location : token.location, "#line wants a line number from 1 to 2147483647")
            if token.kind != .endOfLine { skipLine() }
            return
        }
        var file = sources.position(location).file
        expandedToken(into: &token)
        if token.kind == .rawString {
            file = plainContent(token)
            expectEndOfLine("line")
        } else if token.kind != .endOfLine {
            diagnostics.error(token.location, "#line wants a file name in quotes behind the number")
            skipLine()
        }
        setLine(line, file, isSystem: nil)
    }

    private func lineMarker(_ token: UnsafeMutablePointer<Token>) {
        guard let line = lineNumber(token.pointee, zeroToo: true) else {
            diagnostics.error(token.pointee.location, "a directive's name or a line number must stand behind '#'")
            skipLine()
            return
        }
        let location = token.pointee.location
        rawToken(into: token)
        guard token.pointee.kind == .rawString else {
            if token.pointee.kind != .endOfLine {
                diagnostics.error(token.pointee.location, "a linemarker wants a file name in quotes behind the number")
                skipLine()
            } else {
                setLine(line, sources.position(location).file, isSystem: nil)
            }
            return
        }
        let file = plainContent(token.pointee)
        var isSystem = false
        while true {
            rawToken(into: token)
            if token.pointee.kind == .endOfLine { break }
            if token.pointee.kind == .number && rawText(token.pointee).elementsEqual("3".utf8) { isSystem = true }
        }
        setLine(line, file, isSystem: isSystem)
    }

    private func setLine(_ line: Int, _ file: String, isSystem: Bool?) {
        guard let frame = frames.last else { return }
        sources.addLineChange(inclusion: frame.inclusion, at: lexer.location(lexer.cursor), line: line, file: file, isSystem: isSystem)
    }

    private func lineNumber(_ token: Token, zeroToo: Bool = false) -> Int? {
        guard token.kind == .number else { return nil }
        var line = 0
        for byte in rawText(token) {
            guard Byte.isDigit(byte), line <= Int(Int32.max) else { return nil }
            line = line * 10 + Int(byte - Byte.zero)
        }
        return line <= Int(Int32.max) && (line > 0 || zeroToo) ? line : nil
    }

    /// The content of a plain string literal as text, its simple escapes resolved: file names, pragma operands.
    func plainContent(_ token: Token) -> String {
        var bytes: [UInt8] = []
        let text = rawText(token)
        var index = (text.firstIndex(of: Byte.quote) ?? 0) + 1
        while index < text.count - 1 {
            if text[index] == Byte.backslash && index + 1 < text.count - 1 {
                index += 1
                if text[index] & 0xF8 == Byte.zero {
                    var value = 0
                    var digits = 0
                    while digits < 3, index < text.count - 1, text[index] & 0xF8 == Byte.zero {
                        value = value * 8 + Int(text[index] - Byte.zero)
                        index += 1
                        digits += 1
                    }
                    bytes.append(UInt8(truncatingIfNeeded: value))
                    continue
                }
            }
            bytes.append(text[index])
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
