/* qsort: items of all sizes, small counts, and orders that are hard for a quicksort. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long comparisons;

static int by_int(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    comparisons++;
    return x < y ? -1 : x > y;
}

static int by_byte(const void *a, const void *b)
{
    return *(const unsigned char *)a - *(const unsigned char *)b;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

enum { COUNT = 1000000 };
static int items[COUNT];

static void check(const char *name)
{
    int i, sorted = 1;

    comparisons = 0;
    qsort(items, COUNT, sizeof items[0], by_int);
    for (i = 1; i < COUNT; i++)
        sorted &= items[i - 1] <= items[i];
    /* Twenty is log n; four times n log n is a generous bound that a quadratic sort breaks. */
    printf("%s: %s, %s\n", name, sorted ? "sorted" : "WRONG",
           comparisons < 80L * COUNT ? "few comparisons" : "TOO MANY COMPARISONS");
}

int main(void)
{
    const char *words[] = { "pear", "apple", "fig", "banana", "cherry", "apple", "date" };
    unsigned seed = 12345;
    int i, size;

    qsort(words, 7, sizeof words[0], by_text);
    for (i = 0; i < 7; i++)
        printf("%s ", words[i]);
    printf("\n");
    for (size = 1; size < 30; size++) {
        unsigned char bytes[100 * 30];
        int ok = 1;
        for (i = 0; i < 100; i++) {
            memset(bytes + i * size, (int)((seed = seed * 1103515245 + 12345) >> 18) & 255, (size_t)size);
        }
        qsort(bytes, 100, (size_t)size, by_byte);
        for (i = 0; i < 100; i++) {
            ok &= i == 0 || bytes[i * size] >= bytes[(i - 1) * size];
            ok &= bytes[i * size] == bytes[i * size + size - 1];
        }
        printf("%d", ok);
    }
    printf("\n");
    qsort(items, 0, sizeof items[0], by_int);
    qsort(items, 1, sizeof items[0], by_int);

    for (i = 0; i < COUNT; i++)
        items[i] = i;
    check("ascending");
    for (i = 0; i < COUNT; i++)
        items[i] = COUNT - i;
    check("descending");
    for (i = 0; i < COUNT; i++)
        items[i] = 7;
    check("equal");
    for (i = 0; i < COUNT; i++)
        items[i] = (int)((seed = seed * 1103515245 + 12345) >> 3);
    check("random");
    for (i = 0; i < COUNT; i++)
        items[i] = i % 2 ? i : COUNT - i;
    check("zigzag");
    for (i = 0; i < COUNT; i++)
        items[i] = i < COUNT / 2 ? i : COUNT - i;
    check("pipe");
    for (i = 0; i < COUNT; i++)
        items[i] = i % 3;
    check("three values");
    return 0;
}
