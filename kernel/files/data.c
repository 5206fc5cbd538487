/*
 * The bytes of files: pages in a tree of tables of 512 entries, as deep as the size needs. A page that is not
 * there reads as zeros. Programs that have mapped a file share its pages (memory/fault.c), and see what is written to them.
 */
#include "base.h"
#include "files.h"
#include "memory.h"

/*
 * Files, and the names of new ones, leave this many pages to the processes that shall report that nothing is left,
 * and remove something; beyond those that are kept from unprivileged users (memory/quota.c).
 */
enum { RESERVE = 512 };

int files_may_grow(void)
{
    return pages_free > RESERVE + quota_reserve();
}

u64 file_pages;

static u64 capacity(int levels)
{
    return 1UL << (9 * levels);
}

static void drop_charge(struct inode *i)
{
    if (i->memory == PROMISED_MEMORY || i->memory == UNPROMISED_MEMORY) return;
    quota_return(i->charged_user, PAGE_SIZE);
    i->charged -= PAGE_SIZE;
}

/* Pages of bytes and of tables are charged alike. What is behind shared memory is no user's file, but the programs' own. */
static u64 new_page(struct inode *i)
{
    u64 page;

    if (i->memory == PROMISED_MEMORY || i->memory == UNPROMISED_MEMORY) {
        page = page_allocate_clear();
        if (page && i->memory == PROMISED_MEMORY) page_set_shared(page);
        return page;
    }
    if (!files_may_grow() || inode_charge(i, PAGE_SIZE) < 0) return 0;
    page = page_allocate_clear();
    if (!page) drop_charge(i);
    return page;
}

/* Makes the tree deep enough for a page of this number. */
static int deepen(struct inode *i, u64 index)
{
    u64 root;

    while (index >= capacity(i->data_levels)) {
        if (i->data_root) {
            root = new_page(i);
            if (!root) return -ENOSPC;
            *(u64 *)KERNEL_ADDRESS(root) = i->data_root;
            i->data_root = root;
        }
        i->data_levels++;
    }
    return 0;
}

/* The word that holds the page's address; NULL: not there, or no room to make it. */
static u64 *slot(struct inode *i, u64 index, int make)
{
    u64 *at = &i->data_root;
    int level;

    if (index >= capacity(i->data_levels) && (!make || deepen(i, index) < 0)) return NULL;
    for (level = i->data_levels; level > 0; level--) {
        if (!*at) {
            if (!make) return NULL;
            *at = new_page(i);
            if (!*at) return NULL;
        }
        at = (u64 *)KERNEL_ADDRESS(*at) + (index >> (9 * (level - 1)) & 511);
    }
    return at;
}

u64 data_page(struct inode *i, u64 index)
{
    u64 *at = slot(i, index, 0);

    return at ? *at : 0;
}

u64 data_page_to_write(struct inode *i, u64 index)
{
    u64 *at = slot(i, index, 1);

    if (!at) return 0;
    if (*at) return *at;
    *at = new_page(i);
    if (!*at) return 0;
    i->data_pages++;
    file_pages++;
    /* Who was shown zeros there so far shall see what is written. */
    if (i->has_shown_zeros) mappings_drop(i, index, index + 1, 0);
    return *at;
}

static u64 piece(u64 offset, u64 left)
{
    u64 in_page = PAGE_SIZE - offset % PAGE_SIZE;

    return left < in_page ? left : in_page;
}

s64 data_read(struct inode *i, u64 offset, struct io *io)
{
    u64 before = io->done, size, page;

    while (io->left > 0 && offset < i->size) {
        size = piece(offset, io->left);
        if (size > i->size - offset) size = i->size - offset;
        page = data_page(i, offset / PAGE_SIZE);
        if ((page ? io_put(io, (u8 *)KERNEL_ADDRESS(page) + offset % PAGE_SIZE, size) : io_clear(io, size)) < 0)
            return io->done > before ? (s64)(io->done - before) : -EFAULT;
        offset += size;
    }
    return io->done - before;
}

/* Releases the pages from number `from` on below a table; whether nothing is left in it. */
static int release_from(struct inode *i, u64 *at, int level, u64 first, u64 from)
{
    u64 *table = KERNEL_ADDRESS(*at);
    int k, empty = 1;

    if (!*at) return 1;
    if (level == 0) {
        if (first < from) return 0;
        i->data_pages--;
        file_pages--;
    } else {
        for (k = 0; k < 512; k++)
            if (first + (k + 1) * capacity(level - 1) > from)
                empty &= release_from(i, &table[k], level - 1, first + k * capacity(level - 1), from);
            else if (table[k]) empty = 0;
        if (!empty) return 0;
    }
    page_release(*at);
    drop_charge(i);
    *at = 0;
    return 1;
}

void data_clear_tail(struct inode *i)
{
    u64 page = i->size % PAGE_SIZE ? data_page(i, i->size / PAGE_SIZE) : 0;

    if (page) clear_bytes((u8 *)KERNEL_ADDRESS(page) + i->size % PAGE_SIZE, PAGE_SIZE - i->size % PAGE_SIZE);
}

/* Behind the end there are no pages, not even for programs, and the rest of the last one is zeros: what the file grows over must read as zeros. */
static void trim(struct inode *i)
{
    u64 end = PAGE_UP(i->size) / PAGE_SIZE;

    mappings_drop(i, end, FILE_SIZE_MAX / PAGE_SIZE, 1);
    release_from(i, &i->data_root, i->data_levels, 0, end);
    if (!i->data_root) i->data_levels = 0;
    data_clear_tail(i);
}

s64 data_write(struct inode *i, u64 offset, struct io *io)
{
    u64 before = io->done, size, page;
    s64 error = 0;

    if (io->left > 0 && offset >= FILE_SIZE_MAX) return -EFBIG;
    if (i->mappings) data_clear_tail(i);
    while (io->left > 0 && offset < FILE_SIZE_MAX) {
        size = piece(offset, io->left);
        page = data_page_to_write(i, offset / PAGE_SIZE);
        if (!page) error = -ENOSPC;
        else if (io_get(io, (u8 *)KERNEL_ADDRESS(page) + offset % PAGE_SIZE, size) < 0) error = -EFAULT;
        if (error) break;
        offset += size;
        if (offset > i->size) i->size = offset;
    }
    if (error) trim(i);
    if (io->done > before) inode_touch(i);
    return io->done > before ? (s64)(io->done - before) : error;
}

/* Pages for a range, so that writing there finds them. What was made stays if one is missing. */
int data_reserve(struct inode *i, u64 start, u64 end)
{
    u64 index;

    for (index = start / PAGE_SIZE; index < PAGE_UP(end) / PAGE_SIZE; index++)
        if (!data_page_to_write(i, index)) return -ENOSPC;
    return 0;
}

static void clear_part(struct inode *i, u64 start, u64 end)
{
    u64 page = start < end ? data_page(i, start / PAGE_SIZE) : 0;

    if (page) clear_bytes((u8 *)KERNEL_ADDRESS(page) + start % PAGE_SIZE, end - start);
}

/* A hole: whole pages go, the rest is zeros. Where a table is missing 512 pages are. */
void data_punch(struct inode *i, u64 start, u64 end)
{
    u64 index, last, *at;

    if (end > i->size) end = PAGE_UP(i->size);
    if (start >= end) return;
    last = end / PAGE_SIZE;
    if (start / PAGE_SIZE == last) clear_part(i, start, end);
    else {
        if (start % PAGE_SIZE) clear_part(i, start, PAGE_UP(start));
        clear_part(i, PAGE_DOWN(end), end);
    }
    mappings_drop(i, PAGE_UP(start) / PAGE_SIZE, last, 0);
    for (index = PAGE_UP(start) / PAGE_SIZE; index < last; index++) {
        at = slot(i, index, 0);
        if (!at) index |= 511;
        else if (*at) {
            page_release(*at);
            drop_charge(i);
            *at = 0;
            i->data_pages--;
            file_pages--;
        }
    }
    inode_touch(i);
}

void data_resize(struct inode *i, u64 size)
{
    int shrinks = size < i->size;

    if (size == i->size) return;
    if (!shrinks && i->mappings) data_clear_tail(i);
    i->size = size;
    if (shrinks) trim(i);
    inode_touch(i);
}

void data_free(struct inode *i)
{
    i->size = 0;
    trim(i);
}
