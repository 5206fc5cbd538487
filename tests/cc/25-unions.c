#include "show.h"
union u { int i; unsigned char b[4]; float f; struct { short lo, hi; }; };
int main(void) {
    union u x = { 0x01020304 }; SHOW(x.b[0]); SHOW(x.b[3]); SHOW(x.lo); SHOW(x.hi); x.f = 1.0f; SHOW(x.i); union u y = { .b = { 1, 1 } }; SHOW(y.i); y = x; SHOW(y.hi); SHOW(sizeof y);
    union { long l; struct { int a, b; } s; } z = { .s = { 1, 2 } }; SHOW(z.l); SHOW(((union u)7).i);
    return 0;
}
