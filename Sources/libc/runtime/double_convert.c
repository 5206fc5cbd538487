#include "../internal/double.h"
#include "../internal/runtime.h"
#include "../internal/soft_float.h"

double __extendsfdf2(float value)
{
    struct soft_number number;

    __soft_unpack(&number, __float_bits(value), SOFT_FLOAT);
    return __double_of_bits(__soft_pack(&number, SOFT_DOUBLE));
}

int __fixdfsi(double value)
{
    struct soft_number number;

    __soft_unpack(&number, __double_bits(value), SOFT_DOUBLE);
    return (int)__soft_to_signed(&number);
}

long __fixdfdi(double value)
{
    struct soft_number number;

    __soft_unpack(&number, __double_bits(value), SOFT_DOUBLE);
    return __soft_to_signed(&number);
}

unsigned int __fixunsdfsi(double value)
{
    struct soft_number number;

    __soft_unpack(&number, __double_bits(value), SOFT_DOUBLE);
    return (unsigned int)__soft_to_unsigned(&number);
}

unsigned long __fixunsdfdi(double value)
{
    struct soft_number number;

    __soft_unpack(&number, __double_bits(value), SOFT_DOUBLE);
    return __soft_to_unsigned(&number);
}

double __floatsidf(int value)
{
    struct soft_number number;

    __soft_from_integer(&number, value < 0 ? 0 - (unsigned long)value : (unsigned long)value,
                        value < 0);
    return __double_of_bits(__soft_pack(&number, SOFT_DOUBLE));
}

double __floatdidf(long value)
{
    struct soft_number number;

    __soft_from_integer(&number, value < 0 ? 0 - (unsigned long)value : (unsigned long)value,
                        value < 0);
    return __double_of_bits(__soft_pack(&number, SOFT_DOUBLE));
}

double __floatunsidf(unsigned int value)
{
    struct soft_number number;

    __soft_from_integer(&number, value, 0);
    return __double_of_bits(__soft_pack(&number, SOFT_DOUBLE));
}

double __floatundidf(unsigned long value)
{
    struct soft_number number;

    __soft_from_integer(&number, value, 0);
    return __double_of_bits(__soft_pack(&number, SOFT_DOUBLE));
}
