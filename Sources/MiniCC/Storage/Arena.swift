/// A growing run of plain values addressed by Int32, the store of nodes, types and symbols. Unlike an
/// array it is never shared, so that reads and writes are single loads and stores; whoever takes an
/// index got it from `append`, so that there is nothing to check.
struct Arena<Element>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count: Int32 = 0
    private var capacity: Int32

    init(capacity: Int = 64) {
        base = .allocate(capacity: capacity)
        self.capacity = Int32(capacity)
    }

    deinit { base.deallocate() }

    @inline(__always)
    subscript(index: Int32) -> Element {
        get { base[Int(index)] }
        nonmutating set { base[Int(index)] = newValue }
        nonmutating _modify { yield &base[Int(index)] }
    }

    @inline(__always) @discardableResult
    mutating func append(_ element: Element) -> Int32 {
        if count == capacity { grow(to: capacity * 2) }
        (base + Int(count)).initialize(to: element)
        count += 1
        return count - 1
    }

    /// Appends `length` copies and returns the index of the first.
    @discardableResult
    mutating func append(repeating element: Element, count length: Int32) -> Int32 {
        let start = count
        if start + length > capacity { grow(to: max(capacity * 2, start + length)) }
        (base + Int(start)).initialize(repeating: element, count: Int(length))
        count = start + length
        return start
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
