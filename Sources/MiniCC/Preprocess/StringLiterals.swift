/// The contents of string literals: elements in little-endian order, without the terminating zero.
public final class StringLiterals {
    public struct Entry: Sendable {
        public let start: Int
        public let byteCount: Int
        public let encoding: LiteralEncoding
        /// Elements, the terminating zero not counted.
        public var count: Int { byteCount / encoding.elementSize }
    }

    public var bytes: [UInt8] = []
    public var entries: [Entry] = []

    public subscript(index: Int) -> Entry { entries[index] }

    public func content(_ index: Int) -> ArraySlice<UInt8> {
        let entry = entries[index]
        return bytes[entry.start..<entry.start + entry.byteCount]
    }

    /// Everything appended to `bytes` since `start` becomes a literal.
    func finish(from start: Int, encoding: LiteralEncoding) -> Int {
        entries.append(Entry(start: start, byteCount: bytes.count - start, encoding: encoding))
        return entries.count - 1
    }
}
