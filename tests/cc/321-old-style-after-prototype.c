/* An old-style definition behind a prototype is called as the prototype says: its parameters may be narrow, as GNU C
   has it, or narrower than the prototype's. */
#include "show.h"

int narrow(char);
int words(short, unsigned char, int, float, _Bool, const signed char);
long wide(int, double, int);
float result(float, float);
int enumerated(int);
int pointers(const char *, int (*)(char));
enum color { red, green = 300 };
enum color shade(enum color);

int before(int x) { return narrow(x) + words(70000, 257, -1, 2.5f, 4, 200); }

int narrow(c) char c; { return c; }
int words(a, b, c, d, e, f) short a; unsigned char b; float d; _Bool e; signed char f; {
    return a + 10 * b + 100 * c + (int)(d * 1000) + e * 5000 + f * 7;
}
/* Compatible with the promoted types, narrower in the body. */
long wide(a, b, c) char a; float b; unsigned short c; { return a * 1000000L + (long)(b * 16) * 1000 + c; }
float result(x, y) float x, y; { return x / y; }
int enumerated(x) signed char x; { return x; }
int pointers(p, f) const char *p; int (*f)(char); { return f(p[1]); }
enum color shade(c) enum color c; { return c == green ? red : green; }

/* Without a prototype everything is promoted. */
int old(c, f, s) char c; float f; unsigned short s; { return c + (int)(f * 8) + s; }

int main(void) {
    int (*p)(char) = narrow;
    volatile int big = 0x12345;
    SHOW(before(-3));
    SHOW(narrow(big));
    SHOW(p(big));
    SHOW(wide(big, 1.0 / 3, 0x54321));
    SHOW((long)(result(1, 8) * 1000));
    SHOW(enumerated(300));
    SHOW(pointers("az", narrow));
    SHOW(shade(red));
    SHOW(old(big, 2.5, big));
    return 0;
}
