/* From entry.P1pp, on boot_stack: the device tree's address is physical. */
#include "riscv64.h"
#include "devicetree.h"
#include "memory.h"

struct boot_info boot_info;

void riscv64_boot(u64 tree)
{
    devicetree_read(KERNEL_ADDRESS(tree));
    kernel_main();
}
