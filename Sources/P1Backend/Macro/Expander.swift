import Support

/// The macro expander: tokens in, words of hex2++ and P1 instructions out, in a single pass.
///
/// All tokens that wait to be read lie on one stack: the file's at the bottom, each macro call's expansion above
/// what called it. A frame is the range of an expansion; when it is used up the stack is cut back. So nesting
/// costs memory only, and nothing is copied but what a substitution has to copy.
final class Expander<Sink: ExpansionSink> {
    let sink: Sink
    let words: WordTable
    let diagnostics: Diagnostics
    let machine: TargetDescription

    var tokens = TokenStack(capacity: 1 << 14)
    var bodies: [Token] = []
    var macros: [Macro] = []
    var frames: [Frame] = []
    var position = 0
    var end = 0
    var expansion: UInt32 = 0
    var freshCount = 0
    /// The name given to %frame, a word, or -1.
    var frameName: Int32 = -1
    var frameOrigin = Origin()
    private let builtins = Builtin.all
    let colonWord: Int32
    let shapes = InstructionShape.all

    /// Takes text as other tools of the dialect do where it is an error here: see docs/p1.md.
    var isLenient = false
    /// What is not base P1 is an error (BaseCheck).
    var isBaseOnly = false
    /// Where a source defines the last of the instructions that make a P1 of its own. Its registers lie elsewhere then, so what is
    /// built in does not fit to it.
    var ownP1: Origin?
    var ownInstructions: Set<Int32> = []
    let mainInstructions: Set<Int32>
    /// Where the text of the libraries ends; sources may replace their macros.
    var librariesEnd: UInt32 = 0

    struct Macro {
        let name: Int32
        /// Where its name stands in its definition.
        let position: UInt32
        var parameterCount = 0
        var body = 0..<0
        var hasPaste = false
        /// A line of it defines a label whose name is the first argument.
        var definesArgument = false
        /// Where its definition stands, as long as nobody has called it.
        var unread: TextPart?
    }

    /// Deferred library functions: calls of macros that define their first argument.
    var deferred: [DeferredCall] = []

    struct DeferredCall {
        let name: Int32
        var text: TextPart
        var isExpanded = false
    }

    struct TextPart {
        let file: SourceText.File
        let range: Range<Int>
    }

    struct Frame {
        let position: Int
        let end: Int
        let cut: Int
        let expansion: UInt32
    }

    /// Limits beyond which a recursion is reported as infinite: its depth, and the number of pending tokens.
    static var maximumDepth: Int { 200_000 }
    /// Expansion ends after so many errors.
    private var maximumErrors: Int { 200 }
    static var maximumTokens: Int { 1 << 25 }

    init(sink: Sink, words: WordTable, diagnostics: Diagnostics, target: any Target.Type) {
        self.sink = sink
        self.words = words
        self.diagnostics = diagnostics
        diagnostics.expansions.reserveCapacity(1024)
        machine = target.description
        words.add(macros: Builtin.named.map { $0.name }, Builtin.sigils.map { $0.name })
        colonWord = words.intern(":")
        mainInstructions = Set(["%li", "%ld", "%st", "%call"].map { words.intern($0) })
    }

    deinit { tokens.free() }

    func expand(_ file: SourceText.File) {
        var lexer = Lexer(words: words, diagnostics: diagnostics, file: file, pieceSize: 1, isHex2: file.name.hasSuffix(".hex2"))
        repeat {
            if !isBaseOnly { readPlain(&lexer) }
        } while expandPiece(&lexer)
    }

    /// A library's macros are read when they are called, and its functions when somebody refers to them.
    func expand(library file: SourceText.File) {
        librariesEnd = file.start + UInt32(file.bytes.count)
        var lexer = Lexer(words: words, diagnostics: diagnostics, file: file, pieceSize: 1)
        repeat { skimDefinitions(&lexer) } while expandPiece(&lexer)
    }

    /// False if that was the last piece.
    func expandPiece(_ lexer: inout Lexer) -> Bool {
        tokens.cut(to: 0)
        guard diagnostics.errorCount <= maximumErrors && lexer.next(into: &tokens) else { return false }
        run()
        return true
    }

    /// After the last file.
    func finish() {
        if frameName >= 0 { diagnostics.error("this %frame has no %endframe", frameOrigin) }
    }

    // MARK: The main loop

    func run() {
        position = 0
        end = tokens.count
        frames.removeAll(keepingCapacity: true)
        expansion = 0
        while true {
            guard position < end else {
                guard let frame = frames.popLast() else { return }
                tokens.cut(to: frame.cut)
                position = frame.position
                end = frame.end
                expansion = frame.expansion
                continue
            }
            let token = tokens[position]
            position += 1
            switch token.kind {
            case .newline: sink.newline()
            case .word: word(token)
            case .string: sink.string(unescape(token), origin(token))
            case .end, .nothing: break
            case .open, .openTouching, .close, .comma, .openBrace, .closeBrace: stray(token)
            case .paste: diagnostics.error("## has a meaning only in the body of a macro", origin(token))
            case .parameter, .fresh: break
            }
            if diagnostics.errorCount > maximumErrors { return }
        }
    }

    private func stray(_ token: Token) {
        let what: String
        switch token.kind {
        case .open, .openTouching: what = "'(' that opens no argument list: it must touch the macro's name"
        case .close: what = "')' without '('"
        case .comma: what = "',' outside of an argument list"
        case .openBrace: what = "'{' outside of an argument list"
        default: what = "'}' without '{'"
        }
        diagnostics.error(what, origin(token))
        if token.kind == .openTouching || token.kind == .open { skipBalanced() }
    }

    @inline(__always)
    func origin(_ token: Token) -> Origin { Origin(position: token.position, expansion: expansion) }

    @inline(__always)
    func word(_ token: Token) {
        let info = words[token.payload]
        let touching = position < end && tokens[position].kind == .openTouching
        if info.macro >= 0 && (touching || info.length > 1) {
            if isBaseOnly { checkCall(macros[Int(info.macro)].name, definedAt: macros[Int(info.macro)].position, token) }
            callMacro(Int(info.macro), token, hasArguments: touching)
        } else if info.mnemonic >= 0 && isChecked(token) {
            checkedInstruction(token, touching)
        } else if info.mnemonic >= 0 {
            instruction(token, shapes[Int(info.mnemonic)], touching)
        } else {
            otherWord(token, info, touching)
        }
    }

    private func otherWord(_ token: Token, _ info: WordInfo, _ touching: Bool) {
        if info.first == UInt8(ascii: "%") || touching, let builtin = builtin(info) {
            if touching || !builtin.needsArguments { return call(builtin, token, touching) }
        }
        if touching {
            diagnostics.error(unknownMacro(token), origin(token))
            position += 1
            skipBalanced()
            return
        }
        if info.first == UInt8(ascii: "%"), let number = machineNumber(token.payload) {
            diagnostics.error("'\(text(token))' is the number \(number), which has no meaning as a statement", origin(token))
            return
        }
        sink.word(token.payload, origin(token))
    }

    @inline(__always)
    func builtin(_ info: WordInfo) -> Builtin? {
        info.builtin == WordInfo.noBuiltin ? nil : builtins[Int(info.builtin)]
    }

    private func unknownMacro(_ token: Token) -> String {
        let name = text(token)
        guard name.hasPrefix("%") else { return "'\(name)(…)' is not a macro call: a macro's name begins with %" }
        let defined = macros.map { words.names.string($0.name) }
        if let near = Similarity.closest(to: name, among: defined + Mnemonic.all.map { "%" + $0.name }) {
            return "unknown macro '\(name)'; did you mean '\(near)'?"
        }
        return "unknown macro '\(name)'"
    }

    func text(_ token: Token) -> String {
        switch token.kind {
        case .word, .string: return words.names.string(token.payload)
        case .newline: return "end of line"
        case .open, .openTouching: return "("
        case .close: return ")"
        case .comma: return ","
        case .openBrace: return "{"
        case .closeBrace: return "}"
        case .paste: return "##"
        default: return "end of file"
        }
    }
}
