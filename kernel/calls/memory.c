/* brk mmap munmap mprotect mremap memfd_create. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

/* Whether so many pages more of a kind keep to the process's limits and, if they count, can be promised. */
static int may_take(struct space *s, u64 pages, int kind)
{
    if (s->size + pages > current->limits[RLIMIT_AS] / PAGE_SIZE) return 0;
    if (!(kind & AREA_OWN)) return 1;
    return s->data + pages <= current->limits[RLIMIT_DATA] / PAGE_SIZE && (kind & AREA_UNCOUNTED || space_may_grow(pages));
}

s64 call_brk(u64 *a)
{
    struct space *s = current->space;
    u64 wanted = a[0], old = PAGE_UP(s->break_end), new = PAGE_UP(wanted);

    if (wanted < s->break_start || wanted >= MAP_TOP) return s->break_end;
    if (new > old) {
        if (!may_take(s, (new - old) / PAGE_SIZE, AREA_OWN) || !space_is_free(s, old, new)) return s->break_end;
        if (space_add_zeros(s, old, new, PAGE_READ | PAGE_WRITE, AREA_OWN) < 0) return s->break_end;
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

/* What the area shows of the file, and whether it may. */
static int take_file(struct area *area, struct file *f, u64 protection, u64 offset)
{
    int is_shared = area->kind & AREA_SHARED;

    if (!f || f->flags & O_PATH) return -EBADF;
    if ((f->flags & O_ACCMODE) == O_WRONLY) return -EACCES;
    if (f->type != &regular_type) return -ENODEV;
    if (is_shared && protection & PROT_WRITE && !(f->flags & O_ACCMODE)) return -EACCES;
    if (is_shared && protection & PROT_WRITE && f->inode->seals & (F_SEAL_WRITE | F_SEAL_FUTURE_WRITE)) return -EPERM;
    if (protection & PROT_EXEC && mount_flags(f->inode) & MS_NOEXEC) return -EPERM;
    area->file = inode_hold(f->inode);
    area->offset = offset;
    if (f->flags & O_ACCMODE && !(is_shared && f->inode->seals & (F_SEAL_WRITE | F_SEAL_FUTURE_WRITE))) area->kind |= AREA_WRITER;
    return 0;
}

/* Memory that is shared is a file, too: without a name. Private memory of no file, or of /dev/zero, is zeros. */
static int take_memory(struct area *area, u64 size)
{
    if (!(area->kind & AREA_SHARED)) return 0;
    if (!(area->kind & AREA_UNCOUNTED) && !space_may_grow(size / PAGE_SIZE)) return -ENOMEM;
    area->file = shared_memory_new(size, !(area->kind & AREA_UNCOUNTED));
    area->kind |= AREA_WRITER;
    return area->file ? 0 : -ENOMEM;
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

static int is_zero_device(struct file *f)
{
    return f && !(f->flags & O_PATH) && f->inode->device && f->inode->device->number == ZERO_DEVICE;
}

s64 call_mmap(u64 *a)
{
    u64 sharing = a[3] & MAP_TYPE, size;
    struct file *f = NULL;
    struct area area = { 0 };
    s64 address;
    int error;

    if (a[5] & PAGE_MASK || a[1] == 0) return -EINVAL;
    if (sharing != MAP_SHARED && sharing != MAP_PRIVATE && (sharing != MAP_SHARED_VALIDATE || a[3] & MAP_ANONYMOUS)) return -EINVAL;
    if (!whole_pages(a[1], &size) || size > USER_TOP || a[3] & MAP_HUGETLB) return -ENOMEM;
    if (!range_fits(a[5], size, 0, 1UL << 63)) return -EOVERFLOW;
    area.flags = flags_of(a[2]);
    area.kind = (sharing != MAP_PRIVATE ? AREA_SHARED : area.flags & PAGE_WRITE ? AREA_OWN : 0) | (a[3] & (MAP_NORESERVE | MAP_STACK) ? AREA_UNCOUNTED : 0);
    if (!(a[3] & MAP_ANONYMOUS)) f = descriptor_file(a[4]);
    if (a[3] & MAP_ANONYMOUS || is_zero_device(f)) error = take_memory(&area, size);
    else error = take_file(&area, f, a[2], a[5]);
    if (error) return error;
    address = place(current->space, a[0], size, a[3]);
    area.start = address;
    area.end = address + size;
    if (address > 0 && !may_take(current->space, size / PAGE_SIZE, area.kind)) address = -ENOMEM;
    if (address > 0 && (error = space_add(current->space, &area)) < 0) address = error;
    if (area.file) inode_release(area.file);
    if (address > 0 && a[3] & MAP_POPULATE) space_populate(current->space, area.start, area.end);
    return address;
}

s64 call_munmap(u64 *a)
{
    u64 end;

    if (a[1] == 0 || space_range(a[0], a[1], &end) < 0) return -EINVAL;
    return space_remove(current->space, a[0], end);
}

/* Whether all areas may get these rights, and how many pages more are counted then. */
static s64 new_commitment(struct space *s, u64 start, u64 end, u64 protection)
{
    struct area *area;
    u64 pages = 0, from, to;

    for (area = s->areas; area; area = area->next) {
        from = area->start > start ? area->start : start;
        to = area->end < end ? area->end : end;
        if (from >= to) continue;
        if (area->file && protection & PROT_EXEC && mount_flags(area->file) & MS_NOEXEC) return -EACCES;
        if (!(protection & PROT_WRITE)) continue;
        if (area->kind & AREA_SHARED && !(area->kind & AREA_WRITER)) return -EACCES;
        if (!(area->kind & (AREA_SHARED | AREA_OWN | AREA_UNCOUNTED))) pages += (to - from) / PAGE_SIZE;
    }
    return pages;
}

s64 call_mprotect(u64 *a)
{
    u64 protection = a[2] & ~(u64)(PROT_GROWSDOWN | PROT_GROWSUP), end;
    s64 pages;

    if (a[0] & PAGE_MASK || protection & ~(u64)(PROT_READ | PROT_WRITE | PROT_EXEC)) return -EINVAL;
    if (a[1] == 0) return 0;
    if (space_range(a[0], a[1], &end) < 0) return -ENOMEM;
    pages = new_commitment(current->space, a[0], end, protection);
    if (pages < 0) return pages;
    if (pages > 0 && !space_may_grow(pages)) return -ENOMEM;
    return space_protect(current->space, a[0], end, flags_of(protection));
}

/* ---- mremap ---- */

/* Room behind an area's end, as far as it is free: the same area goes on there. */
static int extend(struct space *s, struct area *area, u64 old_end, u64 new_end)
{
    struct area more = *area;

    more.start = old_end;
    more.end = new_end;
    more.offset += old_end - area->start;
    return space_add(s, &more);
}

/* The target of MREMAP_FIXED: what lies there goes. */
static s64 clear_target(struct space *s, u64 start, u64 old_end, u64 to, u64 size)
{
    if (to & PAGE_MASK || !range_fits(to, size, MAP_BOTTOM, STACK_TOP) || (to < old_end && start < to + size)) return -EINVAL;
    return space_remove(s, to, to + size) < 0 ? -ENOMEM : (s64)to;
}

/* Of no bytes: shared memory is mapped once more, from there on. */
static s64 map_again(struct space *s, u64 start, u64 size)
{
    struct area *area = space_area(s, start), again;

    if (!area) return -EFAULT;
    if (!(area->kind & AREA_SHARED)) return -EINVAL;
    again = *area;
    again.offset += start - area->start;
    again.start = space_find_room(s, size);
    again.end = again.start + size;
    return again.start && space_add(s, &again) == 0 ? (s64)again.start : -ENOMEM;
}

s64 call_mremap(u64 *a)
{
    struct space *s = current->space;
    u64 start = a[0], old_end, new, new_end, old;
    struct area *area;
    s64 to;

    if (start & PAGE_MASK || a[2] == 0 || a[3] & ~(u64)(MREMAP_MAYMOVE | MREMAP_FIXED)) return -EINVAL;
    if (a[3] & MREMAP_FIXED && !(a[3] & MREMAP_MAYMOVE)) return -EINVAL;
    if (!whole_pages(a[2], &new) || space_range(start, a[1], &old_end) < 0) return -EINVAL;
    if (a[1] == 0) return a[3] == MREMAP_MAYMOVE ? map_again(s, start, new) : -EINVAL;
    old = old_end - start;
    if (a[3] & MREMAP_FIXED) {
        to = clear_target(s, start, old_end, a[4], new);
        if (to < 0) return to;
        /* What is too much of the old goes first, as on Linux. */
        if (new < old && space_remove(s, start + new, old_end) < 0) return -ENOMEM;
        if (new < old) old_end = start + (old = new);
    }
    area = space_area(s, start);
    if (!area) return -EFAULT;
    new_end = range_fits(start, new, 0, MAP_TOP) ? start + new : 0;
    /* What only loses its end may be several areas. */
    if (new <= old && !(a[3] & MREMAP_FIXED)) return space_remove(s, start + new, old_end) < 0 ? -ENOMEM : (s64)start;
    if (old_end > area->end) return -EFAULT;
    if (new > old && !may_take(s, (new - old) / PAGE_SIZE, area->kind)) return -ENOMEM;
    if (!(a[3] & MREMAP_FIXED)) {
        if (new_end && space_is_free(s, old_end, new_end)) return extend(s, area, old_end, new_end) < 0 ? -ENOMEM : (s64)start;
        to = a[3] & MREMAP_MAYMOVE ? space_find_room(s, new) : 0;
    }
    return to && space_move(s, start, old_end, to, new) == 0 ? to : -ENOMEM;
}

/* ---- memfd_create ---- */

enum { MFD_CLOEXEC = 1, MFD_ALLOW_SEALING = 2, MFD_NAME_MAX = 249 };

s64 call_memfd_create(u64 *a)
{
    char name[MFD_NAME_MAX + 1];
    struct file *f;
    s64 error;

    if (a[1] & ~(u64)(MFD_CLOEXEC | MFD_ALLOW_SEALING)) return -EINVAL;
    error = copy_in_string(name, a[0], sizeof name);
    if (error < 0) return error == -ENAMETOOLONG ? -EINVAL : error;
    error = memfd_make(name, (a[1] & MFD_ALLOW_SEALING) != 0, &f);
    return error ? error : descriptor_add(f, 0, a[1] & MFD_CLOEXEC);
}
