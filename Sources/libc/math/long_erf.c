#include <math.h>

/* At double precision also where long double has more. */
long double erfl(long double x)
{
    return (long double)erf((double)x);
}

long double erfcl(long double x)
{
    return (long double)erfc((double)x);
}
