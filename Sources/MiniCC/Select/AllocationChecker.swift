import P1Backend

/// Proves of a function's final code that every use reads the value that selection meant.
///
/// The selected code, on variables, and the final code, on machine registers and words of the frame, are walked side by
/// side, one node without branches after the other; `ValueFlow` knows what each side holds. Emission says of every final
/// instruction which selected one it is. That one must come next in the selected code, with the same operation, constants
/// and targets, and each of its operands must hold the value of the variable that stands in its place. What is no selected
/// instruction may only move values between registers and words of the frame, or make and leave the frame. Selected moves are
/// no instructions here: they say that two variables are one value, so it does not matter where, or whether, the final
/// code copies. Constants and addresses that are computed once may be computed anywhere.
///
/// How the allocator came to its result is of no interest here.
struct AllocationChecker {
    private let selected: MachineCode
    private let function: P1Function
    private let final: [Instruction]
    private let origins: CodeOrigins
    private let names: NameTable
    private let objects: [P1Object]

    private var flow: ValueFlow
    private var frame: FrameCheck
    /// What is wrong first.
    private var fault: String?

    // Where the walk stands in the selected code: at an instruction of a block, or in front of block `entering`.
    private var position = 0
    private var blockEnd = 0
    private var entering: Int32 = -1
    /// Whether the final code goes on from the last instruction to the next.
    private var isLive = true

    /// Registers that the final code writes.
    private var written: UInt32 = 0
    /// Whether the stack pointer changes behind `enter`. Where nothing takes from the stack, what gives back changes nothing.
    private var movesStack = false
    private var showsSlots = false
    private var stagesArguments = false

    /// Nodes by selected block; behind them that of the shared return.
    private var nodeOfBlock: [Int32]
    /// Jumps may go past blocks of moves alone; those that they go past get nodes of their own behind all others.
    private var skips: [Skip] = []
    private var lastSkip: [Int32]
    /// Edges to a block (≥ 0) or a skip (~number), from a node or a skip; these get their numbers at the end.
    private var edges: [(from: Int32, to: Int32)] = []
    private var indirect: [(node: Int32, branch: Int)] = []
    /// By block whose address is taken: the block whose label stands for it.
    private var landing: [Int32: Int32] = [:]

    private struct Skip {
        var block: Int32
        /// The block at which the jump arrives.
        var target: Int32
    }

    /// Variables beside the registers that selected code names: the stack pointer as it is, and as it is behind `enter`.
    private static let stackPointer = Register.sp.reg
    private static let frameAddress = Register.sp.reg + 1

    private static let calleeSaved: UInt32 = 0x3C00_1F80
    private static let changedByCalls: UInt32 = 0x03FF_007F
    private static let resultRegisters = 2

    /// Nil when all is well. `selected` is the code before allocation, `slots` and `objects` are the function's.
    static func check(_ selected: MachineCode, slots: [IRSlot], objects: [P1Object], _ function: P1Function, _ origins: CodeOrigins,
                      _ names: NameTable) -> String? {
        var checker = AllocationChecker(selected, slots, objects, function, origins, names)
        defer { checker.flow.free() }
        checker.run()
        return checker.fault.map { "function '\(names.string(function.symbol))': \($0)" }
    }

    private init(_ selected: MachineCode, _ slots: [IRSlot], _ objects: [P1Object], _ function: P1Function, _ origins: CodeOrigins, _ names: NameTable) {
        self.selected = selected
        self.function = function
        self.origins = origins
        self.names = names
        self.objects = objects
        final = function.instructions
        nodeOfBlock = [Int32](repeating: -1, count: selected.blocks.count + 1)
        lastSkip = [Int32](repeating: -1, count: selected.blocks.count)
        var words = 0
        var frameSize: Int64 = 0
        for (index, inst) in function.instructions.enumerated() {
            if inst.rd.rawValue < 32 { written |= 1 << UInt32(inst.rd.rawValue) }
            if inst.op == .enter { frameSize = inst.imm }
            if inst.op == .spalloc { movesStack = true }
            if origins.insts[index] < 0 && AllocationChecker.isAccess(inst.op) && inst.imm >= 0 && inst.imm < frameSize {
                words = max(words, Int(inst.imm >> 3) + 1)
            }
        }
        frame = FrameCheck(slots, words: words)
        flow = ValueFlow(variables: selected.virtualCount + Int(firstVirtual), words: words)
    }

    /// Loads and stores of whole words, as values are kept by.
    private static func isAccess(_ op: Operation) -> Bool { op == .load || op == .store || op == .fload || op == .fstore }

    private mutating func fail(_ message: String) {
        if fault == nil { fault = message }
    }

    // MARK: The walk

    private mutating func run() {
        edges.reserveCapacity(2 * selected.blocks.count + 2)
        describeVariables()
        flow.beginNode()
        begin()
        var next = 0
        for index in 0..<final.count {
            if fault != nil { return }
            while next < origins.blocks.count && origins.blocks[next] <= index {
                if origins.blocks[next] == index { enterBlock(Int32(truncatingIfNeeded: next)) }
                next += 1
            }
            let startsNext = next < origins.blocks.count && origins.blocks[next] == index + 1
            step(index, endsNode: !startsNext)
        }
        if fault != nil { return }
        if isLive {
            skipMoves()
            if position < blockEnd { return fail("the code ends in front of \(text(selected.insts[position]))") }
        }
        flow.endNode()
        connect()
        if fault != nil { return }
        if let mismatch = flow.settle() { return report(mismatch) }
        if let overlap = frame.overlap() { fail(overlap) }
    }

    /// Which variables occur in several pieces of the selected code, and which are constants.
    private mutating func describeVariables() {
        let count = selected.virtualCount + Int(firstVirtual)
        let piece = Scratch<Int32>(repeating: -1, count: count)
        let definition = Scratch<Int32>(repeating: -1, count: count)
        defer {
            piece.free()
            definition.free()
        }
        var number: Int32 = 0
        func note(_ variable: Reg) {
            if variable < firstVirtual { return }
            let last = piece[Int(variable)]
            if last == number { return }
            piece[Int(variable)] = number
            if last >= 0 { flow.share(variable) }
        }
        for block in selected.blocks {
            number += 1
            for index in Int(block.start)..<Int(block.end) {
                let inst = selected.insts[index]
                note(inst.ra)
                note(inst.rb)
                note(inst.rd)
                if inst.isSelect { note(inst.source) }
                if inst.rd >= firstVirtual && !inst.readsDestination {
                    definition[Int(inst.rd)] = definition[Int(inst.rd)] == -1 ? Int32(truncatingIfNeeded: index) : -2
                }
                if AllocationChecker.isBranch(inst.op) { number += 1 }
            }
        }
        for variable in 0..<Int(firstVirtual) { flow.share(Reg(variable)) }
        for variable in Int(firstVirtual)..<count where definition[variable] >= 0 && AllocationChecker.isConstant(selected.insts[Int(definition[variable])]) {
            flow.makeConstant(Reg(truncatingIfNeeded: variable))
        }
    }

    private static func isBranch(_ op: Operation) -> Bool { op == .bcc || op == .bcci || op == .fbcc }

    /// Computed from nothing that may change within a function.
    private static func isConstant(_ inst: MachineInst) -> Bool {
        switch inst.op {
        case .li, .la, .fli, .ldarg: return true
        case .addi: return inst.ra == Register.sp.reg && inst.symbol > 0
        default: return false
        }
    }

    @inline(__always)
    private func setsConstant(_ inst: MachineInst) -> Bool { inst.rd >= firstVirtual && flow.isConstant(inst.rd) && !inst.readsDestination }

    /// At the entry: arguments, what is kept for the caller, the stack pointer.
    private mutating func begin() {
        entering = 0
        var registers = written & AllocationChecker.calleeSaved | 0b1111 | 1 << UInt32(Register.sp.rawValue)
        while registers != 0 {
            let register = Int32(registers.trailingZeroBitCount)
            registers &= registers - 1
            let value = flow.newValue(maker: -1)
            flow.set(variable: register, value)
            flow.set(location: register, value)
        }
        flow.set(variable: AllocationChecker.frameAddress, flow.value(ofVariable: AllocationChecker.stackPointer))
    }

    /// The final code comes to the start of a block.
    private mutating func enterBlock(_ block: Int32) {
        if isLive { reach(block) }
        startNode()
        nodeOfBlock[Int(block)] = flow.node
        stand(atStartOf: block)
        isLive = true
    }

    private mutating func startNode() {
        flow.endNode()
        flow.beginNode()
    }

    private mutating func stand(atStartOf block: Int32) {
        entering = -1
        position = Int(selected.blocks[Int(block)].start)
        blockEnd = Int(selected.blocks[Int(block)].end)
    }

    /// The block of a label of the selected code; the emitter's own, behind all others, is that of the shared return.
    private func block(_ symbol: Int32) -> Int32 {
        let label = Int(~symbol)
        return label < selected.indexOfBlock.count ? selected.indexOfBlock[label] : Int32(truncatingIfNeeded: selected.blocks.count)
    }

    private var sharedReturn: Int32 { Int32(truncatingIfNeeded: selected.blocks.count) }

    // MARK: Control flow

    /// What the selected code does in front of its next instruction other than a move or a constant.
    private mutating func skipMoves() {
        if entering >= 0 { stand(atStartOf: entering) }
        while position < blockEnd {
            let inst = selected.insts[position]
            if inst.isMove {
                move(inst)
            } else if !setsConstant(inst) {
                return
            }
            position += 1
        }
    }

    @inline(__always)
    private mutating func move(_ inst: MachineInst) { flow.set(variable: inst.rd, flow.value(ofVariable: inst.ra)) }

    /// The final code goes to the start of a block, and so must the selected code.
    private mutating func reach(_ target: Int32) {
        if target < 0 { return fail("a jump goes to a label without code") }
        if entering >= 0 { return follow(entering, to: target) }
        skipMoves()
        // A block without an end is one whose end nothing reaches.
        if position == blockEnd { return }
        let inst = selected.insts[position]
        if target == sharedReturn {
            if inst.op != .ret { return fail("the code returns in front of \(text(inst))") }
            edges.append((flow.node, target))
            for register in Int(inst.shift)..<max(Int(inst.shift), AllocationChecker.resultRegisters) {
                let value = flow.newValue(maker: -1)
                flow.set(variable: Reg(register), value)
                flow.set(location: Reg(register), value)
            }
        } else if inst.op == .b {
            follow(block(inst.symbol), to: target)
        } else if AllocationChecker.isBranch(inst.op) && position + 1 < blockEnd && selected.insts[position + 1].op == .b {
            // Both ways lead there.
            follow(block(inst.symbol), to: target)
            follow(block(selected.insts[position + 1].symbol), to: target)
        } else {
            fail("the code goes on without \(text(inst))")
        }
    }

    /// The selected code goes to a block, the final code to `target`: past blocks of moves alone.
    private mutating func follow(_ block: Int32, to target: Int32) {
        let known = Int32(truncatingIfNeeded: skips.count)
        var from = flow.node
        var block = block
        while block != target {
            let last = lastSkip[Int(block)]
            if last >= 0 && last < known && skips[Int(last)].target == target {
                edges.append((from, ~last))
                return
            }
            // A ring never arrives.
            guard last < known, let next = jumpBehindMoves(block) else {
                return fail("a jump to block .L\(selected.labels[Int(block)]) goes elsewhere")
            }
            let number = Int32(truncatingIfNeeded: skips.count)
            skips.append(Skip(block: block, target: target))
            lastSkip[Int(block)] = number
            edges.append((from, ~number))
            from = ~number
            block = next
        }
        edges.append((from, target))
    }

    /// Where a block leads that does nothing but moves.
    private func jumpBehindMoves(_ block: Int32) -> Int32? {
        for index in Int(selected.blocks[Int(block)].start)..<Int(selected.blocks[Int(block)].end) {
            let inst = selected.insts[index]
            if inst.op == .b { return self.block(inst.symbol) }
            if !inst.isMove && !setsConstant(inst) { return nil }
        }
        return nil
    }

    /// Gives all edges the numbers of nodes.
    private mutating func connect() {
        for table in function.tables { readTable(table) }
        for (meant, object) in zip(objects, function.objects) {
            for case (.pointer(let label, _), .pointer(let other, _)) in zip(meant.content, object.content) where label < 0 && other < 0 { land(label, other) }
        }
        for (node, branch) in indirect { for block in targets(of: branch) { connect(node, indirectlyTo: block) } }
        let firstSkip = flow.node + 1
        for skip in skips {
            flow.beginNode()
            for index in Int(selected.blocks[Int(skip.block)].start)..<Int(selected.blocks[Int(skip.block)].end) where selected.insts[index].isMove {
                move(selected.insts[index])
            }
            flow.endNode()
        }
        for edge in edges {
            let to = edge.to < 0 ? firstSkip + ~edge.to : nodeOfBlock[Int(edge.to)]
            if to < 0 { return fail("a jump to block .L\(selected.labels[Int(edge.to)]), which has no code") }
            flow.addEdge(from: edge.from < 0 ? firstSkip + ~edge.from : edge.from, to: to)
        }
    }

    /// Tables must say what the selected ones do, of each block where it went.
    private mutating func readTable(_ table: P1Table) {
        guard let meant = selected.tables.first(where: { $0.label == table.label }), meant.entries.count == table.entries.count else {
            return fail("the table .L\(~table.label) is not a selected one")
        }
        for (entry, other) in zip(meant.entries, table.entries) {
            if entry < 0 && other < 0 {
                land(entry, other)
            } else if entry != other {
                fail("the table .L\(~table.label) has another entry than selected")
            }
        }
    }

    /// The address of a block becomes that of another's label.
    private mutating func land(_ meant: Int32, _ label: Int32) {
        let from = block(meant), to = block(label)
        if landing.updateValue(to, forKey: from) ?? to != to { fail("the address of .L\(~meant) is that of two labels") }
    }

    /// The blocks that an indirect jump may go to: of a switch those of its table, else all whose address is taken.
    private func targets(of branch: Int) -> [Int32] {
        let inst = selected.insts[branch]
        if branch >= 2, selected.insts[branch - 1].op == .loadx, selected.insts[branch - 1].rd == inst.ra, selected.insts[branch - 2].op == .la,
           selected.insts[branch - 2].rd == selected.insts[branch - 1].ra,
           let table = selected.tables.first(where: { $0.label == selected.insts[branch - 2].symbol }) {
            return Array(Set(table.entries.map { block($0) })).sorted()
        }
        guard let own = selected.blocks.firstIndex(where: { Int($0.start) <= branch && branch < Int($0.end) }) else { return [] }
        return (0..<selected.blocks.count).filter { target in
            selected.predecessors[Int(selected.predecessorStart[target])..<Int(selected.predecessorStart[target + 1])].contains(Int32(own))
        }.map { Int32($0) }
    }

    private mutating func connect(_ node: Int32, indirectlyTo block: Int32) {
        // One that no table and no instruction names cannot be jumped to.
        guard let label = landing[block] ?? (nodeOfBlock[Int(block)] >= 0 ? block : nil) else { return }
        let before = edges.count
        follow(block, to: label)
        if before < edges.count { edges[before].from = node }
    }

    // MARK: Instructions

    private mutating func step(_ index: Int, endsNode: Bool) {
        let inst = final[index]
        if inst.op == .label { return label(index) }
        if !isLive { return fail("nothing reaches \(text(inst))") }
        if inst.op == .b {
            reach(block(inst.symbol))
            isLive = false
            return
        }
        let origin = Int(origins.insts[index])
        if origin < 0 { return helper(index) }
        let meant = selected.insts[origin]
        if meant.isMove { return helper(index) }
        if setsConstant(meant) {
            match(index, origin)
            if checkRegister(inst.rd, for: meant.rd, index) { flow.set(location: inst.rd.reg, flow.value(ofVariable: meant.rd)) }
            return
        }
        advance(to: origin, index)
        if fault != nil { return }
        switch meant.op {
        case .call, .callr: call(index, origin)
        case .ret: leave(index, origin)
        case .bcc, .bcci, .fbcc: branch(index, origin, endsNode: endsNode)
        case .br:
            match(index, origin)
            indirect.append((flow.node, origin))
            isLive = false
        case .trap:
            match(index, origin)
            isLive = false
        default:
            match(index, origin)
            define(index, origin)
        }
    }

    private mutating func label(_ index: Int) {
        let symbol = final[index].symbol
        let target = block(symbol)
        if target == sharedReturn {
            if isLive { reach(target) }
            startNode()
            nodeOfBlock[Int(target)] = flow.node
        } else if target < 0 || origins.blocks[Int(target)] != index {
            fail("the label .L\(~symbol) stands at the wrong place")
        }
    }

    /// The selected code goes on to the instruction that comes in the final code.
    private mutating func advance(to origin: Int, _ index: Int) {
        var jumps = 0
        while true {
            if position == origin && entering < 0 { break }
            skipMoves()
            if position == origin { break }
            guard position < blockEnd else { return fail("\(text(final[index])) comes behind the end of its block") }
            let next = selected.insts[position]
            guard next.op == .b, jumps <= selected.blocks.count else { return fail("\(text(final[index])) comes without \(text(next)) in front of it") }
            jumps += 1
            stand(atStartOf: block(next.symbol))
        }
        position += 1
    }

    /// An instruction that selected code does not have, or has as a move.
    private mutating func helper(_ index: Int) {
        let inst = final[index]
        switch inst.op {
        case .enter where index == 0:
            frame.size = inst.imm
            let value = flow.newValue(maker: index)
            flow.set(variable: AllocationChecker.stackPointer, value)
            flow.set(variable: AllocationChecker.frameAddress, value)
            flow.set(location: Register.sp.reg, value)
        case .mov where inst.rd.isGeneral && (inst.ra.isGeneral || inst.ra == .sp), .fmov where inst.rd.isFloat && inst.ra.isFloat:
            flow.set(location: inst.rd.reg, flow.value(ofLocation: inst.ra.reg))
        case .sprestore where inst.ra.isGeneral:
            if movesStack { flow.set(location: Register.sp.reg, flow.value(ofLocation: inst.ra.reg)) }
        case .load where inst.memory == .d64 && inst.rd.isGeneral, .fload where inst.width == .f64 && inst.rd.isFloat:
            if let word = word(index) { flow.set(location: inst.rd.reg, flow.value(ofLocation: word)) }
        case .store where inst.memory == .d64 && inst.rd.isGeneral, .fstore where inst.width == .f64 && inst.rd.isFloat:
            if let word = word(index) { flow.set(location: word, flow.value(ofLocation: inst.rd.reg)) }
        default:
            fail("\(text(inst)) is no instruction of the selected code, and cannot stand beside it")
        }
    }

    /// The word of the frame that is loaded or stored.
    private mutating func word(_ index: Int) -> Int32? {
        checkFrameBase(index)
        guard let word = frame.word(at: final[index].imm) else {
            fail("\(text(final[index])) keeps a value outside the frame of \(frame.size ?? 0) bytes")
            return nil
        }
        return ValueFlow.word(word)
    }

    /// Whether the base register is the address of the frame.
    private mutating func checkFrameBase(_ index: Int) {
        if final[index].ra == .sp && !movesStack { return }
        expect(AllocationChecker.frameAddress, final[index].ra, index)
    }

    /// The operands of an instruction hold what the variables in their places mean, and all else of it is as selected.
    private mutating func match(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = selected.insts[origin]
        if meant.ra == Register.sp.reg && meant.op != .sprestore {
            matchFrameAccess(index, origin)
        } else {
            if inst.op != meant.op || inst.imm != meant.imm && meant.op != .spalloc { return failMatch(index, origin) }
            if inst.symbol != meant.symbol && !meant.isSelect && !AllocationChecker.isBranch(meant.op) {
                guard meant.op == .la || meant.op == .loadg, meant.symbol < 0, inst.symbol < 0, Int(~meant.symbol) < selected.indexOfBlock.count else {
                    return failMatch(index, origin)
                }
            }
            if meant.symbol < 0 && meant.op == .la && Int(~meant.symbol) < selected.indexOfBlock.count { land(meant.symbol, inst.symbol) }
            if meant.ra >= 0 { use(meant.ra, inst.ra, index) }
        }
        if inst.width != meant.width || inst.memory != meant.memory || inst.condition != meant.condition && !AllocationChecker.isBranch(meant.op) {
            return failMatch(index, origin)
        }
        if meant.isSelect {
            use(meant.source, inst.source, index)
            use(meant.rd, inst.rd, index)
        } else if inst.shift != meant.shift {
            return failMatch(index, origin)
        }
        if meant.rb >= 0 && !AllocationChecker.changesSecond(meant.op) { use(meant.rb, inst.rb, index) }
        if meant.readsDestination { use(meant.rd, inst.rd, index) }
        if meant.op == .ldarg { checkFrame(index) }
    }

    private mutating func failMatch(_ index: Int, _ origin: Int) { fail("\(text(final[index])) stands for \(text(selected.insts[origin]))") }

    /// Base P1's macros have a scratch register there.
    private static func changesSecond(_ op: Operation) -> Bool {
        switch op {
        case .neg, .not, .zext32, .load, .store: return true
        default: return false
        }
    }

    /// A slot, whose place in the frame shows here, or staged arguments at the stack pointer.
    private mutating func matchFrameAccess(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = selected.insts[origin]
        // The address of the frame itself needs no addition.
        let isCopy = meant.op == .addi && inst.op == .mov
        if inst.op != meant.op && !isCopy { return failMatch(index, origin) }
        if meant.symbol > 0 {
            checkFrameBase(index)
            if !frame.place(Int(meant.symbol) - 1, at: (isCopy ? 0 : inst.imm) &- meant.imm) {
                fail("\(text(inst)) has slot \(meant.symbol - 1) at another place than instructions before it")
            }
            if meant.op == .addi || meant.op == .leax { showsSlots = true }
        } else {
            if inst.ra != .sp || inst.imm != meant.imm || isCopy { return failMatch(index, origin) }
            if movesStack { expect(AllocationChecker.stackPointer, inst.ra, index) }
            stagesArguments = true
            frame.stage(at: inst.imm)
        }
    }

    /// The results of an instruction.
    private mutating func define(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = selected.insts[origin]
        if movesStack && (meant.op == .spalloc || meant.op == .sprestore) {
            let value = meant.op == .spalloc ? flow.newValue(maker: index) : flow.value(ofVariable: meant.ra)
            flow.set(variable: AllocationChecker.stackPointer, value)
            flow.set(location: Register.sp.reg, value)
            if meant.op == .spalloc { frame.keep(inst.imm) }
        }
        if meant.rb >= 0 && AllocationChecker.changesSecond(meant.op) {
            if inst.rb.reg != meant.rb { return failMatch(index, origin) }
            flow.set(location: inst.rb.reg, flow.newValue(maker: index))
        }
        if meant.rd < 0 || meant.readsDestination { return }
        if !checkRegister(inst.rd, for: meant.rd, index) { return }
        let value = flow.newValue(maker: index)
        flow.set(variable: meant.rd, value)
        flow.set(location: inst.rd.reg, value)
    }

    private mutating func branch(_ index: Int, _ origin: Int, endsNode: Bool) {
        let inst = final[index], meant = selected.insts[origin]
        match(index, origin)
        let target = block(inst.symbol)
        if target < 0 || target == sharedReturn { return fail("\(text(inst)) goes to no block") }
        if inst.condition == meant.condition {
            follow(block(meant.symbol), to: target)
        } else if inst.condition == meant.condition.inverted(isFloat: meant.op == .fbcc) && position < blockEnd && selected.insts[position].op == .b {
            follow(block(selected.insts[position].symbol), to: target)
            entering = block(meant.symbol)
        } else {
            return failMatch(index, origin)
        }
        if endsNode || entering < 0 && selected.insts[position].op != .b {
            let before = flow.node
            startNode()
            flow.addEdge(from: before, to: flow.node)
        }
    }

    private mutating func call(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = selected.insts[origin]
        let isTail = inst.op == .tail || inst.op == .tailr
        if inst.op != (isTail ? meant.op == .call ? .tail : .tailr : meant.op) || inst.symbol != meant.symbol { return failMatch(index, origin) }
        for register in 0..<Reg(meant.shift) { expect(register, Register(rawValue: UInt8(truncatingIfNeeded: register)), index) }
        if meant.op == .callr { use(meant.ra, inst.ra, index) }
        checkFrame(index)
        if isTail { keepForCaller(index) }
        // Those that are no arguments and that nothing writes hold nothing anyway.
        flow.lose(registers: AllocationChecker.changedByCalls & (written | 0b1111), flow.newValue(maker: index))
        for register in 0..<Reg(AllocationChecker.resultRegisters) {
            let value = flow.newValue(maker: index)
            flow.set(variable: register, value)
            flow.set(location: register, value)
        }
        if isTail { returnResults(index) }
    }

    /// A call in the place of a return: what it returns must be what the selected code does, and it must not need the frame.
    private mutating func returnResults(_ index: Int) {
        if showsSlots || stagesArguments { fail("\(text(final[index])) leaves a frame whose address is known") }
        var jumps = 0
        while true {
            skipMoves()
            guard position < blockEnd else { return fail("\(text(final[index])) stands for a call without a return") }
            let next = selected.insts[position]
            if next.op == .ret {
                for register in 0..<Reg(next.shift) { expect(register, Register(rawValue: UInt8(truncatingIfNeeded: register)), index) }
                isLive = false
                return
            }
            guard next.op == .b, jumps <= selected.blocks.count else { return fail("\(text(final[index])) returns in front of \(text(next))") }
            jumps += 1
            stand(atStartOf: block(next.symbol))
        }
    }

    private mutating func leave(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = selected.insts[origin]
        if inst.op != (frame.size == nil ? .ret : .eret) { return failMatch(index, origin) }
        for register in 0..<Reg(meant.shift) { expect(register, Register(rawValue: UInt8(truncatingIfNeeded: register)), index) }
        keepForCaller(index)
        if frame.size != nil { checkFrame(index) }
        isLive = false
    }

    /// Callee-saved registers hold what they held at the entry.
    private mutating func keepForCaller(_ index: Int) {
        var registers = written & AllocationChecker.calleeSaved
        while registers != 0 {
            let register = registers.trailingZeroBitCount
            registers &= registers - 1
            expect(Reg(register), Register(rawValue: UInt8(register)), index)
        }
    }

    /// What reads above the frame, or makes another below it, needs one of its own, with the stack pointer at its end.
    private mutating func checkFrame(_ index: Int) {
        if frame.size == nil { return fail("\(text(final[index])) needs a frame") }
        if movesStack && final[index].op != .call && final[index].op != .callr { expect(AllocationChecker.frameAddress, .sp, index) }
    }

    // MARK: Operands

    /// Whether a machine register can be the variable's.
    private mutating func checkRegister(_ register: Register, for variable: Reg, _ index: Int) -> Bool {
        let isFloat = variable < firstVirtual ? variable >= 16 : selected.isFloat[Int(variable - firstVirtual)]
        if isFloat ? register.isFloat : register.isGeneral { return true }
        fail("\(text(final[index])): \(register.name) cannot be the register of \(describe(variable))")
        return false
    }

    @inline(__always)
    private mutating func use(_ variable: Reg, _ register: Register, _ index: Int) {
        if checkRegister(register, for: variable, index) { expect(variable, register, index) }
    }

    @inline(__always)
    private mutating func expect(_ variable: Reg, _ register: Register, _ index: Int) {
        if register.rawValue >= 32 { return fail("\(text(final[index])) lacks \(describe(variable))") }
        if !flow.agree(variable, register.reg, use: index) {
            fail("\(text(final[index])): \(register.name) should hold \(describe(variable)), but holds \(content(flow.maker(ofLocation: register.reg)))")
        }
    }

    // MARK: Messages

    private mutating func report(_ mismatch: ValueFlow.Mismatch) {
        let place = mismatch.location < firstVirtual ? Register(rawValue: UInt8(mismatch.location)).name
            : "the word at \((mismatch.location - firstVirtual) * 8) of the frame"
        fail("\(text(final[Int(mismatch.use)])) needs \(describe(mismatch.variable)), which should come in \(place), but that holds \(content(mismatch.maker))")
    }

    private func content(_ maker: Int32) -> String { maker < 0 ? "another value" : "what \(text(final[Int(maker)])) left there" }

    private func describe(_ variable: Reg) -> String {
        switch variable {
        case AllocationChecker.stackPointer: return "the stack pointer"
        case AllocationChecker.frameAddress: return "the address of the frame"
        case ..<firstVirtual:
            let name = Register(rawValue: UInt8(variable)).name
            return AllocationChecker.calleeSaved & 1 << UInt32(variable) != 0 ? "the caller's \(name)" : "what \(name) is meant to hold"
        default:
            let definition = selected.insts.first { $0.rd == variable && !$0.readsDestination }
            return "v\(variable - firstVirtual)" + (definition.map { " of \(text($0))" } ?? "")
        }
    }

    private func text(_ inst: Instruction) -> String { "'" + inst.text(name: names.string) + "'" }

    private func text(_ inst: MachineInst) -> String {
        func name(_ reg: Reg) -> String { reg >= firstVirtual ? "v\(reg - firstVirtual)" : Register(rawValue: UInt8(reg)).name }
        let registers = [inst.rd, inst.isSelect ? inst.source : noReg, inst.ra, inst.rb].filter { $0 >= 0 }.map(name)
        return "'" + (["\(inst.op)"] + registers + (inst.imm == 0 ? [] : ["\(inst.imm)"])).joined(separator: " ") + "'"
    }
}
