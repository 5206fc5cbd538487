#include "../internal/math.h"

/* Computed in double and rounded. */
float asinf(float x)
{
    return (float)asin((double)x);
}

float acosf(float x)
{
    return (float)acos((double)x);
}

float atanf(float x)
{
    return (float)atan((double)x);
}

float atan2f(float x, float y)
{
    return (float)atan2((double)x, (double)y);
}
