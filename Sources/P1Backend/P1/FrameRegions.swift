/// Which `enter` an instruction of a text belongs to.
///
/// P1 keeps the frame's size out of `eret` and `ldarg`, so the assembler has to know it. A region is the
/// source from one `enter` to the next. Where a branch leads from one region into another, both may run into
/// the same `eret`; then the two enters make frames of one size, the larger. A frame that is larger than was
/// asked for is still right, so joining too much costs stack, never correctness.
struct FrameRegions {
    private var sizes: [Int] = [0]
    private var parents: [Int32] = [0]
    /// The region that the next instruction belongs to; 0 before any enter.
    private(set) var current: Int32 = 0

    mutating func enter(size: Int) {
        current = Int32(sizes.count)
        sizes.append(size)
        parents.append(current)
    }

    /// The source that follows has nothing to do with what came before.
    mutating func reset() { current = 0 }

    mutating func join(_ a: Int32, _ b: Int32) {
        let a = root(a), b = root(b)
        guard a != b, a != 0, b != 0 else { return }
        sizes[Int(a)] = max(sizes[Int(a)], sizes[Int(b)])
        parents[Int(b)] = a
    }

    mutating func size(_ region: Int32) -> Int { sizes[Int(root(region))] }

    private mutating func root(_ region: Int32) -> Int32 {
        var region = region
        while parents[Int(region)] != region {
            parents[Int(region)] = parents[Int(parents[Int(region)])]
            region = parents[Int(region)]
        }
        return region
    }
}
