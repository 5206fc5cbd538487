#include <math.h>

/* At double precision also where long double has more. */
long double floorl(long double x)
{
    return (long double)floor((double)x);
}

long double ceill(long double x)
{
    return (long double)ceil((double)x);
}

long double truncl(long double x)
{
    return (long double)trunc((double)x);
}

long double roundl(long double x)
{
    return (long double)round((double)x);
}

long double rintl(long double x)
{
    return (long double)rint((double)x);
}

long double nearbyintl(long double x)
{
    return (long double)nearbyint((double)x);
}
