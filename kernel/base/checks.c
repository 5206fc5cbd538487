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

/*
 * Of every n-th call of those that want pages at all some page is refused, and all behind it: the first in one call, the
 * second in the next one, and so on. Not init's nor its children's: somebody must start the others and say how they took it.
 */
enum { MOST_BEFORE = 40 };

static int in_call, refuses;
static u64 calls, before;

void check_call_begins(void)
{
    in_call = options.refuse && current != init_process && current->parent != init_process;
    refuses = 0;
}

void check_call_ends(void)
{
    in_call = refuses = 0;
}

int check_refuses_page(void)
{
    if (in_call && ++calls % options.refuse == 0) {
        refuses = 1;
        before = calls / options.refuse % MOST_BEFORE;
    }
    in_call = 0;
    if (!refuses) return 0;
    if (before == 0) return 1;
    before--;
    return 0;
}

#endif
