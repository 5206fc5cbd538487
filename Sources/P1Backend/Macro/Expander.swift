import Support

/// The macro expander: tokens in, words of hex2++ and P1 instructions out, in a single pass.
///
/// All tokens that wait to be read lie on one stack: the file's at the bottom, each macro call's expansion above
/// what called it. A frame is the range of an expansion; when it is used up the stack is cut back. So nesting
/// costs memory only, and nothing is copied but what a substitution has to copy.
final class Expander<Sink: ExpansionSink> {
    let sink: Sink
    let words: Words
    let diagnostics: Diagnostics
    let target: any Target.Type

    var tokens = TokenStack(capacity: 1 << 14)
    private var bodies: [Token] = []
    private var macros: [Macro] = []
    private var frames: [Frame] = []
    var position = 0
    private var end = 0
    var expansion: UInt32 = 0
    private var freshCount = 0
    /// The name given to %frame, a word, or -1.
    private var frameName: Int32 = -1
    private var frameOrigin = Origin()
    private let builtins = Builtin.all
    private let word_colon: Int32
    let shapes = InstructionShape.all

    /// Takes text as other tools of the dialect do where it is an error here: see docs/p1.md.
    var isLenient = false
    /// What is not base P1 is an error (BaseCheck).
    var isBaseOnly = false
    /// Where a source defines the last of the instructions that make a P1 of its own. Its registers lie elsewhere then, so what is
    /// built in does not fit to it.
    private(set) var ownP1: Origin?
    private var ownInstructions: Set<Int32> = []
    private let mainInstructions: Set<Int32>
    /// Where the text of the libraries ends; sources may replace their macros.
    private(set) var librariesEnd: UInt32 = 0

    private struct Macro {
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

    /// Functions of libraries that nothing has needed so far: calls that define their first argument.
    private var deferred: [DeferredCall] = []

    private struct DeferredCall {
        let name: Int32
        var text: TextPart
        var isExpanded = false
    }

    struct TextPart {
        let file: SourceText.File
        let range: Range<Int>
    }

    private struct Frame {
        let position: Int
        let end: Int
        let cut: Int
        let expansion: UInt32
    }

    /// A recursion this deep, or this many waiting tokens, is taken for one without end.
    private static var deepest: Int { 200_000 }
    /// After so many, more would tell nothing new.
    private var mostErrors: Int { 200 }
    private static var mostTokens: Int { 1 << 25 }

    init(sink: Sink, words: Words, diagnostics: Diagnostics, target: any Target.Type) {
        self.sink = sink
        self.words = words
        self.diagnostics = diagnostics
        diagnostics.expansions.reserveCapacity(1024)
        self.target = target
        word_colon = words.intern(":")
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
    private func expandPiece(_ lexer: inout Lexer) -> Bool {
        tokens.cut(to: 0)
        guard diagnostics.errorCount <= mostErrors && lexer.next(into: &tokens) else { return false }
        run()
        return true
    }

    /// The names of the functions that wait, in the order of the text.
    var waitingFunctions: [Int32] { deferred.lazy.filter { !$0.isExpanded }.map { $0.name } }

    func isWaiting(_ name: Int32) -> Bool { words[name].isLibraryFunction && deferred.contains { $0.name == name && !$0.isExpanded } }

    /// Expands the function of this name, which waits.
    func expandWaiting(_ name: Int32) {
        guard let index = deferred.firstIndex(where: { $0.name == name && !$0.isExpanded }) else { return }
        deferred[index].isExpanded = true
        let text = deferred[index].text
        var lexer = Lexer(words: words, diagnostics: diagnostics, file: text.file, part: text.range)
        while expandPiece(&lexer) {}
    }

    /// Takes note of a function that begins here, if the macro defines its first argument. The libraries are read from the general
    /// to the special: a later function takes the place of an earlier one of its name.
    func deferCall(of index: Int32, name: Int32, _ text: TextPart) -> Bool {
        readMacro(Int(index))
        guard macros[Int(index)].definesArgument else { return false }
        if words[name].isLibraryFunction, let earlier = deferred.firstIndex(where: { $0.name == name && !$0.isExpanded }) {
            deferred[earlier].text = text
        } else {
            deferred.append(DeferredCall(name: name, text: text))
            words[name].isLibraryFunction = true
        }
        return true
    }

    /// Takes note of a macro's definition.
    func deferMacro(name: Int32, _ text: TextPart) {
        let name = words.macroName(of: name)
        macros.append(Macro(name: name, position: text.file.start + UInt32(text.range.lowerBound), unread: text))
        words[name].macro = Int32(macros.count) - 1
    }

    /// Reads the definition of a macro that was left for later.
    private func readMacro(_ index: Int) {
        guard let text = macros[index].unread else { return }
        macros[index].unread = nil
        var lexer = Lexer(words: words, diagnostics: diagnostics, file: text.file, part: text.range)
        let reading = (position, end, expansion, tokens.count)
        position = tokens.count
        while lexer.next(into: &tokens) {}
        end = tokens.count
        expansion = 0
        let start = tokens[position]
        position += 1
        defineMacro(start, as: index)
        tokens.cut(to: reading.3)
        (position, end, expansion) = (reading.0, reading.1, reading.2)
    }

    /// After the last file.
    func finish() {
        if frameName >= 0 { diagnostics.error("this %frame has no %endframe", frameOrigin) }
    }

    // MARK: The main loop

    private func run() {
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
            if diagnostics.errorCount > mostErrors { return }
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
    private func word(_ token: Token) {
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
    private func builtin(_ info: WordInfo) -> Builtin? {
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

    // MARK: Arguments

    /// With `position` behind the opening parenthesis: the spans of the arguments, trimmed, without one outer pair of
    /// braces, and `position` behind the closing parenthesis. Nil after an error.
    func arguments(of call: Token) -> [Range<Int>]? {
        var spans: [Range<Int>] = []
        var depth = 0
        var braces = 0
        var start = position
        var i = position
        while i < end {
            switch tokens[i].kind {
            case .open, .openTouching: depth += 1
            case .openBrace: braces += 1
            case .closeBrace:
                braces -= 1
                if braces < 0 {
                    diagnostics.error("'}' without '{' in the arguments of '\(text(call))'", origin(tokens[i]))
                    position = i + 1
                    skipBalanced()
                    return nil
                }
            case .close where depth > 0: depth -= 1
            case .close:
                guard braces == 0 else { break }
                spans.append(trimmed(start..<i))
                position = i + 1
                if spans.count == 1 && spans[0].isEmpty { spans = [] }
                return spans
            case .comma where depth == 0 && braces == 0:
                spans.append(trimmed(start..<i))
                start = i + 1
            default: break
            }
            i += 1
        }
        reportUnclosed(call)
        return nil
    }

    /// The arguments go on to the end of the text. Says which bracket is to blame, and goes on where that does the least harm.
    private func reportUnclosed(_ call: Token) {
        let opening = position - 1
        var open = [opening]
        var i = position
        while i < end {
            switch tokens[i].kind {
            case .open, .openTouching, .openBrace: open.append(i)
            case .close where open.count > 1 && tokens[open[open.count - 1]].kind != .openBrace: open.removeLast()
            case .closeBrace:
                guard open.count > 1, tokens[open[open.count - 1]].kind == .openBrace else {
                    diagnostics.error("this '(' is never closed", origin(tokens[open[open.count - 1]]))
                    position = end
                    return
                }
                open.removeLast()
            default: break
            }
            i += 1
        }
        let blamed = open[open.count - 1]
        if tokens[blamed].kind == .openBrace {
            diagnostics.error("a '{' in the arguments of '\(text(call))' is never closed", origin(tokens[blamed]))
        } else {
            diagnostics.error("the arguments of '\(text(call))' have no closing ')'", origin(tokens[opening]))
        }
        // Arguments that go on in the next line do so in braces.
        while position < end && tokens[position].kind != .newline && tokens[position].kind != .openBrace { position += 1 }
        if position < end && tokens[position].kind == .openBrace { position = end }
    }

    private func trimmed(_ span: Range<Int>) -> Range<Int> {
        var lower = span.lowerBound
        var upper = span.upperBound
        while lower < upper && tokens[lower].kind == .newline { lower += 1 }
        while lower < upper && tokens[upper - 1].kind == .newline { upper -= 1 }
        // One outer pair of braces goes, if it is one pair.
        if upper - lower >= 2, tokens[lower].kind == .openBrace, tokens[upper - 1].kind == .closeBrace {
            var depth = 0
            for i in lower..<(upper - 1) {
                if tokens[i].kind == .openBrace { depth += 1 }
                if tokens[i].kind == .closeBrace { depth -= 1 }
                if depth == 0 { return lower..<upper }
            }
            return (lower + 1)..<(upper - 1)
        }
        return lower..<upper
    }

    /// With `position` behind an opening parenthesis: goes behind the closing one.
    private func skipBalanced() {
        var depth = 1
        while position < end && depth > 0 {
            switch tokens[position].kind {
            case .open, .openTouching: depth += 1
            case .close: depth -= 1
            case .newline where depth == 1 && frames.isEmpty && tokens[position].position == 0: return
            case .end: return
            default: break
            }
            position += 1
        }
    }

    // MARK: Calls of macros

    private func callMacro(_ index: Int, _ token: Token, hasArguments: Bool) {
        readMacro(index)
        var spans: [Range<Int>] = []
        if hasArguments {
            position += 1
            guard let found = arguments(of: token) else { return }
            spans = found
        }
        let macro = macros[index]
        if macro.parameterCount == 1 && spans.isEmpty && hasArguments { spans = [position..<position] }
        guard spans.count == macro.parameterCount else {
            return diagnostics.error(wrongCount(text(token), wants: macro.parameterCount, has: spans.count), origin(token))
        }
        guard push(macro, spans, token) else { return }
    }

    func wrongCount(_ name: String, wants: Int, has: Int) -> String {
        "'\(name)' takes \(wants == 0 ? "no arguments" : wants == 1 ? "1 argument" : "\(wants) arguments"), not \(has)"
    }

    /// Puts the expansion on the stack, to be read next.
    private func push(_ macro: Macro, _ spans: [Range<Int>], _ token: Token) -> Bool {
        guard frames.count < Self.deepest, tokens.count < Self.mostTokens else {
            diagnostics.error(frames.count >= Self.deepest
                ? "macro calls are nested \(frames.count) deep: '\(text(token))' seems to call itself without end"
                : "the expansion of '\(text(token))' grows without end", origin(token))
            // Nothing that follows from here is of use.
            frames.removeSubrange(1...)
            position = end
            return false
        }
        frames.append(Frame(position: position, end: end, cut: tokens.count, expansion: expansion))
        enterExpansion(macro.name, token)
        position = tokens.count
        substitute(macro, spans)
        end = tokens.count
        return true
    }

    private func enterExpansion(_ name: Int32, _ token: Token) {
        diagnostics.expansions.append(Diagnostics.Expansion(macroName: name, origin: origin(token)))
        expansion = UInt32(diagnostics.expansions.count - 1)
    }

    /// Appends the macro's body with its arguments in place.
    private func substitute(_ macro: Macro, _ spans: [Range<Int>]) {
        let start = tokens.count
        var fresh = -1
        for index in macro.body {
            let token = bodies[index]
            switch token.kind {
            case .parameter:
                let span = spans[Int(token.payload)]
                if span.isEmpty {
                    if macro.hasPaste { tokens.append(Token(.nothing, at: token.position)) }
                } else {
                    tokens.append(from: span.lowerBound, to: span.upperBound)
                }
            case .fresh:
                if fresh < 0 {
                    freshCount += 1
                    fresh = freshCount
                }
                var name = Array(words.names.bytes(token.payload))
                name.remove(at: 1)
                name.append(contentsOf: "__\(fresh)".utf8)
                let word = name.withUnsafeBufferPointer { words.intern($0) }
                words[word].isFresh = true
                tokens.append(Token(.word, word, at: token.position))
            default: tokens.append(token)
            }
        }
        if macro.hasPaste { paste(from: start) }
    }

    /// Joins the neighbours of each ## from `start` on.
    private func paste(from start: Int) {
        var out = start
        var i = start
        let count = tokens.count
        while i < count {
            let token = tokens[i]
            guard token.kind == .paste else {
                if token.kind != .nothing || i + 1 < count && tokens[i + 1].kind == .paste {
                    tokens[out] = token
                    out += 1
                }
                i += 1
                continue
            }
            guard out > start, i + 1 < count else {
                diagnostics.error("## needs something to paste on both sides", origin(token))
                i += 1
                continue
            }
            let left = tokens[out - 1], right = tokens[i + 1]
            i += 2
            if left.kind == .nothing {
                tokens[out - 1] = right
                if right.kind == .nothing && !(i < count && tokens[i].kind == .paste) { out -= 1 }
            } else if right.kind == .nothing {
                continue
            } else if left.kind == .word && right.kind == .word {
                let joined = Array(words.names.bytes(left.payload)) + Array(words.names.bytes(right.payload))
                // A lone sigil says less of where the word comes from than what it was pasted to.
                tokens[out - 1] = Token(.word, joined.withUnsafeBufferPointer { words.intern($0) },
                                        at: words[left.payload].length == 1 ? right.position : left.position)
            } else {
                diagnostics.error("## cannot paste '\(text(left))' and '\(text(right))'", origin(token))
            }
        }
        tokens.cut(to: out)
    }

    // MARK: What is built in

    private func call(_ builtin: Builtin, _ token: Token, _ touching: Bool) {
        switch builtin {
        case .macro: return defineMacro(token)
        case .endm: return diagnostics.error("%endm without %macro", origin(token))
        case .structure: return defineFields(token, step: 8, lastName: "SIZE")
        case .enumeration: return defineFields(token, step: 1, lastName: "COUNT")
        case .frame:
            guard position < end, tokens[position].kind == .word else {
                return diagnostics.error("%frame needs a name", origin(token))
            }
            if frameName >= 0 {
                diagnostics.error("%frame inside of %frame", origin(token), notes: [("the open one begins here", frameOrigin)])
            }
            frameName = tokens[position].payload
            frameOrigin = origin(token)
            position += 1
            return
        case .endframe:
            if frameName < 0 { diagnostics.error("%endframe without %frame", origin(token)) }
            frameName = -1
            return
        default: break
        }
        position += 1
        guard let spans = arguments(of: token) else { return }
        if case .directive = builtin, isChecked(token) { return refuseDirective(token) }
        let counts = builtin.argumentCounts
        guard counts.contains(spans.count) else {
            return diagnostics.error(counts.count == 1 ? wrongCount(text(token), wants: counts.lowerBound, has: spans.count)
                : "'\(text(token))' takes \(counts.lowerBound) to \(counts.upperBound) arguments, not \(spans.count)", origin(token))
        }
        switch builtin {
        case .emit(let size):
            guard let value = evaluate(spans[0]) else { return }
            if size < 8 {
                let low = -(Int64(1) << (size * 8 - 1)), high = Int64(1) << (size * 8)
                guard value >= low && value < high || isLenient else {
                    return diagnostics.error("\(value) does not fit in \(size == 1 ? "1 byte" : "\(size) bytes"); "
                        + "other tools keep its low bits, \(value & (high - 1))", origin(token))
                }
            }
            sink.number(value, size: size, origin(token))
        case .select:
            guard let condition = evaluate(spans[0]) else { return }
            pushSpan(spans[condition != 0 ? 1 : 2], token)
        case .local:
            guard let macro = localMacro(spans[0], token) else { return }
            guard push(macros[macro], [], token) else { return }
        case .string:
            guard let string = makeString(spans[0], token) else { return }
            sink.string(unescape(string), origin(token))
        case .directive(let kind): extDirective(kind, spans, token)
        default: break
        }
    }

    /// Reads a span of the stack next, as the expansion of a built-in.
    private func pushSpan(_ span: Range<Int>, _ token: Token) {
        guard !span.isEmpty else { return }
        guard frames.count < Self.deepest, tokens.count < Self.mostTokens else {
            diagnostics.error("macro calls are nested \(frames.count) deep", origin(token))
            frames.removeSubrange(1...)
            position = end
            return
        }
        frames.append(Frame(position: position, end: end, cut: tokens.count, expansion: expansion))
        position = tokens.count
        tokens.append(from: span.lowerBound, to: span.upperBound)
        end = tokens.count
    }

    /// %str(word): the string whose characters are the word.
    private func makeString(_ span: Range<Int>, _ token: Token) -> Token? {
        guard span.count == 1, tokens[span.lowerBound].kind == .word else {
            if span.count == 1, tokens[span.lowerBound].kind == .string { return tokens[span.lowerBound] }
            diagnostics.error("%str takes one word", origin(token))
            return nil
        }
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in words.names.bytes(tokens[span.lowerBound].payload) {
            if byte == UInt8(ascii: "\\") { quoted.append(byte) }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return Token(.string, quoted.withUnsafeBufferPointer { words.intern($0) }, at: token.position)
    }

    /// The macro of a field of the current frame.
    private func localMacro(_ span: Range<Int>, _ token: Token) -> Int? {
        guard span.count == 1, tokens[span.lowerBound].kind == .word else {
            diagnostics.error("%local takes the name of a field", origin(token))
            return nil
        }
        guard frameName >= 0 else {
            diagnostics.error("%local outside of %frame … %endframe", origin(token))
            return nil
        }
        let name = "%" + words.names.string(frameName) + "_FRAME." + text(tokens[span.lowerBound])
        let macro = words[words.intern(name)].macro
        guard macro >= 0 else {
            diagnostics.error("the frame '\(words.names.string(frameName))' has no field '\(text(tokens[span.lowerBound]))' "
                + "('\(name)' is not defined)", origin(tokens[span.lowerBound]))
            return nil
        }
        return Int(macro)
    }

    /// %p1_sys_NAME: the machine's number of a system call; %p1_machine: the machine's own, as ELF has it.
    private func machineNumber(_ word: Int32) -> Int64? {
        let bytes = words.names.bytes(word)
        if StaticString("%p1_machine").withUTF8Buffer({ bytes.elementsEqual($0) }) { return Int64(target.elfMachine) }
        let prefix = StaticString("%p1_sys_")
        guard bytes.count > prefix.utf8CodeUnitCount, prefix.withUTF8Buffer({ bytes.starts(with: $0) }) else { return nil }
        return target.systemCallNumber(String(decoding: bytes.dropFirst(prefix.utf8CodeUnitCount), as: UTF8.self))
    }

    private func extDirective(_ kind: Builtin.Directive, _ spans: [Range<Int>], _ token: Token) {
        func name(_ index: Int) -> Int32? {
            let span = spans[index]
            guard span.count == 1, tokens[span.lowerBound].kind == .word else {
                diagnostics.error("'\(text(token))' expects a name as argument \(index + 1)", origin(token))
                return nil
            }
            return tokens[span.lowerBound].payload
        }
        func number(_ index: Int, _ range: ClosedRange<Int64>) -> Int? {
            guard let value = evaluate(spans[index]) else { return nil }
            guard range.contains(value) else {
                diagnostics.error("\(value) is out of range here: expected \(range.lowerBound)…\(range.upperBound)", origin(token))
                return nil
            }
            return Int(value)
        }
        func reference(_ index: Int) -> Int32? {
            guard let word = name(index) else { return nil }
            guard words[word].first == UInt8(ascii: "&"), words[word].length > 1 else {
                diagnostics.error("expected a label such as '&\(words.names.string(word))'", origin(token))
                return nil
            }
            return words.tail(word)
        }
        let most: Int64 = 1 << 40
        let alignments: ClosedRange<Int64> = 0...(1 << 30)
        let directive: ExtDirective
        switch kind {
        case .section:
            guard let word = name(0) else { return }
            let kindName = words.names.string(word)
            if kindName == "auto" {
                directive = .automatic
                break
            }
            guard let section = SectionKind(name: kindName) else {
                return diagnostics.error("unknown section '\(kindName)'; expected "
                    + SectionKind.allCases.map(\.name).joined(separator: ", ") + " or auto", origin(token))
            }
            guard let alignment = spans.count > 1 ? number(1, alignments) : 0 else { return }
            var keep = false
            var sectionName: Int32 = -1
            for index in 2..<max(2, spans.count) {
                guard let word = name(index) else { return }
                if words.names.string(word) == "keep" { keep = true } else { sectionName = word }
            }
            directive = .section(section, alignment: alignment, keep: keep, name: sectionName)
        case .zero:
            guard let count = number(0, 0...most) else { return }
            directive = .zero(count)
        case .pointer:
            guard let label = reference(0), let offset = spans.count > 1 ? evaluate(spans[1]) : 0 else { return }
            directive = .pointer(label, offset: offset)
        case .weak:
            guard let word = name(0) else { return }
            directive = .weak(word)
        case .unit:
            guard name(0) != nil else { return }
            directive = .unit
        case .alias:
            guard let word = name(0), let label = reference(1), let offset = spans.count > 2 ? evaluate(spans[2]) : 0 else { return }
            directive = .alias(word, target: label, offset: offset)
        case .common:
            guard let word = name(0), let size = number(1, 0...most), let alignment = number(2, alignments) else { return }
            directive = .common(word, size: size, alignment: alignment)
        }
        sink.directive(directive, origin(token))
    }

    // MARK: Definitions

    /// %macro NAME(p, q) … %endm, a new macro or the one with a number.
    private func defineMacro(_ start: Token, as index: Int? = nil) {
        guard position < end, tokens[position].kind == .word else {
            return diagnostics.error("%macro needs a name", origin(start))
        }
        let nameToken = tokens[position]
        position += 1
        var parameters: [Int32] = []
        if position < end, tokens[position].kind == .openTouching || tokens[position].kind == .open {
            let open = tokens[position]
            position += 1
            guard let spans = arguments(of: nameToken) else { return }
            for span in spans {
                guard span.count == 1, tokens[span.lowerBound].kind == .word else {
                    diagnostics.error("a parameter of a macro is one word", origin(span.isEmpty ? open : tokens[span.lowerBound]))
                    return skipDefinition(start)
                }
                let parameter = tokens[span.lowerBound].payload
                if parameters.contains(parameter) {
                    diagnostics.error("two parameters of '\(text(nameToken))' are called '\(text(tokens[span.lowerBound]))'",
                                      origin(tokens[span.lowerBound]))
                    return skipDefinition(start)
                }
                parameters.append(parameter)
            }
        }
        let bodyStart = bodies.count
        var hasPaste = false
        var depth = 0
        while position < end {
            let token = tokens[position]
            position += 1
            switch token.kind {
            case .word:
                if token.payload == words.word_macro { depth += 1 }
                if token.payload == words.word_endm {
                    if depth == 0 {
                        define(nameToken, parameters.count, body: bodyStart..<bodies.count, hasPaste, as: index)
                        return
                    }
                    depth -= 1
                }
                if let index = parameters.firstIndex(of: token.payload) {
                    bodies.append(Token(.parameter, Int32(index), at: token.position))
                } else if isFresh(token.payload) && depth == 0 {
                    bodies.append(Token(.fresh, token.payload, at: token.position))
                } else {
                    bodies.append(token)
                }
            case .paste:
                hasPaste = true
                bodies.append(token)
            case .newline where bodies.count == bodyStart: continue
            case .end:
                diagnostics.error("'\(text(nameToken))' has no %endm", origin(start))
                return
            default: bodies.append(token)
            }
        }
        diagnostics.error("'\(text(nameToken))' has no %endm", origin(start))
    }

    private func define(_ nameToken: Token, _ parameterCount: Int, body: Range<Int>, _ hasPaste: Bool, as index: Int?) {
        let name = words.macroName(of: nameToken.payload)
        var macro = Macro(name: name, position: nameToken.position, parameterCount: parameterCount, body: body, hasPaste: hasPaste)
        macro.definesArgument = body.contains { definesArgument($0, in: body) }
        if let index { macros[index] = macro } else { add(macro, origin(nameToken)) }
    }

    /// Gives a macro's name its meaning. Tools differ in which of several definitions counts, so another one must say the same,
    /// unless it replaces a library's.
    private func add(_ macro: Macro, _ origin: Origin) {
        let known = words[macro.name].macro
        if known >= 0, case let old = macros[Int(known)], old.position >= librariesEnd, macro.position >= librariesEnd {
            let isSame = old.parameterCount == macro.parameterCount && bodies[old.body].elementsEqual(bodies[macro.body]) {
                $0.kind == $1.kind && $0.payload == $1.payload
            }
            if isSame || isLenient { return }
            diagnostics.error("the macro '\(words.names.string(macro.name))' is defined again, with another meaning", origin,
                              notes: [("the first definition is here", Origin(position: old.position))])
        }
        macros.append(macro)
        words[macro.name].macro = Int32(macros.count) - 1
        if mainInstructions.contains(macro.name) {
            ownInstructions.insert(macro.name)
            if ownInstructions == mainInstructions { ownP1 = origin }
        }
    }

    /// Whether the line that begins here reads `: ## first-parameter`, or passes the parameter on to a macro that
    /// has such a line.
    private func definesArgument(_ at: Int, in body: Range<Int>) -> Bool {
        guard at + 3 < body.upperBound, at == body.lowerBound || bodies[at - 1].kind == .newline, bodies[at].kind == .word,
              bodies[at + 2].kind == .parameter, bodies[at + 2].payload == 0 else { return false }
        if bodies[at].payload == word_colon { return bodies[at + 1].kind == .paste }
        let macro = words[bodies[at].payload].macro
        if macro >= 0 { readMacro(Int(macro)) }
        return macro >= 0 && macros[Int(macro)].definesArgument && bodies[at + 1].kind == .openTouching && bodies[at + 3].kind == .comma
    }

    private func skipDefinition(_ start: Token) {
        while position < end {
            let token = tokens[position]
            position += 1
            if token.kind == .word && token.payload == words.word_endm { return }
        }
        diagnostics.error("this %macro has no %endm", origin(start))
    }

    /// `:@x` and its like.
    private func isFresh(_ word: Int32) -> Bool {
        let bytes = words.names.bytes(word)
        guard bytes.count > 2, bytes[1] == UInt8(ascii: "@") else { return false }
        return [":", "&", "%", "!", "@", "$", "~"].contains(UnicodeScalar(bytes[0]))
    }

    /// %struct S { f g } and %enum E { a b }: each field a macro without parameters.
    private func defineFields(_ start: Token, step: Int64, lastName: String) {
        guard position < end, tokens[position].kind == .word else {
            return diagnostics.error("\(text(start)) needs a name", origin(start))
        }
        let name = text(tokens[position])
        position += 1
        while position < end && tokens[position].kind == .newline { position += 1 }
        guard position < end, tokens[position].kind == .openBrace else {
            return diagnostics.error("\(text(start)) \(name) needs its fields in { }", origin(start))
        }
        position += 1
        var value: Int64 = 0
        while position < end {
            let token = tokens[position]
            position += 1
            switch token.kind {
            case .word:
                defineNumber("%\(name).\(text(token))", value, token)
                value += step
            case .newline, .comma: continue
            case .closeBrace: return defineNumber("%\(name).\(lastName)", value, token)
            default:
                return diagnostics.error("a field of \(name) is one word, not '\(text(token))'", origin(token))
            }
        }
        diagnostics.error("the '{' of \(text(start)) \(name) is never closed", origin(start))
    }

    private func defineNumber(_ name: String, _ value: Int64, _ token: Token) {
        let start = bodies.count
        bodies.append(Token(.word, words.intern(String(value)), at: token.position))
        add(Macro(name: words.intern(name), position: token.position, body: start..<bodies.count), origin(token))
    }

    // MARK: Instructions

    /// `%add(a0, a1, a2)`: the operands are read where they stand; anything but plain registers, numbers and labels
    /// goes the long way through spans and expressions.
    private func instruction(_ token: Token, _ shape: InstructionShape, _ touching: Bool) {
        if let ownP1 {
            diagnostics.error("'\(text(token))' is built in, and this text has a P1 of its own, with other registers; it needs a macro "
                + "(P1/derived.P1pp has some)", origin(token), notes: [("the P1 of its own is defined here", ownP1)])
            if touching {
                position += 1
                skipBalanced()
            }
            return
        }
        guard touching else {
            if shape.slotCount == 0 { return sink.instruction(shape.template, label: -1, origin(token)) }
            return diagnostics.error("'\(text(token))' needs its operands in ( )", origin(token))
        }
        position += 1
        let start = position
        var reader = OperandReader(template: shape.template)
        if readPlain(shape, &reader) {
            return sink.instruction(reader.instruction, label: reader.label, origin(token))
        }
        position = start
        guard let spans = arguments(of: token) else { return }
        let slots = shape.format.slots
        let required = shape.requiredCount
        guard spans.count >= required && spans.count <= slots.count else {
            return diagnostics.error(required == slots.count ? wrongCount(text(token), wants: required, has: spans.count)
                : "'\(text(token))' takes \(required) or \(slots.count) arguments, not \(spans.count)", origin(token))
        }
        reader = OperandReader(template: shape.template)
        for (slot, span) in zip(slots, spans) {
            guard readSpan(slot, span, &reader, token) else { return }
        }
        if let problem = reader.problem {
            return diagnostics.error("'\(text(token))': \(problem)", origin(token))
        }
        sink.instruction(reader.instruction, label: reader.label, origin(token))
    }

    @inline(__always)
    private func readPlain(_ shape: InstructionShape, _ reader: inout OperandReader) -> Bool {
        for index in 0..<shape.slotCount {
            guard position + 1 < end else { return false }
            let token = tokens[position]
            guard token.kind == .word, reader.take(shape.slot(index), words[token.payload], token.payload, words) else { return false }
            let after = tokens[position + 1].kind
            position += 2
            if after == .close {
                return index + 1 >= shape.requiredCount && reader.problem == nil
            }
            guard after == .comma else { return false }
        }
        return false
    }

    /// The one word of a span; a macro without arguments may stand for a register or a label.
    func plainWord(_ span: Range<Int>) -> Token? {
        var word = span.count == 1 && tokens[span.lowerBound].kind == .word ? tokens[span.lowerBound] : nil
        var steps = 0
        while let current = word, words[current.payload].macro >= 0, steps < 1000 {
            readMacro(Int(words[current.payload].macro))
            let macro = macros[Int(words[current.payload].macro)]
            guard macro.parameterCount == 0, macro.body.count == 1 || bodies[macro.body].filter({ $0.kind == .word }).count == 1 else { break }
            word = bodies[macro.body].first { $0.kind == .word }
            steps += 1
        }
        return word
    }

    private func readSpan(_ slot: OperandSlot, _ span: Range<Int>, _ reader: inout OperandReader, _ call: Token) -> Bool {
        let word = plainWord(span)
        if let word, reader.take(slot, words[word.payload], word.payload, words) { return true }
        let place = span.isEmpty ? call : tokens[span.lowerBound]
        switch slot {
        case .number, .offset, .count:
            guard let value = evaluate(span, else: place) else { return false }
            reader.take(slot, number: value)
            return true
        case .symbol:
            diagnostics.error("expected a label such as '&name', found \(describe(span))", origin(place))
        default:
            var message = "expected a register, found \(describe(span))"
            if let word, words[word.payload].register != Register.none.rawValue {
                let kinds = OperandKinds(reader.instruction.op)
                let wantsFloat = slot == .d ? kinds.rd == .float : slot != .base && kinds.ra == .float
                message = text(word) == "sp" ? "sp cannot be used here"
                    : "expected a \(wantsFloat ? "floating-point" : "general") register, found '\(text(word))'"
            }
            diagnostics.error(message, origin(place))
        }
        return false
    }

    func describe(_ span: Range<Int>) -> String {
        guard !span.isEmpty else { return "nothing" }
        return "'" + span.prefix(6).map { text(tokens[$0]) }.joined(separator: " ") + (span.count > 6 ? " …" : "") + "'"
    }

    // MARK: Expressions

    private struct Pending {
        let op: Token
        let valuesStart: Int
        /// For an expression that a macro stands for: where to go on behind it.
        let resume: (position: Int, end: Int, cut: Int, expansion: UInt32)?
    }

    private func evaluate(_ span: Range<Int>) -> Int64? { evaluate(span, else: nil) }

    /// The value of a span that is one expression; nil after an error. Nested as deep as memory allows.
    func evaluate(_ span: Range<Int>, else place: Token?) -> Int64? {
        var values: [Int64] = []
        var stack: [Pending] = []
        var at = span.lowerBound
        var limit = span.upperBound
        let outerExpansion = expansion
        let outerCount = tokens.count
        defer {
            expansion = outerExpansion
            tokens.cut(to: outerCount)
        }
        func fail(_ message: String, _ token: Token?) -> Int64? {
            if let token = token ?? place { diagnostics.error(message, origin(token)) } else {
                diagnostics.error(message, Origin(position: span.lowerBound < outerCount ? tokens[span.lowerBound].position : 0,
                                                  expansion: expansion))
            }
            return nil
        }
        while true {
            while at < limit && tokens[at].kind == .newline { at += 1 }
            if at >= limit {
                guard let top = stack.last else {
                    guard values.count == 1 else {
                        return fail(values.isEmpty ? "expected a number, found nothing" : "expected one number, found \(values.count)", nil)
                    }
                    return values[0]
                }
                guard let resume = top.resume else { return fail("this expression has no closing ')'", top.op) }
                guard values.count == top.valuesStart + 1 else {
                    return fail("'\(text(top.op))' does not stand for one number", top.op)
                }
                stack.removeLast()
                tokens.cut(to: resume.cut)
                at = resume.position
                limit = resume.end
                expansion = resume.expansion
                continue
            }
            let token = tokens[at]
            at += 1
            switch token.kind {
            case .open, .openTouching:
                while at < limit && tokens[at].kind == .newline { at += 1 }
                guard at < limit, tokens[at].kind == .word else { return fail("expected an operator behind '('", token) }
                let op = tokens[at]
                at += 1
                if text(op) == "strlen" {
                    guard let string = stringOperand(&at, limit), at < limit, tokens[at].kind == .close else {
                        return fail("(strlen …) takes one string", op)
                    }
                    at += 1
                    let raw = words.names.bytes(string.payload).count - 2
                    let count = unescape(string).count
                    if raw != count && !isLenient {
                        return fail("(strlen …) of a string with escapes: it stands for \(count) bytes, and other tools count "
                            + "\(raw) characters; write the number", string)
                    }
                    values.append(Int64(raw))
                } else {
                    stack.append(Pending(op: op, valuesStart: values.count, resume: nil))
                }
            case .close:
                guard let top = stack.popLast(), top.resume == nil else { return fail("')' without '('", token) }
                let operands = values[top.valuesStart...]
                guard let result = apply(top.op, Array(operands)) else { return nil }
                values.removeSubrange(top.valuesStart...)
                values.append(result)
            case .word:
                let info = words[token.payload]
                if info.isInteger {
                    values.append(info.value)
                    continue
                }
                if info.isOctal {
                    if isLenient {
                        values.append(info.value)
                        continue
                    }
                    return fail("'\(text(token))' is octal for other tools; write a number without a leading zero", token)
                }
                if info.isTooLarge { return fail("'\(text(token))' does not fit in 64 bits", token) }
                if info.macro < 0, let number = machineNumber(token.payload) {
                    if isChecked(token) && !BaseDialect.systemCalls.contains(text(token)) {
                        return fail("not every backend has '\(text(token))'; expected a definition of it in this text", token)
                    }
                    if at + 1 < limit, tokens[at].kind == .openTouching, tokens[at + 1].kind == .close { at += 2 }
                    values.append(number)
                    continue
                }
                var macro = info.macro
                var spans: [Range<Int>] = []
                let touching = at < limit && tokens[at].kind == .openTouching
                if macro >= 0 || info.builtin != WordInfo.noBuiltin {
                    if touching {
                        let savedPosition = position, savedEnd = end
                        position = at + 1
                        end = limit
                        let found = arguments(of: token)
                        at = position
                        position = savedPosition
                        end = savedEnd
                        guard let found else { return nil }
                        spans = found
                    }
                    if macro < 0 {
                        switch builtin(info) {
                        case .local where spans.count == 1:
                            guard let local = localMacro(spans[0], token) else { return nil }
                            macro = Int32(local)
                            spans = []
                        case .select where spans.count == 3:
                            guard stack.count < Self.deepest, let condition = evaluate(spans[0]) else { return nil }
                            let chosen = spans[condition != 0 ? 1 : 2]
                            stack.append(Pending(op: token, valuesStart: values.count, resume: (at, limit, tokens.count, expansion)))
                            at = chosen.lowerBound
                            limit = chosen.upperBound
                            continue
                        default: break
                        }
                    }
                }
                guard macro >= 0 else {
                    return fail("expected a number, found '\(text(token))'", token)
                }
                readMacro(Int(macro))
                let called = macros[Int(macro)]
                if isBaseOnly { checkCall(called.name, definedAt: called.position, token) }
                if called.parameterCount == 1 && spans.isEmpty && touching { spans = [at..<at] }
                guard spans.count == called.parameterCount else {
                    return fail(wrongCount(text(token), wants: called.parameterCount, has: spans.count), token)
                }
                guard stack.count < Self.deepest, tokens.count < Self.mostTokens else {
                    return fail("'\(text(token))' seems to call itself without end", token)
                }
                stack.append(Pending(op: token, valuesStart: values.count, resume: (at, limit, tokens.count, expansion)))
                enterExpansion(called.name, token)
                at = tokens.count
                substitute(called, spans)
                limit = tokens.count
            default:
                return fail("expected a number, found '\(text(token))'", token)
            }
        }
    }

    private func stringOperand(_ at: inout Int, _ limit: Int) -> Token? {
        while at < limit && tokens[at].kind == .newline { at += 1 }
        guard at < limit else { return nil }
        if tokens[at].kind == .string {
            at += 1
            return tokens[at - 1]
        }
        if at + 3 < limit, tokens[at].kind == .word, case .string? = builtin(words[tokens[at].payload]), tokens[at + 3].kind == .close {
            at += 4
            return makeString((at - 2)..<(at - 1), tokens[at - 4])
        }
        return nil
    }

    private func apply(_ op: Token, _ operands: [Int64]) -> Int64? {
        guard let function = ExpressionOperator(name: text(op)) else {
            diagnostics.error("unknown operator '\(text(op))'", origin(op))
            return nil
        }
        guard function.accepts(operands.count) else {
            diagnostics.error("'\(text(op))' cannot take \(operands.count) operands", origin(op))
            return nil
        }
        guard let value = function.apply(operands) else {
            diagnostics.error("division by zero", origin(op))
            return nil
        }
        return value
    }

    // MARK: Strings

    func unescape(_ token: Token) -> [UInt8] {
        let quoted = words.names.bytes(token.payload)
        guard quoted.contains(UInt8(ascii: "\\")) else { return Array(quoted.dropFirst().dropLast()) }
        var out: [UInt8] = []
        var i = 1
        let last = quoted.count - 1
        while i < last {
            let byte = quoted[i]
            i += 1
            guard byte == UInt8(ascii: "\\") else {
                out.append(byte)
                continue
            }
            let escape = quoted[i]
            i += 1
            switch escape {
            case UInt8(ascii: "n"): out.append(10)
            case UInt8(ascii: "t"): out.append(9)
            case UInt8(ascii: "r"): out.append(13)
            case UInt8(ascii: "0"): out.append(0)
            case UInt8(ascii: "\\"), UInt8(ascii: "\""): out.append(escape)
            case UInt8(ascii: "'") where !isChecked(token): out.append(escape)
            case UInt8(ascii: "x"):
                guard i + 1 < last, let high = hexDigit(quoted[i]), let low = hexDigit(quoted[i + 1]) else {
                    diagnostics.error("\\x needs two hexadecimal digits", Origin(position: token.position + UInt32(i - 2), expansion: expansion))
                    return out
                }
                out.append(high << 4 | low)
                i += 2
            default:
                diagnostics.error("unknown escape '\\\(Character(UnicodeScalar(escape)))' in a string; "
                    + "there are \\n \\t \\r \\0 \\\\ \\\" \\xNN", Origin(position: token.position + UInt32(i - 2), expansion: expansion))
                return out
            }
        }
        return out
    }
}
