#include "../internal/math.h"

double hypot(double x, double y)
{
    double large = fabs(x), small = fabs(y), high, low, high2, low2;
    int exponent;

    if (large - large != 0 || small - small != 0) {
        if (large == MATH_INFINITY || small == MATH_INFINITY)
            return MATH_INFINITY;
        return x + y;
    }
    if (large < small) {
        high = large;
        large = small;
        small = high;
    }
    if (small == 0)
        return large;
    exponent = ilogb(large);
    large = __scale(large, -exponent);
    small = __scale(small, -exponent);
    if (small < 0x1p-60)
        small = 0x1p-60;
    high = __pair_product(large, large, &low);
    high2 = __pair_product(small, small, &low2);
    high = __pair_add(high, low, high2, low2, &low);
    high = __pair_sqrt(high, low, &low);
    high = __scale(high, exponent);
    return high == MATH_INFINITY ? __math_overflow(0) : high;
}
