/* K&R definitions, with and without declarations; arguments are promoted. */
#include "show.h"
add(a, b) int a, b; { return a + b; }
static int shorten(c, s, f) char c; short s; float f; { return c + s + (int)(f * 2); }
static char *pick(p, i) char *p; register i; { return p + i; }
static int function(f, x) int (*f)(); int x; { return (*f)(x, x); }
static int arrays(a, n) int a[]; int n; { return sizeof a + a[n]; }
static nothing() { return 7; }
struct s { int x, y; };
static int whole(s, d) struct s s; double d; { return s.x + s.y + d; }

int main() {
    int undeclared_later();
    SHOW(add(2, 3));
    SHOW(shorten(300, 70000, 1.5));
    put(pick("abc\n", 1));
    SHOW(function(add, 4));
    int a[] = { 1, 2, 3 };
    SHOW(arrays(a, 2));
    SHOW(nothing());
    struct s s = { 1, 2 };
    SHOW(whole(s, 3.5));
    SHOW(undeclared_later(4, 5));
    SHOW(implicit(6));
    return 0;
}
int undeclared_later(a, b) { return a * b; }
int implicit(a) { return a + 1; }
