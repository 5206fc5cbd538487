#include "show.h"
#define NAME(x) _Generic((x), char: 1, int: 2, long: 3, double: 4, float: 5, char *: 6, const char *: 7, int (*)(void): 8, void *: 9, unsigned: 10, default: 99)
static int f(void) { return 0; }
int main(void) { char c = 0; const int ci = 0; const char *s = ""; SHOW(NAME(c)); SHOW(NAME(1)); SHOW(NAME(1L)); SHOW(NAME(1.0)); SHOW(NAME(1.0f)); SHOW(NAME("x")); SHOW(NAME(s)); SHOW(NAME(f)); SHOW(NAME((void *)0)); SHOW(NAME(1u)); SHOW(NAME(ci)); SHOW(NAME('a')); SHOW(NAME((short)1)); SHOW(NAME(c + c)); SHOW(NAME(&c)); return 0; }
