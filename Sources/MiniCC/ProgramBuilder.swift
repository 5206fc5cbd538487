import P1Backend
import Support

/// A program in the making: libp1pp and the start of a C program stand before its parts, the C library behind them.
public final class ProgramBuilder {
    /// What is linked, and how.
    public struct Options: Sendable {
        /// The layout, the output's form, and what stays.
        public var link = LinkOptions()
        /// Put what P1 consists of beside its instructions in front; --no-libp1pp does not.
        public var usesLibp1pp = true
        /// Link the C library of the toolchain; -nostdlib does not.
        public var usesStandardLibrary = true
        /// Its parts are C, or objects made from it: P1pp sources bring their own beginning.
        public var isC = true

        public init() {}

        /// A program with an entry of its own begins there.
        fileprivate var hasStart: Bool { isC && link.entry == "_start" }

        fileprivate func library(_ toolchain: Toolchain) -> String? { isC && usesStandardLibrary ? toolchain.standardLibrary : nil }

        /// What stands before the parts, and behind them.
        public func standardFiles(_ toolchain: Toolchain) -> (before: [String], behind: [String]) {
            let library = library(toolchain)
            let before = (usesLibp1pp ? Toolchain.libp1pp : []) + (hasStart && library != nil ? [Toolchain.entry] : [])
            return (before.compactMap(toolchain.path), library.map { [$0] } ?? [])
        }
    }

    /// Takes the parts: units, objects, P1pp sources, archives.
    public let linker: Linker
    private let options: Options
    private let toolchain: Toolchain
    private let library: String?
    /// What is missing of the toolchain.
    private var problems: [Diagnostic] = []

    /// Begins with what stands before the parts.
    public init(target: any Target.Type, options: Options, toolchain: Toolchain, clock: PhaseClock? = nil) {
        self.options = options
        self.toolchain = toolchain
        library = options.library(toolchain)
        linker = Linker(target: target, options: options.link)
        linker.clock = clock
        if options.usesLibp1pp {
            for part in Toolchain.libp1pp { add(toolchainFile: part, isLibrary: true) }
        }
        if options.hasStart && library == nil {
            linker.add(source: "entry", bytes: Toolchain.entryWithoutLibrary)
        } else if options.hasStart {
            add(toolchainFile: Toolchain.entry, isLibrary: false)
        }
    }

    private func add(toolchainFile name: String, isLibrary: Bool) {
        switch toolchain.read(name) {
        case .success(let bytes): linker.add(source: toolchain.root + "/" + name, bytes: bytes, isLibrary: isLibrary)
        case .failure(let why): problems.append(Diagnostic(.error, "cannot read \(name) of the toolchain: \(why)"))
        }
    }

    /// The program, or whatever the link's output is; nil after errors.
    public func program() -> [UInt8]? {
        if let library {
            switch toolchain.map(library) {
            case .success(let bytes): linker.add(archive: library, bytes: bytes)
            case .failure(let why): problems.append(Diagnostic(.error, "cannot read '\(library)': \(why)"))
            }
        }
        return problems.isEmpty ? linker.link() : nil
    }

    /// What there is to say after `program`.
    public var diagnostics: [Diagnostic] { problems + linker.diagnostics.list }
}
