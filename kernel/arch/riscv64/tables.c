/* What page table entries look like, and the tables' register. Programs and kernel share a root. */
#include "riscv64.h"
#include "machine_code.h"
#include "memory.h"

enum { VALID = 1, READABLE = 2, WRITABLE = 4, EXECUTABLE = 8, USER = 0x10, ACCESSED = 0x40, DIRTY = 0x80 };
enum { COPY = 0x100, DEVICE = 0x200 };          /* free for the kernel */

#define ADDRESS 0x003ffffffffffc00UL
#define ADDRESSES_OF_39_BITS (8UL << 60)

u64 arch_table_entry(u64 physical)
{
    return physical >> 2 | VALID;
}

/* Accessed and dirty from the start: nothing here wants to know. */
u64 arch_page_entry(u64 physical, int flags)
{
    u64 entry = physical >> 2 | VALID | READABLE | ACCESSED | DIRTY;

    if (flags & PAGE_WRITE) entry |= WRITABLE;
    if (flags & PAGE_EXECUTE) entry |= EXECUTABLE;
    if (flags & PAGE_USER) entry |= USER;
    if (flags & PAGE_COPY) entry |= COPY;
    if (flags & PAGE_DEVICE) entry |= DEVICE;
    return entry;
}

u64 arch_entry_address(u64 entry)
{
    return (entry & ADDRESS) << 2;
}

int arch_entry_flags(u64 entry)
{
    int flags = PAGE_READ;

    if (entry & WRITABLE) flags |= PAGE_WRITE;
    if (entry & EXECUTABLE) flags |= PAGE_EXECUTE;
    if (entry & USER) flags |= PAGE_USER;
    if (entry & COPY) flags |= PAGE_COPY;
    if (entry & DEVICE) flags |= PAGE_DEVICE;
    return flags;
}

/* The kernel has the upper half of every root. Its tables below that level are there from the start. */
void arch_root_init(u64 root)
{
    u64 *to = KERNEL_ADDRESS(root), *from = KERNEL_ADDRESS(kernel_root);
    int i;

    for (i = 256; i < 512; i++) to[i] = from[i];
}

void arch_use_root(u64 root)
{
    u64 value = ADDRESSES_OF_39_BITS | root >> 12;

    if (read_satp() != value) write_satp(value);
}

void arch_use_kernel_root(u64 root)
{
    arch_use_root(root);
}

void arch_map_devices(u64 root)
{
    static u64 devices[] = { TEST_DEVICE, CLOCK, SERIAL_PORT };
    u64 i;

    for (i = 0; i < COUNT_OF(devices); i++)
        table_map(root, DEVICES + devices[i], devices[i], PAGE_READ | PAGE_WRITE | PAGE_DEVICE);
}

void arch_code_written(void *start, u64 size)
{
    (void)start;
    (void)size;
    flush_code();
}
