/// Interned byte strings: equal names have equal numbers, in order of first appearance.
public struct NameTable: Sendable {
    private var text: [UInt8] = []
    private var starts: [UInt32] = [0]
    private var slots: [Int32] = []
    private var mask = 0

    public init() { grow(to: 1024) }

    public var count: Int { starts.count - 1 }

    public mutating func intern(_ name: String) -> Int32 {
        var name = name
        return name.withUTF8 { intern($0) }
    }

    public mutating func intern(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
        var slot = Int(truncatingIfNeeded: NameTable.hash(name)) & mask
        while true {
            let id = slots[slot]
            if id < 0 { break }
            if equal(id, name) { return id }
            slot = (slot + 1) & mask
        }
        let id = Int32(count)
        text.append(contentsOf: name)
        starts.append(UInt32(text.count))
        slots[slot] = id
        if count * 2 > mask { grow(to: (mask + 1) * 2) }
        return id
    }

    public func bytes(_ id: Int32) -> ArraySlice<UInt8> { text[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])] }
    public func string(_ id: Int32) -> String { String(decoding: bytes(id), as: UTF8.self) }

    /// Eight bytes a step: names are hashed once for every word of the source.
    @inline(__always)
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: name.count) &* 0x9E37_79B9_7F4A_7C15
        guard let base = name.baseAddress else { return hash }
        let raw = UnsafeRawPointer(base)
        var offset = 0
        while offset + 8 <= name.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            offset += 8
        }
        var tail: UInt64 = 0
        while offset < name.count {
            tail = tail << 8 | UInt64(base[offset])
            offset += 1
        }
        hash = (hash ^ tail) &* 0x9E37_79B9_7F4A_7C15
        return hash ^ hash >> 32
    }

    @inline(__always)
    private func equal(_ id: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[Int(id)])
        guard Int(starts[Int(id) + 1]) - start == name.count else { return false }
        return text.withUnsafeBufferPointer { text in
            for i in 0..<name.count where text[start + i] != name[i] { return false }
            return true
        }
    }

    private mutating func grow(to size: Int) {
        mask = size - 1
        slots = [Int32](repeating: -1, count: size)
        text.withUnsafeBufferPointer { text in
            for id in 0..<count {
                let start = Int(starts[id])
                let name = UnsafeBufferPointer(rebasing: text[start..<Int(starts[id + 1])])
                var slot = Int(truncatingIfNeeded: NameTable.hash(name)) & mask
                while slots[slot] >= 0 { slot = (slot + 1) & mask }
                slots[slot] = Int32(id)
            }
        }
    }
}
