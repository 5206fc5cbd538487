/* prctl: what a process says about itself; personality. */
#include "base.h"
#include "memory.h"
#include "process.h"
#include "system.h"

enum { PR_SET_PDEATHSIG = 1, PR_GET_PDEATHSIG, PR_GET_DUMPABLE, PR_SET_DUMPABLE, PR_GET_KEEPCAPS = 7, PR_SET_KEEPCAPS,
       PR_SET_NAME = 15, PR_GET_NAME, PR_CAPBSET_READ = 23, PR_CAPBSET_DROP, PR_SET_CHILD_SUBREAPER = 36, PR_GET_CHILD_SUBREAPER,
       PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS };

static s64 set_name(u64 user)
{
    char name[PROCESS_NAME];

    clear_bytes(name, sizeof name);
    if (copy_in_string(name, user, PROCESS_NAME - 1) == -EFAULT) return -EFAULT;
    name[PROCESS_NAME - 1] = 0;
    copy_bytes(current_thread->name, name, PROCESS_NAME);
    return 0;
}

static s64 set_flag(int *flag, u64 value)
{
    if (value > 1) return -EINVAL;
    *flag = value;
    return 0;
}

static s64 put_number(u64 user, int number)
{
    return copy_out(user, &number, 4);
}

static s64 set_death_signal(u64 number)
{
    if (number > SIGNALS) return -EINVAL;
    current->death_signal = number;
    return 0;
}

static s64 drop_bounding(u64 number)
{
    if (!may(CAP_SETPCAP)) return -EPERM;
    if (number > CAP_LAST) return -EINVAL;
    current->who.bounding &= ~CAPABILITY(number);
    return 0;
}

s64 call_prctl(u64 *a)
{
    struct credentials *c = &current->who;

    switch ((u32)a[0]) {
    case PR_SET_NAME: return set_name(a[1]);
    case PR_GET_NAME: return copy_out(a[1], current_thread->name, PROCESS_NAME);
    case PR_SET_PDEATHSIG: return set_death_signal(a[1]);
    case PR_GET_PDEATHSIG: return put_number(a[1], current->death_signal);
    case PR_GET_DUMPABLE: return c->dumpable;
    case PR_SET_DUMPABLE: return set_flag(&c->dumpable, a[1]);
    case PR_GET_KEEPCAPS: return c->keeps_capabilities;
    case PR_SET_KEEPCAPS: return set_flag(&c->keeps_capabilities, a[1]);
    case PR_CAPBSET_READ: return a[1] > CAP_LAST ? -EINVAL : (s64)(c->bounding >> a[1] & 1);
    case PR_CAPBSET_DROP: return drop_bounding(a[1]);
    case PR_SET_CHILD_SUBREAPER:
        current->takes_orphans = a[1] != 0;
        return 0;
    case PR_GET_CHILD_SUBREAPER: return put_number(a[1], current->takes_orphans);
    /* There is no way back from this one. */
    case PR_SET_NO_NEW_PRIVS: return a[1] != 1 || a[2] || a[3] || a[4] ? -EINVAL : set_flag(&c->no_new_privileges, 1);
    case PR_GET_NO_NEW_PRIVS: return a[1] || a[2] || a[3] || a[4] ? -EINVAL : c->no_new_privileges;
    }
    return -EINVAL;
}

/* 0xffffffff asks only. The other personalities are those of systems that this one is not. */
s64 call_personality(u64 *a)
{
    u32 old = current->personality;

    if ((u32)a[0] != 0xffffffff) current->personality = a[0];
    return old;
}
