#include "show.h"
add(a, b) int a; int b; { return a + b; }
static int mix(c, s, f, p, n) char c; short s; float f; char *p; { return c + s + (int)(f * 2) + p[0] + n; }
static int none() { return 3; }
int main() { int (*p)() = add; SHOW(add(2, 3)); SHOW(mix('a', -5, 2.5, "A", 7)); SHOW(none()); SHOW(p(7, 8)); return 0; }
