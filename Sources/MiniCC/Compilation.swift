import P1Backend
import Support

/// One C source on its way to P1: the straight line through the rooms, with nothing turning back.
///
///     Preprocessor → Parser → Lowering → CodeGenerator → P1Unit
///
/// A compilation is taken one of the ways below, once. One function is in work at a time, so that memory is that of the
/// largest function.
public final class Compilation {
    /// A form of P1pp text.
    public enum TextForm: Sendable {
        /// A program's own text: behind its start and before its end.
        case program
        /// An object for any machine.
        case object
        /// For a link with catm; the prefix stands before private names.
        case library(prefix: String)
    }

    /// Measures the steps.
    public let clock: PhaseClock?
    /// How many errors there were.
    public var errorCount: Int { diagnostics.errorCount }
    /// There were more errors than `CompilerOptions.errorLimit` allows: the compilation stopped.
    public var reachedErrorLimit: Bool { diagnostics.reachedLimit }
    private let source: Source
    private let options: CompilerOptions
    private let diagnostics: Diagnostics
    private let toolchain: Toolchain
    private let sources = SourceManager()
    private let preprocessor: Preprocessor

    /// `handler` gets every message as soon as its notes are complete; the last one comes with `finishMessages`.
    public init(_ source: Source, _ options: CompilerOptions, _ toolchain: Toolchain, clock: PhaseClock? = nil,
                handler: @escaping (Diagnostic) -> Void = { _ in }) {
        self.source = source
        self.clock = clock
        self.toolchain = toolchain
        var options = options
        options.preprocessor.optimizationLevel = options.level
        if options.usesStandardIncludes {
            options.preprocessor.systemPaths += toolchain.headerFolders
            options.preprocessor.files.merge(toolchain.files) { own, _ in own }
        }
        options.language.isC89 = options.preprocessor.dialect.standard < .c99
        options.language.isC23 = options.preprocessor.dialect.standard >= .c23
        self.options = options
        diagnostics = Diagnostics(sources: sources)
        diagnostics.warnings = options.warnings
        diagnostics.errorLimit = options.errorLimit
        diagnostics.handler = handler
        preprocessor = Preprocessor(sources: sources, diagnostics: diagnostics, names: NameTable(), options: options.preprocessor)
        preprocessor.clock = clock
        for word in options.unknownWarnings {
            let likely = Similarity.closest(to: word, among: Warning.allCases.map { "-W" + $0.rawValue })
            diagnostics.warning(.unknownWarning, .none, "unknown warning option '\(word)'" + (likely.map { "; did you mean '\($0)'?" } ?? ""))
        }
    }

    /// To be called when the compilation has gone its way.
    public func finishMessages() { diagnostics.finish() }

    /// The same source once more, to find places in it.
    private func again() -> Compilation { Compilation(source, options, toolchain) }

    // MARK: - Preprocessed

    /// -E. What came before an error is there as well.
    public func preprocessed(showsLineMarkers: Bool, showsDefinitions: Bool) -> [UInt8]? {
        guard preprocessor.start(source) else { return nil }
        var text: [UInt8] = []
        var output = TextOutput(preprocessor)
        output.showsLineMarkers = showsLineMarkers
        output.showsDefinitions = showsDefinitions
        clock?.begin("preprocess")
        output.run { text.append(contentsOf: $0) }
        clock?.end()
        return text
    }

    /// -dM: the macros at the end.
    public func macroDefinitions() -> [UInt8]? {
        guard readTokens() else { return nil }
        return preprocessor.dumpMacros()
    }

    /// Reads up to the end, for what is known then. False if the source cannot be read.
    public func readTokens() -> Bool {
        guard preprocessor.start(source) else { return false }
        preprocessor.readAll()
        return true
    }

    /// The files that have been read, as a rule for make.
    public func rule(_ dependencies: Dependencies) -> [UInt8] { dependencies.rule(preprocessor) }

    /// -H: the headers, indented as they include one another.
    public func headerList() -> String { HeaderList.text(preprocessor) }

    // MARK: - Compiled

    /// -fsyntax-only
    public func check() {
        guard preprocessor.start(source) else { return }
        var parser = Parser(preprocessor, options: options.language)
        while parser.nextFunction() != nil {}
    }

    /// Nil after errors. The prefix stands before names that no other unit must see.
    public func unit(prefix: String? = nil) -> P1Unit? {
        guard preprocessor.start(source) else { return nil }
        var lowering = lowering(prefix ?? privatePrefix)
        var generator = CodeGenerator(options, names: lowering.unit.names, objects: lowering.objects)
        generator.clock = clock
        while true {
            clock?.begin("lower")
            let next = lowering.next()
            clock?.end()
            guard var function = next else { break }
            lowering.unit.items.append(.function(generator.compile(&function)))
        }
        for fault in generator.faults { diagnostics.error(.none, "internal error: \(fault)") }
        return diagnostics.errorCount > 0 ? nil : lowering.finished()
    }

    /// P1pp; nil after errors.
    public func text(_ form: TextForm) -> [UInt8]? {
        let prefix: String?
        switch form {
        case .program: prefix = ""
        case .object: prefix = nil
        case .library(let wanted): prefix = wanted
        }
        guard let unit = unit(prefix: prefix) else { return nil }
        clock?.begin("write P1pp")
        defer { clock?.end() }
        guard let body = write(unit, form, prefix: prefix ?? privatePrefix) else { return nil }
        switch form {
        case .program: return Toolchain.entryWithoutLibrary + body + Array(":ELF_end\n".utf8)
        // Configure scripts take an empty object for a failure.
        case .object: return Array("# \(Release.line)\n".utf8) + body
        // What the text says of weak names is about itself and not about the texts that catm puts beside it.
        case .library(let prefix): return options.isBase ? body : Array("%unit(\(prefix))\n".utf8) + body
        }
    }

    /// The unit as text of the level that was asked for. What base P1 cannot say is an error.
    private func write(_ unit: P1Unit, _ form: TextForm, prefix: String) -> [UInt8]? {
        var isObject = false
        if case .object = form { isObject = true }
        var writer = P1ppWriter(unit: unit, level: options.isBase ? .base : .ext, prefix: prefix, isObject: isObject)
        let text = writer.text()
        guard !writer.problems.isEmpty else { return text }
        let names = writer.problems.map { $0.name.hasPrefix(prefix) ? String($0.name.dropFirst(prefix.count)) : $0.name }
        // Reading the source once more gives everything the place that it had the first time.
        let places = source.name != "-" ? again().declarations(of: Set(names), prefix: prefix) : [:]
        for (name, problem) in zip(names, writer.problems) {
            diagnostics.error(places[name] ?? .none, "base P1 has no words for \(problem.text)")
        }
        return nil
    }

    /// The unit as it is after a step; nil after errors.
    public func dump(_ step: CompilerDump) -> [UInt8]? {
        if case .ir(after: let name) = step, !options.irSteps.contains(name) {
            diagnostics.error(.none, "pass '\(name)' does not run with these options; --dump=ir:all shows those that do")
            return nil
        }
        switch step {
        case .p1: return unit(prefix: "").flatMap { write($0, .program, prefix: "") }
        case .tokens: return preprocessor.start(source) ? TokenDump.text(preprocessor) : nil
        case .tree: return preprocessor.start(source) ? dumpTree() : nil
        default:
            guard preprocessor.start(source) else { return nil }
            var lowering = lowering("")
            var generator = CodeGenerator(options, names: lowering.unit.names, objects: lowering.objects)
            generator.recorder = StepRecorder(step, names: lowering.unit.names)
            while var function = lowering.next() { _ = generator.compile(&function) }
            return generator.recorder!.text
        }
    }

    private func dumpTree() -> [UInt8] {
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

    private func lowering(_ prefix: String) -> Lowering {
        var unit = options.unit
        unit.prefix = prefix
        unit.isExt = !options.isBase
        return Lowering(parser: Parser(preprocessor, options: options.language), options: unit, clock: clock)
    }

    // MARK: - Private names

    /// Private names of different units must differ: the source's name and a hash of its path as it was given and of what it
    /// is made of. Where the command was run does not count, so that objects are the same in every folder.
    private var privatePrefix: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        for option in options.preprocessor.macros {
            switch option {
            case .define(let text): add("D\(text)".utf8)
            case .undefine(let text): add("U\(text)".utf8)
            }
        }
        var path = source.name
        if path != "-" {
            let bytes = preprocessor.mainText
            add(bytes)
            // Preprocessed text comes in files of any name (distcc); its first line tells what it was made from.
            let opening = Array("# 1 \"".utf8)
            if source.isPreprocessed, bytes.starts(with: opening) {
                path = String(decoding: bytes[opening.count...].prefix { $0 != UInt8(ascii: "\"") && $0 != 10 }, as: UTF8.self)
            }
        }
        add(path.utf8)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let letters = name.utf8.prefix { $0 != UInt8(ascii: ".") }.map { byte -> UInt8 in
            let isWord = byte >= 48 && byte < 58 || byte >= 65 && byte < 91 || byte >= 97 && byte < 123
            return isWord ? byte : UInt8(ascii: "_")
        }
        let digits = String(hash & 0xFFFF_FFFF | 0x1_0000_0000, radix: 16).dropFirst()
        return "u_" + String(decoding: letters, as: UTF8.self) + "_" + digits + "__"
    }

    // MARK: - Places of names

    /// What the linker misses, shown where the source names it first. The source is parsed once more for this: a program
    /// that links pays nothing for it. `hints` ends the message for each name; the names that were shown are returned.
    public func showUndefined(_ hints: [String: String]) -> Set<String> {
        guard preprocessor.start(source) else { return [] }
        diagnostics.isSilent = true
        var parser = Parser(preprocessor, options: options.language)
        var uses: [SymbolID: SourceLocation] = [:]
        var order: [SymbolID] = []
        func isWanted(_ symbol: Symbol) -> Bool {
            symbol.linkage != .none && (symbol.kind == .function || symbol.kind == .object)
                && hints[parser.names.string(symbol.label >= 0 ? symbol.label : symbol.name)] != nil
        }
        while parser.nextFunction() != nil {
            for id in parser.tree.nodes.keys {
                let node = parser.tree.nodes[id]
                guard node.kind == .variable, uses[node.symbol] == nil, isWanted(parser.scopes[node.symbol]) else { continue }
                uses[node.symbol] = node.location
                order.append(node.symbol)
            }
        }
        // What only an initialiser names is shown where it is declared.
        for symbol in parser.scopes.symbols.keys where uses[symbol] == nil && parser.scopes[symbol].flags.contains(.used) {
            guard isWanted(parser.scopes[symbol]), parser.scopes[symbol].depth == 0 else { continue }
            uses[symbol] = parser.scopes[symbol].location
            order.append(symbol)
        }
        diagnostics.isSilent = false
        var shown: Set<String> = []
        for number in order {
            let symbol = parser.scopes[number], place = uses[number]!
            let name = parser.names.string(symbol.label >= 0 ? symbol.label : symbol.name)
            guard shown.insert(name).inserted else { continue }
            diagnostics.error(place, "undefined reference to '\(name)'\(hints[name]!)")
            if symbol.location != place && !symbol.flags.contains(.implicit) {
                diagnostics.note(symbol.location, "'\(name)' is declared here, but nothing that is linked defines it")
            }
        }
        return shown
    }

    /// Where the source declares what has these names in its object.
    private func declarations(of labels: Set<String>, prefix: String) -> [String: SourceLocation] {
        guard preprocessor.start(source) else { return [:] }
        diagnostics.isSilent = true
        var parser = Parser(preprocessor, options: options.language)
        while parser.nextFunction() != nil {}
        var places: [String: SourceLocation] = [:]
        for number in parser.scopes.symbols.keys {
            let symbol = parser.scopes[number]
            guard symbol.kind == .function || symbol.kind == .object else { continue }
            let name = parser.names.string(symbol.label >= 0 ? symbol.label : symbol.name)
            if labels.contains(name) && places[name] == nil { places[name] = symbol.location }
        }
        return places
    }
}
