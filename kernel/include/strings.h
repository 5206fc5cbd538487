/* What strings.c collects and exec.c puts on the new stack: NUL-ended texts, one after the other. */
#ifndef STRINGS_H
#define STRINGS_H

#include "types.h"

enum { STRING_PAGES = 64 };

struct strings {
    u64 pages[STRING_PAGES];
    u64 size;                    /* bytes */
    int count;                   /* texts */
    int arguments;               /* of these, the first ones are argv */
    u64 argument_bytes;
};

#endif
