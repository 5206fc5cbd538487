#include "../internal/math.h"
#include "../internal/math_tables.h"

double atan(double x)
{
    double low;

    if (x != x || fabs(x) < 0x1p-27)
        return x;
    if (fabs(x) > 0x1p60)
        return x < 0 ? -MATH_PI_2 : MATH_PI_2;
    return __pair_angle(x, 0, 1, 0, &low);
}
