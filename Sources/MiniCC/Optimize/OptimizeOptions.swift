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
    mutating func disable(_ name: String) {}
}
