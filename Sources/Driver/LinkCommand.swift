import MiniCC
import P1Backend
import Support

/// From the inputs of a command line to a program: C is compiled, P1pp and portable objects are taken as they are,
/// archives are searched.
enum LinkCommand {
    static func run(_ invocation: Invocation) -> Int32 {
        guard let program = program(invocation) else { return 1 }
        return ToolCommands.write(invocation.output ?? "a.out", program, executable: invocation.link.output == .elf)
    }

    /// The program's bytes; nil after errors, which have been printed.
    static func program(_ invocation: Invocation) -> [UInt8]? {
        let builder = ProgramBuilder(target: invocation.target, options: options(invocation), toolchain: Installation.toolchain,
                                     clock: invocation.reportsPhases ? PhaseClock() : nil)
        // It stays until the process ends, which is soon: taking it apart would be work for nothing.
        _ = Unmanaged.passRetained(builder)
        let linker = builder.linker
        let units = compile(invocation)
        var failed = false
        for (position, input) in invocation.inputs.enumerated() {
            failed = !addLibraries(at: position, invocation, linker) || failed
            switch input.kind {
            case .c, .preprocessedC:
                guard let unit = units[position] else {
                    failed = true
                    continue
                }
                linker.add(unit: unit)
            case .p1pp, .object:
                guard let bytes = ToolCommands.read(input.path) else {
                    failed = true
                    continue
                }
                // An archive may have an object's name: busybox's built-in.o of no objects.
                if bytes.starts(with: Array("!<arch>\n".utf8)) {
                    failed = !addArchive(input.path, linker, isWhole: input.isWhole) || failed
                } else if input.kind == .object, let problem = foreign(bytes) {
                    Message.error("'\(input.path)' \(problem)")
                    failed = true
                } else {
                    linker.add(source: input.path, bytes: bytes)
                }
            case .archive: failed = !addArchive(input.path, linker, isWhole: input.isWhole) || failed
            }
        }
        failed = !addLibraries(at: invocation.inputs.count, invocation, linker) || failed
        guard !failed else { return nil }

        linker.showUndefined = { hints in
            var shown: Set<String> = []
            for input in invocation.inputs where input.isC && input.path != "-" {
                shown.formUnion(CompileCommand(invocation, input).showUndefined(hints.filter { !shown.contains($0.key) }))
            }
            return shown
        }
        guard let program = builder.program() else {
            Message.show(builder.diagnostics, invocation)
            return nil
        }
        if let clock = linker.clock { Message.write(clock.report(of: "link")) }
        if let mapPath = invocation.mapPath, ToolCommands.write(mapPath, Array(linker.map.utf8), executable: false) != 0 { return nil }
        return program
    }

    /// For each input its unit, if it is a C source without errors.
    private static func compile(_ invocation: Invocation) -> [P1Unit?] {
        let positions = invocation.inputs.indices.filter { invocation.inputs[$0].isC }
        var units = [P1Unit?](repeating: nil, count: invocation.inputs.count)
        OrderedJobs.run(positions.count) { index in
            let input = invocation.inputs[positions[index]]
            let compilation = CompileCommand(invocation, input, isOneOfSeveral: positions.count > 1)
            let unit = compilation.unit()
            return {
                if compilation.conclude() { units[positions[index]] = unit }
            }
        }
        return units
    }

    /// Where -l looks.
    static func libraryFolders(_ invocation: Invocation) -> [String] {
        invocation.libraryPaths + (Installation.toolchain.standardLibrary.map { [String($0.dropLast("/libc.a".count))] } ?? [])
    }

    /// What is wrong with a file that should be an object; nil if nothing is.
    static func foreign(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { return "is an ELF file of another compiler; minicc's objects are P1pp text" }
        // A linker script, and anything else that has bytes no text has.
        return bytes.prefix(256).contains(0) ? "is no object; minicc's are P1pp text" : nil
    }

    /// P1pp sources bring their own beginning, as the other tools of the dialect expect it.
    private static func hasC(_ invocation: Invocation) -> Bool {
        invocation.inputs.contains { $0.kind != .p1pp && $0.kind != .archive } || !invocation.inputs.contains { $0.kind == .p1pp }
    }

    private static func options(_ invocation: Invocation) -> ProgramBuilder.Options {
        var options = ProgramBuilder.Options()
        options.link = invocation.link
        options.usesLibp1pp = invocation.usesLibp1pp
        options.usesStandardLibrary = invocation.usesStandardLibrary
        options.isC = hasC(invocation)
        return options
    }

    /// What is linked before and behind the inputs, for those who want to know.
    static func standardFiles(_ invocation: Invocation) -> (before: [String], behind: [String]) {
        options(invocation).standardFiles(Installation.toolchain)
    }

    private static let standardNames: Set<String> = [
        "c", "m", "pthread", "dl", "rt", "util", "resolv", "anl", "xnet", "BrokenLocale", "gcc", "gcc_s", "gcc_eh", "atomic",
    ]

    /// The -l libraries that stand before input number `position`. False if one is not found.
    private static func addLibraries(at position: Int, _ invocation: Invocation, _ linker: Linker) -> Bool {
        var found = true
        for library in invocation.libraries where library.position == position {
            // The standard library is linked anyway, and holds what others keep in these.
            if standardNames.contains(library.name), invocation.usesStandardLibrary { continue }
            let folders = libraryFolders(invocation)
            let file = library.name.hasPrefix(":") ? String(library.name.dropFirst()) : "lib\(library.name).a"
            guard let path = folders.map({ $0 + "/" + file }).first(where: OperatingSystem.exists) else {
                Message.error("cannot find the library '\(library.name)': there is no \(file) in "
                    + (folders.isEmpty ? "any folder, since -L names none" : folders.joined(separator: ", ")))
                found = false
                continue
            }
            found = addArchive(path, linker, isWhole: library.isWhole) && found
        }
        return found
    }

    private static func addArchive(_ path: String, _ linker: Linker, isWhole: Bool = false) -> Bool {
        switch OperatingSystem.map(path) {
        case .success(let bytes):
            linker.add(archive: path, bytes: bytes, isWhole: isWhole)
            return true
        case .failure(let why):
            Message.error("cannot read '\(path)': \(why)")
            return false
        }
    }
}
