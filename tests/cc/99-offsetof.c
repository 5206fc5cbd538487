/* Offsets of members, nested ones, elements. */
#include "show.h"
#define offsetof(type, member) __builtin_offsetof(type, member)

struct inner { short s; long l; };
struct outer { char c; struct inner in[3]; union { char u; int v; }; struct { char x, y; } named; int tail[]; };
#define CONTAINER(p, type, member) ((type *)((char *)(p) - offsetof(type, member)))
enum { CONSTANT = offsetof(struct outer, named.y) };

int main(void) {
    SHOW(offsetof(struct outer, c));
    SHOW(offsetof(struct outer, in));
    SHOW(offsetof(struct outer, in[2].l));
    SHOW(offsetof(struct outer, v));
    SHOW(CONSTANT);
    SHOW(offsetof(struct outer, tail));
    SHOW(offsetof(struct outer, tail[2]));
    int i = 1;
    SHOW(offsetof(struct outer, in[i].s));
    SHOW((unsigned long)&((struct outer *)0)->in[1]);
    struct outer o = { .v = 77 };
    SHOW(CONTAINER(&o.v, struct outer, v)->v);
    SHOW(CONTAINER(&o.in[1], struct outer, in[1]) == &o);
    return 0;
}
