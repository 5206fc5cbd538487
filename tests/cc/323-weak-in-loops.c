/* What a loop reads only under a condition is not read in front of it: a symbol that may be missing, and a place outside
   an object. */
#include "show.h"

extern int missing __attribute__((weak));
extern struct { int first, second; } gone __attribute__((weak));
int present[2] = { 5, 6 };
int here __attribute__((weak)) = 9;

int guarded(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
        if (&missing) sum += missing;
        if (&gone) sum += gone.second;
        if (&here) sum += here;
    }
    return sum;
}
int outside(int n, int large) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
        if (large) sum += present[1 << 28] + present[-(1 << 28)];
        sum += present[1];
    }
    return sum;
}
int outside_local(int n, int large) {
    int sum = 0, local[4] = { n, 1, 2, 3 };
    int *volatile escape = local;
    for (int i = 0; i < n; i++) {
        if (large) sum += local[1 << 28] + local[-(1 << 28)];
        sum += local[2];
    }
    return sum + (escape == local);
}

int main(void) {
    volatile int zero = 0;
    SHOW(guarded(3));
    SHOW(outside(4, zero));
    SHOW(outside_local(5, zero));
    SHOW(&missing == 0);
    return 0;
}
