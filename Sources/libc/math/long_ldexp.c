#include <math.h>

/* Powers of two are exact, so this one has long double's full range. */
long double scalbnl(long double x, int exponent)
{
    if (sizeof(long double) == sizeof(double))
        return scalbn((double)x, exponent);
    if (exponent > 40000)
        exponent = 40000;
    if (exponent < -40000)
        exponent = -40000;
    for (; exponent > 1000; exponent -= 1000)
        x *= 0x1p1000L;
    for (; exponent < -1000; exponent += 1000)
        x *= 0x1p-1000L;
    for (; exponent > 0; exponent--)
        x *= 2;
    for (; exponent < 0; exponent++)
        x *= 0.5L;
    return x;
}

long double ldexpl(long double x, int exponent)
{
    return scalbnl(x, exponent);
}

long double scalblnl(long double x, long exponent)
{
    return scalbnl(x, exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent);
}
