#include "../internal/runtime.h"
#include "../internal/soft_float.h"

void __soft_unpack(struct soft_number *number, unsigned long bits, int precision)
{
    int field_bits = precision == SOFT_DOUBLE ? 11 : 8;
    int top = (1 << field_bits) - 1;
    int field = (int)(bits >> (precision - 1)) & top;
    unsigned long fraction = bits & ((1UL << (precision - 1)) - 1);

    number->negative = (int)(bits >> (precision - 1 + field_bits) & 1);
    if (field == top) {
        number->kind = fraction ? SOFT_NAN : SOFT_INFINITE;
        return;
    }
    number->kind = fraction || field ? SOFT_NUMBER : SOFT_ZERO;
    number->exponent = (field ? field : 1) - (top >> 1);
    if (field)
        fraction |= 1UL << (precision - 1);
    fraction <<= 64 - precision;
    if (number->kind == SOFT_NUMBER && !(fraction >> 63)) {
        int zeros = __clzdi2(fraction);
        fraction <<= zeros;
        number->exponent -= zeros;
    }
    number->fraction = fraction;
}

unsigned long __soft_pack(const struct soft_number *number, int precision)
{
    int field_bits = precision == SOFT_DOUBLE ? 11 : 8;
    int bias = (1 << (field_bits - 1)) - 1;
    unsigned long infinity = (unsigned long)((1 << field_bits) - 1) << (precision - 1);
    unsigned long sign = (unsigned long)number->negative << (precision - 1 + field_bits);
    unsigned long fraction, rest, half, bits;
    int exponent, drop = 64 - precision;

    if (number->kind == SOFT_ZERO)
        return sign;
    if (number->kind == SOFT_NAN)
        return infinity | 1UL << (precision - 2) | sign;
    if (number->kind == SOFT_INFINITE || number->exponent > bias)
        return sign | infinity;

    fraction = number->fraction;
    exponent = number->exponent + bias - 1;
    if (exponent < 0) {
        /* Subnormal: the bits that go stay visible in the last one. */
        if (exponent < -63)
            fraction = 1;
        else
            fraction = fraction >> -exponent | (fraction << (64 + exponent) != 0);
        exponent = 0;
    }
    half = 1UL << (drop - 1);
    rest = fraction & (2 * half - 1);
    /* The leading bit adds one to the exponent field, and so does a carry out of the rounding. */
    bits = ((unsigned long)exponent << (precision - 1)) + (fraction >> drop);
    if (rest > half || (rest == half && (bits & 1)))
        bits++;
    return sign | bits;
}
