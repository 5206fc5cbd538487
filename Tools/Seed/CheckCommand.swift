import Harness
import P1Backend

/// seed check: what would make a loader refuse a kernel, or start it wrongly, though qemu may say nothing.
enum CheckCommand {
    static func run(_ paths: [String]) -> Bool {
        var isGood = true
        for path in paths {
            guard let bytes = FileSystem.read(path) else { fail("\(path) cannot be read") }
            let image = Bytes(bytes)
            let problems = image.word32(0x38) == 0x644D_5241 ? checkImage(image) : checkELF(image)
            if problems.isEmpty {
                say("\(path): a loader can start it")
            } else {
                isGood = false
                for problem in problems { say("\(path): \(problem)") }
            }
        }
        return isGood
    }

    /// aarch64's flat image: a header of 64 bytes, code from the first.
    private static func checkImage(_ image: Bytes) -> [String] {
        var problems: [String] = []
        guard let code = image.word32(0), let offset = image.word64(8), let size = image.word64(16), let flags = image.word64(24) else {
            return ["the file ends within the header of the image"]
        }
        if code == 0 { problems.append("the first word is no instruction") }
        if offset & 0xFFF != 0 { problems.append("text_offset is not a multiple of 4096") }
        if size == 0 { problems.append("image_size is 0: the loader puts it where an old kernel wants to be") }
        if size != 0 && size < UInt64(image.count) {
            problems.append("image_size is \(size), less than the file has (\(image.count)): what is behind it may be overwritten")
        }
        if flags & 1 != 0 { problems.append("the flags say big-endian") }
        return problems
    }

    private static func checkELF(_ image: Bytes) -> [String] {
        guard let kernel = KernelFile(image) else { return ["not an ELF file of 64 bits, little-endian, that is whole"] }
        var problems: [String] = []
        if kernel.type != 2 { problems.append("the type is \(kernel.type), not EXEC (2)") }
        if kernel.entry == 0 { problems.append("the entry is 0") }
        if !kernel.loads.contains(where: { $0.isExecutable && $0.holds(virtual: kernel.entry) }) {
            problems.append("the entry \(hex(kernel.entry)) is not in a segment that is executable")
        }
        if kernel.loads.isEmpty { problems.append("nothing to load") }
        for segment in kernel.loads { problems += check(segment, image.count) }
        problems += overlaps(kernel.loads)
        problems += unzeroed(kernel)
        if kernel.machine == AMD64.description.elfMachine { problems += checkNote(kernel) + checkMultiboot(image, kernel) }
        return problems
    }

    private static func check(_ segment: KernelFile.Segment, _ fileSize: Int) -> [String] {
        var problems: [String] = []
        let name = "the segment at \(hex(segment.physical))"
        if segment.fileSize > segment.size { problems.append("\(name) has more bytes in the file than in memory") }
        if segment.offset > UInt64(fileSize) || segment.fileSize > UInt64(fileSize) - segment.offset {
            problems.append("\(name) reaches beyond the end of the file")
        }
        if segment.alignment & (segment.alignment &- 1) != 0 { problems.append("\(name) is aligned to \(segment.alignment), no power of two") }
        if segment.alignment > 1 && segment.virtual % segment.alignment != segment.offset % segment.alignment {
            problems.append("\(name) is unaligned: its address and its place in the file differ modulo \(segment.alignment)")
        }
        if segment.virtual & 0xFFF != segment.physical & 0xFFF {
            problems.append("\(name) has another place in its page than its virtual address \(hex(segment.virtual))")
        }
        if segment.isWritable && segment.isExecutable { problems.append("\(name) is writable and executable") }
        return problems
    }

    private static func overlaps(_ segments: [KernelFile.Segment]) -> [String] {
        let sorted = segments.filter { $0.size > 0 }.sorted { $0.physical < $1.physical }
        return zip(sorted, sorted.dropFirst()).filter { $0.physical &+ $0.size > $1.physical }.map {
            "the segments at \(hex($0.physical)) and \(hex($1.physical)) overlap"
        }
    }

    /// Memory without bytes in the file is zeroed by the loader, where a segment is longer than its part of the file.
    private static func unzeroed(_ kernel: KernelFile) -> [String] {
        kernel.zeroed.filter { section in
            !kernel.loads.contains {
                section.address >= $0.virtual &+ $0.fileSize && section.address &+ section.size <= $0.virtual &+ $0.size
            }
        }.map { "\($0.size) bytes at \(hex($0.address)) are to be zero, but no segment makes the loader zero them" }
    }

    /// PVH: qemu reads the note, and nothing else, to find where to begin.
    private static func checkNote(_ kernel: KernelFile) -> [String] {
        guard let note = kernel.notes.first else { return ["no PT_NOTE: qemu refuses it (\"without PVH ELF Note\")"] }
        var problems: [String] = []
        if note.alignment != 4 { problems.append("PT_NOTE is aligned to \(note.alignment); qemu wants 4, and 0 ends it") }
        guard let physicalEntry = kernel.physicalEntry else {
            return problems + ["PT_NOTE has no entry of Xen of type 18 (PHYS32_ENTRY)"]
        }
        if physicalEntry >> 32 != 0 { problems.append("the note's entry \(hex(physicalEntry)) is beyond 4 GiB") }
        guard let segment = kernel.loads.first(where: { $0.isExecutable && $0.holds(physical: physicalEntry) }) else {
            return problems + ["the note's entry \(hex(physicalEntry)) is not in a segment that is executable"]
        }
        let virtual = physicalEntry &- segment.physical &+ segment.virtual
        if let symbol = kernel.pvhEntry, symbol != virtual {
            problems.append("the note's entry is \(hex(virtual)), the symbol pvh_entry \(hex(symbol))")
        }
        if !kernel.loads.contains(where: { $0.offset <= note.offset && note.offset &+ note.size <= $0.offset &+ $0.fileSize }) {
            problems.append("the note is in no segment that is loaded")
        }
        return problems
    }

    private static func checkMultiboot(_ image: Bytes, _ kernel: KernelFile) -> [String] {
        for place in stride(from: 0, to: 32768, by: 4) where image.word32(place) == 0xE852_50D6 {
            guard let architecture = image.word32(place + 4), let length = image.word32(place + 8), let sum = image.word32(place + 12) else { break }
            var problems: [String] = []
            if place % 8 != 0 { problems.append("the header of Multiboot2 is not at a multiple of 8") }
            if 0xE852_50D6 &+ architecture &+ length &+ sum != 0 { problems.append("the checksum of Multiboot2's header is wrong") }
            return problems
        }
        return ["no header of Multiboot2 in the first 32 KiB"]
    }

    private static func hex(_ number: UInt64) -> String { "0x" + String(number, radix: 16) }
}

private func say(_ text: String) { Output.write(text + "\n") }
