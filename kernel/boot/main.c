/* From the machine's boot code to the first process, in order. */
#include "arch.h"
#include "base.h"
#include "boot.h"
#include "files.h"
#include "memory.h"
#include "process.h"

/* memory=N: only so many bytes of what the loader named. */
static void limit_memory(void)
{
    u64 left = options.memory_limit;
    struct memory_range *m;
    int i;

    if (!left) return;
    for (i = 0; i < boot_info.memory_count; i++) {
        m = &boot_info.memory[i];
        if (m->size > left) m->size = left;
        left -= m->size;
    }
}

void kernel_main(void)
{
    options_read();
    limit_memory();
    pages_init();
    kernel_map_init();
    arch_timer_start();
    log_line(LOG_BOOT, "%lu KiB of memory, %lu free", pages_total * 4, pages_free * 4);
    tree_init();
    console_init();
    initramfs_unpack();
    devices_init();
    proc_init();
    log_line(LOG_BOOT, "%s starts, %lu KiB free", options.init, pages_free * 4);
    init_start();
    schedule_first();
}
