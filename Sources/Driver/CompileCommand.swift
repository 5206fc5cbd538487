import MiniCC
import P1Backend
import Support

/// One C source, taken as far as the command line says; what comes of it goes to files and terminals.
struct CompileCommand {
    private let invocation: Invocation
    private let input: Invocation.Input
    private let compilation: Compilation
    private let messages: MessageBuffer

    /// Of several compilations at a time each keeps what it has to say until it is concluded.
    init(_ invocation: Invocation, _ input: Invocation.Input, isOneOfSeveral: Bool = false) {
        self.invocation = invocation
        self.input = input
        var source = Source(file: input.path)
        source.isPreprocessed = input.kind == .preprocessedC
        let messages = MessageBuffer(invocation, keepsAll: isOneOfSeveral)
        compilation = Compilation(source, CompileCommand.options(invocation), Installation.toolchain,
                                  clock: invocation.reportsPhases ? PhaseClock() : nil) { messages.add($0) }
        self.messages = messages
    }

    private static func options(_ invocation: Invocation) -> CompilerOptions {
        var options = invocation.compiler
        if let text = OperatingSystem.environment("SOURCE_DATE_EPOCH"), let seconds = Int64(text), seconds >= 0, seconds < 253_402_300_800 {
            options.preprocessor.date = seconds
        }
        return options
    }

    /// Where #include "…" and #include <…> look.
    static func searchFolders(_ invocation: Invocation) -> (quoted: [String], angled: [String]) {
        let options = invocation.compiler.preprocessor
        let own = invocation.compiler.usesStandardIncludes ? Installation.toolchain.headerFolders : []
        return (options.quotePaths, options.includePaths + options.systemPaths + own + options.afterPaths)
    }

    // MARK: - Goals

    /// -E, -M, -fsyntax-only, --dump: what does not become code. The exit status.
    func inspect() -> Int32 {
        switch invocation.goal {
        case .preprocessed:
            return invocation.macroDump == "-dM" ? finish(compilation.macroDefinitions(), to: invocation.output) : preprocess()
        case .dependencies:
            guard compilation.readTokens(), compilation.errorCount == 0 else { return finish() }
            return finish(rule(), to: invocation.dependencyFile ?? invocation.output)
        case .check:
            compilation.check()
            return finish()
        case .dump(let step): return finish(compilation.dump(step), to: invocation.output)
        default: return finish()
        }
    }

    /// The text goes out when all of it is there: after an error there is none.
    private func preprocess() -> Int32 {
        guard let text = compilation.preprocessed(showsLineMarkers: invocation.showsLineMarkers, showsDefinitions: invocation.macroDump == "-dD")
        else { return finish() }
        if compilation.errorCount == 0, let status = writeDependencies() { return status }
        // On standard output what came before an error is shown, as an aid.
        if compilation.errorCount > 0 && invocation.output == nil { _ = OperatingSystem.put(1, text) }
        return finish(text, to: invocation.output)
    }

    /// The source as a unit of P1; nil after errors. `conclude` says which.
    func unit() -> P1Unit? { compilation.unit() }

    /// -S and -c: the source as P1pp text; nil after errors. `conclude` says which.
    func text() -> [UInt8]? {
        if let prefix = invocation.libraryPrefix { return compilation.text(.library(prefix: prefix)) }
        if case .object = invocation.goal { return compilation.text(.object) }
        return compilation.text(.program)
    }

    /// Shows undefined labels where the source names them; those that it does.
    func showUndefined(_ hints: [String: String]) -> Set<String> {
        defer { messages.flush(compilation) }
        return compilation.showUndefined(hints)
    }

    /// What belongs to the end of a compilation: the dependencies, and all messages. False after errors.
    func conclude() -> Bool {
        let wrote = compilation.errorCount > 0 || writeDependencies() == nil
        return finish() == 0 && wrote
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
        return compilation.rule(dependencies)
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

    /// Prints the diagnostics; returns the exit status.
    private func finish() -> Int32 {
        messages.flush(compilation)
        if let clock = compilation.clock { Message.write(clock.report(of: input.path)) }
        if invocation.listsHeaders { Message.write(compilation.headerList()) }
        return compilation.errorCount > 0 ? 1 : 0
    }

    private func finish(_ bytes: [UInt8]?, to path: String?) -> Int32 {
        let status = finish()
        guard status == 0, let bytes else { return max(status, 1) }
        return ToolCommands.write(path ?? "-", bytes, executable: false)
    }
}
