/* __label__: a label of a block, so that a macro can be used twice. */
#include "show.h"
#define FIND(array, n, value) ({ __label__ found; int i_; for (i_ = 0; i_ < (n); i_++) if ((array)[i_] == (value)) goto found; i_ = -1; found: i_; })

int main(void) {
    int a[] = { 4, 5, 6 };
    SHOW(FIND(a, 3, 5));
    SHOW(FIND(a, 3, 7));
    SHOW(FIND(a, 3, FIND(a, 3, 6) + 2));
    { __label__ x, y; int n = 0; void *p = &&x; goto *p; y: n += 10; if (n < 30) goto x; SHOW(n); if (0) { x: n++; goto y; } }
    x: put("outside\n");
    return 0;
}
