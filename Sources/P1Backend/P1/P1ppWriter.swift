/// A compiled unit as P1pp text: what `minicc -S` prints. Assembling the text gives the bytes that encoding the unit
/// directly gives.
///
/// The ext level marks the sections of what it writes; the base level uses only what every implementation of the
/// dialect has, so the unit must hold base instructions only.
public struct P1ppWriter {
    public enum Level: Sendable { case base, ext }

    private let unit: P1Unit
    private let level: Level
    private var out: [UInt8] = []

    public init(unit: P1Unit, level: Level) {
        self.unit = unit
        self.level = level
    }

    /// The text of all items, in order.
    public mutating func text() -> [UInt8] {
        for item in unit.items {
            switch item {
            case .function(let function): write(function)
            case .object(let object): write(object)
            case .alias(let symbol, let target, let offset):
                line("%alias(" + name(symbol) + ", &" + name(target) + (offset == 0 ? ")" : ", \(offset))"))
            case .common(let symbol, let size, let alignment):
                if level == .ext {
                    line("%common(" + name(symbol) + ", \(size), \(alignment))")
                } else {
                    if alignment > 1 { line(".align \(alignment)") }
                    line(":" + name(symbol))
                    line(".fill \(max(size, 1)) 00")
                }
            case .weak(let symbol): line("%weak(" + name(symbol) + ")")
            }
        }
        return out
    }

    private func name(_ symbol: Int32) -> String { unit.names.string(symbol) }

    // MARK: Functions

    private mutating func write(_ function: P1Function) {
        if level == .ext { section(.text, function.alignment, function.keep, function.sectionName) }
        put(":")
        put(symbol: function.symbol)
        put("\n.scope\n")
        for i in function.instructions { write(i) }
        for table in function.tables {
            if level == .ext { section(.rodata, 8, false, "") } else { line(".align 8") }
            put(":")
            put(symbol: table.label)
            put("\n")
            for entry in table.entries { pointer(entry, 0) }
        }
        put(".endscope\n")
    }

    private mutating func section(_ kind: SectionKind, _ alignment: Int, _ keep: Bool, _ name: String) {
        put("%section(\(kind.name), \(alignment)")
        if keep { put(", keep") }
        if !name.isEmpty { put(", " + name) }
        put(")\n")
    }

    private mutating func write(_ i: Instruction) {
        if i.op == .label {
            put(":")
            put(symbol: i.symbol)
            put("\n")
            return
        }
        let mnemonic = Mnemonic.all[P1ppWriter.index(of: i, level)]
        put("%")
        put(mnemonic.name)
        if mnemonic.format == .none {
            put("\n")
            return
        }
        put("(")
        switch mnemonic.format {
        case .none: break
        case .d_imm: operands(i.rd, nil, nil, i.imm)
        case .d_symbol:
            put(i.rd.name)
            put(", &")
            put(symbol: i.symbol)
            if i.imm != 0 { put(", \(i.imm)") }
        case .d_a: operands(i.rd, i.ra, nil, nil)
        case .d_a_scratch, .d_a_b: operands(i.rd, i.ra, i.rb == .none ? nil : i.rb, nil)
        case .d_a_imm: operands(i.rd, i.ra, nil, i.imm)
        case .d_base_off:
            operands(i.rd, i.ra, nil, i.imm)
            if i.rb != .none { put(", " + i.rb.name) }
        case .d_base_index:
            operands(i.rd, i.ra, i.rb, Int64(i.shift))
            put(", \(i.imm)")
        case .d_symbol_scratch:
            put(i.rd.name)
            put(", &")
            put(symbol: i.symbol)
            if i.rb != .none { put(", " + i.rb.name) }
        case .d_off: operands(i.rd, nil, nil, i.imm)
        case .imm: put("\(i.imm)")
        case .a: put(i.ra.name)
        case .a_b: operands(i.ra, i.rb, nil, nil)
        case .symbol, .a_symbol, .a_b_symbol, .a_imm_symbol:
            if i.ra != .none { put(i.ra.name + ", ") }
            if i.rb != .none { put(i.rb.name + ", ") }
            if mnemonic.format == .a_imm_symbol { put("\(i.imm), ") }
            put("&")
            put(symbol: i.symbol)
        }
        put(")\n")
    }

    private mutating func operands(_ first: Register, _ second: Register?, _ third: Register?, _ number: Int64?) {
        put(first.name)
        if let second {
            put(", ")
            put(second.name)
        }
        if let third {
            put(", ")
            put(third.name)
        }
        if let number { put(", \(number)") }
    }

    /// Index into Mnemonic.all of the name to print for an instruction.
    static func index(of i: Instruction, _ level: Level) -> Int {
        let zero = (i.op == .bcci || i.op == .cmpseti) && i.imm == 0
        if zero, let index = zeroNames[key(i)] { return Int(index) }
        guard let index = (level == .base ? baseNames : names)[key(i)] else { preconditionFailure("no mnemonic for \(i)") }
        return Int(index)
    }

    private static func key(_ i: Instruction) -> UInt32 {
        let usesMemory = i.op == .load || i.op == .store || i.op == .loadx || i.op == .storex || i.op == .loadg || i.op == .storeg
        return UInt32(i.op.rawValue) << 24 | UInt32(i.width.rawValue) << 16
            | (usesMemory ? UInt32(i.memory.rawValue) << 8 : 0) | UInt32(i.condition.rawValue)
    }

    private static let names: [UInt32: Int16] = table { $0.format != .a_symbol && $0.format != .d_off || $0.template.op == .ldarg }
    private static let baseNames: [UInt32: Int16] = table { $0.isBase && ($0.format != .a_symbol && $0.format != .d_off || $0.template.op == .ldarg) }
    /// Comparisons with zero have names of their own.
    private static let zeroNames: [UInt32: Int16] = table {
        $0.format == .a_symbol || $0.format == .d_a && $0.template.op == .cmpseti
    }

    private static func table(_ include: (Mnemonic) -> Bool) -> [UInt32: Int16] {
        var table: [UInt32: Int16] = [:]
        for (index, mnemonic) in Mnemonic.all.enumerated() where include(mnemonic) && table[key(mnemonic.template)] == nil {
            table[key(mnemonic.template)] = Int16(index)
        }
        return table
    }

    // MARK: Data

    private mutating func write(_ object: P1Object) {
        if level == .ext {
            section(object.section, object.alignment, object.keep, object.sectionName)
        } else if object.alignment > 1 && !object.isString {
            line(".align \(object.alignment)")
        }
        line(":" + name(object.symbol))
        for content in object.content {
            switch content {
            case .bytes(let bytes):
                if object.isString { string(bytes) } else { digits(bytes) }
            case .zero(let count):
                line(level == .ext ? "%zero(\(count))" : ".fill \(count) 00")
            case .pointer(let symbol, let offset): pointer(symbol, offset)
            }
        }
        if object.isString { put(".align 8\n") }
    }

    private mutating func pointer(_ symbol: Int32, _ offset: Int64) {
        put(level == .ext ? "%ptr8(&" : "&")
        put(symbol: symbol)
        if level == .ext { put(offset == 0 ? ")\n" : ", \(offset))\n") } else { put(" %(0)\n") }
    }

    /// A string's bytes with their NUL: text up to the last byte, then 00.
    private mutating func string(_ bytes: [UInt8]) {
        let text = bytes.last == 0 ? bytes.dropLast() : bytes[...]
        if !text.isEmpty {
            put("\"")
            for byte in text {
                switch byte {
                case 10: put("\\n")
                case 9: put("\\t")
                case 13: put("\\r")
                case 0: put("\\0")
                case UInt8(ascii: "\\"): put("\\\\")
                case UInt8(ascii: "\""): put("\\\"")
                case 32..<127: out.append(byte)
                default: put("\\x" + hex(UInt64(byte), digits: 2))
                }
            }
            put("\"")
        }
        put(bytes.last == 0 ? (text.isEmpty ? "00\n" : " 00\n") : "\n")
    }

    private mutating func digits(_ bytes: [UInt8]) {
        let table = Array("0123456789ABCDEF".utf8)
        for (index, byte) in bytes.enumerated() {
            if index > 0 { out.append(index % 32 == 0 ? 10 : 32) }
            out.append(table[Int(byte >> 4)])
            out.append(table[Int(byte & 15)])
        }
        out.append(10)
    }

    // MARK: Characters

    private mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { out.append(contentsOf: $0) }
    }

    private mutating func put(symbol: Int32) {
        if symbol < 0 { put(".L\(~symbol)") } else { out.append(contentsOf: unit.names.bytes(symbol)) }
    }

    private mutating func line(_ text: String) {
        put(text)
        out.append(10)
    }
}
