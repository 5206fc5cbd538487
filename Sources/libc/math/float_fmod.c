#include "../internal/math.h"

/* Computed in double and rounded. */
float fmodf(float x, float y)
{
    return (float)fmod((double)x, (double)y);
}

float remainderf(float x, float y)
{
    return (float)remainder((double)x, (double)y);
}
