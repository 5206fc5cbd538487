#include "../internal/math.h"

float frexpf(float x, int *exponent)
{
    return (float)frexp((double)x, exponent);
}

float modff(float x, float *whole)
{
    double part, rest = modf((double)x, &part);

    *whole = (float)part;
    return (float)rest;
}

int ilogbf(float x)
{
    return ilogb((double)x);
}

long lrintf(float x)
{
    return lrint((double)x);
}

long lroundf(float x)
{
    return lround((double)x);
}

long long llrintf(float x)
{
    return llrint((double)x);
}

long long llroundf(float x)
{
    return llround((double)x);
}

float nanf(const char *tag)
{
    return (float)nan(tag);
}

float remquof(float x, float y, int *quotient)
{
    return (float)remquo((double)x, (double)y, quotient);
}
