/// Text that expands to itself: labels, words of hex2++, strings, and instructions whose operands are registers, numbers and
/// labels. What a compiler writes is little else. It goes to the sink as it is read, without tokens.
extension Expander {
    /// Reads as far as the text is plain. The lexer goes on where it stops.
    func readPlain(_ lexer: inout Lexer) {
        guard !lexer.isSuspicious else { return }
        let file = lexer.file
        lexer.position = file.bytes.withUnsafeBufferPointer { text in
            CharacterClass.all.withUnsafeBufferPointer { readPlain(PlainText(text: text, classes: $0), from: lexer.position, file.start) }
        }
    }

    private func readPlain(_ plain: PlainText, from start: Int, _ fileStart: UInt32) -> Int {
        var i = start
        while i < plain.text.count {
            switch plain.classes[Int(plain.text[i])] {
            case .space: i += 1
            case .newline:
                sink.newline()
                i += 1
            case .comment:
                guard plain.text[i] != UInt8(ascii: "#") || plain[i + 1] != UInt8(ascii: "#") || plain.isFirstOfLine(i) else { return i }
                i = plain.endOfLine(i)
            case .word:
                let stop = plain.endOfWord(i)
                let isCall = plain[stop] == UInt8(ascii: "(")
                let origin = Origin(position: fileStart + UInt32(i))
                switch plain.text[i] {
                case UInt8(ascii: "%"):
                    let info = words[words.intern(plain.slice(i, stop))]
                    guard info.mnemonic >= 0, info.macro < 0, ownP1 == nil,
                          let next = instruction(plain, isCall ? stop + 1 : stop, shapes[Int(info.mnemonic)], isCall, origin) else { return i }
                    i = next
                    continue
                case UInt8(ascii: ":") where stop > i + 1 && !isCall:
                    sink.label(words.intern(plain.slice(i + 1, stop)), origin)
                default:
                    guard !isCall else { return i }
                    sink.word(words.intern(plain.slice(i, stop)), origin)
                }
                i = stop
            case .quote:
                let stop = plain.endOfString(i)
                guard plain[stop] == plain.text[i] else { return i }
                sink.string(Array(plain.slice(i + 1, stop)), Origin(position: fileStart + UInt32(i)))
                i = stop + 1
            default: return i
            }
        }
        return i
    }

    /// Reads an instruction's operands and hands it on; where it ends, or nil if it takes more than plain reading.
    @inline(__always)
    private func instruction(_ plain: PlainText, _ start: Int, _ shape: InstructionShape, _ isCall: Bool, _ origin: Origin) -> Int? {
        guard isCall else {
            guard shape.slotCount == 0 else { return nil }
            sink.instruction(shape.template, label: -1, origin)
            return start
        }
        var reader = OperandReader(template: shape.template)
        var i = start
        for index in 0..<shape.slotCount {
            i = plain.skipSpaces(i)
            let slot = shape.slot(index)
            switch slot {
            case .d, .source, .a, .b, .base, .scratch:
                guard let register = plain.register(&i), reader.take(slot, register) else { return nil }
            case .number, .offset, .count:
                guard let number = plain.number(&i) else { return nil }
                reader.take(slot, number: number)
            case .symbol:
                guard plain[i] == UInt8(ascii: "&") else { return nil }
                let stop = plain.endOfWord(i)
                guard stop > i + 1 else { return nil }
                reader.take(label: words.intern(plain.slice(i + 1, stop)))
                i = stop
            }
            i = plain.skipSpaces(i)
            if plain[i] == UInt8(ascii: ")") {
                guard index + 1 >= shape.requiredCount, reader.problem == nil else { return nil }
                sink.instruction(reader.instruction, label: reader.label, origin)
                return i + 1
            }
            guard plain[i] == UInt8(ascii: ",") else { return nil }
            i += 1
        }
        return nil
    }
}

/// The characters of a text, with what a reader looks for in them. Behind the end there are NULs.
struct PlainText {
    let text: UnsafeBufferPointer<UInt8>
    let classes: UnsafeBufferPointer<CharacterClass>

    @inline(__always)
    subscript(index: Int) -> UInt8 { index < text.count ? text[index] : 0 }

    @inline(__always)
    func slice(_ start: Int, _ stop: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: text[start..<stop]) }

    @inline(__always)
    func endOfWord(_ start: Int) -> Int {
        var i = start
        while i < text.count && classes[Int(text[i])] == .word { i += 1 }
        return i
    }

    @inline(__always)
    func skipSpaces(_ start: Int) -> Int {
        var i = start
        while i < text.count && classes[Int(text[i])] == .space { i += 1 }
        return i
    }

    /// The quote that ends the string here, or the first character that is not itself.
    func endOfString(_ start: Int) -> Int {
        var i = start + 1
        while i < text.count && text[i] != text[start] && text[i] != UInt8(ascii: "\\") { i += 1 }
        return i
    }

    /// A line that begins with ## outside of macros is a comment; the ELF headers of stage0 begin with such.
    func isFirstOfLine(_ place: Int) -> Bool {
        var i = place - 1
        while i >= 0 && classes[Int(text[i])] == .space { i -= 1 }
        return i < 0 || text[i] == 10
    }

    func endOfLine(_ start: Int) -> Int {
        var i = start
        while i < text.count && text[i] != 10 { i += 1 }
        return i
    }

    /// A register's name, with no more of a word behind it.
    @inline(__always)
    func register(_ i: inout Int) -> Register? {
        var digit = i + 1
        let base: UInt8, count: UInt8
        switch (self[i], self[i + 1]) {
        case (UInt8(ascii: "a"), _): (base, count) = (Register.a0.rawValue, 4)
        case (UInt8(ascii: "t"), _): (base, count) = (Register.t0.rawValue, 3)
        case (UInt8(ascii: "s"), UInt8(ascii: "p")):
            guard isEndOfWord(i + 2) else { return nil }
            i += 2
            return .sp
        case (UInt8(ascii: "s"), _): (base, count) = (Register.s0.rawValue, 6)
        case (UInt8(ascii: "f"), UInt8(ascii: "s")):
            digit += 1
            (base, count) = (Register.fs0.rawValue, 4)
        case (UInt8(ascii: "f"), _): (base, count) = (Register.f0.rawValue, 10)
        default: return nil
        }
        let number = self[digit] &- 48
        guard number < count, isEndOfWord(digit + 1) else { return nil }
        i = digit + 1
        return Register(rawValue: base + number)
    }

    @inline(__always)
    private func isEndOfWord(_ i: Int) -> Bool { i >= text.count || classes[Int(text[i])] != .word }

    /// A decimal number that is sure to fit, with no more of a word behind it.
    @inline(__always)
    func number(_ i: inout Int) -> Int64? {
        var at = i
        let isNegative = self[at] == UInt8(ascii: "-")
        if isNegative { at += 1 }
        let first = at
        var value: Int64 = 0
        while at < text.count, case let digit = text[at] &- 48, digit < 10 {
            value = value &* 10 &+ Int64(digit)
            at += 1
        }
        guard at > first, at - first <= 18, isEndOfWord(at), text[first] != 48 || at == first + 1 else { return nil }
        i = at
        return isNegative ? -value : value
    }
}
