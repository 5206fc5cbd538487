import Glibc
import P1Backend
import Support

/// Reads files once, and finds headers on the search paths.
final class FileLoader {
    struct Record {
        let buffer: Int32
        let path: String
        let identity: Identity
        /// The macro that, while it is defined, makes the file empty; or -1.
        var guardName: Name = -1
    }

    /// The same for all names of a file. What is no file on a disk has its record's number.
    struct Identity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    struct Directory {
        let path: String
        let isSystem: Bool
    }

    enum Problem: Error {
        case missing, directory, failed(Int32)

        var reason: String {
            switch self {
            case .missing: return "no such file"
            case .directory: return "it is a directory"
            case .failed(let code): return String(cString: strerror(code))
            }
        }
    }

    private let sources: SourceManager
    private let replacesTrigraphs: Bool
    var records: [Record] = []
    /// Files not to be entered again: #pragma once, #import.
    var once: Set<Identity> = []
    /// Every path that was looked for, and its record.
    private let paths = NameTable(room: 64)
    private var recordOfPath: [Int32] = []
    /// -iquote directories, then from `angledStart` on those for <…> too.
    let directories: [Directory]
    let angledStart: Int

    init(sources: SourceManager, options: PreprocessorOptions) {
        self.sources = sources
        replacesTrigraphs = options.trigraphs || !options.dialect.hasGNUKeywords && options.dialect.standard < .c23
        directories = options.quotePaths.map { Directory(path: $0, isSystem: false) }
            + options.includePaths.map { Directory(path: $0, isSystem: false) }
            + options.systemPaths.map { Directory(path: $0, isSystem: true) }
            + options.afterPaths.map { Directory(path: $0, isSystem: true) }
        angledStart = options.quotePaths.count
    }

    private static var isMissing: Int32 { -1 }
    /// It could not be read, perhaps only for now.
    private static var isUnknown: Int32 { -2 }

    /// The record of a file, which is read if it was not before. `-` is standard input.
    func load(_ path: String) -> Result<Int32, Problem> {
        let number = Int(paths.intern(path))
        if number < recordOfPath.count {
            switch recordOfPath[number] {
            case FileLoader.isMissing: return .failure(.missing)
            case FileLoader.isUnknown: break
            case let record: return .success(record)
            }
        } else {
            recordOfPath.append(FileLoader.isUnknown)
        }
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            guard code == ENOENT || code == ENOTDIR else { return .failure(.failed(code)) }
            recordOfPath[number] = FileLoader.isMissing
            return .failure(.missing)
        }
        defer { if descriptor != 0 { close(descriptor) } }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(.failed(errno)) }
        if status.st_mode & S_IFMT == S_IFDIR { return .failure(.directory) }
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        guard let (bytes, count) = read(descriptor, expecting: isRegular ? Int(status.st_size) : 0) else { return .failure(.failed(errno)) }
        // A script's first line, #!/usr/bin/env -S minicc -run, is a comment.
        if records.isEmpty && count > 1 && bytes[0] == UInt8(ascii: "#") && bytes[1] == UInt8(ascii: "!") {
            bytes.update(repeating: UInt8(ascii: "/"), count: 2)
        }
        let length = replacesTrigraphs ? FileLoader.replaceTrigraphs(bytes, count) : count
        let buffer = sources.addBuffer(name: path == "-" ? "<stdin>" : path, adopting: bytes, count: length)
        let identity = isRegular ? Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
            : Identity(device: .max, inode: UInt64(records.count))
        records.append(Record(buffer: buffer, path: path, identity: identity))
        recordOfPath[number] = Int32(records.count - 1)
        return .success(Int32(records.count - 1))
    }

    /// All bytes of a file or pipe, with zero bytes behind them.
    private func read(_ descriptor: Int32, expecting size: Int) -> (UnsafeMutablePointer<UInt8>, Int)? {
        var capacity = max(size, 0) + 1
        var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + SourceManager.padding)
        var count = 0
        while true {
            let got = Glibc.read(descriptor, bytes + count, capacity - count)
            if got < 0 {
                if errno == EINTR { continue }
                bytes.deallocate()
                return nil
            }
            if got == 0 { break }
            count += got
            if count == capacity {
                let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 4096 + SourceManager.padding)
                larger.update(from: bytes, count: count)
                bytes.deallocate()
                bytes = larger
                capacity = capacity * 2 + 4096
            }
        }
        (bytes + count).update(repeating: 0, count: SourceManager.padding)
        return (bytes, count)
    }

    /// Replaces trigraphs in place, and gives the new length. So the rest of the compiler need not know them.
    static func replaceTrigraphs(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        let question = UInt8(ascii: "?")
        var read = 0
        var write = 0
        while read < count {
            var byte = bytes[read]
            if byte == question, read + 2 < count, bytes[read + 1] == question, let replacement = trigraph(bytes[read + 2]) {
                byte = replacement
                read += 2
            }
            bytes[write] = byte
            write += 1
            read += 1
        }
        for index in write..<count { bytes[index] = 0 }
        return write
    }

    private static func trigraph(_ third: UInt8) -> UInt8? {
        switch third {
        case UInt8(ascii: "="): return UInt8(ascii: "#")
        case UInt8(ascii: "("): return UInt8(ascii: "[")
        case UInt8(ascii: ")"): return UInt8(ascii: "]")
        case UInt8(ascii: "<"): return UInt8(ascii: "{")
        case UInt8(ascii: ">"): return UInt8(ascii: "}")
        case UInt8(ascii: "/"): return UInt8(ascii: "\\")
        case UInt8(ascii: "'"): return UInt8(ascii: "^")
        case UInt8(ascii: "!"): return UInt8(ascii: "|")
        case UInt8(ascii: "-"): return UInt8(ascii: "~")
        default: return nil
        }
    }
}
