/* A ring of pages: what was written and not read yet. The pages come when they are needed first. */
#include "base.h"
#include "files.h"
#include "memory.h"

/* Memory at a position, and how much of it lies in one piece. */
static u8 *piece_at(struct ring *r, u32 position, u64 *size)
{
    u64 *page = &r->pages[position % RING / PAGE_SIZE];

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
    u64 size = RING - r->count < io->left ? RING - r->count : io->left;
    u8 *at = piece_at(r, r->start + r->count, &size);

    if (!at) return -ENOMEM;
    if (io_get(io, at, size) < 0) return -EFAULT;
    r->count += size;
    return 0;
}

void ring_skip(struct ring *r, u32 size)
{
    r->start = (r->start + size) % RING;
    r->count -= size;
}

void ring_free(struct ring *r)
{
    int i;

    for (i = 0; i < RING_PAGES; i++)
        if (r->pages[i]) page_release(r->pages[i]);
}
