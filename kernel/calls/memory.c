/* brk mmap munmap mprotect mremap madvise. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

s64 call_brk(u64 *a)
{
    struct space *s = current->space;
    u64 wanted = a[0], old = PAGE_UP(s->break_end), new = PAGE_UP(wanted);

    if (wanted < s->break_start || wanted >= MAP_TOP) return s->break_end;
    if (new > old) {
        if (!space_may_grow((new - old) / PAGE_SIZE) || !space_is_free(s, old, new)) return s->break_end;
        if (space_add(s, old, new, PAGE_READ | PAGE_WRITE, 0) < 0) return s->break_end;
    } else if (new < old && space_remove(s, new, old) < 0) {
        return s->break_end;
    }
    return s->break_end = wanted;
}

static int flags_of(u64 protection)
{
    return (protection & PROT_READ ? PAGE_READ : 0) | (protection & PROT_WRITE ? PAGE_READ | PAGE_WRITE : 0)
        | (protection & PROT_EXEC ? PAGE_READ | PAGE_EXECUTE : 0);
}

/* A file's contents as they are now; a private mapping's own. */
static int fill_from_file(struct space *s, struct file *f, u64 start, u64 size, u64 offset)
{
    struct io io;
    u8 *at;

    for (; size > 0; size -= PAGE_SIZE, start += PAGE_SIZE, offset += PAGE_SIZE) {
        if (offset >= f->inode->size) return 0;
        at = space_pointer(s, start, PAGE_READ);
        if (!at) return -ENOMEM;
        io_kernel(&io, at, PAGE_SIZE);
        data_read(f->inode, offset, &io);
        arch_code_written(at, PAGE_SIZE);
    }
    return 0;
}

static int check_file(struct file *f, u64 kind, u64 protection, u64 offset)
{
    if (!f || f->flags & O_PATH) return -EBADF;
    if (!is_file(f->inode)) return -ENODEV;
    if ((f->flags & O_ACCMODE) == O_WRONLY) return -EACCES;
    /* Writing through a mapping to the file is what this tree cannot do. */
    if (kind == MAP_SHARED && protection & PROT_WRITE) return (f->flags & O_ACCMODE) == O_RDONLY ? -EACCES : -ENODEV;
    return offset & PAGE_MASK ? -EINVAL : 0;
}

/* Where a mapping goes: the program's address if it must or can be that, or what is free. */
static s64 place(struct space *s, u64 address, u64 size, u64 flags)
{
    if (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) {
        if (address & PAGE_MASK) return -EINVAL;
        if (address < MAP_BOTTOM) return -EPERM;
        if (!range_fits(address, size, MAP_BOTTOM, STACK_TOP)) return -ENOMEM;
        if (flags & MAP_FIXED_NOREPLACE && !space_is_free(s, address, address + size)) return -EEXIST;
        return address;
    }
    address = PAGE_UP(address);
    if (!range_fits(address, size, MAP_BOTTOM, MAP_TOP) || !space_is_free(s, address, address + size)) address = space_find_room(s, size);
    return address ? (s64)address : -ENOMEM;
}

static int map_file(struct space *s, u64 address, u64 size, int flags, int kind, struct file *f, u64 offset)
{
    /* Readable while it is filled, whatever the program wants in the end. */
    int error = space_add(s, address, address + size, flags | PAGE_READ, kind);

    if (!error) error = fill_from_file(s, f, address, size, offset);
    if (!error && !(flags & PAGE_READ)) error = space_protect(s, address, address + size, flags);
    if (error) space_remove(s, address, address + size);
    return error;
}

s64 call_mmap(u64 *a)
{
    u64 sharing = a[3] & 3, size;
    struct file *f = NULL;
    int flags = flags_of(a[2]), kind = a[3] & (MAP_NORESERVE | MAP_STACK) ? AREA_UNCOUNTED : 0, error;
    s64 address;

    if (a[1] == 0 || (sharing != MAP_SHARED && sharing != MAP_PRIVATE)) return -EINVAL;
    if (!whole_pages(a[1], &size) || size > USER_TOP) return -ENOMEM;
    if (!(a[3] & MAP_ANONYMOUS)) {
        f = descriptor_file(a[4]);
        error = check_file(f, sharing, a[2], a[5]);
        if (error) return error;
        if (sharing == MAP_SHARED) kind |= AREA_FILE;
    } else if (sharing == MAP_SHARED) {
        kind = AREA_SHARED;
    }
    address = place(current->space, a[0], size, a[3]);
    if (address < 0) return address;
    /* Pages that are made at once are counted in any case. */
    if (((flags & PAGE_WRITE && !(kind & AREA_UNCOUNTED)) || kind & AREA_SHARED || f) && !space_may_grow(size / PAGE_SIZE)) return -ENOMEM;
    if (f) error = map_file(current->space, address, size, flags, kind, f, a[5]);
    else error = space_add(current->space, address, address + size, flags, kind);
    return error ? error : address;
}

/* Whole pages from the beginning of one, all of them addresses that programs can have; the page with the signal code is kept. */
static int check_range(u64 start, u64 size, u64 *end)
{
    u64 rounded;

    if (start & PAGE_MASK || !whole_pages(size, &rounded) || !range_fits(start, rounded, 0, SIGNAL_CODE)) return -EINVAL;
    *end = start + rounded;
    return 0;
}

s64 call_munmap(u64 *a)
{
    u64 end;

    if (a[1] == 0 || check_range(a[0], a[1], &end) < 0) return -EINVAL;
    return space_remove(current->space, a[0], end);
}

/* What would become writable: how many pages that are counted then; or that it may not. */
static s64 newly_writable(struct space *s, u64 start, u64 end)
{
    struct area *area;
    u64 pages = 0, from, to;

    for (area = s->areas; area; area = area->next) {
        from = area->start > start ? area->start : start;
        to = area->end < end ? area->end : end;
        if (from >= to) continue;
        if (area->kind & AREA_FILE) return -EACCES;
        if (!(area->flags & PAGE_WRITE) && !(area->kind & AREA_UNCOUNTED)) pages += (to - from) / PAGE_SIZE;
    }
    return pages;
}

s64 call_mprotect(u64 *a)
{
    u64 protection = a[2] & ~(u64)(PROT_GROWSDOWN | PROT_GROWSUP), end;
    s64 pages = 0;

    if (a[0] & PAGE_MASK || protection & ~(u64)(PROT_READ | PROT_WRITE | PROT_EXEC)) return -EINVAL;
    if (a[1] == 0) return 0;
    if (check_range(a[0], a[1], &end) < 0) return -ENOMEM;
    if (protection & PROT_WRITE) pages = newly_writable(current->space, a[0], end);
    if (pages < 0) return pages;
    if (pages > 0 && !space_may_grow(pages)) return -ENOMEM;
    return space_protect(current->space, a[0], end, flags_of(protection));
}

s64 call_mremap(u64 *a)
{
    struct space *s = current->space;
    u64 start = a[0], old_end, new, new_end;
    struct area *area;

    if (start & PAGE_MASK || a[2] == 0 || a[3] & ~(u64)MREMAP_MAYMOVE || a[1] == 0) return -EINVAL;
    if (!whole_pages(a[2], &new) || check_range(start, a[1], &old_end) < 0) return -EINVAL;
    area = space_area(s, start);
    if (!area || old_end > area->end) return -EFAULT;
    new_end = range_fits(start, new, 0, MAP_TOP) ? start + new : 0;
    if (new <= old_end - start) return space_remove(s, start + new, old_end) < 0 ? -ENOMEM : (s64)start;
    if (!(area->kind & AREA_UNCOUNTED) && !space_may_grow((new - (old_end - start)) / PAGE_SIZE)) return -ENOMEM;
    if (new_end && space_is_free(s, old_end, new_end)) {
        if (space_add(s, old_end, new_end, area->flags, area->kind) < 0) return -ENOMEM;
        return start;
    }
    return a[3] & MREMAP_MAYMOVE ? space_move(s, start, old_end, new) : -ENOMEM;
}

enum { MADV_DONTNEED = 4, MADV_FREE = 8 };

/* Advice can be ignored; but what is not needed reads as zeros afterwards. */
s64 call_madvise(u64 *a)
{
    struct space *s = current->space;
    u64 start = a[0], end, from, to;
    struct area *area;
    int flags, kind;

    if (check_range(start, a[1], &end) < 0) return -EINVAL;
    if ((u32)a[2] != MADV_DONTNEED) return (u32)a[2] > 25 ? -EINVAL : 0;
    while (start < end) {
        area = space_area(s, start);
        if (!area) return -ENOMEM;
        from = start;
        to = area->end < end ? area->end : end;
        flags = area->flags;
        kind = area->kind;
        if (!(kind & AREA_SHARED) && (space_remove(s, from, to) < 0 || space_add(s, from, to, flags, kind) < 0)) return -ENOMEM;
        start = to;
    }
    return 0;
}

s64 call_msync(u64 *a)
{
    u64 end;

    if (check_range(a[0], a[1], &end) < 0) return -EINVAL;
    return end > a[0] && space_is_free(current->space, a[0], end) ? -ENOMEM : 0;
}
