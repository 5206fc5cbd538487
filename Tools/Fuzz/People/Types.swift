/// The types of numbers in generated programs.
enum Number: String, CaseIterable {
    case bool = "_Bool", i8 = "signed char", u8 = "unsigned char", i16 = "short", u16 = "unsigned short"
    case i32 = "int", u32 = "unsigned", i64 = "long", u64 = "unsigned long", f32 = "float", f64 = "double"

    static let integers = allCases.filter { !$0.isReal }

    var isReal: Bool { self == .f32 || self == .f64 }
    var isSigned: Bool { [.i8, .i16, .i32, .i64].contains(self) }
    /// Narrower than int: calculated with as int.
    var isNarrow: Bool { size < 4 }
    var promoted: Number { isNarrow ? .i32 : self }
    var unsigned: Number { size == 8 ? .u64 : .u32 }

    var size: Int {
        switch self {
        case .bool, .i8, .u8: return 1
        case .i16, .u16: return 2
        case .i32, .u32, .f32: return 4
        case .i64, .u64, .f64: return 8
        }
    }

    /// The type of an operation on two promoted integers.
    static func usual(_ a: Number, _ b: Number) -> Number {
        let order: [Number] = [.i32, .u32, .i64, .u64]
        return order.last { $0 == a || $0 == b } ?? .i32
    }
}

/// The types of variables, parameters and results.
indirect enum CType {
    case number(Number)
    case record(Record)
    /// To `Record.elements` numbers at least.
    case pointer(Number)
    case recordPointer(Record)
    /// `callback *`: the prelude has the type.
    case callback
    /// A string.
    case text
    /// The table of functions of the case.
    case table
    /// Only of variables; the count is a power of two.
    case array(Number, Int)

    /// How many numbers a pointer points to.
    static let elements = 4

    /// `type name`, as a declaration has it.
    func declaring(_ name: String, table: String) -> String {
        switch self {
        case .number(let number): return "\(number.rawValue) \(name)"
        case .record(let record): return "\(record.tag) \(name)"
        case .pointer(let number): return "\(number.rawValue) *\(name)"
        case .recordPointer(let record): return "\(record.tag) *\(name)"
        case .callback: return "callback *\(name)"
        case .text: return "const char *\(name)"
        case .table: return "const struct \(table) *\(name)"
        case .array(let number, let count): return "\(number.rawValue) \(name)[\(count)]"
        }
    }
}

/// A struct, or a union of eight bytes.
struct Record {
    struct Field {
        var name: String
        var number: Number
        /// 0 for what is no array.
        var count = 0
        /// 0 for what is no bit-field.
        var bits = 0
    }

    var tag: String
    var fields: [Field]
    var isUnion = false
    var isPacked = false

    var declaration: String {
        let members = fields.map { field in
            let end = field.count > 0 ? "[\(field.count)]" : field.bits > 0 ? " : \(field.bits)" : ""
            return "\(field.number.rawValue) \(field.name)\(end);"
        }
        return "\(tag) { \(members.joined(separator: " ")) }\(isPacked ? " __attribute__((packed))" : "");"
    }
}

struct Variable {
    var name: String
    var type: CType
    var canWrite = true
    var isVolatile = false
    var isGlobal = false
}

/// A function that generated code may call.
struct Function {
        var name: String
    var result: CType?
    var parameters: [CType]
    /// Without effects on anything but its result: may stand anywhere in an expression.
    var isPure: Bool
    /// Defined as K&R do.
    var isOld = false
    /// The parameter that says how often it may call itself.
    var depth: Int?
    /// The only unit that knows it.
    var unit: Int?
    /// About how many statements a call takes.
    var cost = 1
    /// Not in the program, which is made smaller.
    var isDropped = false
}
