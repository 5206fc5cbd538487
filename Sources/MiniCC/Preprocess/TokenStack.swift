import Support

/// A stack of tokens that never moves: the address space is set aside at the start, and the system gives it
/// memory as it is used. Pointers into it stay good until what they point to is released.
struct TokenStack {
    let base: UnsafeMutablePointer<Token>
    var count = 0
    let capacity: Int

    /// nil when the system refuses.
    init?(capacity: Int) {
        let size = capacity * MemoryLayout<Token>.stride
        guard let memory = OperatingSystem.reserve(size) else { return nil }
        base = memory.bindMemory(to: Token.self, capacity: capacity)
        self.capacity = capacity
    }

    func free() { OperatingSystem.release(base, capacity * MemoryLayout<Token>.stride) }

    /// Where the next token goes. A few places are kept free behind `isFull`.
    @inline(__always)
    var top: UnsafeMutablePointer<Token> { base + count }
    @inline(__always)
    var isFull: Bool { count >= capacity - 16 }
}
