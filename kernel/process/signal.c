/* Signals: sending, what happens without a handler, and the way into one. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

#define UNBLOCKABLE (SIGNAL_BIT(SIGKILL) | SIGNAL_BIT(SIGSTOP))
#define STOPS (SIGNAL_BIT(SIGSTOP) | SIGNAL_BIT(SIGTSTP) | SIGNAL_BIT(SIGTTIN) | SIGNAL_BIT(SIGTTOU))
#define IGNORED (SIGNAL_BIT(SIGCHLD) | SIGNAL_BIT(SIGURG) | SIGNAL_BIT(SIGWINCH) | SIGNAL_BIT(SIGCONT))

static int is_ignored(struct process *p, int number)
{
    u64 handler = p->handlers->actions[number].handler;

    /* Process 1 gets what it has handlers for, and faults: neither SIGKILL nor SIGSTOP. */
    if (p == init_process && handler == SIG_DFL) return 1;
    if (SIGNAL_BIT(number) & UNBLOCKABLE) return 0;
    return handler == SIG_IGN || (handler == SIG_DFL && SIGNAL_BIT(number) & IGNORED);
}

/* ---- Sending ---- */

static void go_on(struct process *p)
{
    p->pending &= ~STOPS;
    if (p->state != STOPPED) return;
    p->continued = 1;
    make_ready(p);
    if (p->parent) wake_up(p->parent);
}

void signal_send(struct process *p, int number, int code, u64 value)
{
    if (p->state == ZOMBIE) return;
    if (number == SIGCONT) go_on(p);
    if (SIGNAL_BIT(number) & STOPS) p->pending &= ~SIGNAL_BIT(SIGCONT);
    /* A blocked signal stays, even if it would be ignored now: the mask may be sigwait's. */
    if (is_ignored(p, number) && !(p->blocked & SIGNAL_BIT(number))) return;
    p->pending |= SIGNAL_BIT(number);
    p->infos[number].code = code;
    p->infos[number].sender = current ? current->id : 0;
    p->infos[number].value = value;
    if (number == SIGKILL && p->state == STOPPED) make_ready(p);
    if (p->pending & ~p->blocked || p->waits_for & SIGNAL_BIT(number)) wake_process(p);
}

int signal_group(int group, int number)
{
    int slot, sent = 0;

    for (slot = 0; slot < processes_end; slot++) {
        if (!processes[slot] || processes[slot]->group != group || processes[slot]->state == ZOMBIE) continue;
        sent++;
        if (number) signal_send(processes[slot], number, SI_USER, 0);
    }
    return sent;
}

void signal_force(int number, int code, u64 address)
{
    struct signal_action *a = &current->handlers->actions[number];

    if (a->handler == SIG_IGN || current->blocked & SIGNAL_BIT(number)) {
        a->handler = SIG_DFL;
        current->blocked &= ~SIGNAL_BIT(number);
    }
    current->pending |= SIGNAL_BIT(number);
    current->forced |= SIGNAL_BIT(number);
    current->infos[number].code = code;
    current->infos[number].sender = 0;
    current->infos[number].value = address;
}

int signal_is_pending(void)
{
    return (current->pending & ~(current->blocked & ~UNBLOCKABLE)) != 0;
}

/*
 * With no memory left: the largest process goes, but not the first, and with it who shares its memory: the parent of
 * a vfork child waits for it, the child alone would leave the memory as it is. Root's goes when no others are left.
 * Whether there was one.
 */
int kill_largest(void)
{
    struct process *largest = NULL, *p;
    struct space *space;
    int slot;

    for (slot = 0; slot < processes_end; slot++) {
        p = processes[slot];
        if (!p || p == init_process || p->state == ZOMBIE || !p->space) continue;
        if (p->pending & SIGNAL_BIT(SIGKILL)) return 1;
        if (!largest || (p->who.user && !largest->who.user)) largest = p;
        else if (!p->who.user == !largest->who.user && p->space->resident > largest->space->resident) largest = p;
    }
    if (!largest) return 0;
    log_line(LOG_KILLED, "out of memory: killed %d (%s) with %lu KiB", largest->id, largest->name, largest->space->resident * 4);
    space = largest->space;
    for (slot = 0; slot < processes_end; slot++) {
        p = processes[slot];
        if (p && p != init_process && p->space == space) signal_send(p, SIGKILL, SI_KERNEL, 0);
    }
    return 1;
}

/* ---- Arriving ---- */

static void stop(int number)
{
    struct process *parent = current->parent;

    current->stop_signal = number;
    current->stop_reported = 0;
    current->state = STOPPED;
    if (parent) {
        if (!(parent->handlers->actions[SIGCHLD].flags & SA_NOCLDSTOP))
            signal_send(parent, SIGCHLD, CLD_STOPPED, number);
        wake_up(parent);
    }
    schedule();
}

static int ends_with_core(int number)
{
    return number == SIGQUIT || number == SIGILL || number == SIGTRAP || number == SIGABRT || number == SIGBUS || number == SIGFPE
        || number == SIGSEGV || number == SIGXCPU || number == SIGXFSZ || number == SIGSYS;
}

static int by_default(int number)
{
    if (number == SIGCONT) return 0;
    if (SIGNAL_BIT(number) & STOPS) {
        stop(number);
        return 0;
    }
    if (SIGNAL_BIT(number) & IGNORED) return 0;
    /* No core is written, so 0x80 is not set either. */
    if (ends_with_core(number)) log_line(LOG_DEBUG, "%d (%s) ended by signal %d", current->id, current->name, number);
    exit_process(number);
    return 0;
}

/* siginfo_t: number, errno, code, then what depends on the signal. */
static void put_info(u8 *info, int number, struct signal_info *from)
{
    u32 words[8];

    clear_bytes(info, 128);
    clear_bytes(words, sizeof words);
    words[0] = number;
    words[2] = from->code;
    if (from->sender == 0 && from->code > 0 && from->code < SI_KERNEL) {
        words[4] = from->value;
        words[5] = from->value >> 32;
    } else {
        words[4] = from->sender;
        words[5] = 0;
        /* A child's status as siginfo has it; or the value of sigqueue. */
        words[6] = number == SIGCHLD ? (from->code == CLD_EXITED ? from->value >> 8 & 0xff : from->value & 0x7f) : from->value;
        words[7] = number == SIGCHLD ? 0 : from->value >> 32;
    }
    copy_bytes(info, words, sizeof words);
}

static void enter_handler(struct frame *f, int number, struct signal_action *a)
{
    struct signal_delivery d;
    u64 sp = frame_sp(f), base = current->alternate[0], size = current->alternate[2];
    int on_alternate = !(current->alternate[1] & SS_DISABLE) && sp > base && sp <= base + size;

    d.number = number;
    d.handler = a->handler;
    d.flags = a->flags;
    d.restorer = a->restorer ? a->restorer : SIGNAL_CODE;
    d.old_mask = current->restores_mask ? current->saved_mask : current->blocked;
    d.stack = a->flags & SA_ONSTACK && !(current->alternate[1] & SS_DISABLE) && !on_alternate ? base + size : sp;
    copy_bytes(d.alternate, current->alternate, sizeof d.alternate);
    if (on_alternate) d.alternate[1] = SS_ONSTACK;
    put_info(d.info, number, &current->infos[number]);
    current->restores_mask = 0;
    cpu_state_save(&current->cpu);
    if (arch_signal_enter(f, &current->cpu, &d) < 0) {
        log_line(LOG_KILLED, "%d (%s): no stack for the handler of signal %d", current->id, current->name, number);
        exit_process(SIGSEGV);
    }
    cpu_state_load(&current->cpu);
    current->blocked |= a->mask | (a->flags & SA_NODEFER ? 0 : SIGNAL_BIT(number));
    current->blocked &= ~UNBLOCKABLE;
    if (a->flags & SA_RESETHAND) a->handler = SIG_DFL;
}

/* An interrupted call is made again, unless a handler without SA_RESTART wants to know. */
static void end_call(struct frame *f, u64 number, u64 argument0, struct signal_action *a)
{
    if (a && !(a->flags & SA_RESTART)) frame_set_result(f, -EINTR);
    else frame_restart_call(f, number, argument0);
}

void signal_deliver(struct frame *f, u64 number, u64 argument0, int in_call)
{
    struct signal_action *a;
    u64 waiting;
    int signal, forced;

    while ((waiting = current->pending & ~(current->blocked & ~UNBLOCKABLE))) {
        for (signal = 1; !(waiting & SIGNAL_BIT(signal)); signal++)
            ;
        if (waiting & SIGNAL_BIT(SIGKILL)) signal = SIGKILL;
        current->pending &= ~SIGNAL_BIT(signal);
        forced = (current->forced & SIGNAL_BIT(signal)) != 0;
        current->forced &= ~SIGNAL_BIT(signal);
        a = &current->handlers->actions[signal];
        if (!forced && is_ignored(current, signal)) continue;
        if (a->handler == SIG_DFL || signal == SIGKILL || signal == SIGSTOP) {
            by_default(signal);
            continue;
        }
        if (in_call) end_call(f, number, argument0, a);
        in_call = 0;
        enter_handler(f, signal, a);
    }
    if (current->restores_mask) {
        current->blocked = current->saved_mask;
        current->restores_mask = 0;
    }
    if (in_call) end_call(f, number, argument0, NULL);
}
