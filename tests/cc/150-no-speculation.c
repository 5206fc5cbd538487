/* What stands behind a condition is not done before it. */
#include "show.h"
struct node { int value; struct node *next; };
static int value_or(struct node *p, int other) { return p ? p->value : other; }
static int next_value(struct node *p) { if (p && p->next) return p->next->value; return -1; }
static int divide(int a, int b) { return b ? a / b : 0; }
static int modulo(long a, long b) { int r = -1; if (b != 0) r = a % b; return r; }
static int indexed(const int *a, int n, int i) { return i >= 0 && i < n ? a[i] : -5; }
static void store_if(int *p, int v) { if (p) *p = v; }
static int loops(int n, int d) { int s = 0; for (int i = 0; i < n; i++) s += 100 / d; return s; }
static int invariant(int *p, int n) { int s = 0; while (n-- > 0) s += *p; return s; }
static int both(int *p, int *q) { int r = 0; if (p) r += *p; if (q) r += *q; else r -= 1; return r; }
static int select_call(int c); static int calls; static int called(void) { return ++calls; }
static int select_call(int c) { int r = 3; if (c) r = called(); return r; }
static int min3(int a, int b, int c) { int m = a; if (b < m) m = b; if (c < m) m = c; return m; }
static unsigned clamp(int x) { return x < 0 ? 0 : x > 255 ? 255 : x; }
static long absolute(long x) { return x < 0 ? -x : x; }
static int sign(int x) { return (x > 0) - (x < 0); }
static double fmin_(double a, double b) { return a < b ? a : b; }

int main(void) {
    struct node b = { 2, 0 }, a = { 1, &b }; int one = 1, two = 2;
    SHOW(value_or(0, 7)); SHOW(value_or(&a, 7)); SHOW(next_value(0)); SHOW(next_value(&b)); SHOW(next_value(&a));
    SHOW(divide(7, 0)); SHOW(divide(7, 2)); SHOW(modulo(7, 0)); SHOW(modulo(-7, 4)); SHOW(indexed(&one, 1, 1000000000)); SHOW(indexed(&one, 1, -1000000000)); SHOW(indexed(&one, 1, 0));
    store_if(0, 1); store_if(&two, 5); SHOW(two); SHOW(loops(0, 0)); SHOW(loops(3, 7)); SHOW(invariant(0, 0)); SHOW(invariant(&two, 3));
    SHOW(both(0, 0)); SHOW(both(&one, 0)); SHOW(both(0, &two)); SHOW(select_call(0)); SHOW(calls); SHOW(select_call(1));
    SHOW(min3(3, 2, 1)); SHOW(min3(-1, 5, 0)); SHOW(clamp(-5)); SHOW(clamp(300)); SHOW(clamp(77)); SHOW(absolute(-1L << 40)); SHOW(absolute(5)); SHOW(sign(-9) * 10 + sign(9) + sign(0));
    SHOW(fmin_(1.5, -2.5) * 2); SHOW(fmin_(0.0 / 0.0 * one, 4)); SHOW(1 / fmin_(0.0, -0.0) > 0);
    return 0;
}
