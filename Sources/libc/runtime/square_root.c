#include "../internal/double.h"
#include "../internal/runtime.h"

/* A root good to a few bits less than it should be, by Newton's steps for 1/sqrt; then, as an integer of
   53 bits, compared with the exact square. */
double __sqrtdf2(double x)
{
    unsigned long bits, mantissa, root;
    int exponent;
    double scaled, inverse;
    long rest;

    if (x != x || x == 0)
        return x;
    bits = __double_bits(x);
    exponent = (int)(bits >> 52);
    if (exponent == 0x7ff)
        return x;
    mantissa = bits & 0xfffffffffffffUL;
    if (exponent == 0) {
        exponent = 1;
        while (!(mantissa >> 52)) {
            mantissa <<= 1;
            exponent--;
        }
    }
    mantissa |= 1UL << 52;
    /* x = scaled * 4^k, scaled between 1 and 4. */
    exponent -= 1023;
    if (exponent & 1) {
        mantissa <<= 1;
        exponent--;
    }
    scaled = (double)(long)mantissa * 0x1p-52;
    inverse = __double_of_bits(0x5fe6eb50c7b537a9UL - (__double_bits(scaled) >> 1));
    inverse = inverse * (1.5 - 0.5 * scaled * inverse * inverse);
    inverse = inverse * (1.5 - 0.5 * scaled * inverse * inverse);
    inverse = inverse * (1.5 - 0.5 * scaled * inverse * inverse);
    inverse = inverse * (1.5 - 0.5 * scaled * inverse * inverse);
    root = (unsigned long)(long)(scaled * inverse * 0x1p52);

    /* mantissa 2^52 - root^2 is small, so it is right modulo 2^64. Rounded to nearest, it lies between
       -root and root. */
    rest = (long)((mantissa << 52) - root * root);
    while (rest > (long)root) {
        rest -= (long)(2 * root + 1);
        root++;
    }
    while (rest <= -(long)root) {
        rest += (long)(2 * root - 1);
        root--;
    }
    return __double_of_bits(((unsigned long)(exponent / 2 + 1022) << 52) + root);
}

float __sqrtsf2(float x)
{
    return (float)__sqrtdf2((double)x);
}
