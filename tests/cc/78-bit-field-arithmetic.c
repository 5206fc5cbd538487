/* Bit-fields in expressions: promoted, truncated, signed. */
#include "show.h"

struct f { unsigned u3 : 3; signed s3 : 3; int i5 : 5; unsigned u31 : 31; unsigned long u40 : 40; long s33 : 33; _Bool b : 1; };
static struct f f;

int main(void) {
    f.u3 = 9;
    SHOW(f.u3);
    f.s3 = 5;
    SHOW(f.s3);
    SHOW(f.u3 - 2 < 0);
    f.u3 += 7;
    SHOW(f.u3);
    SHOW((f.u3 = 12));
    SHOW(f.i5 = -17);
    SHOW(f.i5++);
    SHOW(f.i5);
    SHOW(--f.u3);
    f.u31 = -1;
    SHOW(f.u31);
    f.u40 = 1UL << 39 | 5;
    SHOW(f.u40);
    SHOW(f.u40 << 30 >> 30);
    f.s33 = 1L << 32;
    SHOW(f.s33);
    f.b = 6;
    SHOW(f.b);
    f.s3 ^= 3;
    SHOW(f.s3);
    f.s3 >>= 1;
    SHOW(f.s3);
    f.u3 *= f.u3;
    SHOW(f.u3);
    SHOW(f.s3 == -2 || f.s3 == 1 || f.s3);
    return 0;
}
