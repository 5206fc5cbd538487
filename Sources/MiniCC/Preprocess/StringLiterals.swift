/// The contents of string literals: elements in little-endian order, without the terminating zero.
final class StringLiterals {
    struct Entry: Sendable {
        let start: Int
        let byteCount: Int
        let encoding: LiteralEncoding
        /// Elements, the terminating zero not counted.
        var count: Int { byteCount / encoding.elementSize }
    }

    var bytes: [UInt8] = []
    var entries: [Entry] = []

    subscript(index: Int) -> Entry { entries[index] }

    func content(_ index: Int) -> ArraySlice<UInt8> {
        let entry = entries[index]
        return bytes[entry.start..<entry.start + entry.byteCount]
    }

    /// Everything appended to `bytes` since `start` becomes a literal.
    func finish(from start: Int, encoding: LiteralEncoding) -> Int {
        entries.append(Entry(start: start, byteCount: bytes.count - start, encoding: encoding))
        return entries.count - 1
    }
}
