/// The same numbers for the same seed, everywhere.
struct Random {
    private var state: UInt64

    /// Numbers for case `index` of a run; neighbours have nothing in common.
    init(seed: Int, index: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: index)
        _ = next()
        state ^= UInt64(truncatingIfNeeded: index) << 32
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// From 0 up to `limit`, without it.
    mutating func below(_ limit: Int) -> Int { limit < 2 ? 0 : Int(next() % UInt64(limit)) }

    mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }

    /// True once in `n` times.
    mutating func once(in n: Int) -> Bool { below(n) == 0 }
}
