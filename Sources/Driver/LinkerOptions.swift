import P1Backend

/// What reaches the linker by way of the compiler: -Wl,A,B and -Xlinker A.
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
        } else if ["-s", "-strip-all", "-S", "-strip-debug", "-x", "-X", "-discard-all", "-discard-locals"].contains(option) {
            if option == "-s" || option == "-strip-all" { invocation.link.strip = true }
        } else if option == "-no-gc-sections" {
            invocation.link.keepUnused = true
        } else if option.hasPrefix("-L") || option.hasPrefix("-l") {
            _ = valued(option)
        } else if !word.hasPrefix("-") {
            input(word)
        } else if !OptionParser.isHarmlessToLinker(option) {
            fail("the linker has no option '\(word)'")
        }
    }

    private static let linkerOptionsWithOperand: Set<String> = [
        "-Map", "-e", "-entry", "-Ttext-segment", "-image-base", "-z", "-rpath", "-rpath-link", "-soname", "-h", "-m", "-hash-style",
        "-dynamic-linker", "-sort-section", "-sort-common", "-version-script", "-O", "-l", "-L", "-library", "-library-path",
    ]

    private mutating func linkerOption(_ option: String, _ value: String) {
        switch option {
        case "-Map": invocation.mapPath = value
        case "-e", "-entry": invocation.link.entry = value
        case "-Ttext-segment", "-image-base":
            guard let address = ToolCommands.address(value) else { return fail("'\(value)' is not an address") }
            invocation.link.base = address
        case "-l", "-library": invocation.libraries.append((value, invocation.inputs.count))
        case "-L", "-library-path": invocation.libraryPaths.append(value)
        // They are about shared libraries and the order of sections.
        default: break
        }
    }

    /// What is done anyway, or has no meaning for a static program.
    private static func isHarmlessToLinker(_ option: String) -> Bool {
        for prefix in ["-O", "-z", "-build-id", "-color-diagnostics"] where option.hasPrefix(prefix) { return true }
        return ["-as-needed", "-no-as-needed", "-gc-sections", "-start-group", "-end-group", "-(", "-)", "-Bstatic", "-Bdynamic",
                "-Bsymbolic", "-Bsymbolic-functions", "-export-dynamic", "-E", "-no-undefined", "-no-allow-shlib-undefined", "-warn-common",
                "-no-copy-dt-needed-entries", "-no-export-dynamic", "-relax", "-no-relax", "-eh-frame-hdr", "-fatal-warnings",
                "-no-fatal-warnings", "-static", "-pie", "-no-pie", "-enable-new-dtags", "-disable-new-dtags",
                "-warn-once", "-no-dynamic-linker", "-no-warn-mismatch", "-cref", "-demangle", "-no-demangle", "-no-keep-memory"]
            .contains(option)
    }
}
