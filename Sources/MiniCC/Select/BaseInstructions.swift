import P1Backend

/// Rewrites selected code with what base P1 has: immediates it lacks go through registers, 32-bit forms become
/// 64-bit ones and an extension, indexed addresses are computed. Narrow loads and stores are macros elsewhere that
/// want their registers to differ from a scratch register; t1 and t2 are kept free for that.
struct BaseInstructions {
    private let code: MachineCode
    private var result: MachineCode

    private static let scratch = Register.t2.reg
    private static let second = Register.t1.reg

    static func rewrite(_ code: inout MachineCode) {
        var pass = BaseInstructions(code)
        pass.run()
        code = pass.result
    }

    private init(_ code: MachineCode) {
        self.code = code
        result = code
    }

    private mutating func run() {
        result.insts.removeAll(keepingCapacity: true)
        for index in 0..<code.blocks.count {
            let block = code.blocks[index]
            result.blocks[index].start = Int32(result.insts.count)
            var i = Int(block.start)
            while i < Int(block.end) {
                let inst = code.insts[i]
                i += 1
                if (inst.op == .bcc || inst.op == .bcci) && i < Int(block.end) && code.insts[i].op == .b {
                    branch(inst, other: code.insts[i].symbol)
                    i += 1
                } else {
                    rewrite(inst)
                }
            }
            result.blocks[index].end = Int32(result.insts.count)
        }
    }

    private mutating func put(_ inst: MachineInst) { result.insts.append(inst) }

    private mutating func temporary() -> Reg { result.newRegister(float: false) }

    private mutating func load(_ imm: Int64) -> Reg {
        let register = temporary()
        put(MachineInst(.li, rd: register, imm: imm))
        return register
    }

    private mutating func extended(_ register: Reg, signed: Bool) -> Reg {
        let wide = temporary()
        extend(wide, register, signed: signed)
        return wide
    }

    private mutating func extend(_ rd: Reg, _ ra: Reg, signed: Bool) {
        put(MachineInst(signed ? .sext32 : .zext32, rd: rd, ra: ra, rb: signed ? .none : BaseInstructions.scratch))
    }

    private mutating func rewrite(_ original: MachineInst) {
        var inst = original
        if inst.width == .w32 || inst.width == .u32 {
            let isCompare = inst.op == .cmpset || inst.op == .cmpseti || inst.op == .bcc || inst.op == .bcci
            if !isCompare {
                narrow(inst)
                return
            }
            inst.ra = extended(inst.ra, signed: true)
            if inst.rb != .none { inst.rb = extended(inst.rb, signed: true) }
            inst.width = .w64
        }
        switch inst.op {
        case .muli: register(inst, .mul)
        case .xori: register(inst, .xor)
        case .neg, .not, .zext32:
            inst.rb = BaseInstructions.scratch
            put(inst)
        case .cmpseti:
            let isNamed = inst.imm == 0 && (inst.condition == .eq || inst.condition == .ne || inst.condition == .lt)
            if isNamed {
                put(inst)
            } else {
                inst.rb = load(inst.imm)
                inst.op = .cmpset
                inst.imm = 0
                compare(inst)
            }
        case .cmpset: compare(inst)
        case .bcc, .bcci: rangeCheck(inst)
        case .la:
            let offset = inst.imm
            if offset == 0 {
                put(inst)
            } else {
                let start = temporary()
                put(MachineInst(.la, rd: start, symbol: inst.symbol))
                put(MachineInst(.addi, rd: inst.rd, ra: start, imm: offset))
            }
        case .leax:
            let sum = inst.imm == 0 ? inst.rd : temporary()
            put(MachineInst(.add, rd: sum, ra: inst.ra, rb: shifted(inst.rb, inst.shift)))
            if inst.imm != 0 { put(MachineInst(.addi, rd: inst.rd, ra: sum, imm: inst.imm)) }
        case .loadx, .storex:
            let base = temporary()
            put(MachineInst(.add, rd: base, ra: inst.ra, rb: shifted(inst.rb, inst.shift)))
            access(MachineInst(inst.op == .loadx ? .load : .store, rd: inst.rd, ra: base, imm: inst.imm, memory: inst.memory))
        case .loadg, .storeg:
            let base = temporary()
            put(MachineInst(.la, rd: base, symbol: inst.symbol))
            access(MachineInst(inst.op == .loadg ? .load : .store, rd: inst.rd, ra: base, imm: inst.imm, memory: inst.memory))
        case .load, .store: access(inst)
        default: put(inst)
        }
    }

    private mutating func shifted(_ register: Reg, _ shift: UInt8) -> Reg {
        if shift == 0 { return register }
        let result = temporary()
        put(MachineInst(.shli, rd: result, ra: register, imm: Int64(shift)))
        return result
    }

    private mutating func register(_ inst: MachineInst, _ op: Operation) {
        put(MachineInst(op, rd: inst.rd, ra: inst.ra, rb: load(inst.imm)))
    }

    /// The 32-bit forms: operands extended where their upper halves matter, the result always.
    private mutating func narrow(_ original: MachineInst) {
        var inst = original
        let signed = inst.width == .w32
        inst.width = .w64
        switch inst.op {
        case .sar, .sari, .div, .rem:
            inst.ra = extended(inst.ra, signed: true)
            if inst.op == .div || inst.op == .rem { inst.rb = extended(inst.rb, signed: true) }
            rewrite(inst)
        case .shr, .shri:
            inst.ra = extended(inst.ra, signed: false)
            rewrite(inst)
        default:
            let rd = inst.rd
            inst.rd = temporary()
            rewrite(inst)
            extend(rd, inst.rd, signed: signed)
        }
    }

    private mutating func compare(_ original: MachineInst) {
        var inst = original
        if inst.condition == .gt || inst.condition == .gtu {
            swap(&inst.ra, &inst.rb)
            inst.condition = inst.condition.swapped
        }
        put(inst)
    }

    private mutating func access(_ inst: MachineInst) {
        var inst = inst
        switch inst.memory {
        case .d64 where inst.imm % 8 != 0: accessHalves(inst)
        case .u8, .d64:
            put(inst)
        case .s8:
            let byte = temporary()
            put(MachineInst(.load, rd: byte, ra: inst.ra, imm: inst.imm, symbol: inst.symbol, memory: .u8))
            put(MachineInst(.sext8, rd: inst.rd, ra: byte))
        default:
            let rd = inst.rd
            inst.rb = BaseInstructions.scratch
            if inst.op == .load {
                inst.rd = BaseInstructions.second
                put(inst)
                put(MachineInst(.mov, rd: rd, ra: BaseInstructions.second))
            } else {
                if rd == inst.ra {
                    put(MachineInst(.mov, rd: BaseInstructions.second, ra: rd))
                    inst.rd = BaseInstructions.second
                }
                put(inst)
            }
        }
    }

    /// Base P1's words lie at multiples of 8; machines need not have an offset for others.
    private mutating func accessHalves(_ inst: MachineInst) {
        var low = inst, high = inst
        low.memory = .u32
        high.memory = .u32
        high.imm += 4
        let (shifted, upper) = (temporary(), temporary())
        if inst.op == .load {
            (low.rd, high.rd) = (temporary(), upper)
            access(low)
            access(high)
            put(MachineInst(.shli, rd: shifted, ra: upper, imm: 32))
            put(MachineInst(.or, rd: inst.rd, ra: low.rd, rb: shifted))
        } else {
            put(MachineInst(.shri, rd: upper, ra: inst.rd, imm: 32))
            high.rd = upper
            access(low)
            access(high)
        }
    }

    // MARK: Branches

    /// Base P1 branches on eq, ne, lt and ltu; the others are these with operands or targets exchanged.
    private mutating func branch(_ original: MachineInst, other: Int32) {
        var inst = original
        if inst.width == .w32 {
            inst.ra = extended(inst.ra, signed: true)
            if inst.rb != .none { inst.rb = extended(inst.rb, signed: true) }
            inst.width = .w64
        }
        let isNamed = inst.op == .bcci && inst.imm == 0 && (inst.condition == .eq || inst.condition == .ne || inst.condition == .lt)
        if inst.op == .bcci && !isNamed {
            inst.rb = load(inst.imm)
            inst.op = .bcc
            inst.imm = 0
        }
        var next = other
        if inst.op == .bcc {
            switch inst.condition {
            case .gt, .gtu:
                swap(&inst.ra, &inst.rb)
                inst.condition = inst.condition.swapped
            case .ge, .geu:
                inst.condition = inst.condition.inverted
                swap(&inst.symbol, &next)
            case .le, .leu:
                swap(&inst.ra, &inst.rb)
                inst.condition = inst.condition == .le ? .lt : .ltu
                swap(&inst.symbol, &next)
            default:
                break
            }
        }
        put(inst)
        put(MachineInst(.b, symbol: next))
    }

    /// The branch in front of a jump table, "above the last case", falls through otherwise.
    private mutating func rangeCheck(_ inst: MachineInst) {
        put(MachineInst(.bcc, ra: load(inst.imm), rb: inst.ra, symbol: inst.symbol, condition: .ltu))
    }
}
