extension Instruction {
    public enum RegisterField: Sendable { case rd, ra, rb, source }

    /// The instruction as P1pp writes it, for messages; `name` gives the names of symbols.
    public func text(name: (Int32) -> String) -> String {
        text(name: name) { field in
            switch field {
            case .rd: rd.name
            case .ra: ra.name
            case .rb: rb.name
            case .source: source.name
            }
        }
    }

    /// The same with other names for its registers: before allocation they are virtual.
    public func text(name: (Int32) -> String, register: (RegisterField) -> String) -> String {
        func label(_ symbol: Int32) -> String { symbol < 0 ? ".L\(~symbol)" : name(symbol) }
        if op == .label { return ":\(label(symbol))" }
        guard let mnemonic = Mnemonic.all.first(where: { $0.names(self) }) else { return "\(op)" }
        let target = "&" + label(symbol)
        func list(_ fields: RegisterField...) -> [String] { fields.map(register) }
        let operands: [String] = switch mnemonic.format {
        case .none: []
        case .d_imm, .d_off: list(.rd) + ["\(imm)"]
        case .d_symbol, .d_symbol_scratch: list(.rd) + (imm == 0 ? [target] : [target, "\(imm)"])
        case .d_a, .d_a_scratch: list(.rd, .ra)
        case .d_a_b: list(.rd, .ra, .rb)
        case .d_a_imm, .d_base_off: list(.rd, .ra) + ["\(imm)"]
        case .d_source_a_b: list(.rd, .source, .ra, .rb)
        case .d_source_a_imm: list(.rd, .source, .ra) + ["\(imm)"]
        case .d_base_index: list(.rd, .ra, .rb) + ["\(shift)", "\(imm)"]
        case .imm: ["\(imm)"]
        case .a: list(.ra)
        case .a_b: list(.ra, .rb)
        case .symbol: [target]
        case .a_symbol: list(.ra) + [target]
        case .a_b_symbol: list(.ra, .rb) + [target]
        case .a_imm_symbol: list(.ra) + ["\(imm)", target]
        }
        return operands.isEmpty ? "%\(mnemonic.name)" : "%\(mnemonic.name)(\(operands.joined(separator: ", ")))"
    }
}

extension Mnemonic {
    fileprivate func names(_ i: Instruction) -> Bool {
        guard template.op == i.op, template.width == i.width, template.memory == i.memory, template.condition == i.condition else { return false }
        switch format {
        case .d_off: return template.ra == i.ra
        case .d_a, .a_symbol: return i.op != .cmpseti && i.op != .bcci || i.imm == 0
        default: return true
        }
    }
}
