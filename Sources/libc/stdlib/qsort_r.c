#include <stdlib.h>
#include "../internal/sort.h"

void qsort_r(void *items, size_t count, size_t size,
             int (*compare)(const void *, const void *, void *), void *context)
{
    __sort(items, count, size, compare, context);
}
