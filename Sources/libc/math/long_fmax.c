#include <math.h>

/* At double precision also where long double has more. */
long double fmaxl(long double x, long double y)
{
    return (long double)fmax((double)x, (double)y);
}

long double fminl(long double x, long double y)
{
    return (long double)fmin((double)x, (double)y);
}

long double fdiml(long double x, long double y)
{
    return (long double)fdim((double)x, (double)y);
}
