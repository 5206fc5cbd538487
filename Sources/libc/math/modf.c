#include "../internal/math.h"

double modf(double x, double *whole)
{
    *whole = trunc(x);
    if (x - x != 0)
        return x != x ? x : copysign(0, x);
    return copysign(x - *whole, x);
}
