import P1Backend

/// What reaches the linker by way of the compiler: -Wl,A,B and -Xlinker A; and the words of `minicc ld`.
extension OptionParser {
    /// One after the other, since an option and its operand may come in words of their own: -Wl,-Map -Wl,FILE.
    mutating func linkerWord(_ word: String) {
        if let option = openLinkerOption {
            openLinkerOption = nil
            linkerOption(option, word)
            return
        }
        let option = word.hasPrefix("--") ? String(word.dropFirst()) : word
        if let equals = option.firstIndex(of: "="), OptionParser.linkerOptionsWithOperand.contains(String(option[..<equals])) {
            linkerOption(String(option[..<equals]), String(option[option.index(after: equals)...]))
        } else if OptionParser.linkerOptionsWithOperand.contains(option) {
            openLinkerOption = option
        } else if linkerFlag(option) || OptionParser.isHarmlessToLinker(option) {
            return
        } else if option.hasPrefix("-L") || option.hasPrefix("-l") {
            _ = valued(option)
        } else if word.hasPrefix("-u") || word.hasPrefix("-z") {
            linkerOption(String(option.prefix(2)), String(option.dropFirst(2)))
        } else if !word.hasPrefix("-") {
            input(word)
        } else {
            fail("the linker has no option '\(word)'")
        }
    }

    private mutating func linkerFlag(_ option: String) -> Bool {
        switch option {
        case "-s", "-strip-all": invocation.link.strip = true
        case "-r", "-relocatable", "-i": invocation.goal = .merged
        case "-no-gc-sections": invocation.link.keepUnused = true
        case "-whole-archive": linksWholeArchives = true
        case "-no-whole-archive": linksWholeArchives = false
        case "-push-state": linkerStates.append(linksWholeArchives)
        case "-pop-state": linksWholeArchives = linkerStates.popLast() ?? false
        case "-allow-multiple-definition": invocation.link.allowsMultipleDefinitions = true
        case "-version", "-v", "-V": invocation.query = invocation.query ?? .linkerVersion
        case "-help": invocation.query = invocation.query ?? .linkerHelp
        default: return false
        }
        return true
    }

    private static let linkerOptionsWithOperand: Set<String> = [
        "-Map", "-e", "-entry", "-Ttext-segment", "-image-base", "-z", "-u", "-undefined", "-require-defined", "-wrap", "-defsym",
        "-section-start", "-Ttext", "-Tdata", "-Tbss", "-unresolved-symbols", "-l", "-L", "-library", "-library-path",
        "-rpath", "-rpath-link", "-soname", "-h", "-m", "-hash-style", "-dynamic-linker", "-I", "-sort-section", "-version-script",
        "-dynamic-list", "-exclude-libs", "-O", "-y", "-trace-symbol", "-plugin", "-plugin-opt", "-a", "-f", "-F", "-auxiliary", "-filter",
    ]

    static func takesOperand(_ word: String) -> Bool {
        linkerOptionsWithOperand.contains(word.hasPrefix("--") ? String(word.dropFirst()) : word)
    }

    mutating func linkerOption(_ option: String, _ value: String) {
        switch option {
        case "-Map": invocation.mapPath = value
        case "-e", "-entry": invocation.link.entry = value
        case "-u", "-undefined", "-require-defined":
            invocation.link.wanted.append(value)
            if option == "-require-defined" { invocation.link.required.append(value) }
        case "-wrap": invocation.link.wrapped.append(value)
        case "-defsym": defineSymbol(value)
        case "-Ttext-segment", "-image-base":
            guard let address = ToolCommands.address(value) else { return fail("'\(value)' is not an address") }
            invocation.link.base = address
        case "-section-start": _ = assignment("--section-start", value)
        case "-Ttext", "-Tdata", "-Tbss":
            // ld's numbers here are hexadecimal, with or without 0x.
            _ = assignment("--section-start", option.dropFirst(2) + "=" + (value.hasPrefix("0x") ? value : "0x" + value))
        case "-unresolved-symbols": invocation.link.ignoresUndefined = value.hasPrefix("ignore")
        case "-z": if value == "muldefs" { invocation.link.allowsMultipleDefinitions = true }
        case "-l", "-library": addLibrary(value)
        case "-L", "-library-path": invocation.libraryPaths.append(value)
        // They are about shared libraries and the order of sections.
        default: break
        }
    }

    /// NAME=ADDRESS, NAME=LABEL, NAME=LABEL+N, NAME=LABEL-N
    private mutating func defineSymbol(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return fail("expected --defsym=NAME=VALUE") }
        let value: LinkOptions.LabelValue
        if let address = ToolCommands.address(parts[1]) {
            value = .address(address)
        } else if let sign = parts[1].lastIndex(where: { "+-".contains($0) }) {
            guard let offset = ToolCommands.address(String(parts[1][parts[1].index(after: sign)...])), sign > parts[1].startIndex else {
                return fail("'\(parts[1])' is not an address or a label with an offset")
            }
            let distance = Int64(truncatingIfNeeded: offset)
            value = .label(String(parts[1][..<sign]), offset: parts[1][sign] == "-" ? 0 &- distance : distance)
        } else {
            value = .label(parts[1], offset: 0)
        }
        invocation.link.definitions.append((parts[0], value))
    }

    /// What is done anyway, or has no meaning for a static program.
    private static func isHarmlessToLinker(_ option: String) -> Bool {
        for prefix in ["-O", "-build-id", "-color-diagnostics", "-sort-common", "-compress-debug-sections", "-plugin-opt", "-icf"]
        where option.hasPrefix(prefix) { return true }
        return harmlessToLinker.contains(option)
    }

    private static let harmlessToLinker: Set<String> = [
        "-S", "-strip-debug", "-x", "-X", "-discard-all", "-discard-locals",
        "-as-needed", "-no-as-needed", "-gc-sections", "-print-gc-sections", "-start-group", "-end-group", "-(", "-)", "-Bstatic",
        "-Bdynamic", "-dn", "-dy", "-non_shared", "-call_shared", "-Bsymbolic", "-Bsymbolic-functions", "-export-dynamic", "-E",
        "-no-undefined", "-no-allow-shlib-undefined", "-allow-shlib-undefined", "-no-undefined-version", "-undefined-version", "-warn-common",
        "-no-copy-dt-needed-entries", "-copy-dt-needed-entries", "-no-export-dynamic", "-relax", "-no-relax", "-eh-frame-hdr",
        "-no-eh-frame-hdr", "-fatal-warnings", "-no-fatal-warnings", "-static", "-pie", "-no-pie", "-nostdlib", "-enable-new-dtags",
        "-disable-new-dtags", "-warn-once", "-warn-execstack", "-no-warn-execstack", "-no-warn-rwx-segments",
        "-no-dynamic-linker", "-no-warn-mismatch", "-cref", "-demangle", "-no-demangle", "-no-keep-memory", "-reduce-memory-overheads",
        "-stats", "-verbose", "-n", "-nmagic", "-EL", "-d", "-dc", "-dp", "-g",
    ]
}
