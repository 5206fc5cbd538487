#include "show.h"
struct point { int x, y; }; struct line { struct point from, to; char name[4]; };
static struct line global = { { 1, 2 }, { 3, 4 }, "ln" };
int main(void) {
    struct point p = { 5, 6 }, q = p, *r = &q; r->x = 9; SHOW(p.x); SHOW(q.x); SHOW((*r).y);
    struct line l = global; l.to = p; SHOW(l.to.y); SHOW(l.from.x); put(l.name); put("\n"); SHOW(sizeof l); SHOW(global.to.x);
    struct line *lp = &l; SHOW(lp->to.x); lp->from = (struct point){ .y = 8 }; SHOW(l.from.x); SHOW(l.from.y); struct point a[2] = { p, q }; SHOW(a[1].x); a[0] = a[1]; SHOW(a[0].x);
    return 0;
}
