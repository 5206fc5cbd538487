#include "show.h"
struct s1 { char c; }; struct s3 { char c[3]; }; struct s8 { int a, b; }; struct s12 { int a, b, c; }; struct s16 { long a, b; }; struct s24 { long a, b, c; }; struct big { int a[50]; };
static struct s1 f1(struct s1 x) { x.c++; return x; } static struct s3 f3(struct s3 x) { x.c[2] += 5; return x; } static struct s8 f8(struct s8 x, int n) { x.a += n; return x; }
static struct s12 f12(int n, struct s12 x) { x.c *= n; return x; } static struct s16 f16(struct s16 x, struct s16 y) { x.a += y.b; return x; } static struct s24 f24(struct s24 x) { x.b = x.a + x.c; return x; }
static struct big fbig(struct big x, int i) { x.a[i] = 77; return x; } static long mixed(int a, struct s16 x, struct s3 y, struct s24 z, int b, struct s12 w) { return a + x.a + x.b + y.c[1] + z.c + b + w.b; }
int main(void) {
    struct s3 t = f3((struct s3){ { 1, 2, 3 } }); SHOW(f1((struct s1){ 'a' }).c); SHOW(t.c[0]); SHOW(t.c[2]); SHOW(f8((struct s8){ 1, 2 }, 10).a); SHOW(f12(3, (struct s12){ 1, 2, 3 }).c);
    struct s16 u = f16((struct s16){ 1, 2 }, (struct s16){ 30, 40 }); SHOW(u.a); SHOW(u.b); struct s24 v = { 1, 0, 5 }; SHOW(f24(v).b); SHOW(v.b); struct big b = { { 1, 2 } }, c = fbig(b, 49); SHOW(c.a[49]); SHOW(b.a[49]); SHOW(c.a[1]);
    SHOW(fbig(fbig(b, 3), 4).a[3]); SHOW(mixed(1, u, t, v, 1000, (struct s12){ 1, 20000, 3 })); b = fbig(b, 0); SHOW(b.a[0]); struct s8 (*p)(struct s8, int) = f8; SHOW(p((struct s8){ 4, 5 }, 6).b);
    v = v.a ? f24(v) : v; SHOW(v.b); SHOW((1 ? u : u).a);
    return 0;
}
