/* What is said of memory, and asked: madvise msync mincore, and the locks. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

/* ---- Advice ---- */

/* A piece of an area that is all of one kind. */
static s64 advise(struct space *s, struct area *area, u64 start, u64 end, u32 advice)
{
    int error;

    switch (advice) {
    case MADV_FREE:
        if (area->file) return -EINVAL;
        /* fall through */
    case MADV_DONTNEED:
        space_drop_pages(s, start, end);
        return 0;
    case MADV_REMOVE:
        if (!area->file) return -EINVAL;
        if (!(area->kind & AREA_SHARED) || !(area->kind & AREA_WRITER)) return -EACCES;
        data_punch(area->file, area->offset + (start - area->start), area->offset + (end - area->start));
        return 0;
    case MADV_WIPEONFORK:
        if (area->file) return -EINVAL;
        return space_advise(s, start, end, AREA_WIPED, 0);
    case MADV_KEEPONFORK: return space_advise(s, start, end, 0, AREA_WIPED);
    case MADV_DONTFORK: return space_advise(s, start, end, AREA_NOT_INHERITED, 0);
    case MADV_DOFORK: return space_advise(s, start, end, 0, AREA_NOT_INHERITED);
    case MADV_POPULATE_READ:
    case MADV_POPULATE_WRITE:
        for (; start < end; start += PAGE_SIZE) {
            error = space_fault(s, start, advice == MADV_POPULATE_WRITE ? PAGE_WRITE : PAGE_READ);
            if (error) return error == -EIO ? -EFAULT : error;
        }
    }
    return 0;
}

/* The next area at or behind an address. */
static struct area *area_from(struct space *s, u64 address)
{
    struct area *area;

    for (area = s->areas; area && area->end <= address; area = area->next)
        ;
    return area;
}

/* What is only about speed is ignored. Holes are passed by, and told of at the end. */
s64 call_madvise(u64 *a)
{
    u64 start = a[0], end, next;
    u32 advice = a[2];
    struct area *area;
    s64 error = 0, result;

    if (space_range(start, a[1], &end) < 0 || advice > MADV_LAST || (advice > MADV_DONTNEED && advice < MADV_FREE)) return -EINVAL;
    for (; start < end; start = next) {
        area = area_from(current->space, start);
        if (!area || area->start > start) {
            error = -ENOMEM;
            next = area ? area->start : end;
            continue;
        }
        next = area->end < end ? area->end : end;
        result = advise(current->space, area, start, next, advice);
        if (result) return result;
    }
    return error;
}

/* ---- What is there ---- */

static int is_mapped(struct space *s, u64 start, u64 end)
{
    struct area *area;

    while (start < end && (area = space_area(s, start))) start = area->end;
    return start >= end;
}

/* Files are in memory, so what was written to them is there already. */
s64 call_msync(u64 *a)
{
    u64 end;

    if (a[2] & ~(u64)(MS_ASYNC | MS_INVALIDATE | MS_SYNC) || (a[2] & MS_ASYNC && a[2] & MS_SYNC) || a[0] & PAGE_MASK) return -EINVAL;
    return space_range(a[0], a[1], &end) == 0 && is_mapped(current->space, a[0], end) ? 0 : -ENOMEM;
}

/* A byte for each page: whether a touch would find it. */
s64 call_mincore(u64 *a)
{
    struct space *s = current->space;
    u64 start = a[0], end, to = a[2];
    struct area *area;
    u64 *entry;
    u8 there;

    if (start & PAGE_MASK) return -EINVAL;
    if (space_range(start, a[1], &end) < 0) return -ENOMEM;
    for (; start < end; start += PAGE_SIZE, to++) {
        area = space_area(s, start);
        if (!area) return -ENOMEM;
        entry = table_entry(s->root, start, 0);
        there = (entry && *entry) || (area->file && data_page(area->file, (area->offset + (start - area->start)) / PAGE_SIZE));
        if (copy_out(to, &there, 1) < 0) return -EFAULT;
    }
    return 0;
}

/* ---- Locks: no page ever leaves memory, so what is locked must only be there ---- */

enum { MLOCK_ONFAULT = 1, MCL_CURRENT = 1, MCL_FUTURE = 2, MCL_ONFAULT = 4 };

/* Here addresses need not be those of pages. */
static s64 locked_range(u64 *start, u64 size, u64 *end)
{
    u64 before = *start & PAGE_MASK;

    *start -= before;
    if (!range_fits(size, before, 0, ~0UL)) return -EINVAL;
    return space_range(*start, size + before, end) == 0 && is_mapped(current->space, *start, *end) ? 0 : -ENOMEM;
}

static s64 lock(u64 start, u64 size, int is_later)
{
    u64 end;
    s64 error = locked_range(&start, size, &end);

    return error || is_later ? error : space_populate(current->space, start, end);
}

s64 call_mlock(u64 *a)
{
    return lock(a[0], a[1], 0);
}

s64 call_mlock2(u64 *a)
{
    return a[2] & ~(u64)MLOCK_ONFAULT ? -EINVAL : lock(a[0], a[1], a[2] & MLOCK_ONFAULT);
}

s64 call_munlock(u64 *a)
{
    return lock(a[0], a[1], 1);
}

/* All but what was asked for without a promise: that may be more than there is. */
s64 call_mlockall(u64 *a)
{
    struct area *area;
    s64 error = 0;

    if (!(a[0] & (MCL_CURRENT | MCL_FUTURE)) || a[0] & ~(u64)(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT)) return -EINVAL;
    if (!(a[0] & MCL_CURRENT) || a[0] & MCL_ONFAULT) return 0;
    for (area = current->space->areas; area && error != -ENOMEM; area = area->next)
        if (!(area->kind & AREA_UNCOUNTED)) error = space_populate(current->space, area->start, area->end);
    return error == -ENOMEM ? error : 0;
}

s64 call_munlockall(u64 *a)
{
    (void)a;
    return 0;
}
