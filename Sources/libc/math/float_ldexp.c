#include "../internal/math.h"

float scalbnf(float x, int exponent)
{
    double scaled = scalbn((double)x, exponent);
    float result = (float)scaled;

    if (scaled != 0 && result == 0)
        return (float)__math_underflow(scaled < 0);
    if (result - result != 0 && scaled - scaled == 0)
        return (float)__math_overflow(scaled < 0);
    return result;
}

float ldexpf(float x, int exponent)
{
    return scalbnf(x, exponent);
}

float scalblnf(float x, long exponent)
{
    return scalbnf(x, exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent);
}
