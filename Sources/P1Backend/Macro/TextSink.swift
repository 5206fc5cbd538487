/// The expander's output as hex2++ text, for `minicc m1pp`.
///
/// No addresses are known here, so instructions that refer to labels are written in the target's form for hex2: code that
/// works at any distance, with label references in it. Frame sizes are known only at the end of the source, as in the
/// assembler; until then such instructions are gaps in the text.
final class TextSink: ExpansionSink {
    private let words: Words
    private let target: any Target.Type
    private var out: [UInt8] = []
    private var atLineStart = true
    private var frames = FrameRegions()
    private var gaps: [Gap] = []
    /// Open scopes, innermost last; the first is the whole text.
    private var scopes = [Scope()]
    private let word_scope, word_endscope: Int32
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
    }

    init(words: Words, target: any Target.Type) {
        self.words = words
        self.target = target
        word_scope = words.intern(".scope")
        word_endscope = words.intern(".endscope")
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
                whole += Array(target.hex2Text(gap.instruction, frame: frame, label: words.names.string(gap.label)).utf8)
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
        if words[word].first == UInt8(ascii: ":") {
            let label = words.tail(word)
            scopes[scopeIndex(label)].regions[label] = frames.current
            labelsBeforeInstruction.append(label)
        } else if word == word_scope {
            scopes.append(Scope())
        } else if word == word_endscope && scopes.count > 1 {
            closeScope()
        }
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
            gaps.append(Gap(at: out.count, instruction: i, label: label, frame: frames.current))
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
        case .pointer(let name, let offset):
            line(offset == 0 ? "&\(words.names.string(name)) 00000000"
                 : "&\(words.names.string(name)) 00000000 ; + \(offset)")
        case .weak, .alias: break
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
