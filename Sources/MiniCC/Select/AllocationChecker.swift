import P1Backend
import Support

/// Proves of a function's final code that every use reads the value that selection meant.
///
/// The selected code, on variables, and the final code, on machine registers and words of the frame, are walked side by
/// side, one node without branches after the other; `ValueFlow` knows what each side holds. Every final instruction
/// says which selected one it is (`origin`). That one must come next in the selected code, with the same operation, constants
/// and targets, and each of its operands must hold the value of the variable that stands in its place. What is no selected
/// instruction may only move values between registers and words of the frame, or make and leave the frame. Selected moves are
/// no instructions here: they say that two variables are one value, so it does not matter where, or whether, the final
/// code copies. Constants and addresses that are computed once may be computed anywhere.
///
/// How the allocator came to its result is of no interest here.
struct AllocationChecker {
    private let selected: MachineCode
    private let names: NameTable
    private let objects: [P1Object]
    /// Of the final code.
    private let tables: [P1Table]
    private let finalObjects: [P1Object]
    // The two programs, and of each selected block where in the final code it begins, -1 for one that has no code of its own.
    private let insts: UnsafeBufferPointer<MachineInst>
    private let final: UnsafeBufferPointer<Instruction>
    private let starts: Scratch<Int, Int32>

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

    /// Selected blocks, and behind them the shared return.
    private var blocks: ScratchList<Block>
    /// Jumps may go past blocks of moves alone; those that they go past get nodes of their own behind all others.
    private var skips: [Skip] = []
    private var indirect: [(node: Int32, branch: Int)] = []

    fileprivate struct Block: BitwiseCopyable {
        /// That begins with it, if something may jump there.
        var node: Int32 = -1
        var lastSkip: Int32 = -1
        /// If its address is taken: the block whose label stands for it.
        var landing: Int32 = -1
    }

    private struct Skip {
        var block: Int32
        /// The block at which the jump arrives.
        var target: Int32
    }

    /// Room that is used for one function after the other.
    final class Memory {
        fileprivate var flow = ValueFlow()
        fileprivate var frame = FrameCheck()
        fileprivate var blocks = ScratchList<Block>()

        deinit {
            flow.free()
            frame.free()
            blocks.free()
        }
    }

    /// Variables beside the registers that selected code names: the stack pointer as it is, and as it is behind `enter`.
    private static let stackPointer = Reg(13)
    private static let frameAddress = Reg(14)

    private static let calleeSaved: UInt32 = 0x3C00_1F80
    private static let changedByCalls: UInt32 = 0x03FF_007F
    /// General and floating-point registers.
    private static let allocatable: UInt32 = 0x3FFF_1FFF
    private static let resultRegisters = 2

    /// Nil when all is well. `selected` is the code before allocation, `slots` and `objects` are the function's.
    static func check(_ selected: MachineCode, slots: Table<IRSlotID, IRSlot>, objects: [P1Object], _ function: P1Function, starts: Scratch<Int, Int32>,
                      _ names: NameTable, _ memory: Memory) -> String? {
        selected.insts.withUnsafeBufferPointer { insts in
            function.instructions.withUnsafeBufferPointer { final in
                var checker = AllocationChecker(selected, insts, slots, objects, function, final, starts, names, memory)
                checker.run()
                memory.flow = checker.flow
                memory.frame = checker.frame
                memory.blocks = checker.blocks
                if let fault = checker.fault { return "function '\(names.string(function.symbol))': \(fault)" }
                return nil
            }
        }
    }

    private init(_ selected: MachineCode, _ insts: UnsafeBufferPointer<MachineInst>, _ slots: Table<IRSlotID, IRSlot>, _ objects: [P1Object], _ function: P1Function,
                 _ final: UnsafeBufferPointer<Instruction>, _ starts: Scratch<Int, Int32>, _ names: NameTable, _ memory: Memory) {
        self.selected = selected
        self.insts = insts
        tables = function.tables
        finalObjects = function.objects
        self.final = final
        self.starts = starts
        self.names = names
        self.objects = objects
        flow = memory.flow
        frame = memory.frame
        blocks = memory.blocks
        blocks.fill(with: Block(), count: selected.blocks.count + 1)
        var written: UInt32 = 0
        var words = 0
        var frameSize: Int64 = 0
        for index in 0..<final.count {
            // No register is 255: a bit that nothing asks for.
            written |= 1 &<< UInt32(final[index].rd.rawValue)
            let origin = final[index].origin
            precondition(origin < insts.count)
            switch final[index].op {
            case .spalloc where origin >= 0: movesStack = true
            case .enter: frameSize = final[index].imm
            case .load, .store, .fload, .fstore:
                let place = final[index].imm
                if origin < 0 && place >= 0 && place < frameSize { words = max(words, Int(place >> 3) + 1) }
            default: break
            }
        }
        self.written = written
        frame.begin(slots, words: words)
        flow.begin(isFloat: selected.isFloat, words: words)
    }

    private mutating func fail(_ message: String) {
        if fault == nil { fault = message }
    }

    // MARK: The walk

    private mutating func run() {
        findConstants()
        flow.beginNode()
        begin()
        var index = 0
        for block in 0...starts.count {
            let start = block < starts.count ? Int(starts[block]) : final.count
            if index < start {
                walk(from: index, to: start)
                if fault != nil { return }
                index = start
            }
            if index == start && index < final.count { enterBlock(Int32(truncatingIfNeeded: block), index) }
        }
        if fault != nil { return }
        if isLive {
            skipMoves()
            if position < blockEnd { return fail("the code ends in front of \(text(insts[position]))") }
        }
        flow.endNode()
        connect()
        if fault != nil { return }
        if let mismatch = flow.settle() { return report(mismatch) }
        if let overlap = frame.overlap() { fail(overlap) }
    }

    /// Which variables are constants.
    private mutating func findConstants() {
        for index in 0..<insts.count where insts[index].rd.isVirtual && !insts[index].readsDestination {
            flow.define(insts[index].rd.raw, isConstant: AllocationChecker.isConstant(insts[index]))
        }
    }

    @inline(__always)
    private static func isBranch(_ op: Operation) -> Bool { op == .bcc || op == .bcci || op == .fbcc }

    /// Computed from nothing that may change within a function.
    @inline(__always)
    private static func isConstant(_ inst: MachineInst) -> Bool {
        switch inst.op {
        case .li, .la, .fli, .ldarg: return true
        case .addi: return inst.ra == stackPointer && inst.symbol > 0
        default: return false
        }
    }

    @inline(__always)
    private func setsConstant(_ inst: MachineInst) -> Bool { AllocationChecker.isConstant(inst) && inst.rd.isVirtual && flow.isConstant(inst.rd.raw) }

    /// At the entry: arguments, what is kept for the caller, the stack pointer.
    private mutating func begin() {
        entering = 0
        var registers = written & AllocationChecker.calleeSaved | 0b1111 | 1 << UInt32(AllocationChecker.stackPointer.raw)
        while registers != 0 {
            let register = Int32(registers.trailingZeroBitCount)
            registers &= registers - 1
            let value = ValueFlow.made(by: -1, register)
            flow.set(variable: register, value)
            flow.set(location: register, value)
        }
        flow.set(variable: AllocationChecker.frameAddress.raw, flow.value(ofVariable: AllocationChecker.stackPointer.raw))
    }

    /// The final code comes to the start of a block.
    private mutating func enterBlock(_ block: Int32, _ index: Int) {
        if isLive {
            // Without a label nothing else comes there.
            if final[index].op != .label && fall(into: block) { return }
            reach(block, index)
        }
        startNode()
        blocks[Int(block)].node = flow.node
        stand(atStartOf: block)
        isLive = true
    }

    /// The selected code goes to the start of a block, and does moves on the way. False when it does not, or by a branch.
    private mutating func fall(into target: Int32) -> Bool {
        var jumps = 0
        while entering != target {
            skipMoves()
            guard position < blockEnd, insts[position].op == .b, jumps <= selected.blocks.count else { return false }
            entering = block(insts[position].symbol)
            jumps += 1
        }
        stand(atStartOf: target)
        return true
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
        let label = IRBlockID(raw: ~symbol)
        return selected.indexOfBlock.has(label) ? selected.indexOfBlock[label] : Int32(truncatingIfNeeded: selected.blocks.count)
    }

    private var sharedReturn: Int32 { Int32(truncatingIfNeeded: selected.blocks.count) }

    // MARK: Control flow

    /// What the selected code does in front of its next instruction other than a move or a constant.
    @inline(__always)
    private mutating func skipMoves() {
        if entering >= 0 || position < blockEnd && (insts[position].isMove || AllocationChecker.isConstant(insts[position])) { skipSeveral() }
    }

    @inline(never)
    private mutating func skipSeveral() {
        if entering >= 0 { stand(atStartOf: entering) }
        while position < blockEnd {
            if !passes(insts[position]) { return }
            position += 1
        }
    }

    /// Whether the instruction is none here: a move or a constant.
    @inline(__always)
    private mutating func passes(_ inst: MachineInst) -> Bool {
        if inst.isMove {
            flow.set(variable: inst.rd.raw, flow.value(ofVariable: inst.ra.raw))
            return true
        }
        if !setsConstant(inst) { return false }
        flow.set(variable: inst.rd.raw, inst.rd.raw)
        return true
    }

    /// The final code goes to the start of a block, and so must the selected code.
    private mutating func reach(_ target: Int32, _ index: Int) {
        if target < 0 { return fail("a jump goes to a label without code") }
        if entering >= 0 { return follow(entering, to: target) }
        skipMoves()
        // A block without an end is one whose end nothing reaches.
        if position == blockEnd { return }
        let inst = insts[position]
        if target == sharedReturn {
            if inst.op != .ret { return fail("the code returns in front of \(text(inst))") }
            flow.addEdge(from: flow.node, to: target)
            for register in Int(inst.shift)..<max(Int(inst.shift), AllocationChecker.resultRegisters) {
                let value = ValueFlow.made(by: index, Int32(register))
                flow.set(variable: Reg(register).raw, value)
                flow.set(location: Int32(register), value)
            }
        } else if inst.op == .b {
            follow(block(inst.symbol), to: target)
        } else if AllocationChecker.isBranch(inst.op) && position + 1 < blockEnd && insts[position + 1].op == .b {
            // Both ways lead there.
            follow(block(inst.symbol), to: target)
            follow(block(insts[position + 1].symbol), to: target)
        } else {
            fail("the code goes on without \(text(inst))")
        }
    }

    /// The selected code goes to a block, the final code to `target`: past blocks of moves alone.
    @inline(__always)
    private mutating func follow(_ block: Int32, to target: Int32) {
        if block == target { flow.addEdge(from: flow.node, to: target) } else { skip(from: flow.node, over: block, to: target) }
    }

    private mutating func skip(from node: Int32, over block: Int32, to target: Int32) {
        let known = Int32(truncatingIfNeeded: skips.count)
        var from = node
        var block = block
        while block != target {
            let last = blocks[Int(block)].lastSkip
            if last >= 0 && last < known && skips[Int(last)].target == target {
                flow.addEdge(from: from, to: ~last)
                return
            }
            // A ring never arrives.
            guard last < known, let next = jumpBehindMoves(block) else {
                return fail("a jump to block .L\(selected.labels[Int(block)]) goes elsewhere")
            }
            let number = Int32(truncatingIfNeeded: skips.count)
            skips.append(Skip(block: block, target: target))
            blocks[Int(block)].lastSkip = number
            flow.addEdge(from: from, to: ~number)
            from = ~number
            block = next
        }
        flow.addEdge(from: from, to: target)
    }

    /// Where a block leads that does nothing but moves.
    private func jumpBehindMoves(_ block: Int32) -> Int32? {
        for index in Int(selected.blocks[Int(block)].start)..<Int(selected.blocks[Int(block)].end) {
            let inst = insts[index]
            if inst.op == .b { return self.block(inst.symbol) }
            if !inst.isMove && !setsConstant(inst) { return nil }
        }
        return nil
    }

    /// Gives all edges the numbers of nodes.
    private mutating func connect() {
        for table in tables { readTable(table) }
        for (meant, object) in zip(objects, finalObjects) {
            for case (.pointer(let label, _), .pointer(let other, _)) in zip(meant.content, object.content) where label < 0 && other < 0 { land(label, other) }
        }
        for (node, branch) in indirect { for block in targets(of: branch) { connect(node, indirectlyTo: block) } }
        let firstSkip = flow.node + 1
        for skip in skips {
            flow.beginNode()
            for index in Int(selected.blocks[Int(skip.block)].start)..<Int(selected.blocks[Int(skip.block)].end) where !passes(insts[index]) { break }
            flow.endNode()
        }
        let blocks = blocks
        if let block = flow.nameEdges(firstSkip: firstSkip, nodeOf: { blocks[Int($0)].node }) {
            fail("a jump to block .L\(selected.labels[Int(block)]), which has no code")
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
        if blocks[Int(from)].landing != -1 && blocks[Int(from)].landing != to { fail("the address of .L\(~meant) is that of two labels") }
        blocks[Int(from)].landing = to
    }

    /// The blocks that an indirect jump may go to: of a switch those of its table, else all whose address is taken.
    private func targets(of branch: Int) -> [Int32] {
        let inst = insts[branch]
        if branch >= 2, insts[branch - 1].op == .loadx, insts[branch - 1].rd == inst.ra, insts[branch - 2].op == .la,
           insts[branch - 2].rd == insts[branch - 1].ra,
           let table = selected.tables.first(where: { $0.label == insts[branch - 2].symbol }) {
            return Array(Set(table.entries.map { block($0) })).sorted()
        }
        guard let own = selected.blocks.firstIndex(where: { Int($0.start) <= branch && branch < Int($0.end) }) else { return [] }
        return (0..<selected.blocks.count).filter { target in
            selected.predecessors[Int(selected.predecessorStart[target])..<Int(selected.predecessorStart[target + 1])].contains(Int32(own))
        }.map { Int32($0) }
    }

    private mutating func connect(_ node: Int32, indirectlyTo block: Int32) {
        // One that no table and no instruction names cannot be jumped to.
        let state = blocks[Int(block)]
        guard state.landing >= 0 || state.node >= 0 else { return }
        let label = state.landing >= 0 ? state.landing : block
        if block == label { flow.addEdge(from: node, to: label) } else { skip(from: node, over: block, to: label) }
    }

    // MARK: Instructions

    /// Whether there is more to an instruction than operands, constants and a result.
    @inline(__always)
    private static func isSpecial(_ op: Operation) -> Bool {
        switch op {
        case .la, .ldarg, .loadg, .mov, .fmov, .b, .br, .bcc, .bcci, .fbcc, .call, .callr, .ret, .trap, .selcc, .selcci, .spalloc, .sprestore: return true
        default: return false
        }
    }

    /// The final code between two starts of blocks. What most instructions are stands in the loop itself: the next selected one, but for
    /// registers that hold the right values.
    private mutating func walk(from first: Int, to end: Int) {
        var index = first
        while index < end {
            plain: do {
                let inst = final.baseAddress! + index
                let origin = Int(inst.pointee.origin)
                if origin < 0 || !isLive || entering >= 0 { break plain }
                let meant = insts.baseAddress! + origin
                if AllocationChecker.isSpecial(meant.pointee.op) || inst.pointee.op != meant.pointee.op || inst.pointee.width != meant.pointee.width
                    || inst.pointee.memory != meant.pointee.memory || inst.pointee.condition != meant.pointee.condition
                    || inst.pointee.shift != meant.pointee.shift { break plain }
                let isConstant = setsConstant(meant.pointee)
                if !isConstant && position != origin {
                    // Operands mean what they do behind the moves.
                    skipMoves()
                    if position != origin { break plain }
                }
                if meant.pointee.ra == AllocationChecker.stackPointer {
                    if inst.pointee.ra.reg != AllocationChecker.stackPointer || movesStack { break plain }
                    if meant.pointee.symbol > 0 {
                        // A slot at its known place.
                        if !frame.isPlaced(Int(meant.pointee.symbol) - 1, at: inst.pointee.imm &- meant.pointee.imm) { break plain }
                        if meant.pointee.op == .addi || meant.pointee.op == .leax { showsSlots = true }
                    } else {
                        if inst.pointee.imm != meant.pointee.imm { break plain }
                        stagesArguments = true
                        frame.stage(at: inst.pointee.imm)
                    }
                } else {
                    if inst.pointee.imm != meant.pointee.imm || inst.pointee.symbol != meant.pointee.symbol { break plain }
                    if meant.pointee.ra != .none && !isRight(meant.pointee.ra, inst.pointee.ra, index) { break plain }
                }
                if meant.pointee.rb != .none && (AllocationChecker.changesSecond(meant.pointee.op) || !isRight(meant.pointee.rb, inst.pointee.rb, index)) { break plain }
                let variable = meant.pointee.rd, register = inst.pointee.rd
                if isConstant {
                    if !isRegister(register, for: variable) { break plain }
                    flow.set(location: register.reg.raw, variable.raw)
                } else {
                    if variable != .none {
                        if meant.pointee.readsDestination {
                            if !isRight(variable, register, index) { break plain }
                        } else {
                            if !isRegister(register, for: variable) { break plain }
                            let value = ValueFlow.made(by: index)
                            flow.set(variable: variable.raw, value)
                            flow.set(location: register.reg.raw, value)
                        }
                    }
                    position &+= 1
                }
                index &+= 1
                continue
            }
            step(index)
            if fault != nil { return }
            index &+= 1
        }
    }

    /// Any instruction.
    private mutating func step(_ index: Int) {
        let origin = Int(final[index].origin)
        let inst = final[index]
        if inst.op == .label { return label(index) }
        if !isLive { return fail("nothing reaches \(text(inst))") }
        if inst.op == .b {
            reach(block(inst.symbol), index)
            isLive = false
            return
        }
        if origin < 0 { return helper(index) }
        let meant = insts[origin]
        if meant.isMove { return helper(index) }
        if setsConstant(meant) {
            match(index, origin)
            if checkRegister(inst.rd, for: meant.rd, index) { flow.set(location: inst.rd.reg.raw, meant.rd.raw) }
            return
        }
        if position == origin && entering < 0 {
            position += 1
        } else {
            advance(to: origin, index)
            if fault != nil { return }
        }
        switch meant.op {
        case .call, .callr: call(index, origin)
        case .ret: leave(index, origin)
        case .bcc, .bcci, .fbcc: branch(index, origin)
        case .br:
            match(index, origin)
            indirect.append((flow.node, origin))
            isLive = false
        case .trap:
            match(index, origin)
            flow.leave()
            isLive = false
        case .spalloc, .sprestore:
            match(index, origin)
            moveStack(index, origin)
            define(index, origin)
        default:
            match(index, origin)
            define(index, origin)
        }
    }

    private mutating func label(_ index: Int) {
        let symbol = final[index].symbol
        let target = block(symbol)
        if target == sharedReturn {
            if isLive { reach(target, index) }
            startNode()
            blocks[Int(target)].node = flow.node
            if !isLive { standAtReturn(behind: index) }
        } else if target < 0 || starts[Int(target)] != index {
            fail("the label .L\(~symbol) stands at the wrong place")
        }
    }

    /// Calls in the place of returns may be all that leads to the block of the shared return: then only jumps to the return itself come there.
    private mutating func standAtReturn(behind index: Int) {
        var end = index + 1
        while end < final.count && final[end].op != .ret && final[end].op != .eret { end += 1 }
        guard end < final.count, final[end].origin >= 0 else { return fail("no return stands behind its label") }
        entering = -1
        position = Int(final[end].origin)
        blockEnd = position + 1
        isLive = true
    }

    /// The selected code goes on to the instruction that comes in the final code.
    private mutating func advance(to origin: Int, _ index: Int) {
        var jumps = 0
        while true {
            if position == origin && entering < 0 { break }
            skipMoves()
            if position == origin { break }
            guard position < blockEnd else { return fail("\(text(final[index])) comes behind the end of its block") }
            let next = insts[position]
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
            let value = ValueFlow.made(by: index)
            flow.set(variable: AllocationChecker.stackPointer.raw, value)
            flow.set(variable: AllocationChecker.frameAddress.raw, value)
            flow.set(location: Reg.sp.raw, value)
        case .mov where inst.rd.isGeneral && (inst.ra.isGeneral || inst.ra == .sp), .fmov where inst.rd.isFloat && inst.ra.isFloat:
            flow.set(location: inst.rd.reg.raw, flow.value(ofLocation: inst.ra.reg.raw))
        case .sprestore where inst.ra.isGeneral:
            if movesStack { flow.set(location: Reg.sp.raw, flow.value(ofLocation: inst.ra.reg.raw)) }
        case .load where inst.memory == .d64 && inst.rd.isGeneral, .fload where inst.width == .f64 && inst.rd.isFloat:
            if let word = word(index) { flow.set(location: inst.rd.reg.raw, flow.value(ofLocation: word)) }
        case .store where inst.memory == .d64 && inst.rd.isGeneral, .fstore where inst.width == .f64 && inst.rd.isFloat:
            if let word = word(index) { flow.set(location: word, flow.value(ofLocation: inst.rd.reg.raw)) }
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
        if final[index].ra.reg == AllocationChecker.stackPointer && !movesStack { return }
        expect(AllocationChecker.frameAddress, final[index].ra, index)
    }

    /// The operands of an instruction hold what the variables in their places mean, and all else of it is as selected.
    private mutating func match(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = insts[origin]
        // Nothing need be added to an address that is that of the frame itself, nor to a register.
        let isCopy = inst.op == .mov && meant.op == .addi && meant.width == .w64
        if inst.op != meant.op && !isCopy || inst.width != meant.width || inst.memory != meant.memory || inst.condition != meant.condition {
            return failMatch(index, origin)
        }
        if meant.ra == AllocationChecker.stackPointer && meant.op != .sprestore {
            if !matchFrameAccess(index, origin, isCopy: isCopy) { return failMatch(index, origin) }
        } else {
            if inst.imm != meant.imm && meant.op != .spalloc { return failMatch(index, origin) }
            if meant.symbol < 0 && (meant.op == .la || meant.op == .loadg) && Int(~meant.symbol) < selected.indexOfBlock.count {
                if inst.symbol >= 0 { return failMatch(index, origin) }
                if meant.op == .la { land(meant.symbol, inst.symbol) }
            } else if inst.symbol != meant.symbol && !meant.isSelect {
                return failMatch(index, origin)
            }
            if meant.ra != .none { use(meant.ra, inst.ra, index) }
        }
        if meant.isSelect {
            use(meant.source, inst.source, index)
            use(meant.rd, inst.rd, index)
        } else if inst.shift != meant.shift {
            return failMatch(index, origin)
        }
        if meant.rb != .none && !AllocationChecker.changesSecond(meant.op) { use(meant.rb, inst.rb, index) }
        if meant.readsDestination { use(meant.rd, inst.rd, index) }
        if meant.op == .ldarg { checkFrame(index) }
    }

    @inline(never)
    private mutating func failMatch(_ index: Int, _ origin: Int) { fail("\(text(final[index])) stands for \(text(insts[origin]))") }

    /// Base P1's macros have a scratch register there.
    private static func changesSecond(_ op: Operation) -> Bool {
        switch op {
        case .neg, .not, .zext32, .load, .store: return true
        default: return false
        }
    }

    /// A slot, whose place in the frame shows here, or staged arguments at the stack pointer.
    private mutating func matchFrameAccess(_ index: Int, _ origin: Int, isCopy: Bool) -> Bool {
        let inst = final[index], meant = insts[origin]
        if meant.symbol > 0 {
            checkFrameBase(index)
            if !frame.place(Int(meant.symbol) - 1, at: (isCopy ? 0 : inst.imm) &- meant.imm) {
                fail("\(text(inst)) has slot \(meant.symbol - 1) at another place than instructions before it")
            }
            if meant.op == .addi || meant.op == .leax { showsSlots = true }
        } else {
            if inst.ra != .sp || inst.imm != meant.imm || isCopy { return false }
            if movesStack { expect(AllocationChecker.stackPointer, inst.ra, index) }
            stagesArguments = true
            frame.stage(at: inst.imm)
        }
        return true
    }

    private mutating func moveStack(_ index: Int, _ origin: Int) {
        if !movesStack { return }
        let meant = insts[origin]
        let value = meant.op == .spalloc ? ValueFlow.made(by: index, AllocationChecker.stackPointer.raw) : flow.value(ofVariable: meant.ra.raw)
        flow.set(variable: AllocationChecker.stackPointer.raw, value)
        flow.set(location: Reg.sp.raw, value)
        if meant.op == .spalloc { frame.keep(final[index].imm) }
    }

    /// The results of an instruction.
    private mutating func define(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = insts[origin]
        if meant.rb != .none && AllocationChecker.changesSecond(meant.op) {
            if inst.rb.reg != meant.rb { return failMatch(index, origin) }
            flow.set(location: inst.rb.reg.raw, ValueFlow.made(by: index, 1))
        }
        if meant.rd == .none || meant.readsDestination { return }
        if !checkRegister(inst.rd, for: meant.rd, index) { return }
        let value = ValueFlow.made(by: index)
        flow.set(variable: meant.rd.raw, value)
        flow.set(location: inst.rd.reg.raw, value)
    }

    private mutating func branch(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = insts[origin]
        if inst.op != meant.op || inst.width != meant.width || inst.imm != meant.imm { return failMatch(index, origin) }
        use(meant.ra, inst.ra, index)
        if meant.rb != .none { use(meant.rb, inst.rb, index) }
        let target = block(inst.symbol)
        if target < 0 || target == sharedReturn { return fail("\(text(inst)) goes to no block") }
        if inst.condition == meant.condition {
            follow(block(meant.symbol), to: target)
        } else if inst.condition == meant.condition.inverted(isFloat: meant.op == .fbcc) && position < blockEnd && insts[position].op == .b {
            follow(block(insts[position].symbol), to: target)
            entering = block(meant.symbol)
        } else {
            return failMatch(index, origin)
        }
        // In front of a label a node begins anyway.
        if index + 1 < final.count && final[index + 1].op != .label { flow.continueStretch() }
    }

    private mutating func call(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = insts[origin]
        let isTail = inst.op == .tail || inst.op == .tailr
        if inst.op != (isTail ? meant.op == .call ? .tail : .tailr : meant.op) || inst.symbol != meant.symbol { return failMatch(index, origin) }
        for register in 0..<Int(meant.shift) { expect(Reg(register), Register(rawValue: UInt8(truncatingIfNeeded: register)), index) }
        if meant.op == .callr { use(meant.ra, inst.ra, index) }
        checkFrame(index)
        if isTail { keepForCaller(index) }
        // Those that are no arguments and that nothing writes hold nothing anyway.
        flow.lose(registers: AllocationChecker.changedByCalls & (written | 0b1111), ValueFlow.made(by: index, 31))
        for register in 0..<Int32(AllocationChecker.resultRegisters) {
            let value = ValueFlow.made(by: index, register)
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
            let next = insts[position]
            if next.op == .ret {
                for register in 0..<Int(next.shift) { expect(Reg(register), Register(rawValue: UInt8(truncatingIfNeeded: register)), index) }
                flow.leave()
                isLive = false
                return
            }
            guard next.op == .b, jumps <= selected.blocks.count else { return fail("\(text(final[index])) returns in front of \(text(next))") }
            jumps += 1
            stand(atStartOf: block(next.symbol))
        }
    }

    private mutating func leave(_ index: Int, _ origin: Int) {
        let inst = final[index], meant = insts[origin]
        if inst.op != (frame.size == nil ? .ret : .eret) { return failMatch(index, origin) }
        for register in 0..<Int(meant.shift) { expect(Reg(register), Register(rawValue: UInt8(truncatingIfNeeded: register)), index) }
        keepForCaller(index)
        if frame.size != nil { checkFrame(index) }
        flow.leave()
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
    @inline(__always)
    private func isRegister(_ register: Register, for variable: Reg) -> Bool {
        AllocationChecker.allocatable >> UInt32(register.rawValue) & 1 != 0 && (register.rawValue >= 16) == flow.isFloat(variable.raw)
    }

    @inline(__always)
    private mutating func checkRegister(_ register: Register, for variable: Reg, _ index: Int) -> Bool {
        if isRegister(register, for: variable) { return true }
        failRegister(register, for: variable, index)
        return false
    }

    @inline(__always)
    private mutating func isRight(_ variable: Reg, _ register: Register, _ index: Int) -> Bool {
        isRegister(register, for: variable) && flow.agree(variable.raw, register.reg.raw, use: index)
    }

    @inline(never)
    private mutating func failRegister(_ register: Register, for variable: Reg, _ index: Int) {
        if register == .none { return fail("\(text(final[index])) lacks \(describe(variable))") }
        fail("\(text(final[index])): \(register.name) cannot be the register of \(describe(variable))")
    }

    @inline(__always)
    private mutating func use(_ variable: Reg, _ register: Register, _ index: Int) {
        if checkRegister(register, for: variable, index) { expect(variable, register, index) }
    }

    @inline(__always)
    private mutating func expect(_ variable: Reg, _ register: Register, _ index: Int) {
        if !flow.agree(variable.raw, register.reg.raw, use: index) { failOperand(variable, register.reg.raw, index, maker: flow.maker(ofLocation: register.reg.raw)) }
    }

    @inline(never)
    private mutating func failOperand(_ variable: Reg, _ location: ValueFlow.Location, _ index: Int, maker: Int32) {
        fail("\(text(final[index])): \(describe(location: location)) should hold \(describe(variable)), but holds \(content(maker))")
    }

    // MARK: Messages

    private mutating func report(_ mismatch: ValueFlow.Mismatch) {
        if mismatch.isOperand { return failOperand(Reg(raw: mismatch.variable), mismatch.location, Int(mismatch.use), maker: mismatch.maker) }
        let place = describe(location: mismatch.location), content = content(mismatch.maker)
        fail("\(text(final[Int(mismatch.use)])) needs \(describe(Reg(raw: mismatch.variable))), which should come in \(place), but that holds \(content)")
    }

    private func describe(location: ValueFlow.Location) -> String {
        location < ValueFlow.registerCount ? Register(rawValue: UInt8(location)).name : "the word at \((location - ValueFlow.registerCount) * 8) of the frame"
    }

    private func content(_ maker: Int32) -> String { maker < 0 ? "another value" : "what \(text(final[Int(maker)])) left there" }

    private func describe(_ variable: Reg) -> String {
        switch variable {
        case AllocationChecker.stackPointer: return "the stack pointer"
        case AllocationChecker.frameAddress: return "the address of the frame"
        case _ where !variable.isVirtual:
            let name = Register(rawValue: UInt8(variable.raw)).name
            return AllocationChecker.calleeSaved & 1 << UInt32(variable.raw) != 0 ? "the caller's \(name)" : "what \(name) is meant to hold"
        default:
            let definition = selected.insts.first { $0.rd == variable && !$0.readsDestination }
            return "v\(variable.virtual)" + (definition.map { " of \(text($0))" } ?? "")
        }
    }

    private func text(_ inst: Instruction) -> String { "'" + inst.text(name: names.string) + "'" }

    private func text(_ inst: MachineInst) -> String {
        func name(_ reg: Reg) -> String { reg.isVirtual ? "v\(reg.virtual)" : Register(rawValue: UInt8(reg.raw)).name }
        let registers = [inst.rd, inst.isSelect ? inst.source : .none, inst.ra, inst.rb].filter { $0 != .none }.map(name)
        return "'" + (["\(inst.op)"] + registers + (inst.imm == 0 ? [] : ["\(inst.imm)"])).joined(separator: " ") + "'"
    }
}
