#include "show.h"
int a[] = { [2] = 5, 6, [0] = 1 }, r[10] = { [2 ... 5] = 7, [4] = 1 }; struct s { int x, y[3], z; } s = { .z = 9, .y = { 1, [2] = 3 }, .x = 4 }, e = { 1, 2, 3, 4, 5 }, n[2] = { [1].y[1] = 8, [0] = { .z = 3 } };
struct { char name[4]; struct s in; } deep[] = { { "abc", { 1, { 2 } } }, { { 'x' }, .in.z = 6 } }; int flat[2][2] = { 1, 2, 3, 4 }; int *p = &a[1]; int *q = &s.y[2]; char *t = deep[0].name + 1; long diff = (char *)&s.z - (char *)&s; int (*fp)(void); struct fl { int n; int d[]; } fl = { 2, { 7, 8 } };
int main(void) {
    SHOW(sizeof a); SHOW(a[0]); SHOW(a[1]); SHOW(a[3]); SHOW(r[3]); SHOW(r[4]); SHOW(r[6]); SHOW(s.x); SHOW(s.y[1]); SHOW(s.y[2]); SHOW(s.z); SHOW(e.y[2]); SHOW(e.z); SHOW(n[1].y[1]); SHOW(n[0].z); SHOW(deep[0].in.y[0]); SHOW(deep[1].in.z); SHOW(flat[1][0]); SHOW(*p); SHOW(*q); SHOW(*t); SHOW(diff); SHOW(fp == 0); SHOW(fl.d[1]);
    int la[] = { [2] = 5, 6, [0] = 1 }, lr[10] = { [2 ... 5] = 7, [4] = 1 }, x = 3; struct s ls = { .z = x, .y = { 1, [2] = x * 2 }, .x = 4 }, ln[2] = { [1].y[1] = 8, [0] = { .z = x } }, copy[2] = { ls, [1].z = 1 }; SHOW(la[1]); SHOW(la[3]); SHOW(lr[3]); SHOW(lr[4]); SHOW(lr[9]); SHOW(ls.y[1]); SHOW(ls.y[2]); SHOW(ln[1].y[1]); SHOW(ln[0].z); SHOW(copy[0].y[2]); SHOW(copy[1].z); SHOW(copy[1].x);
    struct { int a; char s[8]; int b; } m = { 1, "hi", 2 }; SHOW(m.s[1]); SHOW(m.s[7]); SHOW(m.b); int big[100] = { [0 ... 99] = x + 1 }; SHOW(big[0] + big[50] + big[99]); int zero[50] = { 0 }, sc = { 5 }; SHOW(zero[49]); SHOW(sc); int one[3] = { x, x + 1 }; SHOW(one[2]);
    return 0;
}
