/* Of the build that watches itself (checks.h): the pattern of what is free, and pages that are refused. */
#include "base.h"
#include "boot.h"
#include "checks.h"
#include "process.h"

#ifdef CHECKS

#define PATTERN 0xa5a5a5a5a5a5a5a5UL

void check_fill(void *at, u64 size)
{
    u64 *word = at, n;

    for (n = 0; n < size / 8; n++) word[n] = PATTERN;
}

void check_filled(const void *at, u64 size)
{
    const u64 *word = at;
    u64 n;

    for (n = 0; n < size / 8; n++)
        if (word[n] != PATTERN) panic("memory at %lx was written to after its release: %lx", (u64)(word + n), word[n]);
}

static int in_call;

/* Not init's: somebody must be left to say how the others took it. */
void check_call_begins(void)
{
    in_call = current != init_process;
}

void check_call_ends(void)
{
    in_call = 0;
}

int check_refuses_page(void)
{
    static u64 wanted;

    return options.refuse && in_call && ++wanted % options.refuse == 0;
}

#endif
