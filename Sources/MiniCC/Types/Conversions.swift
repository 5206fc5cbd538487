/// The conversions and compatibility rules of C11 6.2.7 and 6.3.
extension TypeTable {
    /// The integer promotions.
    @inline(__always)
    func promoted(_ type: TypeID) -> TypeID {
        let kind = storage(type)
        if kind.rawValue < TypeKind.int.rawValue && kind.rawValue >= TypeKind.bool.rawValue { return .int }
        return kind.rawValue <= TypeKind.unsignedLongLong.rawValue && kind.rawValue >= TypeKind.int.rawValue
            ? TypeID(index: Int32(kind.rawValue)) : type.unqualified
    }

    /// The promoted type of a bit-field: int when int holds all its values.
    func promotedBitField(_ type: TypeID, width: Int) -> TypeID {
        if width < 32 { return .int }
        if width == 32 { return isUnsigned(type) ? .unsignedInt : .int }
        return promoted(type)
    }

    /// The usual arithmetic conversions of two arithmetic types.
    @inline(__always)
    func common(_ a: TypeID, _ b: TypeID) -> TypeID {
        let a = promoted(a), b = promoted(b)
        if a == b { return a }
        let higher = max(a.index, b.index), lower = min(a.index, b.index)
        if higher >= Int32(TypeKind.float.rawValue) { return TypeID(index: higher) }
        // Kinds are ordered by rank, signed before unsigned, so the higher one wins unless it is a signed type
        // that cannot hold the lower unsigned one: long long and unsigned long.
        if higher == Int32(TypeKind.longLong.rawValue), lower == Int32(TypeKind.unsignedLong.rawValue) {
            return .unsignedLongLong
        }
        return TypeID(index: higher)
    }

    /// What an argument becomes when no prototype says otherwise.
    func defaultPromoted(_ type: TypeID) -> TypeID {
        if kind(type) == .float { return .double }
        return isInteger(type) ? promoted(type) : type.unqualified
    }

    /// A parameter of array or function type is a pointer.
    mutating func adjustedParameter(_ type: TypeID) -> TypeID {
        switch kind(type) {
        case .array, .variableArray: return pointer(to: base(type).qualified(type.qualifiers))
        case .function: return pointer(to: type)
        default: return type
        }
    }

    /// Whether two declarations of these types may mean the same object or function.
    func compatible(_ a: TypeID, _ b: TypeID) -> Bool {
        if a == b { return true }
        if a.qualifiers != b.qualifiers { return false }
        return compatibleUnqualified(a, b)
    }

    func compatibleUnqualified(_ a: TypeID, _ b: TypeID) -> Bool {
        if a.index == b.index { return true }
        let x = self[a], y = self[b]
        if x.kind == .invalid || y.kind == .invalid { return true }
        if x.kind == .enumeration || y.kind == .enumeration {
            if x.kind == y.kind { return false }
            return x.kind == .enumeration ? x.base.index == b.index : y.base.index == a.index
        }
        switch (x.kind, y.kind) {
        case (.pointer, .pointer):
            return compatible(x.base, y.base)
        case (.array, .array):
            return compatible(x.base, y.base) && (x.count == y.count || x.count < 0 || y.count < 0)
        case (.variableArray, .array), (.array, .variableArray), (.variableArray, .variableArray):
            return compatible(x.base, y.base)
        case (.function, .function):
            return compatibleFunctions(x, y)
        default:
            return false
        }
    }

    private func compatibleFunctions(_ x: TypeInfo, _ y: TypeInfo) -> Bool {
        guard compatible(x.base, y.base) else { return false }
        if x.isPrototype && y.isPrototype {
            guard x.length == y.length, x.isVariadic == y.isVariadic else { return false }
            for i in 0..<x.length
            where !compatibleUnqualified(parameters[x.first + i], parameters[y.first + i]) { return false }
            return true
        }
        // Against an old-style declaration a prototype must take what the promotions deliver.
        let prototype = x.isPrototype ? x : y
        guard x.isPrototype || y.isPrototype else { return true }
        if prototype.isVariadic { return false }
        for i in 0..<prototype.length {
            let type = parameters[prototype.first + i].unqualified
            if !compatibleUnqualified(type, defaultPromoted(type)) { return false }
        }
        return true
    }

    /// The type that says what both of two compatible types say.
    mutating func composite(_ a: TypeID, _ b: TypeID) -> TypeID {
        if a.index == b.index { return a }
        let x = self[a], y = self[b]
        switch (x.kind, y.kind) {
        case (.array, .array):
            let element = composite(x.base, y.base)
            let count = x.count >= 0 ? x.count : y.count
            if count < 0 { return incompleteArray(of: element).qualified(a.qualifiers) }
            return (array(of: element, count: count) ?? a).qualified(a.qualifiers)
        case (.pointer, .pointer):
            return pointer(to: composite(x.base, y.base)).qualified(a.qualifiers)
        case (.function, .function):
            guard y.isPrototype else { return a }
            guard x.isPrototype, x.length == y.length else { return b }
            var list: [TypeID] = []
            for i in 0..<x.length {
                list.append(composite(parameters[x.first + i], parameters[y.first + i]))
            }
            return function(returning: composite(x.base, y.base), parameters: list, isVariadic: x.isVariadic,
                            isPrototype: true)
        case (_, .enumeration):
            return b.unqualified.qualified(a.qualifiers)
        default:
            return a
        }
    }

    /// The member `name` of a record: the field, which may be the anonymous member that leads to it.
    func member(of type: TypeID, named name: Int32) -> Int32? {
        fieldIndex.find(record: self[type].first, name: name)
    }
}
