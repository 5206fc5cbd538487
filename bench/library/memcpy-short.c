/* Copies of 1 to 64 bytes, at all alignments. */
#include <stdio.h>
#include <string.h>

int main(void)
{
    static unsigned char from[4096], to[4096];
    unsigned long total = 0;

    for (int i = 0; i < 4096; i++)
        from[i] = (unsigned char)(i * 31);
    for (unsigned i = 0; i < 20000000; i++) {
        size_t size = 1 + (i * 2654435761u >> 26);
        memcpy(to + (i * 7 & 1023), from + (i * 13 & 1023), size);
        total += to[i & 1023];
    }
    printf("%lu\n", total);
    return 0;
}
