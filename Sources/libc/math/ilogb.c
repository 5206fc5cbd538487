#include <errno.h>
#include <limits.h>
#include "../internal/math.h"
#include "../internal/names.h"

int ilogb(double x)
{
    int exponent;

    if (x == 0 || x - x != 0) {
        errno = EDOM;
        return x == MATH_INFINITY || x == -MATH_INFINITY ? INT_MAX : FP_ILOGB0;
    }
    frexp(x, &exponent);
    return exponent - 1;
}

double logb(double x)
{
    if (x == 0)
        return __math_pole(1);
    if (x - x != 0)
        return x * x;
    return ilogb(x);
}

double __significand(double x)
{
    return x == 0 || x - x != 0 ? x : __scale(x, -ilogb(x));
}
PUBLIC_NAME(significand);
