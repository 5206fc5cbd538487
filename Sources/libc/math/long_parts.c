#include <math.h>

long double copysignl(long double x, long double y)
{
    return (long double)copysign((double)x, (double)y);
}

long double frexpl(long double x, int *exponent)
{
    return (long double)frexp((double)x, exponent);
}

long double modfl(long double x, long double *whole)
{
    double part, rest = modf((double)x, &part);

    *whole = (long double)part;
    return (long double)rest;
}

int ilogbl(long double x)
{
    return ilogb((double)x);
}

long lrintl(long double x)
{
    return lrint((double)x);
}

long lroundl(long double x)
{
    return lround((double)x);
}

long long llrintl(long double x)
{
    return llrint((double)x);
}

long long llroundl(long double x)
{
    return llround((double)x);
}

long double nanl(const char *tag)
{
    return (long double)nan(tag);
}

long double remquol(long double x, long double y, int *quotient)
{
    return (long double)remquo((double)x, (double)y, quotient);
}

long double fmal(long double x, long double y, long double z)
{
    return fma((double)x, (double)y, (double)z);
}

/* The next double. */
long double nextafterl(long double x, long double y)
{
    return nexttoward((double)x, y);
}

/* The next double. */
long double nexttowardl(long double x, long double y)
{
    return nexttoward((double)x, y);
}
