/* Subscripts before the start of a pointer, of every index type. */
#include "show.h"
int main(void) { int a[10]; for (int i = 0; i < 10; i++) a[i] = i * i; int *p = a + 5; signed char c = -1; short s = -2; int i = -3; long l = -4; unsigned u = 1; unsigned char uc = 4; SHOW(p[c]); SHOW(p[s]); SHOW(p[i]); SHOW(p[l]); SHOW(p[u]); SHOW(p[uc]); SHOW(*(p - u)); SHOW(*(p + c - s)); SHOW(c[p]); SHOW(&p[i] - a); SHOW(&a[9] - &p[-5]); p -= l; SHOW(*p); p += c; SHOW(*p); SHOW((p - 8)[uc - 4]); return 0; }
