/// A program whose sections have their places, and the labels in it. It becomes an ELF file (ELFFile), a flat image (FlatImage)
/// or a map (ImageMap).
struct Image {
    let program: Program
    let options: LinkOptions
    let layout: Layout
    let placement: Placement
    let entry: Int32

    static let linkerLabels = [
        "ELF_base", "ELF_end", "_end", "_etext", "__data_start", "_edata", "__bss_start",
        "__init_array_start", "__init_array_end", "__fini_array_start", "__fini_array_end",
        "end", "etext", "edata", "__executable_start",
    ]

    init(program: Program, options: LinkOptions, sections: [Layout.Section], entry: Int32) {
        self.program = program
        self.options = options
        self.entry = entry
        var final = Placement()
        let names = Image.linkerLabels.map { program.globalLabel(program.words.intern($0)) }
        layout = Layout(program: program, sections: sections) { sections in
            final = Placement(&sections, options, pageSize: program.machine.pageSize)
            return Image.labelAddresses(sections, names, program, options)
        }
        placement = final
        reportOverlaps()
        Image.reportTooLarge(layout.sections.reduce(0) { $1.kind == .bss ? $0 : $0 + $1.size }, program)
    }

    /// The file is built in memory, which takes several times its size, so absurd sizes are refused first.
    static func reportTooLarge(_ size: UInt64, _ program: Program) {
        guard size > 1 << 29 else { return }
        program.diagnostics.error("the program would take \(size) bytes in its file; there is room for 2^29", Origin())
    }

    /// Addresses that were asked for may put one section over another, or over the headers.
    private func reportOverlaps() {
        var taken: [(name: String, start: UInt64, end: UInt64)] = []
        for section in layout.sections where section.size > 0 {
            let end = section.address &+ section.size
            if end < section.address {
                program.diagnostics.error("section \(section.name) at 0x\(hex(section.address)) reaches beyond the last address", Origin())
            }
            for other in taken where section.address < other.end && other.start < end {
                program.diagnostics.error("section \(section.name) at 0x\(hex(section.address)) lies over \(other.name), "
                    + "which ends at 0x\(hex(other.end))", Origin())
            }
            taken.append((section.name, section.address, end))
        }
    }

    private static func labelAddresses(_ sections: [Layout.Section], _ names: [Int32], _ program: Program,
                                       _ options: LinkOptions) -> [Int32: UInt64] {
        func section(_ kind: SectionKind) -> Layout.Section { sections.first { $0.kind == kind }! }
        func end(_ kind: SectionKind) -> UInt64 { section(kind).address &+ section(kind).size }
        let writable = sections.first { $0.size > 0 && Placement.isWritable($0.kind) }
        let values = [
            options.base, end(.bss), end(.bss), end(.text), writable?.address ?? end(.bss), end(.data), section(.bss).address,
            section(.initArray).address, end(.initArray), section(.finiArray).address, end(.finiArray),
            end(.bss), end(.text), end(.data), options.base,
        ]
        return program.absoluteAddresses.merging(zip(names, values)) { asked, _ in asked }
    }

    // MARK: Symbols

    struct Symbol {
        /// A word.
        let name: Int32
        let type: Int
        /// Index into the layout's sections.
        let section: Int
        let address: UInt64
        let size: UInt64
    }

    /// The global labels of the linked chunks, sorted by address.
    func symbols() -> [Symbol] {
        var sectionOfChunk = [Int](repeating: -1, count: program.chunks.count)
        for (index, section) in layout.sections.enumerated() {
            for chunk in section.chunks { sectionOfChunk[Int(chunk)] = index }
        }
        var symbols: [Symbol] = []
        symbols.reserveCapacity(program.labels.count)
        for (index, label) in program.labels.enumerated() where label.name >= 0 && !label.isLocal {
            guard !program.words[label.name].isFresh, let address = layout.address(Int32(index)) else { continue }
            let chunk = program.labels[Int(program.resolve(Int32(index)).label)].chunk
            guard chunk >= 0, sectionOfChunk[Int(chunk)] >= 0 else { continue }
            let start = layout.address(ofChunk: chunk), size = UInt64(layout.size(ofChunk: chunk))
            let isText = layout.sections[sectionOfChunk[Int(chunk)]].kind == .text
            let isWhole = address == start
            let type = !isWhole ? ELF.SymbolType.none : isText ? ELF.SymbolType.function : ELF.SymbolType.object
            symbols.append(Symbol(name: label.name, type: type, section: sectionOfChunk[Int(chunk)],
                                  address: address, size: isWhole ? size : 0))
        }
        let names = program.words.names
        symbols.sort {
            $0.address < $1.address || $0.address == $1.address && names.bytes($0.name).lexicographicallyPrecedes(names.bytes($1.name))
        }
        return symbols
    }

    /// Labels that have a place in the file, by their offset there.
    func fileLabels() -> [(offset: Int, name: String)] {
        var labels: [(offset: Int, name: String)] = []
        for symbol in symbols() where layout.sections[symbol.section].kind != .bss {
            let offset = placement.offsets[symbol.section] + Int(symbol.address - layout.sections[symbol.section].address)
            labels.append((offset, program.words.names.string(symbol.name)))
        }
        labels.sort { $0.offset < $1.offset || $0.offset == $1.offset && $0.name < $1.name }
        return labels
    }
}
