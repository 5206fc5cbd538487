/* Effects happen once, and in an order where the language gives one. */
#include "show.h"
static int log_[32], n; static int t(int k) { log_[n++] = k; return k; } static int a[4];
static void print(void) { for (int i = 0; i < n; i++) put_number(log_[i]), put(" "); put("\n"); n = 0; }
int main(void) { t(1) && t(2) || t(3); print(); t(0) ? t(4) : t(5); print(); t(1), t(2), t(3); print(); for (t(1); n < 6; t(9)) t(8); print(); switch (t(2)) { case 2: t(20); case 3: t(30); } print(); if (t(0) || !t(0)) t(7); print(); int i = t(3) > 2 && t(4) < 5; SHOW(i); print(); a[t(1)]++; a[t(1)] += 5; SHOW(a[1]); print(); do t(6); while (t(0)); print(); int x = (t(1), t(2)) + 1; SHOW(x); print(); struct { int a, b; } s = { t(1), t(2) }; SHOW(s.a + s.b); return 0; }
