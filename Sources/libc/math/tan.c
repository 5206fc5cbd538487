#include "../internal/math.h"

double tan(double x)
{
    double rest, rest_low, sine, sine_low, cosine, cosine_low;
    int quarter;

    if (x - x != 0)
        return x != x ? x : __math_domain();
    if (fabs(x) < 0x1p-27)
        return x;
    quarter = __reduce_angle(x, &rest, &rest_low);
    sine = __pair_sin(rest, rest_low, &sine_low);
    cosine = __pair_cos(rest, rest_low, &cosine_low);
    if (quarter & 1)
        return __pair_divide(-cosine, -cosine_low, sine, sine_low, &rest);
    return __pair_divide(sine, sine_low, cosine, cosine_low, &rest);
}
