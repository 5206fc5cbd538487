/// Interned byte strings: equal names have equal numbers, in order of first appearance.
/// The characters lie in one block of memory that is never copied while names are looked up,
/// since every word of a source passes through here.
public final class NameTable {
    private var text: UnsafeMutablePointer<UInt8>
    private var textCount = 0
    private var textCapacity: Int
    private var starts: [UInt32] = [0]
    private var slots: [Slot]
    private var mask: Int

    /// Half of the hash stands beside the number, so that a probe rarely has to look at the text.
    private struct Slot {
        var hash: UInt32
        var id: Int32
    }

    /// With room for so many names, a power of two; there may be more.
    public init(room: Int = 1024) {
        textCapacity = 32 * room
        text = .allocate(capacity: textCapacity)
        mask = 2 * room - 1
        slots = [Slot](repeating: Slot(hash: 0, id: -1), count: mask + 1)
        starts.reserveCapacity(room)
    }

    deinit { text.deallocate() }

    public var count: Int { starts.count - 1 }

    public func intern(_ name: String) -> Int32 {
        var name = name
        return name.withUTF8 { intern($0) }
    }

    public func intern(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = NameTable.hash(name)
        let short = UInt32(truncatingIfNeeded: hash >> 32)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = slots[slot]
            if entry.id < 0 { break }
            if entry.hash == short && equal(entry.id, name) { return entry.id }
            slot = (slot + 1) & mask
        }
        let id = Int32(count)
        append(name)
        slots[slot] = Slot(hash: short, id: id)
        if count * 2 > mask { grow() }
        return id
    }

    /// The characters of a name; valid until the next call of `intern`.
    public func bytes(_ id: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = Int(starts[Int(id)])
        return UnsafeBufferPointer(start: text + start, count: Int(starts[Int(id) + 1]) - start)
    }

    public func string(_ id: Int32) -> String { String(decoding: bytes(id), as: UTF8.self) }

    /// The last eight bytes of a name; of a shorter one all, so that with the length they say which it is.
    @inline(__always)
    private static func tail(_ name: UnsafeRawPointer, _ count: Int) -> UInt64 {
        if count >= 8 { return name.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
        if count >= 4 {
            return UInt64(name.loadUnaligned(as: UInt32.self))
                | UInt64(name.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
        }
        if count >= 2 {
            return UInt64(name.loadUnaligned(as: UInt16.self))
                | UInt64(name.loadUnaligned(fromByteOffset: count - 2, as: UInt16.self)) << 16
        }
        return count == 1 ? UInt64(name.load(as: UInt8.self)) : 0
    }

    /// Eight bytes a step.
    @inline(__always)
    static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: name.count) &* 0x9E37_79B9_7F4A_7C15
        guard let base = name.baseAddress else { return hash }
        let raw = UnsafeRawPointer(base)
        var offset = 0
        while offset + 8 < name.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            offset += 8
        }
        hash = (hash ^ tail(raw, name.count)) &* 0x9E37_79B9_7F4A_7C15
        return hash ^ hash >> 32
    }

    @inline(__always)
    private func equal(_ id: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[Int(id)])
        guard Int(starts[Int(id) + 1]) - start == name.count else { return false }
        guard let base = name.baseAddress else { return true }
        let own = UnsafeRawPointer(text + start), other = UnsafeRawPointer(base)
        var offset = 0
        while offset + 8 < name.count {
            guard own.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else { return false }
            offset += 8
        }
        return NameTable.tail(own, name.count) == NameTable.tail(other, name.count)
    }

    private func append(_ name: UnsafeBufferPointer<UInt8>) {
        if textCount + name.count > textCapacity {
            textCapacity = max(textCapacity * 2, textCount + name.count)
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: textCapacity)
            larger.update(from: text, count: textCount)
            // `name` may be a name of this table; it is copied before the old block goes.
            if let base = name.baseAddress { (larger + textCount).update(from: base, count: name.count) }
            text.deallocate()
            text = larger
        } else if let base = name.baseAddress {
            (text + textCount).update(from: base, count: name.count)
        }
        textCount += name.count
        starts.append(UInt32(textCount))
    }

    private func grow() {
        mask = mask * 2 + 1
        slots = [Slot](repeating: Slot(hash: 0, id: -1), count: mask + 1)
        for id in 0..<Int32(count) {
            let hash = NameTable.hash(bytes(id))
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot].id >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Slot(hash: UInt32(truncatingIfNeeded: hash >> 32), id: id)
        }
    }
}
