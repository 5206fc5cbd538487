/* Stores through one pointer are seen through another. */
#include "show.h"
static int f(int *a, int *b) { *a = 1; *b = 2; return *a; }
static long g(long *l, int *i) { *l = 5; i[0] = 6; return *l; }
static int h(char *bytes, int *i) { *i = 0x01010101; bytes[1] = 2; return *i; }
static int global = 1;
static int k(int *p) { int a = global; *p = 9; return a * 10 + global; }
static int swap_all(int *a, int *b, int *c) { int t = *a; *a = *b; *b = *c; *c = t; return *a * 100 + *b * 10 + *c; }
struct s { int x, y; };
static int members(struct s *p, struct s *q) { p->x = 1; q->y = 2; q->x = 3; return p->x * 10 + p->y; }
static float punned(int *i, float *f) { *f = 1.0f; *i = 0x40000000; return *f; }
static int loop(int *n, int *a) { int sum = 0; for (int i = 0; i < *n; i++) { a[i] = 2; sum += a[i]; } return sum; }

int main(void) {
    int x = 0, y = 0, z = 3; long l = 0;
    SHOW(f(&x, &y)); SHOW(f(&x, &x)); SHOW(g(&l, (int *)&l)); SHOW(h((char *)&x, &x)); SHOW(k(&global)); SHOW(k(&x));
    x = 1; y = 2; SHOW(swap_all(&x, &y, &z)); SHOW(swap_all(&x, &x, &x));
    struct s s = { 0 }, t = { 0 }; SHOW(members(&s, &t) / 10); SHOW(members(&s, &s));
    float fl; SHOW(punned((int *)&fl, &fl));
    int a[10] = { 0 }; int n = 4; SHOW(loop(&n, a)); a[0] = 5; SHOW(loop(&a[3], a));
    return 0;
}
