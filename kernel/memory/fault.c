/* A program touched a page that is not there, or may not be written yet. */
#include "base.h"
#include "files.h"
#include "linux.h"
#include "memory.h"

/*
 * A touch that only reads brings the pages around with it, as far as the file has them: a program goes on in its neighbourhood,
 * and a fault takes longer than some entries.
 */
enum { AROUND = 16 };

/* What a page is mapped with that a write must bring here first. */
static int flags_to_read(struct area *a)
{
    return (a->flags & PAGE_WRITE ? (a->flags & ~PAGE_WRITE) | PAGE_COPY : a->flags) | PAGE_USER;
}

static void put_page(struct space *s, struct area *a, u64 *entry, u64 page, int flags)
{
    space_set_page(s, entry, page, flags);
    if (a->flags & PAGE_EXECUTE) arch_code_written(KERNEL_ADDRESS(page), PAGE_SIZE);
}

/* A page of the program's own: zeros, or a copy of what is there or shall be there. */
static int own_page(struct space *s, struct area *a, u64 *entry, u64 old)
{
    int flags = a->flags | PAGE_USER;
    u64 page;

    if (*entry && page_holders(old) == 1) {
        *entry = arch_page_entry(old, flags);
        return 0;
    }
    page = page_allocate();
    if (!page) return -ENOMEM;
    if (old == zero_page) clear_page(KERNEL_ADDRESS(page));
    else copy_page(KERNEL_ADDRESS(page), KERNEL_ADDRESS(old));
    page_set_own(page, !(a->kind & AREA_UNCOUNTED));
    if (!*entry) s->resident++;
    if (!page_is_own(old)) s->own++;
    if (*entry) page_release(old);
    *entry = arch_page_entry(page, flags);
    if (flags & PAGE_EXECUTE) arch_code_written(KERNEL_ADDRESS(page), PAGE_SIZE);
    return 0;
}

/* ---- Pages of files ---- */

static u64 index_of(struct area *a, u64 address)
{
    return (a->offset + (PAGE_DOWN(address) - a->start)) / PAGE_SIZE;
}

/* The last page has its rest, behind it there is nothing. */
static int is_in_file(struct area *a, u64 index)
{
    return index < PAGE_UP(a->file->size) / PAGE_SIZE;
}

static void map_to_read(struct space *s, struct area *a, u64 *entry, u64 index)
{
    u64 page = data_page(a->file, index);

    if (!page) {
        page = zero_page;
        a->file->has_shown_zeros = 1;
    }
    page_share(page);
    put_page(s, a, entry, page, flags_to_read(a));
}

/* Of the pages around, those that the same table holds. */
static void map_around(struct space *s, struct area *a, u64 *entry, u64 address)
{
    u64 start = address & ~(AROUND * PAGE_SIZE - 1), end = start + AROUND * PAGE_SIZE, page, index;
    int flags = flags_to_read(a);

    if (start < a->start) start = a->start;
    if (end > a->end) end = a->end;
    entry -= (PAGE_DOWN(address) - start) / PAGE_SIZE;
    for (index = index_of(a, start); start < end && is_in_file(a, index); start += PAGE_SIZE, index++, entry++) {
        page = *entry ? 0 : data_page(a->file, index);
        if (!page) continue;
        page_share(page);
        *entry = arch_page_entry(page, flags);
        s->resident++;
        if (flags & PAGE_EXECUTE) arch_code_written(KERNEL_ADDRESS(page), PAGE_SIZE);
    }
}

/* The first write through each entry is the one that the file's time knows of. */
static int map_to_write(struct space *s, struct area *a, u64 *entry, u64 index)
{
    u64 page = data_page_to_write(a->file, index);

    if (!page) return a->file->memory == PROMISED_MEMORY || a->file->memory == UNPROMISED_MEMORY ? -ENOMEM : -EIO;
    inode_touch(a->file);
    page_share(page);
    put_page(s, a, entry, page, a->flags | PAGE_USER);
    return 0;
}

static int file_page(struct space *s, struct area *a, u64 *entry, u64 address, int access)
{
    u64 index = index_of(a, address);

    if (!is_in_file(a, index)) return -EIO;
    if (access == PAGE_WRITE && a->kind & AREA_SHARED) return map_to_write(s, a, entry, index);
    if (access == PAGE_WRITE) return own_page(s, a, entry, data_page(a->file, index) ? data_page(a->file, index) : zero_page);
    map_to_read(s, a, entry, index);
    map_around(s, a, entry, address);
    return 0;
}

/* ---- Faults ---- */

static int zeros_page(struct space *s, struct area *a, u64 *entry, int access)
{
    if (access == PAGE_WRITE) return own_page(s, a, entry, zero_page);
    page_share(zero_page);
    put_page(s, a, entry, zero_page, flags_to_read(a));
    return 0;
}

static int is_written_first(u64 entry, int access)
{
    return access == PAGE_WRITE && arch_entry_flags(entry) & PAGE_COPY;
}

/*
 * This and all copies between kernel and programs never sleep, whatever happens: what their callers know of files and
 * processes must still be true behind them. Files are in memory, so their pages need no waiting; waiting for memory is the
 * business of traps.c.
 */
int space_fault(struct space *s, u64 address, int access)
{
    struct area *a;
    u64 *entry;
    int error = 0;

    if (address >= USER_TOP) return -EFAULT;
    a = space_area(s, address);
    if (!a || !(a->flags & access)) return -EFAULT;
    entry = table_entry(s->root, address, 1);
    if (!entry) return -ENOMEM;
    /* No machine remembers an entry that was nothing for long: if it does, it comes again, to the flush below. */
    if (!*entry) return a->file ? file_page(s, a, entry, address, access) : zeros_page(s, a, entry, access);
    if (is_written_first(*entry, access))
        error = a->kind & AREA_SHARED ? file_page(s, a, entry, address, access) : own_page(s, a, entry, arch_entry_address(*entry));
    arch_flush_page(PAGE_DOWN(address));
    return error;
}

int space_populate(struct space *s, u64 start, u64 end)
{
    struct area *a;
    int error = 0;

    for (; start < end && !error; start += PAGE_SIZE) {
        a = space_area(s, start);
        if (a && a->flags) error = space_fault(s, start, a->flags & PAGE_WRITE ? PAGE_WRITE : a->flags & PAGE_READ ? PAGE_READ : PAGE_EXECUTE);
    }
    return error == -EIO ? -ENOMEM : error;
}

int space_clear_rest(struct space *s, u64 address)
{
    struct area *a = space_area(s, address);
    u64 *entry = table_entry(s->root, address, 1);
    int error = 0;

    if (!entry) return -ENOMEM;
    if (!*entry && a->file) error = file_page(s, a, entry, address, PAGE_READ);
    if (!error) error = own_page(s, a, entry, *entry ? arch_entry_address(*entry) : zero_page);
    if (!error) clear_bytes((u8 *)KERNEL_ADDRESS(arch_entry_address(*entry)) + (address & PAGE_MASK), PAGE_SIZE - (address & PAGE_MASK));
    return error;
}
