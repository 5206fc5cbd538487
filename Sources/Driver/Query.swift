import MiniCC
import P1Backend
import Support

/// Questions that makefiles and configure scripts ask a compiler about itself.
enum Query {
    case version, versionNumber, machine, targets, searchFolders, file(String), program(String), sysroot, multilib, linkerVersion, linkerHelp

    /// Tells the two apart from words that only look like them: every answer goes to standard output.
    static func parse(_ word: String) -> Query? {
        switch word {
        case "--version": return .version
        case "-dumpversion", "-dumpfullversion": return .versionNumber
        case "-dumpmachine": return .machine
        case "-print-targets", "--print-targets": return .targets
        case "-print-search-dirs", "--print-search-dirs": return .searchFolders
        case "-print-libgcc-file-name", "--print-libgcc-file-name": return .file("libc.a")
        case "-print-sysroot", "-print-multiarch", "--print-multiarch", "-print-multi-directory", "-print-multi-os-directory": return .sysroot
        case "-print-multi-lib", "--print-multi-lib": return .multilib
        default:
            if let name = value(word, "print-file-name=") { return .file(name) }
            if let name = value(word, "print-prog-name=") { return .program(name) }
            return nil
        }
    }

    private static func value(_ word: String, _ name: String) -> String? {
        ToolCommands.value(word, "-" + name) ?? ToolCommands.value(word, "--" + name)
    }

    func answer(_ invocation: Invocation) {
        let text: String
        switch self {
        case .version: text = Release.line + "\n" + Version.relation
        case .versionNumber: text = Release.number
        case .machine: text = Version.machine(invocation.target)
        case .targets: text = Machines.descriptions.map { "\($0.name) \($0.gnuName) \($0.programEmulator)" }.joined(separator: "\n")
        case .searchFolders:
            text = "install: \(Installation.toolchain.root)/\nprograms: =\nlibraries: =" + LinkCommand.libraryFolders(invocation).joined(separator: ":")
        // What is not found is answered with its name, which then is looked for elsewhere.
        case .file(let name): text = file(name, invocation) ?? name
        case .program(let name): text = Installation.tool(name) ?? name
        case .sysroot: text = ""
        case .multilib: text = ".;"
        case .linkerVersion: text = Version.linker
        case .linkerHelp: text = LinkerTool.help
        }
        _ = OperatingSystem.put(1, Array((text + "\n").utf8))
    }

    private func file(_ name: String, _ invocation: Invocation) -> String? {
        if name == "include" { return Installation.toolchain.headerFolders.first }
        // What build systems read: config.site, minicc.cmake.
        let shared = Installation.toolchain.path("share").map { [$0] } ?? []
        return (LinkCommand.libraryFolders(invocation) + shared).map { $0 + "/" + name }.first(where: OperatingSystem.exists)
    }
}

enum Version {
    /// Meson and others know by these words what options a compiler takes.
    static let relation = "Takes the options of GCC, but is not made by the Free Software Foundation."
    /// libtool looks for GNU, and then in --help for targets of which shared libraries can be made: there are none.
    static let linker = "minicc ld \(Release.number) (takes the options of GNU ld)"

    /// As config.sub reads it. There is no -gnu in it: the library is our own.
    static func machine(_ target: any Target.Type) -> String {
        target.description.triple
    }
}
