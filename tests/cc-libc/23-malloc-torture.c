/* A million allocations of mixed sizes; every block keeps its own bytes until it is freed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 4000, ROUNDS = 1000000 };

static unsigned char *blocks[SLOTS];
static size_t sizes[SLOTS];
static unsigned seed = 1;

static unsigned next(void)
{
    seed = seed * 1664525u + 1013904223u;
    return seed >> 8;
}

static size_t random_size(void)
{
    switch (next() % 16) {
    case 0:
        return next() % 40000;
    case 1:
    case 2:
        return next() % 2000;
    default:
        return next() % 128;
    }
}

/* The first and the last bytes carry the slot's number. */
static void mark(int slot)
{
    size_t size = sizes[slot], i;

    for (i = 0; i < size && i < 16; i++)
        blocks[slot][i] = blocks[slot][size - 1 - i] = (unsigned char)(slot * 7);
}

static int marked(int slot, size_t size)
{
    size_t i;

    for (i = 0; i < size && i < 16; i++)
        if (blocks[slot][i] != (unsigned char)(slot * 7))
            return 0;
    return 1;
}

static int marked_end(int slot)
{
    size_t i, size = sizes[slot];

    for (i = 0; i < size && i < 16; i++)
        if (blocks[slot][size - 1 - i] != (unsigned char)(slot * 7))
            return 0;
    return 1;
}

int main(void)
{
    int round, wrong = 0;
    long total = 0;

    for (round = 0; round < ROUNDS; round++) {
        int slot = (int)(next() % SLOTS);
        size_t size = random_size();
        if (blocks[slot]) {
            wrong += !marked(slot, sizes[slot]) || !marked_end(slot);
            if (next() % 4 == 0) {
                size_t kept = size < sizes[slot] ? size : sizes[slot];
                unsigned char *moved = realloc(blocks[slot], size ? size : 1);
                if (!moved)
                    return 1;
                blocks[slot] = moved;
                wrong += !marked(slot, kept);
                sizes[slot] = size;
                mark(slot);
                continue;
            }
            free(blocks[slot]);
            blocks[slot] = NULL;
        } else {
            if (next() % 8 == 0) {
                size_t i;
                blocks[slot] = calloc(1, size);
                if (!blocks[slot])
                    return 1;
                for (i = 0; i < size; i++)
                    wrong += blocks[slot][i] != 0;
            } else if (next() % 16 == 0) {
                size_t alignment = (size_t)16 << next() % 8;
                blocks[slot] = aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
                wrong += (unsigned long)blocks[slot] % alignment != 0;
            } else {
                blocks[slot] = malloc(size);
            }
            if (!blocks[slot])
                return 1;
            wrong += (unsigned long)blocks[slot] % 16 != 0;
            sizes[slot] = size;
            mark(slot);
            total++;
        }
    }
    for (round = 0; round < SLOTS; round++) {
        if (blocks[round])
            wrong += !marked(round, sizes[round]) || !marked_end(round);
        free(blocks[round]);
    }
    printf("%ld blocks, %d wrong\n", total, wrong);
    return 0;
}
