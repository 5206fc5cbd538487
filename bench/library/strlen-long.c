/* Texts of thousands of characters: their ends, a character in them, two of them compared. */
#include <stdio.h>
#include <string.h>

int main(void)
{
    static char text[20000], other[20000];
    unsigned long total = 0;

    memset(text, 'x', sizeof text - 1);
    memset(other, 'x', sizeof other - 1);
    for (int i = 0; i < 60000; i++) {
        size_t start = (size_t)(i & 63);
        total += strlen(text + start);
        total += (unsigned long)((char *)memchr(text + start, 0, sizeof text - start) - text);
        total += (unsigned long)strcmp(text, other) + 1;
    }
    printf("%lu\n", total);
    return 0;
}
