/// Passing over text that is not compiled.
extension Lexer {
    /// Goes line by line to the next line that begins with # and a letter conditions begin with, and stops behind
    /// the #. False at the end of the file.
    mutating func skipToDirective() -> Bool {
        var p = cursor
        while true {
            p = skipRestOfLine(p)
            if p >= end { break }
            p += 1
            p = skipBlanks(p)
            if p.pointee == UInt8(ascii: "#") {
                p += 1
            } else if p.pointee == UInt8(ascii: "%") && p[1] == UInt8(ascii: ":") {
                p += 2
            } else {
                continue
            }
            p = skipBlanks(p)
            if p.pointee == UInt8(ascii: "i") || p.pointee == UInt8(ascii: "e") {
                cursor = p
                return true
            }
        }
        cursor = end
        return false
    }

    /// White space within a line: blanks, comments and line splices.
    private func skipBlanks(_ from: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var p = from
        while true {
            while classes[Int(p.pointee)] & CharacterClass.blank != 0 { p += 1 }
            if p.pointee == Byte.slash && p[1] == Byte.star {
                p = skipBlockComment(p + 2, from: p)
            } else if p.pointee == Byte.backslash && spliceLength(p) > 0 {
                p += spliceLength(p)
            } else {
                return p
            }
        }
    }

    /// To the newline that ends the line, or to the end. Comments and literals are passed over whole, so that nothing
    /// in them is taken for a newline or a comment; a quote that is not closed on its line is just a character.
    private func skipRestOfLine(_ from: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var p = from
        while true {
            while classes[Int(p.pointee)] & CharacterClass.stopsSkipping == 0 { p += 1 }
            switch p.pointee {
            case Byte.newline:
                return p
            case Byte.slash:
                if p[1] == Byte.slash { return skipLineComment(p + 2) }
                p = p[1] == Byte.star ? skipBlockComment(p + 2, from: p) : p + 1
            case Byte.backslash:
                p += max(spliceLength(p), 1)
            case 0:
                if p >= end { return end }
                p += 1
            default:
                let quote = p.pointee
                p += 1
                while p.pointee != quote && p.pointee != Byte.newline && p < end {
                    p += p.pointee == Byte.backslash ? max(spliceLength(p), p[1] == 0 || p[1] == Byte.newline ? 1 : 2) : 1
                }
                if p.pointee == quote { p += 1 }
            }
        }
    }

    /// The rest of a directive's line as text, without comments and outer blanks.
    mutating func restOfLine() -> String {
        var text: [UInt8] = []
        var p = skipBlanks(cursor)
        while p < end, p.pointee != Byte.newline {
            if p.pointee == Byte.slash && p[1] == Byte.slash {
                p = skipLineComment(p + 2)
                break
            } else if p.pointee == Byte.slash && p[1] == Byte.star {
                p = skipBlockComment(p + 2, from: p)
                text.append(Byte.space)
            } else if p.pointee == Byte.backslash && spliceLength(p) > 0 {
                p += spliceLength(p)
            } else {
                text.append(p.pointee)
                p += 1
            }
        }
        while let last = text.last, classes[Int(last)] & CharacterClass.blank != 0 { text.removeLast() }
        cursor = p
        return String(decoding: text, as: UTF8.self)
    }

    /// What stands in an #include: `<name>` or `"name"`, or nil when it has to come from a macro.
    mutating func headerName() -> (name: String, isAngled: Bool, location: SourceLocation)? {
        let start = skipBlanks(cursor)
        let closing: UInt8
        switch start.pointee {
        case UInt8(ascii: "<"): closing = UInt8(ascii: ">")
        case Byte.quote: closing = Byte.quote
        default: return nil
        }
        var p = start + 1
        while p < end, p.pointee != closing, p.pointee != Byte.newline { p += 1 }
        guard p < end, p.pointee == closing else { return nil }
        cursor = p + 1
        let name = UnsafeBufferPointer(start: start + 1, count: p - start - 1)
        return (String(decoding: name, as: UTF8.self), closing != Byte.quote, location(start))
    }
}
