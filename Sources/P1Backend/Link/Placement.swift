/// Where the sections of an image lie in memory and in the file, and the segments that load them.
///
/// Three segments: headers, notes and code (read, execute); constants (read); data and bss (read, write). In the file they
/// follow each other without gaps; in memory each begins on a page of its own, at the same offset within the page.
/// Where the code's address was asked for, the headers lie outside of the image, and each segment begins with a page of the
/// file as well: then the ELF file and the flat image of a kernel have everything at the same addresses.
struct Placement {
    struct Segment {
        let type: UInt32
        let flags: UInt32
        let offset: Int
        let address: UInt64
        let fileSize: Int
        let memorySize: UInt64
        let alignment: UInt64
    }

    /// Of each section, in the file.
    private(set) var offsets: [Int] = []
    /// Behind the last byte of a section in the file.
    private(set) var fileEnd = 0
    private(set) var segments: [Segment] = []

    /// Before anything is placed.
    init() {}

    /// Sets the sections' addresses.
    init(_ sections: inout [Layout.Section], _ options: LinkOptions, pageSize: UInt64) {
        var placer = Placer(sections, options, pageSize: pageSize)
        for index in sections.indices { placer.place(index, &sections) }
        placer.closeSegment()
        offsets = placer.offsets
        fileEnd = placer.fileEnd
        // No stack may be executable.
        let stack = Segment(type: ELF.SegmentType.stack, flags: ELF.SegmentFlags.read | ELF.SegmentFlags.write, offset: 0, address: 0,
                            fileSize: 0, memorySize: 0, alignment: 16)
        segments = placer.segments + placer.notes + [stack]
    }

    static func isWritable(_ kind: SectionKind) -> Bool { flags(kind) & ELF.SegmentFlags.write != 0 }

    fileprivate static func flags(_ kind: SectionKind) -> UInt32 {
        switch kind {
        case .text, .note: return ELF.SegmentFlags.read | ELF.SegmentFlags.execute
        case .rodata: return ELF.SegmentFlags.read
        case .data, .bss, .initArray, .finiArray: return ELF.SegmentFlags.read | ELF.SegmentFlags.write
        }
    }
}

/// Goes through the sections in their order.
private struct Placer {
    private let options: LinkOptions
    private let pageSize: UInt64
    private let isFlat: Bool
    /// Each segment begins with a page of the file.
    private let isPaged: Bool
    /// The next free byte of the file and of memory.
    private var offset: Int
    private var address: UInt64
    /// The segment being collected: what it may do, and where it begins.
    private var open: (flags: UInt32, offset: Int, address: UInt64)?
    private var isFirstSegment = true

    var offsets: [Int]
    var fileEnd: Int
    var segments: [Placement.Segment] = []
    var notes: [Placement.Segment] = []

    init(_ sections: [Layout.Section], _ options: LinkOptions, pageSize: UInt64) {
        self.options = options
        self.pageSize = pageSize
        isFlat = options.output == .bin || options.output == .gas
        isPaged = isFlat || options.sectionAddresses[.text] != nil
        let hasNote = sections.contains { $0.kind == .note && $0.size > 0 }
        offset = isFlat ? 0 : ELF.headerSize + ELF.segmentHeaderSize * (Placer.segmentCount(sections) + (hasNote ? 1 : 0) + 1)
        address = options.base &+ UInt64(offset)
        offsets = [Int](repeating: 0, count: sections.count)
        fileEnd = offset
    }

    /// Segments that are loaded.
    private static func segmentCount(_ sections: [Layout.Section]) -> Int {
        var count = 0
        var last: UInt32 = 0
        for section in sections where section.size > 0 {
            let flags = Placement.flags(section.kind)
            if flags != last { count += 1 }
            last = flags
        }
        return max(count, 1)
    }

    mutating func place(_ index: Int, _ sections: inout [Layout.Section]) {
        let section = sections[index]
        let wanted = options.sectionAddresses[section.kind]
        if section.size == 0 && wanted == nil {
            sections[index].address = roundUp(address, UInt64(section.alignment))
            offsets[index] = fileEnd
            return
        }
        let flags = Placement.flags(section.kind)
        let startsSegment = open == nil || open!.flags != flags || wanted != nil
        if let wanted {
            closeSegment()
            if !isFlat { offset = nextOffset(agreeingWith: wanted) }
            address = wanted
            if isFlat && isFirstSegment { fileEnd = 0 }
        } else if startsSegment && open != nil {
            closeSegment()
            beginPage(UInt64(section.alignment))
        } else {
            let aligned = roundUp(address, UInt64(section.alignment))
            offset += Int(aligned - address)
            address = aligned
        }
        if startsSegment {
            // The first segment holds the headers too, unless its place was chosen.
            let hasHeaders = isFirstSegment && wanted == nil && !isFlat
            open = (flags, hasHeaders ? 0 : offset, hasHeaders ? options.base : address)
            isFirstSegment = false
        }
        sections[index].address = address
        offsets[index] = isFlat ? Int(truncatingIfNeeded: address &- flatStart(sections)) : offset
        address &+= section.size
        if section.kind != .bss {
            offset += Int(section.size)
            fileEnd = max(fileEnd, offsets[index] + Int(section.size))
        }
        if section.kind == .note {
            notes.append(Placement.Segment(type: ELF.SegmentType.note, flags: ELF.SegmentFlags.read, offset: offsets[index],
                                           address: sections[index].address, fileSize: Int(section.size), memorySize: section.size,
                                           alignment: 4))
        }
    }

    mutating func closeSegment() {
        guard let segment = open else { return }
        segments.append(Placement.Segment(type: ELF.SegmentType.load, flags: segment.flags, offset: segment.offset,
                                          address: segment.address, fileSize: max(0, fileEnd - segment.offset),
                                          memorySize: address &- segment.address, alignment: pageSize))
        open = nil
    }

    /// The address of the next segment, on a page that no other segment has.
    private mutating func beginPage(_ alignment: UInt64) {
        if isPaged {
            address = roundUp(address, max(pageSize, alignment))
            offset = Int(roundUp(UInt64(offset), pageSize))
            return
        }
        offset = Int(roundUp(UInt64(offset), max(alignment, 16)))
        address = roundUp(address, pageSize) &+ UInt64(offset) % pageSize
        if alignment > pageSize || address % alignment != 0 {
            address = roundUp(address, alignment)
            offset = nextOffset(agreeingWith: address)
        }
    }

    /// The next offset that lies where the address lies within its page.
    private func nextOffset(agreeingWith address: UInt64) -> Int {
        let rest = pageSize &- address % pageSize
        return Int(roundUp(UInt64(offset) &+ rest, pageSize) &- rest)
    }

    /// The address of a flat image's first byte.
    private func flatStart(_ sections: [Layout.Section]) -> UInt64 {
        let first = sections.first { $0.size > 0 }
        return first.flatMap { options.sectionAddresses[$0.kind] } ?? options.base
    }
}
