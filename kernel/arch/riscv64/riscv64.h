/* What the C files of this folder tell each other. */
#ifndef RISCV64_H
#define RISCV64_H

#include "arch.h"

/* Physical addresses of devices, all in the first GiB. */
enum { TEST_DEVICE = 0x00100000, CLOCK = 0x00101000, SERIAL_PORT = 0x10000000 };

/* A register of a device, by its type. */
#define DEVICE_REGISTER(type, device, offset) (*(volatile type *)(DEVICES + (device) + (offset)))

void riscv64_timer_interrupt(struct frame *f);

#endif
