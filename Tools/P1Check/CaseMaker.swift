import Harness
import P1Backend

/// Makes cases: for each mnemonic with given or random registers, immediates and distances.
struct CaseMaker {
    var random: Random
    let systemCalls: CallNumbers
    private var nextSymbol = KnownSymbol.firstFree

    init(seed: UInt64, systemCalls: CallNumbers) {
        random = Random(seed: seed)
        self.systemCalls = systemCalls
    }

    mutating func newSymbol() -> Int32 {
        defer { nextSymbol += 1 }
        return nextSymbol
    }

    mutating func register() -> Register { random.pick(Register.generals) }

    /// A register that is none of these.
    mutating func register(except used: [Register]) -> Register {
        while true {
            let choice = register()
            if !used.contains(choice) { return choice }
        }
    }

    mutating func frameSize() -> Int {
        random.pick([0, 8, 16, 24, 32, 40, 64, 120, 128, 136, 248, 256, 264])
    }

    /// Unusual ones too: not whole words, and around what instructions can express.
    mutating func anyFrameSize() -> Int {
        random.chance(1, in: 2) ? frameSize()
            : random.pick([1, 12, 500, 504, 512, 520, 2032, 2040, 2048, 2056, 4080, 4088, 4096, 4104, 32752, 32760, 32768, 65536, 1 << 20])
    }

    // MARK: Which cases

    /// Every operation with fixed machine registers on some machine, in all combinations of registers.
    private static let delicate: [Operation] = [.div, .rem, .divu, .remu, .mulhs, .mulhu, .shl, .shr, .sar]

    /// A case to be made: a mnemonic with its registers, so that long lists of them are cheap.
    struct Plan {
        var mnemonic: Mnemonic
        var rd: Int
        var ra: Int
        var rb: Int
    }

    static func systematicPlans() -> [Plan] {
        var plans: [Plan] = []
        for mnemonic in Mnemonic.all {
            let n = Register.generalCount
            if delicate.contains(mnemonic.template.op) {
                for k in 0..<(n * n * n) { plans.append(Plan(mnemonic: mnemonic, rd: k / (n * n), ra: k / n % n, rb: k % n)) }
            } else {
                // Each register in each position, with others and with itself.
                for k in 0..<14 {
                    plans.append(Plan(mnemonic: mnemonic, rd: k, ra: (k + 1) % 14, rb: (k + 5) % 14))
                    plans.append(Plan(mnemonic: mnemonic, rd: k, ra: k, rb: (k + 2) % 14))
                    plans.append(Plan(mnemonic: mnemonic, rd: k, ra: (k + 3) % 14, rb: k))
                    plans.append(Plan(mnemonic: mnemonic, rd: (k + 4) % 14, ra: k, rb: k))
                    plans.append(Plan(mnemonic: mnemonic, rd: k, ra: k, rb: k))
                }
            }
        }
        return plans
    }

    mutating func randomPlan() -> Plan {
        Plan(mnemonic: random.pick(Mnemonic.all), rd: random.below(14), ra: random.below(14), rb: random.below(14))
    }

    /// nil for what cannot be tried within a program that goes on.
    mutating func makeCase(_ plan: Plan) -> Case? {
        var result = body(plan)
        result?.name = plan.mnemonic.name
        return result
    }

    private mutating func body(_ plan: Plan) -> Case? {
        var i = plan.mnemonic.template
        let general = (rd: Register.generals[plan.rd % 13], ra: Register.generals[plan.ra % 13], rb: Register.generals[plan.rb % 13])
        let float = (rd: Register.floats[plan.rd], ra: Register.floats[plan.ra], rb: Register.floats[plan.rb])
        let format = plan.mnemonic.format
        switch i.op {
        case .li, .mov, .add, .sub, .and, .or, .xor, .shl, .shr, .sar, .mul, .div, .rem, .divu, .remu, .mulhs, .mulhu,
             .addi, .andi, .ori, .xori, .muli, .shli, .shri, .sari, .neg, .not, .sext8, .sext16, .sext32, .zext8,
             .zext16, .zext32, .cmpset, .cmpseti, .leax:
            i.rd = general.rd
            // %lea_slot names sp itself.
            let readsStack = i.ra == .sp || plan.ra == 13 && (i.op == .mov || i.op == .addi && i.width == .w64 || i.op == .leax)
            i.ra = readsStack ? .sp : general.ra
            i.rb = general.rb
            return arithmetic(i.with(format), format)
        case .selcc, .selcci:
            (i.rd, i.ra, i.rb) = general
            i.source = Register.generals[random.below(13)]
            return arithmetic(i.with(format), format)
        case .la:
            i.rd = general.rd
            i.symbol = random.pick([KnownSymbol.global, KnownSymbol.buffer])
            i.imm = random.chance(1, in: 2) ? 0 : Int64(Int32(truncatingIfNeeded: random.immediate()))
            return Case(body: [i], frame: frameSize(), base: register(except: [i.rd]))
        case .load, .store:
            i.rd = general.rd
            i.ra = plan.ra == 13 ? .sp : general.ra
            return access(i, size: i.memory.size)
        case .fload, .fstore:
            i.rd = float.rd
            i.ra = plan.ra == 13 ? .sp : general.ra
            return access(i, size: i.width == .f64 ? 8 : 4)
        case .loadx, .storex:
            i.rd = general.rd
            i.ra = general.ra
            i.rb = general.rb
            return access(i, size: i.memory.size)
        case .floadx, .fstorex:
            i.rd = float.rd
            i.ra = general.ra
            i.rb = general.rb
            return access(i, size: i.width == .f64 ? 8 : 4)
        case .loadg, .storeg:
            i.rd = general.rd
            return globalAccess(i, size: i.memory.size)
        case .floadg, .fstoreg:
            i.rd = float.rd
            return globalAccess(i, size: i.width == .f64 ? 8 : 4)
        case .fmov, .fneg, .fabs, .fsqrt, .fadd, .fsub, .fmul, .fdiv, .fcvtff, .fli:
            (i.rd, i.ra, i.rb) = float
            return floatArithmetic(i.with(format), format)
        case .fset, .fcvtfs, .fcvtfu:
            (i.rd, i.ra) = (float.rd, general.ra)
            return floatArithmetic(i.with(format), format)
        case .fbits, .fcvtsf, .fcvtuf, .fcmpset:
            (i.rd, i.ra, i.rb) = (general.rd, float.ra, float.rb)
            return floatArithmetic(i.with(format), format)
        case .b, .bcc, .bcci:
            i.ra = general.ra
            i.rb = general.rb
            return branch(i.with(format), format, distance: branchDistance())
        case .fbcc:
            (i.ra, i.rb) = (float.ra, float.rb)
            return branch(i.with(format), format, distance: branchDistance())
        case .br: return random.chance(1, in: 2) ? tableJump(through: general.ra) : calls(.br, through: general.ra)
        case .call: return random.chance(1, in: 4) ? recursion() : calls(.call, through: general.ra)
        case .callr: return calls(.callr, through: general.ra)
        case .tail: return calls(.tail, through: general.ra)
        case .tailr: return calls(.tailr, through: general.ra)
        case .ret, .enter, .eret, .ldarg: return calls(random.pick([.call, .tail, .tailr]), through: general.ra)
        case .syscall: return systemCall()
        case .spalloc, .sprestore: return stackAllocation(result: general.rd, size: general.ra, saved: general.rb)
        case .ctxsave, .ctxload: return contexts(saved: general.rd, loaded: general.ra, result: general.rb)
        case .callnative: return nativeCall()
        case .copyblocks, .fillblocks: return blocks(i.op)
        case .codesync: return codeSynchronization(from: general.ra, to: general.rb)
        case .trap, .label: return nil
        }
    }

    // MARK: Arithmetic

    private mutating func arithmetic(_ instruction: Instruction, _ format: OperandFormat) -> Case {
        var i = instruction
        switch i.op {
        case .shli, .shri, .sari: i.imm = Int64(random.below(i.width == .w64 ? 64 : 32))
        case .leax:
            i.imm = Int64(Int32(truncatingIfNeeded: random.offset()))
            i.shift = UInt8(random.below(4))
        default:
            if [.dImm, .dAImm, .dSourceAImm, .dOffset].contains(format) { i.imm = random.immediate() }
        }
        let base = register(except: [i.rd, i.ra, i.rb])
        var body = [i]
        if (i.op == .cmpseti || i.op == .selcci) && random.chance(1, in: 2) {
            body.insert(Instruction(.li, rd: i.ra, imm: i.imm &+ Int64(random.below(3) - 1)), at: 0)
        }
        return Case(body: body, frame: frameSize(), base: base, readsStack: i.ra == .sp, guarded: i)
    }

    private mutating func floatArithmetic(_ instruction: Instruction, _ format: OperandFormat) -> Case {
        var i = instruction
        if format == .dImm {
            i.imm = i.width == .f64 ? Int64(bitPattern: random.doubleBits()) : Int64(random.floatBits())
        }
        let base = register(except: [i.rd, i.ra])
        let sources = [i.ra, i.rb].filter { $0.isFloat && format != .dImm && ($0 == i.ra || format == .dAB) }
        var single = i.width == .f32
        if i.op == .fcvtff { single.toggle() }
        var result = Case(body: [i], frame: frameSize(), base: base, usesSingle: single, guarded: i)
        if single { result.body = singleLoads(sources, base) + result.body }
        return result
    }

    /// Floats that are operands of single precision must come from an instruction of single precision.
    func singleLoads(_ registers: [Register], _ base: Register) -> [Instruction] {
        registers.map { Instruction(.fload, rd: $0, ra: base, imm: Int64(Block.slot($0)), width: .f32) }
    }

    // MARK: Memory

    /// A load or store in the block or, with sp as base, in the frame.
    private mutating func access(_ instruction: Instruction, size: Int) -> Case {
        var i = instruction
        let isStore = i.op == .store || i.op == .fstore || i.op == .storex || i.op == .fstorex
        if i.ra == .sp { return stackAccess(i, size: size, isStore: isStore) }
        let isIndexed = i.rb != .none
        // Text has room for 32 bits.
        i.imm = Int64(Int32(truncatingIfNeeded: random.offset()))
        let base = register(except: [i.rd, i.ra, i.rb])
        let place = Int64(Block.memoryAt + random.below(Block.memorySize - size + 1))
        var body: [Instruction] = []
        if isIndexed && i.ra == i.rb {
            // Twice half the address: that is all an index that is its own base can reach.
            if (place &- i.imm) & 1 != 0 { i.imm ^= 1 }
            let distance = place &- i.imm
            body = [Instruction(.li, rd: i.ra, imm: distance), Instruction(.add, rd: i.ra, ra: i.ra, rb: base),
                    Instruction(.shri, rd: i.ra, ra: i.ra, imm: 1)]
        } else {
            var distance = place &- i.imm
            if isIndexed {
                i.shift = UInt8(random.below(4))
                let index = random.chance(3, in: 4) ? Int64(random.below(200) - 100) : random.word()
                distance = distance &- index << Int64(i.shift)
                body.append(Instruction(.li, rd: i.rb, imm: index))
            }
            body += [Instruction(.li, rd: i.ra, imm: distance), Instruction(.add, rd: i.ra, ra: i.ra, rb: base)]
        }
        if isStore && i.width == .f32 { body = singleLoads([i.rd], base) + body }
        return Case(body: body + [i], frame: frameSize(), base: base)
    }

    private mutating func stackAccess(_ instruction: Instruction, size: Int, isStore: Bool) -> Case {
        var i = instruction
        let limits = [0, 8, 64, 120, 128, 256, 264, 504, 512, 2040, 2048, 4088, 4096, 16380, 32760, 32768, 65536, 1 << 20]
        i.imm = Int64(random.pick(limits) + random.below(17))
        let base = register(except: [i.rd])
        let other = register(except: [i.rd, base])
        // Whichever of store and load is not the one to try stands beside it.
        var store = Instruction(.store, rd: isStore ? i.rd : other, ra: .sp, imm: i.imm, memory: unsignedAccess(size))
        var load = Instruction(.load, rd: isStore ? other : i.rd, ra: .sp, imm: i.imm, memory: unsignedAccess(size))
        if isStore { store = i } else { load = i }
        let prefix = isStore && i.width == .f32 ? singleLoads([i.rd], base) : []
        return Case(body: prefix + [store, load], frame: Int(i.imm) + size + random.below(20), base: base)
    }

    private func unsignedAccess(_ size: Int) -> Memory { size == 1 ? .u8 : size == 2 ? .u16 : size == 4 ? .u32 : .d64 }

    private mutating func globalAccess(_ instruction: Instruction, size: Int) -> Case {
        var i = instruction
        i.symbol = KnownSymbol.global
        i.imm = Int64(random.chance(1, in: 3) ? 0 : random.below(TestProgram.globalSize - 8))
        let base = register(except: [i.rd])
        guard i.op == .storeg || i.op == .fstoreg else { return Case(body: [i], frame: frameSize(), base: base) }
        let other = register(except: [i.rd, base])
        let whole = Instruction(.loadg, rd: other, imm: i.imm & ~7, symbol: KnownSymbol.global)
        let prefix = i.width == .f32 ? singleLoads([i.rd], base) : []
        return Case(body: prefix + [i, whole], frame: frameSize(), base: base)
    }
}

extension Instruction {
    /// Without the registers that the mnemonic does not name.
    func with(_ format: OperandFormat) -> Instruction {
        var result = self
        switch format {
        case .dAB, .dSourceAB, .dBaseIndex, .aB, .aBSymbol: break
        case .dImm, .dSymbol, .symbol: (result.ra, result.rb) = (.none, .none)
        default: result.rb = .none
        }
        return result
    }
}
