/* Members and elements by name, in any order and depth. */
#include "show.h"

struct inner { int a, b; int list[4]; };
struct outer { int head; struct inner in[3]; union { int i; char c[4]; } u; };
static struct outer o = {
    .in[1].list[2] = 5,
    6,
    .in[1].a = 7,
    8,
    .head = 9,
    .u.c[1] = 1,
    .in = { [2] = { .b = 3, { 4, 5 } } },
};
static int sparse[] = { [5] = 1, 2, [2] = 3, 4, [10] = 5 };
static char marks[256] = { ['a'] = 1, ['z'] = 2, ['0'] = 3 };
enum color { RED, GREEN, BLUE, COLORS };
static const char *const names[COLORS] = { [BLUE] = "blue", [RED] = "red" };

int main(void) {
    SHOW(o.head);
    SHOW(o.in[1].a);
    SHOW(o.in[2].b);
    SHOW(o.in[2].list[1]);
    SHOW(o.u.i);
    SHOW(sizeof sparse / sizeof *sparse);
    for (int i = 0; i < 11; i++) put_number(sparse[i]), put(" ");
    put("\n");
    SHOW(marks['a'] + marks['z'] + marks['0'] + marks['b']);
    put(names[BLUE]); put("\n");
    SHOW(names[GREEN] == 0);
    struct inner local = { .list = { [3] = 1, [0] = 2 }, .b = 4 };
    SHOW(local.list[3] + local.list[0] + local.b + local.a);
    struct outer again = { .in[1].a = 5, .in[0].b = 6, .in[1] = { .b = 7 }, .in[1].list = { 1, 2 }, .in[1].list[1] = 3 };
    SHOW(again.in[1].a + 10 * again.in[0].b + 100 * again.in[1].b + 1000 * again.in[1].list[0] + 10000 * again.in[1].list[1]);
    struct inner three[3] = { [1] = { 1, 2 }, [0 ... 2] = { .b = 9 }, [2].a = 4 };
    SHOW(three[1].a + 10 * three[1].b + 100 * three[2].a + 1000 * three[2].b);
    static int *pointers[3] = { [1] = &sparse[0], [0] = &sparse[1], [1] = 0 };
    SHOW(pointers[1] == 0 && pointers[0] == sparse + 1);
    return 0;
}
