import Support

/// Where all stages report what is wrong. Each message becomes a `Diagnostic` with its place, the source line, the chain of
/// includes and of macros that led there, and goes to `handler` as soon as its notes are complete.
final class Diagnostics {
    let sources: SourceManager
    var warnings = WarningSettings()
    /// After this many errors the compilation stops; 0 for no limit.
    var errorLimit = 20
    /// Takes every message, in order.
    var handler: (Diagnostic) -> Void = { _ in }
    /// Set while a source is read again that was reported on before.
    var isSilent = false

    private(set) var errorCount = 0
    private(set) var warningCount = 0
    /// The error limit is reached, or something fatal happened: nothing more is reported, and every stage should
    /// end soon. The token stream ends at once.
    private(set) var shouldStop = false
    /// It stopped since there were too many errors.
    private(set) var reachedLimit = false

    /// The last error or warning; its notes may follow.
    private var pending: Diagnostic?
    private var lastWasShown = false
    private var lastError: (location: SourceLocation, message: String) = (.none, "")

    init(sources: SourceManager) { self.sources = sources }

    // MARK: - Reporting

    /// `range` is underlined where it shares a line with the caret; `fix` is text to put at the caret.
    func error(_ location: SourceLocation, _ message: @autoclosure () -> String, range: SourceRange? = nil, fix: String? = nil) {
        error(location, message(), range: range, fix: fix, from: nil)
    }

    private func error(_ location: SourceLocation, _ message: @autoclosure () -> String, range: SourceRange?, fix: String?, from warning: Warning?) {
        lastWasShown = false
        guard !shouldStop, !isSilent else { return }
        let message = message()
        // Two stages that stumble over the same token need not both say so.
        if lastError == (location, message) && location.isValid { return }
        lastError = (location, message)
        errorCount += 1
        if errorLimit > 0 && errorCount > errorLimit {
            shouldStop = true
            reachedLimit = true
            return
        }
        begin(.error, location, message, range: range, fix: fix, warning)
    }

    /// An error after which going on makes no sense.
    func fatal(_ location: SourceLocation, _ message: String, range: SourceRange? = nil) {
        error(location, message, range: range)
        shouldStop = true
    }

    /// Notes that follow a warning that is not shown are not shown either. True if it was shown.
    @discardableResult
    func warning(_ warning: Warning, _ location: SourceLocation, _ message: @autoclosure () -> String,
                        range: SourceRange? = nil, fix: String? = nil) -> Bool {
        lastWasShown = false
        let warnings = settings(at: location)
        guard !shouldStop, !isSilent, warnings.isOn(warning) else { return false }
        if location.isValid && sources.isInSystemHeader(location) && warning != .userWarning { return false }
        if warnings.isError(warning) {
            error(location, message(), range: range, fix: fix, from: warning)
            return lastWasShown
        }
        warningCount += 1
        begin(.warning, location, message(), range: range, fix: fix, warning)
        return true
    }

    /// Belongs to the error or warning before it.
    func note(_ location: SourceLocation, _ message: @autoclosure () -> String, range: SourceRange? = nil, fix: String? = nil) {
        guard lastWasShown else { return }
        pending?.notes += diagnostics(.note, location, message(), range: range, fix: fix)
    }

    /// Passes on the last message, whose notes are complete.
    func finish() {
        if let pending { handler(pending) }
        pending = nil
    }

    private func begin(_ severity: Diagnostic.Severity, _ location: SourceLocation, _ message: String, range: SourceRange?, fix: String?,
                       _ warning: Warning?) {
        finish()
        lastWasShown = true
        let made = diagnostics(severity, location, message, range: range, fix: fix)
        var diagnostic = made[0]
        diagnostic.warning = warning?.rawValue
        diagnostic.notes = Array(made.dropFirst())
        pending = diagnostic
    }

    // MARK: - Settings that change within the sources

    /// What holds from a place on, in its file and in the files that are included behind it.
    private var changes: [(from: SourceLocation, settings: WarningSettings)] = []
    private var pushed: [WarningSettings] = []

    func pushWarnings(at location: SourceLocation) { pushed.append(settings(at: location)) }

    func popWarnings(at location: SourceLocation) {
        changes.append((location, pushed.popLast() ?? warnings))
    }

    func change(_ option: String, at location: SourceLocation) {
        var settings = settings(at: location)
        if settings.apply(option) { changes.append((location, settings)) }
    }

    private func settings(at location: SourceLocation) -> WarningSettings {
        guard !changes.isEmpty, location.isValid else { return warnings }
        // The last change before the place in its own file, or before the #include that led there.
        var place = sources.fileLocation(location)
        while let inclusion = sources.inclusion(at: place) {
            if let change = changes.last(where: { $0.from.raw <= place.raw && sources.inclusion(at: $0.from) == inclusion }) {
                return change.settings
            }
            place = sources.includedFrom(place)
        }
        return warnings
    }

    // MARK: - Places

    /// A message, and notes on the macros whose expansion led to its place.
    private func diagnostics(_ severity: Diagnostic.Severity, _ location: SourceLocation, _ message: String, range: SourceRange?,
                             fix: String?) -> [Diagnostic] {
        var trace: [(place: SourceLocation, macro: Name)] = []
        var place = location
        while place.isMacro {
            let expansion = sources.expansion(at: place)
            trace.append((sources.spelling(place), expansion.macro))
            place = expansion.caller
        }
        var diagnostic = Diagnostic(severity, message, at: place.isValid ? sources.position(place) : nil)
        diagnostic.excerpt = excerpt(place, range: range.flatMap(fileRange))
        diagnostic.fixIt = fix
        if severity != .note { diagnostic.includedFrom = includes(place) }
        return [diagnostic] + expansionNotes(trace)
    }

    private func expansionNotes(_ trace: [(place: SourceLocation, macro: Name)]) -> [Diagnostic] {
        // The outermost macro first; of a long chain the middle is left out.
        let shown = trace.count <= 6 ? Array(trace.reversed()) : Array(trace.reversed()[..<3]) + Array(trace.prefix(3).reversed())
        var notes = shown.map { step in
            var note = Diagnostic(.note, "expanded from macro '\(macroName(step.macro))'", at: sources.position(step.place))
            note.excerpt = excerpt(step.place, range: nil)
            return note
        }
        if trace.count > 6 { notes.insert(Diagnostic(.note, "(\(trace.count - 6) macro expansions in between are not shown)"), at: 3) }
        return notes
    }

    /// Set by the preprocessor, which knows the names.
    var macroName: (Name) -> String = { _ in "?" }

    private func includes(_ place: SourceLocation) -> [Position] {
        var chain: [Position] = []
        var step = sources.includedFrom(place)
        while step.isValid {
            chain.append(sources.position(step))
            step = sources.includedFrom(step)
        }
        return chain
    }

    /// Start of the first and end of the last byte of a range in one file, or nil.
    private func fileRange(_ range: SourceRange) -> (start: SourceLocation, end: SourceLocation)? {
        let start = sources.fileLocation(range.start)
        var end = sources.fileLocation(range.end)
        guard start.isValid, end.isValid, start.raw <= end.raw,
              sources.inclusion(at: start) == sources.inclusion(at: end) else { return nil }
        end = end.advanced(by: tokenLength(sources.text(at: end)))
        return (start, end)
    }

    /// The source line, and what of it is meant: the range as far as it lies in the line, or the token.
    private func excerpt(_ place: SourceLocation, range: (start: SourceLocation, end: SourceLocation)?) -> Diagnostic.Excerpt? {
        guard place.isValid, let inclusion = sources.inclusion(at: place) else { return nil }
        let line = sources.lineText(at: place)
        let caret = sources.physicalPosition(place).column - 1
        let lineStart = place.raw - UInt32(caret)
        var marked = caret..<caret
        if let range, sources.inclusion(at: range.start) == inclusion {
            let from = range.start.raw <= lineStart ? 0 : Int(range.start.raw - lineStart)
            let to = range.end.raw <= lineStart ? 0 : Int(range.end.raw - lineStart)
            if from < to && from <= line.count { marked = from..<min(to, line.count) }
        } else {
            marked = caret..<max(caret, min(caret + tokenLength(sources.text(at: place)), line.count))
        }
        return Diagnostic.Excerpt(text: Array(line), caret: caret, marked: marked)
    }
}

/// Bytes of the token that begins here: as good as underlining needs it.
func tokenLength(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = text.first else { return 1 }
    func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
            || (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
    var length = 1
    if isWord(first) {
        while length < text.count, isWord(text[length]) || text[length] == UInt8(ascii: ".") && first <= UInt8(ascii: "9") { length += 1 }
        // A prefix belongs to its literal.
        if length > 2 || length == text.count || text[length] != UInt8(ascii: "\"") && text[length] != UInt8(ascii: "'") { return length }
        length += 1
    }
    let quote = text[length - 1]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        while length < text.count, text[length] != quote, text[length] != UInt8(ascii: "\n") {
            length += text[length] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(length + 1, text.count)
    }
    guard length < text.count else { return 1 }
    let second = text[1]
    switch first {
    case UInt8(ascii: "-") where second == UInt8(ascii: ">"): return 2
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="):
        if second == first {
            let isShiftAssignment = text.count > 2 && text[2] == UInt8(ascii: "=") && (first == UInt8(ascii: "<") || first == UInt8(ascii: ">"))
            return isShiftAssignment ? 3 : 2
        }
        return second == UInt8(ascii: "=") ? 2 : 1
    case UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "^"):
        return second == UInt8(ascii: "=") ? 2 : 1
    case UInt8(ascii: ".") where second == UInt8(ascii: ".") && text.count > 2 && text[2] == UInt8(ascii: "."): return 3
    case UInt8(ascii: "#") where second == UInt8(ascii: "#"): return 2
    default: return 1
    }
}
