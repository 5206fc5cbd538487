#include "../internal/math.h"

/* Computed in double and rounded. */
float fabsf(float x)
{
    return (float)fabs((double)x);
}

float logbf(float x)
{
    return (float)logb((double)x);
}
