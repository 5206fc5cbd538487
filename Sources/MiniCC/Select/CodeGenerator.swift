import P1Backend
import Support

/// The back half of the compiler: takes functions of a unit through the passes, one after the other, and
/// selects P1 for them.
struct CodeGenerator {
    private let options: CompilerOptions
    private let passes: [Pipeline.Pass]
    private var context: PassContext
    private let copyFunction: IRSymbol
    private let fillFunction: IRSymbol
    private let savesAroundCalls: Bool
    private let makesTailCalls: Bool
    private let checkerMemory = AllocationChecker.Memory()
    var clock: PhaseClock?
    /// Writes down the steps that were asked for.
    var recorder: StepRecorder?
    /// What the checkers found.
    private(set) var faults: [String] = []

    /// `names` are those of the unit that `compile` fills, `objects` what is known of them.
    init(_ options: CompilerOptions, names: NameTable, objects: ObjectFacts) {
        self.options = options
        passes = Pipeline.passes(for: options)
        context = PassContext(bodies: InlineBodies(level: options.level), objects: objects, names: names)
        savesAroundCalls = options.level > 0 && !options.disabledPasses.contains(Pipeline.callSaves)
        makesTailCalls = options.level > 0 && !options.disabledPasses.contains(Pipeline.tailCalls)
        copyFunction = IRSymbol(raw: names.intern("memcpy"))
        fillFunction = IRSymbol(raw: names.intern("memset"))
    }

    /// The function's code; `f` is used up.
    mutating func compile(_ f: inout IRFunction) -> P1Function {
        check(f, after: "lower")
        for pass in passes {
            clock?.begin(pass.name)
            pass.run(&f, &context)
            clock?.end()
            check(f, after: pass.name)
        }
        recorder?.recordLast(f)

        clock?.begin("select")
        let flow = ControlFlow(f)
        let loops = flow.hasBackEdge ? Loops(f, flow, Dominators(f, flow)) : Loops(noneIn: f)
        let layout = Layout.order(f, flow, loops, rotates: options.level > 0)
        let frequencies = Frequencies.estimate(f, flow, loops)
        var code = Selector.select(f, flow: flow, loops: loops, layout: layout, frequencies: frequencies, copyFunction: copyFunction, fillFunction: fillFunction)
        if options.isBase { BaseInstructions.rewrite(&code) }
        clock?.end()
        recorder?.record(code, f)
        let selected = options.checksAllocation ? code : MachineCode()

        clock?.begin("allocate registers")
        let set = RegisterSet.of(base: options.isBase, framePointer: code.hasDynamicStack)
        let allocation = RegisterAllocator.run(&code, set, savesAroundCalls: savesAroundCalls && !f.callsSetjmp)
        clock?.end()
        recorder?.record(code, allocation, f)

        clock?.begin("emit")
        let starts = options.checksAllocation ? Scratch<Int, Int32>(repeating: -1, count: code.blocks.count) : nil
        let function = Emitter.emit(code, f, allocation, isBase: options.isBase,
                                    makesTailCalls: makesTailCalls && !f.callsSetjmp, starts: starts)
        clock?.end()
        if let starts {
            clock?.begin("check allocation")
            let fault = AllocationChecker.check(selected, slots: f.slots, objects: f.objects, function, starts: starts, context.names, checkerMemory)
            if let fault { faults.append(fault) }
            starts.free()
            clock?.end()
        }
        return function
    }

    private mutating func check(_ f: IRFunction, after step: String) {
        recorder?.record(f, after: step)
        if !options.verifies || faults.count > 20 { return }
        for message in IRChecker.check(f) { faults.append("after \(step): \(message)") }
    }
}
