#include <string.h>
#include "../internal/find.h"

void *memmem(const void *bytes, size_t size, const void *part, size_t part_size)
{
    if (part_size == 0)
        return (void *)bytes;
    return (void *)__find(bytes, size, part, part_size);
}
