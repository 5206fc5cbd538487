/// Turns the characters of a translation unit into expanded tokens.
public final class Preprocessor {
    public let sources: SourceManager
    public let diagnostics: Diagnostics
    public let names: Names
    public let strings = StringLiterals()

    public init(sources: SourceManager, diagnostics: Diagnostics, names: Names) {
        self.sources = sources
        self.diagnostics = diagnostics
        self.names = names
    }

    func fill(keeping: UnsafePointer<Token>?) -> (current: UnsafePointer<Token>, refillMark: UnsafePointer<Token>) {
        fatalError()
    }
}
