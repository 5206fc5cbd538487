#include "../internal/math.h"

double fabs(double x)
{
    return __double_of_bits(__double_bits(x) & ~(1UL << 63));
}
