/// hex2++ words and P1 instructions to a program.
///
/// Base P1pp mixes code and data in one stream. An ELF program keeps them apart, so the assembler places what it
/// reads by its content: instructions go to text, bytes to data, and the labels and alignment before them go
/// along. Bytes right behind an instruction that goes on to the next one are code. A run of data, or of code from
/// a label that nothing falls into, is a chunk of its own, which the linker drops when nothing refers to it.
/// `%section` markers of the ext level say all this openly instead. A flat program keeps one stream as it is.
final class Assembler: ExpansionSink {
    let program: Program
    private let words: WordTable
    private let diagnostics: Diagnostics
    private let isFlat: Bool

    private enum Mode { case none, code, data, explicit }
    private var mode = Mode.none
    private var isLibrary = false
    /// Whether the last thing in the code goes on to what comes next.
    private var fallsThrough = false
    /// Labels and alignment whose place depends on the content that follows.
    private var pending: [Pending] = []
    private enum Pending {
        case label(Int32, Origin)
        case align(Int, pattern: Int32)
    }

    private var scopes: [(undoStart: Int, origin: Origin)] = []
    private var scopeUndo: [(name: Int32, previous: Int32)] = []
    /// For each label, the frame region of the code behind it.
    private var labelRegions: [Int32] = []
    /// Labels since the last instruction: an `enter` behind them shows that they begin a function.
    private var labelsBeforeInstruction: [Int32] = []

    private var pointerSize: UInt8 = 4
    /// Digits of a byte that is not complete.
    private var nibble: (value: UInt8, digits: Int, origin: Origin)?
    /// Digits are 0 and 1, eight to a byte.
    var isBinary = false
    private var directive: Directive?
    private struct Directive {
        enum Kind { case align, fill, pointerSize }
        let kind: Kind
        let origin: Origin
        var number: Int64?
        var pattern: Int32 = -1
    }

    init(program: Program, isFlat: Bool) {
        self.program = program
        self.isFlat = isFlat
        words = program.words
        diagnostics = program.diagnostics
        alignWord = words.intern(".align")
        fillWord = words.intern(".fill")
        scopeWord = words.intern(".scope")
        endscopeWord = words.intern(".endscope")
        pointerSizeWord = words.intern(".ptrsize")
    }

    private let alignWord, fillWord, scopeWord, endscopeWord, pointerSizeWord: Int32

    /// Members of archives are independent texts; other files continue each other.
    func beginFile(isLibrary: Bool, isMember: Bool = false) {
        if isMember { pointerSize = 4 }
        program.beginFile()
        self.isLibrary = isLibrary
        mode = .none
        fallsThrough = false
        if isFlat && program.chunks.isEmpty { program.beginChunk(.text, alignment: 1) }
    }

    func endFile() {
        newline()
        finishNibble()
        flushPending(isCode: false)
        program.endChunk()
        mode = .none
    }

    /// After the last file: reports open scopes, decides on ambiguous labels, joins frames.
    func finish() {
        for scope in scopes { diagnostics.error("this .scope is never closed", scope.origin) }
        while !scopes.isEmpty { closeScope() }
        resolveAmbiguousLabels()
        for fixup in program.fixups where fixup.kind == .instruction {
            switch fixup.instruction.op {
            case .b, .bcc, .bcci, .fbcc:
                let label = Int(program.resolve(fixup.instruction.symbol).label)
                if label < labelRegions.count { program.frames.join(fixup.frame, labelRegions[label]) }
            default: break
            }
        }
    }

    // MARK: WordTable of hex2++

    func word(_ word: Int32, _ origin: Origin) {
        if directive != nil && operand(word, origin) { return }
        let info = words[word]
        if nibble != nil && !(info.isHex && info.first != UInt8(ascii: ".")) { finishNibble() }
        switch info.first {
        case UInt8(ascii: ":"):
            guard info.length > 1 else { return diagnostics.error("a label needs a name", origin) }
            defineLabel(words.tail(word), origin)
        case UInt8(ascii: "!"): reference(word, .relative(size: 1), origin)
        case UInt8(ascii: "@"): reference(word, .relative(size: 2), origin)
        case UInt8(ascii: "~"): reference(word, .relative(size: 3), origin)
        case UInt8(ascii: "%"): reference(word, .relative(size: pointerSize), origin)
        case UInt8(ascii: "$"): reference(word, .absolute(size: 2), origin)
        case UInt8(ascii: "&"): reference(word, .absolute(size: pointerSize), origin)
        case UInt8(ascii: "."): directiveWord(word, origin)
        default:
            guard info.isHex else {
                return diagnostics.error("'\(words.names.string(word))' is neither hexadecimal digits nor a label, "
                    + "a reference, a directive or a macro call", origin)
            }
            hexDigits(word, origin)
        }
    }

    func label(_ name: Int32, _ origin: Origin) {
        if directive != nil { newline() }
        if nibble != nil { finishNibble() }
        defineLabel(name, origin)
    }

    func newline() {
        guard let open = directive else { return }
        directive = nil
        apply(open)
    }

    private func hexDigits(_ word: Int32, _ origin: Origin) {
        beginData()
        let perByte = isBinary ? 8 : 2
        for byte in words.names.bytes(word) {
            guard let digit = hexDigit(byte), !isBinary || digit < 2 else {
                return diagnostics.error("'\(words.names.string(word))' has digits other than 0 and 1", origin)
            }
            let value = (nibble?.value ?? 0) << (isBinary ? 1 : 4) | digit
            let digits = (nibble?.digits ?? 0) + 1
            if digits == perByte {
                program.bytes.u8(value)
                nibble = nil
            } else {
                nibble = (value, digits, nibble?.origin ?? origin)
            }
        }
    }

    private func finishNibble() {
        guard let open = nibble else { return }
        diagnostics.error(isBinary ? "part of a byte: the number of binary digits is no multiple of 8"
            : "half a byte: an odd number of hexadecimal digits", open.origin)
        nibble = nil
    }

    private func directiveWord(_ word: Int32, _ origin: Origin) {
        switch word {
        case scopeWord: scopes.append((scopeUndo.count, origin))
        case endscopeWord:
            if scopes.isEmpty { diagnostics.error(".endscope without .scope", origin) } else { closeScope() }
        case alignWord: directive = Directive(kind: .align, origin: origin)
        case fillWord: directive = Directive(kind: .fill, origin: origin)
        case pointerSizeWord: directive = Directive(kind: .pointerSize, origin: origin)
        default: diagnostics.error("unknown directive '\(words.names.string(word))'", origin)
        }
    }

    /// Takes a word as an operand of the open directive, or closes the directive. A count is decimal or 0x…,
    /// a byte or a pattern is hexadecimal digits, as bytes are everywhere in hex2.
    private func operand(_ word: Int32, _ origin: Origin) -> Bool {
        guard var open = directive else { return false }
        let info = words[word]
        if open.number == nil {
            guard info.isInteger else {
                diagnostics.error(info.isOctal ? "'\(words.names.string(word))' is octal for other tools; write a number without a leading zero"
                    : "expected a number, found '\(words.names.string(word))'", origin)
                directive = nil
                return true
            }
            open.number = info.value
            if open.kind == .pointerSize {
                directive = nil
                apply(open)
            } else {
                directive = open
            }
            return true
        }
        let pattern = patternDigits(word)
        if open.pattern < 0, let pattern {
            open.pattern = pattern
            directive = nil
            apply(open)
            return true
        }
        directive = nil
        apply(open)
        return false
    }

    /// The word of the hex digits in `90` or `0x90`; a single digit stands for a byte.
    private func patternDigits(_ word: Int32) -> Int32? {
        if words[word].isHex {
            return words[word].length % 2 == 0 ? word : words.intern("0" + words.names.string(word))
        }
        let text = words.names.string(word)
        guard text.hasPrefix("0x"), words[word].isInteger else { return nil }
        let digits = String(text.dropFirst(2))
        return words.intern(digits.utf8.count % 2 == 0 ? digits : "0" + digits)
    }

    private func apply(_ open: Directive) {
        let name = open.kind == .align ? ".align" : open.kind == .fill ? ".fill" : ".ptrsize"
        guard let number = open.number else { return diagnostics.error("\(name) needs a number", open.origin) }
        switch open.kind {
        case .align:
            guard number >= 1, number <= 1 << 30 else {
                return diagnostics.error("cannot align to \(number): expected 1…2^30", open.origin)
            }
            align(Int(number), pattern: open.pattern)
        case .fill:
            guard number >= 0, number <= 1 << 40 else {
                return diagnostics.error("cannot fill \(number) bytes", open.origin)
            }
            guard open.pattern < 0 || words[open.pattern].length == 2 else {
                return diagnostics.error(".fill takes one byte to fill with", open.origin)
            }
            beginData()
            let digits = open.pattern < 0 ? [0] : patternBytes(open.pattern, words)
            program.appendSpace(Int(number), fill: digits[0])
        case .pointerSize:
            guard number == 4 || number == 8 else {
                return diagnostics.error("pointers are 4 or 8 bytes, not \(number)", open.origin)
            }
            pointerSize = UInt8(number)
        }
    }

    private func align(_ alignment: Int, pattern: Int32) {
        if isPlaceUndecided { pending.append(.align(alignment, pattern: pattern)) } else { placeAlign(alignment, pattern: pattern) }
    }

    private func placeAlign(_ alignment: Int, pattern: Int32) {
        let chunk = program.chunks[Int(program.currentChunk)]
        program.appendAlign(alignment, pattern: pattern, isCode: !isFlat && chunk.section == .text)
    }

    private func reference(_ word: Int32, _ kind: Program.Reference, _ origin: Origin) {
        let info = words[word]
        guard info.length > 1 else { return diagnostics.error("a reference needs a label", origin) }
        let tail = words.tail(word)
        beginData()
        if let (first, second) = differenceParts(tail) {
            let other = lookUp(second, origin)
            program.appendReference(.difference(size: UInt8(kind.size), other: other), to: lookUp(first, origin), origin)
        } else {
            program.appendReference(kind, to: lookUp(tail, origin), origin)
        }
    }

    /// `A-B` and `A>B`; a label whose name has such a character wins when it is already defined.
    private func differenceParts(_ name: Int32) -> (Int32, Int32)? {
        let text = words.names.bytes(name)
        guard let split = text.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "-") }),
              split > 0, split + 1 < text.count else { return nil }
        if words[name].label >= 0 && program.labels[Int(words[name].label)].isDefined { return nil }
        let first = Array(text[..<split]), second = Array(text[(split + 1)...])
        return (first.withUnsafeBufferPointer { words.intern($0) }, second.withUnsafeBufferPointer { words.intern($0) })
    }

    // MARK: Bytes and instructions

    func number(_ value: Int64, size: Int, _ origin: Origin) {
        finishNibble()
        beginData()
        program.bytes.little(value, size: size)
    }

    func string(_ bytes: [UInt8], _ origin: Origin) {
        finishNibble()
        beginData()
        program.bytes.bytes.append(contentsOf: bytes)
    }

    func instruction(_ i: Instruction, label: Int32, _ origin: Origin) {
        if directive != nil { newline() }
        if nibble != nil { finishNibble() }
        beginCode()
        if i.op == .enter {
            program.frames.enter(size: Int(truncatingIfNeeded: i.imm))
            for label in labelsBeforeInstruction { labelRegions[Int(label)] = 0 }
        }
        if !labelsBeforeInstruction.isEmpty { labelsBeforeInstruction.removeAll(keepingCapacity: true) }
        var i = i
        if label >= 0 { i.symbol = lookUp(label, origin) }
        program.append(i, frame: program.frames.current, origin)
        fallsThrough = !i.op.endsFlow
    }

    func directive(_ directive: ExtDirective, _ origin: Origin) {
        newline()
        finishNibble()
        switch directive {
        case .section(let kind, let alignment, let keep, let name):
            flushPending(isCode: false)
            guard !isFlat else { return align(alignment, pattern: -1) }
            program.beginChunk(kind, alignment: alignment == 0 && kind == .text ? program.machine.functionAlignment : alignment,
                               keep: keep, sectionName: name, isLibrary: isLibrary)
            mode = .explicit
            fallsThrough = false
        case .automatic:
            flushPending(isCode: false)
            mode = isFlat ? mode : .none
            fallsThrough = false
        case .zero(let count):
            beginData()
            program.appendSpace(count, fill: 0)
        case .pointer(let name, let offset):
            beginData()
            program.appendReference(.absolute(size: 8), to: lookUp(name, origin), offset: offset, origin)
        case .weak(let name):
            program.markWeak(program.globalLabel(name))
        case .unit: program.beginFile()
        case .alias(let name, let target, let offset):
            program.defineAlias(program.globalLabel(name), target: lookUp(target, origin), offset: offset, origin)
        case .common(let name, let size, let alignment):
            program.defineCommon(program.globalLabel(name), size: size, alignment: alignment, origin)
        }
    }

    // MARK: Placing by content

    /// Whether the place of a label or an alignment depends on what comes next.
    @inline(__always)
    private var isPlaceUndecided: Bool {
        if isFlat { return false }
        switch mode {
        case .explicit: return false
        case .code: return !fallsThrough
        case .data, .none: return true
        }
    }

    @inline(__always)
    private func beginCode() {
        if mode == .explicit || isFlat { return }
        if mode == .code && pending.isEmpty { return }
        if mode != .code || !fallsThrough && pending.contains(where: beginsFunction) {
            let ends = mode == .data ? placeEndsOfData() : []
            program.beginChunk(.text, alignment: program.machine.functionAlignment, isLibrary: isLibrary)
            mode = .code
            flushPending(isCode: true)
            for end in ends { ambiguousLabels.append((end, program.labels[Int(end)], Int(program.currentChunk), program.bytes.count, program.fixups.count)) }
            return
        }
        flushPending(isCode: true)
    }

    /// Whether a pending label begins a function; labels made by macros and scoped labels lie within one.
    private func beginsFunction(_ item: Pending) -> Bool {
        guard case .label(let label, _) = item else { return false }
        return !program.labels[Int(label)].isLocal && !words[program.labels[Int(label)].name].isFresh
    }

    /// Between data and code, `:text "…" :text_end :function …`: the last label names the code, those before it the end of
    /// the data, unless something calls them; that shows at the end.
    private var ambiguousLabels: [(label: Int32, asData: Program.Label, chunk: Int, byte: Int, fixup: Int)] = []

    private func placeEndsOfData() -> [Int32] {
        guard let last = pending.lastIndex(where: { if case .label = $0 { true } else { false } }) else { return [] }
        var ends: [Int32] = []
        for case .label(let label, let origin) in pending[..<last] {
            place(label, origin)
            ends.append(label)
        }
        pending.removeAll { if case .label(let label, _) = $0 { ends.contains(label) } else { false } }
        return ends
    }

    private func resolveAmbiguousLabels() {
        guard !ambiguousLabels.isEmpty else { return }
        var isCalled = Set<Int32>()
        for fixup in program.fixups where fixup.kind == .instruction {
            switch fixup.instruction.op {
            case .b, .bcc, .bcci, .fbcc, .call, .tail: isCalled.insert(program.resolve(fixup.instruction.symbol).label)
            default: break
            }
        }
        for item in ambiguousLabels {
            guard isCalled.contains(item.label), program.labels[Int(item.label)].chunk == item.asData.chunk else { continue }
            program.labels[Int(item.label)].chunk = Int32(item.chunk)
            program.labels[Int(item.label)].byte = item.byte
            program.labels[Int(item.label)].fixup = item.fixup
        }
    }

    @inline(__always)
    private func beginData() {
        if mode == .explicit || isFlat || mode == .code && fallsThrough { return }
        if mode != .data {
            program.beginChunk(.data, alignment: 8, isLibrary: isLibrary)
            mode = .data
        }
        if !pending.isEmpty { flushPending(isCode: false) }
    }

    private func flushPending(isCode: Bool) {
        guard !pending.isEmpty else { return }
        let waiting = pending
        pending.removeAll(keepingCapacity: true)
        if mode == .none {
            program.beginChunk(isCode ? .text : .data, alignment: 8, isLibrary: isLibrary)
            mode = isCode ? .code : .data
        }
        for item in waiting {
            switch item {
            case .label(let label, let origin): place(label, origin)
            case .align(let alignment, let pattern): placeAlign(alignment, pattern: pattern)
            }
        }
    }

    // MARK: Labels and scopes

    private func defineLabel(_ name: Int32, _ origin: Origin) {
        let label = lookUp(name, origin)
        if isPlaceUndecided { pending.append(.label(label, origin)) } else { place(label, origin) }
    }

    private func place(_ label: Int32, _ origin: Origin) {
        program.define(label, origin)
        while labelRegions.count <= Int(label) { labelRegions.append(0) }
        labelRegions[Int(label)] = program.frames.current
        labelsBeforeInstruction.append(label)
    }

    /// The label that a name means here. In a scope a name with a dot is the innermost scope's own until the
    /// scope ends without defining it; then it is the next outer one's.
    private func lookUp(_ name: Int32, _ origin: Origin) -> Int32 {
        guard !scopes.isEmpty, words[name].first == UInt8(ascii: ".") else { return program.globalLabel(name) }
        let known = words[name].localLabel
        if known >= 0 && Int(localDepth[Int(known)]) == scopes.count { return known }
        return newLocal(name, depth: scopes.count)
    }

    /// For each local label its scope's depth; other labels have 0.
    private var localDepth: [Int32] = []

    private func newLocal(_ name: Int32, depth: Int) -> Int32 {
        let label = program.newLabel(name: name)
        program.labels[Int(label)].isLocal = true
        while localDepth.count <= Int(label) { localDepth.append(0) }
        localDepth[Int(label)] = Int32(depth)
        scopeUndo.append((name, words[name].localLabel))
        words[name].localLabel = label
        return label
    }

    private func closeScope() {
        if !pending.isEmpty && mode == .code { flushPending(isCode: true) }
        let scope = scopes.removeLast()
        let mentioned = scopeUndo[scope.undoStart...]
        scopeUndo.removeSubrange(scope.undoStart...)
        for (name, previous) in mentioned.reversed() {
            let label = words[name].localLabel
            words[name].localLabel = previous
            guard !program.labels[Int(label)].isDefined, !isPending(label) else { continue }
            let outer: Int32
            if scopes.isEmpty {
                outer = program.globalLabel(name)
            } else if previous >= 0 && Int(localDepth[Int(previous)]) == scopes.count {
                outer = previous
            } else {
                outer = newLocal(name, depth: scopes.count)
            }
            program.labels[Int(label)].alias = outer
        }
    }

    private func isPending(_ label: Int32) -> Bool {
        pending.contains { if case .label(let waiting, _) = $0 { waiting == label } else { false } }
    }
}

/// The bytes that a word of hex digits stands for.
func patternBytes(_ word: Int32, _ words: WordTable) -> [UInt8] {
    let digits = words.names.bytes(word).compactMap(hexDigit)
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
