/// A source line made ready for a terminal, and the line of marks below it: tabs become blanks, bytes that are
/// not printable text are written out, and of a long line only the part around the caret is kept.
struct SourceLine {
    private(set) var text: [UInt8] = []
    private(set) var marks: [UInt8] = []
    private(set) var caretColumn = 0

    private static let window = 160

    init(_ line: UnsafeBufferPointer<UInt8>, caret: Int, marked: Range<Int>) {
        var start = 0
        var end = line.count
        if line.count > SourceLine.window {
            start = max(0, min(caret - SourceLine.window / 2, line.count - SourceLine.window))
            end = min(line.count, start + SourceLine.window)
            while start > 0, start < caret, line[start] & 0xC0 == 0x80 { start += 1 }
        }
        if start > 0 { text += Array("...".utf8) }
        var column = text.count
        var at = start

        func mark(_ index: Int, from: Int, to: Int) {
            guard index == caret || marked.contains(index) else { return }
            while marks.count < from { marks.append(UInt8(ascii: " ")) }
            for position in from..<to {
                marks.append(index == caret && position == from ? UInt8(ascii: "^") : UInt8(ascii: "~"))
            }
        }

        while at < end {
            let from = column
            let byte = line[at]
            let length = SourceLine.characterLength(line, at)
            if byte == 9 {
                repeat { text.append(UInt8(ascii: " ")); column += 1 } while column % 8 != 0
            } else if length == 0 {
                let digits = Array("0123456789ABCDEF".utf8)
                text += [UInt8(ascii: "<"), digits[Int(byte >> 4)], digits[Int(byte & 15)], UInt8(ascii: ">")]
                column += 4
            } else {
                text += line[at..<at + length]
                column += 1
            }
            if at == caret { caretColumn = from }
            // Of a tab only the first column is marked.
            mark(at, from: from, to: byte == 9 ? from + 1 : column)
            at += max(length, 1)
        }
        if caret >= end {
            caretColumn = column
            mark(caret, from: column, to: column + 1)
        }
        if end < line.count { text += Array("...".utf8) }
    }

    /// Bytes of the printable character at this place; 0 if there is none.
    private static func characterLength(_ line: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let byte = line[at]
        if byte < 0x80 { return byte >= 32 && byte != 127 ? 1 : 0 }
        let length = byte >= 0xF0 && byte < 0xF5 ? 4 : byte >= 0xE0 && byte < 0xF0 ? 3 : byte >= 0xC2 && byte < 0xE0 ? 2 : 0
        guard length > 0, at + length <= line.count else { return 0 }
        for next in 1..<length where line[at + next] & 0xC0 != 0x80 { return 0 }
        // U+0080…U+009F are control characters.
        if byte == 0xC2 && line[at + 1] < 0xA0 { return 0 }
        return length
    }
}
