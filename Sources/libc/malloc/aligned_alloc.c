#include <errno.h>
#include <stdlib.h>
#include "../internal/heap.h"

void *aligned_alloc(size_t alignment, size_t size)
{
    return __heap_aligned(alignment, size);
}
