#include <malloc.h>

/* The word in front of a block is its size, with flags in the low bits. */
size_t malloc_usable_size(void *block)
{
    return block ? (((size_t *)block)[-1] & ~(size_t)15) - 8 : 0;
}
