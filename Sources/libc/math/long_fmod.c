#include <math.h>

/* At double precision also where long double has more. */
long double fmodl(long double x, long double y)
{
    return (long double)fmod((double)x, (double)y);
}

long double remainderl(long double x, long double y)
{
    return (long double)remainder((double)x, (double)y);
}
