/// Bytes that may end anywhere.
struct Bytes {
    private let content: [UInt8]

    init(_ content: [UInt8]) { self.content = content }

    var count: Int { content.count }

    func word16(_ offset: Int) -> UInt16? { number(offset, 2).map { UInt16($0) } }
    func word32(_ offset: Int) -> UInt32? { number(offset, 4).map { UInt32($0) } }
    func word64(_ offset: Int) -> UInt64? { number(offset, 8) }

    func text(_ offset: Int, limit: Int) -> [UInt8] {
        guard offset >= 0, offset < count else { return [] }
        return Array(content[offset..<min(count, offset + limit)].prefix { $0 != 0 })
    }

    private func number(_ offset: Int, _ size: Int) -> UInt64? {
        guard offset >= 0, offset <= count - size else { return nil }
        var value: UInt64 = 0
        for index in (0..<size).reversed() { value = value << 8 | UInt64(content[offset + index]) }
        return value
    }
}

/// What a kernel's ELF file says of itself.
struct KernelFile {
    struct Segment {
        var offset, virtual, physical, fileSize, size, alignment: UInt64
        var isExecutable, isWritable: Bool

        func holds(virtual address: UInt64) -> Bool { address >= virtual && address - virtual < fileSize }
        func holds(physical address: UInt64) -> Bool { address >= physical && address - physical < fileSize }
    }

    let type: UInt16
    let machine: UInt16
    let entry: UInt64
    private(set) var loads: [Segment] = []
    private(set) var notes: [Segment] = []
    /// Sections without bytes.
    private(set) var zeroed: [(address: UInt64, size: UInt64)] = []
    /// Of Xen's note.
    private(set) var physicalEntry: UInt64?
    /// The symbol of that name.
    private(set) var pvhEntry: UInt64?

    init?(_ image: Bytes) {
        guard image.word32(0) == 0x464C_457F, image.word16(4) == 0x0102, let type = image.word16(16), let machine = image.word16(18),
              let entry = image.word64(24), let headers = image.word64(32), let headerCount = image.word16(56),
              let headerSize = image.word16(54), let sections = image.word64(40), let sectionCount = image.word16(60) else { return nil }
        self.type = type
        self.machine = machine
        self.entry = entry
        for index in 0..<Int(headerCount) {
            guard let start = Int(exactly: headers), start <= image.count else { return nil }
            let place = start + index * Int(headerSize)
            guard let kind = image.word32(place), let flags = image.word32(place + 4), let offset = image.word64(place + 8),
                  let virtual = image.word64(place + 16), let physical = image.word64(place + 24), let fileSize = image.word64(place + 32),
                  let size = image.word64(place + 40), let alignment = image.word64(place + 48) else { return nil }
            let segment = Segment(offset: offset, virtual: virtual, physical: physical, fileSize: fileSize, size: size, alignment: alignment,
                                  isExecutable: flags & 1 != 0, isWritable: flags & 2 != 0)
            if kind == 1 { loads.append(segment) }
            if kind == 4 { notes.append(segment) }
        }
        guard let start = Int(exactly: sections), start <= image.count else { return nil }
        for index in 0..<Int(sectionCount) { readSection(image, start + index * 64, start) }
        for note in notes { readNotes(image, note) }
    }

    private mutating func readSection(_ image: Bytes, _ place: Int, _ sections: Int) {
        guard let kind = image.word32(place + 4), let flags = image.word64(place + 8), let address = image.word64(place + 16),
              let offset = image.word64(place + 24), let size = image.word64(place + 32), let link = image.word32(place + 40) else { return }
        if kind == 8 && flags & 2 != 0 && size > 0 { zeroed.append((address, size)) }
        guard kind == 2, let symbols = Int(exactly: offset), let length = Int(exactly: size), length <= image.count, symbols <= image.count,
              let names = image.word64(sections + Int(link) * 64 + 24).flatMap({ Int(exactly: $0) }), names <= image.count else { return }
        let wanted = Array("pvh_entry".utf8)
        for symbol in stride(from: symbols, to: symbols + length, by: 24) {
            guard let name = image.word32(symbol), image.text(names + Int(name), limit: wanted.count + 1) == wanted else { continue }
            pvhEntry = image.word64(symbol + 8)
        }
    }

    private mutating func readNotes(_ image: Bytes, _ note: Segment) {
        guard var place = Int(exactly: note.offset), let length = Int(exactly: note.fileSize), place <= image.count, length <= image.count else { return }
        let end = place + length
        while place + 12 <= end, let nameSize = image.word32(place), let size = image.word32(place + 4), let type = image.word32(place + 8) {
            let description = place + 12 + (Int(nameSize) + 3) / 4 * 4
            if type == 18 && image.text(place + 12, limit: 4) == Array("Xen".utf8) {
                physicalEntry = size >= 8 ? image.word64(description) : image.word32(description).map { UInt64($0) }
            }
            place = description + (Int(size) + 3) / 4 * 4
        }
    }
}
