#ifndef INTERNAL_SORT_H
#define INTERNAL_SORT_H

#include <bits/size_t.h>

void __sort(char *items, size_t count, size_t size,
            int (*compare)(const void *, const void *, void *), void *context);

#endif
