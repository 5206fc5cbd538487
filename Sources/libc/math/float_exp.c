#include "../internal/math.h"

/* Computed in double and rounded. */
float expf(float x)
{
    return (float)exp((double)x);
}

float exp2f(float x)
{
    return (float)exp2((double)x);
}

float expm1f(float x)
{
    return (float)expm1((double)x);
}
