#include <math.h>

/* At double precision also where long double has more. */
long double fabsl(long double x)
{
    return (long double)fabs((double)x);
}

long double logbl(long double x)
{
    return (long double)logb((double)x);
}
