#include "../internal/math.h"

/* The bits behind the point, as a mask; 0 for numbers that have none, -1 below 1. */
static unsigned long floor_fraction(unsigned long bits)
{
    int exponent = DOUBLE_EXPONENT(bits) - 1023;

    if (exponent < 0)
        return ~0UL;
    return exponent >= 52 ? 0 : (1UL << (52 - exponent)) - 1;
}

double trunc(double x)
{
    unsigned long bits = __double_bits(x), mask = floor_fraction(bits);

    return mask == ~0UL ? copysign(0, x) : mask ? __double_of_bits(bits & ~mask) : x;
}

double floor(double x)
{
    double whole = trunc(x);

    return whole > x ? whole - 1 : whole;
}

double ceil(double x)
{
    double whole = trunc(x);

    /* copysign: what is rounded up to zero from below is -0. */
    return whole < x ? copysign(whole + 1, x) : whole;
}

double round(double x)
{
    double whole = trunc(x);

    return fabs(x - whole) >= 0.5 ? whole + copysign(1, x) : whole;
}

/* To nearest, halves to even. */
double rint(double x)
{
    double whole = trunc(x), rest = fabs(x - whole);

    if (rest > 0.5 || (rest == 0.5 && (long)whole & 1))
        whole += copysign(1, x);
    return copysign(whole, x);
}

double nearbyint(double x)
{
    return rint(x);
}
