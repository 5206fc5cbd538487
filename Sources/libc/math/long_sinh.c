#include <math.h>

/* At double precision also where long double has more. */
long double sinhl(long double x)
{
    return (long double)sinh((double)x);
}

long double coshl(long double x)
{
    return (long double)cosh((double)x);
}

long double tanhl(long double x)
{
    return (long double)tanh((double)x);
}
