/// Random numbers, the same ones for the same seed everywhere (SplitMix64).
package struct Random {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// Numbers for case `index` of a run; neighbours have nothing in common.
    package init(seed: Int, index: Int) {
        self.init(seed: UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: index))
        _ = next()
        state ^= UInt64(truncatingIfNeeded: index) << 32
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// 0 ..< bound, for bounds below 2³².
    package mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(bound)) >> 32) }

    package mutating func chance(_ numerator: Int, in denominator: Int) -> Bool { below(denominator) < numerator }

    package mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }

    package mutating func shuffle<T>(_ array: inout [T]) {
        guard array.count > 1 else { return }
        for i in stride(from: array.count - 1, to: 0, by: -1) { array.swapAt(i, below(i + 1)) }
    }
}
