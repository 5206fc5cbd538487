/* GNU's structs without members take no room. */
#include "show.h"

struct empty {};
struct holder { int a; struct empty e; int b; };
static struct empty nothing;
static struct empty give(void) { struct empty e; return e; }
static int take(struct empty e, int x) { return x; }

int main(void) {
    SHOW(sizeof(struct empty));
    SHOW(sizeof(struct holder));
    struct empty a, b = {};
    a = b;
    a = give();
    SHOW(take(a, 5));
    SHOW(take(give(), 6));
    struct holder h = { 1, {}, 2 };
    SHOW(h.a * 10 + h.b);
    struct empty many[4];
    SHOW(sizeof many);
    SHOW(sizeof nothing);
    return 0;
}
