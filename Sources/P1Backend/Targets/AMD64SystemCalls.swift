extension AMD64 {
    /// Linux's numbers on x86-64.
    public static func systemCallNumber(_ name: String) -> Int64? {
        switch name {
        case "read": return 0
        case "write": return 1
        case "close": return 3
        case "fstat": return 5
        case "lseek": return 8
        case "mmap": return 9
        case "mprotect": return 10
        case "munmap": return 11
        case "brk": return 12
        case "rt_sigaction": return 13
        case "rt_sigprocmask": return 14
        case "rt_sigreturn": return 15
        case "ioctl": return 16
        case "pread64": return 17
        case "pwrite64": return 18
        case "readv": return 19
        case "writev": return 20
        case "sched_yield": return 24
        case "dup": return 32
        case "nanosleep": return 35
        case "getpid": return 39
        case "sendfile": return 40
        case "clone": return 56
        case "execve": return 59
        case "exit": return 60
        case "wait4": return 61
        case "kill": return 62
        case "uname": return 63
        case "fcntl": return 72
        case "fsync": return 74
        case "ftruncate": return 77
        case "getcwd": return 79
        case "chdir": return 80
        case "fchdir": return 81
        case "fchmod": return 91
        case "umask": return 95
        case "gettimeofday": return 96
        case "getrusage": return 98
        case "sysinfo": return 99
        case "times": return 100
        case "getuid": return 102
        case "getgid": return 104
        case "geteuid": return 107
        case "getegid": return 108
        case "setpgid": return 109
        case "getppid": return 110
        case "setsid": return 112
        case "getpgid": return 121
        case "arch_prctl": return 158
        case "mount": return 165
        case "umount2": return 166
        case "reboot": return 169
        case "gettid": return 186
        case "getdents64": return 217
        case "set_tid_address": return 218
        case "clock_gettime": return 228
        case "exit_group": return 231
        case "tgkill": return 234
        case "waitid": return 247
        case "openat": return 257
        case "mkdirat": return 258
        case "fchownat": return 260
        case "newfstatat": return 262
        case "unlinkat": return 263
        case "linkat": return 265
        case "symlinkat": return 266
        case "readlinkat": return 267
        case "fchmodat": return 268
        case "faccessat": return 269
        case "ppoll": return 271
        case "utimensat": return 280
        case "dup3": return 292
        case "pipe2": return 293
        case "prlimit64": return 302
        case "renameat2": return 316
        case "getrandom": return 318
        case "statx": return 332
        default: return nil
        }
    }
}
