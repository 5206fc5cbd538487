import MiniCC
import P1Backend
import Support

/// Reads the words of a command line.
struct OptionParser {
    var invocation = Invocation()
    private let words: [String]
    private var index = 0
    /// -x
    private var language = "none"
    private var problems: [String] = []
    /// --target= was given.
    private var namesTarget = false
    /// -mmachine-macros and its opposite; without them a program for a named target has them.
    private var wantsMachineMacros: Bool?
    /// A linker option (-Wl,) that waits for its operand.
    var openLinkerOption: String?
    /// Between --whole-archive and --no-whole-archive.
    var linksWholeArchives = false
    var linkerStates: [Bool] = []

    private init(_ words: [String]) { self.words = words }

    /// nil after errors, which have been printed.
    static func parse(_ words: [String]) -> Invocation? {
        var parser = OptionParser(words)
        while parser.index < words.count {
            let word = words[parser.index]
            parser.index += 1
            if word.hasPrefix("-") && word != "-" {
                let start = parser.index - 1
                parser.option(word)
                if word != "-v" && word != "-###" && !word.hasPrefix("-o") { parser.invocation.optionWords += words[start..<parser.index] }
                continue
            }
            parser.input(word)
            // What follows the source of -run belongs to the program.
            if case .run = parser.invocation.goal {
                parser.invocation.programArguments = Array(words[parser.index...])
                break
            }
        }
        parser.settleLibraryForm()
        if let option = parser.openLinkerOption { parser.fail("the linker's \(option) needs an operand") }
        if parser.wantsMachineMacros ?? parser.namesTarget { parser.invocation.compiler.preprocessor.machine = parser.invocation.target.name }
        parser.takeEnvironment()
        for problem in parser.problems { Message.error(problem) }
        return parser.problems.isEmpty ? parser.invocation : nil
    }

    /// As if their folders stood behind those of the command line.
    private mutating func takeEnvironment() {
        invocation.compiler.preprocessor.includePaths += OptionParser.folders("CPATH")
        invocation.compiler.preprocessor.systemPaths += OptionParser.folders("C_INCLUDE_PATH")
        invocation.libraryPaths += OptionParser.folders("LIBRARY_PATH")
    }

    private static func folders(_ variable: String) -> [String] {
        guard let value = getenv(variable), value.pointee != 0 else { return [] }
        return String(cString: value).split(separator: ":", omittingEmptySubsequences: false).map { $0.isEmpty ? "." : String($0) }
    }

    mutating func fail(_ problem: String) { problems.append(problem) }

    /// --lib=PREFIX means P1pp text, with or without -S; beside it nothing else can be asked for.
    private mutating func settleLibraryForm() {
        guard let prefix = invocation.libraryPrefix else { return }
        if invocation.link.output != .elf { return fail("--lib=\(prefix) writes P1pp text; --emit= is for programs, so leave one of the two out") }
        switch invocation.goal {
        case .program, .assembly: invocation.goal = .assembly
        case .object: fail("--lib=\(prefix) writes P1pp text; for an object write -c without --lib")
        case .merged: fail("--lib=\(prefix) writes P1pp text; for merged objects write -r without --lib")
        case .run: fail("--lib=\(prefix) writes P1pp text; to run a program write -run without --lib")
        case .preprocessed, .dependencies: fail("--lib=\(prefix) writes P1pp text; for preprocessed text or dependencies leave --lib out")
        case .check, .dump: fail("--lib=\(prefix) writes P1pp text; to look into the compiler leave --lib out")
        }
    }

    mutating func input(_ path: String) {
        let kind: Invocation.Input.Kind
        switch language {
        case "c", "c-header": kind = .c
        case "cpp-output": kind = .preprocessedC
        case "p1pp", "assembler": kind = .p1pp
        default:
            if path.hasSuffix(".c") || path.hasSuffix(".h") {
                kind = .c
            } else if path.hasSuffix(".i") {
                kind = .preprocessedC
            } else if path.hasSuffix(".a") {
                kind = .archive
            } else if [".P1pp", ".p1pp", ".M1pp", ".hex2"].contains(where: path.hasSuffix) {
                kind = .p1pp
            } else if case .run = invocation.goal, !path.hasSuffix(".o") && !path.hasSuffix(".so") && !path.hasSuffix(".obj") {
                // A script may have any name.
                kind = .c
            } else {
                // So may an object: libtool's and pcc's end in .lo.
                kind = .object
            }
        }
        invocation.inputs.append(Invocation.Input(path: path, kind: kind, isWhole: linksWholeArchives))
    }

    /// The operand of an option: the rest of its word, or the next word.
    private mutating func operand(_ word: String, _ option: String) -> String? {
        if word.utf8.count > option.utf8.count { return String(word.dropFirst(option.count)) }
        guard index < words.count else {
            fail("\(option) needs an operand")
            return nil
        }
        index += 1
        return words[index - 1]
    }

    // MARK: - Options

    private mutating func option(_ word: String) {
        if let query = Query.parse(word) {
            invocation.query = invocation.query ?? query
            return
        }
        if let why = OptionParser.refused(word) { return fail(why) }
        if flag(word) || valued(word) || family(word) || OptionParser.isHarmless(word) { return }
        let likely = Similarity.closest(to: word, among: OptionParser.known + CompilerOptions.optionalPasses.map { "-fno-" + $0 })
        fail("unknown option '\(word)'" + (likely.map { "; did you mean '\($0)'?" } ?? ""))
    }

    /// Options that are one word.
    private mutating func flag(_ word: String) -> Bool {
        switch word {
        case "-v", "-###":
            invocation.explains = true
            if word == "-###" { invocation.onlyExplains = true }
        case "-run": invocation.goal = .run
        case "-c": invocation.goal = .object
        case "-S": invocation.goal = .assembly
        case "-E": invocation.goal = .preprocessed
        case "-fsyntax-only": invocation.goal = .check
        case "-r", "--relocatable": invocation.goal = .merged
        case "-P": invocation.showsLineMarkers = false
        case "-C", "-CC": invocation.compiler.preprocessor.keepsComments = true
        case "-H": invocation.listsHeaders = true
        case "-MG": invocation.compiler.preprocessor.missingHeadersAreGenerated = true
        case "-save-temps", "--save-temps", "-save-temps=cwd", "-save-temps=obj":
            invocation.keepsSteps = word.hasSuffix("=obj") ? .besideResult : .here
        case "-dM", "-dD": invocation.macroDump = word
        case "-M", "-MM":
            invocation.goal = .dependencies
            invocation.writesDependencies = true
            if word == "-MM" { invocation.dependencies.includesSystemHeaders = false }
        case "-MD", "-MMD":
            invocation.writesDependencies = true
            if word == "-MMD" { invocation.dependencies.includesSystemHeaders = false }
        case "-MP": invocation.dependencies.hasPhonyTargets = true
        case "-nostdinc": invocation.compiler.usesStandardIncludes = false
        case "-nostdlib", "-nodefaultlibs", "-nostartfiles": invocation.usesStandardLibrary = false
        case "-w": invocation.compiler.warnings.none = true
        case "-pedantic", "-Wpedantic": _ = invocation.compiler.warnings.apply("pedantic")
        case "-pedantic-errors":
            _ = invocation.compiler.warnings.apply("pedantic")
            _ = invocation.compiler.warnings.apply("error=pedantic")
        case "-ansi": invocation.compiler.preprocessor.dialect = Dialect(.c89, gnu: false)
        case "-trigraphs": invocation.compiler.preprocessor.trigraphs = true
        case "-ffreestanding", "-fno-hosted":
            invocation.compiler.preprocessor.isHosted = false
            invocation.compiler.language.hasLibrary = false
        case "-fhosted": invocation.compiler.preprocessor.isHosted = true
        case "-fno-builtin": invocation.compiler.language.hasLibrary = false
        case "-fmath-errno", "-fno-fast-math": invocation.compiler.unit.setsErrno = true
        case "-fno-math-errno", "-ffast-math": invocation.compiler.unit.setsErrno = false
        case _ where word.hasPrefix("-fno-builtin-"):
            invocation.compiler.language.ordinaryFunctions.append(String(word.dropFirst(13)))
        case "-fbuiltin": invocation.compiler.language.hasLibrary = true
        case "-fsigned-char", "-fno-unsigned-char": setCharacterSign(isSigned: true)
        case "-funsigned-char", "-fno-signed-char": setCharacterSign(isSigned: false)
        case "-fwrapv", "-fno-strict-overflow": invocation.compiler.unit.wraps = true
        case "-fno-wrapv", "-fstrict-overflow": invocation.compiler.unit.wraps = false
        case "-fdiagnostics-color", "-fdiagnostics-color=always", "-fcolor-diagnostics": invocation.usesColor = true
        case "-fdiagnostics-color=auto": invocation.usesColor = nil
        case "-fno-diagnostics-color", "-fdiagnostics-color=never", "-fno-color-diagnostics": invocation.usesColor = false
        case "-fno-caret-diagnostics", "-fno-diagnostics-show-caret": invocation.showsSourceLines = false
        case "-mmachine-macros": wantsMachineMacros = true
        case "-mno-machine-macros": wantsMachineMacros = false
        case "-pthread": invocation.compiler.preprocessor.macros.append(.define("_REENTRANT"))
        case "-s": invocation.link.strip = true
        case "--keep-unused": invocation.link.keepUnused = true
        case "--lenient": invocation.link.isLenient = true
        case "--no-libp1pp": invocation.usesLibp1pp = false
        case "--cc-debug": invocation.reportsPhases = true
        case "--verify-ir": invocation.compiler.verifies = true
        case "-fcheck-allocation", "-fno-check-allocation": invocation.compiler.checksAllocation = word == "-fcheck-allocation"
        case "--lib": fail("--lib needs a prefix: --lib=PREFIX")
        default: return false
        }
        return true
    }

    private mutating func setCharacterSign(isSigned: Bool) {
        invocation.compiler.preprocessor.charIsSigned = isSigned
        invocation.compiler.language.charIsUnsigned = !isSigned
    }

    /// Options with an operand in the same word or in the next.
    mutating func valued(_ word: String) -> Bool {
        // Longer names first: -include before -I would be the same letters otherwise.
        for option in ["-isystem", "-idirafter", "-iquote", "-include", "-imacros", "-MF", "-MT", "-MQ", "-Xlinker"] where word.hasPrefix(option) {
            guard let value = operand(word, option) else { return true }
            switch option {
            case "-isystem": invocation.compiler.preprocessor.systemPaths.append(value)
            case "-idirafter": invocation.compiler.preprocessor.afterPaths.append(value)
            case "-iquote": invocation.compiler.preprocessor.quotePaths.append(value)
            case "-include": invocation.compiler.preprocessor.includes.append(value)
            case "-imacros": invocation.compiler.preprocessor.macroFiles.append(value)
            case "-MF": invocation.dependencyFile = value
            case "-Xlinker": linkerWord(value)
            case "-MQ": invocation.dependencies.targets.append(Dependencies.escaped(value))
            default: invocation.dependencies.targets.append(value)
            }
            return true
        }
        for option in ["-z", "-u", "-e", "--param", "--sysroot", "-isysroot", "-T"] where word == option {
            guard let value = operand(word, option) else { return true }
            switch option {
            case "-T": fail("-T \(value): there are no linker scripts; see --base=, --section-start=")
            case "-z", "-u", "-e": linkerOption(option, value)
            default: break
            }
            return true
        }
        for option in ["-o", "-I", "-D", "-U", "-L", "-l", "-x"] where word.hasPrefix(option) {
            guard let value = operand(word, option) else { return true }
            switch option {
            case "-o": invocation.output = value
            case "-I": invocation.compiler.preprocessor.includePaths.append(value)
            case "-D": invocation.compiler.preprocessor.macros.append(.define(value))
            case "-U": invocation.compiler.preprocessor.macros.append(.undefine(value))
            case "-L": invocation.libraryPaths.append(value)
            case "-l": addLibrary(value)
            default: setLanguage(value)
            }
            return true
        }
        return false
    }

    mutating func addLibrary(_ name: String) {
        invocation.libraries.append(Invocation.Library(name: name, position: invocation.inputs.count, isWhole: linksWholeArchives))
    }

    private mutating func setLanguage(_ name: String) {
        let names = ["c", "c-header", "cpp-output", "p1pp", "assembler", "none"]
        if names.contains(name) {
            language = name
        } else {
            fail("unknown language '\(name)'; there are " + names.joined(separator: ", "))
        }
    }

    /// Options of the form NAME=VALUE, and those whose name says more behind a common beginning.
    private mutating func family(_ word: String) -> Bool {
        if let equals = word.firstIndex(of: "=") {
            let value = String(word[word.index(after: equals)...])
            if assignment(String(word[..<equals]), value) { return true }
        }
        if word.hasPrefix("-Wl,") {
            for part in word.dropFirst(4).split(separator: ",", omittingEmptySubsequences: false) { linkerWord(String(part)) }
            return true
        }
        if word.hasPrefix("-Wp,") {
            preprocessorWords(word.dropFirst(4).split(separator: ",").map(String.init))
            return true
        }
        if word.hasPrefix("-W"), !word.hasPrefix("-Wa,") {
            let name = String(word.dropFirst(2))
            // What is not known need not be switched off.
            if !invocation.compiler.warnings.apply(name) && !name.hasPrefix("no-") { invocation.compiler.unknownWarnings.append(word) }
            return true
        }
        if word.hasPrefix("-O") {
            switch word.dropFirst(2) {
            case "0": invocation.compiler.level = 0
            case "", "1", "g", "s", "z": invocation.compiler.level = 1
            case "fast": invocation.compiler.level = 2
            case let level where level.allSatisfy(\.isNumber): invocation.compiler.level = 2
            default: return false
            }
            return true
        }
        if word.hasPrefix("-fno-"), CompilerOptions.optionalPasses.contains(String(word.dropFirst(5))) {
            invocation.compiler.disabledPasses.append(String(word.dropFirst(5)))
            return true
        }
        if word.hasPrefix("-f"), CompilerOptions.optionalPasses.contains(String(word.dropFirst(2))) {
            invocation.compiler.disabledPasses.removeAll { $0 == word.dropFirst(2) }
            return true
        }
        return false
    }

    /// -Wp,-MD,FILE names the file in the same breath.
    private mutating func preprocessorWords(_ words: [String]) {
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            if (word == "-MD" || word == "-MMD") && index < words.count && !words[index].hasPrefix("-") {
                invocation.dependencyFile = words[index]
                index += 1
            }
            option(word)
        }
    }

    mutating func assignment(_ name: String, _ value: String) -> Bool {
        switch name {
        case "-std", "--std":
            guard let dialect = Dialect(option: value) else {
                fail("unknown C standard '\(value)'; there are c89, c99, c11, c17, c23 and gnu89, gnu99, gnu11, gnu17, gnu23")
                return true
            }
            invocation.compiler.preprocessor.dialect = dialect
        case "-ferror-limit", "-fmax-errors":
            guard let limit = Int(value), limit >= 0 else {
                fail("\(name) needs a number")
                return true
            }
            invocation.compiler.errorLimit = limit
        case "-ftrivial-auto-var-init":
            switch value {
            case "uninitialized": invocation.compiler.unit.fill = nil
            case "zero": invocation.compiler.unit.fill = 0
            case "pattern": invocation.compiler.unit.fill = 0xFE
            default: fail("\(name)= is followed by zero, pattern or uninitialized")
            }
        case "--lib": invocation.libraryPrefix = value
        case "--p1":
            guard value == "base" || value == "ext" else {
                fail("unknown level of P1 '\(value)'; there are base, ext")
                return true
            }
            invocation.compiler.isBase = value == "base"
        case "--dump":
            guard let step = OptionParser.dump(value) else {
                let names = ["tokens", "ast", "ir", "ir:all", "select", "registers", "p1"] + CompilerOptions.irSteps.map { "ir:" + $0 }
                let likely = Similarity.closest(to: value, among: names)
                fail("nothing to dump is called '\(value)'; " + (likely.map { "did you mean '\($0)'?" }
                    ?? "there are tokens, ast, ir, ir:all, ir:PASS, select, registers, p1"))
                return true
            }
            invocation.goal = .dump(step)
        case "--target":
            guard let machine = Machines.named(value) else {
                fail("unknown target '\(value)'; there are " + Machines.all.map { $0.name }.joined(separator: ", "))
                return true
            }
            invocation.target = machine
            namesTarget = true
        case "--map": invocation.mapPath = value
        case "--base", "--phys":
            guard let address = ToolCommands.address(value) else {
                fail("'\(value)' is not an address")
                return true
            }
            if name == "--base" { invocation.link.base = address } else { invocation.link.physicalBase = address }
        case "--memory":
            guard let size = OptionParser.size(value), size <= 1 << 40 else {
                fail("--memory=\(value): expected a number of bytes up to 2^40, such as 65536, 0x10000, 64K, 512M or 2G")
                return true
            }
            invocation.link.memory = size
        case "--entry": invocation.link.entry = value
        case "--section-start":
            let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let address = ToolCommands.address(parts[1]) else {
                fail("expected --section-start=SECTION=ADDRESS")
                return true
            }
            guard let kind = SectionKind(name: parts[0].hasPrefix(".") ? String(parts[0].dropFirst()) : parts[0]) else {
                fail("unknown section '\(parts[0])'")
                return true
            }
            invocation.link.sectionAddresses[kind] = address
        case "--emit":
            switch value {
            case "elf": invocation.link.output = .elf
            case "bin": invocation.link.output = .bin
            case "m1": invocation.link.output = .m1
            case "hex2": invocation.link.output = .hex2
            case "gas": invocation.link.output = .gas
            default: fail("unknown form '\(value)' to emit; there are elf, bin, m1, hex2, gas")
            }
        default: return false
        }
        return true
    }

    /// A number of bytes, with K, M or G behind it for more.
    private static func dump(_ name: String) -> CompilerDump? {
        switch name {
        case "tokens": return .tokens
        case "ast": return .tree
        case "ir": return .lastIR
        case "ir:all": return .everyIR
        case "select": return .selection
        case "registers": return .registers
        case "p1": return .p1
        default:
            guard name.hasPrefix("ir:"), case let step = String(name.dropFirst(3)), CompilerOptions.irSteps.contains(step) else { return nil }
            return .ir(after: step)
        }
    }

    private static func size(_ text: String) -> UInt64? {
        let units: [Character: UInt64] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        guard let last = text.last, let unit = units[last] else { return ToolCommands.address(text) }
        return UInt64(text.dropLast()).flatMap { $0 <= 1 << 40 ? $0 * unit : nil }
    }

    // MARK: - Options that other compilers have

    /// What is asked for on purpose and cannot be had; better said than left to a riddle at run time.
    private static func refused(_ word: String) -> String? {
        switch word {
        case "-shared", "-dynamiclib", "-bundle": return "'\(word)': there are no shared libraries; programs are static"
        case "-m32", "-mx32", "-m16": return "'\(word)': there are only 64-bit machines"
        case "-pg", "-p", "--coverage", "-fprofile-arcs", "-ftest-coverage": return "'\(word)': programs are not instrumented"
        case "-fopenmp", "-fopenacc": return "'\(word)': there are no threads"
        case "-ftrapv", "-finstrument-functions", "-fprofile-generate": return "'\(word)': programs are not instrumented"
        case "-fshort-enums", "-fpack-struct", "-fshort-wchar", "-funsigned-bitfields":
            return "'\(word)': it would make objects that do not fit the library's"
        default:
            return word.hasPrefix("-fsanitize=") ? "'\(word)': programs are not instrumented" : nil
        }
    }

    /// Asks for what is so anyway, or for what makes no difference here.
    private static func isHarmless(_ word: String) -> Bool {
        if harmless.contains(word) { return true }
        for prefix in ["-g", "-march=", "-mtune=", "-mcpu=", "-mabi=", "-mcmodel=", "-fvisibility=", "-fdebug-prefix-map=",
                       "-ffile-prefix-map=", "-fmacro-prefix-map=", "-fstack-protector", "-fsanitize-recover", "-Wa,",
                       "-fexcess-precision=", "-fstrict-flex-arrays=", "-flto", "-fcf-protection=", "-fzero-call-used-regs=", "-fdiagnostics-",
                       "-fno-diagnostics-", "-fanalyzer", "-fno-analyzer", "-frandom-seed=", "-fprofile-use", "-fno-profile", "-fuse-linker-plugin",
                       "-fmessage-length=", "-ftree-", "-fno-tree-", "-fipa-", "-fno-ipa-", "-fno-sanitize", "--param=", "--sysroot=", "-fuse-ld=",
                       "-B", "-fmax-", "-finline-limit", "-ftemplate-", "-mno-", "-falign-", "-ffp-contract="]
        where word.hasPrefix(prefix) { return true }
        if word == "-fno-short-enums" || word == "-fsigned-bitfields" || word == "-fno-trapv" { return true }
        guard word.hasPrefix("-f") else { return false }
        let name = word.hasPrefix("-fno-") ? String(word.dropFirst(5)) : String(word.dropFirst(2))
        return harmlessFeatures.contains(name)
    }

    private static let harmless: Set<String> = [
        "-pipe", "-m64", "-static", "-no-pie", "-pie", "-static-pie", "-rdynamic", "-static-libgcc", "-no-canonical-prefixes",
        "-save-temps=none", "-integrated-as", "-fno-PIC", "-Qunused-arguments",
    ]

    private static let harmlessFeatures: Set<String> = [
        "PIC", "pic", "PIE", "pie", "common", "strict-aliasing", "omit-frame-pointer", "stack-protector", "function-sections",
        "data-sections", "asynchronous-unwind-tables", "unwind-tables", "exceptions", "trapping-math", "ident",
        "delete-null-pointer-checks", "strict-flex-arrays", "float-store", "plt", "semantic-interposition", "lto", "stack-clash-protection",
        "gnu89-inline", "tree-vectorize", "unroll-loops", "zero-initialized-in-bss", "merge-constants",
        "stack-check", "toplevel-reorder", "ms-extensions", "cf-protection",
        "optimize-sibling-calls", "rounding-math", "signaling-nans", "jump-tables", "reorder-functions", "keep-inline-functions",
        "inline", "inline-functions", "inline-small-functions", "inline-functions-called-once", "expensive-optimizations",
        "finite-math-only", "unsafe-math-optimizations", "associative-math", "reciprocal-math", "signed-zeros", "schedule-insns",
        "schedule-insns2", "gcse", "crossjumping", "thread-jumps", "strict-volatile-bitfields", "caller-saves", "reorder-blocks",
        "reorder-blocks-and-partition", "lifetime-dse", "store-merging", "code-hoisting", "prefetch-loop-arrays", "peel-loops",
        "split-loops", "unswitch-loops", "allow-store-data-races", "threadsafe-statics", "rtti", "var-tracking",
        "var-tracking-assignments", "eliminate-unused-debug-types", "trampolines", "split-stack", "hosted", "fat-lto-objects",
        "dollars-in-identifiers", "extended-identifiers", "working-directory", "record-gcc-switches", "verbose-asm",
    ]

    /// What a misspelt option may have been meant to be: all that --help names.
    private static var known: [String] {
        var words: [String] = []
        for word in Help.text.split(whereSeparator: { " \n,;:()".contains($0) }) where word.hasPrefix("-") && word.count > 1 {
            words.append(String(word.prefix { $0 != "[" }))
        }
        return words
    }
}
