/* Timers that send signals: the three of setitimer, and those of timer_create. */
#include "base.h"
#include "memory.h"
#include "process.h"
#include "system.h"

#define BILLION 1000000000UL
#define TICK (BILLION / TICKS_PER_SECOND)

/* ---- getitimer, setitimer. The virtual ones count ticks of the processor: both those that the program itself has used ---- */

enum { ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF };

static s64 put_interval_timer(int which, u64 user)
{
    u64 left = alarm_left(), interval = current->alarm_interval, values[4];

    if (which != ITIMER_REAL) {
        left = current->cpu_alarms[which - 1] * TICK;
        interval = current->cpu_intervals[which - 1] * TICK;
    }
    values[0] = interval / BILLION;
    values[1] = interval % BILLION / 1000;
    values[2] = left / BILLION;
    values[3] = left % BILLION / 1000;
    return copy_out(user, values, sizeof values);
}

s64 call_getitimer(u64 *a)
{
    return (u32)a[0] > ITIMER_PROF ? -EINVAL : put_interval_timer(a[0], a[1]);
}

static u64 ticks_of(u64 time)
{
    return add_at_most(time, TICK - 1, ~0UL) / TICK;
}

s64 call_setitimer(u64 *a)
{
    u64 values[4], time, interval;
    int which = a[0];

    if ((u32)which > ITIMER_PROF) return -EINVAL;
    clear_bytes(values, sizeof values);
    if (a[1] && copy_in(values, a[1], sizeof values) < 0) return -EFAULT;
    if ((s64)values[0] < 0 || values[1] >= 1000000 || (s64)values[2] < 0 || values[3] >= 1000000) return -EINVAL;
    if (a[2] && put_interval_timer(which, a[2]) < 0) return -EFAULT;
    interval = time_span(values[0], values[1] * 1000);
    time = time_span(values[2], values[3] * 1000);
    if (which == ITIMER_REAL) alarm_set(time ? arch_nanoseconds() + time : 0, interval);
    else {
        current->cpu_alarms[which - 1] = ticks_of(time);
        current->cpu_intervals[which - 1] = ticks_of(interval);
    }
    return 0;
}

void timers_tick(struct process *p)
{
    static const int signals[] = { SIGVTALRM, SIGPROF };
    u64 seconds = p->ticks_user / TICKS_PER_SECOND;
    int i;

    for (i = 0; i < 2; i++) {
        if (p->cpu_alarms[i] == 0 || --p->cpu_alarms[i] > 0) continue;
        p->cpu_alarms[i] = p->cpu_intervals[i];
        signal_send(p, signals[i], SI_KERNEL, 0);
    }
    if (p->ticks_user % TICKS_PER_SECOND) return;
    if (seconds >= p->hard_limits[RLIMIT_CPU]) signal_send(p, SIGKILL, SI_KERNEL, 0);
    else if (seconds >= p->limits[RLIMIT_CPU]) signal_send(p, SIGXCPU, SI_KERNEL, 0);
}

/* ---- timer_create and its relatives ---- */

enum { TIMERS_MAX = 64 };
enum { SIGEV_SIGNAL, SIGEV_NONE, SIGEV_THREAD_ID = 4 };

struct timer {
    struct timer *next;
    int id, clock, notify, number;
    int thread;                  /* the only one that gets the signal; 0: any */
    u64 value;
    u64 at, interval;            /* nanoseconds since boot; 0: not set, or once */
    u32 overruns;                /* of the last signal: how often it would have come before it was taken */
};

static struct timer **find(struct process *p, int id)
{
    struct timer **at;

    for (at = &p->timers; *at && (*at)->id != id; at = &(*at)->next)
        ;
    return at;
}

void timers_end(struct process *p)
{
    struct timer *t;

    while ((t = p->timers)) {
        p->timers = t->next;
        release(t);
    }
}

static void expire(struct process *p, struct timer *t)
{
    struct thread *only = t->thread ? thread_find(t->thread) : NULL;
    struct pending *pending = only ? &only->pending : &p->pending;
    struct signal_info info;

    if (t->notify == SIGEV_NONE || (t->thread && (!only || only->process != p))) return;
    if (pending->set & SIGNAL_BIT(t->number) && pending->infos[t->number].code == SI_TIMER && pending->infos[t->number].sender == t->id) {
        pending->infos[t->number].user = ++t->overruns;
        return;
    }
    info.code = SI_TIMER;
    info.sender = t->id;
    info.user = 0;
    info.value = t->value;
    signal_send_info(p, only, t->number, &info);
}

u64 timers_check(struct process *p, u64 now)
{
    struct timer *t;
    u64 next = 0, missed;

    for (t = p->timers; t; t = t->next) {
        if (t->at && t->at <= now) {
            t->overruns = 0;
            missed = t->interval ? (now - t->at) / t->interval : 0;
            expire(p, t);
            t->overruns = add_at_most(t->overruns, missed, 0x7fffffff);
            t->at = t->interval ? t->at + (missed + 1) * t->interval : 0;
        }
        if (t->at && (!next || t->at < next)) next = t->at;
    }
    return next;
}

struct event {
    u64 value;
    int number, notify, thread, rest[11];
};

int timer_clock_exists(int clock)
{
    return clock == CLOCK_REALTIME || clock == CLOCK_MONOTONIC || clock == CLOCK_BOOTTIME;
}

static s64 read_event(u64 user, struct timer *t)
{
    struct event e;
    struct thread *thread;

    if (copy_in(&e, user, sizeof e) < 0) return -EFAULT;
    if (e.notify != SIGEV_SIGNAL && e.notify != SIGEV_NONE && e.notify != SIGEV_THREAD_ID) return -EINVAL;
    if (e.notify != SIGEV_NONE && (e.number < 1 || e.number > SIGNALS)) return -EINVAL;
    t->notify = e.notify;
    t->number = e.number;
    t->value = e.value;
    if (e.notify != SIGEV_THREAD_ID) return 0;
    thread = thread_find(e.thread);
    if (!thread || thread->process != current) return -EINVAL;
    t->thread = e.thread;
    return 0;
}

s64 call_timer_create(u64 *a)
{
    struct timer *t;
    int id = 0;
    s64 error = 0;

    if (!timer_clock_exists(a[0])) return -EINVAL;
    while (id < TIMERS_MAX && *find(current, id)) id++;
    t = id < TIMERS_MAX ? allocate(sizeof *t) : NULL;
    if (!t) return -EAGAIN;
    t->id = id;
    t->clock = a[0];
    t->number = SIGALRM;
    t->value = id;
    if (a[1]) error = read_event(a[1], t);
    if (!error) error = copy_out(a[2], &id, 4);
    if (error) {
        release(t);
        return error;
    }
    t->next = current->timers;
    current->timers = t;
    return 0;
}

s64 timer_put(u64 user, u64 at, u64 interval)
{
    u64 now = arch_nanoseconds(), left = at > now ? at - now : at ? 1 : 0, values[4];

    values[0] = interval / BILLION;
    values[1] = interval % BILLION;
    values[2] = left / BILLION;
    values[3] = left % BILLION;
    return copy_out(user, values, sizeof values);
}

u64 timer_start(int clock_number, u64 time, int is_absolute)
{
    u64 now = arch_nanoseconds(), clock = clock_number == CLOCK_REALTIME ? wall_nanoseconds() : now;

    if (!time) return 0;
    if (!is_absolute) return now + time;
    return time > clock ? now + (time - clock) : now;
}

s64 call_timer_settime(u64 *a)
{
    struct timer *t = *find(current, a[0]);
    u64 interval, time;
    s64 error;

    if (!t || !a[2]) return -EINVAL;
    error = time_in(a[2], &interval);
    if (!error) error = time_in(a[2] + 16, &time);
    if (error) return error;
    if (a[3] && timer_put(a[3], t->at, t->interval) < 0) return -EFAULT;
    t->interval = interval;
    t->at = timer_start(t->clock, time, a[1] & TIMER_ABSTIME);
    t->overruns = 0;
    note_time(t->at);
    return 0;
}

s64 call_timer_gettime(u64 *a)
{
    struct timer *t = *find(current, a[0]);

    return t ? timer_put(a[1], t->at, t->interval) : -EINVAL;
}

s64 call_timer_getoverrun(u64 *a)
{
    struct timer *t = *find(current, a[0]);

    return t ? (s64)t->overruns : -EINVAL;
}

s64 call_timer_delete(u64 *a)
{
    struct timer **at = find(current, a[0]), *t = *at;

    if (!t) return -EINVAL;
    *at = t->next;
    release(t);
    return 0;
}
