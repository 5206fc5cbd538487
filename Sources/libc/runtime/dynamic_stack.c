/* Memory for alloca and for arrays of variable length where the machine's own stack cannot grow within a function
   (--p1=base). A function takes a mark when it is entered, and gives back what is above it when it returns. Functions
   that longjmp left give nothing back; their frames lie below the one that takes more, which tells that they are gone. */
#include <stdlib.h>
#include "../internal/runtime.h"

struct block {
    struct block *below;
    unsigned long frame;
};

static struct block *top;

static void drop(void)
{
    struct block *below = top->below;

    free(top);
    top = below;
}

void *__dynamic_mark(unsigned long frame)
{
    while (top && top->frame < frame)
        drop();
    return top;
}

void *__dynamic_allocate(unsigned long size, unsigned long frame)
{
    struct block *block = malloc(sizeof *block + size);

    if (!block)
        abort();
    __dynamic_mark(frame);
    block->below = top;
    block->frame = frame;
    top = block;
    return block + 1;
}

void __dynamic_release(void *mark)
{
    while (top && top != mark)
        drop();
}
