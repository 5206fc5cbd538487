#include "../internal/math.h"
#include "../internal/names.h"

INNER_NAME(exp10);

/* Computed in double and rounded. */
float exp10f(float x)
{
    return (float)__exp10((double)x);
}
