#include <errno.h>
#include "../internal/math.h"

double __math_domain(void)
{
    errno = EDOM;
    return MATH_NAN;
}

double __math_pole(int negative)
{
    errno = ERANGE;
    return negative ? -MATH_INFINITY : MATH_INFINITY;
}

double __math_overflow(int negative)
{
    errno = ERANGE;
    return negative ? -MATH_INFINITY : MATH_INFINITY;
}

double __math_underflow(int negative)
{
    errno = ERANGE;
    return negative ? -0.0 : 0.0;
}
