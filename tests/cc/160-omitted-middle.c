/* a ?: b evaluates a once. */
#include "show.h"
static int calls; static int next(int n) { calls++; return n; }
int main(void) { SHOW(next(5) ?: 9); SHOW(next(0) ?: 9); SHOW(calls); int *p = 0, x = 4; SHOW(*(p ?: &x)); SHOW((0.0 ?: 2.5) * 2); SHOW(0 ?: 0 ?: 3); const char *s = "a" ?: "b"; put(s); put("\n"); return 0; }
