/* Whose turn it is. A thread that waits leaves the ready list; with nobody ready its stack is where the kernel waits. */
#include "base.h"
#include "checks.h"
#include "files.h"
#include "memory.h"
#include "process.h"

u64 ticks, ticks_busy;
u64 changes = 1;
u64 switches, loads[3];
const char any_change = 0;

/*
 * Root's and all others' in turn, as long as both want to run: however many threads an unprivileged user starts, root has half of
 * the time to end them.
 */
enum { OF_ROOT, OF_OTHERS };

static struct thread *ready_first[2], *ready_last[2];
static int last_turn;
static u64 next_wake = ~0UL;           /* no timed sleep or alarm ends before */

void make_ready(struct thread *t)
{
    int who = t->process->who.user == 0 ? OF_ROOT : OF_OTHERS;

    t->state = RUNNABLE;
    t->ready_next = NULL;
    if (ready_last[who]) ready_last[who]->ready_next = t;
    else ready_first[who] = t;
    ready_last[who] = t;
}

static struct thread *take_ready(void)
{
    int who = ready_first[!last_turn] ? !last_turn : last_turn;
    struct thread *t = ready_first[who];

    if (!t) return NULL;
    ready_first[who] = t->ready_next;
    if (!ready_first[who]) ready_last[who] = NULL;
    last_turn = who;
    return t;
}

/* ---- Time ---- */

void note_time(u64 at)
{
    if (at && at < next_wake) next_wake = at;
}

/* How many threads want to run, on average over 1, 5 and 15 minutes: looked at each LOAD_STEP seconds, of which the older ones count less. */
static void check_loads(u64 now)
{
    static const u64 kept[3] = { 1884, 2014, 2037 };      /* of 2048: e to the power of -5/60, -5/300, -5/900 */
    static u64 next;
    u64 active = 0;
    int slot, n;

    if (now < next) return;
    for (slot = 0; slot < threads_end; slot++) active += threads[slot] && threads[slot]->state == RUNNABLE;
    for (n = 0; next && n < 3; n++) loads[n] = (loads[n] * kept[n] + active * LOAD_ONE * (2048 - kept[n])) / 2048;
    next = now + LOAD_STEP * 1000000000UL;
}

static void check_times(void)
{
    u64 now = arch_nanoseconds();
    struct process *p;
    struct thread *t;
    int slot;

    check_loads(now);
    if (now < next_wake) return;
    next_wake = ~0UL;
    note_time(timerfds_check(now));
    for (slot = 0; slot < threads_end; slot++) {
        t = threads[slot];
        if (!t || t->state != SLEEPING) continue;
        if (t->wake_at && t->wake_at <= now) wake_thread(t);
        else note_time(t->wake_at);
    }
    for (slot = 0; slot < processes_end; slot++) {
        p = processes[slot];
        if (!p || !p->alive) continue;
        if (p->alarm_at && p->alarm_at <= now) {
            p->alarm_at = p->alarm_interval ? now + p->alarm_interval : 0;
            signal_send(p, SIGALRM, SI_KERNEL, 0);
        }
        note_time(p->alarm_at);
        note_time(timers_check(p, now));
    }
}

void alarm_set(u64 at, u64 interval)
{
    current->alarm_at = at;
    current->alarm_interval = interval;
    note_time(at);
}

void schedule_tick(void)
{
    ticks++;
    console_poll();
    check_times();
}

/* ---- Turns ---- */

static u64 turn_began;

/* A tick that comes at once was due while another one was in a long call: it does not count. */
int turn_is_over(void)
{
    return arch_nanoseconds() - turn_began >= 1000000000 / TICKS_PER_SECOND / 2;
}

static void switch_to(struct thread *next)
{
    struct thread *before = current_thread;

    CHECK(check_call_ends());
    if (next == before) return;
    if (before->state != ENDED) cpu_state_save(&before->cpu);
    switches++;
    turn_began = arch_nanoseconds();
    current_thread = next;
    current = next->process;
    cpu_state_load(&next->cpu);
    arch_use_root(current->space->root);
    arch_set_kernel_stack(kernel_stack_top(next->slot));
    arch_switch(&before->context, next->context);
    free_ended();
}

void schedule(void)
{
    struct thread *next;

    while (!(next = take_ready())) {
        arch_wait();
        console_poll();
        check_times();
    }
    switch_to(next);
}

/* The first turn: from the boot stack, which nobody comes back to. */
void schedule_first(void)
{
    u64 context;

    current_thread = take_ready();
    current = current_thread->process;
    cpu_state_load(&current_thread->cpu);
    arch_use_root(current->space->root);
    arch_set_kernel_stack(kernel_stack_top(current_thread->slot));
    arch_switch(&context, current_thread->context);
}

void yield(void)
{
    if (!ready_first[OF_ROOT] && !ready_first[OF_OTHERS]) return;
    make_ready(current_thread);
    schedule();
}

/*
 * A call may be asked to move gigabytes, and ticks do not interrupt it. Where it holds what it goes on with it lets others have
 * their turns, about as often as a tick would.
 */
void give_way(void)
{
    static u64 next;

    if (arch_nanoseconds() < next) return;
    console_poll();
    check_times();
    yield();
    next = arch_nanoseconds() + 1000000000 / TICKS_PER_SECOND;
}

/* ---- Sleeping: who sleeps is in the list of its channel's hash ---- */

enum { CHANNEL_LISTS = 64 };

static struct sleepers {
    struct thread *first, *last;
} sleepers[CHANNEL_LISTS];

static struct sleepers *sleepers_for(const void *channel)
{
    return &sleepers[((u64)channel >> 4 ^ (u64)channel >> 12) % CHANNEL_LISTS];
}

static void enter_list(struct sleepers *list, struct thread *t)
{
    t->sleeps_previous = list->last;
    t->sleeps_next = NULL;
    if (list->last) list->last->sleeps_next = t;
    else list->first = t;
    list->last = t;
}

static void leave_list(struct sleepers *list, struct thread *t)
{
    if (t->sleeps_previous) t->sleeps_previous->sleeps_next = t->sleeps_next;
    else list->first = t->sleeps_next;
    if (t->sleeps_next) t->sleeps_next->sleeps_previous = t->sleeps_previous;
    else list->last = t->sleeps_previous;
}

static void sleep(const void *channel, u64 wake_at)
{
    current_thread->channel = channel;
    current_thread->wake_at = wake_at;
    current_thread->state = SLEEPING;
    enter_list(sleepers_for(channel), current_thread);
    note_time(wake_at);
    schedule();
    current_thread->wake_at = 0;
}

int sleep_on(const void *channel, u64 wake_at)
{
    if (signal_is_pending()) return -ERESTART;
    sleep(channel, wake_at);
    return signal_is_pending() ? -ERESTART : 0;
}

void sleep_through(const void *channel)
{
    sleep(channel, 0);
}

/* A thread that is not complete yet sleeps for nothing. */
void wake_thread(struct thread *t)
{
    if (t->state != SLEEPING || !t->channel) return;
    leave_list(sleepers_for(t->channel), t);
    t->channel = NULL;
    make_ready(t);
}

static void wake_sleepers(const void *channel)
{
    struct thread *t, *next;

    for (t = sleepers_for(channel)->first; t; t = next) {
        next = t->sleeps_next;
        if (t->channel == channel) wake_thread(t);
    }
}

void wake_up(const void *channel)
{
    changes++;
    wake_sleepers(channel);
    wake_sleepers(&any_change);
}
