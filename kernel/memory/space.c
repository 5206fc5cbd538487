/* A program's memory: which addresses it may use, and its page tables. Pages come when they are touched (fault.c). */
#include "base.h"
#include "files.h"
#include "linux.h"
#include "memory.h"

struct space *spaces;

/* ---- Areas as objects: each holds its file, which knows how many show it ---- */

static struct area *area_new(struct space *s, const struct area *like, struct area *next)
{
    struct area *a = s->area_count < AREAS ? allocate(sizeof *a) : NULL;

    if (!a) return NULL;
    *a = *like;
    a->next = next;
    s->area_count++;
    if (!a->file) return a;
    inode_hold(a->file)->mappings++;
    if (a->kind & AREA_WRITER) a->file->writers++;
    return a;
}

/* Behind the end of a file nothing stays of what was written to its last page. */
static void area_free(struct space *s, struct area *a)
{
    if (a->file) {
        if (a->kind & AREA_SHARED && a->kind & AREA_WRITER) data_clear_tail(a->file);
        if (a->kind & AREA_WRITER) a->file->writers--;
        if (--a->file->mappings == 0) a->file->has_shown_zeros = 0;
        inode_release(a->file);
    }
    s->area_count--;
    release(a);
}

/* ---- Spaces ---- */

static void count_commitment(struct space *s)
{
    struct area *a;

    pages_promised -= s->committed;
    s->committed = s->size = s->data = 0;
    for (a = s->areas; a; a = a->next) {
        if (a->end == STACK_TOP) continue;
        s->size += (a->end - a->start) / PAGE_SIZE;
        if (!(a->kind & AREA_OWN)) continue;
        s->data += (a->end - a->start) / PAGE_SIZE;
        if (!(a->kind & AREA_UNCOUNTED)) s->committed += (a->end - a->start) / PAGE_SIZE;
    }
    pages_promised += s->committed;
}

static struct space *make_space(void)
{
    struct space *s = allocate(sizeof *s);

    if (!s) return NULL;
    s->root = table_new();
    if (!s->root) {
        release(s);
        return NULL;
    }
    s->holders = 1;
    s->next = spaces;
    spaces = s;
    return s;
}

struct space *space_new(void)
{
    struct space *s = make_space();
    static u64 code;
    u64 *entry;

    if (!s) return NULL;
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
    if (!entry || space_add_zeros(s, SIGNAL_CODE, SIGNAL_CODE + PAGE_SIZE, PAGE_READ | PAGE_EXECUTE, 0) < 0) {
        space_release(s);
        return NULL;
    }
    page_share(code);
    space_set_page(s, entry, code, PAGE_READ | PAGE_EXECUTE | PAGE_USER);
    return s;
}

void space_release(struct space *s)
{
    struct space **at = &spaces;
    struct area *a, *next;

    if (--s->holders > 0) return;
    table_release(s->root, 0);
    for (a = s->areas; a; a = next) {
        next = a->next;
        area_free(s, a);
    }
    pages_promised -= s->committed;
    while (*at != s) at = &(*at)->next;
    *at = s->next;
    release(s);
}

/* Shared memory is all somebody's who has it: with the last of them it goes. A file stays. */
u64 space_memory(struct space *s)
{
    u64 pages = s->own + table_count(s->root) + s->area_count * allocated_size(sizeof(struct area)) / PAGE_SIZE;
    struct area *a;

    for (a = s->areas; a; a = a->next)
        if (a->file && a->file->memory) pages += a->file->data_pages;
    return pages;
}

/* ---- Pages ---- */

static void count_page(struct space *s, u64 page, int change)
{
    s->resident += change;
    if (page_is_own(page)) s->own += change;
}

void space_set_page(struct space *s, u64 *entry, u64 page, int flags)
{
    if (*entry) {
        count_page(s, arch_entry_address(*entry), -1);
        page_release(arch_entry_address(*entry));
    }
    *entry = arch_page_entry(page, flags);
    count_page(s, page, 1);
}

/* ---- fork: both get the pages, and who writes first a copy ---- */

#define TABLE_SPAN (512 * PAGE_SIZE)

/* What a file can show again at the next touch is left to that. */
static int has_pages_to_copy(struct area *a)
{
    return !(a->kind & AREA_WIPED) && !(a->file && (a->kind & AREA_SHARED || !(a->kind & AREA_OWN)));
}

static int copy_table(struct space *s, struct space *to, struct area *a)
{
    u64 *entry, *copies = NULL;
    u64 address, page, table = 0;
    int flags;

    for (address = a->start; (entry = table_scan(s->root, &address, a->end)); address += PAGE_SIZE) {
        /* The walk to the other table is as long as all the rest: once for each table. */
        if (!copies || address / TABLE_SPAN != table) {
            table = address / TABLE_SPAN;
            copies = table_entry(to->root, table * TABLE_SPAN, 1);
            if (!copies) return -ENOMEM;
        }
        page = arch_entry_address(*entry);
        flags = arch_entry_flags(*entry);
        if (flags & PAGE_WRITE) *entry = arch_page_entry(page, (flags & ~PAGE_WRITE) | PAGE_COPY);
        copies[address / PAGE_SIZE % 512] = *entry;
        page_share(page);
        count_page(to, page, 1);
    }
    return 0;
}

static int copy_areas(struct space *s, struct space *to)
{
    struct area *a, **end = &to->areas;

    for (a = s->areas; a; a = a->next) {
        if (a->kind & AREA_NOT_INHERITED) continue;
        *end = area_new(to, a, NULL);
        if (!*end || (has_pages_to_copy(a) && copy_table(s, to, a) < 0)) return -ENOMEM;
        end = &(*end)->next;
    }
    return 0;
}

struct space *space_copy(struct space *s)
{
    struct space *copy = make_space();
    int error;

    if (!copy) return NULL;
    copy->break_start = s->break_start;
    copy->break_end = s->break_end;
    copy->arguments_start = s->arguments_start;
    copy->arguments_end = s->arguments_end;
    copy->environment_end = s->environment_end;
    error = copy_areas(s, copy);
    arch_flush_all();
    if (error) {
        space_release(copy);
        return NULL;
    }
    count_commitment(copy);
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

int space_range(u64 start, u64 size, u64 *end)
{
    u64 rounded;

    if (start & PAGE_MASK || !whole_pages(size, &rounded) || !range_fits(start, rounded, 0, SIGNAL_CODE)) return -EINVAL;
    *end = start + rounded;
    return 0;
}

/* Makes an area begin at this address if one lies over it. */
static int split(struct space *s, u64 address)
{
    struct area *a = space_area(s, address), *upper;

    if (!a || a->start == address) return 0;
    upper = area_new(s, a, a->next);
    if (!upper) return -ENOMEM;
    upper->start = a->end = address;
    upper->offset += address - a->start;
    a->next = upper;
    return 0;
}

static int can_merge(struct area *a, struct area *next)
{
    return a->end == next->start && a->flags == next->flags && a->kind == next->kind && a->file == next->file
        && (!a->file || a->offset + (a->end - a->start) == next->offset);
}

/* After every change: neighbours with equal rights become one. */
static void merge(struct space *s)
{
    struct area *a = s->areas, *next;

    count_commitment(s);
    while (a && (next = a->next)) {
        if (can_merge(a, next)) {
            a->end = next->end;
            a->next = next->next;
            area_free(s, next);
        } else {
            a = next;
        }
    }
}

void space_drop_pages(struct space *s, u64 start, u64 end)
{
    u64 address;
    u64 *entry;

    for (address = start; (entry = table_scan(s->root, &address, end)); address += PAGE_SIZE) {
        count_page(s, arch_entry_address(*entry), -1);
        page_release(arch_entry_address(*entry));
        *entry = 0;
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
        space_drop_pages(s, a->start, a->end);
        *at = a->next;
        area_free(s, a);
    }
    count_commitment(s);
    return 0;
}

static int add_area(struct space *s, const struct area *wanted)
{
    struct area **at = &s->areas, *a;

    while (*at && (*at)->start < wanted->start) at = &(*at)->next;
    a = area_new(s, wanted, *at);
    if (!a) return -ENOMEM;
    *at = a;
    merge(s);
    return 0;
}

int space_add(struct space *s, const struct area *wanted)
{
    if (!space_is_free(s, wanted->start, wanted->end) && space_remove(s, wanted->start, wanted->end) < 0) return -ENOMEM;
    return add_area(s, wanted);
}

int space_add_zeros(struct space *s, u64 start, u64 end, int flags, int kind)
{
    struct area a = { 0 };

    a.start = start;
    a.end = end;
    a.flags = flags;
    a.kind = kind;
    return space_add(s, &a);
}

/* Whoever needs memory comes first: behind that nothing can fail, and no page is ever in two private areas. */
int space_move(struct space *s, u64 start, u64 end, u64 to, u64 size)
{
    u64 from = start;
    u64 *entry, *target;
    struct area moved;

    if (split(s, start) < 0 || split(s, end) < 0) return -ENOMEM;
    moved = *space_area(s, start);
    moved.start = to;
    moved.end = to + size;
    if (add_area(s, &moved) < 0) return -ENOMEM;
    for (; (entry = table_scan(s->root, &from, end)); from += PAGE_SIZE) {
        if (table_entry(s->root, to + (from - start), 1)) continue;
        space_remove(s, to, to + size);
        return -ENOMEM;
    }
    for (from = start; (entry = table_scan(s->root, &from, end)); from += PAGE_SIZE) {
        target = table_entry(s->root, to + (from - start), 0);
        *target = *entry;
        *entry = 0;
        arch_flush_page(from);
    }
    space_remove(s, start, end);
    return 0;
}

/* A page without any rights is the kernel's alone. */
static int page_flags(int area_flags)
{
    return area_flags ? area_flags | PAGE_USER : PAGE_READ;
}

static void protect_pages(struct space *s, struct area *a)
{
    u64 address, page;
    u64 *entry;
    int flags;

    for (address = a->start; (entry = table_scan(s->root, &address, a->end)); address += PAGE_SIZE) {
        page = arch_entry_address(*entry);
        flags = page_flags(a->flags);
        if (flags & PAGE_WRITE && page_holders(page) > 1) flags = (flags & ~PAGE_WRITE) | PAGE_COPY;
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
        if (flags & PAGE_WRITE && !(a->kind & AREA_SHARED)) a->kind |= AREA_OWN;
        protect_pages(s, a);
    }
    merge(s);
    return 0;
}

int space_advise(struct space *s, u64 start, u64 end, int set, int cleared)
{
    struct area *a;

    if (split(s, start) < 0 || split(s, end) < 0) return -ENOMEM;
    for (a = s->areas; a; a = a->next)
        if (a->start >= start && a->start < end) a->kind = (a->kind & ~cleared) | set;
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
