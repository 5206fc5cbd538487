/* Inputs made to be bad for quicksort: the order is decided while it sorts, so that every pivot is as bad as can be (the method of
   McIlroy's "A Killer Adversary for Quicksort"); and orders that are bad for a median of three. Comparisons stay near n log n. */
#include <stdio.h>
#include <stdlib.h>

enum { SIZE = 100000 };

static int value[SIZE], items[SIZE], solid, gas, candidate;
static long comparisons;

/* Values are gas, larger than all others, until they have to be told apart. */
static int compare_adversary(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    comparisons++;
    if (value[x] == gas && value[y] == gas)
        value[x == candidate ? x : y] = solid++;
    if (value[x] == gas)
        candidate = x;
    else if (value[y] == gas)
        candidate = y;
    return (value[x] > value[y]) - (value[x] < value[y]);
}

static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    comparisons++;
    return (x > y) - (x < y);
}

static void judge(const char *name, int count)
{
    int i, sorted = 1;

    for (i = 1; i < count; i++)
        sorted &= items[i - 1] <= items[i];
    /* 17 is the logarithm of the size; introsort may take a few times as many. */
    printf("%s: %s, %s\n", name, sorted ? "sorted" : "wrong", comparisons < 4L * 17 * count ? "n log n" : "too many comparisons");
    comparisons = 0;
}

int main(void)
{
    int i, half = SIZE / 2;

    gas = SIZE;
    for (i = 0; i < SIZE; i++) {
        items[i] = i;
        value[i] = gas;
    }
    qsort(items, SIZE, sizeof *items, compare_adversary);
    for (i = 0; i < SIZE; i++)
        items[i] = value[items[i]];
    judge("adversary", SIZE);

    /* What it came to, once more from the beginning. */
    for (i = 0; i < SIZE; i++)
        items[i] = value[i];
    qsort(items, SIZE, sizeof *items, compare);
    judge("its order again", SIZE);

    /* Musser's sequence against the median of first, middle and last. */
    for (i = 0; i < half; i++) {
        items[i] = i % 2 ? half + i + i % 2 - 1 : i + 1;
        items[half + i] = 2 * (i + 1);
    }
    qsort(items, SIZE, sizeof *items, compare);
    judge("median of three", SIZE);

    for (i = 0; i < SIZE; i++)
        items[i] = i < half ? i : SIZE - i;
    qsort(items, SIZE, sizeof *items, compare);
    judge("organ pipes", SIZE);
    for (i = 0; i < SIZE; i++)
        items[i] = i % 317;
    qsort(items, SIZE, sizeof *items, compare);
    judge("saw teeth", SIZE);
    for (i = 0; i < SIZE; i++)
        items[i] = i & 1;
    qsort(items, SIZE, sizeof *items, compare);
    judge("two values", SIZE);
    return 0;
}
