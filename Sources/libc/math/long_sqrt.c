#include <math.h>

/* At double precision also where long double has more. */
long double sqrtl(long double x)
{
    return (long double)sqrt((double)x);
}

long double cbrtl(long double x)
{
    return (long double)cbrt((double)x);
}

long double hypotl(long double x, long double y)
{
    return (long double)hypot((double)x, (double)y);
}
