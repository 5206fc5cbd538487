/*
 * What programs may ask for: as much as there is free memory and memory that they have already. So a program that
 * asks for more than there is gets ENOMEM, and is not killed later when it uses what it was given.
 */
#include "memory.h"

enum { RESERVE = 256 };

/* What programs may write: private areas (space.c) and shared memory (memfd.c). Whatever of it is there is no longer free, but still theirs. */
u64 pages_promised;

int space_may_grow(s64 pages)
{
    u64 promised = pages_promised + pages;

    /* Page tables take a part of it too, and something must be left for the kernel. */
    return promised + promised / 256 + RESERVE + quota_reserve() <= pages_free + pages_promised_used;
}
