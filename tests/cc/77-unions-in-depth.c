/* One place, several views. */
#include "show.h"

union number { long l; double d; unsigned char bytes[8]; struct { unsigned low, high; } half; };
union tagged { struct { char tag; int value; } a; struct { char tag; char text[3]; } b; };
static union number constant = { .d = 1.0 };
static union number first = { 258 };
static union { char c; int i; } anonymous[2] = { { 'a' }, { .i = 7 } };

static union number make(double d) { union number n; n.d = d; return n; }
static long bits(union number n) { return n.l; }

int main(void) {
    SHOW(sizeof(union number));
    SHOW(constant.half.high);
    SHOW(first.bytes[0] + first.bytes[1] * 10);
    SHOW(bits(make(-2.0)));
    union number n = make(0.5);
    n.half.low = 1;
    SHOW(n.l);
    union tagged t = { .b = { 1, "xy" } };
    SHOW(t.a.tag);
    t.a.value = 9;
    SHOW(t.b.tag + t.a.value);
    SHOW(anonymous[0].c + anonymous[1].i);
    union { float f; unsigned u; } view = { .f = 1.5f };
    SHOW(view.u);
    union number copy = n, *p = &copy;
    p->bytes[7] = 0xc0;
    SHOW(copy.d < 0);
    return 0;
}
