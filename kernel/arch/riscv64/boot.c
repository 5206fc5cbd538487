/* From entry.P1pp, on boot_stack: the device tree's address is physical. */
#include "riscv64.h"
#include "devicetree.h"
#include "memory.h"

struct boot_info boot_info;

/* For entry.P1pp and traps.P1pp, which know their sizes. */
u64 boot_root[512] __attribute__((aligned(4096)));
u64 boot_stack[2048] __attribute__((aligned(16)));
u64 panic_stack[2048] __attribute__((aligned(16)));

void riscv64_boot(u64 tree)
{
    devicetree_read(KERNEL_ADDRESS(tree));
    kernel_main();
}
