/*
 * What programs may ask for: as much as there is free memory and memory that they have already. So a program that
 * asks for more than there is gets ENOMEM, and is not killed later when it uses what it was given.
 */
#include "memory.h"
#include "process.h"

enum { RESERVE = 256 };

int space_may_grow(u64 pages)
{
    u64 committed = pages, available = pages_free;
    struct space *s;
    int slot;

    for (slot = 0; slot < processes_end; slot++) {
        s = processes[slot] ? processes[slot]->space : NULL;
        if (!s) continue;
        committed += s->committed;
        available += s->resident;
    }
    /* Page tables take a part of it too, and something must be left for the kernel. */
    return committed + committed / 256 + RESERVE + quota_reserve() <= available;
}
