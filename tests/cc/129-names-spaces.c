/* Tags, members, labels and identifiers live apart. */
#include "show.h"
struct a { int a; struct b { int a, b; } b; };
enum e { e };
typedef struct t *t;
struct t { t t; };
static int a(struct a a) { a: a.a--; if (a.a > 0) goto a; return a.b.b; }

int main(void) {
    struct a x = { 3, { 4, 5 } };
    SHOW(a(x));
    struct b y = { 6, 7 };
    SHOW(y.b);
    SHOW(e);
    enum e z = e;
    SHOW(z);
    struct t loop;
    loop.t = &loop;
    SHOW(loop.t->t->t == &loop);
    int main = 5;
    main: SHOW(main);
    if (main++ < 6) goto main;
    struct main { int main; } m = { main };
    SHOW(m.main);
    return 0;
}
