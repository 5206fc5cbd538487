/* A program's memory: which addresses it may use, and its page tables. Pages come when they are touched (fault.c). */
#include "base.h"
#include "linux.h"
#include "memory.h"

struct space *space_new(void)
{
    struct space *s = allocate(sizeof *s);
    static u64 code;
    u64 *entry;

    if (!s) return NULL;
    s->root = table_new();
    s->holders = 1;
    if (!s->root) {
        release(s);
        return NULL;
    }
    /* Every program has the code at the end of its addresses that leaves a signal handler. */
    if (!code) {
        code = page_allocate_clear();
        if (code) {
            copy_bytes(KERNEL_ADDRESS(code), arch_signal_code, arch_signal_code_size);
            arch_code_written(KERNEL_ADDRESS(code), PAGE_SIZE);
        }
    }
    /* All share the page, but the area is private: whatever becomes of its rights, who writes gets a copy. */
    entry = code ? table_entry(s->root, SIGNAL_CODE, 1) : NULL;
    if (!entry || space_add(s, SIGNAL_CODE, SIGNAL_CODE + PAGE_SIZE, PAGE_READ | PAGE_EXECUTE, 0) < 0) {
        space_release(s);
        return NULL;
    }
    page_share(code);
    *entry = arch_page_entry(code, PAGE_READ | PAGE_EXECUTE | PAGE_USER);
    return s;
}

void space_release(struct space *s)
{
    struct area *a, *next;

    if (--s->holders > 0) return;
    table_release(s->root, 0);
    for (a = s->areas; a; a = next) {
        next = a->next;
        release(a);
    }
    release(s);
}

/* ---- fork: both get the pages, and who writes first a copy ---- */

static int copy_table(u64 from, u64 to, struct area *a)
{
    u64 *entry, *copy;
    u64 address;
    int flags;

    for (address = a->start; (entry = table_scan(from, &address, a->end)); address += PAGE_SIZE) {
        copy = table_entry(to, address, 1);
        if (!copy) return -ENOMEM;
        flags = arch_entry_flags(*entry);
        if (!(a->kind & AREA_SHARED) && flags & PAGE_WRITE) {
            flags = (flags & ~PAGE_WRITE) | PAGE_COPY;
            *entry = arch_page_entry(arch_entry_address(*entry), flags);
        }
        page_share(arch_entry_address(*entry));
        *copy = arch_page_entry(arch_entry_address(*entry), flags);
    }
    return 0;
}

static struct area *area_new(u64 start, u64 end, int flags, int kind, struct area *next)
{
    struct area *a = allocate(sizeof *a);

    if (!a) return NULL;
    a->start = start;
    a->end = end;
    a->flags = flags;
    a->kind = kind;
    a->next = next;
    return a;
}

struct space *space_copy(struct space *s)
{
    struct space *copy = allocate(sizeof *copy);
    struct area *a, **end;

    if (!copy) return NULL;
    *copy = *s;
    copy->holders = 1;
    copy->areas = NULL;
    copy->root = table_new();
    if (!copy->root) {
        release(copy);
        return NULL;
    }
    end = &copy->areas;
    for (a = s->areas; a; a = a->next) {
        *end = area_new(a->start, a->end, a->flags, a->kind, NULL);
        if (!*end || copy_table(s->root, copy->root, a) < 0) {
            space_release(copy);
            arch_flush_all();
            return NULL;
        }
        end = &(*end)->next;
    }
    arch_flush_all();
    return copy;
}

/* ---- Areas ---- */

struct area *space_area(struct space *s, u64 address)
{
    struct area *a;

    for (a = s->areas; a && a->end <= address; a = a->next)
        ;
    return a && a->start <= address ? a : NULL;
}

int space_is_free(struct space *s, u64 start, u64 end)
{
    struct area *a;

    for (a = s->areas; a && a->end <= start; a = a->next)
        ;
    return !a || a->start >= end;
}

/* Makes an area begin at this address if one lies over it. */
static int split(struct space *s, u64 address)
{
    struct area *a = space_area(s, address), *upper;

    if (!a || a->start == address) return 0;
    upper = area_new(address, a->end, a->flags, a->kind, a->next);
    if (!upper) return -ENOMEM;
    a->end = address;
    a->next = upper;
    return 0;
}

static void count_commitment(struct space *s)
{
    struct area *a;

    s->committed = 0;
    for (a = s->areas; a; a = a->next)
        if (a->flags & PAGE_WRITE && !(a->kind & AREA_UNCOUNTED)) s->committed += (a->end - a->start) / PAGE_SIZE;
}

/* After every change: neighbours with equal rights become one. */
static void merge(struct space *s)
{
    struct area *a = s->areas, *next;

    count_commitment(s);
    while (a && (next = a->next)) {
        if (a->end == next->start && a->flags == next->flags && a->kind == next->kind) {
            a->end = next->end;
            a->next = next->next;
            release(next);
        } else {
            a = next;
        }
    }
}

static void drop_pages(struct space *s, u64 start, u64 end)
{
    u64 address;
    u64 *entry;

    for (address = start; (entry = table_scan(s->root, &address, end)); address += PAGE_SIZE) {
        page_release(arch_entry_address(*entry));
        *entry = 0;
        s->resident--;
        arch_flush_page(address);
    }
}

int space_remove(struct space *s, u64 start, u64 end)
{
    struct area **at = &s->areas, *a;

    if (split(s, start) < 0 || split(s, end) < 0) return -ENOMEM;
    while ((a = *at)) {
        if (a->start < start) {
            at = &a->next;
            continue;
        }
        if (a->start >= end) break;
        drop_pages(s, a->start, a->end);
        *at = a->next;
        release(a);
    }
    count_commitment(s);
    return 0;
}

/* A page without any rights is the kernel's alone. */
static int page_flags(int area_flags)
{
    return area_flags ? area_flags | PAGE_USER : PAGE_READ;
}

static int make_pages(struct space *s, u64 start, u64 end, int flags)
{
    u64 address, page;
    u64 *entry;

    for (address = start; address < end; address += PAGE_SIZE) {
        entry = table_entry(s->root, address, 1);
        if (!entry) return -ENOMEM;
        if (*entry) continue;
        page = page_allocate_clear();
        if (!page) return -ENOMEM;
        *entry = arch_page_entry(page, page_flags(flags));
        s->resident++;
    }
    return 0;
}

static int add_area(struct space *s, u64 start, u64 end, int flags, int kind)
{
    struct area **at = &s->areas, *a;

    while (*at && (*at)->start < start) at = &(*at)->next;
    a = area_new(start, end, flags, kind, *at);
    if (!a) return -ENOMEM;
    *at = a;
    merge(s);
    return 0;
}

int space_add(struct space *s, u64 start, u64 end, int flags, int kind)
{
    if (!space_is_free(s, start, end) && space_remove(s, start, end) < 0) return -ENOMEM;
    if (add_area(s, start, end, flags, kind) < 0) return -ENOMEM;
    if (!(kind & AREA_SHARED) || make_pages(s, start, end, flags) == 0) return 0;
    space_remove(s, start, end);
    return -ENOMEM;
}

/* Whoever needs memory comes first: behind that nothing can fail, and no page is ever in two private areas. */
s64 space_move(struct space *s, u64 start, u64 end, u64 size)
{
    u64 to = space_find_room(s, size), from = start;
    struct area *a;
    u64 *entry, *target;
    int flags, kind, error = 0;

    if (!to || split(s, start) < 0 || split(s, end) < 0) return -ENOMEM;
    a = space_area(s, start);
    flags = a->flags;
    kind = a->kind;
    if (add_area(s, to, to + size, flags, kind) < 0) return -ENOMEM;
    if (kind & AREA_SHARED) error = make_pages(s, to + (end - start), to + size, flags);
    for (; !error && (entry = table_scan(s->root, &from, end)); from += PAGE_SIZE)
        if (!table_entry(s->root, to + (from - start), 1)) error = -ENOMEM;
    if (error) {
        space_remove(s, to, to + size);
        return error;
    }
    for (from = start; (entry = table_scan(s->root, &from, end)); from += PAGE_SIZE) {
        target = table_entry(s->root, to + (from - start), 0);
        *target = *entry;
        *entry = 0;
        arch_flush_page(from);
    }
    space_remove(s, start, end);
    return to;
}

static void protect_pages(struct space *s, struct area *a)
{
    u64 address, page;
    u64 *entry;
    int flags;

    for (address = a->start; (entry = table_scan(s->root, &address, a->end)); address += PAGE_SIZE) {
        page = arch_entry_address(*entry);
        flags = page_flags(a->flags);
        if (flags & PAGE_WRITE && !(a->kind & AREA_SHARED) && page_holders(page) > 1) flags = (flags & ~PAGE_WRITE) | PAGE_COPY;
        *entry = arch_page_entry(page, flags);
        if (flags & PAGE_EXECUTE) arch_code_written(KERNEL_ADDRESS(page), PAGE_SIZE);
        arch_flush_page(address);
    }
}

int space_protect(struct space *s, u64 start, u64 end, int flags)
{
    struct area *a;
    u64 at = start;

    for (a = s->areas; a && at < end; a = a->next)
        if (a->start <= at && a->end > at) at = a->end;
    if (at < end) return -ENOMEM;
    if (split(s, start) < 0 || split(s, end) < 0) return -ENOMEM;
    for (a = s->areas; a; a = a->next) {
        if (a->start < start || a->start >= end) continue;
        a->flags = flags;
        protect_pages(s, a);
    }
    merge(s);
    return 0;
}

/* The highest free room below MAP_TOP. */
u64 space_find_room(struct space *s, u64 size)
{
    struct area *a;
    u64 from = MAP_BOTTOM, best = 0;

    if (size > MAP_TOP - MAP_BOTTOM) return 0;
    for (a = s->areas; a && a->start <= MAP_TOP; a = a->next) {
        if (a->start >= from && a->start - from >= size) best = a->start - size;
        if (a->end > from) from = a->end;
    }
    if (from <= MAP_TOP && MAP_TOP - from >= size) best = MAP_TOP - size;
    return best;
}
