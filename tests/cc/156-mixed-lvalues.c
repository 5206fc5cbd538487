/* Stores through every form of left side, with effects in the middle. */
#include "show.h"
struct s { int a[3]; struct { int x, y; } in; int *p; }; static struct s objects[3]; static int order[8], at; static int mark(int n) { order[at++] = n; return n; }
static struct s *pick(int i) { mark(i); return &objects[i]; }

int main(void) {
    int i = 0, a[5] = { 0 }, *p = a; char text[8], *t = text; const char *from = "abc";
    while ((*t++ = *from++)) ; put(text); put("\n");
    a[i++] = i; SHOW(i); *p++ = 5; *p++ += 6; SHOW(a[0] + a[1]); SHOW(p - a); (*p)++; ++*p; SHOW(a[2]); p[1] = p[0] = 9; SHOW(a[3]); *(p + 2) = 4; SHOW(a[4]);
    pick(1)->a[mark(2)] = mark(7); SHOW(objects[1].a[2]); pick(0)->in.y = pick(2)->in.x = 3; SHOW(objects[0].in.y + objects[2].in.x); SHOW(at); (*pick(0)).p = &objects[1].in.x; *objects[0].p = 12; SHOW(objects[1].in.x); (&objects[2])->a[0] += 5; SHOW(objects[2].a[0]); *&i = 3; SHOW(i); (i) = 4; SHOW(i); int b[2][2]; *b[1] = 1; *(*b + 1) = 2; SHOW(b[1][0] * 10 + b[0][1]); i[a] = 8; SHOW(a[4]); int x, y, z; x = y = z = 6; SHOW(x + y + z); x += y -= z *= 2; SHOW(x * 10000 + y * 100 + z);
    struct s whole = objects[1], *w = &whole; w->in = objects[2].in; SHOW(whole.in.x); long *raw = (long *)&whole.p; *raw = 0; SHOW(whole.p == 0); ((char *)&whole)[0] = 1; SHOW(whole.a[0] & 255);
    return 0;
}
