#include "../internal/math.h"

/* Computed in double and rounded. */
float asinhf(float x)
{
    return (float)asinh((double)x);
}

float acoshf(float x)
{
    return (float)acosh((double)x);
}

float atanhf(float x)
{
    return (float)atanh((double)x);
}
