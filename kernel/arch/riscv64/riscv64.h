/* What the C files of this folder tell each other. */
#ifndef RISCV64_H
#define RISCV64_H

#include "arch.h"

/* Physical addresses of devices, all in the first GiB. */
enum { TEST_DEVICE = 0x00100000, CLOCK = 0x00101000, SERIAL_PORT = 0x10000000 };

/* Registers of a device. Functions, since tcc makes no code for what lies at a constant address. */
static inline volatile u8 *device_byte(u64 physical, u64 offset)
{
    return (volatile u8 *)(DEVICES + physical + offset);
}

static inline volatile u32 *device_word(u64 physical, u64 offset)
{
    return (volatile u32 *)(DEVICES + physical + offset);
}

void riscv64_timer_interrupt(struct frame *f);

#endif
