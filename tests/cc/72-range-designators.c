/* GNU's [first ... last]. */
#include "show.h"

static int steps[10] = { [0 ... 3] = 1, [4 ... 6] = 2, [7 ... 9] = 3, [5] = 9 };
static unsigned char class[256] = { ['a' ... 'z'] = 1, ['A' ... 'Z'] = 2, ['0' ... '9'] = 3 };
static struct { int a[4], b; } pairs[3] = { [0 ... 2] = { .a = { [1 ... 2] = 5 }, .b = 6 } };

int main(void) {
    for (int i = 0; i < 10; i++) put_number(steps[i]), put(" ");
    put("\n");
    SHOW(class['m'] + class['Q'] + class['5'] + class[' ']);
    SHOW(pairs[2].a[2] + pairs[1].b + pairs[0].a[3]);
    int n = 4, local[6] = { [1 ... 4] = n * n };
    SHOW(local[0] + local[1] + local[4] + local[5]);
    return 0;
}
