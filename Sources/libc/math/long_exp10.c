#include <math.h>

/* At double precision also where long double has more. */
long double exp10l(long double x)
{
    return (long double)exp10((double)x);
}
