/// Linux's table of system calls for machines that came after the first ones: one list that aarch64 and
/// riscv64 share. In numerical order, the order of the kernel's own header.
enum GenericSystemCalls {
    static func number(_ name: String) -> Int64? {
        switch name {
        case "getcwd": return 17
        case "dup": return 23
        case "dup3": return 24
        case "fcntl": return 25
        case "ioctl": return 29
        case "mkdirat": return 34
        case "unlinkat": return 35
        case "symlinkat": return 36
        case "linkat": return 37
        case "umount2": return 39
        case "mount": return 40
        case "ftruncate": return 46
        case "faccessat": return 48
        case "chdir": return 49
        case "fchdir": return 50
        case "fchmod": return 52
        case "fchmodat": return 53
        case "fchownat": return 54
        case "openat": return 56
        case "close": return 57
        case "pipe2": return 59
        case "getdents64": return 61
        case "lseek": return 62
        case "read": return 63
        case "write": return 64
        case "readv": return 65
        case "writev": return 66
        case "pread64": return 67
        case "pwrite64": return 68
        case "sendfile": return 71
        case "ppoll": return 73
        case "readlinkat": return 78
        case "newfstatat": return 79
        case "fstat": return 80
        case "fsync": return 82
        case "utimensat": return 88
        case "exit": return 93
        case "exit_group": return 94
        case "waitid": return 95
        case "set_tid_address": return 96
        case "nanosleep": return 101
        case "clock_gettime": return 113
        case "sched_yield": return 124
        case "kill": return 129
        case "tgkill": return 131
        case "rt_sigaction": return 134
        case "rt_sigprocmask": return 135
        case "rt_sigpending": return 136
        case "rt_sigsuspend": return 133
        case "sigaltstack": return 132
        case "getitimer": return 102
        case "setitimer": return 103
        case "rt_sigreturn": return 139
        case "reboot": return 142
        case "times": return 153
        case "setpgid": return 154
        case "getpgid": return 155
        case "setsid": return 157
        case "uname": return 160
        case "getrusage": return 165
        case "umask": return 166
        case "gettimeofday": return 169
        case "getpid": return 172
        case "getppid": return 173
        case "getuid": return 174
        case "geteuid": return 175
        case "getgid": return 176
        case "getegid": return 177
        case "gettid": return 178
        case "sysinfo": return 179
        case "brk": return 214
        case "munmap": return 215
        case "clone": return 220
        case "execve": return 221
        case "mmap": return 222
        case "mprotect": return 226
        case "madvise": return 233
        case "wait4": return 260
        case "prlimit64": return 261
        case "renameat2": return 276
        case "getrandom": return 278
        case "statx": return 291
        default: return nil
        }
    }
}
