#include "show.h"
static int add(int a, int b) { return a + b; }
static long many(int a, long b, char c, short d, int e, unsigned f, long g, unsigned char h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + (long)f * 6 + g * 7 + h * 8 + i * 9;
}
static int factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }
static int odd(int n); static int even(int n) { return n ? odd(n - 1) : 1; } static int odd(int n) { return n ? even(n - 1) : 0; }
int main(void) {
    SHOW(add(3, 4)); SHOW(add(add(1, 2), add(3, 4))); SHOW(many(1, -2, 'c', -4, 5, 4000000000u, 7, 250, -9));
    SHOW(factorial(10)); SHOW(even(10)); SHOW(odd(10)); SHOW((add)(1, 1)); SHOW((*add)(1, 2)); SHOW((&add)(1, 3)); SHOW((***add)(2, 2));
    return 0;
}
