#include "../internal/math.h"
#include "../internal/math_tables.h"
#include "../internal/names.h"

double __exp10(double x)
{
    double high, low;
    int exponent;

    if (x != x)
        return x;
    if (x > 308.3)
        return x - x != 0 ? x : __math_overflow(0);
    if (x < -323.7)
        return x - x != 0 ? 0 : __math_underflow(0);
    high = __pair_multiply(MATH_LN10, MATH_LN10_LOW, x, 0, &low);
    high = __pair_exp(high, low, &low, &exponent);
    return __pair_scaled(high, low, exponent);
}
PUBLIC_NAME(exp10);
