/// The machines there are. A new one is a line here and a folder beside this file: see docs/porting.md.
public enum Machines {
    public static let all: [any Target.Type] = [AMD64.self, AArch64.self, RISCV64.self]

    public static var descriptions: [TargetDescription] { all.map { $0.description } }

    /// By its name or one of its aliases.
    public static func named(_ name: String) -> (any Target.Type)? {
        all.first { $0.description.name == name || $0.description.aliases.contains(name) }
    }

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
