/// Arithmetic on constants, exactly as the compiled program would do it.
enum BinaryOperator: UInt8, Sendable {
    case multiply, divide, remainder, add, subtract, shiftLeft, shiftRight
    case less, greater, lessOrEqual, greaterOrEqual, equal, notEqual
    case and, xor, or

    var isComparison: Bool { rawValue >= BinaryOperator.less.rawValue && rawValue <= BinaryOperator.notEqual.rawValue }
    var isShift: Bool { self == .shiftLeft || self == .shiftRight }
}

extension TypeTable {
    /// `value` as an object of this integer (or pointer) type holds it, extended to 64 bits by its signedness.
    func canonical(_ value: Int64, _ type: TypeID) -> Int64 {
        switch storage(type) {
        case .bool: return value != 0 ? 1 : 0
        case .char: return charIsUnsigned ? Int64(UInt8(truncatingIfNeeded: value)) : Int64(Int8(truncatingIfNeeded: value))
        case .signedChar: return Int64(Int8(truncatingIfNeeded: value))
        case .unsignedChar: return Int64(UInt8(truncatingIfNeeded: value))
        case .short: return Int64(Int16(truncatingIfNeeded: value))
        case .unsignedShort: return Int64(UInt16(truncatingIfNeeded: value))
        case .int: return Int64(Int32(truncatingIfNeeded: value))
        case .unsignedInt: return Int64(UInt32(truncatingIfNeeded: value))
        default: return value
        }
    }

    /// Nil: division by zero, or the one quotient that does not fit. `overflow` is set when a signed
    /// result did not fit its type.
    func fold(_ op: BinaryOperator, _ a: Int64, _ b: Int64, _ type: TypeID, overflow: inout Bool) -> Int64? {
        let unsigned = isUnsigned(type)
        let x = UInt64(bitPattern: a), y = UInt64(bitPattern: b)
        let bits: Int64 = size(type) == 8 ? 64 : 32
        var result: Int64
        var wide = false
        switch op {
        case .add: (result, wide) = a.addingReportingOverflow(b)
        case .subtract: (result, wide) = a.subtractingReportingOverflow(b)
        case .multiply: (result, wide) = a.multipliedReportingOverflow(by: b)
        case .divide:
            if b == 0 { return nil }
            if unsigned { result = Int64(bitPattern: x / y) } else {
                if b == -1 && (a == .min || bits == 32 && a == Int64(Int32.min)) { overflow = true; return nil }
                result = a / b
            }
        case .remainder:
            if b == 0 { return nil }
            if unsigned { result = Int64(bitPattern: x % y) } else {
                if b == -1 && (a == .min || bits == 32 && a == Int64(Int32.min)) { overflow = true; return nil }
                result = a % b
            }
        case .shiftLeft: result = a << (b & (bits - 1))
        case .shiftRight: result = unsigned ? Int64(bitPattern: x >> UInt64(b & (bits - 1))) : a >> (b & (bits - 1))
        case .less: return (unsigned ? x < y : a < b) ? 1 : 0
        case .greater: return (unsigned ? x > y : a > b) ? 1 : 0
        case .lessOrEqual: return (unsigned ? x <= y : a <= b) ? 1 : 0
        case .greaterOrEqual: return (unsigned ? x >= y : a >= b) ? 1 : 0
        case .equal: return a == b ? 1 : 0
        case .notEqual: return a != b ? 1 : 0
        case .and: result = a & b
        case .xor: result = a ^ b
        case .or: result = a | b
        }
        let narrow = canonical(result, type)
        if !unsigned && op != .shiftLeft && (wide || narrow != result) { overflow = true }
        return narrow
    }

    /// Floating results, rounded to the type. Comparisons are folded by `compare`.
    func fold(_ op: BinaryOperator, _ a: Double, _ b: Double, _ type: TypeID) -> Double {
        if kind(type) == .float {
            let x = Float(a), y = Float(b)
            switch op {
            case .add: return Double(x + y)
            case .subtract: return Double(x - y)
            case .multiply: return Double(x * y)
            default: return Double(x / y)
            }
        }
        switch op {
        case .add: return a + b
        case .subtract: return a - b
        case .multiply: return a * b
        default: return a / b
        }
    }

    func compare(_ op: BinaryOperator, _ a: Double, _ b: Double) -> Bool {
        switch op {
        case .less: return a < b
        case .greater: return a > b
        case .lessOrEqual: return a <= b
        case .greaterOrEqual: return a >= b
        case .equal: return a == b
        default: return a != b
        }
    }

    func rounded(_ value: Double, _ type: TypeID) -> Double { kind(type) == .float ? Double(Float(value)) : value }

    /// A floating value truncated to an integer type. What does not fit is undefined in C; here it becomes
    /// what the 64-bit conversion of the usual machines gives.
    func integer(_ value: Double, _ type: TypeID) -> Int64 {
        if storage(type) == .bool { return value != 0 ? 1 : 0 }
        if value.isNaN { return canonical(.min, type) }
        let whole = value.rounded(.towardZero)
        if whole >= -9223372036854775808.0 && whole < 9223372036854775808.0 { return canonical(Int64(whole), type) }
        if whole > 0 && whole < 18446744073709551616.0 { return canonical(Int64(bitPattern: UInt64(whole)), type) }
        return canonical(.min, type)
    }

    func floating(_ value: Int64, from type: TypeID, to target: TypeID) -> Double {
        if kind(target) == .float {
            return isUnsigned(type) ? Double(Float(UInt64(bitPattern: value))) : Double(Float(value))
        }
        return isUnsigned(type) ? Double(UInt64(bitPattern: value)) : Double(value)
    }
}
