#include "../internal/runtime.h"
#include "../internal/soft_float.h"

void __soft_from_integer(struct soft_number *number, unsigned long magnitude, int negative)
{
    int zeros;

    number->negative = negative;
    number->kind = magnitude ? SOFT_NUMBER : SOFT_ZERO;
    if (magnitude) {
        zeros = __clzdi2(magnitude);
        number->fraction = magnitude << zeros;
        number->exponent = 63 - zeros;
    }
}

unsigned long __soft_to_unsigned(const struct soft_number *number)
{
    unsigned long magnitude;

    if (number->kind == SOFT_ZERO || number->kind == SOFT_NAN)
        return 0;
    if (number->kind == SOFT_INFINITE || number->exponent > 63)
        return number->negative ? 0 : ~0UL;
    if (number->exponent < 0)
        return 0;
    magnitude = number->fraction >> (63 - number->exponent);
    return number->negative ? 0 - magnitude : magnitude;
}

long __soft_to_signed(const struct soft_number *number)
{
    if ((number->kind == SOFT_NUMBER && number->exponent > 62) || number->kind == SOFT_INFINITE)
        return number->negative ? (long)(1UL << 63) : (long)(~0UL >> 1);
    return (long)__soft_to_unsigned(number);
}
