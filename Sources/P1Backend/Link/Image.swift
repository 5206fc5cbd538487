/// A laid-out program and the files it can become: ELF, a flat image, a map.
///
/// Three segments: headers, notes and code (read, execute); constants (read); data and bss (read, write). In the file they
/// follow each other without gaps; in memory each begins on a page of its own, at the same offset within the page.
/// Where the code's address was asked for, the headers lie outside of the image, and each segment begins with a page of the
/// file as well: then the ELF file and the flat image of a kernel have everything at the same addresses.
struct Image {
    let program: Program
    let options: LinkOptions
    let target: any Target.Type
    private let layout: Layout
    private let entry: Int32
    private var placement: Placement

    static let linkerLabels = [
        "ELF_base", "ELF_end", "_end", "_etext", "__data_start", "_edata", "__bss_start",
        "__init_array_start", "__init_array_end", "__fini_array_start", "__fini_array_end",
        "end", "etext", "edata", "__executable_start",
    ]

    private struct Placement {
        var offsets: [Int] = []
        var fileEnd = 0
        var segments: [Segment] = []
    }

    private struct Segment {
        let type: UInt32
        let flags: UInt32
        let offset: Int
        let address: UInt64
        let fileSize: Int
        let memorySize: UInt64
        let alignment: UInt64
    }

    init(program: Program, options: LinkOptions, target: any Target.Type, sections: [Layout.Section], entry: Int32) {
        self.program = program
        self.options = options
        self.target = target
        self.entry = entry
        var final = Placement()
        let names = Image.linkerLabels.map { program.globalLabel(program.words.intern($0)) }
        layout = Layout(program: program, sections: sections) { sections in
            final = Image.place(&sections, options, target)
            return Image.labelAddresses(sections, names, program, options)
        }
        placement = final
        reportOverlaps()
        Image.reportTooLarge(layout.sections.reduce(0) { $1.kind == .bss ? $0 : $0 + $1.size }, program)
    }

    /// A file is made in memory, several times its size, so what no one can mean is refused before.
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

    // MARK: Placing

    private static func place(_ sections: inout [Layout.Section], _ options: LinkOptions, _ target: any Target.Type) -> Placement {
        var placement = Placement(offsets: [Int](repeating: 0, count: sections.count))
        let hasNote = sections.contains { $0.kind == .note && $0.size > 0 }
        let isFlat = options.output == .bin || options.output == .gas
        let isPaged = isFlat || options.sectionAddresses[.text] != nil
        var offset = isFlat ? 0 : 64 + 56 * (segmentCount(sections) + (hasNote ? 1 : 0) + 1)
        var address = options.base &+ UInt64(offset)
        var group = 0
        var notes: [Segment] = []
        // A segment being collected: where it begins, and how far its file bytes and its memory go.
        var open: (flags: UInt32, offset: Int, address: UInt64)?
        var fileEnd = offset
        func close(_ memoryEnd: UInt64) {
            guard let segment = open else { return }
            placement.segments.append(Segment(type: 1, flags: segment.flags, offset: segment.offset, address: segment.address,
                                              fileSize: max(0, fileEnd - segment.offset), memorySize: memoryEnd &- segment.address,
                                              alignment: target.pageSize))
            open = nil
        }
        for s in sections.indices {
            let flags = segmentFlags(sections[s].kind)
            let wanted = options.sectionAddresses[sections[s].kind]
            if sections[s].size == 0 && wanted == nil {
                sections[s].address = roundUp(address, UInt64(sections[s].alignment))
                placement.offsets[s] = fileEnd
                continue
            }
            let startsSegment = open == nil || open!.flags != flags || wanted != nil
            if let wanted {
                close(address)
                // The file offset must agree with the address within a page.
                if !isFlat { offset = Int(roundUp(UInt64(offset) &+ target.pageSize &- wanted % target.pageSize, target.pageSize) &- (target.pageSize &- wanted % target.pageSize)) }
                address = wanted
                if isFlat && group == 0 { fileEnd = 0 }
            } else if startsSegment && open != nil {
                close(address)
                if isPaged {
                    address = roundUp(address, max(target.pageSize, UInt64(sections[s].alignment)))
                    offset = Int(roundUp(UInt64(offset), target.pageSize))
                } else {
                    offset = Int(roundUp(UInt64(offset), UInt64(max(sections[s].alignment, 16))))
                    let page = target.pageSize
                    address = roundUp(address, page) &+ UInt64(offset) % page
                    if UInt64(sections[s].alignment) > page || address % UInt64(sections[s].alignment) != 0 {
                        address = roundUp(address, UInt64(sections[s].alignment))
                        offset = Int(roundUp(UInt64(offset) &+ page &- address % page, page) &- (page &- address % page))
                    }
                }
            } else {
                let aligned = roundUp(address, UInt64(sections[s].alignment))
                offset += Int(aligned - address)
                address = aligned
            }
            if startsSegment {
                // The first segment holds the headers too, unless its place was chosen.
                let withHeaders = group == 0 && wanted == nil && !isFlat
                open = (flags, withHeaders ? 0 : offset, withHeaders ? options.base : address)
                group += 1
            }
            sections[s].address = address
            placement.offsets[s] = isFlat ? Int(truncatingIfNeeded: address &- flatStart(options, sections)) : offset
            address &+= sections[s].size
            if sections[s].kind != .bss {
                offset += Int(sections[s].size)
                fileEnd = max(fileEnd, placement.offsets[s] + Int(sections[s].size))
            }
            if sections[s].kind == .note {
                notes.append(Segment(type: 4, flags: 4, offset: placement.offsets[s], address: sections[s].address,
                                     fileSize: Int(sections[s].size), memorySize: sections[s].size, alignment: 4))
            }
        }
        close(address)
        placement.fileEnd = fileEnd
        // No stack may be executable.
        placement.segments += notes + [Segment(type: 0x6474_E551, flags: 6, offset: 0, address: 0, fileSize: 0, memorySize: 0, alignment: 16)]
        return placement
    }

    /// The address of a flat image's first byte.
    private static func flatStart(_ options: LinkOptions, _ sections: [Layout.Section]) -> UInt64 {
        let first = sections.first { $0.size > 0 }
        return first.flatMap { options.sectionAddresses[$0.kind] } ?? options.base
    }

    private static func segmentCount(_ sections: [Layout.Section]) -> Int {
        var count = 0
        var last: UInt32 = 0
        for section in sections where section.size > 0 {
            let flags = segmentFlags(section.kind)
            if flags != last { count += 1 }
            last = flags
        }
        return max(count, 1)
    }

    private static func segmentFlags(_ kind: SectionKind) -> UInt32 {
        switch kind {
        case .text, .note: return 5
        case .rodata: return 4
        default: return 6
        }
    }

    private static func labelAddresses(_ sections: [Layout.Section], _ names: [Int32], _ program: Program,
                                       _ options: LinkOptions) -> [Int32: UInt64] {
        func section(_ kind: SectionKind) -> Layout.Section { sections.first { $0.kind == kind }! }
        func end(_ kind: SectionKind) -> UInt64 { section(kind).address &+ section(kind).size }
        let writable = sections.first { $0.size > 0 && segmentFlags($0.kind) & 2 != 0 }
        let values = [
            options.base, end(.bss), end(.bss), end(.text), writable?.address ?? end(.bss), end(.data), section(.bss).address,
            section(.initArray).address, end(.initArray), section(.finiArray).address, end(.finiArray),
            end(.bss), end(.text), end(.data), options.base,
        ]
        return program.absolutes.merging(zip(names, values)) { asked, _ in asked }
    }

    // MARK: ELF

    func elf() -> [UInt8] {
        var out = ByteBuffer()
        let symbols = options.strip ? [] : symbols()
        header(&out, symbols)
        for (index, section) in layout.sections.enumerated() where section.size > 0 && section.kind != .bss {
            pad(&out, to: placement.offsets[index])
            out.bytes.append(contentsOf: layout.bytes(of: section))
        }
        pad(&out, to: placement.fileEnd)
        if !options.strip { appendSections(&out, symbols) }
        return out.bytes
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

    private func pad(_ out: inout ByteBuffer, to offset: Int) {
        if offset > out.count { out.bytes.append(contentsOf: repeatElement(0, count: offset - out.count)) }
    }

    private func header(_ out: inout ByteBuffer, _ symbols: [Symbol]) {
        let sectionCount = options.strip ? 0 : layout.sections.count { $0.size > 0 } + 4
        out.bytes += [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        out.u16(2)                                   // ET_EXEC
        out.u16(target.elfMachine)
        out.u32(1)
        out.u64(layout.address(entry) ?? 0)
        out.u64(64)
        let fieldAt = out.count
        out.u64(0)                                   // section headers: patched below
        out.u32(target.elfFlags)
        out.u16(64)
        out.u16(56)
        out.u16(UInt16(placement.segments.count))
        out.u16(64)
        out.u16(UInt16(sectionCount))
        out.u16(sectionCount == 0 ? 0 : UInt16(sectionCount - 1))
        for segment in placement.segments {
            out.u32(segment.type)
            out.u32(segment.flags)
            out.u64(UInt64(segment.offset))
            out.u64(segment.address)
            let isLoaded = segment.type != 0x6474_E551
            out.u64(isLoaded ? physical(segment.address) : 0)
            out.u64(UInt64(segment.fileSize))
            out.u64(segment.memorySize)
            out.u64(segment.alignment)
        }
        guard sectionCount > 0 else { return }
        var place = ByteBuffer()
        place.u64(sectionHeaderOffset(symbols))
        out.bytes.replaceSubrange(fieldAt..<(fieldAt + 8), with: place.bytes)
    }

    private func physical(_ address: UInt64) -> UInt64 {
        options.physicalBase.map { $0 &+ (address &- options.base) } ?? address
    }

    // MARK: Symbols and section headers

    private struct Symbol {
        /// A word.
        let name: Int32
        let type: UInt8
        /// Index into the layout's sections.
        let section: Int
        let address: UInt64
        let size: UInt64
    }

    /// The global labels of what stayed, by address.
    private func symbols() -> [Symbol] {
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
            symbols.append(Symbol(name: label.name, type: isWhole ? (isText ? 2 : 1) : 0, section: sectionOfChunk[Int(chunk)],
                                  address: address, size: isWhole ? size : 0))
        }
        let names = program.words.names
        symbols.sort {
            $0.address < $1.address || $0.address == $1.address && names.bytes($0.name).lexicographicallyPrecedes(names.bytes($1.name))
        }
        return symbols
    }

    private func sectionHeaderOffset(_ symbols: [Symbol]) -> UInt64 {
        let names = symbols.reduce(1) { $0 + program.words.names.bytes($1.name).count + 1 }
        let symbolTable = roundUp(UInt64(placement.fileEnd), 8)
        return roundUp(symbolTable + UInt64(24 * (symbols.count + 1) + names + sectionNameTable().bytes.count), 8)
    }

    private func sectionNameTable() -> (bytes: [UInt8], offsets: [Int]) {
        var bytes: [UInt8] = [0]
        var offsets: [Int] = []
        for name in layout.sections.filter({ $0.size > 0 }).map(\.name) + [".symtab", ".strtab", ".shstrtab"] {
            offsets.append(bytes.count)
            bytes += Array(name.utf8) + [0]
        }
        return (bytes, offsets)
    }

    private func appendSections(_ out: inout ByteBuffer, _ symbols: [Symbol]) {
        let present = layout.sections.indices.filter { layout.sections[$0].size > 0 }
        pad(&out, to: Int(roundUp(UInt64(out.count), 8)))
        let symbolTable = out.count
        var strings: [UInt8] = [0]
        out.bytes += [UInt8](repeating: 0, count: 24)
        for symbol in symbols {
            out.u32(UInt32(strings.count))
            strings.append(contentsOf: program.words.names.bytes(symbol.name))
            strings.append(0)
            out.u8(0x10 | symbol.type)
            out.u8(0)
            out.u16(UInt16(1 + (present.firstIndex(of: symbol.section) ?? 0)))
            out.u64(symbol.address)
            out.u64(symbol.size)
        }
        let stringTable = out.count
        out.bytes += strings
        let nameTable = out.count
        let names = sectionNameTable()
        out.bytes += names.bytes
        pad(&out, to: Int(roundUp(UInt64(out.count), 8)))

        func section(_ name: Int, _ type: UInt32, _ flags: UInt64, _ address: UInt64, _ offset: Int, _ size: UInt64,
                     link: UInt32 = 0, info: UInt32 = 0, alignment: UInt64 = 1, entrySize: UInt64 = 0) {
            out.u32(UInt32(name))
            out.u32(type)
            out.u64(flags)
            out.u64(address)
            out.u64(UInt64(offset))
            out.u64(size)
            out.u32(link)
            out.u32(info)
            out.u64(alignment)
            out.u64(entrySize)
        }
        section(0, 0, 0, 0, 0, 0, alignment: 0)
        for (n, index) in present.enumerated() {
            let s = layout.sections[index]
            let type: UInt32
            let flags: UInt64
            switch s.kind {
            case .text: (type, flags) = (1, 6)
            case .rodata: (type, flags) = (1, 2)
            case .note: (type, flags) = (7, 2)
            case .data: (type, flags) = (1, 3)
            case .bss: (type, flags) = (8, 3)
            case .initArray: (type, flags) = (14, 3)
            case .finiArray: (type, flags) = (15, 3)
            }
            section(names.offsets[n], type, flags, s.address, placement.offsets[index], s.size, alignment: UInt64(s.alignment))
        }
        let n = present.count
        section(names.offsets[n], 2, 0, 0, symbolTable, UInt64(stringTable - symbolTable), link: UInt32(n + 2), info: 1,
                alignment: 8, entrySize: 24)
        section(names.offsets[n + 1], 3, 0, 0, stringTable, UInt64(strings.count))
        section(names.offsets[n + 2], 3, 0, 0, nameTable, UInt64(names.bytes.count))
    }

    // MARK: Flat image and map

    /// Every byte from the first section to the last one that is not bss.
    func flatBytes() -> [UInt8] {
        var out = ByteBuffer()
        for (index, section) in layout.sections.enumerated() where section.size > 0 && section.kind != .bss {
            guard placement.offsets[index] >= out.count else {
                program.diagnostics.error("section \(section.name) at 0x\(hex(section.address)) lies before or over another one", Origin())
                return []
            }
            guard placement.offsets[index] - out.count < 1 << 30 else {
                program.diagnostics.error("section \(section.name) at 0x\(hex(section.address)) is more than 1 GiB away in a flat image", Origin())
                return []
            }
            pad(&out, to: placement.offsets[index])
            out.bytes.append(contentsOf: layout.bytes(of: section))
        }
        return out.bytes
    }

    func map() -> String {
        var text = ""
        var symbols = symbols()[...]
        for (index, section) in layout.sections.enumerated() where section.size > 0 {
            text += "\(hex(section.address, digits: 16)) \(hex(section.size, digits: 8)) \(section.name)\n"
            while let symbol = symbols.first(where: { $0.section == index }), symbols.first?.section == index {
                symbols = symbols.dropFirst()
                text += "\(hex(symbol.address, digits: 16)) \(hex(symbol.size, digits: 8))   \(program.words.names.string(symbol.name))\n"
            }
        }
        return text
    }
}
