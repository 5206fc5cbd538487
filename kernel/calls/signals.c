/* rt_sigaction and its relatives, kill. */
#include "base.h"
#include "memory.h"
#include "process.h"
#include "system.h"

static int is_signal(u64 number)
{
    return (int)number >= 1 && (int)number <= SIGNALS;
}

/* Linux's order differs with whether there is a restorer, but the machines agree on these four words. */
static s64 put_action(u64 user, struct signal_action *a)
{
    u64 words[4];

    words[0] = a->handler;
    words[1] = a->flags;
    words[ACTION_RESTORER] = a->restorer;
    words[ACTION_MASK] = a->mask;
    return copy_out(user, words, ACTION_WORDS * 8);
}

static s64 get_action(u64 user, struct signal_action *a)
{
    u64 words[4];

    clear_bytes(words, sizeof words);
    if (copy_in(words, user, ACTION_WORDS * 8) < 0) return -EFAULT;
    a->handler = words[0];
    a->flags = words[1];
    a->restorer = a->flags & SA_RESTORER ? words[ACTION_RESTORER] : 0;
    a->mask = words[ACTION_MASK] & ~UNBLOCKABLE;
    return 0;
}

s64 call_rt_sigaction(u64 *a)
{
    struct signal_action new, old;
    int number = a[0];

    if (!is_signal(a[0]) || a[3] != 8) return -EINVAL;
    if (a[1] && SIGNAL_BIT(number) & UNBLOCKABLE) return -EINVAL;
    old = current->handlers->actions[number];
    if (a[1] && get_action(a[1], &new) < 0) return -EFAULT;
    if (a[2] && put_action(a[2], &old) < 0) return -EFAULT;
    if (a[1]) {
        current->handlers->actions[number] = new;
        if (new.handler == SIG_IGN || (new.handler == SIG_DFL && number == SIGCHLD)) signal_discard(current, SIGNAL_BIT(number));
    }
    return 0;
}

s64 call_rt_sigprocmask(u64 *a)
{
    u64 old = current_thread->blocked, set;

    if (a[3] != 8) return -EINVAL;
    if (a[1]) {
        if (copy_in(&set, a[1], 8) < 0) return -EFAULT;
        switch ((int)a[0]) {
        case SIG_BLOCK: set |= old; break;
        case SIG_UNBLOCK: set = old & ~set; break;
        case SIG_SETMASK: break;
        default: return -EINVAL;
        }
        signal_set_mask(set);
    }
    return a[2] ? copy_out(a[2], &old, 8) : 0;
}

s64 call_rt_sigpending(u64 *a)
{
    u64 set = signals_pending() & current_thread->blocked;

    return a[1] > 8 ? -EINVAL : copy_out(a[0], &set, a[1]);
}

static s64 wait_for_signal(void)
{
    while (!signal_is_pending()) sleep_on(&current_thread->pending, 0);
    return -ERESTART_QUIETLY;
}

s64 call_rt_sigsuspend(u64 *a)
{
    u64 mask;

    if (a[1] != 8) return -EINVAL;
    if (copy_in(&mask, a[0], 8) < 0) return -EFAULT;
    signal_wait_mask(mask);
    return wait_for_signal();
}

s64 call_pause(u64 *a)
{
    (void)a;
    return wait_for_signal();
}

s64 call_rt_sigtimedwait(u64 *a)
{
    struct thread *t = current_thread;
    u64 set, time, until = 0, info[16];
    struct signal_info found;
    int number, error;

    if (a[3] != 8) return -EINVAL;
    if (copy_in(&set, a[0], 8) < 0) return -EFAULT;
    if (a[2]) {
        error = time_in(a[2], &time);
        if (error) return error;
        until = arch_nanoseconds() + time + 1;
    }
    set &= ~UNBLOCKABLE;
    while (!(number = signal_take(set, &found))) {
        if (until && arch_nanoseconds() >= until) return -EAGAIN;
        t->waits_for = set;
        error = sleep_on(&t->pending, until);
        t->waits_for = 0;
        if (error && !(signals_pending() & set)) return -EINTR;
    }
    if (a[1]) {
        signal_put_info((u8 *)info, number, &found);
        if (copy_out(a[1], info, sizeof info) < 0) return -EFAULT;
    }
    return number;
}

s64 call_rt_sigreturn(u64 *a)
{
    u64 mask;

    (void)a;
    cpu_state_save(&current_thread->cpu);
    if (arch_signal_return(current_thread->frame, &current_thread->cpu, &mask) < 0) {
        signal_force(SIGSEGV, SI_KERNEL, 0);
        return KEEP_FRAME;
    }
    cpu_state_load(&current_thread->cpu);
    signal_set_mask(mask);
    return KEEP_FRAME;
}

s64 call_sigaltstack(u64 *a)
{
    u64 new[3], old[3], sp = frame_sp(current_thread->frame);
    int used = !(current_thread->alternate[1] & SS_DISABLE) && sp > current_thread->alternate[0] && sp <= current_thread->alternate[0] + current_thread->alternate[2];

    copy_bytes(old, current_thread->alternate, sizeof old);
    if (used) old[1] |= SS_ONSTACK;
    if (a[0]) {
        if (copy_in(new, a[0], sizeof new) < 0) return -EFAULT;
        if (used) return -EPERM;
        new[1] = (u32)new[1];
        if (new[1] & ~(u64)SS_DISABLE) return -EINVAL;
        if (!(new[1] & SS_DISABLE) && new[2] < MINSIGSTKSZ) return -ENOMEM;
        copy_bytes(current_thread->alternate, new, sizeof new);
    }
    return a[1] ? copy_out(a[1], old, sizeof old) : 0;
}

/* ---- kill ---- */

static s64 kill_all(int number)
{
    int slot, sent = 0;

    for (slot = 0; slot < processes_end; slot++) {
        if (!processes[slot] || processes[slot] == init_process || processes[slot] == current || !processes[slot]->alive) continue;
        if (!may_signal(processes[slot], number)) continue;
        if (number) signal_send(processes[slot], number, SI_USER, 0);
        sent++;
    }
    return sent ? 0 : -ESRCH;
}

/* To all of a group to whom it may go. */
static s64 kill_group(int group, int number)
{
    s64 result = -ESRCH;
    int slot;

    for (slot = 0; slot < processes_end; slot++) {
        if (!processes[slot] || processes[slot]->group != group || !processes[slot]->alive) continue;
        if (!may_signal(processes[slot], number)) {
            if (result == -ESRCH) result = -EPERM;
            continue;
        }
        if (number) signal_send(processes[slot], number, SI_USER, 0);
        result = 0;
    }
    return result;
}

/* The id of any thread stands for its process. */
static s64 kill_one(int id, int number)
{
    struct thread *t = thread_find(id);

    if (!t) return -ESRCH;
    if (!may_signal(t->process, number)) return -EPERM;
    if (number) signal_send(t->process, number, SI_USER, 0);
    return 0;
}

/* `process`: whose thread it must be; 0: anybody's. */
static s64 kill_thread(int process, int id, int number)
{
    struct thread *t = thread_find(id);

    if (number != 0 && !is_signal(number)) return -EINVAL;
    if (!t || (process && t->process->id != process)) return -ESRCH;
    if (!may_signal(t->process, number)) return -EPERM;
    if (number) signal_send_thread(t, number, SI_TKILL, 0);
    return 0;
}

s64 call_kill(u64 *a)
{
    int id = a[0], number = a[1];

    if (number != 0 && !is_signal(number)) return -EINVAL;
    if (id == -1) return kill_all(number);
    if (id == 0) return kill_group(current->group, number);
    if (id < 0) return id != (int)0x80000000 ? kill_group(-id, number) : -ESRCH;
    return kill_one(id, number);
}

/* ---- The same with a value ---- */

/* Nobody may look like the kernel or kill to others. */
s64 signal_info_in(u64 user, struct process *to, struct signal_info *info)
{
    u32 words[32];

    if (copy_in(words, user, sizeof words) < 0) return -EFAULT;
    info->code = words[2];
    info->sender = words[4];
    info->user = words[5];
    info->value = words[6] | (u64)words[7] << 32;
    return (info->code >= 0 || info->code == SI_TKILL) && to != current ? -EPERM : 0;
}

static s64 queue(struct thread *t, struct thread *only, int number, u64 user)
{
    struct signal_info info;
    s64 error;

    if (number != 0 && !is_signal(number)) return -EINVAL;
    if (!t) return -ESRCH;
    error = signal_info_in(user, t->process, &info);
    if (error) return error;
    if (!may_signal(t->process, number)) return -EPERM;
    return number ? signal_send_info(t->process, only, number, &info) : 0;
}

s64 call_rt_sigqueueinfo(u64 *a)
{
    return queue(thread_find(a[0]), NULL, a[1], a[2]);
}

s64 call_rt_tgsigqueueinfo(u64 *a)
{
    struct thread *t = thread_find(a[1]);

    if ((int)a[0] <= 0 || (int)a[1] <= 0) return -EINVAL;
    if (t && t->process->id != (int)a[0]) t = NULL;
    return queue(t, t, a[2], a[3]);
}

s64 call_tkill(u64 *a)
{
    return (int)a[0] <= 0 ? -EINVAL : kill_thread(0, a[0], a[1]);
}

s64 call_tgkill(u64 *a)
{
    return (int)a[0] <= 0 || (int)a[1] <= 0 ? -EINVAL : kill_thread(a[0], a[1], a[2]);
}
