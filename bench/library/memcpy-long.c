/* Copies of 64 KB and fills of as much, in the processor's near memory. */
#include <stdio.h>
#include <string.h>

int main(void)
{
    static unsigned char from[65536 + 64], to[65536 + 64];
    unsigned long total = 0;

    for (int i = 0; i < 50000; i++) {
        memset(from + (i & 7), i, 65536);
        memcpy(to + (i & 15), from + (i & 31), 65536);
        total += to[i & 65535];
    }
    printf("%lu\n", total);
    return 0;
}
