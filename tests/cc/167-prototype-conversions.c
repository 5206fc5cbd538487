/* Arguments become what the prototype says; without one they are promoted. */
#include "show.h"
static long c(char x) { return x; } static long us(unsigned short x) { return x; } static long u(unsigned x) { return x; } static long l(long x) { return x; } static double d(double x) { return x; } static float f(float x) { return x; } static int b(_Bool x) { return x; } static long old(); static const void *p(const void *x) { return x; } static int fp(int (*f)()) { return f(1.5, 2); }
static int first(double d, int i) { return d * 2 + i; } static long old(a, x, y) long a; float x; char y; { return a + x * 2 + y; }
int main(void) { SHOW(c(300)); SHOW(c(3.9)); SHOW(us(-1)); SHOW(u(-1)); SHOW(u(1L << 33 | 5)); SHOW(l(-1)); SHOW(l(4294967295u)); SHOW(d(3) * 2); SHOW(d(1 / 2) == 0); SHOW(f(16777217) == 16777216); SHOW(b(0.5)); SHOW(b(256)); SHOW(old(5L, 1.5f, 'a')); SHOW(*(const char *)p("x")); SHOW(fp(first)); return 0; }
