/// The expander's output as hex2++ text, for `minicc m1pp`.
///
/// No addresses are known here, so instructions that refer to labels are written in the target's form for hex2: code that
/// works at any distance, with label references in it. Frame sizes are known only at the end of the source, as in the
/// assembler; until then such instructions are gaps in the text. What hex2++ has no words for is an error.
///
/// hex2++ has no addresses with an offset, no other names and no weak labels. They are said with labels, at the end, when
/// all definitions are known (TextPlaces).
final class TextSink: ExpansionSink {
    let words: WordTable
    let diagnostics: Diagnostics
    private let target: any Target.Type
    private(set) var out: [UInt8] = []
    private var atLineStart = true
    private var frames = FrameRegions()
    private(set) var gaps: [Gap] = []
    private(set) var places = TextPlaces()
    /// The gaps of zeros that tentative definitions have; the one before holds the alignment.
    private var commons: [Int32: Int] = [:]
    /// Open scopes, innermost last; the first is the whole text.
    private var scopes = [Scope()]
    private let scopeWord, endscopeWord, pointerSizeWord: Int32
    /// What the last .ptrsize of the source said; the next word says it.
    private var pointerSize = 4
    private var awaitsPointerSize = false
    private var labelsBeforeInstruction: [Int32] = []

    private struct Scope {
        /// The frame region behind each label, by its word.
        var regions: [Int32: Int32] = [:]
        var branches: [(label: Int32, frame: Int32)] = []
    }

    struct Gap {
        /// Stands before what is at this place of the text.
        let at: Int
        var content: Content

        /// Of several tentative definitions the largest one wins.
        mutating func raise(size: Int, alignment: Int) {
            switch content {
            case .zeros(let old): content = .zeros(max(old, size))
            case .align(let old): content = .align(max(old, alignment))
            default: break
            }
        }
    }

    enum Content {
        case instruction(Instruction, label: Int32, frame: Int32, pointerSize: Int)
        case zeros(Int)
        case align(Int)
        case text(String)
        /// In place of so many characters.
        case nothing(Int)
    }

    init(words: WordTable, diagnostics: Diagnostics, target: any Target.Type) {
        self.words = words
        self.diagnostics = diagnostics
        self.target = target
        scopeWord = words.intern(".scope")
        endscopeWord = words.intern(".endscope")
        pointerSizeWord = words.intern(".ptrsize")
    }

    func text() -> [UInt8] {
        while scopes.count > 1 { closeScope() }
        for branch in scopes[0].branches { frames.join(branch.frame, scopes[0].regions[branch.label] ?? 0) }
        gaps = placeLabels()
        var whole: [UInt8] = []
        whole.reserveCapacity(out.count + gaps.count * 24)
        var done = 0
        for gap in gaps {
            whole += out[done..<gap.at]
            done = gap.at
            switch gap.content {
            case .instruction(let i, let label, let region, let pointerSize):
                whole += instructionText(i, label, frames.size(region), pointerSize)
            case .align(let alignment): whole += Array(".align \(alignment)".utf8)
            case .zeros(let count): whole += Array(".fill \(count) 00".utf8)
            case .text(let text): whole += Array(text.utf8)
            case .nothing(let count): done += count
            }
        }
        return whole + out[done...]
    }

    private func instructionText(_ i: Instruction, _ label: Int32, _ frame: Int, _ pointerSize: Int) -> [UInt8] {
        if label >= 0 {
            let text = target.hex2Text(i, frame: frame, label: words.names.string(label))
            // An instruction's references have 4 bytes, whatever those of the source around it have.
            return Array((pointerSize == 4 ? text : ".ptrsize 4 \(text) .ptrsize \(pointerSize)").utf8)
        }
        var bytes = ByteBuffer()
        var instruction = i
        if instruction.op == .enter { instruction.imm = Int64(frame) }
        target.encode(instruction, frame: frame, into: &bytes)
        return digits(bytes.bytes)
    }

    private func digits(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { [upperHexDigits[Int($0 >> 4)], upperHexDigits[Int($0 & 15)]] }
    }

    private func space() {
        if !atLineStart { out.append(UInt8(ascii: " ")) }
        atLineStart = false
    }

    func word(_ word: Int32, _ origin: Origin) {
        space()
        if words[word].first == UInt8(ascii: ":") { define(words.tail(word)) }
        out.append(contentsOf: words.names.bytes(word))
        if awaitsPointerSize {
            awaitsPointerSize = false
            pointerSize = words[word].first == UInt8(ascii: "8") ? 8 : 4
        } else if word == pointerSizeWord {
            awaitsPointerSize = true
        }
        if words[word].first == UInt8(ascii: ":") {
            noteLabel(words.tail(word))
        } else if word == scopeWord {
            scopes.append(Scope())
        } else if word == endscopeWord && scopes.count > 1 {
            closeScope()
        }
    }

    func label(_ name: Int32, _ origin: Origin) {
        space()
        define(name)
        out.append(UInt8(ascii: ":"))
        out.append(contentsOf: words.names.bytes(name))
        awaitsPointerSize = false
        noteLabel(name)
    }

    private func define(_ name: Int32) {
        if words[name].first != UInt8(ascii: ".") { places.define(name, at: out.count, pointerSize) }
    }

    private func noteLabel(_ label: Int32) {
        scopes[scopeIndex(label)].regions[label] = frames.current
        labelsBeforeInstruction.append(label)
    }

    private func scopeIndex(_ label: Int32) -> Int { words[label].first == UInt8(ascii: ".") ? scopes.count - 1 : 0 }

    /// Branches to labels that the scope does not define mean those of the scope around it.
    private func closeScope() {
        let scope = scopes.removeLast()
        for branch in scope.branches {
            if let region = scope.regions[branch.label] {
                frames.join(branch.frame, region)
            } else {
                scopes[scopes.count - 1].branches.append(branch)
            }
        }
    }

    func newline() {
        out.append(10)
        atLineStart = true
    }

    func number(_ value: Int64, size: Int, _ origin: Origin) {
        var bytes = ByteBuffer()
        bytes.little(value, size: size)
        space()
        out += digits(bytes.bytes)
    }

    func string(_ bytes: [UInt8], _ origin: Origin) {
        space()
        out += digits(bytes)
    }

    func instruction(_ i: Instruction, label: Int32, _ origin: Origin) {
        if i.op == .enter {
            frames.enter(size: Int(truncatingIfNeeded: i.imm))
            for label in labelsBeforeInstruction { scopes[scopeIndex(label)].regions[label] = 0 }
        }
        labelsBeforeInstruction.removeAll(keepingCapacity: true)
        switch i.op {
        case .b, .bcc, .bcci, .fbcc: scopes[scopeIndex(label)].branches.append((label, frames.current))
        default: break
        }
        space()
        if label >= 0 || i.op.dependsOnFrame {
            gap(.instruction(i, label: label, frame: frames.current, pointerSize: pointerSize))
        } else {
            var bytes = ByteBuffer()
            target.encode(i, frame: 0, into: &bytes)
            out += digits(bytes.bytes)
        }
    }

    func directive(_ directive: ExtDirective, _ origin: Origin) {
        switch directive {
        case .section(let kind, let alignment, _, _):
            if kind.isArray { diagnostics.error("hex2 text has no list of constructors; only a link knows %section(\(kind.name))", origin) }
            // Code may stand behind data of any length.
            let least = max(alignment, kind == .text ? 4 : 1)
            if least > 1 { line(".align \(least)") }
        case .automatic: break
        case .zero(let count):
            if !atLineStart { newline() }
            if count > 0 { gap(.zeros(count)) }
            newline()
        case .pointer(let name, let offset):
            let label = offset == 0 ? words.names.string(name) : places.label(behind: name, offset, words, origin)
            line("&" + label + (pointerSize == 4 ? " 00000000" : ""))
        case .weak(let name): places.markWeak(name, origin)
        case .unit: places.beginUnit()
        case .alias(let name, let target, let offset): places.alias(name, of: target, offset, origin)
        case .common(let name, let size, let alignment):
            if let known = commons[name] {
                gaps[known].raise(size: size, alignment: 1)
                gaps[known - 1].raise(size: 0, alignment: alignment)
                return
            }
            if !atLineStart { newline() }
            gap(.align(max(1, alignment)))
            newline()
            places.define(name, at: out.count, pointerSize, isCommon: true)
            out += Array(":\(words.names.string(name)) ".utf8)
            commons[name] = gaps.count
            gap(.zeros(size))
            newline()
        }
    }

    private func gap(_ content: Content) { gaps.append(Gap(at: out.count, content: content)) }

    private func line(_ text: String) {
        if !atLineStart { newline() }
        out += Array(text.utf8)
        newline()
    }
}
