/* Physical pages: who holds how many, and which are free. */
#include "base.h"
#include "checks.h"
#include "memory.h"

/*
 * One for each page from first_page on; while a page is free, `next` is the number of another free one, afterwards
 * whose it is, if it is a program's.
 */
struct page {
    u32 holders;
    u32 next;
};

enum { NONE = 0xffffffff, KEPT_OUT = 0xfffffffe, OWN = 0xfffffffd, OWN_PROMISED = 0xfffffffc, SHARED_PROMISED = 0xfffffffb };

u64 pages_total, pages_free, pages_promised_used, zero_page;

static struct page *pages;
static u64 first_page, page_count;
static u32 free_list = NONE;

static struct page *page_at(u64 physical)
{
    return &pages[physical / PAGE_SIZE - first_page];
}

static void add_free(u32 index)
{
    CHECK(check_fill(KERNEL_ADDRESS((first_page + index) * PAGE_SIZE), PAGE_SIZE));
    pages[index].holders = 0;
    pages[index].next = free_list;
    free_list = index;
    pages_free++;
}

/* From the last page to the first, so that the first ones are handed out first. */
void pages_add(u64 start, u64 end)
{
    u64 index;

    start = PAGE_UP(start) / PAGE_SIZE;
    end = PAGE_DOWN(end) / PAGE_SIZE;
    for (index = end; index-- > start;) {
        add_free(index - first_page);
        pages_total++;
    }
}

/* A range without what lies in the kept ranges, of which `kept` are left to look at. */
static void add_without(u64 start, u64 end, struct memory_range *keep, int kept)
{
    u64 from, to;

    for (; kept > 0; keep++, kept--) {
        from = PAGE_DOWN(keep->start);
        to = PAGE_UP(keep->start + keep->size);
        if (to <= start || from >= end) continue;
        if (to < end) add_without(to, end, keep + 1, kept - 1);
        if (from <= start) return;
        end = from;
    }
    if (start < end) pages_add(start, end);
}

/* A place for the page array: behind the image, or where else it fits. */
static u64 find_room(u64 size, struct memory_range *keep, int kept)
{
    u64 at, end;
    int i, k;

    for (i = 0; i < boot_info.memory_count; i++) {
        at = PAGE_UP(boot_info.memory[i].start);
        end = boot_info.memory[i].start + boot_info.memory[i].size;
        for (k = 0; k < kept; k++) {
            if (at + size <= keep[k].start || at >= keep[k].start + keep[k].size) continue;
            at = PAGE_UP(keep[k].start + keep[k].size);
            k = -1;
        }
        if (at + size <= end) return at;
    }
    panic("no room for the list of pages: %lu KiB", size / 1024);
    return 0;
}

void pages_init(void)
{
    struct memory_range keep[4];
    u64 end = 0, size, i;
    int m;

    first_page = ~0UL;
    for (m = 0; m < boot_info.memory_count; m++) {
        if (boot_info.memory[m].start / PAGE_SIZE < first_page) first_page = boot_info.memory[m].start / PAGE_SIZE;
        if (boot_info.memory[m].start + boot_info.memory[m].size > end) end = boot_info.memory[m].start + boot_info.memory[m].size;
    }
    if (end == 0) panic("the loader named no memory");
    page_count = PAGE_UP(end) / PAGE_SIZE - first_page;

    keep[0].start = PHYSICAL_ADDRESS(ELF_base);
    keep[0].size = _end - ELF_base;
    keep[1].start = boot_info.initrd_start;
    keep[1].size = boot_info.initrd_size;
    keep[2].start = PAGE_DOWN(boot_info.ram_end - PAGE_SIZE);       /* the results' header */
    keep[2].size = PAGE_SIZE;
    size = page_count * sizeof(struct page);
    keep[3].start = find_room(size, keep, 3);
    keep[3].size = size;

    pages = KERNEL_ADDRESS(keep[3].start);
    for (i = 0; i < page_count; i++) pages[i].holders = KEPT_OUT;
    for (m = boot_info.memory_count; m-- > 0;)
        add_without(boot_info.memory[m].start, boot_info.memory[m].start + boot_info.memory[m].size, keep, 4);
    zero_page = page_allocate_clear();
}

u64 page_allocate(void)
{
    u32 index = free_list;

    if (index == NONE || pages_free <= quota_reserve()) return 0;
    CHECK(if (check_refuses_page()) return 0);
    CHECK(check_filled(KERNEL_ADDRESS((first_page + index) * PAGE_SIZE), PAGE_SIZE));
    free_list = pages[index].next;
    pages[index].holders = 1;
    pages[index].next = NONE;
    pages_free--;
    return (first_page + index) * PAGE_SIZE;
}

u64 page_allocate_clear(void)
{
    u64 page = page_allocate();

    if (page) clear_page(KERNEL_ADDRESS(page));
    return page;
}

void page_share(u64 page)
{
    CHECK(if (page_at(page)->holders == 0) panic("page %lx is shared, but free", page));
    page_at(page)->holders++;
}

void page_release(u64 page)
{
    struct page *p = page_at(page);

    if (p->holders == 0 || p->holders == KEPT_OUT) panic("page %lx released without a holder", page);
    if (--p->holders > 0) return;
    if (p->next == OWN_PROMISED || p->next == SHARED_PROMISED) pages_promised_used--;
    add_free(p - pages);
}

u32 page_holders(u64 page)
{
    return page_at(page)->holders;
}

void page_set_own(u64 page, int is_promised)
{
    page_at(page)->next = is_promised ? OWN_PROMISED : OWN;
    pages_promised_used += is_promised;
}

void page_set_shared(u64 page)
{
    page_at(page)->next = SHARED_PROMISED;
    pages_promised_used++;
}

int page_is_own(u64 page)
{
    return page_at(page)->next == OWN || page_at(page)->next == OWN_PROMISED;
}
