#include "show.h"
struct f { unsigned a : 3; int b : 5; unsigned c : 24; unsigned long d : 40; _Bool e : 1; int : 0; short g : 9; char h; };
int main(void) {
    struct f x = { 7, -3, 0xabcdef, 0x123456789aul, 1, -200, 'h' };
    SHOW(x.a); SHOW(x.b); SHOW(x.c); SHOW(x.d); SHOW(x.e); SHOW(x.g); SHOW(x.h); SHOW(sizeof x);
    x.a += 2; SHOW(x.a); x.b = 15; x.b++; SHOW(x.b); SHOW(x.c = 0x1ffffff); SHOW(x.c); x.d <<= 8; SHOW(x.d); x.e = 4; SHOW(x.e); SHOW(x.g--); SHOW(x.g);
    SHOW(x.a - 8 < 0); SHOW(x.a > -1); struct f *p = &x; p->a = p->b = 5; SHOW(p->a); struct { unsigned long w : 33; } w = { 1ul << 32 }; SHOW(w.w);
    struct __attribute__((packed)) { int a : 3; int b : 31; long c : 60; } k = { -1, 0x3fffffff, -5 }; SHOW(sizeof k); SHOW(k.a); SHOW(k.b); SHOW(k.c); k.b = -7; SHOW(k.a); SHOW(k.b); SHOW(k.c);
    return 0;
}
