#include "../internal/double.h"
#include "../internal/runtime.h"
#include "../internal/soft_float.h"

float __addsf3(float a, float b)
{
    struct soft_number x, y;

    __soft_unpack(&x, __float_bits(a), SOFT_FLOAT);
    __soft_unpack(&y, __float_bits(b), SOFT_FLOAT);
    __soft_add(&x, &y);
    return __float_of_bits((unsigned int)__soft_pack(&x, SOFT_FLOAT));
}

float __subsf3(float a, float b)
{
    struct soft_number x, y;

    __soft_unpack(&x, __float_bits(a), SOFT_FLOAT);
    __soft_unpack(&y, __float_bits(b), SOFT_FLOAT);
    if (y.kind != SOFT_NAN)
        y.negative ^= 1;
    __soft_add(&x, &y);
    return __float_of_bits((unsigned int)__soft_pack(&x, SOFT_FLOAT));
}

float __mulsf3(float a, float b)
{
    struct soft_number x, y;

    __soft_unpack(&x, __float_bits(a), SOFT_FLOAT);
    __soft_unpack(&y, __float_bits(b), SOFT_FLOAT);
    __soft_multiply(&x, &y);
    return __float_of_bits((unsigned int)__soft_pack(&x, SOFT_FLOAT));
}

float __divsf3(float a, float b)
{
    struct soft_number x, y;

    __soft_unpack(&x, __float_bits(a), SOFT_FLOAT);
    __soft_unpack(&y, __float_bits(b), SOFT_FLOAT);
    __soft_divide(&x, &y);
    return __float_of_bits((unsigned int)__soft_pack(&x, SOFT_FLOAT));
}

float __negsf2(float a)
{
    return __float_of_bits(__float_bits(a) ^ 1U << 31);
}
