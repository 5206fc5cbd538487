#include "show.h"
static int f(int a, int b) { return (a < b) | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4 | (a != b) << 5; }
static int g(unsigned long a, unsigned long b) { return (a < b) | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4; }
int main(void) {
    SHOW(f(1, 2)); SHOW(f(2, 1)); SHOW(f(2, 2)); SHOW(f(-1, 1)); SHOW(g(-1, 1)); SHOW(g(1, -1)); SHOW(g(5, 5));
    return 0;
}
