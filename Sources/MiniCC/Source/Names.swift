/// A number for an identifier: two tokens are the same name exactly when their numbers are equal.
public typealias Name = Int32

/// Every identifier of a compilation, once. Numbers are given in order of first appearance, so tables about
/// names (macros, keywords, the parser's scopes) are arrays indexed by `Name`.
public final class Names {
    /// A slot of the hash table. The first eight bytes of the text are kept here: most names end there, and
    /// one comparison decides.
    private struct Slot {
        var head: UInt64
        var name: Int32
        var length: Int32
    }

    struct Entry {
        let text: UnsafePointer<UInt8>
        let length: Int32
        /// The macro with this name, or -1. Written by the preprocessor only.
        var macro: Int32
        /// What an identifier token with this name becomes: a keyword, or .identifier.
        var keyword: TokenKind
        /// The number of the parameter with this name, + 1, while a macro definition is read.
        var parameter: Int32 = 0
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private(set) var entries: UnsafeMutablePointer<Entry>
    private var entryCapacity: Int
    public private(set) var count = 0
    private var chunks: [UnsafeMutablePointer<UInt8>] = []
    private var chunkNext: UnsafeMutablePointer<UInt8>
    private var chunkLeft: Int

    public init() {
        // A small program and what is predefined have a thousand names.
        mask = 2047
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: Slot(head: 0, name: -1, length: 0), count: mask + 1)
        entryCapacity = 2048
        entries = .allocate(capacity: entryCapacity)
        chunkLeft = Names.chunkSize
        chunkNext = .allocate(capacity: chunkLeft + 8)
        chunks.append(chunkNext)
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
        for chunk in chunks { chunk.deallocate() }
    }

    private static let chunkSize = 1 << 16

    // MARK: - Looking up

    /// The number of the name; a new one if it was not seen before. At least 8 bytes behind the text must be
    /// readable (they are in every `SourceBuffer`).
    @inline(__always)
    func intern(padded text: UnsafePointer<UInt8>, length: Int) -> Name {
        let (head, hash) = Names.hash(text, length: length)
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while true {
            let found = slots[slot]
            if found.name < 0 { break }
            if found.head == head, Int(found.length) == length,
               length <= 8 || sameTail(entries[Int(found.name)].text, text, length) {
                return found.name
            }
            slot = (slot &+ 1) & mask
        }
        return insert(text, length: length, head: head, slot: slot)
    }

    /// The first eight bytes (zeros behind a shorter name), and a hash whose upper half is well mixed.
    @inline(__always)
    private static func hash(_ text: UnsafePointer<UInt8>, length: Int) -> (head: UInt64, hash: UInt64) {
        var head = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self)
        var hash = UInt64(truncatingIfNeeded: length)
        if length < 8 {
            head &= (1 << UInt64(truncatingIfNeeded: length &* 8)) &- 1
            return (head, (hash ^ head) &* 0x9E37_79B9_7F4A_7C15)
        }
        hash = (hash ^ head) &* 0x9E37_79B9_7F4A_7C15
        var at = 8
        while at &+ 8 < length {
            hash = (hash ^ (hash >> 29) ^ UnsafeRawPointer(text + at).loadUnaligned(as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            at &+= 8
        }
        let tail = UnsafeRawPointer(text + (length &- 8)).loadUnaligned(as: UInt64.self)
        return (head, (hash ^ (hash >> 29) ^ tail) &* 0xC2B2_AE3D_27D4_EB4F)
    }

    @inline(__always)
    private func sameTail(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        var at = 8
        while at &+ 8 < length {
            if UnsafeRawPointer(a + at).loadUnaligned(as: UInt64.self) != UnsafeRawPointer(b + at).loadUnaligned(as: UInt64.self) {
                return false
            }
            at &+= 8
        }
        return UnsafeRawPointer(a + (length &- 8)).loadUnaligned(as: UInt64.self)
            == UnsafeRawPointer(b + (length &- 8)).loadUnaligned(as: UInt64.self)
    }

    public func intern(_ text: UnsafeBufferPointer<UInt8>) -> Name {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 8) { copy in
            let base = copy.baseAddress!
            base.initialize(repeating: 0, count: text.count + 8)
            if let start = text.baseAddress { base.update(from: start, count: text.count) }
            return intern(padded: UnsafePointer(base), length: text.count)
        }
    }

    public func intern(_ text: String) -> Name {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    // MARK: - Asking about a name

    public func text(_ name: Name) -> UnsafeBufferPointer<UInt8> {
        guard name >= 0, Int(name) < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let entry = entries[Int(name)]
        return UnsafeBufferPointer(start: entry.text, count: Int(entry.length))
    }

    /// For messages and dumps.
    public func string(_ name: Name) -> String { String(decoding: text(name), as: UTF8.self) }

    func setKeyword(_ name: Name, _ kind: TokenKind) { entries[Int(name)].keyword = kind }

    // MARK: - Growing

    private func insert(_ text: UnsafePointer<UInt8>, length: Int, head: UInt64, slot: Int) -> Name {
        if chunkLeft < length {
            chunkLeft = max(Names.chunkSize, length)
            // Eight more, since comparisons read whole words.
            chunkNext = .allocate(capacity: chunkLeft + 8)
            chunks.append(chunkNext)
        }
        let copy = chunkNext
        copy.initialize(from: text, count: length)
        chunkNext += length
        chunkLeft -= length
        if count == entryCapacity {
            let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
            larger.moveInitialize(from: entries, count: count)
            entries.deallocate()
            entries = larger
            entryCapacity *= 2
        }
        let name = Name(count)
        (entries + count).initialize(to: Entry(text: UnsafePointer(copy), length: Int32(length), macro: -1, keyword: .identifier))
        count += 1
        slots[slot] = Slot(head: head, name: name, length: Int32(length))
        if count * 2 > mask { growSlots() }
        return name
    }

    /// Names are put in anew by their texts, in the order of their numbers.
    private func growSlots() {
        slots.deallocate()
        mask = mask * 4 + 3
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: Slot(head: 0, name: -1, length: 0), count: mask + 1)
        for index in 0..<count {
            let entry = entries[index]
            let (head, hash) = Names.hash(entry.text, length: Int(entry.length))
            var slot = Int(truncatingIfNeeded: hash >> 32) & mask
            while slots[slot].name >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Slot(head: head, name: Name(index), length: entry.length)
        }
    }
}
