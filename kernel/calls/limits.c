/* Limits of processes, and their priority. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

/* ---- Limits ---- */

static u64 highest(u32 which)
{
    return which == RLIMIT_NOFILE ? DESCRIPTORS : RLIM_INFINITY;
}

static s64 limit(struct process *p, u32 which, u64 new, u64 old)
{
    u64 before[2], values[2];

    if (which >= RLIMITS) return -EINVAL;
    before[0] = p->limits[which];
    before[1] = p->hard_limits[which];
    if (new) {
        if (copy_in(values, new, 16) < 0) return -EFAULT;
        if (values[0] > values[1]) return -EINVAL;
        if (values[1] > highest(which) || (values[1] > before[1] && !may(CAP_SYS_RESOURCE))) return -EPERM;
        p->limits[which] = values[0];
        p->hard_limits[which] = values[1];
    }
    return old && copy_out(old, before, 16) < 0 ? -EFAULT : 0;
}

/* Another process's: all its users and groups must be the caller's real ones. */
static int may_limit(struct process *p)
{
    struct credentials *own = &current->who, *its = &p->who;

    return p == current || may(CAP_SYS_RESOURCE)
        || (own->user == its->user && own->user == its->effective_user && own->user == its->saved_user
            && own->group == its->group && own->group == its->effective_group && own->group == its->saved_group);
}

s64 call_prlimit64(u64 *a)
{
    struct process *p = (int)a[0] == 0 ? current : process_of(a[0]);

    if (!p) return -ESRCH;
    return may_limit(p) ? limit(p, a[1], a[2], a[3]) : -EPERM;
}

s64 call_getrlimit(u64 *a)
{
    return limit(current, a[0], 0, a[1]);
}

s64 call_setrlimit(u64 *a)
{
    return a[1] ? limit(current, a[0], a[1], 0) : -EFAULT;
}

/* ---- Priorities, -20 to 19. They are kept and shown. ---- */

enum { PRIO_PROCESS, PRIO_PGRP, PRIO_USER };

static int is_meant(struct process *p, int kind, u32 id)
{
    switch (kind) {
    case PRIO_PROCESS: return id ? p->id == (int)id : p == current;
    case PRIO_PGRP: return p->group == (id ? (int)id : current->group);
    default: return p->who.user == (id ? id : current->who.user);
    }
}

/* 40 to 1, so that no result looks like an error. */
s64 call_getpriority(u64 *a)
{
    s64 best = -ESRCH;
    int slot;

    if ((u32)a[0] > PRIO_USER) return -EINVAL;
    for (slot = 0; slot < processes_end; slot++)
        if (processes[slot] && is_meant(processes[slot], a[0], a[1]) && 20 - processes[slot]->nice > best) best = 20 - processes[slot]->nice;
    return best;
}

static s64 set_nice(struct process *p, int nice)
{
    if (!may_change(p)) return -EPERM;
    if (nice < p->nice && !may(CAP_SYS_NICE)) return -EACCES;
    p->nice = nice;
    return 0;
}

s64 call_setpriority(u64 *a)
{
    int nice = (int)a[2] < -20 ? -20 : (int)a[2] > 19 ? 19 : (int)a[2], slot;
    s64 result = -ESRCH, one;

    if ((u32)a[0] > PRIO_USER) return -EINVAL;
    for (slot = 0; slot < processes_end; slot++) {
        if (!processes[slot] || !is_meant(processes[slot], a[0], a[1])) continue;
        one = set_nice(processes[slot], nice);
        if (result == -ESRCH || one) result = one;
    }
    return result;
}

/* ---- Policies: everybody's turn is as long as another's, so there is only the normal one ---- */

enum { SCHED_OTHER = 0, SCHED_FIFO = 1, SCHED_RR = 2, SCHED_BATCH = 3, SCHED_IDLE = 5 };

static s64 one_or_self(u64 id, struct process **p)
{
    if ((int)id < 0) return -EINVAL;
    *p = (int)id ? process_of(id) : current;
    return *p ? 0 : -ESRCH;
}

static s64 check_policy(struct process *p, int policy, int priority)
{
    if (policy == SCHED_FIFO || policy == SCHED_RR) return priority < 1 || priority > 99 ? -EINVAL : -EPERM;
    if (policy != SCHED_OTHER && policy != SCHED_BATCH && policy != SCHED_IDLE) return -EINVAL;
    if (priority) return -EINVAL;
    return may_change(p) ? 0 : -EPERM;
}

static s64 set_policy(u64 id, int policy, u64 user)
{
    struct process *p;
    int priority;
    s64 error;

    if (!user || policy < 0) return -EINVAL;
    error = one_or_self(id, &p);
    if (error) return error;
    return copy_in(&priority, user, 4) < 0 ? -EFAULT : check_policy(p, policy, priority);
}

s64 call_sched_setparam(u64 *a)
{
    return set_policy(a[0], SCHED_OTHER, a[1]);
}

s64 call_sched_setscheduler(u64 *a)
{
    return set_policy(a[0], a[1], a[2]);
}

s64 call_sched_getscheduler(u64 *a)
{
    struct process *p;

    return one_or_self(a[0], &p);
}

s64 call_sched_getparam(u64 *a)
{
    struct process *p;
    int priority = 0;
    s64 error = a[1] ? one_or_self(a[0], &p) : -EINVAL;

    return error ? error : copy_out(a[1], &priority, 4);
}

static s64 priority_bound(int policy, int real_time)
{
    if (policy == SCHED_FIFO || policy == SCHED_RR) return real_time;
    return policy == SCHED_OTHER || policy == SCHED_BATCH || policy == SCHED_IDLE ? 0 : -EINVAL;
}

s64 call_sched_get_priority_max(u64 *a)
{
    return priority_bound(a[0], 99);
}

s64 call_sched_get_priority_min(u64 *a)
{
    return priority_bound(a[0], 1);
}

/* struct sched_attr. Later kernels have more in it. */
struct scheduling {
    u32 size, policy;
    u64 flags;
    int nice;
    u32 priority;
    u64 runtime, deadline, period;
};

s64 call_sched_getattr(u64 *a)
{
    struct scheduling s;
    struct process *p;
    s64 error;

    if (!a[1] || (int)a[0] < 0 || a[2] < sizeof s || a[2] > PAGE_SIZE || (u32)a[3]) return -EINVAL;
    error = one_or_self(a[0], &p);
    if (error) return error;
    clear_bytes(&s, sizeof s);
    s.size = sizeof s;
    s.nice = p->nice;
    return copy_out(a[1], &s, sizeof s);
}

s64 call_sched_setattr(u64 *a)
{
    struct scheduling s;
    struct process *p;
    u32 size, own = sizeof s;
    s64 error;

    if (!a[1] || (int)a[0] < 0 || (u32)a[2]) return -EINVAL;
    if (copy_in(&size, a[1], 4) < 0) return -EFAULT;
    if (size == 0) size = sizeof s;
    error = size < sizeof s || size > PAGE_SIZE ? -E2BIG : rest_is_nothing(a[1] + sizeof s, size - sizeof s);
    if (error == -E2BIG) return copy_out(a[1], &own, 4) < 0 ? -EFAULT : -E2BIG;
    if (error) return error;
    if (copy_in(&s, a[1], sizeof s) < 0) return -EFAULT;
    if ((int)s.policy < 0) return -EINVAL;
    error = one_or_self(a[0], &p);
    if (!error) error = check_policy(p, s.policy, s.priority);
    if (error) return error;
    return set_nice(p, s.nice < -20 ? -20 : s.nice > 19 ? 19 : s.nice) ? -EPERM : 0;
}

/* How long a turn is. */
s64 call_sched_rr_get_interval(u64 *a)
{
    struct linux_time turn = { 0, 1000000000 / TICKS_PER_SECOND };
    struct process *p;
    s64 error = one_or_self(a[0], &p);

    return error ? error : copy_out(a[1], &turn, sizeof turn);
}

enum { IOPRIO_PROCESS = 1, IOPRIO_GROUP, IOPRIO_USER, IOPRIO_CLASS_SHIFT = 13, IOPRIO_BEST_EFFORT = 2, IOPRIO_IDLE = 3 };

/* There is no disk to queue for: what is set is kept and shown; if nothing is, the answer follows from the nice value. */
s64 call_ioprio_set(u64 *a)
{
    u32 class = (u32)a[2] >> IOPRIO_CLASS_SHIFT, level = a[2] & 7;
    struct process *p = current;
    s64 error = 0;

    if (class > IOPRIO_IDLE || (class == 0 && level) || (u32)a[0] < IOPRIO_PROCESS || (u32)a[0] > IOPRIO_USER) return -EINVAL;
    if (class == 1 && !may(CAP_SYS_ADMIN)) return -EPERM;
    if ((u32)a[0] == IOPRIO_PROCESS) error = one_or_self(a[1], &p);
    if (!error && !may_change(p)) error = -EPERM;
    if (!error) p->io_priority = a[2];
    return error;
}

s64 call_ioprio_get(u64 *a)
{
    struct process *p = current;
    s64 error = 0;

    if ((u32)a[0] < IOPRIO_PROCESS || (u32)a[0] > IOPRIO_USER) return -EINVAL;
    if ((u32)a[0] == IOPRIO_PROCESS) error = one_or_self(a[1], &p);
    if (error) return error;
    return p->io_priority ? p->io_priority : IOPRIO_BEST_EFFORT << IOPRIO_CLASS_SHIFT | (p->nice + 20) / 5;
}
