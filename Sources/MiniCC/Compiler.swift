import P1Backend
import Support

/// C in, objects and programs out, with everything that was noticed as values. A compiler has no state: several may be at
/// work at once, in as many threads.
///
///     let compiler = Compiler(toolchain: Toolchain(folder: "/usr/local/lib/minicc")!)
///     let result = compiler.program([Source(name: "hello.c", text: "int main(void) { return 42; }")], for: Machines.host)
///     for diagnostic in result.diagnostics { print(diagnostic.message) }
///     let bytes = try result.get()
public struct Compiler: Sendable {
    /// How sources are compiled.
    public var options = CompilerOptions()
    /// How programs are linked.
    public var programOptions = ProgramBuilder.Options()
    /// Where headers and the library come from.
    public let toolchain: Toolchain

    /// With default options: GNU C11, -O1.
    public init(toolchain: Toolchain) { self.toolchain = toolchain }

    /// What came of it, and what there is to say about it.
    public struct Result: Sendable {
        /// Nil after errors.
        public let bytes: [UInt8]?
        /// Errors, warnings, and their notes, in order.
        public let diagnostics: [Diagnostic]

        /// The bytes, or what there is to say as an error.
        public func get() throws(CompilationFailed) -> [UInt8] {
            guard let bytes else { throw CompilationFailed(diagnostics: diagnostics) }
            return bytes
        }
    }

    /// There were errors.
    public struct CompilationFailed: Error, CustomStringConvertible {
        /// What there is to say.
        public let diagnostics: [Diagnostic]
        /// As the command prints it.
        public var description: String { DiagnosticText.text(diagnostics) }
    }

    /// A portable object, which serves all machines.
    public func object(_ source: Source) -> Result {
        let (text, diagnostics) = compile(source) { $0.text(.object) }
        return Result(bytes: text, diagnostics: diagnostics)
    }

    /// A static ELF program, or what `programOptions` says.
    public func program(_ sources: [Source], for target: any Target.Type) -> Result {
        let builder = ProgramBuilder(target: target, options: programOptions, toolchain: toolchain)
        var diagnostics: [Diagnostic] = []
        var isComplete = true
        for source in sources {
            let (unit, messages) = compile(source) { $0.unit() }
            diagnostics += messages
            if let unit { builder.linker.add(unit: unit) } else { isComplete = false }
        }
        guard isComplete else { return Result(bytes: nil, diagnostics: diagnostics) }
        builder.linker.showUndefined = { hints in
            var shown: Set<String> = []
            for source in sources {
                let (names, messages) = compile(source) { $0.showUndefined(hints.filter { !shown.contains($0.key) }) }
                shown.formUnion(names)
                diagnostics += messages
            }
            return shown
        }
        let program = builder.program()
        return Result(bytes: program, diagnostics: diagnostics + builder.diagnostics)
    }

    private func compile<Product>(_ source: Source, _ way: (Compilation) -> Product) -> (Product, [Diagnostic]) {
        var messages: [Diagnostic] = []
        let compilation = Compilation(source, options, toolchain) { messages.append($0) }
        let product = way(compilation)
        compilation.finishMessages()
        return (product, messages)
    }
}
