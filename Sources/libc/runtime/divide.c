#include "../internal/runtime.h"

/* Unsigned division by signed division, which is all that base P1 has: half the numerator is not
   negative, so twice its quotient is short of the result by one at most. */
unsigned long __udivdi3(unsigned long numerator, unsigned long denominator)
{
    unsigned long quotient;

    if ((long)denominator < 0)
        return numerator >= denominator;
    quotient = (unsigned long)((long)(numerator >> 1) / (long)denominator) << 1;
    if (numerator - quotient * denominator >= denominator)
        quotient++;
    return quotient;
}

unsigned long __umoddi3(unsigned long numerator, unsigned long denominator)
{
    return numerator - __udivdi3(numerator, denominator) * denominator;
}

unsigned long __udivmoddi4(unsigned long numerator, unsigned long denominator, unsigned long *rest)
{
    unsigned long quotient = __udivdi3(numerator, denominator);

    if (rest)
        *rest = numerator - quotient * denominator;
    return quotient;
}

long __divdi3(long numerator, long denominator)
{
    return numerator / denominator;
}

long __moddi3(long numerator, long denominator)
{
    return numerator % denominator;
}
