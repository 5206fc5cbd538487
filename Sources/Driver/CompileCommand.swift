import Glibc
import MiniCC
import P1Backend
import Support

/// One C source, taken as far as the command line says.
struct CompileCommand {
    private let invocation: Invocation
    private let input: Invocation.Input
    private let sources = SourceManager()
    private let diagnostics: MiniCC.Diagnostics
    private let messages: MessageBuffer
    private let preprocessor: Preprocessor
    private let clock: PhaseClock?

    /// Of several compilations at a time each keeps what it has to say until it is concluded.
    init(_ invocation: Invocation, _ input: Invocation.Input, isOneOfSeveral: Bool = false) {
        clock = invocation.reportsPhases ? PhaseClock() : nil
        self.invocation = invocation
        self.input = input
        diagnostics = MiniCC.Diagnostics(sources: sources)
        diagnostics.warnings = invocation.warnings
        diagnostics.errorLimit = invocation.errorLimit
        messages = MessageBuffer(invocation, keepsAll: isOneOfSeveral)
        diagnostics.handler = { [messages] in messages.add($0) }
        var options = invocation.preprocessor
        options.optimizationLevel = invocation.compiler.level
        if invocation.usesStandardIncludes { options.systemPaths += Installation.includeFolders }
        if let text = getenv("SOURCE_DATE_EPOCH"), let seconds = Int64(String(cString: text)), seconds >= 0, seconds < 253_402_300_800 {
            options.date = seconds
        }
        preprocessor = Preprocessor(sources: sources, diagnostics: diagnostics, names: NameTable(), options: options)
        preprocessor.clock = clock
        for word in invocation.unknownWarnings {
            let likely = Similarity.closest(to: word, among: Warning.allCases.map { "-W" + $0.rawValue })
            diagnostics.warning(.unknownWarning, .none, "unknown warning option '\(word)'" + (likely.map { "; did you mean '\($0)'?" } ?? ""))
        }
    }

    /// Where #include "…" and #include <…> look.
    static func searchFolders(_ invocation: Invocation) -> (quoted: [String], angled: [String]) {
        let options = invocation.preprocessor
        let own = invocation.usesStandardIncludes ? Installation.includeFolders : []
        return (options.quotePaths, options.includePaths + options.systemPaths + own + options.afterPaths)
    }

    // MARK: - Goals

    /// -E, -M, -fsyntax-only, --dump: what does not become code. The exit status.
    func inspect() -> Int32 {
        guard preprocessor.start(file: input.path) else { return finish() }
        switch invocation.goal {
        case .preprocessed:
            if invocation.macroDump == "-dM" {
                preprocessor.readAll()
                return finish(preprocessor.dumpMacros(), to: invocation.output ?? "-")
            }
            return preprocess()
        case .dependencies:
            preprocessor.readAll()
            if diagnostics.errorCount > 0 { return finish() }
            return finish(rule(), to: invocation.dependencyFile ?? invocation.output ?? "-")
        case .check:
            Compiler.check(preprocessor, compilerOptions(prefix: ""))
            return finish()
        case .dump(let what):
            return finish(dump(what), to: invocation.output ?? "-")
        default:
            return finish()
        }
    }

    private func dump(_ what: Invocation.Dump) -> [UInt8] {
        let options = compilerOptions(prefix: "")
        switch what {
        case .tokens: return TokenDump.text(preprocessor)
        case .unit(let step):
            if case .ir(after: let name) = step, !Compiler.irSteps(options).contains(name) {
                diagnostics.error(.none, "pass '\(name)' does not run with these options; --dump=ir:all shows those that do")
                return []
            }
            return Compiler.dump(preprocessor, options, step)
        case .p1:
            guard let unit = Compiler.compile(preprocessor, options) else { return [] }
            return write(unit, prefix: "", isObject: false)
        }
    }

    /// The text goes out when all of it is there: after an error there is none.
    private func preprocess() -> Int32 {
        var text: [UInt8] = []
        var output = TextOutput(preprocessor)
        output.showsLineMarkers = invocation.showsLineMarkers
        output.showsDefinitions = invocation.macroDump == "-dD"
        clock?.begin("preprocess")
        output.run { text.append(contentsOf: $0) }
        clock?.end()
        if diagnostics.errorCount == 0, let status = writeDependencies() { return status }
        // On standard output what came before an error is shown, as an aid.
        if diagnostics.errorCount > 0 && invocation.output == nil { _ = Files.put(1, text) }
        return finish(text, to: invocation.output ?? "-")
    }

    /// The source as a unit of P1; nil after errors. `conclude` says which.
    func unit(prefix: String) -> P1Unit? {
        guard preprocessor.start(file: input.path) else { return nil }
        return Compiler.compile(preprocessor, compilerOptions(prefix: prefix))
    }

    /// -S and -c: the source as P1pp text; nil after errors. `conclude` says which.
    func text() -> [UInt8]? {
        let isObject: Bool
        if case .object = invocation.goal { isObject = true } else { isObject = false }
        let prefix = invocation.libraryPrefix ?? (isObject ? CompileCommand.privatePrefix(invocation, input) : "")
        guard let unit = unit(prefix: prefix) else { return nil }
        clock?.begin("write P1pp")
        defer { clock?.end() }
        let body = write(unit, prefix: prefix, isObject: isObject)
        // Configure scripts take an empty object for a failure.
        if isObject { return Array("# \(Version.line)\n".utf8) + body }
        // What the text says of weak names is about itself and not about the texts that catm puts beside it.
        if let prefix = invocation.libraryPrefix { return invocation.compiler.isBase ? body : Array("%unit(\(prefix))\n".utf8) + body }
        return CompileCommand.entryStub + body + Array(":ELF_end\n".utf8)
    }

    /// The unit as text of the level that was asked for. What base P1 cannot say is an error.
    private func write(_ unit: P1Unit, prefix: String, isObject: Bool) -> [UInt8] {
        var writer = P1ppWriter(unit: unit, level: invocation.compiler.isBase ? .base : .ext, prefix: prefix, isObject: isObject)
        let text = writer.text()
        guard !writer.problems.isEmpty else { return text }
        let names = writer.problems.map { $0.name.hasPrefix(prefix) ? String($0.name.dropFirst(prefix.count)) : $0.name }
        // Reading the source once more gives everything the place that it had the first time.
        let again = CompileCommand(invocation, input, isOneOfSeveral: true)
        let places = input.path != "-" && again.preprocessor.start(file: input.path)
            ? Compiler.declarations(of: Set(names), in: again.preprocessor, compilerOptions(prefix: prefix)) : [:]
        for (name, problem) in zip(names, writer.problems) {
            diagnostics.error(places[name] ?? .none, "base P1 has no words for \(problem.text)")
        }
        return text
    }

    /// Shows undefined labels where the source names them; those that it does.
    func showUndefined(_ hints: [String: String]) -> Set<String> {
        guard preprocessor.start(file: input.path) else { return [] }
        defer { messages.flush(diagnostics) }
        return Compiler.showUndefined(hints, in: preprocessor, compilerOptions(prefix: ""))
    }

    /// What belongs to the end of a compilation: the dependencies, and all messages. False after errors.
    func conclude() -> Bool {
        let wrote = diagnostics.errorCount > 0 || writeDependencies() == nil
        return finish() == 0 && wrote
    }

    /// What a program without a library begins with.
    static let entryStub = Array("%fn(p1_main, 16, {\n    %call(&main)\n})\n".utf8)

    /// Private names of different units must differ: the source's name and a hash of its path as it was given and of what it
    /// is made of. Where the command was run does not count, so that objects are the same in every folder.
    static func privatePrefix(_ invocation: Invocation, _ input: Invocation.Input) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        for option in invocation.preprocessor.macros {
            switch option {
            case .define(let text): add("D\(text)".utf8)
            case .undefine(let text): add("U\(text)".utf8)
            }
        }
        var path = input.path
        if input.path != "-", case .success(let bytes) = Files.read(input.path) {
            add(bytes)
            if input.kind == .preprocessedC, let source = markedName(bytes) { path = source }
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

    /// Preprocessed text comes in files of any name (distcc); its first line tells what it was made from.
    private static func markedName(_ text: [UInt8]) -> String? {
        let opening = Array("# 1 \"".utf8)
        guard text.starts(with: opening) else { return nil }
        return String(decoding: text[opening.count...].prefix { $0 != UInt8(ascii: "\"") && $0 != 10 }, as: UTF8.self)
    }

    private func compilerOptions(prefix: String) -> CompilerOptions {
        var options = invocation.compiler
        options.unit.prefix = prefix
        options.language.isC89 = invocation.preprocessor.dialect.standard < .c99
        options.language.isC23 = invocation.preprocessor.dialect.standard >= .c23
        return options
    }

    // MARK: - Dependencies

    private func rule() -> [UInt8] {
        var dependencies = invocation.dependencies
        if dependencies.targets.isEmpty {
            let isUnit: Bool
            if case .program = invocation.goal { isUnit = false } else { isUnit = true }
            dependencies.targets = [Dependencies.escaped(isUnit && invocation.output != nil && !isPreprocessing ? invocation.output!
                : CompileCommand.name(input.path, ".o"))]
        }
        return dependencies.rule(preprocessor)
    }

    private var isPreprocessing: Bool {
        switch invocation.goal {
        case .preprocessed, .dependencies: return true
        default: return false
        }
    }

    /// -MD: the rule beside the result. The exit status if it cannot be written.
    private func writeDependencies() -> Int32? {
        guard invocation.writesDependencies, !isDependencyGoal else { return nil }
        let base = invocation.output.map { CompileCommand.replacingExtension($0, ".d") } ?? CompileCommand.name(input.path, ".d")
        let status = ToolCommands.write(invocation.dependencyFile ?? base, rule(), executable: false)
        return status == 0 ? nil : status
    }

    private var isDependencyGoal: Bool {
        if case .dependencies = invocation.goal { return true }
        return false
    }

    /// The source's name without its folder, with another ending.
    static func name(_ path: String, _ ending: String) -> String {
        replacingExtension(path.split(separator: "/").last.map(String.init) ?? path, ending)
    }

    private static func replacingExtension(_ path: String, _ ending: String) -> String {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path + ending }
        return path[..<dot] + ending
    }

    // MARK: - Ends

    /// Says what there is to say; the exit status.
    private func finish() -> Int32 {
        messages.flush(diagnostics)
        if let clock { Message.write(clock.report(of: input.path)) }
        if invocation.listsHeaders { Message.write(HeaderList.text(preprocessor)) }
        return diagnostics.errorCount > 0 ? 1 : 0
    }

    private func finish(_ bytes: [UInt8], to path: String) -> Int32 {
        let status = finish()
        return status != 0 ? status : ToolCommands.write(path, bytes, executable: false)
    }
}
