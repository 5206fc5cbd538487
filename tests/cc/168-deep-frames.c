/* Large and deep stack frames. */
#include "show.h"
static long walk(int depth, long seed) { volatile char page[5000]; page[0] = depth; page[4999] = seed; long r = depth ? walk(depth - 1, seed * 31 + depth) : seed; return r + page[0] + page[4999]; }
static int big(int n) { int a[50000]; for (int i = 0; i < 50000; i++) a[i] = i ^ n; return a[n] + a[49999]; }
struct large { char c[70000]; }; static int by_value(struct large l, int i) { l.c[i]++; return l.c[i]; } static struct large object;
int main(void) { SHOW(walk(300, 1)); SHOW(big(1234)); object.c[69999] = 6; SHOW(by_value(object, 69999)); SHOW(object.c[69999]); struct large copy = object; SHOW(copy.c[69999] + sizeof copy); return 0; }
