/// What the expansion of a base text is made of: hex2++ words, which the assembler reads as it reads those of any flat program,
/// and instructions, of which only the labels are assembled. They are four bytes or any multiple of it on two of the machines.
final class BaseStream: ExpansionSink {
    private let program: Program
    private let assembler: Assembler
    private let words: WordTable
    private let diagnostics: Diagnostics
    /// The address behind the last thing, modulo 4, and how much of the program it counts.
    private var phase = 0
    private var countedBytes = 0
    private var countedFixups = 0
    /// Bytes behind an instruction that goes on to them are a machine's own instructions. On amd64 those have any length.
    private var isCode = false
    private let hasAnyLength: Bool
    /// Labels at addresses that are no multiple of 4, as long as no content follows them.
    private var misaligned: [(name: Int32, origin: Origin)] = []
    private var labels: [(name: Int32, origin: Origin)] = []
    private var end: Origin?
    /// Positions from here on are those of the text that is checked.
    var textStart: UInt32 = 0

    init(words: WordTable, diagnostics: Diagnostics, target: any Target.Type) {
        self.words = words
        self.diagnostics = diagnostics
        program = Program(target: target, diagnostics: diagnostics, words: words)
        hasAnyLength = program.machine.padding.count == 1
        assembler = Assembler(program: program, isFlat: true)
        assembler.beginFile(isLibrary: false)
    }

    /// The place in the checked text: that of the outermost call, for what comes from libp1pp's macros.
    private func place(_ origin: Origin) -> Origin {
        var origin = origin
        while origin.position < textStart && origin.expansion != 0 { origin = diagnostics.expansions[Int(origin.expansion)].origin }
        return origin
    }

    func word(_ word: Int32, _ origin: Origin) {
        let origin = place(origin)
        switch words[word].first {
        case UInt8(ascii: ":"):
            assembler.word(word, origin)
            defined(words.tail(word), origin)
        case UInt8(ascii: "."): assembler.word(word, origin)
        default:
            // The operand of .align is no data.
            let (bytes, fixups) = (program.bytes.count, program.fixups.count)
            assembler.word(word, origin)
            if program.bytes.count > bytes || program.fixups.count > fixups && program.fixups.last!.kind != .align { data(origin) }
        }
    }

    func label(_ name: Int32, _ origin: Origin) {
        let origin = place(origin)
        assembler.label(name, origin)
        defined(name, origin)
    }

    func newline() { assembler.newline() }

    func number(_ value: Int64, size: Int, _ origin: Origin) {
        let origin = place(origin)
        data(origin)
        assembler.number(value, size: size, origin)
    }

    func string(_ bytes: [UInt8], _ origin: Origin) {
        let origin = place(origin)
        data(origin)
        assembler.string(bytes, origin)
    }

    func instruction(_ i: Instruction, label: Int32, _ origin: Origin) {
        let origin = place(origin)
        assembler.newline()
        count()
        if phase != 0 && !(isCode && hasAnyLength) {
            diagnostics.error("this instruction stands at an address that is no multiple of 4; expected .align 4 behind the data", origin)
        }
        for (name, origin) in misaligned {
            diagnostics.error("':\(words.names.string(name))' names the padding before the instruction; expected it behind .align", origin)
        }
        data(origin)
        if label >= 0 { assembler.word(reference(to: label), origin) }
        (countedBytes, countedFixups, phase) = (program.bytes.count, program.fixups.count, 0)
        isCode = !i.op.endsFlow
    }

    func directive(_ directive: ExtDirective, _ origin: Origin) {}

    private func reference(to label: Int32) -> Int32 {
        let name = [UInt8(ascii: "&")] + Array(words.names.bytes(label))
        return name.withUnsafeBufferPointer { words.intern($0) }
    }

    private func defined(_ name: Int32, _ origin: Origin) {
        count()
        if phase != 0 && !(isCode && hasAnyLength) { misaligned.append((name, origin)) }
        if words[name].first != UInt8(ascii: ".") { labels.append((name, origin)) }
        if words.names.bytes(name).contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ">") }) {
            diagnostics.error("a label's name ends before - and >, which make differences; expected other characters", origin)
        }
    }

    private func data(_ origin: Origin) {
        misaligned.removeAll(keepingCapacity: true)
        if let place = end {
            diagnostics.error("there is something behind :ELF_end; expected it at the end of the text", origin, notes: [("it is here", place)])
            end = nil
        }
    }

    /// Advances the phase by what was appended since the last call.
    private func count() {
        for fixup in program.fixups[countedFixups...] {
            phase += fixup.byte - countedBytes
            countedBytes = fixup.byte
            if fixup.kind == .align {
                let alignment = Int(truncatingIfNeeded: fixup.instruction.imm)
                if alignment % 4 == 0 { phase = 0 } else if alignment % 2 == 0 { phase += phase % 2 }
            } else {
                phase += fixup.size
            }
        }
        countedFixups = program.fixups.count
        phase = (phase + program.bytes.count - countedBytes) % 4
        countedBytes = program.bytes.count
        if labels.last.map({ words.names.string($0.name) == "ELF_end" }) == true, end == nil, !isWhole {
            isWhole = true
            end = labels.last!.origin
        }
    }

    /// The text is a whole program: every label must be defined in it or in libp1pp.
    private var isWhole = false

    func finish() {
        assembler.endFile()
        assembler.finish()
        count()
        for (name, origin) in labels {
            let name = words.names.string(name)
            if BaseDialect.libraryFunctions.contains(name) {
                diagnostics.error("':\(name)' is libp1pp's, and a program has every label once; expected another name", origin)
            } else if name.hasPrefix("libp1pp__") {
                diagnostics.error("names that begin with libp1pp__ are libp1pp's own; expected another name", origin)
            }
        }
        var seen: Set<Int32> = []
        for fixup in program.fixups where fixup.kind == .reference {
            var mentioned = [fixup.instruction.symbol]
            if case .difference(_, let other) = fixup.reference { mentioned.append(other) }
            for label in mentioned.map({ program.resolve($0).label }) where !program.labels[Int(label)].isDefined && seen.insert(label).inserted {
                checkUndefined(words.names.string(program.labels[Int(label)].name), fixup.origin)
            }
        }
    }

    private func checkUndefined(_ name: String, _ origin: Origin) {
        if BaseDialect.libraryFunctions.contains(name) { return }
        if name.hasPrefix(".") {
            diagnostics.error("no scope around this defines '\(name)'", origin)
        } else if name.hasPrefix("_") && Image.linkerLabels.contains(name) || name.hasPrefix("__start_") || name.hasPrefix("__stop_") {
            diagnostics.error("'\(name)' is made by MiniCC's linker; base P1 has ELF_base and ELF_end only", origin)
        } else if name.hasPrefix("libp1pp__") {
            diagnostics.error("'\(name)' is a name of some libp1pp's own; expected a function that every libp1pp has", origin)
        } else if isWhole {
            if name != "ELF_base" { diagnostics.error("nothing defines '\(name)': neither this text, which has :ELF_end, nor libp1pp", origin) }
        } else if name.hasPrefix("sys_") {
            diagnostics.error("not every libp1pp has '\(name)'; expected its definition, which may be in P1/sys-base.P1pp, in this text", origin)
        }
    }
}
