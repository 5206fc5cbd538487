#include "../internal/math.h"

/* Computed in double and rounded. */
float floorf(float x)
{
    return (float)floor((double)x);
}

float ceilf(float x)
{
    return (float)ceil((double)x);
}

float truncf(float x)
{
    return (float)trunc((double)x);
}

float roundf(float x)
{
    return (float)round((double)x);
}

float rintf(float x)
{
    return (float)rint((double)x);
}

float nearbyintf(float x)
{
    return (float)nearbyint((double)x);
}
