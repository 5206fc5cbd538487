/* Locals that live on, one for each function and block. */
#include "show.h"

static int counter(void) { static int n = 10; return n++; }
static int other(void) { static int n; return ++n; }
static int *blocks(int which) {
    if (which) { static int n = 1; return &n; }
    else { static int n = 2; return &n; }
}
static const char *name(int i) { static const char *const names[] = { "zero", "one" }; return names[i]; }
static int recursive(int depth) { static int deepest; if (depth > deepest) deepest = depth; if (depth < 5) recursive(depth + 1); return deepest; }
inline static int in_inline(void) { static int n = 100; return n += 100; }

int main(void) {
    counter(); counter();
    SHOW(counter());
    SHOW(other());
    SHOW(*blocks(0) * 10 + *blocks(1));
    SHOW(blocks(0) != blocks(1));
    put(name(1)); put("\n");
    SHOW(recursive(0));
    in_inline();
    SHOW(in_inline());
    for (int i = 0; i < 3; i++) { static int sum = 5; sum += i; if (i == 2) SHOW(sum); }
    extern int later;
    SHOW(later);
    static int *points = &later;
    SHOW(*points);
    return 0;
}
int later = 77;
