#include "../internal/math.h"

/* Computed in double and rounded. */
float sinhf(float x)
{
    return (float)sinh((double)x);
}

float coshf(float x)
{
    return (float)cosh((double)x);
}

float tanhf(float x)
{
    return (float)tanh((double)x);
}
