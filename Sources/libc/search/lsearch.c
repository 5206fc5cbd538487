#include <search.h>
#include <string.h>
#include "../internal/names.h"

void *__lfind(const void *key, const void *base, size_t *count, size_t size, int (*compare)(const void *, const void *))
{
    const char *element = base;
    size_t i;

    for (i = 0; i < *count; i++, element += size)
        if (compare(key, element) == 0) return (void *)element;
    return NULL;
}
PUBLIC_NAME(lfind);

void *__lsearch(const void *key, void *base, size_t *count, size_t size, int (*compare)(const void *, const void *))
{
    void *found = __lfind(key, base, count, size, compare);

    return found ? found : memcpy((char *)base + size * (*count)++, key, size);
}
PUBLIC_NAME(lsearch);
