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

/* Pages that several processes shall see are made at once: fork then finds them. */
static int make_pages(struct space *s, u64 start, u64 end)
{
    u64 address;

    for (address = start; address < end; address += PAGE_SIZE)
        if (space_fault(s, address, PAGE_READ) < 0) return -ENOMEM;
    return 0;
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
    if (!f) return -EBADF;
    if (!is_file(f->inode)) return -ENODEV;
    if ((f->flags & O_ACCMODE) == O_WRONLY) return -EACCES;
    /* Writing through a mapping to the file is what this tree cannot do. */
    if (kind == MAP_SHARED && protection & PROT_WRITE) return (f->flags & O_ACCMODE) == O_RDONLY ? -EACCES : -ENODEV;
    return offset & PAGE_MASK ? -EINVAL : 0;
}

s64 call_mmap(u64 *a)
{
    u64 address = a[0], size = PAGE_UP(a[1]), kind = a[3] & 3;
    struct file *f = NULL;
    int flags = flags_of(a[2]), error = 0;

    if (a[1] == 0 || (kind != MAP_SHARED && kind != MAP_PRIVATE)) return -EINVAL;
    if (size == 0 || size > USER_TOP) return -ENOMEM;
    if (!(a[3] & MAP_ANONYMOUS)) {
        f = descriptor_file(a[4]);
        error = check_file(f, kind, a[2], a[5]);
        if (error) return error;
    }
    if (a[3] & (MAP_FIXED | MAP_FIXED_NOREPLACE)) {
        if (address & PAGE_MASK) return -EINVAL;
        if (address < MAP_BOTTOM) return -EPERM;
        if (address + size > STACK_TOP) return -ENOMEM;
        if (a[3] & MAP_FIXED_NOREPLACE && !space_is_free(current->space, address, address + size)) return -EEXIST;
    } else {
        address = PAGE_UP(address);
        if (address < MAP_BOTTOM || address + size > MAP_TOP || !space_is_free(current->space, address, address + size))
            address = space_find_room(current->space, size);
        if (!address) return -ENOMEM;
    }
    if ((flags & PAGE_WRITE || f) && !space_may_grow(size / PAGE_SIZE)) return -ENOMEM;
    error = space_add(current->space, address, address + size, flags, kind == MAP_SHARED && !f);
    if (!error && f) {
        /* Readable while it is filled, whatever the program wants in the end. */
        if (!(flags & PAGE_READ)) error = space_protect(current->space, address, address + size, PAGE_READ);
        if (!error) error = fill_from_file(current->space, f, address, size, a[5]);
        if (!error && !(flags & PAGE_READ)) error = space_protect(current->space, address, address + size, flags);
    } else if (!error && kind == MAP_SHARED && flags) {
        error = make_pages(current->space, address, address + size);
    }
    if (error) space_remove(current->space, address, address + size);
    return error ? error : (s64)address;
}

static int bad_range(u64 start, u64 size)
{
    return start & PAGE_MASK || start + size < start || start + PAGE_UP(size) > USER_TOP;
}

/* The page with the signal code is not the program's. */
static int is_kept(u64 start, u64 size)
{
    return start + PAGE_UP(size) > SIGNAL_CODE;
}

s64 call_munmap(u64 *a)
{
    if (a[1] == 0 || bad_range(a[0], a[1]) || is_kept(a[0], a[1])) return -EINVAL;
    return space_remove(current->space, a[0], a[0] + PAGE_UP(a[1]));
}

/* How much of a range would become writable. */
static u64 not_writable(struct space *s, u64 start, u64 end)
{
    struct area *area;
    u64 pages = 0, from, to;

    for (area = s->areas; area; area = area->next) {
        from = area->start > start ? area->start : start;
        to = area->end < end ? area->end : end;
        if (from < to && !(area->flags & PAGE_WRITE)) pages += (to - from) / PAGE_SIZE;
    }
    return pages;
}

s64 call_mprotect(u64 *a)
{
    u64 protection = a[2] & ~(u64)(PROT_GROWSDOWN | PROT_GROWSUP);

    if (a[0] & PAGE_MASK || protection & ~(u64)(PROT_READ | PROT_WRITE | PROT_EXEC)) return -EINVAL;
    if (a[1] == 0) return 0;
    if (bad_range(a[0], a[1])) return -ENOMEM;
    if (is_kept(a[0], a[1])) return -EACCES;
    if (protection & PROT_WRITE && !space_may_grow(not_writable(current->space, a[0], a[0] + PAGE_UP(a[1])))) return -ENOMEM;
    return space_protect(current->space, a[0], a[0] + PAGE_UP(a[1]), flags_of(protection));
}

/* Moves the pages of an area, all of one kind, to where there is room. */
static s64 move(struct space *s, struct area *area, u64 start, u64 old, u64 new)
{
    u64 to = space_find_room(s, new), offset;
    int flags = area->flags, shared = area->shared;
    u64 *from_entry, *to_entry;

    if (!to || space_add(s, to, to + new, flags, shared) < 0) return -ENOMEM;
    for (offset = 0; offset < old; offset += PAGE_SIZE) {
        from_entry = table_entry(s->root, start + offset, 0);
        if (!from_entry || !*from_entry) continue;
        to_entry = table_entry(s->root, to + offset, 1);
        if (!to_entry) {
            space_remove(s, to, to + new);
            return -ENOMEM;
        }
        page_share(arch_entry_address(*from_entry));
        *to_entry = *from_entry;
        s->resident++;
    }
    space_remove(s, start, start + old);
    return to;
}

s64 call_mremap(u64 *a)
{
    struct space *s = current->space;
    u64 start = a[0], old = PAGE_UP(a[1]), new = PAGE_UP(a[2]);
    struct area *area;

    if (start & PAGE_MASK || a[2] == 0 || a[3] & ~(u64)MREMAP_MAYMOVE || old == 0) return -EINVAL;
    area = space_area(s, start);
    if (!area || start + old > area->end || start + old < start) return -EFAULT;
    if (new <= old) return space_remove(s, start + new, start + old) < 0 ? -ENOMEM : (s64)start;
    if (!space_may_grow((new - old) / PAGE_SIZE)) return -ENOMEM;
    if (start + new <= MAP_TOP && start + new > start && space_is_free(s, start + old, start + new)) {
        if (space_add(s, start + old, start + new, area->flags, area->shared) < 0) return -ENOMEM;
        return start;
    }
    return a[3] & MREMAP_MAYMOVE ? move(s, area, start, old, new) : -ENOMEM;
}

enum { MADV_DONTNEED = 4, MADV_FREE = 8 };

/* Advice can be ignored; but what is not needed reads as zeros afterwards. */
s64 call_madvise(u64 *a)
{
    struct space *s = current->space;
    u64 start = a[0], end = a[0] + PAGE_UP(a[1]), from, to;
    struct area *area;
    int flags, shared;

    if (bad_range(start, a[1])) return -EINVAL;
    if ((u32)a[2] != MADV_DONTNEED) return (u32)a[2] > 25 ? -EINVAL : 0;
    while (start < end) {
        area = space_area(s, start);
        if (!area || is_kept(start, PAGE_SIZE)) return -ENOMEM;
        from = start;
        to = area->end < end ? area->end : end;
        flags = area->flags;
        shared = area->shared;
        if (!shared && (space_remove(s, from, to) < 0 || space_add(s, from, to, flags, shared) < 0)) return -ENOMEM;
        start = to;
    }
    return 0;
}

s64 call_msync(u64 *a)
{
    return bad_range(a[0], a[1]) ? -EINVAL : space_is_free(current->space, a[0], a[0] + PAGE_UP(a[1])) && a[1] ? -ENOMEM : 0;
}
