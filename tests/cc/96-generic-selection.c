/* _Generic chooses by type, and only what it chooses counts. */
#include "show.h"

#define KIND(x) _Generic((x), char: 1, signed char: 2, unsigned char: 3, short: 4, int: 5, unsigned: 6, long: 7, unsigned long: 8, \
    long long: 9, float: 10, double: 11, char *: 12, const char *: 13, void *: 14, int (*)(int): 15, struct s: 16, default: 99)
struct s { int x; };
static int function(int x) { return x; }
#define absolute(x) _Generic((x), int: absolute_int, double: absolute_double)(x)
static int absolute_int(int x) { return x < 0 ? -x : x; }
static double absolute_double(double x) { return x < 0 ? -x : x; }

int main(void) {
    char c = 0; short h = 0; const int i = 0; struct s s = { 0 }; const char *p = "";
    SHOW(KIND(c)); SHOW(KIND('c')); SHOW(KIND(h)); SHOW(KIND(i)); SHOW(KIND(h + h)); SHOW(KIND(1u)); SHOW(KIND(1l)); SHOW(KIND(1ul)); SHOW(KIND(1ll));
    SHOW(KIND(1.f)); SHOW(KIND(1.)); SHOW(KIND("")); SHOW(KIND(p)); SHOW(KIND((void *)0)); SHOW(KIND(function)); SHOW(KIND(s));
    SHOW(KIND((signed char)1)); SHOW(KIND((unsigned char)1)); SHOW(KIND(&s)); SHOW(KIND(c ? 1 : 2u)); SHOW(KIND(1 == 1)); SHOW(KIND(sizeof 1)); SHOW(KIND(&p - &p));
    SHOW(absolute(-5));
    SHOW(absolute(-2.5) * 10);
    SHOW(_Generic(1, int: 7, default: 1 / 0));
    SHOW(_Generic((int (*)[3])0, int (*)[4]: 1, int (*)[3]: 2));
    int n = 0;
    SHOW(_Generic(n++, int: n));
    SHOW(sizeof(_Generic(0, int: c, default: 0)));
    return 0;
}
