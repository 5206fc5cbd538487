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
        case .dImm, .dOffset: list(.rd) + ["\(imm)"]
        case .dSymbol, .dSymbolScratch: list(.rd) + (imm == 0 ? [target] : [target, "\(imm)"])
        case .dA, .dAScratch: list(.rd, .ra)
        case .dAB: list(.rd, .ra, .rb)
        case .dAImm, .dBaseOffset: list(.rd, .ra) + ["\(imm)"]
        case .dSourceAB: list(.rd, .source, .ra, .rb)
        case .dSourceAImm: list(.rd, .source, .ra) + ["\(imm)"]
        case .dBaseIndex: list(.rd, .ra, .rb) + ["\(shift)", "\(imm)"]
        case .imm: ["\(imm)"]
        case .a: list(.ra)
        case .aB: list(.ra, .rb)
        case .symbol: [target]
        case .aSymbol: list(.ra) + [target]
        case .aBSymbol: list(.ra, .rb) + [target]
        case .aImmSymbol: list(.ra) + ["\(imm)", target]
        }
        return operands.isEmpty ? "%\(mnemonic.name)" : "%\(mnemonic.name)(\(operands.joined(separator: ", ")))"
    }
}

extension Mnemonic {
    fileprivate func names(_ i: Instruction) -> Bool {
        guard template.op == i.op, template.width == i.width, template.memory == i.memory, template.condition == i.condition else { return false }
        switch format {
        case .dOffset: return template.ra == i.ra
        case .dA, .aSymbol: return i.op != .cmpseti && i.op != .bcci || i.imm == 0
        default: return true
        }
    }
}
