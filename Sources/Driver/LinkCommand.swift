import P1Backend

/// `minicc [--target=T] a.P1pp b.P1pp … -o prog`: P1pp sources to a program.
enum LinkCommand {
    static func run(_ arguments: [String]) -> Int32 {
        var target = Machines.host
        var options = LinkOptions()
        var output: String?
        var mapPath: String?
        var inputs: [String] = []
        var usesLibrary = true
        var index = 0

        func bad(_ text: String) -> Int32 {
            Message.error(text)
            return 1
        }
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            if argument == "-o" {
                guard index < arguments.count else { return bad("-o needs a file name") }
                output = arguments[index]
                index += 1
            } else if argument == "-s" {
                options.strip = true
            } else if argument == "--no-libp1pp" {
                usesLibrary = false
            } else if argument == "--keep-unused" {
                options.keepUnused = true
            } else if let name = ToolCommands.value(argument, "--target=") {
                guard let machine = Machines.named(name) else { return ToolCommands.unknownTarget(name) }
                target = machine
            } else if let path = ToolCommands.value(argument, "--map=") {
                mapPath = path
            } else if let text = ToolCommands.value(argument, "--base=") {
                guard let address = ToolCommands.address(text) else { return bad("'\(text)' is not an address") }
                options.base = address
            } else if let text = ToolCommands.value(argument, "--phys=") {
                guard let address = ToolCommands.address(text) else { return bad("'\(text)' is not an address") }
                options.physicalBase = address
            } else if let symbol = ToolCommands.value(argument, "--entry=") {
                options.entry = symbol
            } else if let text = ToolCommands.value(argument, "--section-start=") {
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2, let address = ToolCommands.address(parts[1]) else {
                    return bad("expected --section-start=SECTION=ADDRESS")
                }
                let name = parts[0].hasPrefix(".") ? String(parts[0].dropFirst()) : parts[0]
                guard let kind = SectionKind(name: name) else { return bad("unknown section '\(parts[0])'") }
                options.sectionAddresses[kind] = address
            } else if let form = ToolCommands.value(argument, "--emit=") {
                switch form {
                case "elf": options.output = .elf
                case "bin": options.output = .bin
                case "m1": options.output = .m1
                case "hex2": options.output = .hex2
                default: return bad("unknown form '\(form)' to emit; there are elf, bin, m1, hex2")
                }
            } else if argument.hasPrefix("-") && argument != "-" {
                return bad("unknown option '\(argument)'")
            } else {
                inputs.append(argument)
            }
        }
        guard !inputs.isEmpty else { return bad("no input files") }
        let path = output ?? "a.out"

        let linker = Linker(target: target, options: options)
        if usesLibrary {
            for file in ["P1/P1pp.P1pp", "P1/ext.P1pp"] {
                guard let full = Installation.path(file) else { return bad("cannot find \(file) beside the command") }
                guard let bytes = ToolCommands.read(full) else { return 1 }
                linker.add(source: full, bytes: bytes, isLibrary: true)
            }
        }
        var failed = false
        for input in inputs {
            guard let bytes = ToolCommands.read(input) else {
                failed = true
                continue
            }
            linker.add(source: input, bytes: bytes)
        }
        guard !failed else { return 1 }
        guard let program = linker.link() else {
            _ = Files.put(2, Array(linker.diagnostics.report.utf8))
            return 1
        }
        let executable = options.output == .elf
        let status = ToolCommands.write(path, program, executable: executable)
        if status == 0, let mapPath { return ToolCommands.write(mapPath, Array(linker.map.utf8), executable: false) }
        return status
    }
}
