/* inline, static inline, extern inline, and their addresses. */
#include "show.h"
static inline int twice(int x) { return 2 * x; }
inline int external(int x) { return x + 1; }
extern inline int external(int x);
static inline int recursive(int n) { return n ? n + recursive(n - 1) : 0; }
static inline int later(int);
static int uses(void) { return later(5); }
static inline int later(int x) { return x * x; }
static __inline__ __attribute__((always_inline)) int always(int *p) { return ++*p; }
static __inline int labels(int n) { again: if (n < 10) { n += 3; goto again; } return n; }

int main(void) {
    SHOW(twice(4));
    SHOW(external(5));
    int (*p)(int) = external;
    SHOW(p(6) + (&twice)(1));
    SHOW(recursive(10));
    SHOW(uses());
    int n = 1;
    SHOW(always(&n) + always(&n));
    SHOW(labels(1) + labels(2));
    return 0;
}
