#include "../internal/math.h"
#include "../internal/math_tables.h"

/* The other side of a right triangle: sqrt (1 - x^2). */
static double asin_other_side(double x, double *low)
{
    double a, a_low, b, b_low;

    a = __pair_sum(1, -x, &a_low);
    b = __pair_sum(1, x, &b_low);
    a = __pair_multiply(a, a_low, b, b_low, &a_low);
    return __pair_sqrt(a, a_low, low);
}

double asin(double x)
{
    double side, low;

    if (x != x || fabs(x) < 0x1p-27)
        return x;
    if (fabs(x) > 1)
        return __math_domain();
    side = asin_other_side(x, &low);
    return __pair_angle(x, 0, side, low, &low);
}

double acos(double x)
{
    double side, low;

    if (x != x)
        return x;
    if (fabs(x) > 1)
        return __math_domain();
    if (x == 1)
        return 0;
    side = asin_other_side(x, &low);
    return __pair_angle(side, low, x, 0, &low);
}
