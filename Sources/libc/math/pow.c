#include "../internal/math.h"

/* 0 for a fraction, 1 for an odd integer, 2 for an even one. */
static int pow_parity(double y)
{
    double absolute = fabs(y);

    if (absolute >= 0x1p53)
        return 2;
    if (absolute != (double)(long)absolute)
        return 0;
    return (long)absolute & 1 ? 1 : 2;
}

double pow(double x, double y)
{
    double absolute = fabs(x), high, low;
    int negative = 0, exponent, parity;

    if (y == 0 || x == 1)
        return 1;
    if (x != x || y != y)
        return x + y;
    parity = pow_parity(y);
    if (y - y != 0) {
        if (absolute == 1)
            return 1;
        return (absolute > 1) == (y > 0) ? MATH_INFINITY : 0;
    }
    negative = signbit(x) && parity == 1;
    if (x == 0) {
        if (y < 0)
            return __math_pole(negative);
        return negative ? -0.0 : 0;
    }
    if (x - x != 0) {
        if (y < 0)
            return negative ? -0.0 : 0;
        return negative ? -MATH_INFINITY : MATH_INFINITY;
    }
    if (x < 0 && parity == 0)
        return __math_domain();

    high = __pair_log(absolute, 0, &low);
    /* The product's size is seen before it can overflow. */
    if (fabs(y) > 1e300 || fabs(high * y) > 800) {
        if (high == 0)
            return negative ? -1 : 1;
        return (high > 0) == (y > 0) ? __math_overflow(negative) : __math_underflow(negative);
    }
    high = __pair_multiply(high, low, y, 0, &low);
    if (fabs(high) < 0x1p-60)
        return negative ? -1 : 1;
    high = __pair_exp(high, low, &low, &exponent);
    high = __pair_scaled(high, low, exponent);
    return negative ? -high : high;
}
