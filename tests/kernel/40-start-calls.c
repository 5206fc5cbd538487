/* What programs built with other libraries ask for before main. */
#include "check.h"
#include <sys/resource.h>

int main(void)
{
    unsigned char bytes[32] = { 0 };
    struct rlimit limit;
    char path[1024];
    long length;
    int word = 0, any = 0;

#ifdef SYS_arch_prctl
    {
        unsigned long before = 0, set = 1, after_fork = 1;
        long base[2] = { 0x1234, 0 };

        /* Some libraries keep errno and more there: no call but these in between. */
        GIVES(0, syscall(SYS_arch_prctl, 0x1003, &before));
        syscall(SYS_arch_prctl, 0x1002, base);
        syscall(SYS_arch_prctl, 0x1003, &set);
        syscall(SYS_arch_prctl, 0x1002, before);
        HOLDS(set == (unsigned long)base);
        /* It is each process's own. */
        if (fork() == 0) {
            syscall(SYS_arch_prctl, 0x1002, base + 1);
            syscall(SYS_exit, 0);
        }
        wait(NULL);
        GIVES(0, syscall(SYS_arch_prctl, 0x1003, &after_fork));
        HOLDS(after_fork == before);
        FAILS(EINVAL, syscall(SYS_arch_prctl, 0x7777, 0));
        FAILS(EPERM, syscall(SYS_arch_prctl, 0x1002, KERNEL_ADDRESS));
        FAILS(EFAULT, syscall(SYS_arch_prctl, 0x1003, BAD_ADDRESS));
    }
#endif
    GIVES(getpid(), syscall(SYS_set_tid_address, &word));
    HOLDS(syscall(SYS_set_robust_list, bytes, 24) == 0 || errno == ENOSYS);
    GIVES(0, syscall(SYS_prlimit64, 0, RLIMIT_STACK, NULL, &limit));
    HOLDS(limit.rlim_cur >= 1 << 16);
    GIVES(0, syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, &limit));
    HOLDS(limit.rlim_cur >= 64);
    FAILS(EINVAL, syscall(SYS_prlimit64, 0, 99, NULL, &limit));
    FAILS(EFAULT, syscall(SYS_prlimit64, 0, RLIMIT_STACK, NULL, BAD_ADDRESS));
    GIVES(sizeof bytes, syscall(SYS_getrandom, bytes, sizeof bytes, 0));
    for (int k = 0; k < (int)sizeof bytes; k++)
        any |= bytes[k];
    HOLDS(any);
    FAILS(EFAULT, syscall(SYS_getrandom, BAD_ADDRESS, 8, 0));
    FAILS(EINVAL, syscall(SYS_getrandom, bytes, 8, 0x100));
    length = syscall(SYS_readlinkat, AT_FDCWD, "/proc/self/exe", path, sizeof path - 1);
    HOLDS(length > 0 && path[0] == '/');
    path[length > 0 ? length : 0] = 0;
    HOLDS(strcmp(strrchr(path, '/') ? strrchr(path, '/') : "", "/40-start-calls") == 0);
    GIVES(0, syscall(SYS_sched_yield));
    FAILS(ENOSYS, syscall(100000));
    FAILS(ENOSYS, syscall(5000, 1, 2, 3, 4, 5, 6));
    return finish();
}
