/// A place for one operand in a mnemonic's argument list.
enum OperandSlot: UInt8 {
    case d, source, a, b   // registers, of the file that the instruction says
    case base              // a general register or sp, into ra
    case number            // any 64-bit value
    case offset            // an address offset: fits 32 bits
    case count             // a shift count, a small number
    case symbol
    case scratch           // a register that is not needed
}

extension OperandFormat {
    /// The operands in order; those from `requiredCount` on may be left out.
    var slots: [OperandSlot] { OperandFormat.table[Int(rawValue)].slots }
    var requiredCount: Int { OperandFormat.table[Int(rawValue)].required }

    private static let table: [(slots: [OperandSlot], required: Int)] = [
        ([], 0),                                       // none
        ([.d, .number], 2),                            // dImm
        ([.d, .symbol, .offset], 2),                   // dSymbol
        ([.d, .a], 2),                                 // dA
        ([.d, .a, .scratch], 2),                       // dAScratch
        ([.d, .a, .b], 3),                             // dAB
        ([.d, .a, .number], 3),                        // dAImm
        ([.d, .source, .a, .b], 4),                    // dSourceAB
        ([.d, .source, .a, .number], 4),               // dSourceAImm
        ([.d, .base, .offset, .scratch], 3),           // dBaseOffset
        ([.d, .base, .b, .count, .offset], 5),         // dBaseIndex
        ([.d, .symbol, .scratch], 2),                  // dSymbolScratch
        ([.d, .offset], 2),                            // dOffset
        ([.number], 1),                                // imm
        ([.a], 1),                                     // a
        ([.a, .b], 2),                                 // aB
        ([.symbol], 1),                                // symbol
        ([.a, .symbol], 2),                            // aSymbol
        ([.a, .b, .symbol], 3),                        // aBSymbol
        ([.a, .number, .symbol], 3),                   // aImmSymbol
    ]
}

/// What the reader of an instruction needs to know of its mnemonic, without references, since it is copied for
/// every instruction.
struct InstructionShape {
    let template: Instruction
    let format: OperandFormat
    let slotCount: Int
    let requiredCount: Int
    /// Four bits a slot, the first one lowest.
    private let packedSlots: UInt32

    init(_ mnemonic: Mnemonic) {
        template = mnemonic.template
        format = mnemonic.format
        slotCount = mnemonic.format.slots.count
        requiredCount = mnemonic.format.requiredCount
        packedSlots = mnemonic.format.slots.reversed().reduce(0) { $0 << 4 | UInt32($1.rawValue) }
    }

    /// In the order of Mnemonic.all. Many share a format.
    static let all: [InstructionShape] = {
        var shapes: [InstructionShape?] = []
        return Mnemonic.all.map { mnemonic in
            let format = Int(mnemonic.format.rawValue)
            while shapes.count <= format { shapes.append(nil) }
            let known = shapes[format] ?? InstructionShape(mnemonic)
            shapes[format] = known
            return InstructionShape(mnemonic, like: known)
        }
    }()

    private init(_ mnemonic: Mnemonic, like other: InstructionShape) {
        template = mnemonic.template
        format = mnemonic.format
        slotCount = other.slotCount
        requiredCount = other.requiredCount
        packedSlots = other.packedSlots
    }

    @inline(__always)
    func slot(_ index: Int) -> OperandSlot {
        unsafeBitCast(UInt8(truncatingIfNeeded: packedSlots >> UInt32(4 * index) & 15), to: OperandSlot.self)
    }
}

/// Fills an instruction's fields from operands.
struct OperandReader {
    private(set) var instruction: Instruction
    private(set) var label: Int32 = -1
    /// What is wrong with a value, once all operands are read.
    private(set) var problem: String?

    @inline(__always)
    init(template: Instruction) { instruction = template }

    /// Takes a plain word; false if it does not fit the slot as it stands.
    @inline(__always)
    mutating func take(_ slot: OperandSlot, _ info: WordInfo, _ word: Int32, _ words: WordTable) -> Bool {
        switch slot {
        case .d, .source, .a, .b, .base, .scratch:
            return info.register != Register.none.rawValue && take(slot, Register(rawValue: info.register))
        case .number, .offset, .count:
            guard info.isInteger else { return false }
            take(slot, number: info.value)
            return true
        case .symbol:
            guard info.first == UInt8(ascii: "&"), info.length > 1 else { return false }
            label = words.tail(word)
            return true
        }
    }

    /// False if the slot does not take this register.
    @inline(__always)
    mutating func take(_ slot: OperandSlot, _ register: Register) -> Bool {
        switch slot {
        case .d:
            guard OperandKinds(instruction.op).rd.isSuperset(of: register.kind) else { return false }
            instruction.rd = register
        case .source:
            guard register.isGeneral else { return false }
            instruction.source = register
        case .a:
            guard OperandKinds(instruction.op).ra.isSuperset(of: register.kind) else { return false }
            instruction.ra = register
        case .b:
            guard OperandKinds(instruction.op).rb.isSuperset(of: register.kind) else { return false }
            instruction.rb = register
        case .base:
            guard OperandKinds.Kind.base.isSuperset(of: register.kind) else { return false }
            instruction.ra = register
        default: break
        }
        return true
    }

    @inline(__always)
    mutating func take(label word: Int32) { label = word }

    mutating func take(_ slot: OperandSlot, number: Int64) {
        switch slot {
        case .count:
            if number < 0 || number > 3 { problem = "the index can be shifted by 0 to 3, not by \(number)" }
            instruction.shift = UInt8(truncatingIfNeeded: number)
        case .offset:
            if Int64(Int32(truncatingIfNeeded: number)) != number { problem = "the offset \(number) does not fit in 32 bits" }
            instruction.imm = number
        default:
            instruction.imm = number
        }
        if slot != .count, let misfit = instruction.misfitNumber { problem = misfit }
    }
}
