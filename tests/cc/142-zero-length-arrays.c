/* Arrays without elements, alone and inside. */
#include "show.h"
struct s { int n; char none[0]; int after; };
struct t { long head; struct { short a, b; } tail[0]; };
static int nothing[0];

int main(void) {
    SHOW(sizeof(struct s)); SHOW(sizeof(struct t)); SHOW(sizeof nothing); SHOW(__builtin_offsetof(struct s, none)); SHOW(_Alignof(struct t));
    long space[4] = { 0 };
    struct t *t = (struct t *)space;
    t->tail[1].b = 7;
    SHOW(space[1] >> 48);
    struct s s = { 1, {}, 2 };
    SHOW(s.n + s.after);
    return 0;
}
