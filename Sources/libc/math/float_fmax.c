#include "../internal/math.h"

/* Computed in double and rounded. */
float fmaxf(float x, float y)
{
    return (float)fmax((double)x, (double)y);
}

float fminf(float x, float y)
{
    return (float)fmin((double)x, (double)y);
}

float fdimf(float x, float y)
{
    return (float)fdim((double)x, (double)y);
}
