/* The firmware's timer, OpenSBI's or that of machine.P1pp; and the goldfish clock for the time of day. */
#include "riscv64.h"
#include "devicetree.h"
#include "machine_code.h"

enum { TIMER = 0x20 };                          /* in the registers of pending and enabled interrupts */
enum { TIME_LOW = 0, TIME_HIGH = 4 };           /* the high word is kept when the low one is read */
enum { NANOSECONDS = 1000000000, USUAL_RATE = 10000000 };

static u64 first_time, rate;

void arch_timer_start(void)
{
    rate = devicetree_timebase ? devicetree_timebase : USUAL_RATE;
    first_time = read_time();
    set_timer(first_time + rate / TICKS_PER_SECOND);
    write_enabled(TIMER);
}

/* It is over before trap_tick, which may go on with another process. */
void riscv64_timer_interrupt(struct frame *f)
{
    set_timer(read_time() + rate / TICKS_PER_SECOND);
    trap_tick(f);
}

/* Masked interrupts wake the processor too; so one is taken here, where it is expected, and never in kernel code. */
void arch_wait(void)
{
    static struct frame nobody;

    nobody.status = STATUS_KERNEL;
    wait_for_interrupt();
    if (read_pending() & TIMER) riscv64_timer_interrupt(&nobody);
}

/* In two steps, so that the product stays below 2^64. */
u64 arch_nanoseconds(void)
{
    u64 passed;

    if (rate == 0) return 0;
    passed = read_time() - first_time;
    return passed / rate * NANOSECONDS + passed % rate * NANOSECONDS / rate;
}

u64 arch_wall_seconds(void)
{
    u64 low = *device_word(CLOCK, TIME_LOW);

    return (low | (u64)*device_word(CLOCK, TIME_HIGH) << 32) / NANOSECONDS;
}
