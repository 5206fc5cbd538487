import Support

/// The files of a link, laid end to end in one space of positions, so that four bytes name any character.
public final class SourceText {
    public struct File {
        public let name: String
        public let bytes: [UInt8]
        public let start: UInt32
    }

    public private(set) var files: [File] = []
    private var end: UInt32 = 1     // position 0 means "nowhere"

    public init() {}

    /// Nil when all files together exceed what a position can name.
    func add(name: String, bytes: [UInt8]) -> File? {
        guard UInt64(end) + UInt64(bytes.count) + 1 < UInt64(UInt32.max) else { return nil }
        let file = File(name: name, bytes: bytes, start: end)
        files.append(file)
        end += UInt32(bytes.count) + 1
        return file
    }

    /// A position's place, and the line it lies in.
    func place(_ position: UInt32) -> (position: Position, text: [UInt8])? {
        guard position > 0, var index = files.lastIndex(where: { $0.start <= position }) else { return nil }
        while index > 0 && files[index].bytes.isEmpty && files[index].start == position { index -= 1 }
        let file = files[index]
        let offset = min(Int(position - file.start), file.bytes.count)
        var line = 1
        var lineStart = 0
        for i in 0..<offset where file.bytes[i] == 10 {
            line += 1
            lineStart = i + 1
        }
        var lineEnd = lineStart
        while lineEnd < file.bytes.count && file.bytes[lineEnd] != 10 { lineEnd += 1 }
        return (Position(file: file.name, line: line, column: offset - lineStart + 1), Array(file.bytes[lineStart..<lineEnd]))
    }
}
