/// A file, folder or symbolic link of an archive.
package struct ArchiveEntry: Sendable {
    /// Without a slash in front.
    package var path: String
    /// As in Linux's st_mode: kind and permissions.
    package var mode: UInt32
    /// Of a symbolic link: where it points to.
    package var content: [UInt8]

    package init(path: String, mode: UInt32, content: [UInt8]) {
        self.path = path
        self.mode = mode
        self.content = content
    }

    package static func folder(_ path: String) -> ArchiveEntry { ArchiveEntry(path: path, mode: 0o040755, content: []) }
    package static func file(_ path: String, _ content: [UInt8]) -> ArchiveEntry { ArchiveEntry(path: path, mode: 0o100644, content: content) }
    package static func program(_ path: String, _ content: [UInt8]) -> ArchiveEntry { ArchiveEntry(path: path, mode: 0o100755, content: content) }
}

/// cpio archives in the format "newc", which the kernel unpacks and packs: a header of hexadecimal digits, the name
/// with a zero, the content, each filled up to a multiple of four. Times and owners are zero, so the same files give the same bytes.
package enum Cpio {
    private static let headerSize = 110
    private static let end = "TRAILER!!!"

    package static func archive(_ entries: [ArchiveEntry]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(1024) { $0 + $1.content.count + $1.path.utf8.count + headerSize + 8 })
        for (index, entry) in entries.enumerated() { append(entry, number: index + 1, to: &bytes) }
        append(ArchiveEntry(path: end, mode: 0, content: []), number: 0, to: &bytes)
        return bytes
    }

    private static func append(_ entry: ArchiveEntry, number: Int, to bytes: inout [UInt8]) {
        let isFolder = entry.mode & 0o170000 == 0o040000
        // inode, mode, owner, group, links, time, size, device (two), device it stands for (two), length of the name, check
        let fields = [number, Int(entry.mode), 0, 0, isFolder ? 2 : 1, 0, entry.content.count, 0, 0, 0, 0, entry.path.utf8.count + 1, 0]
        bytes += "070701".utf8
        for field in fields {
            let digits = String(field, radix: 16, uppercase: true)
            bytes += String(repeating: "0", count: 8 - digits.utf8.count).utf8
            bytes += digits.utf8
        }
        bytes += entry.path.utf8
        bytes.append(0)
        fillUp(&bytes)
        bytes += entry.content
        fillUp(&bytes)
    }

    private static func fillUp(_ bytes: inout [UInt8]) {
        while bytes.count % 4 != 0 { bytes.append(0) }
    }

    /// nil if it is not an archive, or is cut off.
    package static func entries(of bytes: [UInt8]) -> [ArchiveEntry]? {
        var entries: [ArchiveEntry] = []
        var position = 0
        while position + headerSize <= bytes.count {
            guard bytes[position..<position + 6].elementsEqual("070701".utf8) else { return nil }
            func field(_ number: Int) -> Int? {
                let start = position + 6 + 8 * number
                return Int(String(decoding: bytes[start..<start + 8], as: UTF8.self), radix: 16)
            }
            guard let mode = field(1), let size = field(6), let nameSize = field(11), nameSize > 0 else { return nil }
            let nameStart = position + headerSize
            let contentStart = (nameStart + nameSize + 3) & ~3
            guard contentStart + size <= bytes.count else { return nil }
            let name = String(decoding: bytes[nameStart..<nameStart + nameSize - 1], as: UTF8.self)
            if name == end { return entries }
            entries.append(ArchiveEntry(path: name, mode: UInt32(mode), content: Array(bytes[contentStart..<contentStart + size])))
            position = (contentStart + size + 3) & ~3
        }
        return nil
    }
}
