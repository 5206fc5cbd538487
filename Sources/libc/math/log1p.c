#include "../internal/math.h"

double log1p(double x)
{
    double low;

    if (x != x || fabs(x) < 0x1p-54)
        return x;
    if (x <= -1)
        return x == -1 ? __math_pole(1) : __math_domain();
    if (x - x != 0)
        return x;
    return __pair_log1p(x, 0, &low);
}
