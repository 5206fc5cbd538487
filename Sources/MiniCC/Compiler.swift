import P1Backend

/// Everything the command line says about a compilation behind the preprocessor.
public struct CompilerOptions: Sendable {
    public var language = LanguageOptions()
    public var unit = UnitOptions()
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

    var loweringOptions: UnitOptions {
        var unit = unit
        unit.isExt = !isBase
        return unit
    }
}

/// A step after which a translation unit is shown.
public enum CompilerDump: Sendable, Equatable {
    case tree
    /// After the step of that name: lower, or a pass.
    case ir(after: String)
    /// After lower and every pass.
    case everyIR
    /// After the last pass.
    case lastIR
    case selection
    case registers
}

/// From a translation unit to P1: the straight line through the rooms, with nothing turning back.
///
///     Preprocessor → Parser → Lowering → CodeGenerator → P1Unit
///
/// One function is in work at a time, so that memory is that of the largest function.
public enum Compiler {
    /// What -fno-NAME switches off.
    public static var optionalPasses: [String] { Pipeline.optional }

    /// The steps whose IR can be shown, and those of them that run.
    public static var irSteps: [String] { ["lower"] + Pipeline.passes.map { $0.name } }
    public static func irSteps(_ options: CompilerOptions) -> [String] { ["lower"] + Pipeline.passes(for: options).map { $0.name } }

    /// Nil after errors, which the preprocessor's diagnostics have.
    public static func compile(_ preprocessor: Preprocessor, _ options: CompilerOptions) -> P1Unit? {
        let clock = preprocessor.clock
        var lowering = Lowering(parser: Parser(preprocessor, options: options.language), options: options.loweringOptions, clock: clock)
        var generator = CodeGenerator(options, names: lowering.unit.names, objects: lowering.objects)
        generator.clock = clock
        while true {
            clock?.begin("lower")
            let next = lowering.next()
            clock?.end()
            guard var function = next else { break }
            lowering.unit.items.append(.function(generator.compile(&function)))
        }
        for fault in generator.faults { preprocessor.diagnostics.error(.none, "internal error: \(fault)") }
        if preprocessor.diagnostics.errorCount > 0 { return nil }
        return lowering.finished()
    }

    /// Parses only: for -fsyntax-only.
    public static func check(_ preprocessor: Preprocessor, _ options: CompilerOptions) {
        var parser = Parser(preprocessor, options: options.language)
        while parser.nextFunction() != nil {}
    }

    /// The unit as it is after a step.
    public static func dump(_ preprocessor: Preprocessor, _ options: CompilerOptions, _ what: CompilerDump) -> [UInt8] {
        if what == .tree { return dumpTree(preprocessor, options) }
        var lowering = Lowering(parser: Parser(preprocessor, options: options.language), options: options.loweringOptions)
        var generator = CodeGenerator(options, names: lowering.unit.names, objects: lowering.objects)
        generator.recorder = StepRecorder(what, names: lowering.unit.names)
        while var function = lowering.next() { _ = generator.compile(&function) }
        return generator.recorder!.text
    }

    private static func dumpTree(_ preprocessor: Preprocessor, _ options: CompilerOptions) -> [UInt8] {
        var parser = Parser(preprocessor, options: options.language)
        var printer = TreePrinter()
        var printed = 0
        func printStatics() {
            while printed < parser.statics.count {
                printer.print(parser.statics[printed], parser)
                printed += 1
            }
        }
        while let function = parser.nextFunction() {
            printStatics()
            printer.print(function, parser)
        }
        printStatics()
        return printer.text
    }
}
