/// The expander's part of the check of base text: calls of macros and instructions. `librariesEnd` tells the text that is
/// checked from libp1pp's, which is there for its macros.
extension Expander {
    func isChecked(_ token: Token) -> Bool { isBaseOnly && token.position >= librariesEnd }

    /// A macro that libp1pp has here and need not have elsewhere.
    func checkCall(_ name: Int32, definedAt position: UInt32, _ token: Token) {
        guard isChecked(token), position < librariesEnd else { return }
        let name = words.names.string(name)
        if BaseDialect.libraryMacros.contains(name) { return }
        diagnostics.error("'\(name)' is a macro of MiniCC's libp1pp alone; expected one that every libp1pp has", origin(token))
    }

    func refuseDirective(_ token: Token) {
        let instead = switch text(token) {
        case "%section": "code and data are one stream there, with .align between them"
        case "%zero": "expected .fill N 00"
        case "%ptr8": "expected &label %(0)"
        case "%alias": "expected another label at the same place"
        case "%common": "expected :label .fill N 00"
        default: "every label is defined once there"
        }
        diagnostics.error("'\(text(token))' is MiniCC's own and not in base P1: \(instead)", origin(token))
    }

    func checkedInstruction(_ token: Token, _ touching: Bool) {
        var spans: [Range<Int>] = []
        if touching {
            position += 1
            guard let found = arguments(of: token) else { return }
            spans = found
        }
        guard let form = BaseDialect.forms[text(token)] else {
            return diagnostics.error("'\(text(token))' is MiniCC's own and not in base P1; expected an operation of level b or l in docs/p1.md",
                                     origin(token))
        }
        guard spans.count == form.operands.count else {
            return diagnostics.error(wrongCount(text(token), wants: form.operands.count, has: spans.count) + ", in base P1", origin(token))
        }
        var registers: [String] = []
        var label: Int32 = -1
        for (operand, span) in zip(form.operands, spans) {
            let place = span.isEmpty ? token : tokens[span.lowerBound]
            let word = plainWord(span).map { text($0) } ?? ""
            func refuse(_ expected: String) { diagnostics.error("expected \(expected), found \(describe(span))", origin(place)) }
            switch operand {
            case .register, .movable, .base, .scratch:
                let takesSP = operand == .movable || operand == .base
                guard BaseDialect.registers.contains(word) || takesSP && word == "sp" else {
                    return refuse(word == "sp" ? "a register other than sp (an address in the frame is %lea_slot(rd, off))"
                        : "a register of base P1 (a0 … a3, t0 … t2, s0 … s3\(takesSP ? ", sp" : ""))")
                }
                if (operand == .scratch || form.isBytewise) && registers.contains(word) {
                    return refuse(operand == .scratch ? "a scratch register that differs from the others" : "a register that differs from the first")
                }
                registers.append(word)
            case .label:
                guard word.hasPrefix("&"), word.utf8.count > 1, let name = plainWord(span) else { return refuse("a label (&name)") }
                label = words.tail(name.payload)
            case .number, .frameOffset, .wordOffset, .count:
                guard let value = evaluate(span, else: place) else { return }
                if operand == .frameOffset && value < 0 { return refuse("a number that is not negative") }
                if operand == .count && !(0...63).contains(value) { return refuse("a count from 0 to 63") }
                if operand == .wordOffset && value % 8 != 0 { return refuse("a multiple of 8") }
            }
        }
        // For the stream counts only whether execution goes on behind it.
        let endsFlow = ["%b", "%br", "%ret", "%eret", "%tail", "%tailr"].contains(text(token))
        sink.instruction(Instruction(endsFlow ? .b : .mov), label: label, origin(token))
    }
}
