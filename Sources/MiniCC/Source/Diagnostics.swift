import func Glibc.write

/// Collects what the compiler has to say, in the form `file:line:column: error: message`, with the source line,
/// a caret and the chain of includes and macros that led there. Everything goes into one byte buffer, written to
/// standard error by `flush`.
public final class Diagnostics {
    public enum Severity: Sendable { case error, warning, note }

    public let sources: SourceManager
    public var warnings = WarningSettings()
    /// After this many errors the compilation stops; 0 for no limit.
    public var errorLimit = 20
    public var useColor = false
    public var showsSourceLines = true
    /// Nothing is written before `flush`, however much it is.
    public var keepsOutput = false
    /// Set while a source is read again that was reported on before.
    var isSilent = false

    public private(set) var errorCount = 0
    public private(set) var warningCount = 0
    /// The error limit is reached, or something fatal happened: nothing more is reported, and every stage should
    /// end soon. The token stream ends at once.
    public private(set) var shouldStop = false

    private(set) var output: [UInt8] = []
    private var lastIncludeShown = SourceLocation.none
    private var lastWasShown = false
    private var lastError: (location: SourceLocation, message: String) = (.none, "")

    public init(sources: SourceManager) { self.sources = sources }

    // MARK: - Reporting

    /// `range` is underlined where it shares a line with the caret; `fix` is text to put at the caret.
    public func error(_ location: SourceLocation, _ message: @autoclosure () -> String, range: SourceRange? = nil, fix: String? = nil) {
        guard !shouldStop, !isSilent else { lastWasShown = false; return }
        let message = message()
        // Two stages that stumble over the same token need not both say so.
        if lastError == (location, message) && location.isValid { lastWasShown = false; return }
        lastError = (location, message)
        if errorLimit > 0 && errorCount >= errorLimit {
            shouldStop = true
            lastWasShown = false
            errorCount += 1
            write("minicc: too many errors, stopping now [-ferror-limit=\(errorLimit)]\n")
            return
        }
        errorCount += 1
        lastWasShown = true
        report(.error, location, message, range: range, fix: fix)
    }

    /// An error after which going on makes no sense.
    public func fatal(_ location: SourceLocation, _ message: String, range: SourceRange? = nil) {
        error(location, message, range: range)
        shouldStop = true
    }

    /// Notes that follow a warning that is not shown are not shown either. True if it was shown.
    @discardableResult
    public func warning(_ warning: Warning, _ location: SourceLocation, _ message: @autoclosure () -> String,
                        range: SourceRange? = nil, fix: String? = nil) -> Bool {
        lastWasShown = false
        let warnings = settings(at: location)
        guard !shouldStop, !isSilent, warnings.isOn(warning) else { return false }
        if location.isValid && sources.isInSystemHeader(location) && warning != .userWarning { return false }
        if warnings.isError(warning) {
            error(location, "\(message()) [-Werror,-W\(warning.rawValue)]", range: range, fix: fix)
            return lastWasShown
        }
        warningCount += 1
        lastWasShown = true
        report(.warning, location, "\(message()) [-W\(warning.rawValue)]", range: range, fix: fix)
        return true
    }

    /// Belongs to the error or warning before it.
    public func note(_ location: SourceLocation, _ message: @autoclosure () -> String, range: SourceRange? = nil, fix: String? = nil) {
        guard lastWasShown else { return }
        report(.note, location, message(), range: range, fix: fix)
    }

    /// Writes what has gathered to standard error.
    public func flush() {
        var at = 0
        while at < output.count {
            let written = output.withUnsafeBytes { Glibc.write(2, $0.baseAddress! + at, $0.count - at) }
            if written <= 0 { break }
            at += written
        }
        output.removeAll(keepingCapacity: true)
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

    // MARK: - Layout

    private func report(_ severity: Severity, _ location: SourceLocation, _ message: String, range: SourceRange?, fix: String?) {
        var trace: [(place: SourceLocation, macro: Name)] = []
        var place = location
        while place.isMacro {
            let expansion = sources.expansion(at: place)
            trace.append((sources.spelling(place), expansion.macro))
            place = expansion.caller
        }
        if severity != .note { showIncludes(place) }
        head(severity, place, message)
        if place.isValid { snippet(place, range: range.flatMap(fileRange), fix: fix) }
        showTrace(trace)
        if output.count > 1 << 16 && !keepsOutput { flush() }
    }

    private func showTrace(_ trace: [(place: SourceLocation, macro: Name)]) {
        // The outermost macro first; of a long chain the middle is left out.
        let shown = trace.count <= 6 ? Array(trace.reversed()) : Array(trace.reversed()[..<3]) + Array(trace.prefix(3).reversed())
        for (index, step) in shown.enumerated() {
            if index == 3 && trace.count > 6 {
                write("note: (\(trace.count - 6) macro expansions in between are not shown)\n")
            }
            head(.note, step.place, "expanded from macro '\(macroName(step.macro))'")
            snippet(step.place, range: nil, fix: nil)
        }
    }

    /// Set by the preprocessor, which knows the names.
    var macroName: (Name) -> String = { _ in "?" }

    private func showIncludes(_ place: SourceLocation) {
        let from = sources.includedFrom(place)
        guard from != lastIncludeShown else { return }
        lastIncludeShown = from
        var chain: [SourceLocation] = []
        var step = from
        while step.isValid {
            chain.append(step)
            step = sources.includedFrom(step)
        }
        for (index, step) in chain.enumerated() {
            // Of a very deep nest both ends are enough.
            if chain.count > 12 && index >= 6 && index < chain.count - 6 {
                if index == 6 { write("(\(chain.count - 12) more)\n") }
                continue
            }
            let position = sources.position(step)
            write("In file included from \(position.file):\(position.line):\n")
        }
    }

    private func head(_ severity: Severity, _ place: SourceLocation, _ message: String) {
        paint(.bold)
        if place.isValid {
            let position = sources.position(place)
            write(position.line > 0 ? "\(position.file):\(position.line):\(position.column): " : "\(position.file): ")
        } else {
            write("minicc: ")
        }
        switch severity {
        case .error: paint(.error); write("error: ")
        case .warning: paint(.warning); write("warning: ")
        case .note: paint(.note); write("note: ")
        }
        paint(.reset)
        if severity != .note { paint(.bold) }
        write(message)
        paint(.reset)
        write("\n")
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

    /// The source line with line number, and below it the caret, the underlined range, and what to insert.
    private func snippet(_ place: SourceLocation, range: (start: SourceLocation, end: SourceLocation)?, fix: String?) {
        guard showsSourceLines, let inclusion = sources.inclusion(at: place) else { return }
        let physical = sources.physicalPosition(place)
        let line = sources.lineText(at: place)
        let lineStart = place.raw - UInt32(physical.column - 1)
        let caret = physical.column - 1
        var marked = caret..<caret
        if let range, sources.inclusion(at: range.start) == inclusion {
            let from = range.start.raw <= lineStart ? 0 : Int(range.start.raw - lineStart)
            let to = range.end.raw <= lineStart ? 0 : Int(range.end.raw - lineStart)
            if from < to && from <= line.count { marked = from..<min(to, line.count) }
        } else {
            marked = caret..<min(caret + tokenLength(sources.text(at: place)), line.count)
        }
        let rendered = SourceLine(line, caret: caret, marked: marked)
        let number = String(sources.position(place).line)
        let margin = String(repeating: " ", count: max(0, 5 - number.utf8.count))
        write("\(margin)\(number) | ")
        output += rendered.text
        write("\n      | ")
        paint(.caret)
        output += rendered.marks
        paint(.reset)
        write("\n")
        if let fix {
            write("      | ")
            paint(.caret)
            write(String(repeating: " ", count: rendered.caretColumn))
            write(fix)
            paint(.reset)
            write("\n")
        }
    }

    private func write(_ text: String) { output.append(contentsOf: text.utf8) }

    private enum Paint: String {
        case reset = "\u{1B}[0m", bold = "\u{1B}[1m", error = "\u{1B}[1;31m", warning = "\u{1B}[1;35m"
        case note = "\u{1B}[1;36m", caret = "\u{1B}[1;32m"
    }

    private func paint(_ paint: Paint) { if useColor { write(paint.rawValue) } }
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
