#include "../internal/math.h"
#include "../internal/names.h"

INNER_NAME(lgamma_r);

/* Computed in double and rounded. */
float lgammaf(float x)
{
    return (float)lgamma((double)x);
}

float tgammaf(float x)
{
    return (float)tgamma((double)x);
}

float __lgammaf_r(float x, int *sign)
{
    return (float)__lgamma_r((double)x, sign);
}
PUBLIC_NAME(lgammaf_r);
