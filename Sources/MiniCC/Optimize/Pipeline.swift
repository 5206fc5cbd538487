/// The passes over one function, in the order in which they run.
enum Pipeline {
    struct Pass: Sendable {
        /// As in -fno-NAME.
        let name: String
        /// From which -O level on it runs.
        let level: Int
        let run: @Sendable (inout IRFunction) -> Void
    }

    static let passes: [Pass] = [
        Pass(name: "expand-memory", level: 0) { ExpandMemory.run(&$0) },
        Pass(name: "simplify-flow", level: 1) { SimplifyFlow.run(&$0) },
        Pass(name: "loop-inversion", level: 1) { LoopInversion.run(&$0) },
        Pass(name: "promote-slots", level: 1) { PromoteSlots.run(&$0) },
        Pass(name: "value-numbering", level: 1) { ValueNumbering.run(&$0) },
        Pass(name: "fold-branches", level: 1) { SimplifyFlow.run(&$0) },
        Pass(name: "strength-reduction", level: 1) { StrengthReduction.run(&$0) },
        Pass(name: "loop-invariants", level: 1) { LoopInvariants.run(&$0) },
        Pass(name: "dead-code", level: 1) { DeadCode.run(&$0) },
    ]
}
