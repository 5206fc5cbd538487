/// The expander's output as hex2++ text, for `minicc m1pp`.
///
/// No addresses are known here, so instructions that refer to labels are written in the target's form for hex2: code that
/// works at any distance, with label references in it. Frame sizes are known only at the end of the source, as in the
/// assembler; until then such instructions are gaps in the text. What hex2++ has no words for is an error.
final class TextSink: ExpansionSink {
    private let words: Words
    private let diagnostics: Diagnostics
    private let target: any Target.Type
    private var out: [UInt8] = []
    private var atLineStart = true
    private var frames = FrameRegions()
    private var gaps: [Gap] = []
    /// Open scopes, innermost last; the first is the whole text.
    private var scopes = [Scope()]
    private let word_scope, word_endscope, word_ptrsize: Int32
    /// What the last .ptrsize of the source said; the next word says it.
    private var pointerSize = 4
    private var awaitsPointerSize = false
    private var labelsBeforeInstruction: [Int32] = []

    private struct Scope {
        /// The frame region behind each label, by its word.
        var regions: [Int32: Int32] = [:]
        var branches: [(label: Int32, frame: Int32)] = []
    }

    private struct Gap {
        let at: Int
        let instruction: Instruction
        let label: Int32
        let frame: Int32
        let pointerSize: Int
    }

    init(words: Words, diagnostics: Diagnostics, target: any Target.Type) {
        self.words = words
        self.diagnostics = diagnostics
        self.target = target
        word_scope = words.intern(".scope")
        word_endscope = words.intern(".endscope")
        word_ptrsize = words.intern(".ptrsize")
    }

    func text() -> [UInt8] {
        while scopes.count > 1 { closeScope() }
        for branch in scopes[0].branches { frames.join(branch.frame, scopes[0].regions[branch.label] ?? 0) }
        var whole: [UInt8] = []
        whole.reserveCapacity(out.count + gaps.count * 24)
        var done = 0
        for gap in gaps {
            whole += out[done..<gap.at]
            done = gap.at
            let frame = frames.size(gap.frame)
            if gap.label >= 0 {
                let text = target.hex2Text(gap.instruction, frame: frame, label: words.names.string(gap.label))
                // An instruction's references have 4 bytes, whatever those of the source around it have.
                whole += Array((gap.pointerSize == 4 ? text : ".ptrsize 4 \(text) .ptrsize \(gap.pointerSize)").utf8)
            } else {
                var bytes = ByteBuffer()
                var instruction = gap.instruction
                if instruction.op == .enter { instruction.imm = Int64(frame) }
                target.encode(instruction, frame: frame, into: &bytes)
                whole += digits(bytes.bytes)
            }
        }
        return whole + out[done...]
    }

    private func digits(_ bytes: [UInt8]) -> [UInt8] {
        let table = Array("0123456789ABCDEF".utf8)
        return bytes.flatMap { [table[Int($0 >> 4)], table[Int($0 & 15)]] }
    }

    private func space() {
        if !atLineStart { out.append(UInt8(ascii: " ")) }
        atLineStart = false
    }

    func word(_ word: Int32, _ origin: Origin) {
        space()
        out.append(contentsOf: words.names.bytes(word))
        if awaitsPointerSize {
            awaitsPointerSize = false
            pointerSize = words[word].first == UInt8(ascii: "8") ? 8 : 4
        } else if word == word_ptrsize {
            awaitsPointerSize = true
        }
        if words[word].first == UInt8(ascii: ":") {
            noteLabel(words.tail(word))
        } else if word == word_scope {
            scopes.append(Scope())
        } else if word == word_endscope && scopes.count > 1 {
            closeScope()
        }
    }

    func label(_ name: Int32, _ origin: Origin) {
        space()
        out.append(UInt8(ascii: ":"))
        out.append(contentsOf: words.names.bytes(name))
        awaitsPointerSize = false
        noteLabel(name)
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
            gaps.append(Gap(at: out.count, instruction: i, label: label, frame: frames.current, pointerSize: pointerSize))
        } else {
            var bytes = ByteBuffer()
            target.encode(i, frame: 0, into: &bytes)
            out += digits(bytes.bytes)
        }
    }

    func directive(_ directive: ExtDirective, _ origin: Origin) {
        switch directive {
        case .section(_, let alignment, _, _):
            if alignment > 1 { line(".align \(alignment)") }
        case .automatic: break
        case .zero(let count): line(".fill \(count) 00")
        case .pointer(let name, 0):
            line("&\(words.names.string(name))" + (pointerSize == 4 ? " 00000000" : ""))
        case .pointer: diagnostics.error("hex2 text has no addresses with an offset; only a link can place this %ptr8", origin)
        case .weak: diagnostics.error("hex2 text has no weak labels; only a link knows %weak", origin)
        case .unit: break
        case .alias: diagnostics.error("hex2 text has no labels for other labels; only a link knows %alias", origin)
        case .common(let name, let size, let alignment):
            line(".align \(max(1, alignment))")
            line(":\(words.names.string(name)) .fill \(size) 00")
        }
    }

    private func line(_ text: String) {
        if !atLineStart { newline() }
        out += Array(text.utf8)
        newline()
    }
}
