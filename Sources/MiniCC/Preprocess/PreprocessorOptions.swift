/// What the command line says to the preprocessor.
public struct PreprocessorOptions: Sendable {
    /// -D and -U
    public enum MacroOption: Sendable {
        /// -D: "NAME" or "NAME=BODY" or "NAME(PARAMETERS)=BODY"
        case define(String)
        case undefine(String)
    }

    /// -std=
    public var dialect = Dialect(.c11, gnu: true)
    /// For #include "…" only, before all others (-iquote).
    public var quotePaths: [String] = []
    /// -I
    public var includePaths: [String] = []
    /// -isystem, and behind them the compiler's own headers
    public var systemPaths: [String] = []
    /// -idirafter
    public var afterPaths: [String] = []
    /// In the order of the command line.
    public var macros: [MacroOption] = []
    /// -include
    public var includes: [String] = []
    /// -imacros: their macros alone.
    public var macroFiles: [String] = []
    /// -MG: headers that are not there yet are no errors.
    public var missingHeadersAreGenerated = false
    /// Texts in memory by path: #include finds them before files.
    public var files: [String: [UInt8]] = [:]
    /// -C, -CC
    public var keepsComments = false
    /// The machine whose macros are defined (--target=), or none for code that runs on all of them.
    public var machine = ""
    /// -funsigned-char clears it: __CHAR_UNSIGNED__ is defined then.
    public var charIsSigned = true
    /// __STDC_HOSTED__; -ffreestanding clears it.
    public var isHosted = true
    /// __OPTIMIZE__; set by the compilation.
    public var optimizationLevel = 1
    /// Seconds since 1970 for __DATE__ and __TIME__ (SOURCE_DATE_EPOCH); the same for every build unless given.
    public var date: Int64 = 0
    /// -nostdinc and the like leave nothing to search; a trigraph switch of its own (-trigraphs).
    public var trigraphs = false

    public init() {}
}
