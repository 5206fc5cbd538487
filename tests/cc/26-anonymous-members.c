#include "show.h"
struct s { int a; union { int b; struct { short c, d; }; }; struct { int e; } named; struct { int f, g; }; };
int main(void) {
    struct s x = { 1, { 0x20003 }, { 4 }, { 5, 6 } }, *p = &x; SHOW(x.c); SHOW(x.d); SHOW(x.named.e); SHOW(p->f); SHOW(p->g); p->d = 9; SHOW(x.b);
    struct s y = { .a = 1, .d = 3, .g = 7 }; SHOW(y.b); SHOW(y.g); SHOW(y.f); SHOW(__builtin_offsetof(struct s, g));
    return 0;
}
