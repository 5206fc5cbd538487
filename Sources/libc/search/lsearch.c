#include <search.h>
#include <string.h>

void *lfind(const void *key, const void *base, size_t *count, size_t size, int (*compare)(const void *, const void *))
{
    const char *element = base;
    size_t i;

    for (i = 0; i < *count; i++, element += size)
        if (compare(key, element) == 0) return (void *)element;
    return NULL;
}

void *lsearch(const void *key, void *base, size_t *count, size_t size, int (*compare)(const void *, const void *))
{
    void *found = lfind(key, base, count, size, compare);

    return found ? found : memcpy((char *)base + size * (*count)++, key, size);
}
