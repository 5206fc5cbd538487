/* A ring of pages: what was written and not read yet. The pages come when they are needed first. */
#include "base.h"
#include "files.h"
#include "memory.h"

u32 ring_size(struct ring *r)
{
    return r->size ? r->size : RING;
}

/* Memory at a position, and how much of it lies in one piece. */
static u8 *piece_at(struct ring *r, u32 position, u64 *size)
{
    u64 *page;

    if (!r->pages) r->pages = allocate(ring_size(r) / PAGE_SIZE * 8);
    if (!r->pages) return NULL;
    page = &r->pages[position % ring_size(r) / PAGE_SIZE];
    if (!*page) *page = page_allocate();
    if (*size > PAGE_SIZE - position % PAGE_SIZE) *size = PAGE_SIZE - position % PAGE_SIZE;
    return *page ? (u8 *)KERNEL_ADDRESS(*page) + position % PAGE_SIZE : NULL;
}

void ring_get(struct ring *r, struct io *io)
{
    u64 size;

    while (r->count > 0 && io->left > 0) {
        size = r->count < io->left ? r->count : io->left;
        if (io_put(io, piece_at(r, r->start, &size), size) < 0) break;
        ring_skip(r, size);
    }
}

int ring_put(struct ring *r, struct io *io)
{
    u64 room = ring_size(r) - r->count, size = room < io->left ? room : io->left;
    u8 *at = piece_at(r, r->start + r->count, &size);

    if (!at) return -ENOMEM;
    if (io_get(io, at, size) < 0) return -EFAULT;
    r->count += size;
    return 0;
}

void ring_skip(struct ring *r, u32 size)
{
    r->start = (r->start + size) % ring_size(r);
    r->count -= size;
}

void ring_free(struct ring *r)
{
    u32 i;

    for (i = 0; r->pages && i < ring_size(r) / PAGE_SIZE; i++)
        if (r->pages[i]) page_release(r->pages[i]);
    release(r->pages);
}

/*
 * What is in it stays where it is in its pages, of which the first comes first. In a full ring the first page may also hold the
 * end: it becomes two.
 */
int ring_resize(struct ring *r, u32 size)
{
    u32 old = ring_size(r) / PAGE_SIZE, first = r->start / PAGE_SIZE, needed = PAGE_UP(r->start % PAGE_SIZE + r->count) / PAGE_SIZE, k;
    u64 *pages, twice = 0;

    if (needed > size / PAGE_SIZE) return -EBUSY;
    pages = allocate(size / PAGE_SIZE * 8);
    if (!pages) return -ENOMEM;
    if (needed > old) {
        twice = page_allocate();
        if (!twice) {
            release(pages);
            return -ENOMEM;
        }
        copy_bytes(KERNEL_ADDRESS(twice), KERNEL_ADDRESS(r->pages[first]), PAGE_SIZE);
        pages[old] = twice;
    }
    for (k = 0; r->pages && k < old; k++) {
        u64 page = r->pages[(first + k) % old];

        if (k < needed) pages[k] = page;
        else if (page) page_release(page);
    }
    release(r->pages);
    r->pages = pages;
    r->size = size;
    r->start %= PAGE_SIZE;
    return 0;
}
