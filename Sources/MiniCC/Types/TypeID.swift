/// A C type with its qualifiers: the number of an entry of the `TypeTable`, and three flag bits below it.
/// Types are interned, so two types are the same exactly when their numbers are.
struct TypeID: Equatable, Hashable, Sendable {
    var raw: Int32

    @inline(__always) init(raw: Int32) { self.raw = raw }
    @inline(__always) init(index: Int32, qualifiers: Qualifiers = []) {
        raw = index << 3 | Int32(qualifiers.rawValue)
    }
    @inline(__always) private init(_ kind: TypeKind) { raw = Int32(kind.rawValue) << 3 }

    @inline(__always) var index: Int32 { raw >> 3 }
    @inline(__always) var qualifiers: Qualifiers { Qualifiers(rawValue: UInt8(truncatingIfNeeded: raw & 7)) }
    @inline(__always) var unqualified: TypeID { TypeID(raw: raw & ~7) }
    @inline(__always) func qualified(_ more: Qualifiers) -> TypeID { TypeID(raw: raw | Int32(more.rawValue)) }
    @inline(__always) var isVolatile: Bool { raw & 2 != 0 }
    @inline(__always) var isConst: Bool { raw & 1 != 0 }

    // The basic types stand in the table at the number of their kind.
    static let invalid = TypeID(.invalid)
    static let void = TypeID(.void)
    static let bool = TypeID(.bool)
    static let char = TypeID(.char)
    static let signedChar = TypeID(.signedChar)
    static let unsignedChar = TypeID(.unsignedChar)
    static let short = TypeID(.short)
    static let unsignedShort = TypeID(.unsignedShort)
    static let int = TypeID(.int)
    static let unsignedInt = TypeID(.unsignedInt)
    static let long = TypeID(.long)
    static let unsignedLong = TypeID(.unsignedLong)
    static let longLong = TypeID(.longLong)
    static let unsignedLongLong = TypeID(.unsignedLongLong)
    static let float = TypeID(.float)
    static let double = TypeID(.double)
    static let longDouble = TypeID(.longDouble)

    /// No type at all, where one is optional.
    static let none = TypeID(raw: -8)
}

struct Qualifiers: OptionSet, Sendable {
    let rawValue: UInt8
    static let const = Qualifiers(rawValue: 1)
    static let volatile = Qualifiers(rawValue: 2)
    static let restrict = Qualifiers(rawValue: 4)
}

enum TypeKind: UInt8, Sendable {
    /// What an erroneous expression has: silent in every context, so that one error makes no second.
    case invalid
    case void
    // Integers, unsigned ones at odd distance: `isUnsigned` is a table look-up, the rank is the order.
    case bool, char, signedChar, unsignedChar, short, unsignedShort, int, unsignedInt
    case long, unsignedLong, longLong, unsignedLongLong
    case float, double, longDouble
    case enumeration
    case pointer
    case array
    /// An array whose length is known at run time only.
    case variableArray
    case function
    case structure, union
}
