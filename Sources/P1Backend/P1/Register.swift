/// A register of the portable machine. One byte serves both files of registers, so that an
/// instruction has one kind of operand field.
public struct Register: RawRepresentable, Equatable, Hashable, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    // Base P1: arguments and temporaries are caller-saved, s0…s3 callee-saved.
    public static let a0 = Register(rawValue: 0)
    public static let a1 = Register(rawValue: 1)
    public static let a2 = Register(rawValue: 2)
    public static let a3 = Register(rawValue: 3)
    public static let t0 = Register(rawValue: 4)
    public static let t1 = Register(rawValue: 5)
    public static let t2 = Register(rawValue: 6)
    public static let s0 = Register(rawValue: 7)
    public static let s1 = Register(rawValue: 8)
    public static let s2 = Register(rawValue: 9)
    public static let s3 = Register(rawValue: 10)
    // Ext level: two more callee-saved registers.
    public static let s4 = Register(rawValue: 11)
    public static let s5 = Register(rawValue: 12)
    /// The address of the frame's byte 0. Legal as a base and as the source of mov, addi and leax.
    public static let sp = Register(rawValue: 13)

    // Ext level: floating point. f0…f9 are caller-saved, fs0…fs3 callee-saved.
    public static let f0 = Register(rawValue: 16)
    public static let f1 = Register(rawValue: 17)
    public static let f2 = Register(rawValue: 18)
    public static let f3 = Register(rawValue: 19)
    public static let f4 = Register(rawValue: 20)
    public static let f5 = Register(rawValue: 21)
    public static let f6 = Register(rawValue: 22)
    public static let f7 = Register(rawValue: 23)
    public static let f8 = Register(rawValue: 24)
    public static let f9 = Register(rawValue: 25)
    public static let fs0 = Register(rawValue: 26)
    public static let fs1 = Register(rawValue: 27)
    public static let fs2 = Register(rawValue: 28)
    public static let fs3 = Register(rawValue: 29)

    /// An operand field that the operation does not use.
    public static let none = Register(rawValue: 255)

    /// General registers a program may write: everything below sp.
    @inlinable public var isGeneral: Bool { rawValue < 13 }
    @inlinable public var isFloat: Bool { rawValue >= 16 && rawValue < 30 }
    /// The number among the floating-point registers, 0…13.
    @inlinable public var floatIndex: Int { Int(rawValue) - 16 }

    public static let generalCount = 13
    public static let floatCount = 14

    public var name: String {
        switch rawValue {
        case 0...3: return "a\(rawValue)"
        case 4...6: return "t\(rawValue - 4)"
        case 7...12: return "s\(rawValue - 7)"
        case 13: return "sp"
        case 16...25: return "f\(rawValue - 16)"
        case 26...29: return "fs\(rawValue - 26)"
        default: return "none"
        }
    }

    /// Every register that has a name, in order.
    public static let all: [Register] = (0...13).map { Register(rawValue: $0) } + (16...29).map { Register(rawValue: $0) }
}
