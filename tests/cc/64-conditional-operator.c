/* ?: with all kinds of operands. */
#include "show.h"

struct pair { int x, y; };
static struct pair left = { 1, 2 }, right = { 3, 4 };
static void nothing(void) {}

int main(void) {
    int one = 1, none = 0;
    SHOW(one ? 2 : 3);
    SHOW((one ? -1 : 1u) > 0);
    SHOW(sizeof(one ? (char)1 : (short)2));
    SHOW(sizeof(one ? 1 : 2L));
    SHOW((none ? left : right).x);
    SHOW((one ? &left : 0)->y);
    const void *p = one ? (void *)&left : &right;
    SHOW(p == &left);
    one ? nothing() : (void)0;
    SHOW(one ? none ? 10 : 20 : 30);
    SHOW(none ? 1 : none ? 2 : 3);
    int a = 1, b = 2;
    *(one ? &a : &b) = 9;
    SHOW(a);
    SHOW((one ? "yes" : "no")[0]);
    SHOW((none ? 1.5 : 2) * 2);
    SHOW(a > 5 ? b++ : b--);
    SHOW(b);
    SHOW(a ?: 7);
    SHOW(none ?: 7);
    SHOW((none ? 0 : one) ? 4 : 5);
    return 0;
}
