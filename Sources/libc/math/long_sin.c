#include <math.h>

/* At double precision also where long double has more. */
long double sinl(long double x)
{
    return (long double)sin((double)x);
}

long double cosl(long double x)
{
    return (long double)cos((double)x);
}

long double tanl(long double x)
{
    return (long double)tan((double)x);
}
