/// All types of a translation unit, interned.
struct TypeInfo {
    var kind: TypeKind
    /// Its size is known: false for void, functions, `[]` and records without a body.
    var isComplete = true
    /// Function: ends in `...`. Record: was declared with members that are const.
    var isVariadic = false
    /// Function: has a parameter list that says types.
    var isPrototype = false
    /// It is, or is derived from, an array of variable length.
    var isVariable = false
    var alignment: Int32 = 1
    /// What a pointer points to, an array consists of, a function returns, an enumeration is stored as.
    var base = TypeID.invalid
    var size: Int64 = 0
    /// Array: number of elements. Array of variable length: the hidden variable that holds its size in bytes.
    var count: Int64 = 0
    /// Function: its parameters in `parameters`. Record, enumeration: number of its declaration.
    var first: Int32 = 0
    var length: Int32 = 0
    /// The pointer to this type without qualifiers, once somebody asked for it.
    var pointer = TypeID.none
}

struct TypeTable: ~Copyable {
    private(set) var entries = Arena<Int32, TypeInfo>(capacity: 512)
    private(set) var parameters = Arena<Int32, TypeID>(capacity: 512)
    var records: [Record] = []
    var enumerations: [Enumeration] = []
    var fields = Arena<Int32, Field>(capacity: 512)
    var fieldIndex = FieldIndex()
    private var slots: [Int32]
    private var internedCount = 0

    /// Plain char counts as unsigned (-funsigned-char).
    let charIsUnsigned: Bool

    /// No object is larger, so that sums of sizes and offsets never overflow.
    static let maximumSize: Int64 = 1 << 46

    init(charIsUnsigned: Bool = false) {
        self.charIsUnsigned = charIsUnsigned
        slots = [Int32](repeating: -1, count: 1024)
        let basic: [(TypeKind, Int64)] = [
            (.invalid, 1), (.void, 1), (.bool, 1), (.char, 1), (.signedChar, 1), (.unsignedChar, 1), (.short, 2),
            (.unsignedShort, 2), (.int, 4), (.unsignedInt, 4), (.long, 8), (.unsignedLong, 8), (.longLong, 8),
            (.unsignedLongLong, 8), (.float, 4), (.double, 8), (.longDouble, 8),
        ]
        for (kind, size) in basic {
            entries.append(TypeInfo(kind: kind, isComplete: kind != .void, alignment: Int32(size), size: size))
        }
    }

    // MARK: Questions

    @inline(__always) subscript(type: TypeID) -> TypeInfo {
        get { entries[type.index] }
        nonmutating _modify { yield &entries[type.index] }
    }
    @inline(__always) func kind(_ type: TypeID) -> TypeKind { entries[type.index].kind }
    @inline(__always) func base(_ type: TypeID) -> TypeID { entries[type.index].base }
    @inline(__always) func size(_ type: TypeID) -> Int64 { entries[type.index].size }
    @inline(__always) func alignment(_ type: TypeID) -> Int32 { entries[type.index].alignment }
    @inline(__always) func isComplete(_ type: TypeID) -> Bool { entries[type.index].isComplete }

    @inline(__always) func isInteger(_ type: TypeID) -> Bool {
        let kind = self.kind(type)
        return kind.rawValue >= TypeKind.bool.rawValue && kind.rawValue <= TypeKind.unsignedLongLong.rawValue
            || kind == .enumeration
    }
    @inline(__always) func isFloating(_ type: TypeID) -> Bool {
        let kind = self.kind(type)
        return kind == .double || kind == .float || kind == .longDouble
    }
    @inline(__always) func isArithmetic(_ type: TypeID) -> Bool {
        let kind = self.kind(type)
        return kind.rawValue >= TypeKind.bool.rawValue && kind.rawValue <= TypeKind.enumeration.rawValue
    }
    @inline(__always) func isScalar(_ type: TypeID) -> Bool {
        let kind = self.kind(type)
        return kind.rawValue >= TypeKind.bool.rawValue && kind.rawValue <= TypeKind.pointer.rawValue
    }
    @inline(__always) func isPointer(_ type: TypeID) -> Bool { kind(type) == .pointer }
    @inline(__always) func isFunction(_ type: TypeID) -> Bool { kind(type) == .function }
    @inline(__always) func isRecord(_ type: TypeID) -> Bool {
        kind(type).rawValue >= TypeKind.structure.rawValue
    }
    @inline(__always) func isArray(_ type: TypeID) -> Bool {
        let kind = self.kind(type)
        return kind == .array || kind == .variableArray
    }
    func isVoidPointer(_ type: TypeID) -> Bool { isPointer(type) && kind(base(type)) == .void }

    /// The integer type that values of this integer type are kept as.
    @inline(__always) func storage(_ type: TypeID) -> TypeKind {
        let entry = entries[type.index]
        return entry.kind == .enumeration ? entries[entry.base.index].kind : entry.kind
    }
    func isUnsigned(_ type: TypeID) -> Bool {
        switch storage(type) {
        case .bool, .unsignedChar, .unsignedShort, .unsignedInt, .unsignedLong, .unsignedLongLong, .pointer: return true
        case .char: return charIsUnsigned
        default: return false
        }
    }

    /// The type's own, and those of everything in it.
    func qualifiersWithin(_ type: TypeID) -> Qualifiers {
        let entry = self[type]
        switch entry.kind {
        case .array, .variableArray: return type.qualifiers.union(qualifiersWithin(entry.base))
        case .structure, .union: return type.qualifiers.union(records[Int(entry.first)].memberQualifiers)
        default: return type.qualifiers
        }
    }
    /// Whether an access of the whole is one of something volatile.
    func isVolatile(_ type: TypeID) -> Bool { type.isVolatile || qualifiersWithin(type).contains(.volatile) }

    func parameter(_ function: TypeID, _ number: Int32) -> TypeID { parameters[self[function].first + number] }
    func parameterCount(_ function: TypeID) -> Int32 { self[function].length }

    // MARK: Makers

    mutating func pointer(to target: TypeID) -> TypeID {
        if target.qualifiers.isEmpty, self[target].pointer != .none { return self[target].pointer }
        var entry = TypeInfo(kind: .pointer, alignment: 8, base: target, size: 8)
        entry.isVariable = self[target].isVariable
        let type = intern(entry)
        if target.qualifiers.isEmpty { self[target].pointer = type }
        return type
    }

    /// Nil when the array would be too large to exist.
    mutating func array(of element: TypeID, count: Int64) -> TypeID? {
        let elementSize = size(element)
        let (bytes, overflow) = elementSize.multipliedReportingOverflow(by: count)
        if overflow || bytes > TypeTable.maximumSize { return nil }
        var entry = TypeInfo(kind: .array, alignment: alignment(element), base: element, size: bytes, count: count)
        entry.isVariable = self[element].isVariable
        return intern(entry)
    }

    mutating func incompleteArray(of element: TypeID) -> TypeID {
        var entry = TypeInfo(kind: .array, isComplete: false, alignment: alignment(element), base: element, count: -1)
        entry.isVariable = self[element].isVariable
        return intern(entry)
    }

    /// Each is a type of its own: its size lives in a variable of its own. -1: `[*]`, in prototypes only.
    mutating func variableArray(of element: TypeID, sizeVariable: Int32) -> TypeID {
        let entry = TypeInfo(kind: .variableArray, isVariable: true, alignment: alignment(element), base: element,
                             count: Int64(sizeVariable))
        return TypeID(index: entries.append(entry))
    }

    mutating func function(returning result: TypeID, parameters list: [TypeID], isVariadic: Bool,
                           isPrototype: Bool) -> TypeID {
        let start = parameters.count
        for type in list { parameters.append(type) }
        var entry = TypeInfo(kind: .function, isComplete: false, isVariadic: isVariadic, isPrototype: isPrototype,
                             base: result, first: start, length: Int32(list.count))
        entry.isVariable = self[result].isVariable
        let before = internedCount
        let type = intern(entry)
        if internedCount == before { parameters.truncate(to: start) }
        return type
    }

    mutating func newRecord(isUnion: Bool, tag: Int32, location: SourceLocation) -> TypeID {
        let entry = TypeInfo(kind: isUnion ? .union : .structure, isComplete: false, first: Int32(records.count))
        let type = TypeID(index: entries.append(entry))
        records.append(Record(tag: tag, location: location, type: type))
        return type
    }

    mutating func newEnumeration(tag: Int32, location: SourceLocation) -> TypeID {
        let entry = TypeInfo(kind: .enumeration, isComplete: false, alignment: 4, base: .unsignedInt, size: 4,
                             first: Int32(enumerations.count))
        enumerations.append(Enumeration(tag: tag, location: location))
        return TypeID(index: entries.append(entry))
    }

    // MARK: Interning

    private func hash(_ entry: TypeInfo) -> Int {
        var hash = UInt64(entry.kind.rawValue) | UInt64(UInt32(bitPattern: entry.base.raw)) << 8
        hash ^= UInt64(bitPattern: entry.count) &* 0x9E37_79B9_7F4A_7C15
        hash &+= entry.isVariadic ? 77 : 0
        for i in 0..<entry.length {
            hash = (hash ^ UInt64(UInt32(bitPattern: parameters[entry.first + i].raw))) &* 0x100_0000_01B3
        }
        hash = hash &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 24)
    }

    private func same(_ a: TypeInfo, _ b: TypeInfo) -> Bool {
        guard a.kind == b.kind, a.base == b.base, a.count == b.count, a.isVariadic == b.isVariadic,
              a.isPrototype == b.isPrototype, a.length == b.length else { return false }
        for i in 0..<a.length where parameters[a.first + i] != parameters[b.first + i] { return false }
        return true
    }

    private mutating func intern(_ entry: TypeInfo) -> TypeID {
        let mask = slots.count - 1
        var slot = hash(entry) & mask
        while slots[slot] >= 0 {
            if same(entries[slots[slot]], entry) { return TypeID(index: slots[slot]) }
            slot = (slot + 1) & mask
        }
        let index = entries.append(entry)
        slots[slot] = index
        internedCount += 1
        if internedCount * 2 > slots.count { growSlots() }
        return TypeID(index: index)
    }

    private mutating func growSlots() {
        let old = slots
        slots = [Int32](repeating: -1, count: old.count * 2)
        let mask = slots.count - 1
        for index in old where index >= 0 {
            var slot = hash(entries[index]) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = index
        }
    }
}
