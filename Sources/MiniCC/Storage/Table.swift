/// An array whose rows are addressed by the numbers of one kind.
struct Table<Key: ID, Row: Sendable>: Sendable {
    private(set) var rows: [Row]

    init() { rows = [] }
    init(_ rows: [Row]) { self.rows = rows }
    init(repeating row: Row, count: Int) { rows = [Row](repeating: row, count: count) }

    subscript(key: Key) -> Row {
        @inline(__always) get { rows[key.index] }
        @inline(__always) _modify { yield &rows[key.index] }
    }

    /// Of so many rows each holds its own number.
    init(ownNumbers count: Int) where Row == Key {
        rows = [Key](unsafeUninitializedCapacity: count) { buffer, filled in
            for index in 0..<count { buffer.initializeElement(at: index, to: Key(index)) }
            filled = count
        }
    }

    @inline(__always) var count: Int { rows.count }
    @inline(__always) var isEmpty: Bool { rows.isEmpty }

    /// The numbers of all rows.
    @inline(__always) var keys: Range<Key> { Key(0)..<Key(rows.count) }

    /// Each row with its number.
    @inline(__always) func enumerated() -> Zip2Sequence<Range<Key>, [Row]> { zip(keys, rows) }

    @inline(__always)
    func has(_ key: Key) -> Bool { key.index < rows.count }

    @inline(__always) @discardableResult
    mutating func append(_ row: Row) -> Key {
        rows.append(row)
        return Key(rows.count - 1)
    }

    /// Adds rows until there are `count`.
    mutating func grow(to count: Int, with row: Row) {
        while rows.count < count { rows.append(row) }
    }

    mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }
    mutating func removeAll() { rows.removeAll() }
    mutating func swapAt(_ a: Key, _ b: Key) { rows.swapAt(a.index, b.index) }
}
