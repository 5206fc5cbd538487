#include "../internal/double.h"
#include "../internal/runtime.h"
#include "../internal/soft_float.h"

double __adddf3(double a, double b)
{
    struct soft_number x, y;

    __soft_unpack(&x, __double_bits(a), SOFT_DOUBLE);
    __soft_unpack(&y, __double_bits(b), SOFT_DOUBLE);
    __soft_add(&x, &y);
    return __double_of_bits(__soft_pack(&x, SOFT_DOUBLE));
}

double __subdf3(double a, double b)
{
    struct soft_number x, y;

    __soft_unpack(&x, __double_bits(a), SOFT_DOUBLE);
    __soft_unpack(&y, __double_bits(b), SOFT_DOUBLE);
    if (y.kind != SOFT_NAN)
        y.negative ^= 1;
    __soft_add(&x, &y);
    return __double_of_bits(__soft_pack(&x, SOFT_DOUBLE));
}

double __muldf3(double a, double b)
{
    struct soft_number x, y;

    __soft_unpack(&x, __double_bits(a), SOFT_DOUBLE);
    __soft_unpack(&y, __double_bits(b), SOFT_DOUBLE);
    __soft_multiply(&x, &y);
    return __double_of_bits(__soft_pack(&x, SOFT_DOUBLE));
}

double __divdf3(double a, double b)
{
    struct soft_number x, y;

    __soft_unpack(&x, __double_bits(a), SOFT_DOUBLE);
    __soft_unpack(&y, __double_bits(b), SOFT_DOUBLE);
    __soft_divide(&x, &y);
    return __double_of_bits(__soft_pack(&x, SOFT_DOUBLE));
}

double __negdf2(double a)
{
    return __double_of_bits(__double_bits(a) ^ 1UL << 63);
}
