#include "../internal/math.h"

double expm1(double x)
{
    double high, low, absolute = fabs(x);
    int exponent;

    if (x != x || absolute < 0x1p-54)
        return x;
    if (x > 709.8)
        return x - x != 0 ? x : __math_overflow(0);
    if (x < -40)
        return -1;
    if (x < 40)
        return __pair_expm1(x, 0, &low);
    high = __pair_exp(x, 0, &low, &exponent);
    return __pair_scaled(high, low, exponent);
}
