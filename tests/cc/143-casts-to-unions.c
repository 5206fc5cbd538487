/* GNU: a value becomes a union that has a member of its type. */
#include "show.h"
union value { int i; double d; const char *s; };
static long get(union value v, int kind) { return kind == 0 ? v.i : kind == 1 ? (long)(v.d * 4) : v.s[0]; }

int main(void) {
    SHOW(get((union value)5, 0));
    SHOW(get((union value)2.25, 1));
    SHOW(get((union value)(const char *)"xyz", 2));
    union value v = (union value)7;
    SHOW(v.i);
    return 0;
}
