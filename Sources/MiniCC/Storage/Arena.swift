/// A growing run of plain values, the store of nodes, types and symbols. Unlike an array it is never shared, so that
/// reads and writes are single loads and stores. Whoever takes a number got it from `append`: it is checked in debug
/// builds only.
struct Arena<Key: RowNumber, Element>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count: Int32 = 0
    private var capacity: Int32

    init(capacity: Int = 64) {
        base = .allocate(capacity: capacity)
        self.capacity = Int32(capacity)
    }

    deinit { base.deallocate() }

    @inline(__always)
    subscript(key: Key) -> Element {
        get { base[checked(key)] }
        nonmutating set { base[checked(key)] = newValue }
        nonmutating _modify { yield &base[checked(key)] }
    }

    @inline(__always) @discardableResult
    mutating func append(_ element: Element) -> Key {
        if count == capacity { grow(to: capacity * 2) }
        (base + Int(count)).initialize(to: element)
        count += 1
        return Key(Int(count) - 1)
    }

    @inline(__always)
    private func checked(_ key: Key) -> Int {
        assert(key.index >= 0 && key.index < Int(count))
        return key.index
    }

    /// Appends `length` copies and returns the index of the first.
    @discardableResult
    mutating func append(repeating element: Element, count length: Int32) -> Key {
        let start = count
        if start + length > capacity { grow(to: max(capacity * 2, start + length)) }
        (base + Int(start)).initialize(repeating: element, count: Int(length))
        count = start + length
        return Key(Int(start))
    }

    /// Forgets everything from `newCount` on. The elements are plain values: nothing to destroy.
    @inline(__always)
    mutating func truncate(to newCount: Int32) { count = newCount }

    @inline(never)
    private mutating func grow(to newCapacity: Int32) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: Int(newCapacity))
        larger.moveInitialize(from: base, count: Int(count))
        base.deallocate()
        base = larger
        capacity = newCapacity
    }
}

extension Arena where Key: ID {
    /// The numbers of all elements.
    @inline(__always) var keys: Range<Key> { Key(0)..<Key(Int(count)) }
}
