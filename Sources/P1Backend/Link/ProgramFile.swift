/// An ELF program as the linker writes it, or another's: 64 bits, little-endian, linked.
public struct ProgramFile {
    private let bytes: [UInt8]

    /// Nil if the file is not such a program.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= 64, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), bytes[16] == 2 || bytes[16] == 3 else { return nil }
        self.bytes = bytes
    }

    private func number(_ offset: Int, _ size: Int) -> Int {
        guard offset >= 0, offset + size <= bytes.count else { return 0 }
        var value: UInt64 = 0
        for index in (0..<size).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
        return Int(truncatingIfNeeded: value)
    }

    /// Without symbols and what else is not loaded. Nil if a segment does not lie in the file.
    public func stripped() -> [UInt8]? {
        let table = number(32, 8), size = number(54, 2), count = number(56, 2)
        var end = table + size * count
        for index in 0..<count {
            let header = table + index * size
            end = max(end, number(header + 8, 8) &+ number(header + 32, 8))
        }
        guard end >= 64, end <= bytes.count else { return nil }
        return withSections(Array(bytes[..<end]))
    }

    /// Adds the headers of the sections that are loaded, and the section that names them: some programs that look into others
    /// count on them.
    private func withSections(_ image: [UInt8]) -> [UInt8]? {
        var out = image
        let table = number(40, 8), size = number(58, 2), count = number(60, 2), nameSection = number(62, 2)
        guard size == 64, nameSection < count, table > 0, table + size * count <= bytes.count else {
            for field in [40..<48, 58..<64] { for index in field { out[index] = 0 } }
            return out
        }
        func header(_ index: Int) -> Int { table + index * size }
        let kept = (0..<count).filter { $0 == 0 || $0 == nameSection || number(header($0) + 8, 8) & 2 != 0 }
        let start = number(header(nameSection) + 24, 8), length = number(header(nameSection) + 32, 8)
        guard start >= 0, length >= 0, start + length <= bytes.count else { return nil }
        let names = out.count
        out += bytes[start..<(start + length)]
        while out.count % 8 != 0 { out.append(0) }
        let newTable = out.count
        func put(_ value: Int, _ size: Int, at offset: Int) {
            for index in 0..<size { out[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
        }
        for (place, index) in kept.enumerated() {
            out += bytes[header(index)..<(header(index) + size)]
            let new = newTable + place * size
            if index == nameSection { put(names, 8, at: new + 24) }
            put(kept.firstIndex(of: number(header(index) + 40, 4)) ?? 0, 4, at: new + 40)
        }
        put(newTable, 8, at: 40)
        put(kept.count, 2, at: 60)
        put(kept.firstIndex(of: nameSection) ?? 0, 2, at: 62)
        return out
    }

    public func symbols() -> [SymbolTable.Symbol] {
        let table = number(40, 8), size = number(58, 2), count = number(60, 2)
        var symbols: [SymbolTable.Symbol] = []
        func section(_ index: Int) -> Int { table + index * size }
        for index in 0..<count where number(section(index) + 4, 4) == 2 {
            let start = number(section(index) + 24, 8), length = number(section(index) + 32, 8)
            let names = number(section(number(section(index) + 40, 4)) + 24, 8)
            for entry in stride(from: start + 24, to: min(start + length, bytes.count), by: 24) {
                let name = text(names + number(entry, 4))
                let home = number(entry + 6, 2), info = number(entry + 4, 1)
                if name.isEmpty || info & 15 > 2 { continue }
                symbols.append(SymbolTable.Symbol(
                    name: name, letter: letter(home: home, info: info, home < count ? section(home) : -1),
                    value: home == 0 ? nil : UInt64(bitPattern: Int64(number(entry + 8, 8))), size: UInt64(bitPattern: Int64(number(entry + 16, 8)))))
            }
        }
        return symbols
    }

    private func letter(home: Int, info: Int, _ section: Int) -> Character {
        let letter: Character
        if home == 0 { return info >> 4 == 2 ? "w" : "U" }
        if section < 0 {
            letter = "A"
        } else if number(section + 4, 4) == 8 {
            letter = "B"
        } else {
            let flags = number(section + 8, 8)
            letter = flags & 4 != 0 ? "T" : flags & 1 != 0 ? "D" : "R"
        }
        if info >> 4 == 2 { return "W" }
        return info >> 4 == 0 ? Character(letter.lowercased()) : letter
    }

    private func text(_ offset: Int) -> String {
        guard offset >= 0, offset < bytes.count else { return "" }
        return String(decoding: bytes[offset...].prefix { $0 != 0 }, as: UTF8.self)
    }
}
