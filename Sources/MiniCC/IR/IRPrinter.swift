import P1Backend
import Support

/// The readable form of a function, for `--dump=ir` and for tests; `IRReader` reads it.
struct IRPrinter {
    private let names: NameTable
    private var text: [UInt8] = []

    static func text(_ f: IRFunction, _ names: NameTable) -> [UInt8] {
        var printer = IRPrinter(names: names)
        printer.print(f)
        return printer.text
    }

    private mutating func print(_ f: IRFunction) {
        put("function "); put(names.string(f.symbol.raw)); put("(\(f.parameterCount))")
        if f.isPrivate { put(" private") }
        if f.callsSetjmp { put(" setjmp") }
        if let word = IRFunction.Inlining.named.first(where: { $0.inlining == f.inlining }) { put(" \(word.name)") }
        if !f.sectionName.isEmpty { put(" section \(f.sectionName)") }
        put(" {\n")
        for (index, slot) in f.slots.enumerated() {
            put("  slot \(index): \(slot.size) align \(slot.alignment)\n")
        }
        for object in f.objects {
            put("  object @"); put(names.string(object.symbol)); put(":")
            for case .pointer(let symbol, _) in object.content where symbol < 0 { put(" b\(~symbol)") }
            put("\n")
        }
        for (index, block) in f.blocks.enumerated() where !block.isRemoved {
            put("b\(index):")
            if block.isAddressTaken { put(" address taken") }
            put("\n")
            var value = block.first
            while value != .none {
                put("  ")
                print(value, f)
                put("\n")
                value = f[value].next
            }
        }
        put("}\n")
    }

    private mutating func print(_ value: IRValue, _ f: IRFunction) {
        let inst = f[value]
        if inst.type != .void { put("v\(value) = ") }
        put("\(inst.op)")
        switch inst.op {
        case .const:
            put(" \(inst.imm)")
        case .fconst:
            put(" 0x\(String(UInt64(bitPattern: inst.imm), radix: 16))")
        case .param:
            put(" \(inst.imm)")
            known(inst)
        case .address:
            put(" ")
            address(inst)
        case .load:
            put(" \(inst.memory) ")
            address(inst)
        case .store:
            put(" \(inst.memory) v\(inst.b), ")
            address(inst)
        case .copy, .fill:
            put(" v\(inst.a), v\(inst.b), \(inst.imm)")
        case .icmp, .fcmp:
            put(" \(inst.condition) v\(inst.a), v\(inst.b)")
        case .select:
            put(" v\(inst.a), v\(f.pool[Int(inst.list)]), v\(f.pool[Int(inst.list) + 1])")
        case .call:
            put(" ")
            if let symbol = inst.base.symbol { put("@"); put(names.string(symbol.raw)) } else { put("v\(inst.a)") }
            put("(")
            put(f.pool[inst.range].map { "v\($0)" }.joined(separator: ", "))
            put(")")
            known(inst)
        case .phi:
            put(f.pairs[inst.range].map { " b\($0.from): v\($0.value)" }.joined(separator: ","))
        case .br:
            put(" b\(inst.target)")
        case .condbr:
            put(" v\(inst.a), b\(inst.then), b\(inst.target)")
        case .switchOn:
            put(" v\(inst.a), b\(inst.target) [")
            put(f.cases[inst.range].map { "\($0.value): b\($0.block)" }.joined(separator: ", "))
            put("]")
        default:
            if inst.a != .none { put(" v\(inst.a)") }
            if inst.b != .none { put(", v\(inst.b)") }
        }
        if inst.type != .void { put(" : \(inst.type)") }
        for (flag, name) in IRFlags.named where inst.flags.contains(flag) { put(" \(name)") }
    }

    private mutating func known(_ inst: IRInst) {
        if inst.memory != .d64 { put(" \(inst.memory)") }
    }

    private mutating func address(_ inst: IRInst) {
        put("[")
        switch inst.base {
        case .value: put("v\(inst.a)")
        case .slot(let slot): put("slot \(slot)")
        case .symbol(let symbol): put("@"); put(names.string(symbol.raw))
        case .block(let block): put("b\(block)")
        }
        if inst.imm != 0 { put(inst.imm < 0 ? " - \(inst.imm.magnitude)" : " + \(inst.imm)") }
        put("]")
    }

    private mutating func put(_ string: String) { text.append(contentsOf: string.utf8) }
}
