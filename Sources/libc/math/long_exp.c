#include <math.h>

/* At double precision also where long double has more. */
long double expl(long double x)
{
    return (long double)exp((double)x);
}

long double exp2l(long double x)
{
    return (long double)exp2((double)x);
}

long double expm1l(long double x)
{
    return (long double)expm1((double)x);
}
