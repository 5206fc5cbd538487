/* Loops over arrays: a sieve, three sorts, a binary search. */
#include "show.h"
static char composite[1000]; static int a[200], b[200];
static void reset(void) { unsigned s = 42; for (int i = 0; i < 200; i++) { s = s * 69069 + 1; a[i] = (int)(s >> 8) % 1000 - 500; } }
static long check(void) { long h = 0; for (int i = 0; i < 200; i++) { if (i && a[i - 1] > a[i]) return -1; h = h * 31 + a[i]; } return h; }
static void bubble(void) { for (int i = 199, swapped = 1; swapped; i--) { swapped = 0; for (int j = 0; j < i; j++) if (a[j] > a[j + 1]) { int t = a[j]; a[j] = a[j + 1]; a[j + 1] = t; swapped = 1; } } }
static void insertion(void) { for (int i = 1; i < 200; i++) { int v = a[i], j = i; for (; j > 0 && a[j - 1] > v; j--) a[j] = a[j - 1]; a[j] = v; } }
static void quick(int *lo, int *hi) { if (lo >= hi) return; int *i = lo, *j = hi, pivot = lo[(hi - lo) / 2]; while (i <= j) { while (*i < pivot) i++; while (*j > pivot) j--; if (i <= j) { int t = *i; *i++ = *j; *j-- = t; } } quick(lo, j); quick(i, hi); }
static void heap(void) { int n = 200; for (int k = n / 2; n > 1; ) { int v; if (k > 0) v = a[--k]; else { v = a[--n]; a[n] = a[0]; } int i = k, c; while ((c = 2 * i + 1) < n) { if (c + 1 < n && a[c + 1] > a[c]) c++; if (a[c] <= v) break; a[i] = a[c]; i = c; } a[i] = v; } }
static int search(int v) { int lo = 0, hi = 200; while (lo < hi) { int mid = (lo + hi) / 2; if (a[mid] < v) lo = mid + 1; else hi = mid; } return lo; }

int main(void) {
    int primes = 0, last = 0;
    for (int i = 2; i < 1000; i++) { if (composite[i]) continue; primes++; last = i; for (int j = i * i; j < 1000; j += i) composite[j] = 1; }
    SHOW(primes); SHOW(last);
    reset(); bubble(); SHOW(check()); reset(); insertion(); SHOW(check()); reset(); quick(a, a + 199); SHOW(check()); reset(); heap(); SHOW(check());
    SHOW(search(0)); SHOW(a[search(17)]); SHOW(search(10000));
    return 0;
}
