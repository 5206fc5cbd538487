/// A place as people write it.
public struct Position: Equatable, Sendable {
    public var file: String
    public var line: Int
    /// In bytes, from 1.
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// One message about a source, with what belongs to it: a value that its receiver prints, lists or counts.
public struct Diagnostic: Sendable {
    public enum Severity: Sendable { case error, warning, note }

    /// The source line that a message is about.
    public struct Excerpt: Sendable {
        public var text: [UInt8]
        /// Offset of the byte that is meant, and of those around it that belong to it.
        public var caret: Int
        public var marked: Range<Int>

        public init(text: [UInt8], caret: Int, marked: Range<Int>) {
            self.text = text
            self.caret = caret
            self.marked = marked
        }
    }

    public var severity: Severity
    public var message: String
    /// The NAME of -WNAME, of a warning and of an error that -Werror has made of one.
    public var warning: String?
    /// Nil where the message is about no place in a source.
    public var position: Position?
    public var excerpt: Excerpt?
    /// Text that, put in at the caret, mends the source.
    public var fixIt: String?
    /// The #include directives that led to the file, the nearest first.
    public var includedFrom: [Position] = []
    /// What belongs to the message: where macros were expanded, what was declared where.
    public var notes: [Diagnostic] = []

    public init(_ severity: Severity, _ message: String, at position: Position? = nil) {
        self.severity = severity
        self.message = message
        self.position = position
    }
}
