#include "../internal/math.h"

double copysign(double x, double y)
{
    return __double_of_bits((__double_bits(x) & ~(1UL << 63)) | (__double_bits(y) & 1UL << 63));
}

float copysignf(float x, float y)
{
    return __float_of_bits((__float_bits(x) & 0x7fffffffu) | (__float_bits(y) & 0x80000000u));
}
