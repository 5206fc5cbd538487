/* What the C files of this folder tell each other. */
#ifndef AARCH64_H
#define AARCH64_H

#include "arch.h"

/* Physical addresses of devices, all in the first GiB. */
enum {
    INTERRUPT_DISTRIBUTOR = 0x08000000,
    INTERRUPT_INTERFACE = 0x08010000,
    INTERRUPT_REDISTRIBUTOR = 0x080a0000,
    SERIAL_PORT = 0x09000000,
    CLOCK = 0x09010000
};

/* A register of a device. A function, since tcc makes bad code for what lies at a constant address. */
static inline volatile u32 *device(u64 physical, u64 offset)
{
    return (volatile u32 *)(DEVICES + physical + offset);
}

void aarch64_interrupt(struct frame *f);

/* ---- gic.c ---- */

extern int gic_is_v3;

void gic_start(int which);       /* lets this interrupt of the processor's own through */
s64 gic_take(void);
void gic_end(s64 which);

#endif
