#include "../internal/math.h"
#include "../internal/names.h"

/* Computed in double and rounded. */
float sinf(float x)
{
    return (float)sin((double)x);
}

float cosf(float x)
{
    return (float)cos((double)x);
}

float tanf(float x)
{
    return (float)tan((double)x);
}

void __sincosf(float x, float *sine, float *cosine)
{
    *sine = sinf(x);
    *cosine = cosf(x);
}
PUBLIC_NAME(sincosf);
