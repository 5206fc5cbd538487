/// The passes over one function, in the order in which they run. The bodies are those of functions before it,
/// the facts those of the unit so far.
enum Pipeline {
    struct Pass: Sendable {
        /// As in -fno-NAME.
        let name: String
        /// From which -O level on it runs.
        let level: Int
        /// Makes what base P1 cannot say.
        var isExt = false
        let run: @Sendable (inout IRFunction, inout InlineBodies, ObjectFacts) -> Void
    }

    static let passes: [Pass] = [
        Pass(name: "expand-memory", level: 0, isExt: true) { f, _, _ in ExpandMemory.run(&f, onlyAligned: false) },
        Pass(name: "expand-aligned-memory", level: 0) { f, _, _ in ExpandMemory.run(&f, onlyAligned: true) },
        Pass(name: "drop-unreachable", level: 0) { f, _, _ in UnreachableEdges.run(&f) },
        Pass(name: "inline", level: 1) { f, bodies, _ in bodies.run(&f) },
        Pass(name: "simplify-flow", level: 1) { f, _, _ in SimplifyFlow.run(&f) },
        Pass(name: "loop-inversion", level: 1) { f, _, _ in LoopInversion.run(&f) },
        Pass(name: "promote-slots", level: 1) { f, _, _ in PromoteSlots.run(&f) },
        Pass(name: "thread-jumps", level: 1) { f, _, _ in ThreadJumps.run(&f) },
        Pass(name: "merge-ranges", level: 1) { f, _, _ in MergeRanges.run(&f) },
        Pass(name: "if-conversion", level: 1, isExt: true) { f, _, _ in IfConversion.run(&f) },
        Pass(name: "value-numbering", level: 1) { f, _, objects in ValueNumbering.run(&f, objects) },
        Pass(name: "fold-branches", level: 1) { f, _, _ in SimplifyFlow.run(&f) },
        Pass(name: "strength-reduction", level: 1) { f, _, _ in StrengthReduction.run(&f) },
        Pass(name: "loop-invariants", level: 1) { f, _, objects in LoopInvariants.run(&f, objects) },
        Pass(name: "dead-code", level: 1) { f, _, _ in DeadCode.run(&f) },
    ]

    /// What comes behind the passes and can be switched off like them, from -O1 on.
    enum Step: String, CaseIterable, Sendable {
        case callSaves = "call-saves"
        case tailCalls = "tail-calls"
    }

    static let names = passes.map { $0.name } + Step.allCases.map { $0.rawValue }
}
