/* Whose turn it is. A process that waits leaves the ready list; with nobody ready its stack is where the kernel waits. */
#include "base.h"
#include "checks.h"
#include "files.h"
#include "memory.h"
#include "process.h"

u64 ticks;
const char any_change = 0;

static struct process *ready_first, *ready_last;
static u64 next_wake = ~0UL;           /* no timed sleep or alarm ends before */

void make_ready(struct process *p)
{
    p->state = RUNNABLE;
    p->ready_next = NULL;
    if (ready_last) ready_last->ready_next = p;
    else ready_first = p;
    ready_last = p;
}

static struct process *take_ready(void)
{
    struct process *p = ready_first;

    if (!p) return NULL;
    ready_first = p->ready_next;
    if (!ready_first) ready_last = NULL;
    return p;
}

/* ---- Time ---- */

static void note_time(u64 at)
{
    if (at && at < next_wake) next_wake = at;
}

static void check_times(void)
{
    u64 now = arch_nanoseconds();
    struct process *p;
    int slot;

    if (now < next_wake) return;
    next_wake = ~0UL;
    for (slot = 0; slot < processes_end; slot++) {
        p = processes[slot];
        if (!p || p->state == ZOMBIE) continue;
        if (p->state == SLEEPING && p->wake_at && p->wake_at <= now) {
            p->timed_out = 1;
            wake_process(p);
        } else if (p->state == SLEEPING) {
            note_time(p->wake_at);
        }
        if (p->alarm_at && p->alarm_at <= now) {
            p->alarm_at = p->alarm_interval ? now + p->alarm_interval : 0;
            signal_send(p, SIGALRM, SI_KERNEL, 0);
        }
        note_time(p->alarm_at);
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

static void switch_to(struct process *next)
{
    struct process *before = current;

    CHECK(check_call_ends());
    if (next == before) return;
    if (before->state != ZOMBIE) cpu_state_save(&before->cpu);
    current = next;
    cpu_state_load(&next->cpu);
    arch_use_root(next->space->root);
    arch_set_kernel_stack(kernel_stack_top(next->slot));
    arch_switch(&before->context, next->context);
}

void schedule(void)
{
    struct process *next;

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

    current = take_ready();
    cpu_state_load(&current->cpu);
    arch_use_root(current->space->root);
    arch_set_kernel_stack(kernel_stack_top(current->slot));
    arch_switch(&context, current->context);
}

void yield(void)
{
    if (!ready_first) return;
    make_ready(current);
    schedule();
}

/* ---- Sleeping ---- */

static void sleep(const void *channel, u64 wake_at)
{
    current->channel = channel;
    current->wake_at = wake_at;
    current->timed_out = 0;
    current->state = SLEEPING;
    note_time(wake_at);
    schedule();
    current->channel = NULL;
    current->wake_at = 0;
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

void wake_process(struct process *p)
{
    if (p->state == SLEEPING) make_ready(p);
}

void wake_up(const void *channel)
{
    struct process *p;
    int slot;

    for (slot = 0; slot < processes_end; slot++) {
        p = processes[slot];
        if (p && p->state == SLEEPING && (p->channel == channel || p->channel == &any_change)) make_ready(p);
    }
}
