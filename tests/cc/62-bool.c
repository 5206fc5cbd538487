/* _Bool is nought or one. */
#include "show.h"

static _Bool truth(int x) { return x; }
static int count(_Bool a, _Bool b) { return a + b; }
struct flags { _Bool a, b : 1; unsigned rest : 7; };

int main(void) {
    SHOW(truth(256));
    SHOW(truth(0));
    SHOW((_Bool)0.25);
    SHOW((_Bool)"text");
    SHOW((_Bool)(void *)0);
    SHOW(sizeof(_Bool));
    SHOW(count(2, -1));
    _Bool b = 3;
    SHOW(b);
    SHOW(~b);
    b = !b;
    SHOW(b);
    b = b - 1;
    SHOW(b);
    b <<= 1;
    SHOW(b);
    b = 0.0;
    SHOW(b);
    b |= 4;
    SHOW(b);
    struct flags f = { 5, 6, 100 };
    SHOW(f.a + f.b);
    SHOW(f.rest);
    _Bool array[3] = { 0x100, 0, -0.0 };
    SHOW(array[0] * 4 + array[1] * 2 + array[2]);
    SHOW(sizeof(b + b));
    return 0;
}
