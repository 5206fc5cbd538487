/* The kernel's half of every address space. It is made once; after that only kernel stacks come and go. */
#include "base.h"
#include "linux.h"
#include "memory.h"

u64 kernel_root;

static void must_map(u64 address, u64 page, int flags)
{
    if (table_map(kernel_root, address, page, flags) < 0) panic("no memory for the kernel's page tables");
}

static void map_range(u64 start, u64 end, int flags)
{
    u64 page;

    for (page = PAGE_DOWN(start); page < end; page += PAGE_SIZE) must_map(page + KERNEL_OFFSET, page, flags);
}

void kernel_map_init(void)
{
    u64 text = PHYSICAL_ADDRESS(ELF_base), text_end = PAGE_UP(PHYSICAL_ADDRESS(_etext));
    u64 data = PAGE_DOWN(PHYSICAL_ADDRESS(__data_start)), end = PAGE_UP(PHYSICAL_ADDRESS(_end));
    struct memory_range *m;
    int i;

    kernel_root = page_allocate_clear();
    for (i = 0; i < boot_info.memory_count; i++) {
        m = &boot_info.memory[i];
        map_range(m->start, m->start + m->size, PAGE_READ | PAGE_WRITE);
    }
    map_range(boot_info.ram_end - PAGE_SIZE, boot_info.ram_end, PAGE_READ | PAGE_WRITE);     /* the results' header */
    if (boot_info.frame_buffer.address)
        map_range(boot_info.frame_buffer.address, boot_info.frame_buffer.address + (u64)boot_info.frame_buffer.pitch * boot_info.frame_buffer.height,
                  PAGE_READ | PAGE_WRITE | PAGE_SCREEN);
    map_range(text, text_end, PAGE_READ | PAGE_EXECUTE);
    map_range(text_end, data, PAGE_READ);
    map_range(data, end, PAGE_READ | PAGE_WRITE);
    /* The tables above the stacks must be there before other roots take their entries over. */
    if (!table_entry(kernel_root, KERNEL_STACKS, 1)) panic("no memory for the kernel's page tables");
    arch_map_devices(kernel_root);
    arch_use_kernel_root(kernel_root);
}

/* ---- Kernel stacks ---- */

static u64 stack_bottom(int slot)
{
    return kernel_stack_top(slot) - KERNEL_STACK_SIZE;
}

u64 kernel_stack_top(int slot)
{
    return KERNEL_STACKS + (slot + 1) * KERNEL_STACK_STRIDE;
}

int kernel_stack_map(int slot)
{
    u64 address, page;

    for (address = stack_bottom(slot); address < kernel_stack_top(slot); address += PAGE_SIZE) {
        /* Cleared for the sake of emulators: they watch every write to a page while code from it is in their cache. */
        page = page_allocate_clear();
        if (page && table_map(kernel_root, address, page, PAGE_READ | PAGE_WRITE) == 0) continue;
        if (page) page_release(page);
        kernel_stack_unmap(slot);
        return -ENOMEM;
    }
    return 0;
}

void kernel_stack_unmap(int slot)
{
    u64 address;
    u64 *entry;

    for (address = stack_bottom(slot); address < kernel_stack_top(slot); address += PAGE_SIZE) {
        entry = table_entry(kernel_root, address, 0);
        if (!entry || !*entry) continue;
        page_release(arch_entry_address(*entry));
        *entry = 0;
        arch_flush_page(address);
    }
}
