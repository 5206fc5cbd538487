/// Linux's table of system calls for machines that came after the first ones: one list that aarch64 and
/// riscv64 share. In numerical order, the order of the kernel's own header.
enum GenericSystemCalls {
    static func number(_ name: String) -> Int64? {
        switch name {
        case "unlinkat": return 35
        case "openat": return 56
        case "close": return 57
        case "lseek": return 62
        case "read": return 63
        case "write": return 64
        case "exit": return 93
        case "waitid": return 95
        case "brk": return 214
        case "clone": return 220
        case "execve": return 221
        default: return nil
        }
    }
}
