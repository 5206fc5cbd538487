/* Members at odd addresses keep their values. */
#include "show.h"

#pragma pack(push, 1)
struct record { char tag; long number; short half; double real; struct { char c; int i; } inner; };
#pragma pack(2)
struct by_two { char c; long l; };
#pragma pack(pop)
struct normal { char c; long l; };

static long sum(struct record *r) { return r->tag + r->number + r->half + (long)r->real + r->inner.i; }

int main(void) {
    SHOW(sizeof(struct record));
    SHOW(sizeof(struct by_two));
    SHOW(sizeof(struct normal));
    struct record r[3] = { { 1, 2, 3, 4.5, { 5, 6 } }, [2] = { .inner.i = -100, .number = 1L << 40 } };
    SHOW(sum(r));
    SHOW(sum(r + 1));
    SHOW(sum(&r[2]));
    r[1].number--;
    r[1].real = -2.5;
    r[1].half = 0x7fff;
    SHOW(r[1].number);
    SHOW(r[1].real * 2);
    SHOW(r[1].half);
    SHOW(r[0].inner.i + r[2].inner.i);
    struct record copy = r[0];
    SHOW(sum(&copy));
    long *odd = (long *)((char *)&copy + 1);
    SHOW(*odd);
    return 0;
}
