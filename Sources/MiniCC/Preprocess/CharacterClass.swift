/// What a byte may be part of, as bits of a table that the lexer indexes.
struct CharacterClass {
    static let identifier: UInt8 = 1      // letters, digits, _ and $
    static let digit: UInt8 = 2
    static let blank: UInt8 = 4           // white space within a line
    static let number: UInt8 = 8          // continues a preprocessing number
    /// Where the skipping of a group that is not compiled has to look closer.
    static let stopsSkipping: UInt8 = 16
    /// Where the scan of a literal has to look closer.
    static let stopsLiteral: UInt8 = 32

    let table: UnsafePointer<UInt8>

    /// Made once for a compilation; freed with the lexer's owner.
    static func makeTable() -> UnsafeMutablePointer<UInt8> {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        table.initialize(repeating: 0, count: 256)
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            table[Int(letter)] = identifier | number
            table[Int(letter - 32)] = identifier | number
        }
        for byte in [UInt8(ascii: "_"), UInt8(ascii: "$")] { table[Int(byte)] = identifier | number }
        for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = identifier | digit | number }
        table[Int(UInt8(ascii: "."))] = number
        for byte: UInt8 in [9, 11, 12, 13, 32] { table[Int(byte)] = blank }
        for byte in [0, 10, UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\")] {
            table[Int(byte)] |= stopsSkipping
        }
        for byte in [0, 10, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\")] { table[Int(byte)] |= stopsLiteral }
        return table
    }
}

/// Bytes of the sources, by name.
enum Byte {
    static let newline = UInt8(ascii: "\n")
    static let backslash = UInt8(ascii: "\\")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let slash = UInt8(ascii: "/")
    static let star = UInt8(ascii: "*")
    static let zero = UInt8(ascii: "0")
    static let nine = UInt8(ascii: "9")
    static let space = UInt8(ascii: " ")

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

    /// The value of a hexadecimal digit, or nil.
    @inline(__always)
    static func hexValue(_ byte: UInt8) -> UInt32? {
        if byte &- zero < 10 { return UInt32(byte &- zero) }
        let letter = (byte | 32) &- UInt8(ascii: "a")
        return letter < 6 ? UInt32(letter) + 10 : nil
    }
}
