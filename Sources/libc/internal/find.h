#ifndef INTERNAL_FIND_H
#define INTERNAL_FIND_H

#include <bits/size_t.h>

/* The first place of part in bytes, or NULL. Linear time; part is not empty. */
const unsigned char *__find(const unsigned char *bytes, size_t size, const unsigned char *part,
                            size_t part_size);

#endif
