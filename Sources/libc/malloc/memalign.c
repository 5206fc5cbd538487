#include <errno.h>
#include <stdlib.h>
#include "../internal/heap.h"

void *memalign(size_t alignment, size_t size)
{
    return __heap_aligned(alignment, size);
}

void *valloc(size_t size)
{
    return __heap_aligned(4096, size);
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    int before = errno, result = 0;
    void *bytes;

    if (alignment < sizeof(void *) || (alignment & (alignment - 1)))
        return EINVAL;
    bytes = __heap_aligned(alignment, size);
    if (bytes)
        *block = bytes;
    else
        result = ENOMEM;
    errno = before;
    return result;
}
