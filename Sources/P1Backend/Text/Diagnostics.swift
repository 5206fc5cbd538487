import Support

/// Where something stands: a character of a source, and the macro call that led there (0: none).
struct Origin {
    var position: UInt32 = 0
    var expansion: UInt32 = 0
}

/// Collects errors, each with its line and the chain of macro calls that led there.
public final class Diagnostics {
    public let source = SourceText()
    public private(set) var errorCount = 0
    /// The diagnostics, cut off after `limit` errors with a note of how many follow.
    public var list: [Diagnostic] {
        let left = errorCount - reportedByCaller - Diagnostics.limit
        return left > 0 ? shown + [Diagnostic(.note, "\(left) more errors are not shown")] : shown
    }
    public var report: String { DiagnosticText.text(list) }
    private var shown: [Diagnostic] = []
    private var reportedByCaller = 0

    /// A call of a macro; `parent` is the call in whose expansion it stands.
    struct Expansion {
        var macroName: Int32
        var origin: Origin
    }
    var expansions: [Expansion] = [Expansion(macroName: -1, origin: Origin())]
    let names: NameTable

    static let limit = 20

    init(names: NameTable) { self.names = names }

    func error(_ message: String, _ origin: Origin, notes: [(String, Origin)] = []) {
        errorCount += 1
        if errorCount - reportedByCaller > Diagnostics.limit { return }
        var diagnostic = diagnostic(.error, message, origin)
        diagnostic.notes = expansionNotes(origin.expansion) + notes.map { self.diagnostic(.note, $0.0, $0.1) }
        shown.append(diagnostic)
    }

    /// Counts an error that the caller reports.
    func countError() {
        errorCount += 1
        reportedByCaller += 1
    }

    private func diagnostic(_ severity: Diagnostic.Severity, _ message: String, _ origin: Origin) -> Diagnostic {
        guard let place = source.place(origin.position) else { return Diagnostic(severity, message) }
        var diagnostic = Diagnostic(severity, message, at: place.position)
        let caret = place.position.column - 1
        diagnostic.excerpt = Diagnostic.Excerpt(text: place.text, caret: caret, marked: caret..<caret)
        return diagnostic
    }

    /// The calls around an error from the inside out; of a long chain its two ends.
    private func expansionNotes(_ expansion: UInt32) -> [Diagnostic] {
        var chain: [Expansion] = []
        var current = expansion
        while current != 0 {
            chain.append(expansions[Int(current)])
            current = expansions[Int(current)].origin.expansion
        }
        var notes: [Diagnostic] = []
        for (index, call) in chain.enumerated() {
            if chain.count > 6 && index == 3 { notes.append(Diagnostic(.note, "(\(chain.count - 5) macro expansions in between are not shown)")) }
            if chain.count > 6 && index >= 3 && index < chain.count - 2 { continue }
            notes.append(diagnostic(.note, "in the expansion of \(names.string(call.macroName)) called here", call.origin))
        }
        return notes
    }
}
