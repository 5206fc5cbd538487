#include "../internal/math.h"

/* Computed in double and rounded. */
float sqrtf(float x)
{
    return (float)sqrt((double)x);
}

float cbrtf(float x)
{
    return (float)cbrt((double)x);
}

float hypotf(float x, float y)
{
    return (float)hypot((double)x, (double)y);
}
