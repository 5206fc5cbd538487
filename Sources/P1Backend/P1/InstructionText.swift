extension Instruction {
    /// The instruction as P1pp writes it, for messages; `name` gives the names of symbols.
    public func text(name: (Int32) -> String) -> String {
        func label(_ symbol: Int32) -> String { symbol < 0 ? ".L\(~symbol)" : name(symbol) }
        if op == .label { return ":\(label(symbol))" }
        guard let mnemonic = Mnemonic.all.first(where: { $0.names(self) }) else { return "\(op)" }
        let target = "&" + label(symbol)
        let operands: [String] = switch mnemonic.format {
        case .none: []
        case .d_imm, .d_off: [rd.name, "\(imm)"]
        case .d_symbol, .d_symbol_scratch: imm == 0 ? [rd.name, target] : [rd.name, target, "\(imm)"]
        case .d_a, .d_a_scratch: [rd.name, ra.name]
        case .d_a_b: [rd.name, ra.name, rb.name]
        case .d_a_imm, .d_base_off: [rd.name, ra.name, "\(imm)"]
        case .d_source_a_b: [rd.name, source.name, ra.name, rb.name]
        case .d_source_a_imm: [rd.name, source.name, ra.name, "\(imm)"]
        case .d_base_index: [rd.name, ra.name, rb.name, "\(shift)", "\(imm)"]
        case .imm: ["\(imm)"]
        case .a: [ra.name]
        case .a_b: [ra.name, rb.name]
        case .symbol: [target]
        case .a_symbol: [ra.name, target]
        case .a_b_symbol: [ra.name, rb.name, target]
        case .a_imm_symbol: [ra.name, "\(imm)", target]
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
