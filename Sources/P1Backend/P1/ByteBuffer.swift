/// A growing run of bytes with little-endian appends. A class-free struct around malloc'ed storage would
/// save little here: `[UInt8]` with capacity doubling is what all encoders append to.
public struct ByteBuffer: Sendable {
    public var bytes: [UInt8] = []

    @inlinable public init() {}
    @inlinable public var count: Int { bytes.count }

    @inlinable public mutating func u8(_ value: UInt8) { bytes.append(value) }

    @inlinable public mutating func u16(_ value: UInt16) {
        bytes.append(UInt8(truncatingIfNeeded: value))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    }

    @inlinable public mutating func u32(_ value: UInt32) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    @inlinable public mutating func u64(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    @inlinable public mutating func append(_ more: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: more) }

    /// The low `size` bytes of `value`.
    @inlinable public mutating func little(_ value: Int64, size: Int) {
        var rest = UInt64(bitPattern: value)
        for _ in 0..<size {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Appends zeros up to `size` bytes.
    mutating func pad(to size: Int) {
        if size > count { bytes.append(contentsOf: repeatElement(0, count: size - count)) }
    }

    /// The bytes as upper-case digits, with a blank after each group of so many.
    func digits(group: Int) -> String {
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if index > 0 && index % group == 0 { text.append(UInt8(ascii: " ")) }
            text.append(upperHexDigits[Int(byte >> 4)])
            text.append(upperHexDigits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

let upperHexDigits = Array("0123456789ABCDEF".utf8)

/// Upper-case hexadecimal digits, at least `digits` of them.
func hex(_ value: UInt64, digits: Int = 1) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
