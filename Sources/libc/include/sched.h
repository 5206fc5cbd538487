#ifndef _MINICC_LIBC_SCHED_H
#define _MINICC_LIBC_SCHED_H

#include <features.h>
#include <bits/sched_param.h>
#include <bits/size_t.h>
#include <bits/timespec.h>
#include <sys/types.h>

#define SCHED_OTHER 0
#define SCHED_FIFO 1
#define SCHED_RR 2
#define SCHED_BATCH 3
#define SCHED_IDLE 5
#define SCHED_DEADLINE 6
#define SCHED_RESET_ON_FORK 0x40000000

#define CLONE_VM 0x100
#define CLONE_FS 0x200
#define CLONE_FILES 0x400
#define CLONE_SIGHAND 0x800
#define CLONE_PTRACE 0x2000
#define CLONE_VFORK 0x4000
#define CLONE_PARENT 0x8000
#define CLONE_THREAD 0x10000
#define CLONE_NEWNS 0x20000
#define CLONE_SYSVSEM 0x40000
#define CLONE_SETTLS 0x80000
#define CLONE_PARENT_SETTID 0x100000
#define CLONE_CHILD_CLEARTID 0x200000
#define CLONE_CHILD_SETTID 0x1000000
#define CLONE_NEWCGROUP 0x02000000
#define CLONE_NEWUTS 0x04000000
#define CLONE_NEWIPC 0x08000000
#define CLONE_NEWUSER 0x10000000
#define CLONE_NEWPID 0x20000000
#define CLONE_NEWNET 0x40000000
#define CLONE_IO 0x80000000

int sched_yield(void);
int sched_get_priority_max(int policy);
int sched_get_priority_min(int policy);
int sched_getscheduler(pid_t pid);
int sched_setscheduler(pid_t pid, int policy, const struct sched_param *parameters);
int sched_getparam(pid_t pid, struct sched_param *parameters);
int sched_setparam(pid_t pid, const struct sched_param *parameters);
int sched_rr_get_interval(pid_t pid, struct timespec *slice);

/* Sets of processors, Linux's own. */
#define CPU_SETSIZE 1024
typedef struct {
    unsigned long __bits[CPU_SETSIZE / 64];
} cpu_set_t;

int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set);
int sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set);
int sched_getcpu(void);
int unshare(int flags);
int setns(int fd, int type);
int __cpu_count(size_t size, const cpu_set_t *set);

#define CPU_ALLOC_SIZE(count) ((((size_t)(count) + 63) / 64) * 8)
#define CPU_ALLOC(count) ((cpu_set_t *)calloc(1, CPU_ALLOC_SIZE(count)))
#define CPU_FREE(set) free(set)
#define CPU_SET_S(cpu, size, set) \
    ((size_t)(cpu) / 8 < (size_t)(size) ? (void)((set)->__bits[(size_t)(cpu) / 64] |= 1UL << ((cpu) % 64)) : (void)0)
#define CPU_CLR_S(cpu, size, set) \
    ((size_t)(cpu) / 8 < (size_t)(size) ? (void)((set)->__bits[(size_t)(cpu) / 64] &= ~(1UL << ((cpu) % 64))) : (void)0)
#define CPU_ISSET_S(cpu, size, set) \
    ((size_t)(cpu) / 8 < (size_t)(size) ? (int)((set)->__bits[(size_t)(cpu) / 64] >> ((cpu) % 64) & 1) : 0)
#define CPU_ZERO_S(size, set) \
    do { \
        size_t __word; \
        for (__word = 0; __word < (size_t)(size) / 8; __word++) (set)->__bits[__word] = 0; \
    } while (0)
#define CPU_COUNT_S(size, set) __cpu_count((size), (set))
#define CPU_SET(cpu, set) CPU_SET_S((cpu), sizeof(cpu_set_t), (set))
#define CPU_CLR(cpu, set) CPU_CLR_S((cpu), sizeof(cpu_set_t), (set))
#define CPU_ISSET(cpu, set) CPU_ISSET_S((cpu), sizeof(cpu_set_t), (set))
#define CPU_ZERO(set) CPU_ZERO_S(sizeof(cpu_set_t), (set))
#define CPU_COUNT(set) CPU_COUNT_S(sizeof(cpu_set_t), (set))
#define CPU_EQUAL(a, b) (__cpu_equal((a), (b)))
int __cpu_equal(const cpu_set_t *a, const cpu_set_t *b);

#endif
