/* Calls in the last place, with more arguments than the caller had, with addresses of locals, with results of other types. */
#include "show.h"
static int loop_down(int n, int acc) { return n ? loop_down(n - 1, acc + n) : acc; }
static int many(int a, int b, int c, int d, int e, int f, int g, int h) { return a ? many(a - 1, c, b, e, d, g, f, h + 1) : b + 2 * c + 3 * d + 4 * e + 5 * f + 6 * g + 7 * h; }
static int few(int a) { return many(a, 1, 2, 3, 4, 5, 6, 7); }
static int reads(const int *p) { return *p * 2; }
static int local_address(int n) { int x = n + 1; return reads(&x); }
static long longer(int n) { return n * 1000000007L; } static int cut(int n) { return longer(n); } static unsigned char byte(int n) { return cut(n); }
static void effect(int *p) { *p += 1; } static void last(int *p) { *p *= 2; effect(p); }
static double real(int n) { return n / 2.0; } static int whole(int n) { return real(n); } static float single(int n) { return real(n); }
static struct s { long a, b, c; } make(long n) { return (struct s){ n, n, n }; } static struct s pass(long n) { return make(n + 1); }
static int by_pointer(int (*f)(int), int n) { return f(n); }
static int array_kept(int n) { int a[4] = { n, n + 1, n + 2, n + 3 }; return reads(a + (n & 3)); }
static int vla_kept(int n) { int a[n]; a[n - 1] = n; return reads(&a[n - 1]); }
static int odd(unsigned n); static int even(unsigned n) { if (!n) return 1; return odd(n - 1); } static int odd(unsigned n) { if (!n) return 0; return even(n - 1); }
static int compare(int a, int b) { return a < b ? loop_down(a, b) : a > b ? loop_down(b, a) : few(a); }

int main(void) {
    SHOW(loop_down(1000, 0)); SHOW(few(5)); SHOW(many(3, 1, 2, 3, 4, 5, 6, 7)); SHOW(local_address(4)); SHOW(cut(5)); SHOW(byte(7)); int x = 3; last(&x); SHOW(x); SHOW(whole(9)); SHOW(single(9) * 2);
    SHOW(pass(4).c); SHOW(by_pointer(few, 2)); SHOW(by_pointer(local_address, 2)); SHOW(array_kept(5)); SHOW(vla_kept(9)); SHOW(even(1000)); SHOW(compare(3, 4) * 100 + compare(4, 3) * 10 + compare(2, 2));
    return 0;
}
