/// A C source: a file, or a text in memory with a name for messages.
public struct Source: Sendable {
    /// As messages show it; of a file its path, and `-` is standard input.
    public let name: String
    /// Nil for a file.
    public let bytes: [UInt8]?
    /// It went through a preprocessor already (a .i file).
    public var isPreprocessed = false

    /// A file, read when it is compiled.
    public init(file path: String) {
        name = path
        bytes = nil
    }

    /// A text in memory.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// A text in memory.
    public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}
