import Support

/// What to make of a link, beside the defaults.
public struct LinkOptions: Sendable {
    public enum Output: Sendable { case elf, bin, m1, hex2, gas }

    public var output = Output.elf
    /// The address of the image's first byte.
    public var base: UInt64 = 0x600000
    /// Where the image is loaded in physical memory, when that differs.
    public var physicalBase: UInt64?
    public var entry = "_start"
    public var sectionAddresses: [SectionKind: UInt64] = [:]
    /// Leaves section headers and symbols out.
    public var strip = false
    public var keepUnused = false
    /// -u: names to be defined from archives, and kept, whether something refers to them or not.
    public var wanted: [String] = []
    /// --require-defined: those of them that must be.
    public var required: [String] = []
    /// --wrap: other files' references to NAME mean __wrap_NAME, and __real_NAME means NAME.
    public var wrapped: [String] = []
    /// --defsym
    public var definitions: [(name: String, value: LabelValue)] = []
    /// -z muldefs: the first of several definitions counts.
    public var allowsMultipleDefinitions = false
    /// --memory: how many bytes of memory lie behind ELF_end; nil: as many as programs of the dialect expect, if they use them.
    public var memory: UInt64?
    /// --lenient: takes macros as other tools do where they are errors here.
    public var isLenient = false
    /// --unresolved-symbols=ignore-all: what is undefined is address 0.
    public var ignoresUndefined = false

    public enum LabelValue: Sendable {
        case address(UInt64)
        case label(String, offset: Int64)
    }

    public init() {}
}

/// Sources and units to a program: catm order, then expansion, assembly, the choice of what stays, layout, output.
public final class Linker {
    public let diagnostics: Diagnostics
    public let options: LinkOptions
    private let target: any Target.Type
    private let words: WordTable
    private let program: Program
    private var sources: [(file: SourceText.File, isLibrary: Bool)] = []
    /// Each with the number of sources that stand before it.
    private var units: [(unit: P1Unit, place: Int)] = []
    private var archives: [Archive] = []
    /// Archives of which all members are linked.
    private var wholeArchives: Set<Int> = []
    /// Library functions that were not expanded, since nothing refers to them.
    private var deferredFunctions: [Int32] = []
    /// A text that describes the finished layout, for --map.
    public var map: String { image?.map() ?? "" }
    private var image: Image?
    /// Shows undefined labels in the sources of the units; each comes with the end of its message, and those that were
    /// shown are returned. The linker itself knows no places in them.
    public var showUndefined: (([String: String]) -> Set<String>)?
    /// Set for --cc-debug.
    public var clock: PhaseClock?

    public init(target: any Target.Type, options: LinkOptions = LinkOptions()) {
        self.target = target
        self.options = options
        // libp1pp and a small program have so many.
        let names = NameTable(room: 2048)
        diagnostics = Diagnostics(names: names)
        words = WordTable(names: names)
        program = Program(target: target, diagnostics: diagnostics, words: words)
        program.allowsMultipleDefinitions = options.allowsMultipleDefinitions
    }

    /// A library's definitions give way to those of other sources.
    public func add(source name: String, bytes: [UInt8], isLibrary: Bool = false) {
        guard let file = diagnostics.source.add(name: name, bytes: bytes) else {
            return diagnostics.error("\(name): the sources are larger than 4 GiB together", Origin())
        }
        sources.append((file, isLibrary))
    }

    public func add(unit: P1Unit) { units.append((unit, sources.count)) }

    /// Links the members of an archive that define an otherwise undefined name, or all of them if `isWhole`.
    /// The bytes must stay where they are until then.
    public func add(archive name: String, bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool = false) {
        var problem = ""
        guard let archive = Archive(name: name, bytes: bytes, problem: &problem) else {
            return diagnostics.error("\(name): \(problem)", Origin())
        }
        if isWhole { wholeArchives.insert(archives.count) }
        archives.append(archive)
    }

    /// The program's bytes; nil if there were errors.
    public func link() -> [UInt8]? {
        // A program that brings its own ELF header is its own layout.
        let isFlat = sources.contains { !$0.isLibrary && contains($0.file.bytes, ":ELF_base", rare: 1) }
        let assembler = Assembler(program: program, isFlat: isFlat)
        let expander = Expander(sink: assembler, words: words, diagnostics: diagnostics, target: target)
        expander.isLenient = options.isLenient
        during("expand and assemble sources") { assembleSources(expander, isFlat: isFlat) }
        if !isFlat, let place = expander.ownP1 {
            diagnostics.error("with a P1 of its own, which ends here, a program's code is bytes, which a link cannot tell from data; "
                + "it needs an ELF header of its own too (ELF_base)", place)
        }
        if !isFlat { referToNamedLabels() }
        if diagnostics.errorCount == 0 && !isFlat { during("take functions of libraries") { expandNeededFunctions(expander) } }
        if !archives.isEmpty && diagnostics.errorCount == 0 { during("take members of archives") { linkNeededMembers(expander) } }
        guard diagnostics.errorCount == 0 else { return nil }
        if isFlat && options.memory != nil {
            diagnostics.error("a source has an ELF header of its own (ELF_base), which says how much memory the program has; leave --memory out", Origin())
            return nil
        }
        if isFlat { return FlatLink(program: program, base: options.base).link() }

        deferredFunctions = expander.deferredFunctions
        addStart()
        program.placeCommons()
        addMemory()
        wrapReferences()
        defineLinkerLabels()
        let live = options.keepUnused ? [Bool](repeating: true, count: program.chunks.count)
            : Reachability(program: program).live(from: ([options.entry] + options.wanted).map { program.globalLabel(words.intern($0)) })
        reportUndefined(live)
        guard diagnostics.errorCount == 0, let entry = entryLabel() else { return nil }
        clock?.begin("lay out and write the image")
        defer { clock?.end() }
        let image = Image(program: program, options: options, sections: sections(live, entry), entry: entry)
        guard diagnostics.errorCount == 0 else { return nil }
        self.image = image
        let bytes: [UInt8]
        switch options.output {
        case .elf: bytes = image.elf()
        case .bin: bytes = image.flatBytes()
        case .m1: bytes = HexListing(image, style: .m1).text()
        case .hex2: bytes = HexListing(image, style: .hex2).text()
        case .gas: bytes = GasListing(image).text()
        }
        return diagnostics.errorCount == 0 ? bytes : nil
    }

    private func during(_ phase: String, _ body: () -> Void) {
        clock?.begin(phase)
        body()
        clock?.end()
    }

    private func assembleSources(_ expander: Expander<Assembler>, isFlat: Bool) {
        // Members of archives follow.
        program.reserve(sourceBytes: max(200_000, sources.reduce(0) { $0 + $1.file.bytes.count }))
        let assembler = expander.sink
        var next = 0
        func assembleUnits(before place: Int) {
            while next < units.count && units[next].place <= place {
                var assembler = UnitAssembler(program: program, unit: units[next].unit)
                assembler.run()
                next += 1
            }
        }
        for (place, source) in sources.enumerated() where !(isFlat && source.isLibrary) {
            // In a flat program what is text stays together.
            if !isFlat { assembleUnits(before: place) }
            if !source.isLibrary { expandDeferredFunctions(before: source.file, expander) }
            assembler.beginFile(isLibrary: source.isLibrary)
            if source.isLibrary { expander.expand(library: source.file) } else { expander.expand(source.file) }
            assembler.endFile()
        }
        expander.finish()
        assembler.finish()
        assembleUnits(before: sources.count)
    }

    /// A source that defines macros may redefine those that library functions call. The libraries precede it, so their deferred
    /// functions are expanded before it is read.
    private func expandDeferredFunctions(before file: SourceText.File, _ expander: Expander<Assembler>) {
        guard contains(file.bytes, "%macro", rare: 3) else { return }
        for name in expander.deferredFunctions { expand(function: name, expander) }
    }

    /// Expands the library functions that are referred to, in the order of the libraries, up to the fixed point.
    private func expandNeededFunctions(_ expander: Expander<Assembler>) {
        if options.entry == "_start" { _ = program.globalLabel(words.intern("p1_main")) }
        var wasAny = true
        while wasAny {
            wasAny = false
            for name in expander.deferredFunctions where options.keepUnused || isUndefined(words[name].label) {
                expand(function: name, expander)
                wasAny = true
            }
        }
        expander.sink.finish()
    }

    private func isUndefined(_ label: Int32) -> Bool { label >= 0 && !program.labels[Int(label)].isDefined }

    private func expand(function name: Int32, _ expander: Expander<Assembler>) {
        expander.sink.beginFile(isLibrary: true, isMember: true)
        expander.expandDeferred(name)
        expander.sink.endFile()
    }

    /// The labels that the command line names: they count as referred to.
    private func referToNamedLabels() {
        for name in options.wanted + options.wrapped.map({ "__wrap_" + $0 }) { _ = program.globalLabel(words.intern(name)) }
        for name in options.wrapped where words[words.intern("__real_" + name)].label >= 0 {
            program.defineAlias(program.globalLabel(words.intern("__real_" + name)), target: program.globalLabel(words.intern(name)),
                                offset: 0, Origin())
        }
        for (name, value) in options.definitions {
            let label = program.globalLabel(words.intern(name))
            switch value {
            case .label(let target, let offset):
                program.defineAlias(label, target: program.globalLabel(words.intern(target)), offset: offset, Origin())
            case .address(let address):
                program.labels[Int(label)].isLinkerDefined = true
                program.absoluteAddresses[label] = address
            }
        }
    }

    /// --wrap. A file that defines the name means its own definition.
    private func wrapReferences() {
        for name in options.wrapped {
            let label = program.globalLabel(words.intern(name))
            let real = words[words.intern("__real_" + name)].label
            if real >= 0 && !program.labels[Int(real)].isDefined { program.defineAlias(real, target: label, offset: 0, Origin()) }
            let wrapper = program.globalLabel(words.intern("__wrap_" + name))
            let home = program.labels[Int(label)].isDefined ? program.labels[Int(label)].file : -1
            for chunk in program.chunks where chunk.file != home {
                for index in chunk.fixupStart..<chunk.fixupEnd where program.fixups[index].instruction.symbol == label {
                    program.fixups[index].instruction.symbol = wrapper
                }
            }
        }
    }

    /// Links members until no archive defines an undefined name.
    private func linkNeededMembers(_ expander: Expander<Assembler>) {
        let definitions = ArchiveDefinitions(archives)
        var isTaken: Set<ArchiveDefinitions.Member> = []
        for index in wholeArchives.sorted() {
            archives[index].forEachMember { offset in
                let member = ArchiveDefinitions.Member(archive: Int32(index), offset: offset)
                if isTaken.insert(member).inserted { link(member, expander) }
            }
        }
        var index = 0
        while index < program.labels.count {
            let label = program.labels[index]
            index += 1
            guard label.name >= 0, !label.isDefined, !label.isLocal else { continue }
            if expander.isDeferred(label.name) {
                expand(function: label.name, expander)
                continue
            }
            guard let found = definitions.member(defining: words.names.bytes(label.name)) else { continue }
            if isTaken.insert(definitions.members[found]).inserted { link(definitions.members[found], expander) }
        }
        expander.sink.finish()
    }

    private func link(_ taken: ArchiveDefinitions.Member, _ expander: Expander<Assembler>) {
        let archive = archives[Int(taken.archive)]
        guard let member = archive.member(at: Int(taken.offset)) else {
            return diagnostics.error("\(archive.name): \(Archive.noHeader(at: Int(taken.offset)))", Origin())
        }
        let text = Array(UnsafeBufferPointer(rebasing: archive.bytes[member.bytes]))
        guard let file = diagnostics.source.add(name: "\(archive.name)(\(member.name))", bytes: text) else {
            return diagnostics.error("the sources are larger than 4 GiB together", Origin())
        }
        expandDeferredFunctions(before: file, expander)
        expander.sink.beginFile(isLibrary: false, isMember: true)
        expander.expand(file)
        expander.sink.endFile()
    }

    /// The program's first instructions, unless a source has its own.
    private func addStart() {
        let start = program.globalLabel(words.intern("_start"))
        guard options.entry == "_start", !program.labels[Int(start)].isDefined else { return }
        program.beginChunk(.text, alignment: program.machine.functionAlignment)
        program.define(start, Origin())
        let main = program.globalLabel(words.intern("p1_main"))
        for item in target.startCode(main: main) {
            switch item {
            case .bytes(let bytes): program.bytes.bytes.append(contentsOf: bytes)
            case .instruction(let i): program.append(i, frame: 0, Origin())
            }
        }
        program.endChunk()
    }

    /// The memory that programs of the dialect expect behind ELF_end. Untouched pages cost nothing.
    private static let usualMemory: UInt64 = 512 << 20

    /// Reserves the memory behind ELF_end as the last chunk, if something refers to it or it was asked for.
    private func addMemory() {
        let label = program.globalLabel(words.intern("ELF_end"))
        // Where a source defines ELF_end it can only mean the end of its own bytes, which are spread now.
        program.labels[Int(label)].chunk = -1
        let size = options.memory ?? Linker.usualMemory
        let isUsed = options.memory != nil || !options.keepUnused
            || program.fixups.contains { $0.kind != .align && $0.instruction.symbol == label }
        guard size > 0 && isUsed else { return }
        program.beginChunk(.bss, alignment: 16, keep: options.memory != nil)
        program.define(label, Origin())
        program.appendSpace(Int(size), fill: 0)
        program.endChunk()
    }

    private func entryLabel() -> Int32? {
        let label = program.globalLabel(words.intern(options.entry))
        guard program.resolve(label).label == label ? program.labels[Int(label)].chunk >= 0 : true else {
            diagnostics.error("the entry '\(options.entry)' is not defined", Origin())
            return nil
        }
        return label
    }

    /// Labels that a program may use and that only the layout can place.
    private func defineLinkerLabels() {
        for name in Image.linkerLabels {
            let label = Int(program.globalLabel(words.intern(name)))
            if !program.labels[label].isDefined { program.labels[label].isLinkerDefined = true }
        }
        for index in program.labels.indices where program.labels[index].name >= 0 && !program.labels[index].isDefined {
            let name = words.names.string(program.labels[index].name)
            if name.hasPrefix("__start_") || name.hasPrefix("__stop_") { program.labels[index].isLinkerDefined = true }
        }
    }

    /// Reports each undefined label once, at its first reference, with up to three more as notes. Unreachable chunks may refer to
    /// undefined global labels: headers and libraries are full of unused functions.
    private func reportUndefined(_ live: [Bool]) {
        var references: [Int32: [(Origin, chunk: Int32)]] = [:]
        var order: [Int32] = []
        func check(_ label: Int32, _ origin: Origin, _ chunk: Int) {
            let label = program.resolve(label).label
            guard !program.labels[Int(label)].isDefined, !program.isWeak(label, in: program.chunks[chunk].file) else { return }
            if !live[chunk] && !program.labels[Int(label)].isLocal { return }
            if references[label] == nil { order.append(label) }
            references[label, default: []].append((origin, Int32(chunk)))
        }
        for (index, chunk) in program.chunks.enumerated() where !chunk.isLibrary && !options.ignoresUndefined {
            for f in chunk.fixupStart..<chunk.fixupEnd {
                let fixup = program.fixups[f]
                if fixup.kind == .reference {
                    check(fixup.instruction.symbol, fixup.origin, index)
                    if case .difference(_, let other) = fixup.reference { check(other, fixup.origin, index) }
                } else if fixup.kind == .instruction && fixup.instruction.op.refersToSymbol {
                    check(fixup.instruction.symbol, fixup.origin, index)
                }
            }
        }
        for name in options.required where !program.labels[Int(program.globalLabel(words.intern(name)))].isDefined {
            diagnostics.error("nothing defines '\(name)', which --require-defined names", Origin())
        }
        guard !order.isEmpty else { return }
        let defined = program.labels.filter { $0.isDefined && $0.name >= 0 }.map { words.names.string($0.name) }
            + deferredFunctions.map { words.names.string($0) }
        func name(_ label: Int32) -> String {
            program.labels[Int(label)].name >= 0 ? words.names.string(program.labels[Int(label)].name) : "a local label"
        }
        func user(_ chunk: Int32) -> String {
            let first = program.chunks[Int(chunk)].firstLabel
            return first >= 0 ? " (in '\(name(first))')" : ""
        }
        var hints: [String: String] = [:]
        for label in order { hints[name(label)] = Similarity.closest(to: name(label), among: defined).map { "; did you mean '\($0)'?" } ?? "" }
        let inUnits = Set(order.filter { references[$0]![0].0.position == 0 }.map(name))
        let shown = inUnits.isEmpty ? [] : showUndefined?(hints.filter { inUnits.contains($0.key) }) ?? []
        for label in order {
            let uses = references[label]!, name = name(label)
            if shown.contains(name) {
                diagnostics.countError()
                continue
            }
            let isStart = uses[0].0.position == 0 && name == "p1_main"
            diagnostics.error(isStart ? "no source defines p1_main, where a program begins"
                              : "undefined label '\(name)'\(user(uses[0].chunk))\(hints[name]!)", uses[0].0,
                              notes: uses.dropFirst().prefix(3).map { ("also referred to here" + user($0.chunk), $0.0) })
        }
    }

    /// Groups the live chunks by section, named sections behind the plain one. Where the address of the code was chosen the image
    /// begins with the entry, since loaders of flat images jump to the first byte.
    private func sections(_ live: [Bool], _ entry: Int32) -> [Layout.Section] {
        let first = options.sectionAddresses[.text] == nil ? -1 : program.labels[Int(program.resolve(entry).label)].chunk
        var sections: [Layout.Section] = []
        for kind in [SectionKind.note, .text, .rodata, .initArray, .finiArray, .data, .bss] {
            var section = Layout.Section(kind: kind, name: "." + kind.name)
            var named: [(name: Int32, chunks: [Int32])] = []
            for index in program.chunks.indices where live[index] {
                let chunk = program.chunks[index]
                guard placement(of: chunk) == kind else { continue }
                if chunk.sectionName < 0 {
                    section.chunks.append(Int32(index))
                } else if let known = named.firstIndex(where: { $0.name == chunk.sectionName }) {
                    named[known].chunks.append(Int32(index))
                } else {
                    named.append((chunk.sectionName, [Int32(index)]))
                }
            }
            if kind == .initArray || kind == .finiArray {
                // Their names are priorities: the lowest number stands first, and what has none last.
                let groups = named.map { (priority: Int(words.names.string($0.name)) ?? Int.max, chunks: $0.chunks) }
                section.chunks = groups.sorted { $0.priority < $1.priority }.flatMap(\.chunks) + section.chunks
            } else {
                for group in named { section.chunks += group.chunks }
            }
            for group in named { defineBounds(of: group.name, group.chunks) }
            if let place = section.chunks.firstIndex(of: first) { section.chunks.insert(section.chunks.remove(at: place), at: 0) }
            sections.append(section)
        }
        return sections
    }

    /// __start_NAME is where the first chunk of a named section begins, __stop_NAME where the last one ends.
    private func defineBounds(of name: Int32, _ chunks: [Int32]) {
        func define(_ prefix: String, _ chunk: Int32, _ byte: Int, _ fixup: Int) {
            let label = Int(words[words.intern(prefix + words.names.string(name))].label)
            guard label >= 0, program.labels[label].isLinkerDefined else { return }
            program.labels[label].chunk = chunk
            program.labels[label].byte = byte
            program.labels[label].fixup = fixup
        }
        let first = program.chunks[Int(chunks[0])], last = program.chunks[Int(chunks[chunks.count - 1])]
        define("__start_", chunks[0], first.byteStart, first.fixupStart)
        define("__stop_", chunks[chunks.count - 1], last.byteEnd, last.fixupEnd)
    }

    /// Zero-filled data goes to .bss and takes no room in the file.
    private func placement(of chunk: Program.Chunk) -> SectionKind {
        chunk.section == .data && chunk.sectionName < 0 && program.isZero(chunk) ? .bss : chunk.section
    }

    /// Whether a source contains a word; memchr looks for the word's rarest character.
    private func contains(_ source: [UInt8], _ word: StaticString, rare: Int) -> Bool {
        let size = word.utf8CodeUnitCount
        return source.withUnsafeBytes { source in
            guard var place = source.baseAddress, source.count >= size else { return false }
            let last = place + source.count - size
            place += rare
            while place - rare <= last, let found = memchr(place, Int32(word.utf8Start[rare]), last - (place - rare) + 1) {
                if memcmp(found - rare, word.utf8Start, size) == 0 { return true }
                place = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}
