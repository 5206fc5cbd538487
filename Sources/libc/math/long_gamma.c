#include <math.h>

/* At double precision also where long double has more. */
long double lgammal(long double x)
{
    return (long double)lgamma((double)x);
}

long double tgammal(long double x)
{
    return (long double)tgamma((double)x);
}
