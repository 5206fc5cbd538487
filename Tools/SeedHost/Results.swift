import Glibc

/// What a machine left in its memory for the host: docs/kernel.md, "Results".
package struct Results: Sendable {
    /// init's.
    package var status: Int
    package var files: [ArchiveEntry]

    package enum Failure: Error, Equatable {
        /// There is no header: the kernel did not come so far.
        case missing
        case outOfMemory
        case damaged(String)
    }

    private static let magic: UInt64 = 0x3153_4552_4445_4553  // "SEEDRES1"
    private static let pageSize = 4096

    /// - Parameter ram: the file that was the machine's memory.
    package static func read(ram path: String, base: UInt64) throws(Failure) -> Results {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .missing }
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size >= pageSize, let start = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else { throw .missing }
        defer { munmap(start, size) }
        return try read(Memory(bytes: UnsafeRawBufferPointer(start: start, count: size), base: base))
    }

    private struct Memory {
        let bytes: UnsafeRawBufferPointer
        let base: UInt64

        /// nil if not all of it lies in memory.
        func part(_ address: UInt64, _ length: UInt64) -> UnsafeRawBufferPointer? {
            guard address >= base, address - base <= UInt64(bytes.count), length <= UInt64(bytes.count) - (address - base) else { return nil }
            let start = Int(address - base)
            return UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(length)])
        }
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
    }

    private static func checksum<Bytes: Sequence>(_ bytes: Bytes) -> UInt64 where Bytes.Element == UInt8 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    private static func read(_ memory: Memory) throws(Failure) -> Results {
        let header = UnsafeRawBufferPointer(rebasing: memory.bytes[(memory.bytes.count - pageSize)...])
        guard word(header, 0) == magic else { throw .missing }
        guard word(header, 7) == checksum(header[..<56]) else { throw .damaged("the header's checksum is wrong") }
        if word(header, 6) != 0 { throw .outOfMemory }
        let status = Int(word(header, 1) & 0xFF)
        let length = word(header, 2)
        if length == 0 { return Results(status: status, files: []) }
        guard length <= UInt64(memory.bytes.count) else { throw .damaged("the archive is larger than memory") }

        var archive: [UInt8] = []
        archive.reserveCapacity(Int(length))
        var page = word(header, 5)
        var left = word(header, 4)
        while left > 0 {
            guard let extents = memory.part(page, UInt64(pageSize)) else { throw .damaged("a page of extents lies outside of memory") }
            let count = word(extents, 1)
            guard count > 0, count <= 255, count <= left else { throw .damaged("a page of extents has \(count)") }
            for k in 0..<Int(count) {
                guard let part = memory.part(word(extents, 2 + 2 * k), word(extents, 3 + 2 * k)) else {
                    throw .damaged("an extent lies outside of memory")
                }
                archive += part
            }
            left -= count
            page = word(extents, 0)
        }
        guard archive.count == Int(length), checksum(archive) == word(header, 3) else { throw .damaged("the archive's checksum is wrong") }
        guard let files = Cpio.entries(of: archive) else { throw .damaged("the archive is none") }
        return Results(status: status, files: files)
    }
}
