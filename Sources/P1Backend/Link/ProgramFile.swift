/// An ELF program as the linker writes it, or another's: 64 bits, little-endian, linked.
public struct ProgramFile {
    private let bytes: [UInt8]

    /// Nil if the file is not such a program.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= ELF.headerSize, bytes.starts(with: ELF.magic + [ELF.class64, ELF.littleEndian]) else { return nil }
        self.bytes = bytes
        guard [ELF.FileType.program, ELF.FileType.positionIndependent].contains(UInt16(number(ELF.Header.fileType, 2))) else { return nil }
    }

    private func number(_ offset: Int, _ size: Int) -> Int {
        guard offset >= 0, offset + size <= bytes.count else { return 0 }
        var value: UInt64 = 0
        for index in (0..<size).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
        return Int(truncatingIfNeeded: value)
    }

    /// The file without symbols and other content that is not loaded. Nil if a segment does not lie in the file.
    public func stripped() -> [UInt8]? {
        let table = number(ELF.Header.segments, 8)
        let size = number(ELF.Header.segmentHeaderSize, 2), count = number(ELF.Header.segmentCount, 2)
        var end = table + size * count
        for index in 0..<count {
            let header = table + index * size
            end = max(end, number(header + ELF.Segment.offset, 8) &+ number(header + ELF.Segment.fileSize, 8))
        }
        guard end >= ELF.headerSize, end <= bytes.count else { return nil }
        return withSections(Array(bytes[..<end]))
    }

    /// Adds the headers of the loaded sections and the section that names them, since some readers of programs expect them.
    private func withSections(_ image: [UInt8]) -> [UInt8]? {
        var out = image
        func put(_ value: Int, _ size: Int, at offset: Int) {
            for index in 0..<size { out[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
        }
        let table = number(ELF.Header.sections, 8), size = number(ELF.Header.sectionHeaderSize, 2)
        let count = number(ELF.Header.sectionCount, 2), nameSection = number(ELF.Header.nameSection, 2)
        guard size == ELF.sectionHeaderSize, nameSection < count, table > 0, table + size * count <= bytes.count else {
            for (field, size) in [(ELF.Header.sections, 8), (ELF.Header.sectionHeaderSize, 2), (ELF.Header.sectionCount, 2), (ELF.Header.nameSection, 2)] {
                put(0, size, at: field)
            }
            return out
        }
        func header(_ index: Int) -> Int { table + index * size }
        let kept = (0..<count).filter { $0 == 0 || $0 == nameSection || UInt64(truncatingIfNeeded: number(header($0) + ELF.Section.flags, 8)) & ELF.SectionFlags.loaded != 0 }
        let start = number(header(nameSection) + ELF.Section.offset, 8), length = number(header(nameSection) + ELF.Section.size, 8)
        guard start >= 0, length >= 0, start + length <= bytes.count else { return nil }
        let names = out.count
        out += bytes[start..<(start + length)]
        while out.count % 8 != 0 { out.append(0) }
        let newTable = out.count
        for (place, index) in kept.enumerated() {
            out += bytes[header(index)..<(header(index) + size)]
            let new = newTable + place * size
            if index == nameSection { put(names, 8, at: new + ELF.Section.offset) }
            put(kept.firstIndex(of: number(header(index) + ELF.Section.link, 4)) ?? 0, 4, at: new + ELF.Section.link)
        }
        put(newTable, 8, at: ELF.Header.sections)
        put(kept.count, 2, at: ELF.Header.sectionCount)
        put(kept.firstIndex(of: nameSection) ?? 0, 2, at: ELF.Header.nameSection)
        return out
    }

    public func symbols() -> [SymbolTable.Symbol] {
        let table = number(ELF.Header.sections, 8)
        let size = number(ELF.Header.sectionHeaderSize, 2), count = number(ELF.Header.sectionCount, 2)
        var symbols: [SymbolTable.Symbol] = []
        func section(_ index: Int) -> Int { table + index * size }
        for index in 0..<count where sectionType(section(index)) == ELF.SectionType.symbols {
            let start = number(section(index) + ELF.Section.offset, 8), length = number(section(index) + ELF.Section.size, 8)
            let names = number(section(number(section(index) + ELF.Section.link, 4)) + ELF.Section.offset, 8)
            for entry in stride(from: start + ELF.symbolSize, to: min(start + length, bytes.count), by: ELF.symbolSize) {
                let name = text(names + number(entry, 4))
                let home = number(entry + ELF.Symbol.section, 2), info = number(entry + ELF.Symbol.info, 1)
                if name.isEmpty || info & 15 > ELF.SymbolType.function { continue }
                symbols.append(SymbolTable.Symbol(
                    name: name, letter: letter(home: home, info: info, home < count ? section(home) : -1),
                    value: home == 0 ? nil : UInt64(bitPattern: Int64(number(entry + ELF.Symbol.value, 8))),
                    size: UInt64(bitPattern: Int64(number(entry + ELF.Symbol.size, 8)))))
            }
        }
        return symbols
    }

    private func sectionType(_ header: Int) -> UInt32 { UInt32(truncatingIfNeeded: number(header + ELF.Section.type, 4)) }

    private func letter(home: Int, info: Int, _ section: Int) -> Character {
        let letter: Character
        let binding = info >> 4
        if home == 0 { return binding == ELF.SymbolBinding.weak ? "w" : "U" }
        if section < 0 {
            letter = "A"
        } else if sectionType(section) == ELF.SectionType.zeros {
            letter = "B"
        } else {
            let flags = UInt64(truncatingIfNeeded: number(section + ELF.Section.flags, 8))
            letter = flags & ELF.SectionFlags.execute != 0 ? "T" : flags & ELF.SectionFlags.write != 0 ? "D" : "R"
        }
        if binding == ELF.SymbolBinding.weak { return "W" }
        return binding == ELF.SymbolBinding.local ? Character(letter.lowercased()) : letter
    }

    private func text(_ offset: Int) -> String {
        guard offset >= 0, offset < bytes.count else { return "" }
        return String(decoding: bytes[offset...].prefix { $0 != 0 }, as: UTF8.self)
    }
}
