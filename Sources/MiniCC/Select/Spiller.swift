import P1Backend

/// Spilling. Each use of a spilled register loads from its place in the frame and each definition stores to it, through
/// short registers. Constants and addresses with a single definition are rematerialised instead of loaded.
struct Spiller {
    private let code: MachineCode
    private let classes: Coalescer
    /// Number of a register's place in the frame, -1 when it stays a register.
    private var home: Table<VirtualRegister, Int32>
    private var definitions: Table<VirtualRegister, Definition?>
    private var result: MachineCode
    /// The selected instruction that is being rewritten.
    private var origin: Int32 = -1

    private struct Definition {
        var inst: MachineInst
        var origin: Int32
    }

    static func spill(_ code: inout MachineCode, _ classes: Coalescer, _ spilled: [VirtualRegister]) {
        var spiller = Spiller(code, classes, spilled)
        spiller.rewrite()
        code = spiller.result
    }

    private init(_ code: MachineCode, _ classes: Coalescer, _ spilled: [VirtualRegister]) {
        self.code = code
        self.classes = classes
        result = code
        home = Table(repeating: -1, count: code.virtualCount)
        definitions = Table(repeating: nil, count: code.virtualCount)
        for name in spilled {
            var member = name
            repeat {
                home[member] = result.spillCount
                member = classes.nextMember[member]
            } while member != name
            result.spillCount += 1
        }
        findRematerializable(spilled)
    }

    private mutating func findRematerializable(_ spilled: [VirtualRegister]) {
        var definitionCount = Table<VirtualRegister, Int32>(repeating: 0, count: code.virtualCount)
        for (i, inst) in code.insts.enumerated()
        where inst.rd.isVirtual && !inst.readsDestination && home[inst.rd.virtual] >= 0 {
            let n = inst.rd.virtual
            definitionCount[n] += 1
            definitions[n] = inst.isRematerializable && definitionCount[n] == 1
                && classes.nextMember[n] == n && !(inst.op == .ldarg && code.hasDynamicStack) ? Definition(inst: inst, origin: code.origin(i)) : nil
        }
    }

    private func place(_ register: Reg) -> Int32 { register.isVirtual ? home[register.virtual] : -1 }

    private mutating func put(_ inst: MachineInst, _ origin: Int32) {
        result.insts.append(inst)
        result.origins.append(origin)
    }

    private mutating func rewrite() {
        result.insts.removeAll(keepingCapacity: true)
        result.origins.removeAll(keepingCapacity: true)
        for index in 0..<code.blocks.count {
            let block = code.blocks[index]
            result.blocks[index].start = Int32(result.insts.count)
            for i in Int(block.start)..<Int(block.end) {
                origin = code.origin(i)
                rewrite(code.insts[i])
            }
            result.blocks[index].end = Int32(result.insts.count)
        }
    }

    private mutating func rewrite(_ original: MachineInst) {
        var inst = original
        if inst.isSelect {
            rewriteSelect(inst)
            return
        }
        let d = place(inst.rd)
        let a = place(inst.ra)
        let b = place(inst.rb)
        if d < 0 && a < 0 && b < 0 {
            put(inst, origin)
            return
        }
        if d >= 0 && !inst.readsDestination && definitions[inst.rd.virtual] != nil { return }
        if inst.isMove {
            if d >= 0 && d == a { return }
            // The stack pointer is no value that a store takes.
            if d >= 0 && a < 0 && inst.ra != Reg.sp {
                store(inst.ra, inst.rd, d)
                return
            }
            if a >= 0 && d < 0 {
                load(inst.rd, from: inst.ra, a)
                return
            }
        }
        if a >= 0 {
            let register = result.newRegister(float: code.isFloat[inst.ra.virtual])
            load(register, from: inst.ra, a)
            if b == a { inst.rb = register }
            if d == a && inst.readsDestination { inst.rd = register }
            inst.ra = register
        }
        if b >= 0 && b != a {
            let register = result.newRegister(float: code.isFloat[inst.rb.virtual])
            load(register, from: inst.rb, b)
            if d == b && inst.readsDestination { inst.rd = register }
            inst.rb = register
        }
        if d >= 0 && inst.readsDestination {
            if inst.rd == original.rd {
                inst.rd = result.newRegister(float: code.isFloat[original.rd.virtual])
                load(inst.rd, from: original.rd, d)
            }
            put(inst, origin)
        } else if d >= 0 {
            inst.rd = result.newRegister(float: code.isFloat[original.rd.virtual])
            put(inst, origin)
            store(inst.rd, original.rd, d)
        } else {
            put(inst, origin)
        }
    }

    private mutating func rewriteSelect(_ original: MachineInst) {
        var inst = original
        inst.ra = loaded(inst.ra)
        inst.rb = loaded(inst.rb)
        inst.source = loaded(inst.source)
        inst.rd = loaded(inst.rd)
        put(inst, origin)
        if inst.rd != original.rd { store(inst.rd, original.rd, place(original.rd)) }
    }

    /// The register itself, or a short one that it is loaded into.
    private mutating func loaded(_ register: Reg) -> Reg {
        let home = place(register)
        if home < 0 { return register }
        let short = result.newRegister(float: false)
        load(short, from: register, home)
        return short
    }

    private mutating func load(_ register: Reg, from source: Reg, _ place: Int32) {
        if var again = definitions[source.virtual] {
            again.inst.rd = register
            put(again.inst, again.origin)
            return
        }
        let isFloat = code.isFloat[source.virtual]
        put(MachineInst(isFloat ? .fload : .load, rd: register, ra: Reg.sp, symbol: FrameArea.spill(place),
                                        width: isFloat ? .f64 : .w64), -1)
    }

    private mutating func store(_ register: Reg, _ target: Reg, _ place: Int32) {
        let isFloat = code.isFloat[target.virtual]
        put(MachineInst(isFloat ? .fstore : .store, rd: register, ra: Reg.sp, symbol: FrameArea.spill(place),
                                        width: isFloat ? .f64 : .w64), -1)
    }
}
