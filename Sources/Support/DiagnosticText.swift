/// Writes diagnostics for people, as `file:line:column: error: message` with the source line and a caret.
public struct DiagnosticText: Sendable {
    public var usesColor = false
    public var showsSourceLines = true
    public private(set) var bytes: [UInt8] = []
    /// Where the last message's file was included.
    private var lastInclude: Position?

    public init() {}

    public static func text(_ diagnostics: [Diagnostic]) -> String {
        var text = DiagnosticText()
        for diagnostic in diagnostics { text.add(diagnostic) }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    public mutating func add(_ diagnostic: Diagnostic) {
        addIncludes(diagnostic.includedFrom)
        addWithoutNotes(diagnostic)
        for note in diagnostic.notes { addWithoutNotes(note) }
    }

    private mutating func addWithoutNotes(_ diagnostic: Diagnostic) {
        addHead(diagnostic)
        if showsSourceLines, let excerpt = diagnostic.excerpt { add(excerpt, line: diagnostic.position?.line ?? 0, diagnostic.fixIt) }
    }

    private mutating func addIncludes(_ chain: [Position]) {
        guard chain.first != lastInclude else { return }
        lastInclude = chain.first
        for (index, step) in chain.enumerated() {
            // Of a very deep nest both ends are enough.
            if chain.count > 12 && index >= 6 && index < chain.count - 6 {
                if index == 6 { write("(\(chain.count - 12) more)\n") }
                continue
            }
            write("In file included from \(step.file):\(step.line):\n")
        }
    }

    private mutating func addHead(_ diagnostic: Diagnostic) {
        paint(.bold)
        if let position = diagnostic.position {
            write(position.line > 0 ? "\(position.file):\(position.line):\(position.column): " : "\(position.file): ")
        } else if diagnostic.severity != .note {
            write("minicc: ")
        }
        switch diagnostic.severity {
        case .error: paint(.error); write("error: ")
        case .warning: paint(.warning); write("warning: ")
        case .note: paint(.note); write("note: ")
        }
        paint(.reset)
        if diagnostic.severity != .note { paint(.bold) }
        write(diagnostic.message)
        if let name = diagnostic.warning { write(diagnostic.severity == .error ? " [-Werror,-W\(name)]" : " [-W\(name)]") }
        paint(.reset)
        write("\n")
    }

    /// The source line with line number, and below it the caret, the underlined range, and what to insert.
    private mutating func add(_ excerpt: Diagnostic.Excerpt, line: Int, _ fixIt: String?) {
        let rendered = excerpt.text.withUnsafeBufferPointer { SourceLine($0, caret: excerpt.caret, marked: excerpt.marked) }
        let number = String(line)
        write("\(String(repeating: " ", count: max(0, 5 - number.utf8.count)))\(number) | ")
        bytes += rendered.text
        write("\n      | ")
        paint(.caret)
        bytes += rendered.marks
        paint(.reset)
        write("\n")
        if let fixIt {
            write("      | ")
            paint(.caret)
            write(String(repeating: " ", count: rendered.caretColumn))
            write(fixIt)
            paint(.reset)
            write("\n")
        }
    }

    private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private enum Paint: String {
        case reset = "\u{1B}[0m", bold = "\u{1B}[1m", error = "\u{1B}[1;31m", warning = "\u{1B}[1;35m"
        case note = "\u{1B}[1;36m", caret = "\u{1B}[1;32m"
    }

    private mutating func paint(_ paint: Paint) { if usesColor { write(paint.rawValue) } }
}
