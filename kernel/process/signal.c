/* Signals: sending, what happens without a handler, and the way into one. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

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

/* ---- Handlers ---- */

struct handlers *handlers_copy(struct handlers *from)
{
    struct handlers *h = allocate(sizeof *h);

    if (!h) return NULL;
    *h = *from;
    h->holders = 1;
    return h;
}

void handlers_reset(struct handlers *h)
{
    int i;

    for (i = 1; i <= SIGNALS; i++) {
        if (h->actions[i].handler != SIG_IGN) h->actions[i].handler = SIG_DFL;
        h->actions[i].flags = 0;
        h->actions[i].mask = 0;
    }
}

void handlers_release(struct handlers *h)
{
    if (--h->holders == 0) release(h);
}

/* ---- What a thread must attend to ---- */

u64 signals_pending(void)
{
    return current_thread->pending.set | current->pending.set;
}

static u64 deliverable(void)
{
    return signals_pending() & ~(current_thread->blocked & ~UNBLOCKABLE);
}

static int must_end(void)
{
    return current->is_ending || (current->remaining && current->remaining != current_thread);
}

int signal_is_fatal(void)
{
    return must_end() || signals_pending() & SIGNAL_BIT(SIGKILL);
}

int signal_is_pending(void)
{
    return must_end() || current->is_stopped || deliverable();
}

/* ---- Sending ---- */

struct queued {
    struct queued *next;
    int number;
    struct signal_info info;
};

/* Behind what is there. */
static int enqueue(struct pending *to, int number, struct signal_info *info)
{
    struct queued **at, *q = allocate(sizeof *q);

    if (!q) return -EAGAIN;
    q->number = number;
    q->info = *info;
    for (at = &to->queue; *at; at = &(*at)->next)
        ;
    *at = q;
    to->queue_length++;
    return 0;
}

/* The next one of this number, which was taken; whether there is one. */
static int dequeue(struct pending *from, int number, struct signal_info *info)
{
    struct queued **at, *q;

    for (at = &from->queue; (q = *at); at = &q->next) {
        if (q->number != number) continue;
        *info = q->info;
        *at = q->next;
        from->queue_length--;
        release(q);
        return 1;
    }
    return 0;
}

void signal_forget(struct pending *from, u64 set)
{
    struct signal_info info;
    int number;

    for (number = REAL_TIME_SIGNALS; from->queue && number <= SIGNALS; number++)
        while (set & SIGNAL_BIT(number) && dequeue(from, number, &info))
            ;
    from->set &= ~set;
}

void signal_discard(struct process *p, u64 set)
{
    struct thread *t;

    signal_forget(&p->pending, set);
    for (t = p->threads; t; t = t->next) signal_forget(&t->pending, set);
}

static void go_on(struct process *p)
{
    struct thread *t;

    signal_discard(p, STOPS);
    if (!p->is_stopped) return;
    p->is_stopped = 0;
    p->continued = 1;
    for (t = p->threads; t; t = t->next)
        if (t->state == STOPPED) make_ready(t);
    if (p->parent) wake_up(p->parent);
}

static int takes(struct thread *t, u64 set)
{
    return t->state != ENDED && set & (~(t->blocked & ~UNBLOCKABLE) | t->waits_for);
}

/* Wakes a thread that will take one of these signals of its process: the first one by preference. */
static void wake_taker(struct process *p, u64 set)
{
    struct thread *t = p->leader;

    if (!takes(t, set))
        for (t = p->threads; t && !takes(t, set); t = t->next)
            ;
    if (t) wake_thread(t);
}

/* `t`: the only thread it is for; NULL: any of the process. */
int signal_send_info(struct process *p, struct thread *t, int number, struct signal_info *info)
{
    struct pending *pending = t ? &t->pending : &p->pending;
    int error = 0;

    if (!p->alive || (t && t->state == ENDED)) return 0;
    if (number == SIGCONT) go_on(p);
    if (SIGNAL_BIT(number) & STOPS) signal_discard(p, SIGNAL_BIT(SIGCONT));
    /* A blocked signal stays, even if it would be ignored now: the mask may be sigwait's. */
    if (is_ignored(p, number) && !((t ? t : p->leader)->blocked & SIGNAL_BIT(number))) return 0;
    if (!(pending->set & SIGNAL_BIT(number))) {
        pending->set |= SIGNAL_BIT(number);
        pending->infos[number] = *info;
    } else if (number >= REAL_TIME_SIGNALS) {
        error = (u64)pending->queue_length < p->limits[RLIMIT_SIGPENDING] ? enqueue(pending, number, info) : -EAGAIN;
    }
    signalfds_notice();
    if (number == SIGKILL) end_threads(p);
    else if (!t) wake_taker(p, SIGNAL_BIT(number));
    else if (takes(t, SIGNAL_BIT(number))) wake_thread(t);
    return error;
}

static void send(struct process *p, struct thread *t, int number, int code, u64 value)
{
    struct signal_info info;

    info.code = code;
    info.sender = current ? current->id : 0;
    info.user = current ? current->who.user : 0;
    info.value = value;
    signal_send_info(p, t, number, &info);
}

void signal_send(struct process *p, int number, int code, u64 value)
{
    send(p, NULL, number, code, value);
}

void signal_send_thread(struct thread *t, int number, int code, u64 value)
{
    send(t->process, t, number, code, value);
}

int signal_group(int group, int number)
{
    int slot, sent = 0;

    for (slot = 0; slot < processes_end; slot++) {
        if (!processes[slot] || processes[slot]->group != group || !processes[slot]->alive) continue;
        sent++;
        if (number) signal_send(processes[slot], number, SI_USER, 0);
    }
    return sent;
}

void signal_force(int number, int code, u64 address)
{
    struct signal_action *a = &current->handlers->actions[number];
    struct thread *t = current_thread;

    if (a->handler == SIG_IGN || t->blocked & SIGNAL_BIT(number)) {
        a->handler = SIG_DFL;
        t->blocked &= ~SIGNAL_BIT(number);
    }
    t->pending.set |= SIGNAL_BIT(number);
    t->forced |= SIGNAL_BIT(number);
    t->pending.infos[number].code = code;
    t->pending.infos[number].sender = 0;
    t->pending.infos[number].value = address;
}

int signal_is_held(int number)
{
    return current_thread->blocked & SIGNAL_BIT(number) || current->handlers->actions[number].handler == SIG_IGN;
}

/* The process's signals that this thread was to take may be waiting for another one now. */
void signal_set_mask(u64 mask)
{
    u64 given_up = current->pending.set & mask & ~current_thread->blocked;

    current_thread->blocked = mask & ~UNBLOCKABLE;
    if (given_up && current->alive > 1) wake_taker(current, given_up);
}

void signal_wait_mask(u64 mask)
{
    current_thread->saved_mask = current_thread->blocked;
    current_thread->restores_mask = 1;
    signal_set_mask(mask);
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
        if (!p || p == init_process || !p->alive || !p->space) continue;
        if (p->is_ending || p->pending.set & SIGNAL_BIT(SIGKILL)) return 1;
        if (!largest || (p->who.user && !largest->who.user)) largest = p;
        else if (!p->who.user == !largest->who.user && space_memory(p->space) > space_memory(largest->space)) largest = p;
    }
    if (!largest) return 0;
    log_line(LOG_KILLED, "out of memory: killed %d (%s) with %lu KiB", largest->id, largest->leader->name, space_memory(largest->space) * 4);
    space = largest->space;
    for (slot = 0; slot < processes_end; slot++) {
        p = processes[slot];
        if (p && p != init_process && p->space == space) signal_send(p, SIGKILL, SI_KERNEL, 0);
    }
    return 1;
}

/* ---- Arriving ---- */

/* All threads come to rest on their way to the program; none of them gets there before this is known. */
static void stop(int number)
{
    struct process *parent = current->parent;
    struct thread *t;

    current->is_stopped = 1;
    current->stop_signal = number;
    current->stop_reported = 0;
    for (t = current->threads; t; t = t->next) wake_thread(t);
    if (!parent) return;
    if (!(parent->handlers->actions[SIGCHLD].flags & SA_NOCLDSTOP)) signal_send(parent, SIGCHLD, CLD_STOPPED, number);
    wake_up(parent);
}

static void rest(void)
{
    current_thread->state = STOPPED;
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
        if (number != SIGSTOP && group_is_orphaned()) return 0;
        stop(number);
        return 0;
    }
    if (SIGNAL_BIT(number) & IGNORED) return 0;
    /* No core is written, so 0x80 is not set either. */
    if (ends_with_core(number)) log_line(LOG_DEBUG, "%d (%s) ended by signal %d", current_thread->id, current_thread->name, number);
    exit_process(number);
    return 0;
}

/* siginfo_t: number, errno, code, then what depends on the signal. */
void signal_put_info(u8 *info, int number, struct signal_info *from)
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
        words[5] = from->user;
        /* A child's status as siginfo has it; or the value of sigqueue. */
        words[6] = number == SIGCHLD ? (from->code == CLD_EXITED ? from->value >> 8 & 0xff : from->value & 0x7f) : from->value;
        words[7] = number == SIGCHLD ? 0 : from->value >> 32;
    }
    copy_bytes(info, words, sizeof words);
}

static void enter_handler(struct frame *f, int number, struct signal_action *a, struct signal_info *info)
{
    struct signal_delivery d;
    struct thread *t = current_thread;
    u64 sp = frame_sp(f), base = t->alternate[0], size = t->alternate[2];
    int on_alternate = !(t->alternate[1] & SS_DISABLE) && sp > base && sp <= base + size;

    d.number = number;
    d.handler = a->handler;
    d.flags = a->flags;
    d.restorer = a->restorer ? a->restorer : SIGNAL_CODE;
    d.old_mask = t->restores_mask ? t->saved_mask : t->blocked;
    d.stack = a->flags & SA_ONSTACK && !(t->alternate[1] & SS_DISABLE) && !on_alternate ? base + size : sp;
    copy_bytes(d.alternate, t->alternate, sizeof d.alternate);
    if (on_alternate) d.alternate[1] = SS_ONSTACK;
    signal_put_info(d.info, number, info);
    t->restores_mask = 0;
    t->remakes_call = 0;
    cpu_state_save(&t->cpu);
    if (arch_signal_enter(f, &t->cpu, &d) < 0) {
        log_line(LOG_KILLED, "%d (%s): no stack for the handler of signal %d", t->id, t->name, number);
        exit_process(SIGSEGV);
    }
    cpu_state_load(&t->cpu);
    signal_set_mask(t->blocked | a->mask | (a->flags & SA_NODEFER ? 0 : SIGNAL_BIT(number)));
    if (a->flags & SA_RESETHAND) a->handler = SIG_DFL;
}

/* An interrupted call is made again, unless a handler wants to know: one without SA_RESTART, or any if the call asks for it. */
static void end_call(struct frame *f, u64 number, u64 argument0, s64 result, struct signal_action *a)
{
    if (a && (result == -ERESTART_QUIETLY || !(a->flags & SA_RESTART))) {
        frame_set_result(f, -EINTR);
        return;
    }
    frame_restart_call(f, number, argument0);
    current_thread->remakes_call = 1;
}

static int take_from(struct pending *from, u64 set, struct signal_info *info)
{
    int number = 1;

    set &= from->set;
    if (!set) return 0;
    while (!(set & SIGNAL_BIT(number))) number++;
    *info = from->infos[number];
    if (!dequeue(from, number, &from->infos[number])) from->set &= ~SIGNAL_BIT(number);
    return number;
}

int signal_take(u64 set, struct signal_info *info)
{
    int number = take_from(&current_thread->pending, set, info);

    return number ? number : take_from(&current->pending, set, info);
}

static int next_signal(struct signal_info *info)
{
    return signals_pending() & SIGNAL_BIT(SIGKILL) ? signal_take(SIGNAL_BIT(SIGKILL), info) : signal_take(deliverable(), info);
}

/* `result`: 0, or that of a call which was interrupted; then its number and first argument. */
void signal_deliver(struct frame *f, u64 number, u64 argument0, s64 result)
{
    struct signal_action *a;
    struct signal_info info;
    int signal, forced;

    while (signal_is_pending()) {
        if (must_end()) exit_thread(current->status);
        if (current->is_stopped) {
            rest();
            continue;
        }
        signal = next_signal(&info);
        forced = (current_thread->forced & SIGNAL_BIT(signal)) != 0;
        current_thread->forced &= ~SIGNAL_BIT(signal);
        a = &current->handlers->actions[signal];
        if (!forced && is_ignored(current, signal)) continue;
        if (a->handler == SIG_DFL || signal == SIGKILL || signal == SIGSTOP) {
            by_default(signal);
            continue;
        }
        if (result) end_call(f, number, argument0, result, a);
        result = 0;
        enter_handler(f, signal, a, &info);
    }
    if (current_thread->restores_mask) {
        current_thread->restores_mask = 0;
        signal_set_mask(current_thread->saved_mask);
    }
    if (result) end_call(f, number, argument0, result, NULL);
}
