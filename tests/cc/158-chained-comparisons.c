/* Conditions that follow from others, and those that only look so. */
#include "show.h"
static int a(int x) { if (x > 5) { if (x > 3) return 1; return 2; } if (x > 5) return 3; return x < 6 ? 4 : 5; }
static int b(unsigned x) { if (x >= 0) return x > 0x7fffffff ? 1 : 2; return 3; }
static int c(int x, unsigned y) { return (x < y) + 2 * ((long)x < (long)y) + 4 * (x == (int)y); }
static int d(signed char x) { return (x < 200) + 2 * (x > -200) + 4 * ((unsigned char)x < 200) + 8 * (x == 255) + 16 * ((unsigned char)x == 255); }
static int e(int x) { return !!x + !x * 2 + (x != 0) * 4 + (x == 0) * 8 + !(x > 0) * 16 + !(x <= 0) * 32; }
static int f(long x) { return (x > 0x7fffffff) + 2 * ((int)x > 0) + 4 * ((unsigned)x > 0x7fffffff) + 8 * (x == (int)x); }
static int g(int x) { return (x & 4) == 4 ? x & 8 ? 3 : 2 : (x & 3) != 0; }
static int h(int x, int y) { return x < y ? x > y ? 1 : 2 : x == y ? 3 : x < y ? 4 : 5; }
static int i(double x) { return (x < 1) + 2 * !(x < 1) + 4 * (x >= 1) + 8 * !(x >= 1); }
static int k(int x) { return x >= 10 && x <= 20 || x == 30 || x < -5 && x > -8; }
static int l(unsigned char c) { return c >= 'a' && c <= 'z' ? 1 : c >= 'A' && c <= 'Z' ? 2 : c - '0' < 10u ? 3 : 0; }

int main(void) {
    static const int v[] = { -2147483647 - 1, -200, -7, -1, 0, 1, 3, 5, 6, 10, 15, 30, 255, 2147483647 };
    for (int n = 0; n < 14; n++) { int x = v[n]; put_number(a(x)); put(" "); put_number(b(x)); put(" "); put_number(c(x, 5)); put(" "); put_number(d(x)); put(" "); put_number(e(x)); put(" "); put_number(f(x * 3000000000L)); put(" "); put_number(g(x)); put(" "); put_number(h(x, 5)); put(" "); put_number(i(x)); put(" "); put_number(k(x)); put("\n"); }
    SHOW(i(0.0 / 0.0 + v[4])); SHOW(l('m') * 1000 + l('M') * 100 + l('5') * 10 + l('-')); SHOW(c(-1, -1u));
    return 0;
}
