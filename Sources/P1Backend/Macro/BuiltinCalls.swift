/// The macros that are built in, beside the instructions; and strings.
extension Expander {
    func call(_ builtin: Builtin, _ token: Token, _ touching: Bool) {
        switch builtin {
        case .macro: return defineMacro(token)
        case .endm: return diagnostics.error("%endm without %macro", origin(token))
        case .structure: return defineFields(token, step: 8, lastName: "SIZE")
        case .enumeration: return defineFields(token, step: 1, lastName: "COUNT")
        case .frame:
            guard position < end, tokens[position].kind == .word else {
                return diagnostics.error("%frame needs a name", origin(token))
            }
            if frameName >= 0 {
                diagnostics.error("%frame inside of %frame", origin(token), notes: [("the open one begins here", frameOrigin)])
            }
            frameName = tokens[position].payload
            frameOrigin = origin(token)
            position += 1
            return
        case .endframe:
            if frameName < 0 { diagnostics.error("%endframe without %frame", origin(token)) }
            frameName = -1
            return
        default: break
        }
        position += 1
        guard let spans = arguments(of: token) else { return }
        if case .directive = builtin, isChecked(token) { return refuseDirective(token) }
        let counts = builtin.argumentCounts
        guard counts.contains(spans.count) else {
            return diagnostics.error(counts.count == 1 ? wrongCount(text(token), wants: counts.lowerBound, has: spans.count)
                : "'\(text(token))' takes \(counts.lowerBound) to \(counts.upperBound) arguments, not \(spans.count)", origin(token))
        }
        switch builtin {
        case .emit(let size):
            guard let value = evaluate(spans[0]) else { return }
            if size < 8 {
                let low = -(Int64(1) << (size * 8 - 1)), high = Int64(1) << (size * 8)
                guard value >= low && value < high || isLenient else {
                    return diagnostics.error("\(value) does not fit in \(size == 1 ? "1 byte" : "\(size) bytes"); "
                        + "other tools keep its low bits, \(value & (high - 1))", origin(token))
                }
            }
            sink.number(value, size: size, origin(token))
        case .select:
            guard let condition = evaluate(spans[0]) else { return }
            pushSpan(spans[condition != 0 ? 1 : 2], token)
        case .local:
            guard let macro = localMacro(spans[0], token) else { return }
            guard push(macros[macro], [], token) else { return }
        case .string:
            guard let string = makeString(spans[0], token) else { return }
            sink.string(unescape(string), origin(token))
        case .directive(let kind): extDirective(kind, spans, token)
        default: break
        }
    }

    /// Reads a span of the stack next, as the expansion of a built-in.
    private func pushSpan(_ span: Range<Int>, _ token: Token) {
        guard !span.isEmpty else { return }
        guard frames.count < Self.maximumDepth, tokens.count < Self.maximumTokens else {
            diagnostics.error("macro calls are nested \(frames.count) deep", origin(token))
            frames.removeSubrange(1...)
            position = end
            return
        }
        frames.append(Frame(position: position, end: end, cut: tokens.count, expansion: expansion))
        position = tokens.count
        tokens.append(from: span.lowerBound, to: span.upperBound)
        end = tokens.count
    }

    /// %str(word): the string whose characters are the word.
    func makeString(_ span: Range<Int>, _ token: Token) -> Token? {
        guard span.count == 1, tokens[span.lowerBound].kind == .word else {
            if span.count == 1, tokens[span.lowerBound].kind == .string { return tokens[span.lowerBound] }
            diagnostics.error("%str takes one word", origin(token))
            return nil
        }
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in words.names.bytes(tokens[span.lowerBound].payload) {
            if byte == UInt8(ascii: "\\") { quoted.append(byte) }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return Token(.string, quoted.withUnsafeBufferPointer { words.intern($0) }, at: token.position)
    }

    /// The macro of a field of the current frame.
    func localMacro(_ span: Range<Int>, _ token: Token) -> Int? {
        guard span.count == 1, tokens[span.lowerBound].kind == .word else {
            diagnostics.error("%local takes the name of a field", origin(token))
            return nil
        }
        guard frameName >= 0 else {
            diagnostics.error("%local outside of %frame … %endframe", origin(token))
            return nil
        }
        let name = "%" + words.names.string(frameName) + "_FRAME." + text(tokens[span.lowerBound])
        let macro = words[words.intern(name)].macro
        guard macro >= 0 else {
            diagnostics.error("the frame '\(words.names.string(frameName))' has no field '\(text(tokens[span.lowerBound]))' "
                + "('\(name)' is not defined)", origin(tokens[span.lowerBound]))
            return nil
        }
        return Int(macro)
    }

    /// %p1_sys_NAME: the machine's number of a system call; %p1_machine: the machine's own, as ELF has it.
    func machineNumber(_ word: Int32) -> Int64? {
        let bytes = words.names.bytes(word)
        if StaticString("%p1_machine").withUTF8Buffer({ bytes.elementsEqual($0) }) { return Int64(machine.elfMachine) }
        let prefix = StaticString("%p1_sys_")
        guard bytes.count > prefix.utf8CodeUnitCount, prefix.withUTF8Buffer({ bytes.starts(with: $0) }) else { return nil }
        return machine.systemCalls.number(of: String(decoding: bytes.dropFirst(prefix.utf8CodeUnitCount), as: UTF8.self))
    }

    private func extDirective(_ kind: Builtin.Directive, _ spans: [Range<Int>], _ token: Token) {
        func name(_ index: Int) -> Int32? {
            let span = spans[index]
            guard span.count == 1, tokens[span.lowerBound].kind == .word else {
                diagnostics.error("'\(text(token))' expects a name as argument \(index + 1)", origin(token))
                return nil
            }
            return tokens[span.lowerBound].payload
        }
        func number(_ index: Int, _ range: ClosedRange<Int64>) -> Int? {
            guard let value = evaluate(spans[index]) else { return nil }
            guard range.contains(value) else {
                diagnostics.error("\(value) is out of range here: expected \(range.lowerBound)…\(range.upperBound)", origin(token))
                return nil
            }
            return Int(value)
        }
        func reference(_ index: Int) -> Int32? {
            guard let word = name(index) else { return nil }
            guard words[word].first == UInt8(ascii: "&"), words[word].length > 1 else {
                diagnostics.error("expected a label such as '&\(words.names.string(word))'", origin(token))
                return nil
            }
            return words.tail(word)
        }
        let most: Int64 = 1 << 40
        let alignments: ClosedRange<Int64> = 0...(1 << 30)
        let directive: ExtDirective
        switch kind {
        case .section:
            guard let word = name(0) else { return }
            let kindName = words.names.string(word)
            if kindName == "auto" {
                directive = .automatic
                break
            }
            guard let section = SectionKind(name: kindName) else {
                return diagnostics.error("unknown section '\(kindName)'; expected "
                    + SectionKind.allCases.map(\.name).joined(separator: ", ") + " or auto", origin(token))
            }
            guard let alignment = spans.count > 1 ? number(1, alignments) : 0 else { return }
            var keep = false
            var sectionName: Int32 = -1
            for index in 2..<max(2, spans.count) {
                guard let word = name(index) else { return }
                if words.names.string(word) == "keep" { keep = true } else { sectionName = word }
            }
            directive = .section(section, alignment: alignment, keep: keep, name: sectionName)
        case .zero:
            guard let count = number(0, 0...most) else { return }
            directive = .zero(count)
        case .pointer:
            guard let label = reference(0), let offset = spans.count > 1 ? evaluate(spans[1]) : 0 else { return }
            directive = .pointer(label, offset: offset)
        case .weak:
            guard let word = name(0) else { return }
            directive = .weak(word)
        case .unit:
            guard name(0) != nil else { return }
            directive = .unit
        case .alias:
            guard let word = name(0), let label = reference(1), let offset = spans.count > 2 ? evaluate(spans[2]) : 0 else { return }
            directive = .alias(word, target: label, offset: offset)
        case .common:
            guard let word = name(0), let size = number(1, 0...most), let alignment = number(2, alignments) else { return }
            directive = .common(word, size: size, alignment: alignment)
        }
        sink.directive(directive, origin(token))
    }

    // MARK: Strings

    func unescape(_ token: Token) -> [UInt8] {
        let quoted = words.names.bytes(token.payload)
        guard quoted.contains(UInt8(ascii: "\\")) else { return Array(quoted.dropFirst().dropLast()) }
        var out: [UInt8] = []
        var i = 1
        let last = quoted.count - 1
        while i < last {
            let byte = quoted[i]
            i += 1
            guard byte == UInt8(ascii: "\\") else {
                out.append(byte)
                continue
            }
            let escape = quoted[i]
            i += 1
            switch escape {
            case UInt8(ascii: "n"): out.append(10)
            case UInt8(ascii: "t"): out.append(9)
            case UInt8(ascii: "r"): out.append(13)
            case UInt8(ascii: "0"): out.append(0)
            case UInt8(ascii: "\\"), UInt8(ascii: "\""): out.append(escape)
            case UInt8(ascii: "'") where !isChecked(token): out.append(escape)
            case UInt8(ascii: "x"):
                guard i + 1 < last, let high = hexDigit(quoted[i]), let low = hexDigit(quoted[i + 1]) else {
                    diagnostics.error("\\x needs two hexadecimal digits", Origin(position: token.position + UInt32(i - 2), expansion: expansion))
                    return out
                }
                out.append(high << 4 | low)
                i += 2
            default:
                diagnostics.error("unknown escape '\\\(Character(UnicodeScalar(escape)))' in a string; "
                    + "there are \\n \\t \\r \\0 \\\\ \\\" \\xNN", Origin(position: token.position + UInt32(i - 2), expansion: expansion))
                return out
            }
        }
        return out
    }
}
