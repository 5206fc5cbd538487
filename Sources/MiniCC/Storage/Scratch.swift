/// Numbers that are needed while something is computed, for blocks or values by their number. A hundred such rows are
/// made for every function, and an array costs several times as much to make as this, which is not counted, not
/// copied, and freed by whoever made it. Access is checked.
struct Scratch<Key: RowNumber, Value: BitwiseCopyable> {
    private let base: UnsafeMutablePointer<Value>
    let count: Int

    init(repeating value: Value, count: Int) {
        self.count = count
        base = .allocate(capacity: max(1, count))
        base.initialize(repeating: value, count: count)
    }

    func free() { base.deallocate() }

    @inline(__always)
    subscript(key: Key) -> Value {
        get {
            precondition(UInt(bitPattern: key.index) < UInt(bitPattern: count))
            return base[key.index]
        }
        nonmutating set {
            precondition(UInt(bitPattern: key.index) < UInt(bitPattern: count))
            base[key.index] = newValue
        }
    }

    /// A copy that stays.
    var rows: [Value] { Array(UnsafeBufferPointer(start: base, count: count)) }

    func reset(to value: Value) { base.update(repeating: value, count: count) }
}

/// The same, growing and shrinking at its end.
struct ScratchList<Value: BitwiseCopyable> {
    private var base: UnsafeMutablePointer<Value>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 64) {
        self.capacity = max(1, capacity)
        base = .allocate(capacity: self.capacity)
    }

    func free() { base.deallocate() }

    @inline(__always)
    subscript(index: Int) -> Value {
        get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return base[index]
        }
        nonmutating set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            base[index] = newValue
        }
    }

    @inline(__always)
    var last: Value? { count > 0 ? base[count - 1] : nil }

    @inline(__always)
    mutating func append(_ value: Value) {
        if count == capacity { grow(to: 2 * capacity) }
        (base + count).initialize(to: value)
        count += 1
    }

    @inline(__always)
    mutating func popLast() -> Value? {
        if count == 0 { return nil }
        count -= 1
        return base[count]
    }

    @inline(__always)
    mutating func cut(to count: Int) {
        precondition(count >= 0 && count <= self.count)
        self.count = count
    }

    /// `fill` writes some values, and says how many.
    @inline(__always)
    mutating func append(atMost more: Int, _ fill: (UnsafeMutablePointer<Value>) -> Int) {
        if capacity - count < more { grow(to: 2 * (count + more)) }
        count += fill(base + count)
    }

    /// Makes it a row of one value.
    mutating func fill(with value: Value, count: Int) {
        if capacity < count { grow(to: count) }
        base.initialize(repeating: value, count: count)
        self.count = count
    }

    /// All of it, to be changed in place.
    var all: UnsafeMutableBufferPointer<Value> { UnsafeMutableBufferPointer(start: base, count: count) }

    @inline(never)
    private mutating func grow(to capacity: Int) {
        self.capacity = capacity
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
    }
}
