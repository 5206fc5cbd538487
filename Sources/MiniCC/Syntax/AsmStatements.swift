/// asm. P1 has no machine instructions that C could name, so only an empty template may stand here: what compilers
/// are given as a barrier. Its operands keep their values; memory is unknown behind it.
extension Parser {
    mutating func parseAsm(outsideOfFunctions: Bool = false) {
        let place = location
        advance()
        while kind == .kwVolatile || kind == .kwGoto || kind == .kwInline { advance() }
        let opened = location
        guard expect(.leftParen, "after 'asm'") else { skipToEndOfStatement(); return }
        let template = kind == .string ? strings.content(token.stringIndex) : nil
        guard let template, isBlank(template) || outsideOfFunctions && isIdentification(template) else {
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
        parseAsm(outsideOfFunctions: true)
        stack.removeSubrange(mark...)
    }

    private func isBlank(_ text: some Sequence<UInt8>) -> Bool {
        text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x3b }
    }

    /// Text for the section `.comment`, where some programs put their versions. Objects have no such section, so it is dropped.
    private func isIdentification(_ template: ArraySlice<UInt8>) -> Bool {
        var isInComment = false
        for line in template.split(separator: 0x0a) {
            let words = String(decoding: line, as: UTF8.self).split(whereSeparator: { " \t,".contains($0) })
            switch words.first {
            case ".ident", nil: break
            case ".section" where words.dropFirst().first == ".comment": isInComment = true
            case ".ascii" where isInComment, ".asciz" where isInComment, ".string" where isInComment: break
            case ".previous" where isInComment: isInComment = false
            default: return false
            }
        }
        return !isInComment
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
