import Support

/// -E: the expanded tokens as text again.
struct TextOutput {
    /// -P leaves them out.
    var showsLineMarkers = true
    /// -dD
    var showsDefinitions = false
    private let preprocessor: Preprocessor
    private var bytes: [UInt8] = []
    private var inclusion: Int?
    /// How many inclusions have been shown.
    private var shown = 1
    private var file = ""
    private var line = 1
    private var column = 0

    init(_ preprocessor: Preprocessor) {
        self.preprocessor = preprocessor
        preprocessor.keepsSpelling = true
    }

    /// Reads everything and hands the text over in pieces.
    mutating func run(_ write: (UnsafeBufferPointer<UInt8>) -> Void) {
        var token = Token(.endOfLine)
        var previous = Token(.endOfLine)
        if showsDefinitions { preprocessor.dump = MacroDump() }
        // Whose text this is, even where it begins with that of a header.
        if showsLineMarkers {
            bytes += "# 1 ".utf8 + Preprocessor.quoted(preprocessor.sources.buffers[0].name)
            bytes.append(Byte.newline)
        }
        while !preprocessor.diagnostics.shouldStop {
            preprocessor.expandedToken(into: &token)
            if let comments = preprocessor.comments?.take(), !comments.isEmpty {
                for comment in comments { show(comment) }
                previous = Token(.endOfLine)
            }
            if token.kind == .endOfFile || preprocessor.diagnostics.shouldStop { break }
            if showsDefinitions { writeDefinitions() }
            if preprocessor.sources.inclusions.count > shown { showInclusions(upTo: token) }
            startLineIfNeeded(token)
            if token.kind == .pragmaText {
                if column > 0 { newline() }
                var p = UnsafePointer<UInt8>(bitPattern: UInt(truncatingIfNeeded: token.payload))!
                while p.pointee != 0 {
                    bytes.append(p.pointee)
                    p += 1
                }
                newline()
                previous = Token(.endOfLine)
                continue
            }
            if column > 0 && (token.flags.contains(.hasSpace) || token.flags.contains(.startsLine) || wouldJoin(previous, token)) {
                bytes.append(Byte.space)
            }
            preprocessor.appendSpelling(token, to: &bytes)
            column += 1
            previous = token
            if bytes.count > 1 << 16 { flush(write) }
        }
        if column > 0 { newline() }
        if showsDefinitions { writeDefinitions() }
        showInclusions(upTo: nil)
        flush(write)
    }

    private mutating func show(_ comment: Comment) {
        var place = Token(.pragmaText)
        place.location = comment.location
        if comment.startsLine || column == 0 { startLineIfNeeded(place) }
        if column > 0 { bytes.append(Byte.space) }
        bytes += comment.text
        line += comment.text.count { $0 == Byte.newline }
        column += 1
    }

    /// Headers of which nothing is left but their macros have linemarkers, too: ccache learns from them what a result
    /// depends on.
    private mutating func showInclusions(upTo token: Token?) {
        let sources = preprocessor.sources
        defer { shown = sources.inclusions.count }
        guard showsLineMarkers else { return }
        let now = token.flatMap { sources.inclusion(at: sources.fileLocation($0.location)) }
        for index in shown..<max(shown, sources.inclusions.count) where index != now {
            let name = sources.buffers[Int(sources.inclusions[index].buffer)].name
            if name == "<built-in>" || name == "<command line>" { continue }
            if column > 0 { newline() }
            bytes += "# 1 ".utf8 + Preprocessor.quoted(name)
            bytes += (sources.inclusions[index].isSystem ? " 3\n" : "\n").utf8
            // What follows says again where it is.
            file = ""
        }
    }

    private mutating func writeDefinitions() {
        guard let lines = preprocessor.dump?.pending, !lines.isEmpty else { return }
        if column > 0 { newline() }
        bytes += lines
        line += lines.count { $0 == Byte.newline }
        preprocessor.dump?.pending = []
    }

    private mutating func flush(_ write: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer(write)
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func newline() {
        bytes.append(Byte.newline)
        line += 1
        column = 0
    }

    /// Keeps the output on the lines of the input: by newlines where few are missing, else by a linemarker.
    private mutating func startLineIfNeeded(_ token: Token) {
        let sources = preprocessor.sources
        let place = sources.fileLocation(token.location)
        guard token.flags.contains(.startsLine) || token.kind == .pragmaText || inclusion == nil else { return }
        let now = sources.inclusion(at: place)
        let position = sources.position(place)
        if now == inclusion && position.file == file {
            if position.line == line && column == 0 { return }
            if position.line > line && position.line <= line + 8 && (showsLineMarkers || position.line == line + 1 || column > 0) {
                if showsLineMarkers {
                    while line < position.line { newline() }
                } else {
                    if column > 0 { newline() }
                    line = position.line
                }
            } else {
                if column > 0 { newline() }
                marker(position, place, flag: "")
            }
        } else {
            if column > 0 { newline() }
            var flag = ""
            if let now, let inclusion, showsLineMarkers, now != inclusion {
                flag = now > inclusion && sources.includedFrom(place).isValid ? " 1" : " 2"
            }
            inclusion = now
            file = position.file
            marker(position, place, flag: flag)
        }
        // The indentation shows nothing but where the line began.
        if token.kind != .pragmaText && !showsLineMarkers { return }
        if token.kind != .pragmaText && !token.location.isMacro { indent(position.column - 1) }
    }

    private mutating func indent(_ width: Int) {
        for _ in 0..<min(max(width, 0), 120) { bytes.append(Byte.space) }
    }

    private mutating func marker(_ position: Position, _ place: SourceLocation, flag: String) {
        line = position.line
        guard showsLineMarkers else { return }
        let system = preprocessor.sources.isInSystemHeader(place) ? " 3" : ""
        bytes += "# \(position.line) ".utf8
        bytes += Preprocessor.quoted(position.file)
        bytes += "\(flag)\(system)\n".utf8
    }

    /// Whether two tokens without white space between them would be read as others.
    private func wouldJoin(_ left: Token, _ right: Token) -> Bool {
        switch left.kind {
        case .identifier, .number:
            if right.kind == .identifier || right.kind == .number || right.kind == .rawCharacter || right.kind == .rawString { return true }
            // 1e +2, and 1. behind a number
            return left.kind == .number && (right.kind == .plus || right.kind == .minus || right.kind == .dot || right.kind == .ellipsis
                || right.kind == .plusPlus || right.kind == .minusMinus || right.kind == .plusEqual || right.kind == .minusEqual
                || right.kind == .arrow)
        case .endOfLine, .rawString, .rawCharacter, .leftParen, .rightParen, .comma, .semicolon, .leftBrace, .rightBrace,
             .leftBracket, .rightBracket, .question, .tilde:
            return false
        // Characters that C has no use for, in texts of which -E is asked for the macros only.
        case .other where right.kind != .other: return false
        case .dot: return right.kind == .number || right.kind == .dot || right.kind == .ellipsis
        case .plus: return right.kind == .plus || right.kind == .plusPlus || isEquals(right) || right.kind == .plusEqual
        case .minus:
            return right.kind == .minus || right.kind == .minusMinus || isEquals(right) || right.kind == .minusEqual
                || right.kind == .greater || right.kind == .arrow || right.kind == .greaterEqual || right.kind == .greaterGreater
        case .slash: return right.kind == .slash || right.kind == .star || isEquals(right) || right.kind == .slashEqual || right.kind == .starEqual
        default:
            return right.kind != .identifier && right.kind != .number && right.kind != .other && right.kind != .leftParen && right.kind != .rightParen
                && right.kind != .rawString && right.kind != .comma && right.kind != .semicolon && right.kind != .rightBracket
        }
    }

    private func isEquals(_ token: Token) -> Bool { token.kind == .equal || token.kind == .equalEqual }
}
