/* Blocks of many sizes that live for different times, some of them growing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long state = 88172645463325252u;

static unsigned long random_bits(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

int main(void)
{
    static char *blocks[10000];
    static size_t sizes[10000];
    unsigned long total = 0;

    for (long i = 0; i < 4000000; i++) {
        unsigned long bits = random_bits();
        size_t place = bits % 10000;
        /* Mostly small, seldom large. */
        size_t size = (bits >> 20 & 15) == 0 ? 1 + (bits >> 30) % 20000 : 1 + (bits >> 30) % 200;
        if (blocks[place] && bits >> 60 == 0) {
            blocks[place] = realloc(blocks[place], size);
        } else {
            if (blocks[place])
                total += (unsigned char)blocks[place][sizes[place] - 1];
            free(blocks[place]);
            blocks[place] = malloc(size);
        }
        blocks[place][size - 1] = (char)i;
        sizes[place] = size;
    }
    printf("%d\n", total != 0);
    return 0;
}
