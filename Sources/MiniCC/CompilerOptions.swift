import P1Backend

/// All that can be said about the compilation of a C source: what the options of the command say.
public struct CompilerOptions: Sendable {
    /// Macros, search paths, the dialect.
    public var preprocessor = PreprocessorOptions()
    /// The language as the parser takes it.
    public var language = LanguageOptions()
    /// What lowering makes of it.
    public var unit = UnitOptions()
    /// -W options.
    public var warnings = WarningSettings()
    /// -W names that mean nothing: each is a warning.
    public var unknownWarnings: [String] = []
    /// After so many errors the compilation stops; 0 for no limit.
    public var errorLimit = 20
    /// -nostdinc leaves the toolchain's headers out.
    public var usesStandardIncludes = true
    /// -O0, -O1, -O2.
    public var level = 1
    /// --p1=base
    public var isBase = false
    /// Passes switched off by -fno-NAME.
    public var disabledPasses: [String] = []
    /// Check the IR's invariants after every pass.
    public var verifies = false
    /// Prove of each function that register allocation kept what selection meant; -fno-check-allocation does not.
    public var checksAllocation = true

    public init() {}

    /// What -fno-NAME switches off.
    public static var optionalPasses: [String] { Pipeline.optional }

    /// The steps whose IR can be shown.
    public static var irSteps: [String] { ["lower"] + Pipeline.passes.map { $0.name } }

    /// Those of them that run.
    public var irSteps: [String] { ["lower"] + Pipeline.passes(for: self).map { $0.name } }
}

/// A step after which a translation unit is shown.
public enum CompilerDump: Sendable, Equatable {
    case tokens
    case tree
    /// After the step of that name: lower, or a pass.
    case ir(after: String)
    /// After lower and every pass.
    case everyIR
    /// After the last pass.
    case lastIR
    case selection
    case registers
    case p1
}
