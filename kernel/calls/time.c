/* Clocks, sleeping, alarms. */
#include "base.h"
#include "boot.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

#define BILLION 1000000000UL

static struct linux_time split(u64 nanoseconds)
{
    struct linux_time t;

    t.seconds = nanoseconds / BILLION;
    t.nanoseconds = nanoseconds % BILLION;
    return t;
}

/* 1970 to boot: what the host said, or the machine's clock chip, or somebody has set. */
static u64 boot_nanoseconds;
static int knows_boot_time;

static u64 boot_time(void)
{
    if (!knows_boot_time) {
        knows_boot_time = 1;
        boot_nanoseconds = (options.wall_seconds ? options.wall_seconds : arch_wall_seconds()) * BILLION;
    }
    return boot_nanoseconds;
}

u64 wall_nanoseconds(void)
{
    return boot_time() + arch_nanoseconds();
}

struct linux_time time_now(void)
{
    return split(wall_nanoseconds());
}

/* The time of a process or thread: its id, negated, over three bits that say which; 0 is the current one. */
enum { CLOCK_OF_THREAD = 4, CLOCK_SCHEDULED = 2 };

static int clock_of(int clock, u64 *nanoseconds)
{
    int id = ~(clock >> 3);
    struct thread *t = id ? thread_find(id) : current_thread;
    u64 in_ticks;

    if ((clock & 3) > CLOCK_SCHEDULED || !t || (clock & CLOCK_OF_THREAD && t->process != current)) return -EINVAL;
    in_ticks = clock & CLOCK_OF_THREAD ? t->ticks_user + t->ticks_system : t->process->ticks_user + t->process->ticks_system;
    *nanoseconds = in_ticks * (BILLION / TICKS_PER_SECOND);
    return 0;
}

static int clock_time(u64 clock, u64 *nanoseconds)
{
    switch ((int)clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE: *nanoseconds = wall_nanoseconds(); return 0;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME: *nanoseconds = arch_nanoseconds(); return 0;
    case CLOCK_PROCESS_CPUTIME_ID: *nanoseconds = (current->ticks_user + current->ticks_system) * (BILLION / TICKS_PER_SECOND); return 0;
    case CLOCK_THREAD_CPUTIME_ID:
        *nanoseconds = (current_thread->ticks_user + current_thread->ticks_system) * (BILLION / TICKS_PER_SECOND);
        return 0;
    }
    return (int)clock < 0 ? clock_of(clock, nanoseconds) : -EINVAL;
}

s64 call_clock_gettime(u64 *a)
{
    struct linux_time t;
    u64 now;

    if (clock_time(a[0], &now) < 0) return -EINVAL;
    t = split(now);
    return copy_out(a[1], &t, sizeof t);
}

s64 call_clock_getres(u64 *a)
{
    struct linux_time t;
    u64 now;

    if (clock_time(a[0], &now) < 0) return -EINVAL;
    t = split(1);
    return a[1] ? copy_out(a[1], &t, sizeof t) : 0;
}

s64 call_gettimeofday(u64 *a)
{
    struct linux_time t = time_now();
    u64 zone = 0;

    t.nanoseconds /= 1000;
    if (a[0] && copy_out(a[0], &t, sizeof t) < 0) return -EFAULT;
    return a[1] ? copy_out(a[1], &zone, 8) : 0;
}

s64 call_time(u64 *a)
{
    s64 now = time_now().seconds;

    return a[0] && copy_out(a[0], &now, 8) < 0 ? -EFAULT : now;
}

/* ---- Sleeping ---- */

/* Beyond some centuries it is forever; and with what has passed since boot it is still no sum that wraps around. */
#define FOREVER (9000000000 * BILLION)

u64 time_span(u64 seconds, u64 nanoseconds)
{
    return add_at_most(multiply_at_most(seconds, BILLION, FOREVER), nanoseconds, FOREVER);
}

int time_in(u64 user, u64 *nanoseconds)
{
    struct linux_time t;

    if (copy_in(&t, user, sizeof t) < 0) return -EFAULT;
    if (t.seconds < 0 || (u64)t.nanoseconds >= BILLION) return -EINVAL;
    *nanoseconds = time_span(t.seconds, t.nanoseconds);
    return 0;
}

u64 wait_end(u64 nanoseconds)
{
    if (!current_thread->is_remade) current_thread->wait_end = arch_nanoseconds() + nanoseconds;
    return current_thread->wait_end;
}

static s64 sleep_until(u64 end, u64 remaining)
{
    struct linux_time t;
    u64 now;

    while ((now = arch_nanoseconds()) < end) {
        if (sleep_on(&ticks, end) == 0) continue;
        now = arch_nanoseconds();
        t = split(end > now ? end - now : 0);
        if (remaining && copy_out(remaining, &t, sizeof t) < 0) return -EFAULT;
        return -ERESTART_QUIETLY;
    }
    return 0;
}

s64 call_nanosleep(u64 *a)
{
    u64 time;
    int error = time_in(a[0], &time);

    return error ? error : sleep_until(wait_end(time), a[1]);
}

s64 call_clock_nanosleep(u64 *a)
{
    u64 time, now;
    int error = clock_time(a[0], &now);

    if (!error) error = time_in(a[2], &time);
    if (error) return error;
    if (!(a[1] & TIMER_ABSTIME)) return sleep_until(wait_end(time), a[3]);
    return sleep_until(time > now ? arch_nanoseconds() + (time - now) : 0, 0);
}

/* ---- Setting the clock. It cannot be before boot was at 1970; what waits for a time of day goes on waiting as long as it would have. ---- */

static s64 set_wall(u64 seconds, u64 nanoseconds, u64 unit)
{
    u64 now = arch_nanoseconds(), wanted = seconds < 1UL << 33 ? seconds * BILLION + nanoseconds * unit : 0;

    if (nanoseconds >= BILLION / unit || (s64)seconds < 0 || wanted < now) return -EINVAL;
    if (!may(CAP_SYS_TIME)) return -EPERM;
    knows_boot_time = 1;
    boot_nanoseconds = wanted - now;
    return 0;
}

s64 call_clock_settime(u64 *a)
{
    struct linux_time t;

    if ((int)a[0] != CLOCK_REALTIME) return -EINVAL;
    if (copy_in(&t, a[1], sizeof t) < 0) return -EFAULT;
    return set_wall(t.seconds, t.nanoseconds, 1);
}

/* Zones are the library's concern. */
s64 call_settimeofday(u64 *a)
{
    struct linux_time t;

    if (a[0] && copy_in(&t, a[0], sizeof t) < 0) return -EFAULT;
    if (a[0]) return set_wall(t.seconds, t.nanoseconds, 1000);
    return may(CAP_SYS_TIME) ? 0 : -EPERM;
}

/* ---- alarm; the other timers are in timers.c ---- */

u64 alarm_left(void)
{
    u64 now = arch_nanoseconds();

    return current->alarm_at == 0 ? 0 : current->alarm_at > now ? current->alarm_at - now : 1;
}

s64 call_alarm(u64 *a)
{
    u64 left = (alarm_left() + BILLION - 1) / BILLION;

    alarm_set((u32)a[0] ? arch_nanoseconds() + (u32)a[0] * BILLION : 0, 0);
    return left;
}
