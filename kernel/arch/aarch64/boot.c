/* From entry.P1pp, on boot_stack: the device tree's address is physical. */
#include "aarch64.h"
#include "base.h"
#include "devicetree.h"
#include "machine_code.h"
#include "memory.h"

struct boot_info boot_info;

/* For entry.P1pp and traps.P1pp, which know their sizes. */
u64 boot_root[512] __attribute__((aligned(4096)));
u64 boot_stack[2048] __attribute__((aligned(16)));
u64 panic_stack[2048] __attribute__((aligned(16)));

#define PAN_FEATURE (15UL << 20)
#define PAN_STAYS (1UL << 23)       /* an exception leaves PAN as the program had it, which is off */

/*
 * The kernel touches nothing of programs, where the processor can see to that (PAN: from ARMv8.1 on); copies go through the
 * kernel's own mapping. That it runs nothing of theirs is in the page tables (NEVER_BY_KERNEL in tables.c).
 */
static void protect_kernel(void)
{
    if (!(read_memory_features() & PAN_FEATURE)) return;
    write_system_control(read_system_control() & ~PAN_STAYS);
    set_pan();
}

void aarch64_boot(u64 tree)
{
    protect_kernel();
    devicetree_read(KERNEL_ADDRESS(tree));
    gic_is_v3 = starts_with(devicetree_interrupt_controller, "arm,gic-v3");
    kernel_main();
}
