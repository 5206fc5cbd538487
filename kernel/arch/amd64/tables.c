/* What page table entries look like, and the tables' registers. */
#include "arch.h"
#include "machine_code.h"
#include "memory.h"
#include "amd64.h"

#define PRESENT 1UL
#define WRITABLE 2UL
#define USER 4UL
#define WRITE_COMBINING 8UL        /* entry 1 of the table of memory types, see arch_use_kernel_root */
#define NO_CACHE 0x10UL
#define COPY 0x200UL               /* free for the kernel */
#define NO_EXECUTE (1UL << 63)
#define ADDRESS 0x000ffffffffff000UL

enum { MEMORY_TYPES = 0x277 };
#define COMBINING 1UL

u64 arch_table_entry(u64 physical)
{
    return physical | PRESENT | WRITABLE | USER;
}

u64 arch_page_entry(u64 physical, int flags)
{
    u64 entry = physical | PRESENT;

    if (flags & PAGE_WRITE) entry |= WRITABLE;
    if (flags & PAGE_USER) entry |= USER;
    if (flags & PAGE_COPY) entry |= COPY;
    if (flags & PAGE_DEVICE) entry |= NO_CACHE;
    if (flags & PAGE_SCREEN) entry |= WRITE_COMBINING;
    if (!(flags & PAGE_EXECUTE)) entry |= NO_EXECUTE;
    return entry;
}

u64 arch_entry_address(u64 entry)
{
    return entry & ADDRESS;
}

int arch_entry_flags(u64 entry)
{
    int flags = PAGE_READ;

    if (entry & WRITABLE) flags |= PAGE_WRITE;
    if (entry & USER) flags |= PAGE_USER;
    if (entry & COPY) flags |= PAGE_COPY;
    if (entry & NO_CACHE) flags |= PAGE_DEVICE;
    if (!(entry & NO_EXECUTE)) flags |= PAGE_EXECUTE;
    return flags;
}

/* The kernel has the last two entries of every root. */
void arch_root_init(u64 root)
{
    u64 *to = KERNEL_ADDRESS(root), *from = KERNEL_ADDRESS(kernel_root);

    to[510] = from[510];
    to[511] = from[511];
}

void arch_use_root(u64 root)
{
    if (read_cr3() != root) write_cr3(root);
}

/*
 * Two bits of an entry choose one of the memory types in a register (PAT), a byte each. As the machine starts, 1 is write-through,
 * which nothing here uses; the kernel makes it write-combining.
 */
void arch_use_kernel_root(u64 root)
{
    write_msr(MEMORY_TYPES, (read_msr(MEMORY_TYPES) & ~0xff00UL) | COMBINING << 8);
    write_cr3(root);
}

void arch_flush_all(void)
{
    write_cr3(read_cr3());
}

void arch_map_devices(u64 root)
{
    table_map(root, APIC_ADDRESS, 0xfee00000, PAGE_READ | PAGE_WRITE | PAGE_DEVICE);
    if (acpi.sleep_register) table_map(root, SLEEP_REGISTER, PAGE_DOWN(acpi.sleep_register), PAGE_READ | PAGE_WRITE | PAGE_DEVICE);
}

/* The processor sees to it. */
void arch_code_written(void *start, u64 size)
{
    (void)start;
    (void)size;
}
