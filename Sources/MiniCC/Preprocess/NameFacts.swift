/// A number for an identifier: two tokens are the same name exactly when their numbers are equal.
typealias Name = Int32

/// What the preprocessor knows of each name.
struct NameFacts {
    struct Facts {
        /// The macro with this name, or -1.
        var macro: Int32 = -1
        /// The number of the parameter with this name, + 1, while a macro definition is read.
        var parameter: Int32 = 0
        /// What an identifier token with this name becomes: a keyword, or .identifier.
        var keyword: TokenKind = .identifier
    }

    private var facts: UnsafeMutablePointer<Facts>
    /// Names beyond have nothing known of them.
    private var count: Int

    init() {
        // A small program and what is predefined have a thousand names.
        count = 2048
        facts = .allocate(capacity: count)
        facts.initialize(repeating: Facts(), count: count)
    }

    func free() { facts.deallocate() }

    subscript(name: Name) -> Facts {
        @inline(__always) get { Int(name) < count ? facts[Int(name)] : Facts() }
        @inline(__always) _modify {
            if Int(name) >= count { grow(to: Int(name) + 1) }
            yield &facts[Int(name)]
        }
    }

    private mutating func grow(to least: Int) {
        let larger = max(least, count * 2)
        let copy = UnsafeMutablePointer<Facts>.allocate(capacity: larger)
        copy.update(from: facts, count: count)
        (copy + count).initialize(repeating: Facts(), count: larger - count)
        facts.deallocate()
        facts = copy
        count = larger
    }
}
