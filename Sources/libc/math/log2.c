#include "../internal/math.h"
#include "../internal/math_tables.h"

double log2(double x)
{
    double high, low;

    if (x != x)
        return x;
    if (x <= 0)
        return x == 0 ? __math_pole(1) : __math_domain();
    if (x - x != 0)
        return x;
    high = __pair_log(x, 0, &low);
    return __pair_multiply(MATH_LOG2E, MATH_LOG2E_LOW, high, low, &low);
}
