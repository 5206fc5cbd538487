import P1Backend
import Support

/// Every step from C to P1, in the order in which they run. `--dump=` shows what comes out of each.
///
///     step        room            what it makes                                  --dump=
///     preprocess  Preprocess/     characters → tokens, as the parser asks        tokens
///     parse       Syntax/         tokens → typed tree, one function at a time    ast
///     lower       Lower/          tree → IR                                      ir:lower
///     the passes  Optimize/ …     IR → IR: the list below                        ir:PASS, ir:all; ir is the last
///     select      Select/         IR → P1 instructions on virtual registers      select
///     registers   Select/         … on registers of the machine                  registers
///     emit        Select/         … with a frame: a function of P1               p1
///
/// `CodeGenerator.compile` takes a function from the first pass to the end.
enum Pipeline {
    struct Pass: Sendable {
        let name: String
        /// The -O level from which on it runs.
        var level = 0
        /// The output level it serves, where it is not both.
        var only: P1Level?
        /// Later steps rely on it: -fno-NAME cannot switch it off.
        var isRequired = false
        let run: @Sendable (inout IRFunction, inout PassContext) -> Void
    }

    enum P1Level: Sendable { case base, ext }

    static let passes: [Pass] = [
        Pass(name: "align-slots", only: .base, isRequired: true) { f, _ in alignSlots(&f) },
        Pass(name: "computed-goto", isRequired: true) { f, _ in normalizeComputedGoto(&f) },
        Pass(name: "expand-memory", only: .ext) { f, _ in ExpandMemory.run(&f, onlyAligned: false) },
        Pass(name: "expand-aligned-memory") { f, _ in ExpandMemory.run(&f, onlyAligned: true) },
        Pass(name: "drop-unreachable") { f, _ in UnreachableEdges.run(&f) },
        Pass(name: "inline", level: 1) { f, context in context.bodies.run(&f) },
        Pass(name: "simplify-flow", level: 1) { f, _ in SimplifyFlow.run(&f) },
        Pass(name: "loop-inversion", level: 1) { f, _ in LoopInversion.run(&f) },
        Pass(name: "promote-slots", level: 1) { f, _ in PromoteSlots.run(&f) },
        Pass(name: "thread-jumps", level: 1) { f, _ in ThreadJumps.run(&f) },
        Pass(name: "merge-ranges", level: 1) { f, _ in MergeRanges.run(&f) },
        Pass(name: "if-conversion", level: 1, only: .ext) { f, _ in IfConversion.run(&f) },
        Pass(name: "value-numbering", level: 1) { f, context in ValueNumbering.run(&f, context.objects) },
        Pass(name: "fold-branches", level: 1) { f, _ in SimplifyFlow.run(&f) },
        Pass(name: "strength-reduction", level: 1) { f, _ in StrengthReduction.run(&f) },
        Pass(name: "loop-invariants", level: 1) { f, context in LoopInvariants.run(&f, context.objects) },
        Pass(name: "dead-code", level: 1) { f, _ in DeadCode.run(&f) },
        Pass(name: "keep-body", level: 1, isRequired: true) { f, context in context.bodies.keep(f) },
        Pass(name: "software-arithmetic", only: .base, isRequired: true) { f, context in SoftwareArithmetic.run(&f, names: context.names) },
        Pass(name: "switch-lowering", isRequired: true) { f, _ in SwitchLowering.run(&f) },
        Pass(name: "critical-edges", isRequired: true) { f, _ in splitCriticalEdges(&f) },
    ]

    /// What belongs to a later step and can be switched off like a pass, from -O1 on.
    static let callSaves = "call-saves"
    static let tailCalls = "tail-calls"

    /// What -fno-NAME switches off.
    static let optional = passes.filter { !$0.isRequired }.map { $0.name } + [callSaves, tailCalls]

    /// Those that run, in order.
    static func passes(for options: CompilerOptions) -> [Pass] {
        passes.filter {
            $0.level <= options.level && $0.only != (options.isBase ? .ext : .base) && !options.disabledPasses.contains($0.name)
        }
    }
}

/// What passes know beside the function at hand.
struct PassContext {
    /// Functions that were compiled before it.
    var bodies: InlineBodies
    /// The unit's objects so far.
    let objects: ObjectFacts
    let names: NameTable
}

/// Structs are copied by words, which base P1 wants at multiples of 8.
private func alignSlots(_ f: inout IRFunction) {
    for slot in f.slots.keys where f.slots[slot].size >= 8 { f.slots[slot].alignment = max(8, f.slots[slot].alignment) }
}
