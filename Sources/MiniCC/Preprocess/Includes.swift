/// A file that is being read.
struct IncludeFrame {
    let inclusion: Int32
    /// In `FileLoader.records`; nil for text the compiler made.
    let record: Int32?
    /// Where #include_next goes on searching.
    let searchIndex: Int
    /// Conditions below this belong to the including files.
    let conditionBase: Int
    /// The file's first token, if it is a #.
    var firstHash = SourceLocation.none
    /// The reading position in the including file.
    let outerLexer: Lexer
}

/// #include, and the stack of files.
extension Preprocessor {
    static let includeLimit = 200

    /// Begins to read a buffer.
    func enter(buffer: Int32, record: Int32?, from: SourceLocation, isSystem: Bool, searchIndex: Int) -> Bool {
        guard let inclusion = sources.include(buffer: buffer, from: from, isSystem: isSystem) else {
            diagnostics.fatal(from, "there is too much text: 2 GiB with all files included")
            return false
        }
        frames.append(IncludeFrame(inclusion: inclusion, record: record, searchIndex: searchIndex, conditionBase: conditions.count,
                                   outerLexer: lexer))
        let text = sources.buffers[Int(buffer)]
        lexer = Lexer(text: text.bytes, count: text.count, start: sources.inclusions[Int(inclusion)].start, classes: lexer.classes,
                      names: names, diagnostics: diagnostics, texts: texts)
        lexer.comments = comments
        lexer.refusesLineComments = !isSystem && options.dialect.standard < .c99 && !options.dialect.hasGNUKeywords
        // Only a file that begins with a directive can be inside an include guard.
        let saved = lexer
        var token = Token(.endOfLine)
        if text.count > 0 && record != nil {
            lexer.lex(into: &token)
            if token.kind == .hash { frames[frames.count - 1].firstHash = token.location }
            lexer = saved
        }
        return true
    }

    /// At the end of a file: back to the one that included it. False at the end of the main file.
    func leaveFile() -> Bool {
        guard let frame = frames.last else { return false }
        for condition in conditions[frame.conditionBase...].reversed() {
            diagnostics.error(condition.location, "unterminated conditional: its #endif is missing")
        }
        conditions.removeSubrange(frame.conditionBase...)
        if frames.count == 1 { return false }
        frames.removeLast()
        let wasInDirective = lexer.inDirective
        lexer = frame.outerLexer
        lexer.inDirective = wasInDirective
        return !diagnostics.shouldStop
    }

    func include(_ location: SourceLocation, next: Bool, once: Bool) {
        let directive = next ? "include_next" : once ? "import" : "include"
        guard let header = lexer.headerName() ?? expandedHeaderName(location, directive) else { return }
        expectEndOfLine(directive)
        guard !header.name.isEmpty else {
            diagnostics.error(header.location, "the file name in #\(directive) is empty")
            return
        }
        guard let (found, index) = findHeader(header.name, isAngled: header.isAngled, next: next) else {
            if options.missingHeadersAreGenerated {
                missingHeaders.append(header.name)
                return
            }
            diagnostics.fatal(header.location, "'\(header.name)' file not found")
            return
        }
        let record = files.records[Int(found)]
        if record.guardName >= 0 && facts[record.guardName].macro >= 0 { return }
        if !files.once.isEmpty && files.once.contains(record.identity) { return }
        if once { files.once.insert(record.identity) }
        guard frames.count <= Preprocessor.includeLimit else {
            diagnostics.fatal(location, "#include nested more than \(Preprocessor.includeLimit) deep; does the file include itself?")
            return
        }
        var isSystem = index >= 0 ? files.directories[index].isSystem : false
        if index < 0, let frame = frames.last { isSystem = sources.inclusions[Int(frame.inclusion)].isSystem }
        // The rest of the directive's line is read first: only then does the file begin.
        _ = enter(buffer: record.buffer, record: found, from: location, isSystem: isSystem, searchIndex: index + 1)
    }

    /// The record of a header and the index of the directory it was found in, -1 for one beside the including file.
    func findHeader(_ name: String, isAngled: Bool, next: Bool) -> (record: Int32, index: Int)? {
        if name.hasPrefix("/") {
            if case .success(let record) = files.load(name) { return (record, -1) }
            return nil
        }
        var first = isAngled ? files.angledStart : 0
        if next, frames.count > 1, let frame = frames.last {
            first = max(frame.searchIndex, files.angledStart)
        } else if !isAngled, let frame = frames.last {
            let including = sources.buffers[Int(sources.inclusions[Int(frame.inclusion)].buffer)].name
            let beside = Preprocessor.directory(of: including)
            if case .success(let record) = files.load(beside + name) { return (record, -1) }
        }
        for index in first..<max(first, files.directories.count) {
            let directory = files.directories[index].path
            let path = directory.hasSuffix("/") ? directory + name : directory + "/" + name
            if case .success(let record) = files.load(path) { return (record, index) }
        }
        return nil
    }

    /// The path up to and with the last slash; empty for a plain name.
    private static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(path[...slash])
    }

    /// A header's name inside parentheses, for __has_include.
    func headerName(_ location: SourceLocation) -> (name: String, isAngled: Bool, location: SourceLocation)? {
        if contextCount == contextFloor, let header = lexer.headerName() { return header }
        return expandedHeaderName(location, "__has_include", stopAtParen: true)
    }

    /// A header's name that comes from macros: a string, or everything from < to >.
    private func expandedHeaderName(_ location: SourceLocation, _ directive: String, stopAtParen: Bool = false)
        -> (name: String, isAngled: Bool, location: SourceLocation)? {
        var token = Token(.endOfLine)
        expandedToken(into: &token)
        let start = token.location.isValid ? token.location : location
        if token.kind == .rawString { return (plainContent(token), false, start) }
        if token.kind == .less {
            var bytes: [UInt8] = []
            while true {
                expandedToken(into: &token)
                if token.kind == .endOfLine || token.kind == .greater { break }
                if token.flags.contains(.hasSpace) && !bytes.isEmpty { bytes.append(Byte.space) }
                appendSpelling(token, to: &bytes)
            }
            if token.kind == .greater { return (String(decoding: bytes, as: UTF8.self), true, start) }
        }
        let what = directive == "__has_include" ? directive : "#\(directive)"
        diagnostics.error(start, "\(what) wants \"FILENAME\" or <FILENAME>")
        if token.kind != .endOfLine { skipLine() }
        return nil
    }
}
