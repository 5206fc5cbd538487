/// A program being put together: bytes that are final, and between them the places that are not yet,
/// because they depend on where labels will lie. Text and compiled units both end up here.
///
/// A *chunk* is what the linker moves, keeps or drops as a whole: a function, a variable, or a run of
/// hand-written source through which control or addresses may flow. The bytes of all chunks lie one after
/// the other in `bytes`; a fixup takes no room there, its bytes are made when the layout is known.
final class Program {
    let target: any Target.Type
    let machine: TargetDescription
    let diagnostics: Diagnostics
    let words: WordTable

    var bytes = ByteBuffer()
    private(set) var chunks: [Chunk] = []
    var fixups: [Fixup] = []
    var labels: [Label] = []
    var frames = FrameRegions()
    /// The source, unit or member that is being assembled.
    private(set) var file: Int32 = 0
    /// The weak names of each file: its definition yields to those of others, and its references may stay undefined.
    private var weakMarks: Set<WeakMark> = []
    /// Addresses that the command line gave to labels.
    var absoluteAddresses: [Int32: UInt64] = [:]
    /// The order of bytes in references; instructions have that of their machine.
    var isBigEndian = false
    /// Of several definitions of a label the first counts, without an error.
    var allowsMultipleDefinitions = false

    init(target: any Target.Type, diagnostics: Diagnostics, words: WordTable) {
        self.target = target
        machine = target.description
        self.diagnostics = diagnostics
        self.words = words
    }

    /// Reserves buffers for a source of this size, since every growth copies them. Untouched memory costs nothing.
    func reserve(sourceBytes: Int) {
        bytes.bytes.reserveCapacity(sourceBytes / 6)
        fixups.reserveCapacity(sourceBytes / 40)
        labels.reserveCapacity(sourceBytes / 60)
    }

    private struct WeakMark: Hashable {
        let file: Int32
        let label: Int32
    }

    struct Chunk {
        var section: SectionKind
        var file: Int32
        /// attribute((section)) name, a word, or -1.
        var sectionName: Int32 = -1
        var alignment: Int
        var keep: Bool
        /// From a library file: its definitions give way to others.
        var isLibrary: Bool
        var byteStart = 0
        var byteEnd = 0
        var fixupStart = 0
        var fixupEnd = 0
        /// The first global label in it, for messages; -1 if none.
        var firstLabel: Int32 = -1
    }

    struct Label {
        /// The word of its name, or -1 for a function's local label.
        var name: Int32
        /// -1 while undefined.
        var chunk: Int32 = -1
        var byte = 0
        /// Fixups with smaller numbers lie before the label.
        var fixup = 0
        var origin = Origin()
        var isLocal = false
        /// The definition gives way to others.
        var isWeak = false
        /// The file of the definition.
        var file: Int32 = -1
        /// A local label whose definition stands in an outer scope, or an alias: the label meant, else -1.
        var alias: Int32 = -1
        var aliasOffset: Int64 = 0
        /// A tentative definition: its size, or -1, and alignment.
        var commonSize = -1
        var commonAlignment = 1
        /// A position that only the layout knows, such as the end of the image.
        var isLinkerDefined = false

        var isDefined: Bool { chunk >= 0 || alias >= 0 || commonSize >= 0 || isLinkerDefined }
    }

    struct Fixup {
        enum Kind: UInt8 {
            case instruction   // refers to a label, or depends on a frame size not yet known
            case reference     // data: an address or a difference
            case align         // imm = alignment, a power of two or not
            case space         // imm = number of bytes, all `fill`
        }
        var instruction: Instruction
        var byte: Int
        var origin: Origin
        var frame: Int32
        var kind: Kind
        var form: UInt8 = 0
        /// For .reference.
        var reference = Reference.absolute(size: 8)
        var fill: UInt8 = 0
        /// For .align: the pattern repeated, a word of hex digits, or -1 for zeros (in code: the machine's filler).
        var pattern: Int32 = -1
        var isCode = false
        var size = 0
    }

    /// What a data reference writes: target − 0, target − the address behind it, or target − other label.
    enum Reference: Equatable {
        case absolute(size: UInt8)
        case relative(size: UInt8)
        case difference(size: UInt8, other: Int32)

        var size: Int {
            switch self {
            case .absolute(let size), .relative(let size), .difference(let size, _): return Int(size)
            }
        }
    }

    func beginFile() { file += 1 }

    // MARK: Chunks

    func beginChunk(_ section: SectionKind, alignment: Int, keep: Bool = false, sectionName: Int32 = -1,
                    isLibrary: Bool = false) {
        endChunk()
        var chunk = Chunk(section: section, file: file, alignment: max(1, alignment), keep: keep, isLibrary: isLibrary)
        chunk.sectionName = sectionName
        chunk.byteStart = bytes.count
        chunk.fixupStart = fixups.count
        chunks.append(chunk)
    }

    func endChunk() {
        guard !chunks.isEmpty else { return }
        chunks[chunks.count - 1].byteEnd = bytes.count
        chunks[chunks.count - 1].fixupEnd = fixups.count
    }

    var currentChunk: Int32 { Int32(chunks.count) - 1 }

    // MARK: Labels

    func newLabel(name: Int32) -> Int32 {
        labels.append(Label(name: name))
        return Int32(labels.count) - 1
    }

    /// The label that a name means outside all scopes.
    func globalLabel(_ name: Int32) -> Int32 {
        let known = words[name].label
        if known >= 0 { return known }
        let label = newLabel(name: name)
        words[name].label = label
        return label
    }

    func markWeak(_ label: Int32) {
        weakMarks.insert(WeakMark(file: file, label: label))
        if labels[Int(label)].isDefined && labels[Int(label)].file == file { labels[Int(label)].isWeak = true }
    }

    func isWeak(_ label: Int32, in file: Int32) -> Bool { weakMarks.contains(WeakMark(file: file, label: label)) }

    private func isMarkedWeak(_ label: Int32) -> Bool {
        !weakMarks.isEmpty && labels[Int(label)].name >= 0 && isWeak(label, in: file)
    }

    /// Defines a label at the current place of the current chunk.
    func define(_ label: Int32, _ origin: Origin) {
        let chunk = currentChunk
        let isWeak = isMarkedWeak(label)
        guard mayDefine(label, isLibrary: chunks[Int(chunk)].isLibrary, isWeak: isWeak, origin) else { return }
        labels[Int(label)].isWeak = isWeak
        labels[Int(label)].file = file
        labels[Int(label)].chunk = chunk
        labels[Int(label)].byte = bytes.count
        labels[Int(label)].fixup = fixups.count
        labels[Int(label)].origin = origin
        labels[Int(label)].alias = -1
        labels[Int(label)].commonSize = -1
        labels[Int(label)].isLinkerDefined = false
        if chunks[Int(chunk)].firstLabel < 0 && !labels[Int(label)].isLocal { chunks[Int(chunk)].firstLabel = label }
    }

    /// Whether a definition counts that comes behind another. A library's gives way to those of other sources, and a weak one
    /// to the one that is there; else the later one is an error that names both places, unless the first is weak or tentative.
    private func mayDefine(_ label: Int32, isLibrary: Bool, isWeak: Bool, _ origin: Origin) -> Bool {
        let old = labels[Int(label)]
        guard old.isDefined && !old.isLinkerDefined else { return true }
        let oldIsLibrary = old.chunk >= 0 && chunks[Int(old.chunk)].isLibrary
        if isLibrary != oldIsLibrary { return !isLibrary }
        if isWeak || allowsMultipleDefinitions { return false }
        if old.commonSize >= 0 || old.isWeak { return true }
        diagnostics.error("label '\(words.names.string(old.name))' is defined twice", origin,
                          notes: [("the first definition is here", old.origin)])
        return false
    }

    /// Follows aliases to the label that has a place; the offsets of the aliases add up.
    func resolve(_ label: Int32) -> (label: Int32, offset: Int64) {
        var label = label
        var offset: Int64 = 0
        var steps = 0
        while labels[Int(label)].alias >= 0 && steps <= labels.count {
            offset &+= labels[Int(label)].aliasOffset
            label = labels[Int(label)].alias
            steps += 1
        }
        return (label, offset)
    }

    // MARK: Content

    /// An instruction whose frame is not known yet (text: enter may still be joined with another), by region.
    @inline(__always)
    func append(_ i: Instruction, frame: Int32, _ origin: Origin) {
        if let misfit = i.misfit { refuse(i, misfit, origin) }
        if i.op.refersToSymbol || i.op.dependsOnFrame {
            fixups.append(Fixup(instruction: i, byte: bytes.count, origin: origin, frame: frame, kind: .instruction, isCode: true))
        } else {
            target.encode(i, frame: 0, into: &bytes)
        }
    }

    /// Operands that no machine can encode. The readers of text refuse them earlier, with a place.
    private func refuse(_ i: Instruction, _ misfit: String, _ origin: Origin) {
        let text = i.text { labels[Int($0)].name < 0 ? "a local label" : words.names.string(labels[Int($0)].name) }
        diagnostics.error("internal error: '\(text)': \(misfit)", origin)
    }

    func appendReference(_ reference: Reference, to label: Int32, offset: Int64 = 0, _ origin: Origin) {
        var fixup = Fixup(instruction: Instruction(.label, imm: offset, symbol: label), byte: bytes.count, origin: origin,
                          frame: 0, kind: .reference)
        fixup.reference = reference
        fixup.size = reference.size
        fixups.append(fixup)
    }

    func appendAlign(_ alignment: Int, pattern: Int32 = -1, isCode: Bool = false) {
        guard alignment > 1 else { return }
        var fixup = Fixup(instruction: Instruction(.label, imm: Int64(alignment)), byte: bytes.count, origin: Origin(),
                          frame: 0, kind: .align)
        fixup.pattern = pattern
        fixup.isCode = isCode
        fixups.append(fixup)
    }

    func appendSpace(_ count: Int, fill: UInt8) {
        if count <= 64 && fill != 0 || count <= 16 {
            for _ in 0..<count { bytes.u8(fill) }
            return
        }
        var fixup = Fixup(instruction: Instruction(.label, imm: Int64(count)), byte: bytes.count, origin: Origin(),
                          frame: 0, kind: .space)
        fixup.fill = fill
        fixup.size = count
        fixups.append(fixup)
    }

    /// Whether nothing in the chunk has a content other than zeros.
    func isZero(_ chunk: Chunk) -> Bool {
        for i in chunk.fixupStart..<chunk.fixupEnd {
            switch fixups[i].kind {
            case .space where fixups[i].fill == 0: continue
            case .align where fixups[i].pattern < 0 && !fixups[i].isCode: continue
            default: return false
            }
        }
        for byte in bytes.bytes[chunk.byteStart..<chunk.byteEnd] where byte != 0 { return false }
        return chunk.byteEnd > chunk.byteStart || chunk.fixupEnd > chunk.fixupStart
    }
}

extension Operation {
    /// Whether the bytes depend on the size of the frame the instruction stands in.
    @inline(__always)
    var dependsOnFrame: Bool {
        switch self {
        case .enter, .eret, .ldarg, .tail, .tailr: return true
        default: return false
        }
    }
}

// MARK: Aliases and tentative definitions

extension Program {
    func defineAlias(_ label: Int32, target: Int32, offset: Int64, _ origin: Origin) {
        let isWeak = isMarkedWeak(label)
        guard mayDefine(label, isLibrary: false, isWeak: isWeak, origin) else { return }
        if resolve(target).label == label {
            diagnostics.error("'\(words.names.string(labels[Int(label)].name))' is an alias of itself", origin)
            return
        }
        labels[Int(label)].isWeak = isWeak
        labels[Int(label)].file = file
        labels[Int(label)].chunk = -1
        labels[Int(label)].commonSize = -1
        labels[Int(label)].alias = target
        labels[Int(label)].aliasOffset = offset
        labels[Int(label)].origin = origin
    }

    /// Of several tentative definitions the largest counts; a real one replaces them all.
    func defineCommon(_ label: Int32, size: Int, alignment: Int, _ origin: Origin) {
        if labels[Int(label)].isWeak && !isMarkedWeak(label) {
            labels[Int(label)].chunk = -1
            labels[Int(label)].alias = -1
            labels[Int(label)].isWeak = false
        }
        let old = labels[Int(label)]
        guard old.chunk < 0 && old.alias < 0 else { return }
        labels[Int(label)].file = file
        labels[Int(label)].commonSize = max(old.commonSize, size)
        labels[Int(label)].commonAlignment = max(old.commonAlignment, alignment, 1)
        if old.commonSize < 0 { labels[Int(label)].origin = origin }
    }

    /// Allocates storage for tentative definitions that no real definition replaced.
    func placeCommons() {
        for index in labels.indices where labels[index].commonSize >= 0 {
            let label = labels[index]
            beginChunk(.bss, alignment: label.commonAlignment)
            labels[index].commonSize = -1
            define(Int32(index), label.origin)
            appendSpace(max(label.commonSize, 1), fill: 0)
            endChunk()
        }
    }
}
