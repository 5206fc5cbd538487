#include "../internal/math.h"
#include "../internal/math_tables.h"

double exp(double x)
{
    double high, low;
    int exponent;

    if (x != x)
        return x;
    if (x > 709.8)
        return x - x != 0 ? x : __math_overflow(0);
    if (x < -745.2)
        return x - x != 0 ? 0 : __math_underflow(0);
    high = __pair_exp(x, 0, &low, &exponent);
    return __pair_scaled(high, low, exponent);
}
