/// A flat image as data for an assembler that need not know the machine's instructions, such as tcc's: every label, and
/// the bytes as 4-byte words, or one by one where a label cuts a word. Addresses in it are those of the link.
struct GasListing {
    private let bytes: [UInt8]
    /// Named places, by offset.
    private let labels: [(offset: Int, name: String)]

    init(_ image: Image) {
        labels = image.fileLabels()
        let content = image.flatBytes()
        // A label at the end may lie behind padding that nobody wrote.
        bytes = content + [UInt8](repeating: 0, count: max(0, (labels.last?.offset ?? 0) - content.count))
    }

    func text() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 4)
        let hex = Array("0123456789abcdef".utf8)
        func data(_ directive: String, _ value: ArraySlice<UInt8>) {
            out.append(contentsOf: directive.utf8)
            for byte in value.reversed() {
                out.append(hex[Int(byte >> 4)])
                out.append(hex[Int(byte & 15)])
            }
            out.append(10)
        }
        var offset = 0
        func content(upTo end: Int) {
            while offset < end {
                if offset % 4 == 0 && offset + 4 <= end {
                    data(".int 0x", bytes[offset..<(offset + 4)])
                    offset += 4
                } else {
                    data(".byte 0x", bytes[offset..<(offset + 1)])
                    offset += 1
                }
            }
        }
        out.append(contentsOf: ".text\n".utf8)
        for label in labels {
            content(upTo: label.offset)
            out.append(contentsOf: ".globl \(label.name)\n\(label.name):\n".utf8)
        }
        content(upTo: bytes.count)
        return out
    }
}
