#include "../internal/math.h"

/* Computed in double and rounded. */
float exp10f(float x)
{
    return (float)exp10((double)x);
}
