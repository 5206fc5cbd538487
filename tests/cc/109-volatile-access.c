/* Each access of a volatile object stays. */
#include "show.h"
static volatile int v = 3;
static int reads(void) { int a = v; int b = v; return a + b + v; }
static void writes(void) { v = 1; v = 2; v = 3; }
static volatile struct { int a : 4; unsigned b : 4; char c[3]; } s = { 1, 2, { 3, 4, 5 } };
static int loop(volatile int *p) { int n = 0; while (*p) { --*p; n++; } return n; }

int main(void) {
    SHOW(reads());
    writes();
    SHOW(v++);
    SHOW(++v);
    v += 5;
    SHOW(v);
    v;
    (void)v;
    s.a = -3;
    s.b++;
    s.c[1] += s.c[2];
    SHOW(s.a); SHOW(s.b); SHOW(s.c[1]);
    SHOW(loop(&v));
    volatile double d = 1.5;
    d *= d;
    SHOW(d * 100);
    volatile char c = 200;
    SHOW(c < 0);
    int *volatile p = (int *)&v;
    *p = 9;
    SHOW(v);
    return 0;
}
