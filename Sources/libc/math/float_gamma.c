#include "../internal/math.h"

/* Computed in double and rounded. */
float lgammaf(float x)
{
    return (float)lgamma((double)x);
}

float tgammaf(float x)
{
    return (float)tgamma((double)x);
}

float lgammaf_r(float x, int *sign)
{
    return (float)lgamma_r((double)x, sign);
}
