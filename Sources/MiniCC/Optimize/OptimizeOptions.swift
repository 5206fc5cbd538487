/// What the command line says about the back half of the compiler.
struct OptimizeOptions: Sendable {
    /// -O0, -O1, -O2.
    var level = 1
    /// Restrict the output to base P1.
    var isBase = false
    /// -fwrapv: signed overflow wraps and is not undefined.
    var wraps = false
    /// Run the checker after every pass.
    var verifies = false
    /// Prove of each function's code that register allocation kept what selection meant.
    var checksAllocation = false
    private var disabled: UInt64 = 0

    /// `-fno-NAME`; false when there is no such pass.
    @discardableResult
    mutating func disable(_ name: String) -> Bool {
        guard let index = Pipeline.names.firstIndex(of: name) else { return false }
        disabled |= 1 << UInt64(index)
        return true
    }

    /// `-fNAME`.
    @discardableResult
    mutating func enable(_ name: String) -> Bool {
        guard let index = Pipeline.names.firstIndex(of: name) else { return false }
        disabled &= ~(1 << UInt64(index))
        return true
    }

    func isEnabled(_ index: Int) -> Bool {
        let pass = Pipeline.passes[index]
        return disabled & 1 << UInt64(index) == 0 && pass.level <= level && !(isBase && pass.isExt)
    }

    func isEnabled(_ step: Pipeline.Step) -> Bool {
        level > 0 && !Pipeline.names.enumerated().contains { $1 == step.rawValue && disabled & 1 << UInt64($0) != 0 }
    }
}
