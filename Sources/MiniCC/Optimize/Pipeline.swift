/// The passes over one function, in the order in which they run. The bodies are those of functions before it.
enum Pipeline {
    struct Pass: Sendable {
        /// As in -fno-NAME.
        let name: String
        /// From which -O level on it runs.
        let level: Int
        /// Makes what base P1 cannot say.
        var isExt = false
        let run: @Sendable (inout IRFunction, inout InlineBodies) -> Void
    }

    static let passes: [Pass] = [
        Pass(name: "expand-memory", level: 0) { f, _ in ExpandMemory.run(&f) },
        Pass(name: "inline", level: 1) { f, bodies in bodies.run(&f) },
        Pass(name: "simplify-flow", level: 1) { f, _ in SimplifyFlow.run(&f) },
        Pass(name: "loop-inversion", level: 1) { f, _ in LoopInversion.run(&f) },
        Pass(name: "promote-slots", level: 1) { f, _ in PromoteSlots.run(&f) },
        Pass(name: "thread-jumps", level: 1) { f, _ in ThreadJumps.run(&f) },
        Pass(name: "merge-ranges", level: 1) { f, _ in MergeRanges.run(&f) },
        Pass(name: "if-conversion", level: 1, isExt: true) { f, _ in IfConversion.run(&f) },
        Pass(name: "value-numbering", level: 1) { f, _ in ValueNumbering.run(&f) },
        Pass(name: "fold-branches", level: 1) { f, _ in SimplifyFlow.run(&f) },
        Pass(name: "strength-reduction", level: 1) { f, _ in StrengthReduction.run(&f) },
        Pass(name: "loop-invariants", level: 1) { f, _ in LoopInvariants.run(&f) },
        Pass(name: "dead-code", level: 1) { f, _ in DeadCode.run(&f) },
    ]

    /// What comes behind the passes and can be switched off like them, from -O1 on.
    enum Step: String, CaseIterable, Sendable {
        case callSaves = "call-saves"
        case tailCalls = "tail-calls"
    }

    static let names = passes.map { $0.name } + Step.allCases.map { $0.rawValue }
}
