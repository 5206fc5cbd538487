/// The machines there are.
public enum Machines {
    public static let all: [any Target.Type] = [AMD64.self, AArch64.self, RISCV64.self]

    public static func named(_ name: String) -> (any Target.Type)? { all.first { $0.name == name } }

    /// The machine this program runs on.
    public static var host: any Target.Type {
        #if arch(arm64)
        return AArch64.self
        #elseif arch(riscv64)
        return RISCV64.self
        #else
        return AMD64.self
        #endif
    }
}
