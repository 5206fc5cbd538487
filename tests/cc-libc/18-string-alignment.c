/* The functions that look at eight bytes at once, at every alignment, against plain loops. */
#include <stdio.h>
#include <string.h>

static char area[256], other[256];

int main(void)
{
    int at, size, i, wrong = 0;

    for (at = 0; at < 9; at++)
        for (size = 0; size < 70; size++) {
            memset(area, 'x', sizeof area);
            area[at + size] = 0;
            wrong += strlen(area + at) != (size_t)size;
            wrong += strnlen(area + at, 40) != (size_t)(size < 40 ? size : 40);
            area[at + size] = 'y';
            area[at + size + 5] = 0;
            wrong += strchr(area + at, 'y') != area + at + size;
            wrong += strchr(area + at, 'z') != NULL;
            wrong += strchr(area + at, 0) != area + at + size + 5;
            wrong += strrchr(area + at, 'y') != area + at + size;
            wrong += memchr(area + at, 'y', (size_t)size) != NULL;
            wrong += memchr(area + at, 'y', (size_t)size + 1) != area + at + size;
            /* Bytes that only just are not what is looked for. */
            area[at + size] = (char)0x81;
            wrong += strlen(area + at) != (size_t)size + 5;
            for (i = 0; i < 9; i++) {
                memcpy(other + i, area + at, (size_t)size + 6);
                wrong += strcmp(other + i, area + at) != 0;
                wrong += memcmp(other + i, area + at, (size_t)size + 6) != 0;
                other[i + size] = 'x';
                wrong += strcmp(other + i, area + at) >= 0;
                wrong += strncmp(other + i, area + at, (size_t)size) != 0;
                wrong += strncmp(area + at, other + i, (size_t)size + 1) <= 0;
                wrong += memcmp(other + i, area + at, (size_t)size + 1) >= 0;
                memset(other, 1, sizeof other);
                memset(other + i, 2, (size_t)size);
                wrong += other[i + size] != 1 || (i > 0 && other[i - 1] != 1);
                wrong += size > 0 && (other[i] != 2 || other[i + size - 1] != 2);
            }
        }
    printf("%d wrong\n", wrong);
    return 0;
}
