/* The system calls: thin functions that give the kernel's answer as it is (negative: minus the error
   number). In a P1 link they come from libp1pp, elsewhere from arch/. This is the only way to the kernel. */
#ifndef INTERNAL_SYS_H
#define INTERNAL_SYS_H

#include <bits/null.h>
#include <sys/syscall.h>
#include <sys/types.h>

long sys_read(int fd, void *bytes, size_t size);
long sys_write(int fd, const void *bytes, size_t size);
long sys_open(const char *path, int flags, int mode);
long sys_openat(int directory, const char *path, int flags, int mode);
long sys_close(int fd);
long sys_lseek(int fd, long offset, int whence);
long sys_brk(void *end);
long sys_unlink(const char *path);
long sys_unlinkat(int directory, const char *path, int flags);
long sys_exit(int status);
long sys_exit_group(int status);
long sys_mmap(void *address, size_t size, int protection, int flags, int fd, long offset);
long sys_munmap(void *address, size_t size);
long sys_mprotect(void *address, size_t size, int protection);
long sys_madvise(void *address, size_t size, int advice);
long sys_statx(int directory, const char *path, int flags, unsigned int mask, void *result);
long sys_faccessat(int directory, const char *path, int mode);
long sys_renameat2(int from_directory, const char *from, int to_directory, const char *to,
                   unsigned int flags);
long sys_mkdirat(int directory, const char *path, int mode);
long sys_getdents64(int fd, void *entries, size_t size);
long sys_chdir(const char *path);
long sys_fchdir(int fd);
long sys_getcwd(char *path, size_t size);
long sys_dup(int fd);
long sys_dup3(int fd, int to, int flags);
long sys_pipe2(int *ends, int flags);
long sys_fcntl(int fd, int command, long argument);
long sys_ioctl(int fd, unsigned long request, long argument);
long sys_clone(unsigned long flags, void *stack, void *parent, void *child, void *tls);
long sys_execve(const char *path, char *const *arguments, char *const *environment);
long sys_wait4(int pid, int *status, int options, void *usage);
long sys_getpid(void);
long sys_getppid(void);
long sys_gettid(void);
long sys_kill(int pid, int number);
long sys_tgkill(int process, int thread, int number);
long sys_rt_sigaction(int number, const void *action, void *old, size_t set_size);
long sys_rt_sigprocmask(int how, const void *set, void *old, size_t set_size);
long sys_clock_gettime(int clock, void *now);
long sys_gettimeofday(void *now, void *zone);
long sys_nanosleep(const void *wanted, void *left);
long sys_uname(void *name);
long sys_fchmodat(int directory, const char *path, int mode);
long sys_fchmod(int fd, int mode);
long sys_fchownat(int directory, const char *path, int user, int group, int flags);
long sys_umask(int mask);
long sys_ftruncate(int fd, long size);
long sys_readlinkat(int directory, const char *path, char *target, size_t size);
long sys_symlinkat(const char *target, int directory, const char *path);
long sys_linkat(int from_directory, const char *from, int to_directory, const char *to, int flags);
long sys_getuid(void);
long sys_geteuid(void);
long sys_getgid(void);
long sys_getegid(void);
long sys_fsync(int fd);
long sys_utimensat(int directory, const char *path, const void *times, int flags);
long sys_getrandom(void *bytes, size_t size, int flags);
long sys_readv(int fd, const void *parts, int count);
long sys_writev(int fd, const void *parts, int count);
long sys_pread64(int fd, void *bytes, size_t size, long offset);
long sys_pwrite64(int fd, const void *bytes, size_t size, long offset);
long sys_prlimit64(int pid, int resource, const void *limit, void *old);
long sys_ppoll(void *files, size_t count, const void *timeout, const void *mask, size_t mask_size);
long sys_times(void *used);
long sys_getrusage(int who, void *usage);
long sys_setpgid(int pid, int group);
long sys_getpgid(int pid);
long sys_setsid(void);
long sys_rt_sigpending(void *set, size_t set_size);
long sys_rt_sigsuspend(const void *set, size_t set_size);
long sys_sigaltstack(const void *stack, void *old);
long sys_getitimer(int which, void *value);
long sys_setitimer(int which, const void *value, void *old);
long sys_setresuid(int real, int effective, int saved);
long sys_getresuid(void *real, void *effective, void *saved);
long sys_setresgid(int real, int effective, int saved);
long sys_getresgid(void *real, void *effective, void *saved);
long sys_setgroups(size_t count, const void *groups);
long sys_chroot(const char *path);
long sys_statfs(const char *path, void *result);
long sys_fstatfs(int fd, void *result);
long sys_socket(int family, int type, int protocol);
long sys_socketpair(int family, int type, int protocol, int *ends);
long sys_bind(int fd, const void *address, unsigned int size);
long sys_listen(int fd, int waiting);
long sys_accept4(int fd, void *address, void *size, int flags);
long sys_connect(int fd, const void *address, unsigned int size);
long sys_getsockname(int fd, void *address, void *size);
long sys_getpeername(int fd, void *address, void *size);
long sys_sendto(int fd, const void *bytes, size_t size, int flags, const void *address, unsigned int address_size);
long sys_recvfrom(int fd, void *bytes, size_t size, int flags, void *address, void *address_size);
long sys_setsockopt(int fd, int level, int option, const void *value, unsigned int size);
long sys_getsockopt(int fd, int level, int option, void *value, void *size);
long sys_shutdown(int fd, int how);
long sys_sendmsg(int fd, const void *message, int flags);
long sys_recvmsg(int fd, void *message, int flags);
/* A handler that the kernel can call, the function it goes on to, and where handlers return to: NULL where the kernel
   knows that itself. */
void sys_signal_entry(int number, void *information, void *context);
extern void (*sys_signal_function)(int number, void *information, void *context);
void *sys_signal_restorer(void);
/* Any call, by its number on this machine. */
long sys_call(long number, long a, long b, long c, long d, long e, long f);
/* Which machine this is, for the few things that Linux has differently. */
enum { SYS_MACHINE_AMD64 = 62, SYS_MACHINE_AARCH64 = 183, SYS_MACHINE_RISCV64 = 243 };
long sys_machine(void);
/* The number on this machine, from a portable one of <sys/syscall.h>. */
long sys_number(long both);

/* Any call, by a number of <sys/syscall.h>. */
long __system_call(long number, long a, long b, long c, long d, long e, long f);
/* The C form of a kernel's answer: -1 and errno instead of minus the error number. */
long __sys_result(long answer);

/* The flags of open as this machine's kernel numbers them, and the way back. */
int __open_flags(int flags);

/* Both together, for calls that have no function of their own above: SYSTEM_CALL2(sethostname, name, size). */
#define SYSTEM_CALL(name, a, b, c, d, e, f) \
    __sys_result(__system_call(SYS_##name, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f)))
#define SYSTEM_CALL0(name) SYSTEM_CALL(name, 0, 0, 0, 0, 0, 0)
#define SYSTEM_CALL1(name, a) SYSTEM_CALL(name, a, 0, 0, 0, 0, 0)
#define SYSTEM_CALL2(name, a, b) SYSTEM_CALL(name, a, b, 0, 0, 0, 0)
#define SYSTEM_CALL3(name, a, b, c) SYSTEM_CALL(name, a, b, c, 0, 0, 0)
#define SYSTEM_CALL4(name, a, b, c, d) SYSTEM_CALL(name, a, b, c, d, 0, 0)
#define SYSTEM_CALL5(name, a, b, c, d, e) SYSTEM_CALL(name, a, b, c, d, e, 0)

/* Users, groups, priorities and advice. */
long sys_setuid(int user);
long sys_setgid(int group);
long sys_setreuid(int real, int effective);
long sys_setregid(int real, int effective);
long sys_getsid(int pid);
long sys_getgroups(int size, unsigned int *groups);
long sys_sync(void);
long sys_mknodat(int directory, const char *path, int mode, long device);
long sys_msync(void *address, size_t size, int flags);
long sys_flock(int fd, int operation);
long sys_clock_nanosleep(int clock, int flags, const void *wanted, void *left);
long sys_getpriority(int which, int who);
long sys_setpriority(int which, int who, int priority);
long sys_fadvise64(int fd, long offset, long size, int advice);

#endif
