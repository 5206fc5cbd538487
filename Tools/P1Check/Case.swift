import P1Backend

/// A piece of P1 to try, in a frame of its own between the loading and the storing of all registers.
struct Case {
    /// The mnemonic it was made for.
    var name = ""
    /// Ends where control reaches the end of the list.
    var body: [Instruction]
    /// What it calls.
    var callees: [P1Function] = []
    var tables: [P1Table] = []
    var frame: Int
    /// Holds the address of the case's block throughout: no instruction may change it.
    var base: Register
    /// The body reads sp, so the program has to say where it was.
    var readsStack = false
    /// For every float register, how its input is chosen.
    var usesSingle = false
    /// The instruction whose operands must be among those that P1 defines, if there is one.
    var guarded: Instruction?
}

/// The block of a case in the program's memory: all registers, sp, and bytes to load and store. The program gets
/// blocks as input and gives them back as output.
enum Block {
    static let generalAt = 0
    /// sp before and after.
    static let stackAt = 13 * 8
    static let stackAfterAt = 14 * 8
    static let floatAt = 15 * 8
    static let memoryAt = 29 * 8
    static let memorySize = 11 * 8
    static let size = 40 * 8

    static func slot(_ register: Register) -> Int {
        register.isFloat ? floatAt + 8 * register.floatIndex : generalAt + 8 * Int(register.rawValue)
    }
}

/// Numbers of the symbols that all cases know; the functions of cases come after them.
enum KnownSymbol {
    static let names = ["p1_main", "check_current", "check_buffer", "check_global", "check_addresses", "check_cases"]
    /// As messages write it.
    static func name(_ symbol: Int32) -> String { Int(symbol) < names.count ? names[Int(symbol)] : "f\(symbol)" }

    static let main: Int32 = 0
    static let current: Int32 = 1
    static let buffer: Int32 = 2
    static let global: Int32 = 3
    static let addresses: Int32 = 4
    static let cases: Int32 = 5

    /// For each base register a subroutine that loads all other registers, and one that stores all.
    static func loadAll(_ base: Register) -> Int32 { Int32(names.count) + 2 * Int32(base.rawValue) }
    static func storeAll(_ base: Register) -> Int32 { loadAll(base) + 1 }
    static let firstFree = Int32(names.count + 2 * Register.generalCount)
}

extension Register {
    static let generals = (0..<generalCount).map { Register(rawValue: UInt8($0)) }
    static let floats = (0..<floatCount).map { Register(rawValue: UInt8(16 + $0)) }
}
