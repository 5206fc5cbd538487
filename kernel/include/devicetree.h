/* The flattened device tree, by which qemu tells aarch64 and riscv64 what they have. */
#ifndef DEVICETREE_H
#define DEVICETREE_H

#include "types.h"

/* Fills boot_info: memory from the image on, initrd, command line. The tree's address is a kernel address. */
void devicetree_read(const void *tree);
/* The rate of riscv64's clock, if the tree says; else 0. */
extern u32 devicetree_timebase;
/* What kind of interrupt controller aarch64's tree names; good until memory is handed out. */
extern const char *devicetree_interrupt_controller;

#endif
