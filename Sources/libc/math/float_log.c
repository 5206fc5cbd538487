#include "../internal/math.h"

/* Computed in double and rounded. */
float logf(float x)
{
    return (float)log((double)x);
}

float log2f(float x)
{
    return (float)log2((double)x);
}

float log10f(float x)
{
    return (float)log10((double)x);
}

float log1pf(float x)
{
    return (float)log1p((double)x);
}
