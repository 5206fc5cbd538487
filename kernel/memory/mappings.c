/* The pages of a file that programs have mapped: the file takes them back when it becomes shorter or gets a hole. */
#include "files.h"
#include "memory.h"

/* All pages of a range, or those that are the file's: its own, or the one of zeros in place of a missing one. */
static void drop(struct space *s, struct area *a, u64 start, u64 end, int with_copies)
{
    u64 address = start, page;
    u64 *entry;

    if (with_copies) space_drop_pages(s, start, end);
    else
        for (; (entry = table_scan(s->root, &address, end)); address += PAGE_SIZE) {
            page = arch_entry_address(*entry);
            if (page == zero_page || page == data_page(a->file, (a->offset + (address - a->start)) / PAGE_SIZE))
                space_drop_pages(s, address, address + PAGE_SIZE);
        }
}

void mappings_drop(struct inode *i, u64 first, u64 end, int with_copies)
{
    u64 from, to, start, last;
    struct space *s;
    struct area *a;

    if (!i->mappings) return;
    for (s = spaces; s; s = s->next)
        for (a = s->areas; a; a = a->next) {
            if (a->file != i) continue;
            /* In pages of the file. */
            start = a->offset / PAGE_SIZE;
            last = start + (a->end - a->start) / PAGE_SIZE;
            from = first > start ? first : start;
            to = end < last ? end : last;
            if (from < to) drop(s, a, a->start + (from - start) * PAGE_SIZE, a->start + (to - start) * PAGE_SIZE, with_copies);
        }
}

int mappings_can_write(struct inode *i)
{
    struct space *s;
    struct area *a;

    for (s = i->mappings ? spaces : NULL; s; s = s->next)
        for (a = s->areas; a; a = a->next)
            if (a->file == i && a->kind & AREA_SHARED && a->kind & AREA_WRITER) return 1;
    return 0;
}
