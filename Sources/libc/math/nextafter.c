#include <errno.h>
#include "../internal/math.h"

double nextafter(double x, double y)
{
    unsigned long bits = __double_bits(x);

    if (x != x || y != y)
        return x + y;
    if (x == y)
        return y;
    if (x == 0)
        bits = 1 | (__double_bits(y) & 1UL << 63);
    else if ((x < y) == (x > 0))
        bits++;
    else
        bits--;
    x = __double_of_bits(bits);
    if (DOUBLE_EXPONENT(bits) == 0x7ff || DOUBLE_EXPONENT(bits) == 0)
        errno = ERANGE;
    return x;
}

double nexttoward(double x, long double y)
{
    if (x != x || y != y)
        return x + (double)y;
    if (x == y)
        return (double)y;
    return nextafter(x, x < y ? MATH_INFINITY : -MATH_INFINITY);
}

float nextafterf(float x, float y)
{
    unsigned int bits = __float_bits(x);

    if (x != x || y != y)
        return x + y;
    if (x == y)
        return y;
    if (x == 0)
        bits = 1 | (__float_bits(y) & 0x80000000u);
    else if ((x < y) == (x > 0))
        bits++;
    else
        bits--;
    if ((bits >> 23 & 0xff) == 0xff || (bits >> 23 & 0xff) == 0)
        errno = ERANGE;
    return __float_of_bits(bits);
}

float nexttowardf(float x, long double y)
{
    if (x != x || y != y)
        return x + (float)y;
    if (x == y)
        return (float)y;
    return nextafterf(x, x < y ? (float)MATH_INFINITY : (float)-MATH_INFINITY);
}
