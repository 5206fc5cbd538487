/* malloc at its limits: nothing, too much, sizes that overflow; errno; merging of what was freed. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *a, *b, *blocks[1000];
    int i;
    uintptr_t first, last;

    a = malloc(0);
    b = malloc(0);
    printf("%d\n", a != b || !a);
    errno = 0;
    printf("%d", malloc((size_t)-1) == NULL);
    printf(" %d\n", errno == ENOMEM);
    errno = 0;
    printf("%d", calloc((size_t)1 << 33, (size_t)1 << 33) == NULL);
    printf(" %d\n", errno == ENOMEM);
    a = strcpy(malloc(10), "still");
    printf("%d %s\n", realloc(a, (size_t)-20) == NULL, a);
    a = realloc(NULL, 30);
    printf("%d\n", a != NULL);
    free(a);

    /* What a thousand blocks took must do for one large block afterwards. */
    first = UINTPTR_MAX;
    last = 0;
    for (i = 0; i < 1000; i++) {
        blocks[i] = malloc(1000);
        memset(blocks[i], i, 1000);
        if ((uintptr_t)blocks[i] < first)
            first = (uintptr_t)blocks[i];
        if ((uintptr_t)blocks[i] > last)
            last = (uintptr_t)blocks[i];
    }
    for (i = 0; i < 1000; i += 2)
        free(blocks[i]);
    for (i = 1; i < 1000; i += 2)
        free(blocks[i]);
    for (i = 0; i < 300; i++) {
        a = malloc(900000);
        if ((uintptr_t)a > last + 2000000)
            printf("not merged\n");
        free(a);
    }
    a = malloc(100);
    for (i = 200; i < 3000000; i += i / 2)
        a = realloc(a, (size_t)i);
    memset(a, 1, 2000000);
    a = realloc(a, 10);
    printf("%d\n", a[9]);
    free(a);
    return 0;
}
