#include "../internal/math.h"
#include "../internal/names.h"

/* Quarter turns: sine, cosine, minus sine, minus cosine. */
static double sin_quarter(int quarter, double rest, double rest_low)
{
    double low, value = quarter & 1 ? __pair_cos(rest, rest_low, &low) : __pair_sin(rest, rest_low, &low);

    return quarter & 2 ? -value : value;
}

double sin(double x)
{
    double rest, rest_low;
    int quarter;

    if (x - x != 0)
        return x != x ? x : __math_domain();
    if (fabs(x) < 0x1p-27)
        return x;
    quarter = __reduce_angle(x, &rest, &rest_low);
    return sin_quarter(quarter, rest, rest_low);
}

double cos(double x)
{
    double rest, rest_low;
    int quarter;

    if (x - x != 0)
        return x != x ? x : __math_domain();
    quarter = __reduce_angle(x, &rest, &rest_low);
    return sin_quarter(quarter + 1, rest, rest_low);
}

void __sincos(double x, double *sine, double *cosine)
{
    *sine = sin(x);
    *cosine = cos(x);
}
PUBLIC_NAME(sincos);
