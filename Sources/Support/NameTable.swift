/// Interned byte strings: equal names have equal numbers, in order of first appearance, so that tables about names are
/// arrays. Every word of a source passes through here: the first eight bytes of a name stand in the hash table itself,
/// where one comparison decides about most names, and texts are never moved.
public final class NameTable {
    @usableFromInline struct Slot {
        /// The first eight bytes; zeros behind a shorter name.
        @usableFromInline var head: UInt64
        @usableFromInline var id: Int32
        @usableFromInline var length: Int32
    }

    @usableFromInline struct Text {
        /// At least eight readable bytes follow the text.
        @usableFromInline let start: UnsafePointer<UInt8>
        @usableFromInline let length: Int32
    }

    @usableFromInline var slots: UnsafeMutablePointer<Slot>
    @usableFromInline var mask: Int
    @usableFromInline var texts: UnsafeMutablePointer<Text>
    private var textCapacity: Int
    public private(set) var count = 0
    private var chunks: [UnsafeMutablePointer<UInt8>] = []
    private var chunkNext: UnsafeMutablePointer<UInt8>
    private var chunkLeft: Int
    private let chunkSize: Int

    /// With room for so many names, a power of two; there may be more.
    public init(room: Int = 1024) {
        mask = 2 * room - 1
        slots = NameTable.emptySlots(mask + 1)
        textCapacity = room
        texts = .allocate(capacity: room)
        chunkSize = 32 * room
        chunkLeft = chunkSize
        chunkNext = .allocate(capacity: chunkLeft + NameTable.padding)
        chunks.append(chunkNext)
    }

    deinit {
        slots.deallocate()
        texts.deallocate()
        for chunk in chunks { chunk.deallocate() }
    }

    /// How many bytes behind a text must be readable for `intern(padded:)`.
    public static let padding = 8

    // MARK: - Looking up

    /// The number of the name; a new one if it was not seen before.
    @inlinable @inline(__always)
    public func intern(padded text: UnsafePointer<UInt8>, length: Int) -> Int32 {
        var head = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self)
        if length < 8 { head &= (1 << UInt64(truncatingIfNeeded: length &* 8)) &- 1 }
        return intern(text, length: length, head: head)
    }

    /// The same for a text with nothing behind it.
    @inlinable
    public func intern(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard let start = name.baseAddress else { return intern(NameTable.noText, length: 0, head: 0) }
        return intern(start, length: name.count, head: NameTable.head(UnsafeRawPointer(start), name.count))
    }

    public func intern(_ name: String) -> Int32 {
        var name = name
        return name.withUTF8 { intern($0) }
    }

    @inlinable @inline(__always)
    func intern(_ text: UnsafePointer<UInt8>, length: Int, head: UInt64) -> Int32 {
        let hash = NameTable.hash(text, length, head)
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while true {
            let found = slots[slot]
            if found.id < 0 { break }
            if found.head == head, Int(found.length) == length, length <= 8 || sameTail(texts[Int(found.id)].start, text, length) {
                return found.id
            }
            slot = (slot &+ 1) & mask
        }
        return insert(text, length: length, head: head, slot: slot)
    }

    /// The first eight bytes, of a shorter name without a look behind its end.
    @inlinable @inline(__always)
    static func head(_ text: UnsafeRawPointer, _ count: Int) -> UInt64 {
        if count >= 8 { return text.loadUnaligned(as: UInt64.self) }
        if count >= 4 {
            return UInt64(text.loadUnaligned(as: UInt32.self))
                | UInt64(text.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)) << UInt64(truncatingIfNeeded: 8 &* (count &- 4))
        }
        if count >= 2 {
            return UInt64(text.loadUnaligned(as: UInt16.self))
                | UInt64(text.loadUnaligned(fromByteOffset: count &- 2, as: UInt16.self)) << UInt64(truncatingIfNeeded: 8 &* (count &- 2))
        }
        return count == 1 ? UInt64(text.load(as: UInt8.self)) : 0
    }

    /// A hash whose upper half is well mixed.
    @inlinable @inline(__always)
    static func hash(_ text: UnsafePointer<UInt8>, _ length: Int, _ head: UInt64) -> UInt64 {
        var hash = (UInt64(truncatingIfNeeded: length) ^ head) &* 0x9E37_79B9_7F4A_7C15
        if length <= 8 { return hash }
        let raw = UnsafeRawPointer(text)
        var at = 8
        while at &+ 8 < length {
            hash = (hash ^ (hash >> 29) ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            at &+= 8
        }
        let tail = raw.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
        return (hash ^ (hash >> 29) ^ tail) &* 0xC2B2_AE3D_27D4_EB4F
    }

    /// The same for tables of other kinds.
    public static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let start = name.baseAddress else { return 0 }
        return hash(start, name.count, head(UnsafeRawPointer(start), name.count))
    }

    /// Whether two names of the same length, above eight, are the same behind their heads.
    @inlinable @inline(__always)
    func sameTail(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let a = UnsafeRawPointer(a), b = UnsafeRawPointer(b)
        var at = 8
        while at &+ 8 < length {
            if a.loadUnaligned(fromByteOffset: at, as: UInt64.self) != b.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
            at &+= 8
        }
        return a.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self) == b.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
    }

    // MARK: - Asking about a name

    /// The characters of a name; of a number that is no name, none.
    @inlinable
    public func bytes(_ id: Int32) -> UnsafeBufferPointer<UInt8> {
        guard id >= 0, Int(id) < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let text = texts[Int(id)]
        return UnsafeBufferPointer(start: text.start, count: Int(text.length))
    }

    public func string(_ id: Int32) -> String { String(decoding: bytes(id), as: UTF8.self) }

    // MARK: - Growing

    @usableFromInline static var noText: UnsafePointer<UInt8> { UnsafePointer(bitPattern: 8)! }

    private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
        slots.initialize(repeating: Slot(head: 0, id: -1, length: 0), count: count)
        return slots
    }

    @usableFromInline func insert(_ text: UnsafePointer<UInt8>, length: Int, head: UInt64, slot: Int) -> Int32 {
        if chunkLeft < length {
            chunkLeft = max(chunkSize, length)
            chunkNext = .allocate(capacity: chunkLeft + NameTable.padding)
            chunks.append(chunkNext)
        }
        let copy = chunkNext
        copy.initialize(from: text, count: length)
        chunkNext += length
        chunkLeft -= length
        if count == textCapacity {
            let larger = UnsafeMutablePointer<Text>.allocate(capacity: textCapacity * 2)
            larger.moveInitialize(from: texts, count: count)
            texts.deallocate()
            texts = larger
            textCapacity *= 2
        }
        let id = Int32(truncatingIfNeeded: count)
        (texts + count).initialize(to: Text(start: UnsafePointer(copy), length: Int32(truncatingIfNeeded: length)))
        count += 1
        slots[slot] = Slot(head: head, id: id, length: Int32(truncatingIfNeeded: length))
        if count * 2 > mask { growSlots() }
        return id
    }

    /// Names are put in anew by their texts, in the order of their numbers.
    private func growSlots() {
        slots.deallocate()
        mask = mask * 4 + 3
        slots = NameTable.emptySlots(mask + 1)
        for id in 0..<count {
            let text = texts[id]
            let head = NameTable.head(UnsafeRawPointer(text.start), Int(text.length))
            let hash = NameTable.hash(text.start, Int(text.length), head)
            var slot = Int(truncatingIfNeeded: hash >> 32) & mask
            while slots[slot].id >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Slot(head: head, id: Int32(truncatingIfNeeded: id), length: text.length)
        }
    }
}
