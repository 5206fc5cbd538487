/* A million integers and 200,000 pointers to text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare_int(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    return (x > y) - (x < y);
}

static int compare_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

int main(void)
{
    static int numbers[1000000];
    static char texts[200000][12];
    static char *pointers[200000];
    unsigned state = 1;
    unsigned long total = 0;

    for (int i = 0; i < 1000000; i++)
        numbers[i] = (int)(state = state * 1103515245 + 12345);
    for (int i = 0; i < 200000; i++) {
        unsigned bits = state = state * 1103515245 + 12345;
        for (int k = 0; k < 10; k++)
            texts[i][k] = (char)('a' + (bits >> 3 * k) % 8);
        pointers[i] = texts[i];
    }
    qsort(numbers, 1000000, sizeof *numbers, compare_int);
    qsort(pointers, 200000, sizeof *pointers, compare_text);
    for (int i = 0; i < 1000000; i += 1000)
        total = total * 31 + (unsigned)numbers[i];
    for (int i = 0; i < 200000; i += 1000)
        total = total * 31 + (unsigned char)pointers[i][3];
    printf("%lu\n", total);
    return 0;
}
