/* What strings.c collects and exec.c puts on the new stack: NUL-ended texts, one after the other. */
#ifndef STRINGS_H
#define STRINGS_H

#include "types.h"

/*
 * Linux gives arguments and environment 2 MiB, their pointers included, and each of them 32 pages. The list of pages
 * must fit into one itself.
 */
enum { STRING_PAGES = 508, STRING_MAX = 32 * 4096 };

struct strings {
    u64 pages[STRING_PAGES];
    u64 size;                    /* bytes */
    int count;                   /* texts */
    int arguments;               /* of these, the first ones are argv */
    u64 argument_bytes;
};

#endif
