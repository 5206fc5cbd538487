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

/// What `--dump=` shows of a translation unit.
public enum CompilerDump: Sendable { case ast, ir }

/// From a translation unit to P1: the straight line through the rooms, with nothing turning back.
///
///     Preprocessor → Parser → Lowering → CodeGenerator → P1Unit
///
/// One function is in work at a time, so that memory is that of the largest function.
public enum Compiler {
    /// What -fno-NAME switches off.
    public static var passes: [String] { Pipeline.names }

    /// Nil after errors, which the preprocessor's diagnostics have.
    public static func compile(_ preprocessor: Preprocessor, _ options: CompilerOptions) -> P1Unit? {
        let clock = preprocessor.clock
        var lowering = Lowering(parser: Parser(preprocessor, options: options.language), options: options.loweringOptions, clock: clock)
        var back = OptimizeOptions()
        back.level = options.level
        back.isBase = options.isBase
        back.wraps = options.unit.wraps
        back.verifies = options.verifies
        back.checksAllocation = options.checksAllocation
        for name in options.disabledPasses { back.disable(name) }
        var generator = CodeGenerator(back, names: lowering.unit.names, objects: lowering.objects)
        generator.clock = clock
        while true {
            clock?.begin("lower")
            let next = lowering.next()
            clock?.end()
            guard var function = next else { break }
            generator.compile(&function, into: &lowering.unit)
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

    /// Text of `--dump=ast` and `--dump=ir`.
    public static func dump(_ preprocessor: Preprocessor, _ options: CompilerOptions, _ what: CompilerDump) -> [UInt8] {
        switch what {
        case .ast:
            var parser = Parser(preprocessor, options: options.language)
            var printer = TreePrinter()
            var printed = 0
            while let function = parser.nextFunction() {
                while printed < parser.statics.count {
                    printer.print(parser.statics[printed], parser)
                    printed += 1
                }
                printer.print(function, parser)
            }
            while printed < parser.statics.count {
                printer.print(parser.statics[printed], parser)
                printed += 1
            }
            return printer.text
        case .ir:
            var lowering = Lowering(parser: Parser(preprocessor, options: options.language), options: options.loweringOptions)
            var printer = IRPrinter(names: lowering.unit.names)
            while let function = lowering.next() { printer.print(function) }
            return printer.text
        }
    }
}
