/* The processor's own timer, whose interrupt comes through a GICv2; and a PL031 for the time of day. */
#include "aarch64.h"
#include "machine_code.h"

enum { TIMER_INTERRUPT = 27, NO_INTERRUPT = 1023 };
/* The distributor's registers, and the interface's. */
enum { DISTRIBUTOR_ON = 0, ENABLE_FIRST = 0x100 };
enum { INTERFACE_ON = 0, PRIORITY_MASK = 4, ACKNOWLEDGE = 0xc, END_OF_INTERRUPT = 0x10 };
enum { NANOSECONDS = 1000000000 };

static u64 first_count, rate;

void arch_timer_start(void)
{
    rate = read_counter_frequency();
    first_count = read_counter();
    *device(INTERRUPT_DISTRIBUTOR, DISTRIBUTOR_ON) = 1;
    *device(INTERRUPT_DISTRIBUTOR, ENABLE_FIRST) = 1U << TIMER_INTERRUPT;
    *device(INTERRUPT_INTERFACE, PRIORITY_MASK) = 0xff;
    *device(INTERRUPT_INTERFACE, INTERFACE_ON) = 1;
    write_timer_value(rate / TICKS_PER_SECOND);
    write_timer_control(1);
}

/* It is over before trap_tick, which may go on with another process. */
void aarch64_interrupt(struct frame *f)
{
    u32 which = *device(INTERRUPT_INTERFACE, ACKNOWLEDGE);

    if ((which & NO_INTERRUPT) == NO_INTERRUPT) return;
    write_timer_value(rate / TICKS_PER_SECOND);
    *device(INTERRUPT_INTERFACE, END_OF_INTERRUPT) = which;
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
