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

s64 call_getcpu(u64 *a)
{
    u32 zero = 0;

    if ((a[0] && copy_out(a[0], &zero, 4) < 0) || (a[1] && copy_out(a[1], &zero, 4) < 0)) return -EFAULT;
    return 0;
}
