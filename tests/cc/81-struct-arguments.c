/* Structs of all sizes go in and come out. */
#include "show.h"

struct b1 { char a; };
struct b3 { char a[3]; };
struct b8 { int a, b; };
struct b12 { int a, b, c; };
struct b16 { long a; int b; };
struct b24 { long a, b, c; };
struct b40 { long a[5]; };
struct mixed { double d; int i; };

static struct b1 f1(struct b1 x) { x.a++; return x; }
static struct b3 f3(struct b3 x) { x.a[2] += x.a[0]; return x; }
static struct b8 f8(struct b8 x, struct b8 y) { return (struct b8){ x.a + y.b, x.b + y.a }; }
static struct b12 f12(int k, struct b12 x) { x.c += k; return x; }
static struct b16 f16(struct b16 x) { return (struct b16){ x.b, x.a }; }
static struct b24 f24(struct b24 x, struct b24 y) { x.a += y.c; x.b += y.b; return x; }
static struct b40 f40(struct b40 x, int i) { x.a[i] = 99; return x; }
static struct mixed fm(struct mixed m, double d) { m.d *= d; m.i = m.d; return m; }
static long many(struct b1 a, struct b24 b, int c, struct b3 d, struct b40 e, long f, struct b16 g, struct b8 h) {
    return a.a + b.c + c + d.a[1] + e.a[4] + f + g.b + h.a;
}

int main(void) {
    SHOW(f1((struct b1){ 5 }).a);
    SHOW(f3((struct b3){ { 1, 2, 3 } }).a[2]);
    SHOW(f8((struct b8){ 1, 2 }, (struct b8){ 30, 40 }).a);
    SHOW(f12(7, (struct b12){ 1, 2, 3 }).c);
    SHOW(f16((struct b16){ 1, 2 }).a);
    SHOW(f24(f24((struct b24){ 1, 2, 3 }, (struct b24){ 4, 5, 6 }), (struct b24){ 7, 8, 9 }).a);
    struct b40 x = { { 1, 2, 3, 4, 5 } };
    SHOW(f40(x, 3).a[3]);
    SHOW(x.a[3]);
    x = f40(x, 0);
    SHOW(x.a[0]);
    SHOW(fm((struct mixed){ 1.5, 0 }, 3).i);
    SHOW(many((struct b1){ 1 }, (struct b24){ 0, 0, 2 }, 3, (struct b3){ { 0, 4, 0 } }, x, 6, (struct b16){ 0, 7 }, (struct b8){ 8, 0 }));
    struct b24 (*p)(struct b24, struct b24) = f24;
    SHOW(p((struct b24){ 1, 1, 1 }, (struct b24){ 2, 2, 2 }).b);
    return 0;
}
