#include "../internal/math.h"
#include "../internal/math_tables.h"

double exp2(double x)
{
    double high, low;
    int exponent, whole;

    if (x != x)
        return x;
    if (x >= 1024)
        return x - x != 0 ? x : __math_overflow(0);
    if (x < -1075)
        return x - x != 0 ? 0 : __math_underflow(0);
    whole = (int)(x < 0 ? x - 0.5 : x + 0.5);
    high = __pair_multiply(MATH_LN2, MATH_LN2_LOW, x - whole, 0, &low);
    high = __pair_exp(high, low, &low, &exponent);
    return __pair_scaled(high, low, exponent + whole);
}
