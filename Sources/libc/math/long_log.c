#include <math.h>

/* At double precision also where long double has more. */
long double logl(long double x)
{
    return (long double)log((double)x);
}

long double log2l(long double x)
{
    return (long double)log2((double)x);
}

long double log10l(long double x)
{
    return (long double)log10((double)x);
}

long double log1pl(long double x)
{
    return (long double)log1p((double)x);
}
