import Support

/// Every name that the members of some archives define, and the member that defines it first. The names stay where
/// they are, in the archives.
struct ArchiveDefinitions {
    struct Member: Hashable {
        let archive: Int32
        /// Of its header.
        let offset: UInt32
    }

    private(set) var members: [Member] = []
    private var names: [Name] = []
    /// A hash table of numbers of names, from 1 on.
    private var slots: [Int32] = []

    private struct Name {
        let start: UnsafePointer<UInt8>
        let length: UInt32
        let member: Int32
    }

    init(_ archives: [Archive]) {
        for (index, archive) in archives.enumerated() {
            archive.forEachDefinition { name, offset in
                if members.last?.archive != Int32(index) || members.last?.offset != offset {
                    members.append(Member(archive: Int32(index), offset: offset))
                }
                if let start = name.baseAddress {
                    names.append(Name(start: start, length: UInt32(name.count), member: Int32(members.count - 1)))
                }
            }
        }
        var size = 64
        while size < names.count * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        for (index, name) in names.enumerated() {
            let (slot, isKnown) = find(UnsafeBufferPointer(start: name.start, count: Int(name.length)))
            if !isKnown { slots[slot] = Int32(index) + 1 }
        }
    }

    /// The number of the member that defines a name first; nil if none does.
    func member(defining name: UnsafeBufferPointer<UInt8>) -> Int? {
        let (slot, isKnown) = find(name)
        return isKnown ? Int(names[Int(slots[slot]) - 1].member) : nil
    }

    /// Where a name stands in the table, or would stand.
    private func find(_ name: UnsafeBufferPointer<UInt8>) -> (slot: Int, isKnown: Bool) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: NameTable.hash(name) >> 32) & mask
        while slots[slot] > 0 {
            let found = names[Int(slots[slot]) - 1]
            if Int(found.length) == name.count, let start = name.baseAddress, memcmp(found.start, start, name.count) == 0 {
                return (slot, true)
            }
            slot = (slot + 1) & mask
        }
        return (slot, false)
    }
}
