/// A finished program written out in the vocabulary of M1 or hex2++: its labels, and its bytes as digits.
/// Assembled again it is the same file, since the digits already hold every address.
struct HexListing {
    enum Style { case m1, hex2 }

    private let bytes: [UInt8]
    /// Named places, by offset.
    private let labels: [(offset: Int, name: String)]
    private let style: Style

    init(_ image: Image, style: Style) {
        bytes = image.elf()
        labels = image.fileLabels()
        self.style = style
    }

    func text() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 3)
        var offset = 0
        var column = 0
        func endLine() {
            if column > 0 {
                if style == .m1 { out.append(UInt8(ascii: "'")) }
                out.append(10)
            }
            column = 0
        }
        func digits(upTo end: Int) {
            while offset < end {
                if column == 0 && style == .m1 { out.append(UInt8(ascii: "'")) }
                out.append(upperHexDigits[Int(bytes[offset] >> 4)])
                out.append(upperHexDigits[Int(bytes[offset] & 15)])
                column += 1
                offset += 1
                if column == 32 { endLine() }
            }
        }
        for label in labels {
            digits(upTo: label.offset)
            endLine()
            out.append(UInt8(ascii: ":"))
            out.append(contentsOf: label.name.utf8)
            out.append(10)
        }
        digits(upTo: bytes.count)
        endLine()
        return out
    }
}
