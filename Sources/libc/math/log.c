#include "../internal/math.h"

double log(double x)
{
    double low;

    if (x != x)
        return x;
    if (x <= 0)
        return x == 0 ? __math_pole(1) : __math_domain();
    if (x - x != 0)
        return x;
    return __pair_log(x, 0, &low);
}
