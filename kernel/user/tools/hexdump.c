#include <ctype.h>
#include <err.h>
#include <stdio.h>

/* hexdump [file]: sixteen bytes a line, as numbers and as text */
int main(int count, char **arguments)
{
    FILE *file = count > 1 ? fopen(arguments[1], "r") : stdin;
    unsigned char bytes[16];
    unsigned long offset = 0;
    size_t size;

    if (!file)
        err(1, "%s", arguments[1]);
    while ((size = fread(bytes, 1, sizeof bytes, file)) > 0) {
        printf("%08lx ", offset);
        for (size_t k = 0; k < sizeof bytes; k++)
            if (k < size)
                printf(" %02x", bytes[k]);
            else
                printf("   ");
        printf("  ");
        for (size_t k = 0; k < size; k++)
            putchar(isprint(bytes[k]) ? bytes[k] : '.');
        putchar('\n');
        offset += size;
    }
    return 0;
}
