/// The numbers of the system calls that every implementation of P1 knows by name (`%p1_sys_read`, …). All other calls have macros
/// in P1/sys-base.P1pp; P1/system-calls lists all of them, and a unit test compares.
public enum SystemCalls: Sendable {
    /// Linux's table for x86-64.
    case amd64
    /// Linux's table for machines that came after the first ones: aarch64, riscv64 and later ones share it.
    case generic

    /// nil for a name that is not one of the eleven.
    public func number(of name: String) -> Int64? {
        let numbers: (amd64: Int64, generic: Int64)
        switch name {
        case "read": numbers = (0, 63)
        case "write": numbers = (1, 64)
        case "close": numbers = (3, 57)
        case "lseek": numbers = (8, 62)
        case "brk": numbers = (12, 214)
        case "clone": numbers = (56, 220)
        case "execve": numbers = (59, 221)
        case "exit": numbers = (60, 93)
        case "waitid": numbers = (247, 95)
        case "openat": numbers = (257, 56)
        case "unlinkat": numbers = (263, 35)
        default: return nil
        }
        return self == .amd64 ? numbers.amd64 : numbers.generic
    }
}
