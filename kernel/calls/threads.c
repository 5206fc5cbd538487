/* Calls that threads ask for at their start: ids, lists, processors. Futexes are in futex.c. */
#include "base.h"
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
