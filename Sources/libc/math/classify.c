#include "../internal/math.h"
#include "../internal/names.h"

int __fpclassify(double x)
{
    unsigned long bits = __double_bits(x) << 1;

    if (bits >> 53 == 0x7ff)
        return bits << 11 ? FP_NAN : FP_INFINITE;
    if (bits >> 53)
        return FP_NORMAL;
    return bits ? FP_SUBNORMAL : FP_ZERO;
}

int __fpclassifyf(float x)
{
    unsigned int bits = __float_bits(x) << 1;

    if (bits >> 24 == 0xff)
        return bits << 8 ? FP_NAN : FP_INFINITE;
    if (bits >> 24)
        return FP_NORMAL;
    return bits ? FP_SUBNORMAL : FP_ZERO;
}

int __signbit(double x)
{
    return (int)(__double_bits(x) >> 63);
}

int __signbitf(float x)
{
    return (int)(__float_bits(x) >> 31);
}

int __compare(double x, double y)
{
    if (x < y)
        return -1;
    if (x > y)
        return 1;
    return x == y ? 0 : 2;
}

int __finite(double x)
{
    return x - x == 0;
}
PUBLIC_NAME(finite);
