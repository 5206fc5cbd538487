/* From the machine's boot code to the first process, in order. */
#include "arch.h"
#include "base.h"
#include "boot.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "screen.h"

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

static int is_in_memory(u64 start, u64 size)
{
    struct memory_range *m;
    int i;

    for (i = 0; i < boot_info.memory_count; i++) {
        m = &boot_info.memory[i];
        if (range_fits(start, size, m->start, m->start + m->size)) return 1;
    }
    return 0;
}

/* What the loader put somewhere must lie in memory that is left. */
static void check_memory(void)
{
    u64 image = PHYSICAL_ADDRESS(ELF_base);

    if (is_in_memory(image, _end - ELF_base) && (!boot_info.initrd_size || is_in_memory(boot_info.initrd_start, boot_info.initrd_size))) return;
    if (options.memory_limit) panic("memory=%lu is too little: the kernel and the initramfs lie above", options.memory_limit >> 20);
    panic("the kernel or the initramfs does not lie in memory that the loader named");
}

void kernel_main(void)
{
    screen_init();
    options_read();
    limit_memory();
    check_memory();
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
