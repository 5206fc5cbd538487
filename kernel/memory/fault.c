/* A program touched a page that is not there, or may not be written yet. */
#include "base.h"
#include "linux.h"
#include "memory.h"

static int fresh_page(struct space *s, struct area *a, u64 *entry)
{
    u64 page = page_allocate_clear();

    if (!page) return -ENOMEM;
    *entry = arch_page_entry(page, a->flags | PAGE_USER);
    s->resident++;
    return 0;
}

/* A page that others hold too gets a copy; the last holder keeps it. */
static int own_page(struct area *a, u64 *entry)
{
    u64 page = arch_entry_address(*entry), copy;

    if (page_holders(page) > 1) {
        copy = page_allocate();
        if (!copy) return -ENOMEM;
        copy_page(KERNEL_ADDRESS(copy), KERNEL_ADDRESS(page));
        page_release(page);
        page = copy;
        if (a->flags & PAGE_EXECUTE) arch_code_written(KERNEL_ADDRESS(page), PAGE_SIZE);
    }
    *entry = arch_page_entry(page, a->flags | PAGE_USER);
    return 0;
}

/*
 * This and all copies between kernel and programs never sleep, whatever happens: what their callers know of files and
 * processes must still be true behind them. Waiting for memory is the business of traps.c.
 */
int space_fault(struct space *s, u64 address, int access)
{
    struct area *a;
    u64 *entry;
    int error = 0, flags;

    if (address >= USER_TOP) return -EFAULT;
    a = space_area(s, address);
    if (!a || !(a->flags & access)) return -EFAULT;
    entry = table_entry(s->root, address, 1);
    if (!entry) return -ENOMEM;
    flags = arch_entry_flags(*entry);
    /* No machine remembers an entry that was nothing for long: if it does, it comes again, to the flush below. */
    if (!*entry) return fresh_page(s, a, entry);
    if (access == PAGE_WRITE && flags & PAGE_COPY) error = own_page(a, entry);
    arch_flush_page(PAGE_DOWN(address));
    return error;
}
