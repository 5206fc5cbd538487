/* Memory for alloca and for arrays of variable length where the machine's own stack cannot grow within a function
   (--p1=base). A function takes a mark when it is entered, and gives back what is above it when it returns. */
#include <stdlib.h>
#include "../internal/runtime.h"

struct block {
    struct block *below;
    long unused; /* keeps what follows aligned to 16 bytes */
};

static struct block *top;

void *__dynamic_mark(void) { return top; }

void *__dynamic_allocate(unsigned long size)
{
    struct block *block = malloc(sizeof *block + size);
    if (!block)
        abort();
    block->below = top;
    top = block;
    return block + 1;
}

void __dynamic_release(void *mark)
{
    while (top && top != mark) {
        struct block *below = top->below;
        free(top);
        top = below;
    }
}
