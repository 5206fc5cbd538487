#include "../internal/math.h"

double __scale(double x, int exponent)
{
    /* Steps whose factors are normal numbers; the last one alone may round. */
    while (exponent > 1000) {
        x *= 0x1p1000;
        exponent -= 1000;
        if (exponent > 4000)
            exponent = 4000;
    }
    while (exponent < -969) {
        /* Not all the way to where x is subnormal, or it would be rounded twice. */
        x *= 0x1p-969;
        exponent += 969;
        if (exponent < -4000)
            exponent = -4000;
    }
    return x * __double_of_bits((unsigned long)(1023 + exponent) << 52);
}
