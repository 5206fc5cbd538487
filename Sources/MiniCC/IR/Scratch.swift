/// Numbers that are needed while something is computed, for blocks or values by their number. A hundred such rows are
/// made for every function, and an array costs several times as much to make as this, which is not counted, not
/// copied, and freed by whoever made it. Access is checked.
struct Scratch<Value: BitwiseCopyable> {
    private let base: UnsafeMutablePointer<Value>
    let count: Int

    init(repeating value: Value, count: Int) {
        self.count = count
        base = .allocate(capacity: max(1, count))
        base.initialize(repeating: value, count: count)
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

    func reset(to value: Value) { base.update(repeating: value, count: count) }
}
