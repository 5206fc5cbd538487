/* Functions that are awkward to put into their callers. */
#include "show.h"
static int recursive(int n) { return n <= 1 ? 1 : n * recursive(n - 1); }
static int odd(int n); static int even(int n) { return n ? odd(n - 1) : 1; } static int odd(int n) { return n ? even(n - 1) : 0; }
static int counted(void) { static int n; return ++n; }
static int changes(int n) { n++; n *= 2; return n; }
static int *own_local(int *keep) { int local = *keep + 1; *keep = local; return keep; }
static int with_array(int i) { int a[4] = { 1, 2, 3, 4 }; a[i & 3] += 10; return a[0] + a[1] + a[2] + a[3]; }
static int with_vla(int n) { int a[n]; int s = 0; for (int i = 0; i < n; i++) a[i] = i; for (int i = 0; i < n; i++) s += a[i]; return s; }
static int with_alloca(int n) { char *p = __builtin_alloca(n); p[n - 1] = 5; return p[n - 1]; }
static int with_goto(int n) { again: if (n > 10) return n; n += 3; goto again; }
static int with_switch(int n) { switch (n) { case 1: return 10; case 2: n = 5; break; default: return -1; } return n; }
static int variadic(int n, ...) { __builtin_va_list l; __builtin_va_start(l, n); int s = 0; while (n--) s += __builtin_va_arg(l, int); return s; }
static void nothing(void) {}
static void out(int *p, int v) { if (v < 0) return; *p = v; }
static int no_result(int x) { if (x) return 4; }
static struct s { long a, b, c; } make(int n) { struct s s = { n, n + 1, n + 2 }; return s; }
static long take(struct s s) { s.a += 100; return s.a + s.b + s.c; }
static unsigned char narrow(int x) { return x; }
static int narrow_argument(signed char c, unsigned short u) { return c + u; }
static double real(double a, float b) { return a * b; }
static int many(int a, int b, int c, int d, int e, int f, int g) { return a + b * c - d + e * f - g; }
static int (*pointer)(int) = changes;
static void *labels(int k) { static void *t[] = { &&a, &&b }; goto *t[k]; a: return t[1]; b: return t[0]; }
static int volatile_local(int n) { volatile int v = n; v++; return v; }
static int address_of(int n) { int *p = &n; *p += 5; return n; }

int main(void) {
    SHOW(recursive(10)); SHOW(even(7)); counted(); counted(); SHOW(counted()); int x = 3; SHOW(changes(x)); SHOW(x); SHOW(*own_local(&x)); SHOW(x);
    int s = 0; for (int i = 0; i < 8; i++) s += with_array(i) * i; SHOW(s); s = 0; for (int i = 1; i < 2000; i++) s += with_vla(i % 50 + 1) + with_alloca(i); SHOW(s);
    SHOW(with_goto(2)); SHOW(with_goto(20)); SHOW(with_switch(1) + with_switch(2) + with_switch(3)); SHOW(variadic(3, 1, 2, 3) + variadic(0)); nothing(); out(&x, -1); SHOW(x); out(&x, 8); SHOW(x); SHOW(no_result(1));
    SHOW(take(make(1)) + make(5).b); struct s t = make(7); SHOW(take(t)); SHOW(t.a); SHOW(narrow(300)); SHOW(narrow_argument(200, 70000)); SHOW(real(1.5, 2.5f) * 4); SHOW(many(1, 2, 3, 4, 5, 6, 7)); SHOW(pointer(4)); SHOW(labels(0) != labels(1)); SHOW(volatile_local(1)); SHOW(address_of(2));
    return 0;
}
