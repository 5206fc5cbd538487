#include <stdlib.h>
#include "../internal/start.h"

enum { ATEXIT_PART = 32 };

/* Registered functions in parts of 32; the first part needs no allocation, as the standard promises. */
struct atexit_part {
    struct atexit_part *older;
    int count;
    void (*functions[ATEXIT_PART])(void);
};

static struct atexit_part atexit_first;
static struct atexit_part *atexit_newest = &atexit_first;

/* Newest first; a function may register further ones, which then come next. */
static void atexit_run(void)
{
    while (atexit_newest) {
        if (atexit_newest->count > 0)
            atexit_newest->functions[--atexit_newest->count]();
        else
            atexit_newest = atexit_newest->older;
    }
    atexit_newest = &atexit_first;
}

int atexit(void (*function)(void))
{
    if (!atexit_newest)
        atexit_newest = &atexit_first;
    if (atexit_newest->count == ATEXIT_PART) {
        struct atexit_part *part = malloc(sizeof *part);
        if (!part)
            return -1;
        part->older = atexit_newest;
        part->count = 0;
        atexit_newest = part;
    }
    atexit_newest->functions[atexit_newest->count++] = function;
    __exit_functions = atexit_run;
    return 0;
}
