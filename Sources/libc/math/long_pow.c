#include <math.h>

/* At double precision also where long double has more. */
long double powl(long double x, long double y)
{
    return (long double)pow((double)x, (double)y);
}
