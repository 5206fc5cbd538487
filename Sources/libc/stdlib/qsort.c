#include <stdlib.h>
#include "../internal/sort.h"

/* Introsort: quicksort with the median of three (of nine in large ranges) as pivot, insertion sort
   below a dozen items, and heapsort for a range that has been split too often without getting small.
   So it takes n log n comparisons at most, no memory, and a stack of log n. */

typedef int (*sort_compare)(const void *, const void *, void *);

struct sort_job {
    sort_compare compare;
    void *context;
    size_t size;
    /* The items can be moved by eight bytes. */
    int by_words;
};

#define SORT_ORDER(job, a, b) ((job)->compare((a), (b), (job)->context))

static void sort_swap(const struct sort_job *job, char *a, char *b)
{
    size_t left = job->size;

    if (job->by_words) {
        do {
            long word = *(long *)a;
            *(long *)a = *(long *)b;
            *(long *)b = word;
            a += 8;
            b += 8;
        } while ((left -= 8) > 0);
        return;
    }
    for (; left >= 4 && (((unsigned long)a | (unsigned long)b) & 3) == 0; left -= 4, a += 4, b += 4) {
        int half = *(int *)a;
        *(int *)a = *(int *)b;
        *(int *)b = half;
    }
    for (; left > 0; left--, a++, b++) {
        char byte = *a;
        *a = *b;
        *b = byte;
    }
}

static char *sort_median(const struct sort_job *job, char *a, char *b, char *c)
{
    if (SORT_ORDER(job, a, b) < 0) {
        if (SORT_ORDER(job, b, c) < 0)
            return b;
        return SORT_ORDER(job, a, c) < 0 ? c : a;
    }
    if (SORT_ORDER(job, c, b) < 0)
        return b;
    return SORT_ORDER(job, c, a) < 0 ? c : a;
}

static void sort_by_insertion(const struct sort_job *job, char *items, char *end)
{
    size_t size = job->size;
    char *next, *at;

    for (next = items + size; next < end; next += size)
        for (at = next; at > items && SORT_ORDER(job, at - size, at) > 0; at -= size)
            sort_swap(job, at - size, at);
}

static void sort_sift(const struct sort_job *job, char *items, size_t root, size_t count)
{
    size_t size = job->size;

    for (;;) {
        size_t child = 2 * root + 1;
        if (child >= count)
            return;
        if (child + 1 < count && SORT_ORDER(job, items + child * size, items + (child + 1) * size) < 0)
            child++;
        if (SORT_ORDER(job, items + root * size, items + child * size) >= 0)
            return;
        sort_swap(job, items + root * size, items + child * size);
        root = child;
    }
}

static void sort_by_heap(const struct sort_job *job, char *items, size_t count)
{
    size_t root;

    for (root = count / 2; root-- > 0;)
        sort_sift(job, items, root, count);
    while (count-- > 1) {
        sort_swap(job, items, items + count * job->size);
        sort_sift(job, items, 0, count);
    }
}

/* splits: how often the range may still be split before heapsort takes over. */
static void sort_range(const struct sort_job *job, char *items, size_t count, int splits)
{
    size_t size = job->size;

    while (count > 12) {
        char *first = items, *last = items + (count - 1) * size;
        char *pivot = items + count / 2 * size;
        char *low, *high;
        size_t below, above;

        if (splits-- == 0) {
            sort_by_heap(job, items, count);
            return;
        }
        if (count > 128) {
            size_t step = count / 8 * size;
            first = sort_median(job, first, first + step, first + 2 * step);
            pivot = sort_median(job, pivot - step, pivot, pivot + step);
            last = sort_median(job, last - 2 * step, last - step, last);
        }
        pivot = sort_median(job, first, pivot, last);
        if (pivot != items)
            sort_swap(job, items, pivot);

        /* The pivot waits at the front. Both scans stop at equal items, so many of them split well;
           the first step down stops at the pivot itself at the latest. */
        low = items;
        high = items + count * size;
        for (;;) {
            do
                low += size;
            while (low < high && SORT_ORDER(job, low, items) < 0);
            do
                high -= size;
            while (SORT_ORDER(job, items, high) < 0);
            if (low >= high)
                break;
            sort_swap(job, low, high);
        }
        if (high != items)
            sort_swap(job, items, high);

        below = (size_t)(high - items) / size;
        above = count - below - 1;
        if (below < above) {
            sort_range(job, items, below, splits);
            items = high + size;
            count = above;
        } else {
            sort_range(job, high + size, above, splits);
            count = below;
        }
    }
    sort_by_insertion(job, items, items + count * size);
}

void __sort(char *items, size_t count, size_t size, sort_compare compare, void *context)
{
    struct sort_job job;
    int splits = 0;
    size_t n;

    if (count < 2 || size == 0)
        return;
    for (n = count; n > 1; n >>= 1)
        splits += 2;
    job.compare = compare;
    job.context = context;
    job.size = size;
    job.by_words = (((unsigned long)items | size) & 7) == 0;
    sort_range(&job, items, count, splits);
}

/* The third argument that compare does not take does no harm in any of the calling conventions. */
void qsort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    __sort(items, count, size, (sort_compare)(void *)compare, NULL);
}
