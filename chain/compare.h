#ifndef CHAIN_COMPARE_H
#define CHAIN_COMPARE_H

#include <stddef.h>

struct content {
    unsigned char *bytes;
    size_t size;
};

/* Says on standard output where two files that are not equal first differ: in which member, if they are archives,
   and in which function or section, if they are ELF files. */
void explain_difference(struct content a, struct content b);

#endif
