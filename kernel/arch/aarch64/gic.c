/*
 * The interrupt controller: a GICv2, whose interface to the processor lies in memory, or a GICv3, which has registers of the processor
 * for that, and for each processor a redistributor with what is its own. Of all interrupts the timer's is let through, which is
 * one of each processor's own.
 */
#include "aarch64.h"
#include "machine_code.h"

/* The distributor's registers. */
enum { DISTRIBUTOR = 0, ENABLE_FIRST = 0x100, ON = 1, GROUP_1_ON = 2, BY_PROCESSOR = 0x10 };
/* A GICv2's interface. */
enum { INTERFACE_ON = 0, PRIORITY_MASK = 4, ACKNOWLEDGE = 0xc, END_OF_INTERRUPT = 0x10 };
/* A GICv3's redistributor; its second half is for the processor's own interrupts. */
enum { WAKER = 0x14, SLEEPS = 2, IS_ASLEEP = 4, GROUP_FIRST = 0x80, OWN = 0x10000 };

enum { ANY_PRIORITY = 0xff, NUMBER = 0x3ff, NO_NUMBERS = 1020 };

int gic_is_v3;

static void start_v2(int which)
{
    *device(INTERRUPT_DISTRIBUTOR, DISTRIBUTOR) = ON;
    *device(INTERRUPT_DISTRIBUTOR, ENABLE_FIRST) = 1U << which;
    *device(INTERRUPT_INTERFACE, PRIORITY_MASK) = ANY_PRIORITY;
    *device(INTERRUPT_INTERFACE, INTERFACE_ON) = ON;
}

static void start_v3(int which)
{
    *device(INTERRUPT_DISTRIBUTOR, DISTRIBUTOR) = BY_PROCESSOR;
    *device(INTERRUPT_DISTRIBUTOR, DISTRIBUTOR) = BY_PROCESSOR | GROUP_1_ON;
    *device(INTERRUPT_REDISTRIBUTOR, WAKER) &= ~(u32)SLEEPS;
    while (*device(INTERRUPT_REDISTRIBUTOR, WAKER) & IS_ASLEEP)
        ;
    *device(INTERRUPT_REDISTRIBUTOR, OWN + GROUP_FIRST) = ~0U;
    *device(INTERRUPT_REDISTRIBUTOR, OWN + ENABLE_FIRST) = 1U << which;
    write_interrupt_registers(1);
    write_interrupt_priority(ANY_PRIORITY);
    write_interrupt_group(1);
}

void gic_start(int which)
{
    if (gic_is_v3) start_v3(which);
    else start_v2(which);
}

/* What has come, as gic_end wants it; -1: nothing. */
s64 gic_take(void)
{
    u32 which = gic_is_v3 ? (u32)read_interrupt() : *device(INTERRUPT_INTERFACE, ACKNOWLEDGE);

    return (which & NUMBER) >= NO_NUMBERS ? -1 : (s64)which;
}

void gic_end(s64 which)
{
    if (gic_is_v3) write_interrupt_end(which);
    else *device(INTERRUPT_INTERFACE, END_OF_INTERRUPT) = which;
}
