#include <search.h>
#include <string.h>

/* musl's own file points to arrays of variable length, whose size tcc takes for that of a pointer. */

void *lfind(const void *key, const void *array, size_t *count, size_t size, int (*compare)(const void *, const void *))
{
    const char *element = array;
    size_t left;

    for (left = *count; left > 0; left--, element += size)
        if (compare(key, element) == 0)
            return (void *)element;
    return NULL;
}

void *lsearch(const void *key, void *array, size_t *count, size_t size, int (*compare)(const void *, const void *))
{
    void *found = lfind(key, array, count, size, compare);

    if (!found)
        found = memcpy((char *)array + (*count)++ * size, key, size);
    return found;
}
