#include "../internal/math.h"

/* Computed in double and rounded. */
float powf(float x, float y)
{
    return (float)pow((double)x, (double)y);
}
