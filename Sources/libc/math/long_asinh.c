#include <math.h>

/* At double precision also where long double has more. */
long double asinhl(long double x)
{
    return (long double)asinh((double)x);
}

long double acoshl(long double x)
{
    return (long double)acosh((double)x);
}

long double atanhl(long double x)
{
    return (long double)atanh((double)x);
}
