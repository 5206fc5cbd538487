#include "../internal/math.h"

/* Computed in double and rounded. */
float erff(float x)
{
    return (float)erf((double)x);
}

float erfcf(float x)
{
    return (float)erfc((double)x);
}
