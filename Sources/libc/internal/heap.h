#ifndef INTERNAL_HEAP_H
#define INTERNAL_HEAP_H

#include <bits/size_t.h>

/* A block at a multiple of alignment, which is a power of two. */
void *__heap_aligned(size_t alignment, size_t size);

#endif
