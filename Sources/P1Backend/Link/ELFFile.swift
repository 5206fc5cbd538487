/// A program as an ELF file: headers, sections, symbols, and the headers of the sections.
extension Image {
    func elf() -> [UInt8] {
        var out = ByteBuffer()
        let symbols = options.strip ? [] : symbols()
        fileHeader(&out, symbols)
        for segment in placement.segments { segmentHeader(&out, segment) }
        for (index, section) in layout.sections.enumerated() where section.size > 0 && section.kind != .bss {
            out.pad(to: placement.offsets[index])
            out.bytes.append(contentsOf: layout.bytes(of: section))
        }
        out.pad(to: placement.fileEnd)
        if !options.strip { appendSections(&out, symbols) }
        return out.bytes
    }

    /// Sections beside those of the program: the empty first one, symbols, their names, and the sections' names.
    private static var extraSections: Int { 4 }

    private func fileHeader(_ out: inout ByteBuffer, _ symbols: [Symbol]) {
        let sectionCount = options.strip ? 0 : layout.sections.count { $0.size > 0 } + Image.extraSections
        out.bytes += ELF.magic + [ELF.class64, ELF.littleEndian, ELF.currentVersion]
        out.pad(to: ELF.identSize)
        out.u16(ELF.FileType.program)
        out.u16(program.machine.elfMachine)
        out.u32(UInt32(ELF.currentVersion))
        out.u64(layout.address(entry) ?? 0)
        out.u64(UInt64(ELF.headerSize))
        out.u64(sectionCount == 0 ? 0 : sectionHeaderOffset(symbols))
        out.u32(program.machine.elfFlags)
        out.u16(UInt16(ELF.headerSize))
        out.u16(UInt16(ELF.segmentHeaderSize))
        out.u16(UInt16(placement.segments.count))
        out.u16(UInt16(ELF.sectionHeaderSize))
        out.u16(UInt16(sectionCount))
        out.u16(sectionCount == 0 ? 0 : UInt16(sectionCount - 1))
    }

    private func segmentHeader(_ out: inout ByteBuffer, _ segment: Placement.Segment) {
        out.u32(segment.type)
        out.u32(segment.flags)
        out.u64(UInt64(segment.offset))
        out.u64(segment.address)
        out.u64(segment.type == ELF.SegmentType.stack ? 0 : physical(segment.address))
        out.u64(UInt64(segment.fileSize))
        out.u64(segment.memorySize)
        out.u64(segment.alignment)
    }

    private func physical(_ address: UInt64) -> UInt64 {
        options.physicalBase.map { $0 &+ (address &- options.base) } ?? address
    }

    // MARK: Symbols and section headers

    private func sectionHeaderOffset(_ symbols: [Symbol]) -> UInt64 {
        let names = symbols.reduce(1) { $0 + program.words.names.bytes($1.name).count + 1 }
        let symbolTable = roundUp(UInt64(placement.fileEnd), 8)
        return roundUp(symbolTable + UInt64(ELF.symbolSize * (symbols.count + 1) + names + sectionNameTable().bytes.count), 8)
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
        out.pad(to: Int(roundUp(UInt64(out.count), 8)))
        let symbolTable = out.count
        var strings: [UInt8] = [0]
        out.pad(to: out.count + ELF.symbolSize)
        for symbol in symbols {
            out.u32(UInt32(strings.count))
            strings.append(contentsOf: program.words.names.bytes(symbol.name))
            strings.append(0)
            out.u8(UInt8(ELF.SymbolBinding.global << 4 | symbol.type))
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
        out.pad(to: Int(roundUp(UInt64(out.count), 8)))

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
        section(0, ELF.SectionType.null, 0, 0, 0, 0, alignment: 0)
        for (n, index) in present.enumerated() {
            let s = layout.sections[index]
            let (type, flags) = Image.sectionTypeAndFlags(s.kind)
            section(names.offsets[n], type, flags, s.address, placement.offsets[index], s.size, alignment: UInt64(s.alignment))
        }
        let n = present.count
        section(names.offsets[n], ELF.SectionType.symbols, 0, 0, symbolTable, UInt64(stringTable - symbolTable), link: UInt32(n + 2),
                info: 1, alignment: 8, entrySize: UInt64(ELF.symbolSize))
        section(names.offsets[n + 1], ELF.SectionType.strings, 0, 0, stringTable, UInt64(strings.count))
        section(names.offsets[n + 2], ELF.SectionType.strings, 0, 0, nameTable, UInt64(names.bytes.count))
    }

    private static func sectionTypeAndFlags(_ kind: SectionKind) -> (UInt32, UInt64) {
        let loaded = ELF.SectionFlags.loaded, writable = ELF.SectionFlags.loaded | ELF.SectionFlags.write
        switch kind {
        case .text: return (ELF.SectionType.content, loaded | ELF.SectionFlags.execute)
        case .rodata: return (ELF.SectionType.content, loaded)
        case .note: return (ELF.SectionType.note, loaded)
        case .data: return (ELF.SectionType.content, writable)
        case .bss: return (ELF.SectionType.zeros, writable)
        case .initArray: return (ELF.SectionType.initArray, writable)
        case .finiArray: return (ELF.SectionType.finiArray, writable)
        }
    }
}
