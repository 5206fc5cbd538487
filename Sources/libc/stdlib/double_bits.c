#include "../internal/double.h"

unsigned long __double_bits(double value)
{
    union double_bits both;

    both.value = value;
    return both.bits;
}

double __double_of_bits(unsigned long bits)
{
    union double_bits both;

    both.bits = bits;
    return both.value;
}

unsigned int __float_bits(float value)
{
    union float_bits both;

    both.value = value;
    return both.bits;
}

float __float_of_bits(unsigned int bits)
{
    union float_bits both;

    both.bits = bits;
    return both.value;
}
