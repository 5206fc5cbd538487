/* Bit-fields of enum, bool, char and long; passed, compared, copied. */
#include "show.h"
enum e { A, B, C = 7 }; struct s { enum e kind : 3; _Bool on : 1; unsigned char small : 4; signed char low : 5; unsigned long wide : 50; long : 0; short last : 9; };
static int take(struct s s) { return s.kind * 1000 + s.on * 100 + s.small * 10 + s.low; } static struct s give(int n) { struct s s = { C, n, n + 5, -n, 1UL << 49 | n, -256 }; return s; }
int main(void) { struct s s = give(1), t; SHOW(take(s)); SHOW(s.wide >> 49); SHOW(s.last); t = s; t.kind = B; SHOW(t.kind < s.kind); SHOW(t.wide == s.wide); t.on = 0; t.on = !t.on; SHOW(t.on); t.small = t.small + 12; SHOW(t.small); SHOW(t.low << 2); SHOW(sizeof s); switch (s.kind) { case C: put("C\n"); break; default: put("?\n"); } static struct s constant = { .wide = 0x2ffffffffffff, .last = 255, .low = -16 }; SHOW(constant.wide); SHOW(constant.last); SHOW(constant.low); return 0; }
