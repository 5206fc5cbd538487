#include "show.h"
static int f(int n) { char *p = __builtin_alloca(n), *q = __builtin_alloca(16); for (int i = 0; i < n; i++) p[i] = i; q[0] = 1; return p[n - 1] + q[0] + ((long)p % 8 == 0) + ((long)q % 8 == 0); }
int main(void) { SHOW(f(10)); SHOW(f(100)); int s = 0; for (int i = 1; i < 50; i++) s += f(i); SHOW(s); return 0; }
