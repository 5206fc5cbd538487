/* The processor's own timer; and a PL031 for the time of day. */
#include "aarch64.h"
#include "machine_code.h"

enum { TIMER_INTERRUPT = 27, NANOSECONDS = 1000000000 };

static u64 first_count, rate;

void arch_timer_start(void)
{
    rate = read_counter_frequency();
    first_count = read_counter();
    gic_start(TIMER_INTERRUPT);
    write_timer_value(rate / TICKS_PER_SECOND);
    write_timer_control(1);
}

/* It is over before trap_tick, which may go on with another process. */
void aarch64_interrupt(struct frame *f)
{
    s64 which = gic_take();

    if (which < 0) return;
    write_timer_value(rate / TICKS_PER_SECOND);
    gic_end(which);
    trap_tick(f);
}

/* Masked interrupts wake the processor too; so one is taken here, where it is expected, and never in kernel code. */
void arch_wait(void)
{
    static struct frame nobody;

    nobody.pstate = PSTATE_KERNEL;
    wait_for_interrupt();
    aarch64_interrupt(&nobody);
}

/* In two steps, so that the product stays below 2^64. */
u64 arch_nanoseconds(void)
{
    u64 passed;

    if (rate == 0) return 0;
    passed = read_counter() - first_count;
    return passed / rate * NANOSECONDS + passed % rate * NANOSECONDS / rate;
}

u64 arch_wall_seconds(void)
{
    return *device(CLOCK, 0);
}
