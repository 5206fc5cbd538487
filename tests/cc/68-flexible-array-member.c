/* A struct's last member may have no length of its own. */
#include "show.h"

struct text { int length; char bytes[]; };
static struct text hello = { 5, "hello" };
struct old { int n; int values[0]; };
struct packet { short kind; struct { int x; } body; long data[]; };

int main(void) {
    SHOW(sizeof(struct text));
    SHOW(hello.bytes[4]);
    SHOW(hello.length);
    SHOW(sizeof(struct old));
    long space[8];
    struct packet *p = (struct packet *)space;
    p->kind = 2;
    for (int i = 0; i < 5; i++) p->data[i] = i * i;
    SHOW(p->data[4]);
    SHOW((char *)&p->data[1] - (char *)p);
    struct old *o = (struct old *)space;
    o->n = 2;
    o->values[0] = 10;
    o->values[1] = 20;
    SHOW(o->n + o->values[0] + o->values[1]);
    return 0;
}
