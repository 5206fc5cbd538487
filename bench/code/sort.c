/* Compare and exchange: quicksort, heapsort and a merge sort that calls its comparison through a pointer. */
#include <stdio.h>

enum { SIZE = 60000 };
static int values[SIZE], copy[SIZE], spare[SIZE];

static void quick(int *v, int low, int high)
{
    while (low < high) {
        int pivot = v[(low + high) / 2], i = low, j = high;
        while (i <= j) {
            while (v[i] < pivot) i++;
            while (v[j] > pivot) j--;
            if (i <= j) {
                int t = v[i];
                v[i++] = v[j];
                v[j--] = t;
            }
        }
        if (j - low < high - i) {
            quick(v, low, j);
            low = i;
        } else {
            quick(v, i, high);
            high = j;
        }
    }
}

static void sift(int *v, int root, int n)
{
    int child;
    while ((child = 2 * root + 1) < n) {
        if (child + 1 < n && v[child] < v[child + 1]) child++;
        if (v[root] >= v[child]) return;
        int t = v[root];
        v[root] = v[child];
        v[child] = t;
        root = child;
    }
}

static void heap(int *v, int n)
{
    for (int i = n / 2; i-- > 0;) sift(v, i, n);
    for (int i = n; i-- > 1;) {
        int t = v[0];
        v[0] = v[i];
        v[i] = t;
        sift(v, 0, i);
    }
}

static int ascending(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static void merge(int *v, int *tmp, int n, int (*compare)(const void *, const void *))
{
    if (n < 2) return;
    int half = n / 2, i = 0, j = half, k = 0;
    merge(v, tmp, half, compare);
    merge(v + half, tmp, n - half, compare);
    while (i < half && j < n) tmp[k++] = compare(&v[j], &v[i]) < 0 ? v[j++] : v[i++];
    while (i < half) tmp[k++] = v[i++];
    for (i = 0; i < k; i++) v[i] = tmp[i];
}

static void restore(void)
{
    for (int i = 0; i < SIZE; i++) copy[i] = values[i];
}

static unsigned digest(void)
{
    unsigned sum = 0;
    for (int i = 0; i < SIZE; i++) sum = sum * 33 + copy[i];
    return sum;
}

int main(void)
{
    unsigned seed = 1, sum = 0;
    for (int i = 0; i < SIZE; i++) {
        seed = seed * 1664525 + 1013904223;
        values[i] = (int)(seed >> 3) - (1 << 28);
    }
    for (int round = 0; round < 20; round++) {
        restore();
        quick(copy, 0, SIZE - 1);
        sum += digest();
        restore();
        heap(copy, SIZE);
        sum += digest();
        restore();
        merge(copy, spare, SIZE, ascending);
        sum += digest();
        values[round * 100] ^= round;
    }
    printf("sort %u\n", sum);
    return 0;
}
