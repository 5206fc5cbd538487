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
        put("function "); put(names.string(f.symbol)); put("(\(f.parameterCount))")
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
            while value >= 0 {
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
            if inst.base == .symbol { put("@"); put(names.string(inst.c)) } else { put("v\(inst.a)") }
            put("(")
            for k in 0..<Int(inst.count) {
                if k > 0 { put(", ") }
                put("v\(f.pool[Int(inst.list) + k])")
            }
            put(")")
            known(inst)
        case .phi:
            for k in 0..<Int(inst.count) {
                let at = Int(inst.list) + 2 * k
                put("\(k > 0 ? "," : "") b\(f.pool[at]): v\(f.pool[at + 1])")
            }
        case .br:
            put(" b\(inst.c)")
        case .condbr:
            put(" v\(inst.a), b\(inst.b), b\(inst.c)")
        case .switchOn:
            put(" v\(inst.a), b\(inst.c) [")
            for k in 0..<Int(inst.count) {
                let item = f.cases[Int(inst.list) + k]
                put("\(k > 0 ? ", " : "")\(item.value): b\(item.block)")
            }
            put("]")
        default:
            if inst.a >= 0 { put(" v\(inst.a)") }
            if inst.b >= 0 { put(", v\(inst.b)") }
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
        case .slot: put("slot \(inst.c)")
        case .symbol: put("@"); put(names.string(inst.c))
        case .block: put("b\(inst.c)")
        }
        if inst.imm != 0 { put(inst.imm < 0 ? " - \(inst.imm.magnitude)" : " + \(inst.imm)") }
        put("]")
    }

    private mutating func put(_ string: String) { text.append(contentsOf: string.utf8) }
}
