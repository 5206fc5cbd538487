#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/heap.h"
#include "../internal/sys.h"

/* A heap over brk with boundary tags.

   A block is a word with its size and two flags, followed by the caller's bytes. Sizes are multiples of
   16, the caller's bytes lie at multiples of 16. A free block holds the links of its list and, in its
   last word, its size again, so that the block behind it can merge with it; a used block lends that
   last word to its owner. The heap's last block, `heap_top`, is free and in no list; it grows by brk.

   Freed small blocks first go to quick lists, one a size, where they stay whole and are found again in a
   few instructions. They are merged when a request would otherwise make the heap grow and they have
   become a good part of it. Other free blocks are in lists by size class: exact up to 1 KB, then four
   classes for each power of two. A bit for each class says that its list is not empty. */

struct heap_block {
    /* The size of the block before, if that one is free. */
    size_t size_before;
    size_t size;
    struct heap_block *next, *previous;
};

enum {
    HEAP_USED = 1,
    HEAP_BEFORE_USED = 2,
    HEAP_FLAGS = 15,
    HEAP_SMALLEST = 32,
    HEAP_QUICK_LARGEST = 1024,
    HEAP_EXACT_LARGEST = 1024,
    HEAP_CLASSES = 256,
    HEAP_STEP = 0x20000,
    HEAP_LARGE = 0x100000,
    HEAP_LARGE_PAGE = 0x200000,
    HEAP_ADVICE_LARGE_PAGES = 14
};

/* More than any machine here can address. */
#define HEAP_LARGEST (1UL << 47)

#define HEAP_BLOCK(bytes) ((struct heap_block *)((char *)(bytes) - 16))
#define HEAP_BYTES(block) ((void *)((char *)(block) + 16))
#define HEAP_SIZE(block) ((block)->size & ~(size_t)HEAP_FLAGS)
#define HEAP_AFTER(block, distance) ((struct heap_block *)((char *)(block) + (distance)))

static struct heap_block *heap_top;
/* Where the heap ends, and below which bytes may have been used (above they are still zero). */
static char *heap_end, *heap_touched;
static size_t heap_total, heap_quick_total;
static struct heap_block *heap_quick[HEAP_QUICK_LARGEST / 16 + 1];
static struct heap_block *heap_lists[HEAP_CLASSES];
static unsigned long heap_filled[HEAP_CLASSES / 64];

static int heap_class(size_t size)
{
    int power = 10;

    if (size <= HEAP_EXACT_LARGEST)
        return (int)(size / 16);
    while (size >> power > 1)
        power++;
    /* 64 exact classes; the two bits below the leading one choose among the power's four. */
    return 65 + (power - 10) * 4 + (int)(size >> (power - 2) & 3);
}

static void heap_insert(struct heap_block *block, size_t size)
{
    int class = heap_class(size);
    struct heap_block *first = heap_lists[class];

    block->next = first;
    block->previous = NULL;
    if (first)
        first->previous = block;
    heap_lists[class] = block;
    heap_filled[class >> 6] |= 1UL << (class & 63);
}

static void heap_remove(struct heap_block *block)
{
    if (block->next)
        block->next->previous = block->previous;
    if (block->previous) {
        block->previous->next = block->next;
    } else {
        int class = heap_class(HEAP_SIZE(block));
        heap_lists[class] = block->next;
        if (!block->next)
            heap_filled[class >> 6] &= ~(1UL << (class & 63));
    }
}

/* Makes the bytes at block free, merged with free neighbours. Its size and flags must be right. */
static void heap_release(struct heap_block *block)
{
    size_t size = HEAP_SIZE(block);
    struct heap_block *after = HEAP_AFTER(block, size);

    if (!(block->size & HEAP_BEFORE_USED)) {
        struct heap_block *before = HEAP_AFTER(block, -block->size_before);
        heap_remove(before);
        size += HEAP_SIZE(before);
        block = before;
    }
    if (after == heap_top) {
        size += HEAP_SIZE(after);
        heap_top = block;
        block->size = size | HEAP_BEFORE_USED;
        return;
    }
    if (!(after->size & HEAP_USED)) {
        heap_remove(after);
        size += HEAP_SIZE(after);
        after = HEAP_AFTER(block, size);
    }
    /* A free block's neighbours are never free. */
    block->size = size | HEAP_BEFORE_USED;
    after->size_before = size;
    after->size &= ~(size_t)HEAP_BEFORE_USED;
    heap_insert(block, size);
}

static void heap_merge_quick(void)
{
    size_t index;

    for (index = 0; index <= HEAP_QUICK_LARGEST / 16; index++) {
        struct heap_block *block = heap_quick[index];
        heap_quick[index] = NULL;
        while (block) {
            struct heap_block *next = block->next;
            heap_release(block);
            block = next;
        }
    }
    heap_quick_total = 0;
}

/* Makes the top block large enough for `size` bytes and still be a block behind them. 0 if it cannot. */
static int heap_grow(size_t size)
{
    size_t have = heap_top ? HEAP_SIZE(heap_top) : 0;
    size_t step = (size - have + 64 + HEAP_STEP - 1) & ~(size_t)(HEAP_STEP - 1);
    char *end;

    /* Large heaps grow in larger steps, and up to where a large page may begin. */
    if (step < heap_total / 16)
        step = heap_total / 16 & ~(size_t)4095;
    end = (char *)sys_brk(NULL);
    if (heap_total >= HEAP_LARGE)
        step += -((unsigned long)end + step) & (HEAP_LARGE_PAGE - 1);
    if (end != heap_end || !heap_top) {
        /* The first time, or someone else moved the break: a separate piece. The old top keeps its
           place as an ordinary free block before a fence that is never freed. */
        char *start = (char *)(((unsigned long)end + 15) & ~15UL);
        if (heap_top && have >= 2 * HEAP_SMALLEST) {
            struct heap_block *fence = HEAP_AFTER(heap_top, have - HEAP_SMALLEST);
            struct heap_block *old = heap_top;
            fence->size = HEAP_SMALLEST | HEAP_USED | HEAP_BEFORE_USED;
            old->size = (have - HEAP_SMALLEST) | HEAP_USED | HEAP_BEFORE_USED;
            heap_top = NULL;
            heap_release(old);
        } else if (heap_top) {
            heap_top->size |= HEAP_USED;
        }
        step = (size + 64 + HEAP_STEP - 1) & ~(size_t)(HEAP_STEP - 1);
        if ((char *)sys_brk(start + step) != start + step)
            return 0;
        heap_top = (struct heap_block *)start;
        heap_top->size = step | HEAP_BEFORE_USED;
        heap_end = start + step;
        heap_touched = start;
        heap_total += step;
        return 1;
    }
    if ((char *)sys_brk(end + step) != end + step) {
        step = (size - have + 64 + 4095) & ~(size_t)4095;
        if ((char *)sys_brk(end + step) != end + step)
            return 0;
    } else if (heap_total >= HEAP_LARGE) {
        /* One fault for 2 MB instead of 512. A kernel without large pages does not care. */
        char *page = (char *)((unsigned long)end & ~4095UL);
        sys_madvise(page, (size_t)(end + step - page), HEAP_ADVICE_LARGE_PAGES);
    }
    heap_end = end + step;
    heap_top->size += step;
    heap_total += step;
    return 1;
}

/* Cuts the first `size` bytes off as a used block; what is left over becomes a free one. */
static void *heap_take(struct heap_block *block, size_t size)
{
    size_t left = HEAP_SIZE(block) - size;
    size_t before = block->size & HEAP_BEFORE_USED;
    struct heap_block *rest = HEAP_AFTER(block, size);

    if (left < HEAP_SMALLEST) {
        block->size |= HEAP_USED;
        rest = HEAP_AFTER(block, HEAP_SIZE(block));
        rest->size |= HEAP_BEFORE_USED;
        return HEAP_BYTES(block);
    }
    block->size = size | before | HEAP_USED;
    rest->size = left | HEAP_BEFORE_USED;
    HEAP_AFTER(rest, left)->size_before = left;
    heap_insert(rest, left);
    return HEAP_BYTES(block);
}

/* A free block of at least `size` bytes, out of its list, or NULL. */
static struct heap_block *heap_find(size_t size)
{
    int class = heap_class(size), word;
    struct heap_block *block;
    unsigned long bits;

    /* In a class of several sizes not every block is large enough. */
    if (size > HEAP_EXACT_LARGEST) {
        for (block = heap_lists[class]; block; block = block->next)
            if (HEAP_SIZE(block) >= size) {
                heap_remove(block);
                return block;
            }
        class++;
    }
    word = class >> 6;
    bits = heap_filled[word] >> (class & 63) << (class & 63);
    while (!bits) {
        if (++word == HEAP_CLASSES / 64)
            return NULL;
        bits = heap_filled[word];
    }
    class = word * 64;
    while (!(bits & 255)) {
        bits >>= 8;
        class += 8;
    }
    while (!(bits & 1)) {
        bits >>= 1;
        class++;
    }
    block = heap_lists[class];
    heap_remove(block);
    return block;
}

/* A block's size for a request, or 0 if there is none. */
static size_t heap_block_size(size_t size)
{
    if (size > HEAP_LARGEST) {
        errno = ENOMEM;
        return 0;
    }
    /* The word in front, and at least room for the links. */
    size = (size + 8 + 15) & ~(size_t)15;
    return size < HEAP_SMALLEST ? HEAP_SMALLEST : size;
}

static void *heap_allocate(size_t size)
{
    struct heap_block *block;

    for (;;) {
        block = heap_find(size);
        if (block)
            return heap_take(block, size);
        if (heap_top && HEAP_SIZE(heap_top) >= size + HEAP_SMALLEST)
            break;
        if (heap_quick_total > 0 && heap_quick_total >= heap_total / 8) {
            heap_merge_quick();
        } else if (!heap_grow(size + HEAP_SMALLEST)) {
            if (heap_quick_total == 0) {
                errno = ENOMEM;
                return NULL;
            }
            heap_merge_quick();
        }
    }
    block = heap_top;
    heap_top = HEAP_AFTER(block, size);
    heap_top->size = (HEAP_SIZE(block) - size) | HEAP_BEFORE_USED;
    block->size = size | HEAP_BEFORE_USED | HEAP_USED;
    /* The links of the top block may have been written before it was the top. */
    if ((char *)heap_top + sizeof *heap_top > heap_touched)
        heap_touched = (char *)heap_top + sizeof *heap_top;
    return HEAP_BYTES(block);
}

void *malloc(size_t size)
{
    if (size <= HEAP_QUICK_LARGEST - 8) {
        struct heap_block *block;
        size = size <= HEAP_SMALLEST - 8 ? HEAP_SMALLEST : (size + 8 + 15) & ~(size_t)15;
        block = heap_quick[size / 16];
        if (block) {
            heap_quick[size / 16] = block->next;
            heap_quick_total -= size;
            return HEAP_BYTES(block);
        }
    } else {
        size = heap_block_size(size);
        if (!size)
            return NULL;
    }
    return heap_allocate(size);
}

void free(void *bytes)
{
    struct heap_block *block;
    size_t size;

    if (!bytes)
        return;
    block = HEAP_BLOCK(bytes);
    size = HEAP_SIZE(block);
    if (size <= HEAP_QUICK_LARGEST) {
        block->next = heap_quick[size / 16];
        heap_quick[size / 16] = block;
        heap_quick_total += size;
        return;
    }
    heap_release(block);
}

void *calloc(size_t count, size_t size)
{
    size_t total = count * size;
    char *touched = heap_touched;
    char *bytes;

    if (size && count > SIZE_MAX / size) {
        errno = ENOMEM;
        return NULL;
    }
    bytes = malloc(total);
    if (!bytes)
        return NULL;
    /* What the kernel gave and nobody had yet is zero already. */
    if (bytes < touched)
        memset(bytes, 0, (size_t)(touched - bytes) < total ? (size_t)(touched - bytes) : total);
    return bytes;
}

void *realloc(void *bytes, size_t size)
{
    struct heap_block *block, *after;
    size_t wanted, have;
    void *moved;

    if (!bytes)
        return malloc(size);
    wanted = heap_block_size(size);
    if (!wanted)
        return NULL;
    block = HEAP_BLOCK(bytes);
    have = HEAP_SIZE(block);

    if (have < wanted) {
        /* Grow where it stands, if what follows is free. */
        after = HEAP_AFTER(block, have);
        if (after == heap_top) {
            if (have + HEAP_SIZE(after) < wanted + HEAP_SMALLEST
                && (!heap_grow(wanted - have + HEAP_SMALLEST) || after != heap_top))
                after = NULL;
            if (after) {
                size_t total = have + HEAP_SIZE(after);
                heap_top = HEAP_AFTER(block, wanted);
                heap_top->size = (total - wanted) | HEAP_BEFORE_USED;
                block->size += wanted - have;
                if ((char *)heap_top + sizeof *heap_top > heap_touched)
                    heap_touched = (char *)heap_top + sizeof *heap_top;
                return bytes;
            }
        } else if (!(after->size & HEAP_USED) && have + HEAP_SIZE(after) >= wanted) {
            heap_remove(after);
            have += HEAP_SIZE(after);
            block->size += HEAP_SIZE(after);
            HEAP_AFTER(block, have)->size |= HEAP_BEFORE_USED;
        } else {
            after = NULL;
        }
        if (!after || have < wanted) {
            moved = malloc(size);
            if (!moved)
                return NULL;
            memcpy(moved, bytes, HEAP_SIZE(block) - 8);
            free(bytes);
            return moved;
        }
    }
    if (have - wanted >= HEAP_SMALLEST) {
        after = HEAP_AFTER(block, wanted);
        block->size -= have - wanted;
        after->size = (have - wanted) | HEAP_BEFORE_USED | HEAP_USED;
        heap_release(after);
    }
    return bytes;
}

/* The block is taken too large, and its two ends are given back. */
void *__heap_aligned(size_t alignment, size_t size)
{
    struct heap_block *block, *inner, *after;
    size_t wanted, total, skip;
    char *bytes;

    if (alignment == 0 || (alignment & (alignment - 1))) {
        errno = EINVAL;
        return NULL;
    }
    if (alignment <= 16)
        return malloc(size);
    wanted = heap_block_size(size);
    if (!wanted || alignment > HEAP_LARGEST) {
        errno = ENOMEM;
        return NULL;
    }
    bytes = heap_allocate(wanted + alignment + HEAP_SMALLEST);
    if (!bytes)
        return NULL;
    block = HEAP_BLOCK(bytes);
    total = HEAP_SIZE(block);
    skip = -(unsigned long)bytes & (alignment - 1);
    if (skip && skip < HEAP_SMALLEST)
        skip += alignment;
    inner = HEAP_AFTER(block, skip);
    if (skip) {
        inner->size = (total - skip) | HEAP_USED | HEAP_BEFORE_USED;
        block->size = skip | (block->size & HEAP_FLAGS);
        heap_release(block);
        total -= skip;
    }
    if (total - wanted >= HEAP_SMALLEST) {
        after = HEAP_AFTER(inner, wanted);
        inner->size -= total - wanted;
        after->size = (total - wanted) | HEAP_BEFORE_USED | HEAP_USED;
        heap_release(after);
    }
    return HEAP_BYTES(inner);
}
