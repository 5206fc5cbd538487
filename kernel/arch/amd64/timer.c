/*
 * The local interrupt controller's timer for ticks, the time stamp counter for the time.
 * qemu's timer counts nanoseconds whatever the machine's speed; the counter's rate is measured by it.
 */
#include "arch.h"
#include "base.h"
#include "machine_code.h"
#include "amd64.h"

enum { ID = 0x20, END_OF_INTERRUPT = 0xb0, SPURIOUS = 0xf0, TIMER = 0x320, INITIAL = 0x380, CURRENT = 0x390, DIVIDE = 0x3e0 };
enum { MASKED = 0x10000, PERIODIC = 0x20000, ENABLED = 0x100, UNDIVIDED = 0xb };
enum { TIMER_RATE = 1000000000, MEASURED = 2000000, TRIES = 16 };

static u64 first_tsc, measured_tsc, measured_time;

static u32 *apic(int offset)
{
    return (u32 *)(APIC_ADDRESS + offset);
}

/*
 * Both counters at one moment. The host may do something else in between, so of several tries the one counts that
 * took the least time.
 */
static void read_both(u64 *tsc, u32 *timer)
{
    u64 before, after, best = ~0UL;
    u32 now;
    int i;

    for (i = 0; i < TRIES; i++) {
        before = read_tsc();
        now = *(volatile u32 *)apic(CURRENT);
        after = read_tsc();
        if (after - before >= best) continue;
        best = after - before;
        *tsc = before;
        *timer = now;
    }
}

static void measure(void)
{
    u32 from, to;
    u64 end;

    *apic(TIMER) = MASKED;
    *apic(DIVIDE) = UNDIVIDED;
    *apic(INITIAL) = 0xffffffff;
    read_both(&first_tsc, &from);
    do
        read_both(&end, &to);
    while (from - to < MEASURED);
    measured_tsc = end - first_tsc;
    measured_time = from - to;
}

void arch_timer_start(void)
{
    *apic(SPURIOUS) = ENABLED | VECTOR_SPURIOUS;
    measure();
    *apic(TIMER) = PERIODIC | VECTOR_TIMER;
    *apic(INITIAL) = TIMER_RATE / TICKS_PER_SECOND;
}

void amd64_timer_interrupt(void)
{
    *apic(END_OF_INTERRUPT) = 0;
}

/* In two steps, so that the product stays below 2^64 for years. */
u64 arch_nanoseconds(void)
{
    u64 passed;

    if (measured_tsc == 0) return 0;
    passed = read_tsc() - first_tsc;
    return passed / measured_tsc * measured_time + passed % measured_tsc * measured_time / measured_tsc;
}

/* microvm has no clock chip. */
u64 arch_wall_seconds(void)
{
    return 0;
}
