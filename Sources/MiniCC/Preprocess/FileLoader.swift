import P1Backend
import Support

/// Reads files once, and finds headers on the search paths.
final class FileLoader {
    struct Record {
        let buffer: Int32
        let path: String
        let identity: OperatingSystem.FileIdentity
        /// The macro that, while it is defined, makes the file empty; or -1.
        var guardName: Name = -1
    }

    struct Directory {
        let path: String
        let isSystem: Bool
    }

    enum Problem: Error {
        case missing, directory, failed(String)

        init(_ problem: OperatingSystem.Problem) {
            switch problem.code {
            case ENOENT, ENOTDIR: self = .missing
            case EISDIR: self = .directory
            default: self = .failed(problem.text)
            }
        }

        var reason: String {
            switch self {
            case .missing: return "no such file"
            case .directory: return "it is a directory"
            case .failed(let text): return text
            }
        }
    }

    /// Files in memory, by path.
    private let memory: [String: [UInt8]]
    private let sources: SourceManager
    private let replacesTrigraphs: Bool
    var records: [Record] = []
    /// Files not to be entered again: #pragma once, #import.
    var once: Set<OperatingSystem.FileIdentity> = []
    /// Every path that was looked for, and its record.
    private let paths = NameTable(room: 64)
    private var recordOfPath: [Int32] = []
    /// -iquote directories, then from `angledStart` on those for <…> too.
    let directories: [Directory]
    let angledStart: Int

    init(sources: SourceManager, options: PreprocessorOptions) {
        self.sources = sources
        memory = options.files
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

    /// The record of the main source.
    func load(_ source: Source) -> Result<Int32, Problem> {
        guard let bytes = source.bytes else { return load(source.name) }
        return .success(add(bytes, source.name))
    }

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
        if !memory.isEmpty, let bytes = memory[path] {
            recordOfPath[number] = add(bytes, path)
            return .success(recordOfPath[number])
        }
        switch OperatingSystem.load(path, padding: SourceManager.padding) {
        case .failure(let failure):
            let problem = Problem(failure)
            if case .missing = problem { recordOfPath[number] = FileLoader.isMissing }
            return .failure(problem)
        case .success(let file):
            recordOfPath[number] = add(file.bytes, file.count, path, file.identity)
            return .success(recordOfPath[number])
        }
    }

    private func add(_ bytes: [UInt8], _ path: String) -> Int32 {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + SourceManager.padding)
        for (index, byte) in bytes.enumerated() { copy[index] = byte }
        (copy + bytes.count).update(repeating: 0, count: SourceManager.padding)
        return add(copy, bytes.count, path, nil)
    }

    private func add(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ path: String, _ identity: OperatingSystem.FileIdentity?) -> Int32 {
        // A script's first line, #!/usr/bin/env -S minicc -run, is a comment.
        if records.isEmpty && count > 1 && bytes[0] == UInt8(ascii: "#") && bytes[1] == UInt8(ascii: "!") {
            bytes.update(repeating: UInt8(ascii: "/"), count: 2)
        }
        let length = replacesTrigraphs ? FileLoader.replaceTrigraphs(bytes, count) : count
        let buffer = sources.addBuffer(name: path == "-" ? "<stdin>" : path, adopting: bytes, count: length)
        // What is no file on a disk is itself only.
        let identity = identity ?? OperatingSystem.FileIdentity(device: .max, inode: UInt64(records.count))
        records.append(Record(buffer: buffer, path: path, identity: identity))
        return Int32(records.count - 1)
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
