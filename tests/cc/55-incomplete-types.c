/* Pointers to what is not known yet. */
#include "show.h"

struct list;
typedef struct list list;
static int length(const list *);
struct list { int value; list *next; };
union either;
static union either *chosen;
union either { int i; list l; };
static int length(const list *l) { return l ? 1 + length(l->next) : 0; }
struct a { struct b *partner; int value; };
struct b { struct a *partner; int value; };
extern char unknown[];
static char (*view)[] = &unknown;
char unknown[] = "unknown";

int main(void) {
    list c = { 3, 0 }, b = { 2, &c }, a = { 1, &b };
    SHOW(length(&a));
    union either e = { .l = { 5, &a } };
    chosen = &e;
    SHOW(chosen->l.next->next->value);
    struct a x = { 0, 10 };
    struct b y = { &x, 20 };
    x.partner = &y;
    SHOW(x.partner->partner->partner->value);
    SHOW((*view)[2]);
    SHOW(sizeof unknown);
    {
        struct a { char inner; };
        struct a local = { 'z' };
        SHOW(local.inner);
        SHOW(sizeof(struct a));
    }
    struct b;
    struct b { char only; };
    SHOW(sizeof(struct b));
    return 0;
}
