#include "../internal/math.h"
#include "../internal/runtime.h"
#include "../internal/soft_float.h"

/* Exact in integers: the product has 106 bits, held in two words; the addend is aligned to it. */
double fma(double x, double y, double z)
{
    struct soft_number a, b, c;
    unsigned long high, low, other_high, other_low;
    int distance, negative, zeros;

    /* An infinite addend stays, even where the product alone would overflow to the other side. */
    if (z - z != 0 && x - x == 0 && y - y == 0)
        return z;
    if (x - x != 0 || y - y != 0 || x == 0 || y == 0)
        return x * y + z;
    if (z == 0)
        /* The product alone decides; adding a zero of either sign rounds nothing, but x * y may be -0. */
        return x * y == 0 ? x * y : x * y + z;
    __soft_unpack(&a, __double_bits(x), SOFT_DOUBLE);
    __soft_unpack(&b, __double_bits(y), SOFT_DOUBLE);
    __soft_unpack(&c, __double_bits(z), SOFT_DOUBLE);
    negative = a.negative ^ b.negative;
    high = __umulh(a.fraction, b.fraction);
    low = a.fraction * b.fraction;
    a.exponent += b.exponent + 1;
    if (!(high >> 63)) {
        high = high << 1 | low >> 63;
        low <<= 1;
        a.exponent--;
    }
    other_high = c.fraction;
    other_low = 0;

    /* The larger one first. */
    if (c.exponent > a.exponent || (c.exponent == a.exponent && other_high > high)) {
        unsigned long word = high;
        high = other_high;
        other_high = word;
        word = low;
        low = other_low;
        other_low = word;
        distance = c.exponent - a.exponent;
        a.exponent = c.exponent;
        zeros = negative;
        negative = c.negative;
        c.negative = zeros;
    } else {
        distance = a.exponent - c.exponent;
    }
    /* A bit of room for the carry; 106 bits leave enough at the bottom. */
    low = low >> 1 | high << 63;
    high >>= 1;
    other_low = other_low >> 1 | other_high << 63;
    other_high >>= 1;
    a.exponent++;
    if (distance > 126) {
        other_high = 0;
        other_low = 1;
    } else {
        int sticky = 0;
        if (distance >= 64) {
            sticky = other_low != 0;
            other_low = other_high;
            other_high = 0;
            distance -= 64;
        }
        if (distance > 0) {
            sticky |= other_low << (64 - distance) != 0;
            other_low = other_low >> distance | other_high << (64 - distance);
            other_high >>= distance;
        }
        other_low |= (unsigned)sticky;
    }
    if (negative == c.negative) {
        low += other_low;
        high += other_high + (low < other_low);
    } else {
        high -= other_high + (low < other_low);
        low -= other_low;
    }
    if (high == 0 && low == 0)
        return 0;
    if (high == 0) {
        high = low;
        low = 0;
        a.exponent -= 64;
    }
    zeros = __clzdi2(high);
    if (zeros) {
        high = high << zeros | low >> (64 - zeros);
        low <<= zeros;
        a.exponent -= zeros;
    }
    a.kind = SOFT_NUMBER;
    a.negative = negative;
    a.fraction = high | (low != 0);
    x = __double_of_bits(__soft_pack(&a, SOFT_DOUBLE));
    if (x - x != 0)
        return __math_overflow(negative);
    return x;
}

/* A float product is exact in double; the sum is rounded to odd, which a second rounding does not hurt. */
float fmaf(float x, float y, float z)
{
    double product = (double)x * y, sum, rest;
    unsigned long bits;

    sum = __pair_sum(product, z, &rest);
    if (sum - sum != 0)
        return (float)(product + z);
    bits = __double_bits(sum);
    if (rest != 0 && !(bits & 1))
        sum = __double_of_bits((rest > 0) == (sum > 0) ? bits + 1 : bits - 1);
    return (float)sum;
}
