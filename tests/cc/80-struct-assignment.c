/* Whole structs of every size copied, nested and through pointers. */
#include "show.h"

#define SIZED(n) struct s##n { unsigned char b[n]; }; \
    static int copy##n(void) { struct s##n a, b; int sum = 0; \
        for (int i = 0; i < n; i++) a.b[i] = i * 7 + n; \
        b = a; \
        for (int i = 0; i < n; i++) sum += b.b[i] == (unsigned char)(i * 7 + n); \
        return sum; }
SIZED(1) SIZED(2) SIZED(3) SIZED(5) SIZED(7) SIZED(8) SIZED(9) SIZED(15) SIZED(16) SIZED(17) SIZED(31) SIZED(64) SIZED(127) SIZED(1000)

struct node { int v; struct { struct node *left; long pad[3]; } in; };

int main(void) {
    SHOW(copy1()); SHOW(copy2()); SHOW(copy3()); SHOW(copy5()); SHOW(copy7()); SHOW(copy8()); SHOW(copy9());
    SHOW(copy15()); SHOW(copy16()); SHOW(copy17()); SHOW(copy31()); SHOW(copy64()); SHOW(copy127()); SHOW(copy1000());
    struct node a = { 1, { 0, { 2, 3, 4 } } }, b = { 5, { &a, { 6 } } }, c;
    c = *(b.in.left = &a);
    SHOW(c.v + c.in.pad[2]);
    struct node list[3] = { a, b, a };
    list[2] = list[1];
    list[0] = list[0];
    SHOW(list[2].v + list[2].in.left->v);
    (c = b).v;
    SHOW(c.in.pad[0]);
    struct node *p = list, *q = list + 2;
    *p++ = *q--;
    SHOW(list[0].v + (p - list) + (q - list));
    return 0;
}
