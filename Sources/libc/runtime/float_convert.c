#include "../internal/double.h"
#include "../internal/runtime.h"
#include "../internal/soft_float.h"

float __truncdfsf2(double value)
{
    struct soft_number number;

    __soft_unpack(&number, __double_bits(value), SOFT_DOUBLE);
    return __float_of_bits((unsigned int)__soft_pack(&number, SOFT_FLOAT));
}

int __fixsfsi(float value)
{
    struct soft_number number;

    __soft_unpack(&number, __float_bits(value), SOFT_FLOAT);
    return (int)__soft_to_signed(&number);
}

long __fixsfdi(float value)
{
    struct soft_number number;

    __soft_unpack(&number, __float_bits(value), SOFT_FLOAT);
    return __soft_to_signed(&number);
}

unsigned int __fixunssfsi(float value)
{
    struct soft_number number;

    __soft_unpack(&number, __float_bits(value), SOFT_FLOAT);
    return (unsigned int)__soft_to_unsigned(&number);
}

unsigned long __fixunssfdi(float value)
{
    struct soft_number number;

    __soft_unpack(&number, __float_bits(value), SOFT_FLOAT);
    return __soft_to_unsigned(&number);
}

float __floatsisf(int value)
{
    struct soft_number number;

    __soft_from_integer(&number, value < 0 ? 0 - (unsigned long)value : (unsigned long)value,
                        value < 0);
    return __float_of_bits((unsigned int)__soft_pack(&number, SOFT_FLOAT));
}

float __floatdisf(long value)
{
    struct soft_number number;

    __soft_from_integer(&number, value < 0 ? 0 - (unsigned long)value : (unsigned long)value,
                        value < 0);
    return __float_of_bits((unsigned int)__soft_pack(&number, SOFT_FLOAT));
}

float __floatunsisf(unsigned int value)
{
    struct soft_number number;

    __soft_from_integer(&number, value, 0);
    return __float_of_bits((unsigned int)__soft_pack(&number, SOFT_FLOAT));
}

float __floatundisf(unsigned long value)
{
    struct soft_number number;

    __soft_from_integer(&number, value, 0);
    return __float_of_bits((unsigned int)__soft_pack(&number, SOFT_FLOAT));
}
