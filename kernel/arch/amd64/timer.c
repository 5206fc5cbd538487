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
enum { TIMER_RATE = 1000000000, MEASURED = 2000000 };

static u64 first_tsc, tsc_per_measure;

static u32 *apic(int offset)
{
    return (u32 *)(APIC_ADDRESS + offset);
}

static void measure(void)
{
    u32 from;
    u64 start;

    *apic(TIMER) = MASKED;
    *apic(DIVIDE) = UNDIVIDED;
    *apic(INITIAL) = 0xffffffff;
    from = *(volatile u32 *)apic(CURRENT);
    start = read_tsc();
    while (from - *(volatile u32 *)apic(CURRENT) < MEASURED)
        ;
    tsc_per_measure = read_tsc() - start;
    first_tsc = start;
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

    if (tsc_per_measure == 0) return 0;
    passed = read_tsc() - first_tsc;
    return passed / tsc_per_measure * MEASURED + passed % tsc_per_measure * MEASURED / tsc_per_measure;
}

/* microvm has no clock chip. */
u64 arch_wall_seconds(void)
{
    return 0;
}
