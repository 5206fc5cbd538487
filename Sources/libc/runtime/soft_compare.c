#include "../internal/soft_float.h"

int __soft_compare(unsigned long a, unsigned long b, int precision)
{
    unsigned long sign = precision == SOFT_DOUBLE ? 1UL << 63 : 1UL << 31;
    unsigned long infinity = precision == SOFT_DOUBLE ? 0x7ffUL << 52 : 0xffUL << 23;
    long x = (long)(a & (sign - 1)), y = (long)(b & (sign - 1));

    if (x > (long)infinity || y > (long)infinity)
        return 2;
    /* Bit patterns are ordered as the numbers are, once the sign is a sign. */
    if (a & sign)
        x = -x;
    if (b & sign)
        y = -y;
    return x < y ? -1 : x > y;
}
