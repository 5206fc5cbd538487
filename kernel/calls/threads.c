/* Calls that threads ask for at their start: ids, lists, processors. Futexes are in futex.c. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

s64 call_set_tid_address(u64 *a)
{
    current_thread->child_tid = a[0];
    return current_thread->id;
}

s64 call_sched_yield(u64 *a)
{
    (void)a;
    yield();
    return 0;
}

s64 call_sched_getaffinity(u64 *a)
{
    u64 mask = 1;

    if (a[1] < 8 || a[1] & 7) return -EINVAL;
    if ((int)a[0] && !thread_find(a[0])) return -ESRCH;
    return copy_out(a[2], &mask, 8) < 0 ? -EFAULT : 8;
}

/* There is one processor, and it must be among them. */
s64 call_sched_setaffinity(u64 *a)
{
    struct process *p = (int)a[0] ? process_of(a[0]) : current;
    u8 first;

    if (!p) return -ESRCH;
    if (!may_change(p)) return -EPERM;
    if (a[1] == 0) return -EINVAL;
    if (copy_in(&first, a[2], 1) < 0) return -EFAULT;
    return first & 1 ? 0 : -EINVAL;
}

enum { MEMBARRIER_QUERY, MEMBARRIER_GLOBAL, MEMBARRIER_PRIVATE = 8, MEMBARRIER_REGISTER_PRIVATE = 16 };

/* On one processor all threads see memory alike. */
s64 call_membarrier(u64 *a)
{
    if (a[1]) return -EINVAL;
    switch ((int)a[0]) {
    case MEMBARRIER_QUERY: return MEMBARRIER_GLOBAL | MEMBARRIER_PRIVATE | MEMBARRIER_REGISTER_PRIVATE;
    case MEMBARRIER_PRIVATE: return current->uses_barriers ? 0 : -EPERM;
    case MEMBARRIER_REGISTER_PRIVATE:
        current->uses_barriers = 1;
        return 0;
    case MEMBARRIER_GLOBAL: return 0;
    }
    return -EINVAL;
}

s64 call_getcpu(u64 *a)
{
    u32 zero = 0;

    if ((a[0] && copy_out(a[0], &zero, 4) < 0) || (a[1] && copy_out(a[1], &zero, 4) < 0)) return -EFAULT;
    return 0;
}

#define NAMESPACES (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)
#define CLONE_SYSVSEM 0x40000UL

/* Descriptors and folders of its own for a process that shares them with another one. Threads of one process always share them. */
s64 call_unshare(u64 *a)
{
    struct descriptors *files;
    struct folders *folders;
    u64 flags = a[0];

    if (flags & NAMESPACES || flags & ~(CLONE_FILES | CLONE_FS | CLONE_VM | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM)) return -EINVAL;
    if (flags & (CLONE_VM | CLONE_SIGHAND | CLONE_THREAD | CLONE_FILES | CLONE_FS) && current->alive > 1) return -EINVAL;
    if (flags & CLONE_VM && current->space->holders > 1) return -EINVAL;
    if (flags & CLONE_SIGHAND && current->handlers->holders > 1) return -EINVAL;
    if (flags & CLONE_FILES && current->files->holders > 1) {
        files = descriptors_copy(current->files);
        if (!files) return -ENOMEM;
        descriptors_release(current->files);
        current->files = files;
    }
    if (flags & CLONE_FS && current->folders->holders > 1) {
        folders = folders_copy(current->folders);
        if (!folders) return -ENOMEM;
        folders_release(current->folders);
        current->folders = folders;
    }
    return 0;
}
