#include "show.h"
struct { int n : 4; char *p; } s = { 6, "xyz" };
int main(void) { int i = 5; SHOW(i++ + ++i); SHOW(i); SHOW(i-- - --i); char c = 127; c++; SHOW(c); unsigned char u = 0; u--; SHOW(u); SHOW(*s.p++); SHOW(*s.p); SHOW(s.n++); SHOW(s.n++); SHOW(s.n); double d = .5; SHOW(++d * 2); SHOW(d++ * 2); SHOW(d * 2); int a[] = { 1, 2, 3 }, *p = a; SHOW(*p++ + *p++); SHOW(++*p); SHOW((*p)++); SHOW(*p); long l = 0x7fffffff; l++; SHOW(l); return 0; }
