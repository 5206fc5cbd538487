import P1Backend

/// The back half of the compiler: optimises a function and selects P1 for it. One generator serves a
/// whole unit.
struct CodeGenerator {
    let options: OptimizeOptions
    private let names: NameTable
    private let copyFunction: IRSymbol
    private let fillFunction: IRSymbol
    var clock: PhaseClock?
    /// What the checkers found.
    private(set) var faults: [String] = []
    private var bodies: InlineBodies
    private let objects: ObjectFacts
    private let checkerMemory = AllocationChecker.Memory()

    /// `names` are those of the unit that `compile` fills, `objects` what is known of them.
    init(_ options: OptimizeOptions, names: NameTable, objects: ObjectFacts) {
        self.objects = objects
        self.options = options
        self.names = names
        bodies = InlineBodies(level: options.level)
        copyFunction = names.intern("memcpy")
        fillFunction = names.intern("memset")
    }

    /// Adds the code of `f` to the unit; `f` is used up.
    mutating func compile(_ f: inout IRFunction, into unit: inout P1Unit) {
        unit.items.append(.function(compile(&f)))
    }

    mutating func compile(_ f: inout IRFunction) -> P1Function {
        // Structs are copied by words, which base P1 wants at multiples of 8.
        if options.isBase {
            for slot in f.slots.indices where f.slots[slot].size >= 8 { f.slots[slot].alignment = max(8, f.slots[slot].alignment) }
        }
        check(f, after: "lowering")
        normalizeComputedGoto(&f)
        for (index, pass) in Pipeline.passes.enumerated() where options.isEnabled(index) {
            clock?.begin(pass.name)
            pass.run(&f, &bodies, objects)
            clock?.end()
            check(f, after: pass.name)
        }
        if options.level > 0 { bodies.keep(f) }
        if options.isBase {
            SoftwareArithmetic.run(&f, names: names)
            check(f, after: "software arithmetic")
        }
        SwitchLowering.run(&f)
        check(f, after: "switch lowering")
        splitCriticalEdges(&f)
        check(f, after: "edge splitting")
        clock?.begin("select")
        let flow = ControlFlow(f)
        let loops = flow.hasBackEdge ? Loops(f, flow, Dominators(f, flow)) : Loops(noneIn: f)
        let layout = Layout.order(f, flow, loops, rotates: options.level > 0)
        let frequencies = Frequencies.estimate(f, flow, loops)
        var code = Selector.select(f, flow: flow, loops: loops, layout: layout, frequencies: frequencies, copyFunction: copyFunction, fillFunction: fillFunction)
        if options.isBase { BaseInstructions.rewrite(&code) }
        let selected = options.checksAllocation ? code : MachineCode()
        clock?.end()
        clock?.begin("allocate registers")
        let set = RegisterSet.of(base: options.isBase, framePointer: code.hasDynamicStack)
        let allocation = RegisterAllocator.run(&code, set, savesAroundCalls: options.isEnabled(.callSaves) && !f.callsSetjmp)
        clock?.end()
        clock?.begin("emit")
        let starts = options.checksAllocation ? Scratch<Int32>(repeating: -1, count: code.blocks.count) : nil
        let function = Emitter.emit(code, f, allocation, isBase: options.isBase,
                                    makesTailCalls: options.isEnabled(.tailCalls) && !f.callsSetjmp, starts: starts)
        clock?.end()
        if let starts {
            clock?.begin("check allocation")
            if let fault = AllocationChecker.check(selected, slots: f.slots, objects: f.objects, function, starts: starts, names, checkerMemory) { faults.append(fault) }
            starts.free()
            clock?.end()
        }
        return function
    }

    private mutating func check(_ f: IRFunction, after pass: String) {
        if !options.verifies || faults.count > 20 { return }
        for message in IRChecker.check(f) { faults.append("after \(pass): \(message)") }
    }
}
