/* What page table entries look like, and the tables' registers. Programs have a root of their own, TTBR0; the kernel's is TTBR1. */
#include "aarch64.h"
#include "machine_code.h"
#include "memory.h"

#define TABLE 3UL                  /* an entry that leads to a table; in the last level, a page */
#define PAGE 3UL
#define NORMAL (1UL << 2)          /* attribute 1; 0 is device memory */
#define USER (1UL << 6)
#define READ_ONLY (1UL << 7)
#define INNER_SHAREABLE (3UL << 8)
#define ACCESSED (1UL << 10)
#define NEVER_BY_KERNEL (1UL << 53)
#define NEVER_BY_USER (1UL << 54)
#define COPY (1UL << 55)           /* free for the kernel */
#define ADDRESS 0x0000fffffffff000UL

/* What TTBR0 points to while no program's addresses mean anything. */
static u64 no_program[512] __attribute__((aligned(4096)));

u64 arch_table_entry(u64 physical)
{
    return physical | TABLE;
}

u64 arch_page_entry(u64 physical, int flags)
{
    u64 entry = physical | PAGE | ACCESSED | NEVER_BY_KERNEL | NEVER_BY_USER;

    entry |= flags & PAGE_DEVICE ? 0 : NORMAL | INNER_SHAREABLE;
    if (flags & PAGE_EXECUTE) entry &= ~(flags & PAGE_USER ? NEVER_BY_USER : NEVER_BY_KERNEL);
    if (flags & PAGE_USER) entry |= USER;
    if (flags & PAGE_COPY) entry |= COPY;
    if (!(flags & PAGE_WRITE)) entry |= READ_ONLY;
    return entry;
}

u64 arch_entry_address(u64 entry)
{
    return entry & ADDRESS;
}

int arch_entry_flags(u64 entry)
{
    u64 never = entry & USER ? NEVER_BY_USER : NEVER_BY_KERNEL;
    int flags = PAGE_READ;

    if (!(entry & READ_ONLY)) flags |= PAGE_WRITE;
    if (!(entry & never)) flags |= PAGE_EXECUTE;
    if (entry & USER) flags |= PAGE_USER;
    if (entry & COPY) flags |= PAGE_COPY;
    if (!(entry & NORMAL)) flags |= PAGE_DEVICE;
    return flags;
}

/* A program's root has nothing of the kernel. */
void arch_root_init(u64 root)
{
    (void)root;
}

void arch_use_root(u64 root)
{
    if (root == kernel_root) root = PHYSICAL_ADDRESS(no_program);
    if (read_program_root() != root) write_program_root(root);
}

void arch_use_kernel_root(u64 root)
{
    write_kernel_root(root);
    write_program_root(PHYSICAL_ADDRESS(no_program));
}

void arch_map_devices(u64 root)
{
    static u64 devices[] = {
        INTERRUPT_DISTRIBUTOR, INTERRUPT_INTERFACE, INTERRUPT_REDISTRIBUTOR, INTERRUPT_REDISTRIBUTOR + 0x10000, SERIAL_PORT, CLOCK
    };
    u64 i;

    for (i = 0; i < COUNT_OF(devices); i++)
        table_map(root, DEVICES + devices[i], devices[i], PAGE_READ | PAGE_WRITE | PAGE_DEVICE);
}

void arch_flush_page(u64 address)
{
    flush_page_number(address >> 12 & 0xfffffffffffUL);
}

/* In whole pages, so in whole lines of any cache. */
void arch_code_written(void *start, u64 size)
{
    clean_code(PAGE_DOWN(start), PAGE_UP((u64)start + size));
}
