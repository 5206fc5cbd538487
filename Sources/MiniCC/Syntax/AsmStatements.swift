/// asm. P1 has no machine instructions that C could name, so only an empty template may stand here: what compilers
/// are given as a barrier. Its operands keep their values; memory is unknown behind it.
extension Parser {
    mutating func parseAsm() {
        let place = location
        advance()
        while kind == .kwVolatile || kind == .kwGoto || kind == .kwInline { advance() }
        let opened = location
        guard expect(.leftParen, "after 'asm'") else { skipToEndOfStatement(); return }
        guard kind == .string, isBlank(strings.content(token.stringIndex)) else {
            error(place, "asm is not supported: P1 programs have no machine instructions")
            skipToEndOfStatement()
            return
        }
        advance()
        var outputs: [NodeID] = []
        if accept(.colon) {
            while kind == .string || kind == .leftBracket {
                _ = parseConstraint()
                let at = location
                let operand = parseAsmOperand()
                if checkModifiable(operand, at) { outputs.append(operand) } else { outputs.append(invalid(at)) }
                if !accept(.comma) { break }
            }
        }
        if accept(.colon) {
            while kind == .string || kind == .leftBracket {
                let matching = parseConstraint()
                let at = location
                let operand = parseAsmOperand()
                if let matching, matching < outputs.count {
                    stack.append(make(.expression, at, a: makeAssignment(outputs[matching], operand, at)))
                } else {
                    stack.append(make(.expression, at, a: rvalue(operand)))
                }
                if !accept(.comma) { break }
            }
        }
        if accept(.colon) { while kind == .string { advance(); if !accept(.comma) { break } } }
        expectClosing(.rightParen, opened: opened)
        expect(.semicolon, "after asm statement")
        stack.append(make(.expression, place, a: make(.builtin, place, type: .void, detail: Builtin.barrier.rawValue)))
    }

    /// asm outside of functions.
    mutating func parseFileAsm() {
        let mark = stack.count
        parseAsm()
        stack.removeSubrange(mark...)
    }

    private func isBlank(_ text: some Sequence<UInt8>) -> Bool {
        text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x3b }
    }

    /// `[name] "constraint"`; the result is the output that an input shares its place with.
    private mutating func parseConstraint() -> Int? {
        if accept(.leftBracket) {
            if kind == .identifier { advance() }
            expect(.rightBracket, "after the operand's name")
        }
        guard kind == .string else {
            syntaxError("expected a string with the operand's constraint")
            return nil
        }
        let text = strings.content(token.stringIndex)
        advance()
        guard let first = text.first, first >= 0x30, first <= 0x39, text.count == 1 else { return nil }
        return Int(first) - 0x30
    }

    private mutating func parseAsmOperand() -> NodeID {
        let opened = location
        guard expect(.leftParen, "after the operand's constraint") else { return invalid(opened) }
        let node = parseExpression()
        expectClosing(.rightParen, opened: opened)
        return node
    }
}
