/* prctl: what a process says about itself; personality. */
#include "base.h"
#include "memory.h"
#include "process.h"
#include "system.h"

enum { PR_SET_PDEATHSIG = 1, PR_GET_PDEATHSIG, PR_GET_DUMPABLE, PR_SET_DUMPABLE, PR_GET_KEEPCAPS = 7, PR_SET_KEEPCAPS, PR_GET_TIMING = 13, PR_SET_TIMING,
       PR_SET_NAME, PR_GET_NAME, PR_GET_SECCOMP = 21, PR_CAPBSET_READ = 23, PR_CAPBSET_DROP, PR_GET_SECUREBITS = 27, PR_SET_SECUREBITS,
       PR_SET_TIMERSLACK, PR_GET_TIMERSLACK, PR_SET_CHILD_SUBREAPER = 36, PR_GET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS,
       PR_GET_TID_ADDRESS, PR_SET_THP_DISABLE, PR_GET_THP_DISABLE, PR_CAP_AMBIENT = 47 };

#define DEFAULT_SLACK 50000

enum { AMBIENT_IS_SET = 1, AMBIENT_RAISE, AMBIENT_LOWER, AMBIENT_CLEAR_ALL };

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

/* PR_SET_KEEPCAPS is a bit of these. */
static s64 keep_capabilities(u64 value)
{
    struct credentials *c = &current->who;

    if (value > 1) return -EINVAL;
    if (c->secure_bits & SECURE_KEEP_CAPS_LOCKED) return -EPERM;
    c->secure_bits = (c->secure_bits & ~SECURE_KEEP_CAPS) | (value ? SECURE_KEEP_CAPS : 0);
    return 0;
}

/* Every second bit says that the one below it and it itself stay what they are. */
static s64 set_secure_bits(u64 bits)
{
    struct credentials *c = &current->who;
    u32 locks = c->secure_bits & SECURE_LOCKS;

    if (bits & ~(u64)SECURE_BITS || (c->secure_bits ^ bits) & (locks | locks >> 1) || !may(CAP_SETPCAP)) return -EPERM;
    c->secure_bits = bits;
    return 0;
}

/* Ambient capabilities are of those that come through an exec, and no process has any. */
static s64 ambient(u64 what, u64 number)
{
    if (what == AMBIENT_CLEAR_ALL) return number ? -EINVAL : 0;
    if (what < AMBIENT_IS_SET || what > AMBIENT_LOWER || number > CAP_LAST) return -EINVAL;
    return what == AMBIENT_RAISE ? -EPERM : 0;
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
    case PR_GET_KEEPCAPS: return (c->secure_bits & SECURE_KEEP_CAPS) != 0;
    case PR_SET_KEEPCAPS: return keep_capabilities(a[1]);
    case PR_GET_SECUREBITS: return c->secure_bits;
    case PR_SET_SECUREBITS: return set_secure_bits(a[1]);
    case PR_GET_TIMING: return 0;
    case PR_SET_TIMING: return a[1] ? -EINVAL : 0;
    case PR_GET_SECCOMP: return 0;
    /* Timers are never late on purpose: what is set is shown. */
    case PR_GET_TIMERSLACK: return current_thread->timer_slack ? current_thread->timer_slack : DEFAULT_SLACK;
    case PR_SET_TIMERSLACK:
        current_thread->timer_slack = (s64)a[1] <= 0 ? 0 : a[1];
        return 0;
    case PR_GET_TID_ADDRESS: return copy_out(a[1], &current_thread->child_tid, 8);
    /* There are no huge pages. */
    case PR_GET_THP_DISABLE: return a[1] || a[2] || a[3] || a[4] ? -EINVAL : current->disables_huge_pages;
    case PR_SET_THP_DISABLE:
        if (a[2] || a[3] || a[4]) return -EINVAL;
        current->disables_huge_pages = a[1] != 0;
        return 0;
    case PR_CAP_AMBIENT: return a[3] || a[4] ? -EINVAL : ambient(a[1], a[2]);
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
