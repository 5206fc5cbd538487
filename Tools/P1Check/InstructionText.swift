import P1Backend

/// An instruction as P1pp writes it, for messages.
func text(_ i: Instruction) -> String {
    if i.op == .label { return ":\(label(i.symbol))" }
    guard let mnemonic = Mnemonic.all.first(where: { matches($0, i) }) else { return "\(i.op)" }
    let rd = i.rd.name, ra = i.ra.name, rb = i.rb.name, target = "&" + label(i.symbol)
    let operands: [String] = switch mnemonic.format {
    case .none: []
    case .d_imm, .d_off: [rd, "\(i.imm)"]
    case .d_symbol, .d_symbol_scratch: i.imm == 0 ? [rd, target] : [rd, target, "\(i.imm)"]
    case .d_a, .d_a_scratch: [rd, ra]
    case .d_a_b: [rd, ra, rb]
    case .d_a_imm, .d_base_off: [rd, ra, "\(i.imm)"]
    case .d_source_a_b: [rd, i.source.name, ra, rb]
    case .d_source_a_imm: [rd, i.source.name, ra, "\(i.imm)"]
    case .d_base_index: [rd, ra, rb, "\(i.shift)", "\(i.imm)"]
    case .imm: ["\(i.imm)"]
    case .a: [ra]
    case .a_b: [ra, rb]
    case .symbol: [target]
    case .a_symbol: [ra, target]
    case .a_b_symbol: [ra, rb, target]
    case .a_imm_symbol: [ra, "\(i.imm)", target]
    }
    return operands.isEmpty ? "%\(mnemonic.name)" : "%\(mnemonic.name)(\(operands.joined(separator: ", ")))"
}

private func matches(_ mnemonic: Mnemonic, _ i: Instruction) -> Bool {
    let t = mnemonic.template
    guard t.op == i.op, t.width == i.width, t.memory == i.memory, t.condition == i.condition else { return false }
    switch mnemonic.format {
    case .d_off: return t.ra == i.ra
    case .d_a, .a_symbol: return i.op != .cmpseti && i.op != .bcci || i.imm == 0
    default: return true
    }
}

private func label(_ symbol: Int32) -> String {
    if symbol < 0 { return ".L\(~symbol)" }
    return Int(symbol) < KnownSymbol.names.count ? KnownSymbol.names[Int(symbol)] : "f\(symbol)"
}
