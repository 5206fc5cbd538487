import P1Backend
import Support

/// The readable form of selected code, for `--dump=select` and `--dump=registers`: P1 in block order.
struct MachinePrinter {
    private let code: MachineCode
    private let names: NameTable
    private let allocation: RegisterAllocator?
    private var text: [UInt8] = []

    /// With an allocation, registers are those of the machine.
    static func text(_ code: MachineCode, _ f: IRFunction, _ names: NameTable, _ allocation: RegisterAllocator? = nil) -> [UInt8] {
        var printer = MachinePrinter(code: code, names: names, allocation: allocation)
        printer.print(f)
        return printer.text
    }

    private init(code: MachineCode, names: NameTable, allocation: RegisterAllocator?) {
        self.code = code
        self.names = names
        self.allocation = allocation
    }

    private mutating func print(_ f: IRFunction) {
        put("function \(names.string(f.symbol.raw)) {\n")
        for (index, slot) in f.slots.enumerated() { put("  slot \(index): \(slot.size) align \(slot.alignment)\n") }
        if code.spillCount > 0 { put("  spill slots: \(code.spillCount)\n") }
        if code.outgoing > 0 { put("  outgoing stack words: \(code.outgoing / 8)\n") }
        for table in code.tables {
            put("  table .L\(table.label):\(table.entries.map { " .L\(~$0)" }.joined())\n")
        }
        for (index, block) in code.blocks.enumerated() {
            put(":.L\(code.labels[index])    # frequency \(block.frequency)\n")
            for number in Int(block.start)..<Int(block.end) { print(code.insts[number], number) }
        }
        put("}\n")
    }

    private mutating func print(_ inst: MachineInst, _ number: Int) {
        for save in saves(at: number) { put("  # saves \(Register(rawValue: save.register).name) in spill slot \(save.home)\n") }
        var plain = Instruction(inst.op, ra: inst.ra == Reg.sp ? .sp : .none, imm: inst.imm, symbol: inst.symbol,
                                width: inst.width, memory: inst.memory, condition: inst.condition, shift: inst.shift)
        let isFrameAddress = inst.ra == Reg.sp && !inst.op.refersToSymbol
        if isFrameAddress { plain.symbol = 0 }
        put("  ")
        put(plain.text(name: names.string) { field in
            switch field {
            case .rd: name(inst.rd)
            case .ra: name(inst.ra)
            case .rb: name(inst.rb)
            case .source: name(inst.source)
            }
        })
        if isFrameAddress && inst.symbol > 0 { put("    # slot \(inst.symbol - 1)") }
        if isFrameAddress && inst.symbol < 0 { put("    # spill slot \(-1 - inst.symbol)") }
        put("\n")
    }

    private func saves(at number: Int) -> [CallSaves.Save] {
        guard let allocation, code.insts[number].isCall else { return [] }
        return allocation.callSaves.filter { $0.call == Int32(number) }
    }

    private func name(_ reg: Reg) -> String {
        if !reg.isVirtual { return reg == .none ? "none" : Register(rawValue: UInt8(reg.raw)).name }
        let number = reg.virtual
        return allocation.map { Register(rawValue: $0.assignment[number]).name } ?? "\(code.isFloat[number] ? "w" : "v")\(number)"
    }

    private mutating func put(_ string: String) { text.append(contentsOf: string.utf8) }
}
