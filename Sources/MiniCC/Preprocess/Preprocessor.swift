import P1Backend
import Support

/// Turns the characters of a translation unit into expanded tokens.
///
/// Text comes from a stack of files, and tokens from a stack of macro expansions on top of it:
///
///     Lexer           characters to preprocessing tokens
///     Directives      what a line that begins with # does: Conditions, Includes, Definitions, Pragmas
///     Expansion       macro calls, arguments, # and ##
///     TokenStream     constants and strings evaluated, for the parser
///     TextOutput      or printed again, for -E
final class Preprocessor {
    let sources: SourceManager
    let diagnostics: Diagnostics
    let names: NameTable
    let strings = StringLiterals()
    let options: PreprocessorOptions
    /// Set for --cc-debug.
    var clock: PhaseClock?

    // The text that is being read
    var lexer: Lexer
    var frames: [IncludeFrame] = []
    var conditions: [OpenCondition] = []
    let files: FileLoader
    let texts = TextArena()
    private let classes: UnsafeMutablePointer<UInt8>

    // Macros
    var table = MacroTable()
    var facts = NameFacts()
    let wellKnown: DirectiveNames
    var pushedMacros: [(name: Name, macro: Int32)] = []
    var counter = 0

    // Expansion
    var contexts: UnsafeMutablePointer<ExpansionContext>
    var contextCount = 0
    var contextCapacity = 256
    /// Contexts below this belong to somebody who waits: reading ends there.
    var contextFloor = 0
    /// An argument is being expanded on its own: nothing follows the contexts.
    var isIsolated = false
    /// White space before a macro's name, to be had by the first token that comes of it.
    var carriedFlags: TokenFlags = []
    var arguments: TokenStack
    var results: TokenStack
    var argumentRanges: [ArgumentRange] = []
    var expansionDepth = 0
    var tokensSinceText = 0
    var isInDirective = false

    // Output
    var buffer: UnsafeMutablePointer<Token>
    var bufferEnd: UnsafeMutablePointer<Token>
    var reachedEnd = false
    var packStack: [(label: Name, alignment: Int)] = []
    var packAlignment = 0
    /// Tokens keep their spelling: the text mode prints them.
    var keepsSpelling = false
    var dump: MacroDump?
    /// -C
    let comments: CommentList?
    /// Headers that are not there (-MG).
    var missingHeaders: [String] = []

    init(sources: SourceManager, diagnostics: Diagnostics, names: NameTable, options: PreprocessorOptions) {
        self.sources = sources
        self.diagnostics = diagnostics
        self.names = names
        self.options = options
        comments = options.keepsComments ? CommentList() : nil
        classes = CharacterClass.makeTable()
        lexer = Lexer(text: UnsafePointer(classes), count: 0, start: 0, classes: classes, names: names, diagnostics: diagnostics,
                      texts: texts)
        wellKnown = DirectiveNames(names)
        Keywords.install(in: &facts, names, dialect: options.dialect)
        files = FileLoader(sources: sources, options: options)
        contexts = .allocate(capacity: contextCapacity)
        guard let arguments = TokenStack(capacity: 1 << 24), let results = TokenStack(capacity: 1 << 24) else {
            fatalError("minicc: the system gives no memory")
        }
        self.arguments = arguments
        self.results = results
        buffer = .allocate(capacity: Preprocessor.bufferSize + 64)
        bufferEnd = buffer
        diagnostics.macroName = { [unowned names] in names.string($0) }
    }

    static let bufferSize = 4096

    deinit {
        classes.deallocate()
        contexts.deallocate()
        buffer.deallocate()
        arguments.free()
        results.free()
        table.free()
        facts.free()
    }

    /// Begins with a source. False, and an error, if it cannot be read.
    func start(_ source: Source) -> Bool {
        let buffer: Int32
        switch files.load(source) {
        case .success(let record): buffer = files.records[Int(record)].buffer
        case .failure(let problem):
            diagnostics.error(.none, "cannot read '\(source.name)': \(problem.reason)")
            return false
        }
        defineBuiltins()
        guard enter(buffer: buffer, record: nil, from: .none, isSystem: false, searchIndex: 0) else { return false }
        // The predefined macros and the command line come first, so they lie on top.
        enterGenerated(name: "<command line>", text: commandLineText())
        enterGenerated(name: "<built-in>", text: PredefinedMacros.text(options))
        if !options.macroFiles.isEmpty { readMacroFiles() }
        return true
    }

    /// The characters of the source.
    var mainText: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: sources.buffers[0].bytes, count: sources.buffers[0].count)
    }

    private func readMacroFiles() {
        let end = names.intern(Preprocessor.endOfMacroFiles)
        var token = Token(.endOfLine)
        repeat { expandedToken(into: &token) } while token.kind != .endOfFile && !(token.kind == .identifier && token.name == end)
    }

    private func enterGenerated(name: String, text: [UInt8]) {
        let buffer = text.withUnsafeBufferPointer { sources.addBuffer(name: name, bytes: $0) }
        _ = enter(buffer: buffer, record: nil, from: .none, isSystem: name == "<built-in>", searchIndex: 0)
    }

    // MARK: - Tokens

    /// The next token, macros not expanded.
    @inline(__always)
    func rawToken(into token: UnsafeMutablePointer<Token>) {
        while contextCount > contextFloor {
            let context = contexts + (contextCount &- 1)
            let next = context.pointee.next
            if next < context.pointee.end {
                token.pointee = next.pointee
                token.pointee.location.raw &+= context.pointee.locationShift
                context.pointee.next = next + 1
                takeCarriedFlags(token)
                return
            }
            popContext()
        }
        if isIsolated {
            token.pointee = Token(.endOfLine)
            return
        }
        lexer.lex(into: token)
        takeCarriedFlags(token)
    }

    @inline(__always)
    private func takeCarriedFlags(_ token: UnsafeMutablePointer<Token>) {
        guard !carriedFlags.isEmpty else { return }
        // A # does not begin a directive because an empty macro before it began the line.
        if token.pointee.kind == .hash { carriedFlags.remove(.startsLine) }
        token.pointee.flags.formUnion(carriedFlags)
        carriedFlags = []
    }

    /// The next token, with macros expanded and directives carried out.
    func expandedToken(into token: UnsafeMutablePointer<Token>) {
        while true {
            rawToken(into: token)
            switch token.pointee.kind {
            case .identifier:
                let macro = facts[token.pointee.name].macro
                if macro < 0 { return }
                if expand(token, macro: macro) { continue }
                return
            case .hash:
                guard token.pointee.flags.contains(.startsLine), contextCount == 0, !isInDirective, !isIsolated else { return }
                if directive(token) { return }
            case .endOfFile:
                if leaveFile() { continue }
                return
            default:
                return
            }
        }
    }
}

/// Names the preprocessor looks for.
struct DirectiveNames {
    let defined, vaArgs, vaOpt, pragma, once, pack, stdc, gcc: Name
    private let directives: [(name: Name, directive: Directive)]

    init(_ names: NameTable) {
        defined = names.intern("defined")
        vaArgs = names.intern("__VA_ARGS__")
        vaOpt = names.intern("__VA_OPT__")
        pragma = names.intern("_Pragma")
        once = names.intern("once")
        pack = names.intern("pack")
        stdc = names.intern("STDC")
        gcc = names.intern("GCC")
        directives = Directive.allCases.map { (names.intern($0.rawValue), $0) }
    }

    func directive(_ name: Name) -> Directive? {
        for entry in directives where entry.name == name { return entry.directive }
        return nil
    }
}
