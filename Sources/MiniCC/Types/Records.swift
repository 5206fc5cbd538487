/// A struct or union declaration.
struct Record {
    /// Its tag, -1 without one.
    var tag: Int32
    var location: SourceLocation
    var type: TypeID
    var firstField: Int32 = 0
    var fieldCount: Int32 = 0
    /// Of all members, those of records in it among them.
    var memberQualifiers: Qualifiers = []
    /// Its last member is an array without length.
    var hasFlexibleArray = false
    /// Between its `{` and its `}`.
    var isBeingDefined = false
}

struct Enumeration {
    var tag: Int32
    var location: SourceLocation
}

struct Field {
    /// -1: anonymous struct or union, or unnamed bit-field.
    var name: Int32
    var type: TypeID
    /// Byte offset in the record; of a bit-field, the offset of its lowest byte.
    var offset: Int64
    /// Bit-fields: position of the lowest bit in the byte at `offset`, and number of bits.
    var bitOffset: Int16 = 0
    var bitWidth: Int16 = -1
    var location: SourceLocation

    @inline(__always) var isBitField: Bool { bitWidth >= 0 }
}

/// Finds members by name in constant time, for records of any size. The members of an anonymous
/// struct or union are entered for the outer record too, and lead to the anonymous member.
struct FieldIndex {
    private var keys = [UInt64](repeating: .max, count: 256)
    private var values = [Int32](repeating: -1, count: 256)
    private var count = 0

    private static func key(_ record: Int32, _ name: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: record)) << 32 | UInt64(UInt32(bitPattern: name))
    }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while keys[slot] != .max && keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    func find(record: Int32, name: Int32) -> Int32? {
        let slot = self.slot(FieldIndex.key(record, name))
        return keys[slot] == .max ? nil : values[slot]
    }

    /// The field that already has this name, if there is one.
    mutating func enter(record: Int32, name: Int32, field: Int32) -> Int32? {
        let key = FieldIndex.key(record, name)
        let slot = self.slot(key)
        if keys[slot] == key { return values[slot] }
        keys[slot] = key
        values[slot] = field
        count += 1
        if count * 2 > keys.count { grow() }
        return nil
    }

    private mutating func grow() {
        let oldKeys = keys, oldValues = values
        keys = [UInt64](repeating: .max, count: oldKeys.count * 2)
        values = [Int32](repeating: -1, count: oldKeys.count * 2)
        for i in 0..<oldKeys.count where oldKeys[i] != .max {
            let slot = self.slot(oldKeys[i])
            keys[slot] = oldKeys[i]
            values[slot] = oldValues[i]
        }
    }
}

/// Places members one after the other as the System V ABI does.
struct RecordLayout {
    let isUnion: Bool
    /// attribute((packed)) on the record.
    var isPacked: Bool
    /// #pragma pack, 0 for none.
    let pack: Int32
    private(set) var alignment: Int32 = 1
    /// First free bit (struct), or the size in bits (union).
    private var bits: Int64 = 0

    init(isUnion: Bool, isPacked: Bool, pack: Int32) {
        self.isUnion = isUnion
        self.isPacked = isPacked
        self.pack = pack
    }

    /// The byte offset for a member of this size. `explicit` is its attribute((aligned)) or _Alignas, 0 for none.
    mutating func place(size: Int64, alignment natural: Int32, explicit: Int32, packed: Bool) -> Int64 {
        let align = memberAlignment(natural, explicit: explicit, packed: packed)
        alignment = max(alignment, align)
        if isUnion {
            bits = max(bits, size * 8)
            return 0
        }
        let offset = roundUp((bits + 7) >> 3, to: Int64(align))
        bits = (offset + size) * 8
        return offset
    }

    /// The first bit of a bit-field of `width` bits; its type has this size and alignment.
    mutating func place(width: Int64, named: Bool, size: Int64, alignment natural: Int32, explicit: Int32,
                        packed: Bool) -> Int64 {
        if width == 0 {
            // Packed or not.
            if !isUnion { bits = roundUp(bits, to: Int64(natural) * 8) }
            return bits
        }
        let align = memberAlignment(natural, explicit: explicit, packed: packed)
        if named { alignment = max(alignment, align) }
        if isUnion {
            bits = max(bits, width)
            return 0
        }
        if explicit > 0 { bits = roundUp(bits, to: Int64(align) * 8) }
        let unit = Int64(align) * 8
        // Packed ones, by attribute or by any #pragma pack, lie across the bounds of their type's units.
        let isPacked = self.isPacked || packed || pack > 0
        if !isPacked && (bits % unit + width + unit - 1) / unit > size * 8 / unit { bits = roundUp(bits, to: unit) }
        let position = bits
        bits += width
        return position
    }

    /// Size of the whole, once all members are placed; `explicit` is the record's own alignment attribute.
    mutating func finish(explicit: Int32) -> Int64 {
        alignment = max(alignment, explicit)
        return roundUp((bits + 7) >> 3, to: Int64(alignment))
    }

    private func memberAlignment(_ natural: Int32, explicit: Int32, packed: Bool) -> Int32 {
        var align = packed || isPacked ? 1 : natural
        if explicit > 0 { align = packed || isPacked ? explicit : max(align, explicit) }
        return pack > 0 ? min(align, pack) : align
    }
}

func roundUp(_ value: Int64, to unit: Int64) -> Int64 { (value + unit - 1) / unit * unit }
