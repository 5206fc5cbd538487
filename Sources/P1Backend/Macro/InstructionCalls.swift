/// Instructions: calls whose operands are registers, numbers and labels.
extension Expander {
    /// `%add(a0, a1, a2)`: the operands are read where they stand; anything but plain registers, numbers and labels
    /// goes the long way through spans and expressions.
    func instruction(_ token: Token, _ shape: InstructionShape, _ touching: Bool) {
        if let ownP1 {
            diagnostics.error("'\(text(token))' is built in, and this text has a P1 of its own, with other registers; it needs a macro "
                + "(P1/derived.P1pp has some)", origin(token), notes: [("the P1 of its own is defined here", ownP1)])
            if touching {
                position += 1
                skipBalanced()
            }
            return
        }
        guard touching else {
            if shape.slotCount == 0 { return sink.instruction(shape.template, label: -1, origin(token)) }
            return diagnostics.error("'\(text(token))' needs its operands in ( )", origin(token))
        }
        position += 1
        let start = position
        var reader = OperandReader(template: shape.template)
        if readPlain(shape, &reader) {
            return sink.instruction(reader.instruction, label: reader.label, origin(token))
        }
        position = start
        guard let spans = arguments(of: token) else { return }
        let slots = shape.format.slots
        let required = shape.requiredCount
        guard spans.count >= required && spans.count <= slots.count else {
            return diagnostics.error(required == slots.count ? wrongCount(text(token), wants: required, has: spans.count)
                : "'\(text(token))' takes \(required) or \(slots.count) arguments, not \(spans.count)", origin(token))
        }
        reader = OperandReader(template: shape.template)
        for (slot, span) in zip(slots, spans) {
            guard readSpan(slot, span, &reader, token) else { return }
        }
        if let problem = reader.problem {
            return diagnostics.error("'\(text(token))': \(problem)", origin(token))
        }
        sink.instruction(reader.instruction, label: reader.label, origin(token))
    }

    @inline(__always)
    func readPlain(_ shape: InstructionShape, _ reader: inout OperandReader) -> Bool {
        for index in 0..<shape.slotCount {
            guard position + 1 < end else { return false }
            let token = tokens[position]
            guard token.kind == .word, reader.take(shape.slot(index), words[token.payload], token.payload, words) else { return false }
            let after = tokens[position + 1].kind
            position += 2
            if after == .close {
                return index + 1 >= shape.requiredCount && reader.problem == nil
            }
            guard after == .comma else { return false }
        }
        return false
    }

    /// The one word of a span; a macro without arguments may stand for a register or a label.
    func plainWord(_ span: Range<Int>) -> Token? {
        var word = span.count == 1 && tokens[span.lowerBound].kind == .word ? tokens[span.lowerBound] : nil
        var steps = 0
        while let current = word, words[current.payload].macro >= 0, steps < 1000 {
            readMacro(Int(words[current.payload].macro))
            let macro = macros[Int(words[current.payload].macro)]
            guard macro.parameterCount == 0, macro.body.count == 1 || bodies[macro.body].filter({ $0.kind == .word }).count == 1 else { break }
            word = bodies[macro.body].first { $0.kind == .word }
            steps += 1
        }
        return word
    }

    private func readSpan(_ slot: OperandSlot, _ span: Range<Int>, _ reader: inout OperandReader, _ call: Token) -> Bool {
        let word = plainWord(span)
        if let word, reader.take(slot, words[word.payload], word.payload, words) { return true }
        let place = span.isEmpty ? call : tokens[span.lowerBound]
        switch slot {
        case .number, .offset, .count:
            guard let value = evaluate(span, else: place) else { return false }
            reader.take(slot, number: value)
            return true
        case .symbol:
            diagnostics.error("expected a label such as '&name', found \(describe(span))", origin(place))
        default:
            var message = "expected a register, found \(describe(span))"
            if let word, words[word.payload].register != Register.none.rawValue {
                let kinds = OperandKinds(reader.instruction.op)
                let wantsFloat = slot == .d ? kinds.rd == .float : slot != .base && kinds.ra == .float
                message = text(word) == "sp" ? "sp cannot be used here"
                    : "expected a \(wantsFloat ? "floating-point" : "general") register, found '\(text(word))'"
            }
            diagnostics.error(message, origin(place))
        }
        return false
    }

    func describe(_ span: Range<Int>) -> String {
        guard !span.isEmpty else { return "nothing" }
        return "'" + span.prefix(6).map { text(tokens[$0]) }.joined(separator: " ") + (span.count > 6 ? " …" : "") + "'"
    }
}
