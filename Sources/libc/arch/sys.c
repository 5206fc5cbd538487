#include "../internal/sys.h"
#ifdef __x86_64__
#include "numbers-amd64.h"
#else
#include "numbers-generic.h"
#endif

/* The system calls where no libp1pp brings them. `__syscall` is the machine's own. */

long __syscall(long number, long a, long b, long c, long d, long e, long f);

enum { SYS_AT_FDCWD = -100 };

long sys_read(int fd, void *bytes, size_t size)
{
    return __syscall(NUMBER_read, (long)fd, (long)bytes, (long)size, 0, 0, 0);
}

long sys_write(int fd, const void *bytes, size_t size)
{
    return __syscall(NUMBER_write, (long)fd, (long)bytes, (long)size, 0, 0, 0);
}

long sys_open(const char *path, int flags, int mode)
{
    return __syscall(NUMBER_openat, SYS_AT_FDCWD, (long)path, (long)flags, (long)mode, 0, 0);
}

long sys_openat(int directory, const char *path, int flags, int mode)
{
    return __syscall(NUMBER_openat, (long)directory, (long)path, (long)flags, (long)mode, 0, 0);
}

long sys_close(int fd)
{
    return __syscall(NUMBER_close, (long)fd, 0, 0, 0, 0, 0);
}

long sys_lseek(int fd, long offset, int whence)
{
    return __syscall(NUMBER_lseek, (long)fd, (long)offset, (long)whence, 0, 0, 0);
}

long sys_brk(void *end)
{
    return __syscall(NUMBER_brk, (long)end, 0, 0, 0, 0, 0);
}

long sys_unlink(const char *path)
{
    return __syscall(NUMBER_unlinkat, SYS_AT_FDCWD, (long)path, 0, 0, 0, 0);
}

long sys_unlinkat(int directory, const char *path, int flags)
{
    return __syscall(NUMBER_unlinkat, (long)directory, (long)path, (long)flags, 0, 0, 0);
}

long sys_exit(int status)
{
    return __syscall(NUMBER_exit, (long)status, 0, 0, 0, 0, 0);
}

long sys_exit_group(int status)
{
    return __syscall(NUMBER_exit_group, (long)status, 0, 0, 0, 0, 0);
}

long sys_mmap(void *address, size_t size, int protection, int flags, int fd, long offset)
{
    return __syscall(NUMBER_mmap, (long)address, (long)size, (long)protection, (long)flags,
                     (long)fd, (long)offset);
}

long sys_munmap(void *address, size_t size)
{
    return __syscall(NUMBER_munmap, (long)address, (long)size, 0, 0, 0, 0);
}

long sys_mprotect(void *address, size_t size, int protection)
{
    return __syscall(NUMBER_mprotect, (long)address, (long)size, (long)protection, 0, 0, 0);
}

long sys_madvise(void *address, size_t size, int advice)
{
    return __syscall(NUMBER_madvise, (long)address, (long)size, (long)advice, 0, 0, 0);
}

long sys_statx(int directory, const char *path, int flags, unsigned int mask, void *result)
{
    return __syscall(NUMBER_statx, (long)directory, (long)path, (long)flags, (long)mask,
                     (long)result, 0);
}

long sys_faccessat(int directory, const char *path, int mode)
{
    return __syscall(NUMBER_faccessat, (long)directory, (long)path, (long)mode, 0, 0, 0);
}

long sys_renameat2(int from_directory, const char *from, int to_directory, const char *to,
                   unsigned int flags)
{
    return __syscall(NUMBER_renameat2, (long)from_directory, (long)from, (long)to_directory,
                     (long)to, (long)flags, 0);
}

long sys_mkdirat(int directory, const char *path, int mode)
{
    return __syscall(NUMBER_mkdirat, (long)directory, (long)path, (long)mode, 0, 0, 0);
}

long sys_getdents64(int fd, void *entries, size_t size)
{
    return __syscall(NUMBER_getdents64, (long)fd, (long)entries, (long)size, 0, 0, 0);
}

long sys_chdir(const char *path)
{
    return __syscall(NUMBER_chdir, (long)path, 0, 0, 0, 0, 0);
}

long sys_fchdir(int fd)
{
    return __syscall(NUMBER_fchdir, (long)fd, 0, 0, 0, 0, 0);
}

long sys_getcwd(char *path, size_t size)
{
    return __syscall(NUMBER_getcwd, (long)path, (long)size, 0, 0, 0, 0);
}

long sys_dup(int fd)
{
    return __syscall(NUMBER_dup, (long)fd, 0, 0, 0, 0, 0);
}

long sys_dup3(int fd, int to, int flags)
{
    return __syscall(NUMBER_dup3, (long)fd, (long)to, (long)flags, 0, 0, 0);
}

long sys_pipe2(int *ends, int flags)
{
    return __syscall(NUMBER_pipe2, (long)ends, (long)flags, 0, 0, 0, 0);
}

long sys_fcntl(int fd, int command, long argument)
{
    return __syscall(NUMBER_fcntl, (long)fd, (long)command, (long)argument, 0, 0, 0);
}

long sys_ioctl(int fd, unsigned long request, long argument)
{
    return __syscall(NUMBER_ioctl, (long)fd, (long)request, (long)argument, 0, 0, 0);
}

long sys_clone(unsigned long flags, void *stack, void *parent, void *child, void *tls)
{
    return __syscall(NUMBER_clone, (long)flags, (long)stack, (long)parent, (long)child, (long)tls, 0);
}

long sys_execve(const char *path, char *const *arguments, char *const *environment)
{
    return __syscall(NUMBER_execve, (long)path, (long)arguments, (long)environment, 0, 0, 0);
}

long sys_wait4(int pid, int *status, int options, void *usage)
{
    return __syscall(NUMBER_wait4, (long)pid, (long)status, (long)options, (long)usage, 0, 0);
}

long sys_getpid(void)
{
    return __syscall(NUMBER_getpid, 0, 0, 0, 0, 0, 0);
}

long sys_getppid(void)
{
    return __syscall(NUMBER_getppid, 0, 0, 0, 0, 0, 0);
}

long sys_gettid(void)
{
    return __syscall(NUMBER_gettid, 0, 0, 0, 0, 0, 0);
}

long sys_kill(int pid, int number)
{
    return __syscall(NUMBER_kill, (long)pid, (long)number, 0, 0, 0, 0);
}

long sys_tgkill(int process, int thread, int number)
{
    return __syscall(NUMBER_tgkill, (long)process, (long)thread, (long)number, 0, 0, 0);
}

long sys_rt_sigaction(int number, const void *action, void *old, size_t set_size)
{
    return __syscall(NUMBER_rt_sigaction, (long)number, (long)action, (long)old, (long)set_size, 0, 0);
}

long sys_rt_sigprocmask(int how, const void *set, void *old, size_t set_size)
{
    return __syscall(NUMBER_rt_sigprocmask, (long)how, (long)set, (long)old, (long)set_size, 0, 0);
}

long sys_rt_sigpending(void *set, size_t set_size)
{
    return __syscall(NUMBER_rt_sigpending, (long)set, (long)set_size, 0, 0, 0, 0);
}

long sys_rt_sigsuspend(const void *set, size_t set_size)
{
    return __syscall(NUMBER_rt_sigsuspend, (long)set, (long)set_size, 0, 0, 0, 0);
}

long sys_sigaltstack(const void *stack, void *old)
{
    return __syscall(NUMBER_sigaltstack, (long)stack, (long)old, 0, 0, 0, 0);
}

long sys_getitimer(int which, void *value)
{
    return __syscall(NUMBER_getitimer, (long)which, (long)value, 0, 0, 0, 0);
}

long sys_setitimer(int which, const void *value, void *old)
{
    return __syscall(NUMBER_setitimer, (long)which, (long)value, (long)old, 0, 0, 0);
}

long sys_clock_gettime(int clock, void *now)
{
    return __syscall(NUMBER_clock_gettime, (long)clock, (long)now, 0, 0, 0, 0);
}

long sys_gettimeofday(void *now, void *zone)
{
    return __syscall(NUMBER_gettimeofday, (long)now, (long)zone, 0, 0, 0, 0);
}

long sys_nanosleep(const void *wanted, void *left)
{
    return __syscall(NUMBER_nanosleep, (long)wanted, (long)left, 0, 0, 0, 0);
}

long sys_uname(void *name)
{
    return __syscall(NUMBER_uname, (long)name, 0, 0, 0, 0, 0);
}

long sys_fchmodat(int directory, const char *path, int mode)
{
    return __syscall(NUMBER_fchmodat, (long)directory, (long)path, (long)mode, 0, 0, 0);
}

long sys_fchmod(int fd, int mode)
{
    return __syscall(NUMBER_fchmod, (long)fd, (long)mode, 0, 0, 0, 0);
}

long sys_fchownat(int directory, const char *path, int user, int group, int flags)
{
    return __syscall(NUMBER_fchownat, (long)directory, (long)path, (long)user, (long)group,
                     (long)flags, 0);
}

long sys_umask(int mask)
{
    return __syscall(NUMBER_umask, (long)mask, 0, 0, 0, 0, 0);
}

long sys_ftruncate(int fd, long size)
{
    return __syscall(NUMBER_ftruncate, (long)fd, (long)size, 0, 0, 0, 0);
}

long sys_readlinkat(int directory, const char *path, char *target, size_t size)
{
    return __syscall(NUMBER_readlinkat, (long)directory, (long)path, (long)target, (long)size, 0, 0);
}

long sys_symlinkat(const char *target, int directory, const char *path)
{
    return __syscall(NUMBER_symlinkat, (long)target, (long)directory, (long)path, 0, 0, 0);
}

long sys_linkat(int from_directory, const char *from, int to_directory, const char *to, int flags)
{
    return __syscall(NUMBER_linkat, (long)from_directory, (long)from, (long)to_directory, (long)to,
                     (long)flags, 0);
}

long sys_getuid(void)
{
    return __syscall(NUMBER_getuid, 0, 0, 0, 0, 0, 0);
}

long sys_geteuid(void)
{
    return __syscall(NUMBER_geteuid, 0, 0, 0, 0, 0, 0);
}

long sys_getgid(void)
{
    return __syscall(NUMBER_getgid, 0, 0, 0, 0, 0, 0);
}

long sys_getegid(void)
{
    return __syscall(NUMBER_getegid, 0, 0, 0, 0, 0, 0);
}

long sys_fsync(int fd)
{
    return __syscall(NUMBER_fsync, (long)fd, 0, 0, 0, 0, 0);
}

long sys_utimensat(int directory, const char *path, const void *times, int flags)
{
    return __syscall(NUMBER_utimensat, (long)directory, (long)path, (long)times, (long)flags, 0, 0);
}

long sys_getrandom(void *bytes, size_t size, int flags)
{
    return __syscall(NUMBER_getrandom, (long)bytes, (long)size, (long)flags, 0, 0, 0);
}

long sys_readv(int fd, const void *parts, int count)
{
    return __syscall(NUMBER_readv, (long)fd, (long)parts, (long)count, 0, 0, 0);
}

long sys_writev(int fd, const void *parts, int count)
{
    return __syscall(NUMBER_writev, (long)fd, (long)parts, (long)count, 0, 0, 0);
}

long sys_pread64(int fd, void *bytes, size_t size, long offset)
{
    return __syscall(NUMBER_pread64, (long)fd, (long)bytes, (long)size, (long)offset, 0, 0);
}

long sys_pwrite64(int fd, const void *bytes, size_t size, long offset)
{
    return __syscall(NUMBER_pwrite64, (long)fd, (long)bytes, (long)size, (long)offset, 0, 0);
}

long sys_prlimit64(int pid, int resource, const void *limit, void *old)
{
    return __syscall(NUMBER_prlimit64, (long)pid, (long)resource, (long)limit, (long)old, 0, 0);
}

long sys_ppoll(void *files, size_t count, const void *timeout, const void *mask, size_t mask_size)
{
    return __syscall(NUMBER_ppoll, (long)files, (long)count, (long)timeout, (long)mask,
                     (long)mask_size, 0);
}

long sys_times(void *used)
{
    return __syscall(NUMBER_times, (long)used, 0, 0, 0, 0, 0);
}

long sys_getrusage(int who, void *usage)
{
    return __syscall(NUMBER_getrusage, (long)who, (long)usage, 0, 0, 0, 0);
}

long sys_setpgid(int pid, int group)
{
    return __syscall(NUMBER_setpgid, (long)pid, (long)group, 0, 0, 0, 0);
}

long sys_getpgid(int pid)
{
    return __syscall(NUMBER_getpgid, (long)pid, 0, 0, 0, 0, 0);
}

long sys_setsid(void)
{
    return __syscall(NUMBER_setsid, 0, 0, 0, 0, 0, 0);
}

long sys_setresuid(int real, int effective, int saved)
{
    return __syscall(NUMBER_setresuid, (long)real, (long)effective, (long)saved, 0, 0, 0);
}

long sys_getresuid(void *real, void *effective, void *saved)
{
    return __syscall(NUMBER_getresuid, (long)real, (long)effective, (long)saved, 0, 0, 0);
}

long sys_setresgid(int real, int effective, int saved)
{
    return __syscall(NUMBER_setresgid, (long)real, (long)effective, (long)saved, 0, 0, 0);
}

long sys_getresgid(void *real, void *effective, void *saved)
{
    return __syscall(NUMBER_getresgid, (long)real, (long)effective, (long)saved, 0, 0, 0);
}

long sys_setgroups(size_t count, const void *groups)
{
    return __syscall(NUMBER_setgroups, (long)count, (long)groups, 0, 0, 0, 0);
}

long sys_chroot(const char *path)
{
    return __syscall(NUMBER_chroot, (long)path, 0, 0, 0, 0, 0);
}

long sys_statfs(const char *path, void *result)
{
    return __syscall(NUMBER_statfs, (long)path, (long)result, 0, 0, 0, 0);
}

long sys_fstatfs(int fd, void *result)
{
    return __syscall(NUMBER_fstatfs, (long)fd, (long)result, 0, 0, 0, 0);
}

long sys_socket(int family, int type, int protocol)
{
    return __syscall(NUMBER_socket, (long)family, (long)type, (long)protocol, 0, 0, 0);
}

long sys_socketpair(int family, int type, int protocol, int *ends)
{
    return __syscall(NUMBER_socketpair, (long)family, (long)type, (long)protocol, (long)ends, 0, 0);
}

long sys_bind(int fd, const void *address, unsigned int size)
{
    return __syscall(NUMBER_bind, (long)fd, (long)address, (long)size, 0, 0, 0);
}

long sys_listen(int fd, int waiting)
{
    return __syscall(NUMBER_listen, (long)fd, (long)waiting, 0, 0, 0, 0);
}

long sys_accept4(int fd, void *address, void *size, int flags)
{
    return __syscall(NUMBER_accept4, (long)fd, (long)address, (long)size, (long)flags, 0, 0);
}

long sys_connect(int fd, const void *address, unsigned int size)
{
    return __syscall(NUMBER_connect, (long)fd, (long)address, (long)size, 0, 0, 0);
}

long sys_getsockname(int fd, void *address, void *size)
{
    return __syscall(NUMBER_getsockname, (long)fd, (long)address, (long)size, 0, 0, 0);
}

long sys_getpeername(int fd, void *address, void *size)
{
    return __syscall(NUMBER_getpeername, (long)fd, (long)address, (long)size, 0, 0, 0);
}

long sys_sendto(int fd, const void *bytes, size_t size, int flags, const void *address, unsigned int address_size)
{
    return __syscall(NUMBER_sendto, (long)fd, (long)bytes, (long)size, (long)flags, (long)address, (long)address_size);
}

long sys_recvfrom(int fd, void *bytes, size_t size, int flags, void *address, void *address_size)
{
    return __syscall(NUMBER_recvfrom, (long)fd, (long)bytes, (long)size, (long)flags, (long)address,
                     (long)address_size);
}

long sys_setsockopt(int fd, int level, int option, const void *value, unsigned int size)
{
    return __syscall(NUMBER_setsockopt, (long)fd, (long)level, (long)option, (long)value, (long)size, 0);
}

long sys_getsockopt(int fd, int level, int option, void *value, void *size)
{
    return __syscall(NUMBER_getsockopt, (long)fd, (long)level, (long)option, (long)value, (long)size, 0);
}

long sys_shutdown(int fd, int how)
{
    return __syscall(NUMBER_shutdown, (long)fd, (long)how, 0, 0, 0, 0);
}

long sys_sendmsg(int fd, const void *message, int flags)
{
    return __syscall(NUMBER_sendmsg, (long)fd, (long)message, (long)flags, 0, 0, 0);
}

long sys_recvmsg(int fd, void *message, int flags)
{
    return __syscall(NUMBER_recvmsg, (long)fd, (long)message, (long)flags, 0, 0, 0);
}

long sys_machine(void)
{
#if defined(__x86_64__)
    return SYS_MACHINE_AMD64;
#elif defined(__aarch64__)
    return SYS_MACHINE_AARCH64;
#else
    return SYS_MACHINE_RISCV64;
#endif
}

long sys_number(long both)
{
    return both;
}

long sys_call(long number, long a, long b, long c, long d, long e, long f)
{
    return __syscall(number, a, b, c, d, e, f);
}

long sys_setuid(int user)
{
    return __syscall(NUMBER_setuid, (long)user, 0, 0, 0, 0, 0);
}

long sys_setgid(int group)
{
    return __syscall(NUMBER_setgid, (long)group, 0, 0, 0, 0, 0);
}

long sys_setreuid(int real, int effective)
{
    return __syscall(NUMBER_setreuid, (long)real, (long)effective, 0, 0, 0, 0);
}

long sys_setregid(int real, int effective)
{
    return __syscall(NUMBER_setregid, (long)real, (long)effective, 0, 0, 0, 0);
}

long sys_getsid(int pid)
{
    return __syscall(NUMBER_getsid, (long)pid, 0, 0, 0, 0, 0);
}

long sys_getgroups(int size, unsigned int *groups)
{
    return __syscall(NUMBER_getgroups, (long)size, (long)groups, 0, 0, 0, 0);
}

long sys_sync(void)
{
    return __syscall(NUMBER_sync, 0, 0, 0, 0, 0, 0);
}

long sys_mknodat(int directory, const char *path, int mode, long device)
{
    return __syscall(NUMBER_mknodat, (long)directory, (long)path, (long)mode, (long)device, 0, 0);
}

long sys_msync(void *address, size_t size, int flags)
{
    return __syscall(NUMBER_msync, (long)address, (long)size, (long)flags, 0, 0, 0);
}

long sys_flock(int fd, int operation)
{
    return __syscall(NUMBER_flock, (long)fd, (long)operation, 0, 0, 0, 0);
}

long sys_clock_nanosleep(int clock, int flags, const void *wanted, void *left)
{
    return __syscall(NUMBER_clock_nanosleep, (long)clock, (long)flags, (long)wanted, (long)left, 0, 0);
}

long sys_getpriority(int which, int who)
{
    return __syscall(NUMBER_getpriority, (long)which, (long)who, 0, 0, 0, 0);
}

long sys_setpriority(int which, int who, int priority)
{
    return __syscall(NUMBER_setpriority, (long)which, (long)who, (long)priority, 0, 0, 0);
}

long sys_fadvise64(int fd, long offset, long size, int advice)
{
    return __syscall(NUMBER_fadvise64, (long)fd, (long)offset, (long)size, (long)advice, 0, 0);
}
