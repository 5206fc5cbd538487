#include "../internal/math.h"
#include "../internal/names.h"

double scalbn(double x, int exponent)
{
    double result;

    if (x == 0 || x - x != 0)
        return x;
    result = __scale(x, exponent);
    if (result == 0)
        return __math_underflow(x < 0);
    if (result - result != 0)
        return __math_overflow(x < 0);
    return result;
}

double ldexp(double x, int exponent)
{
    return scalbn(x, exponent);
}

double scalbln(double x, long exponent)
{
    return scalbn(x, exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent);
}

double __scalb(double x, double exponent)
{
    return scalbn(x, exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent);
}
PUBLIC_NAME(scalb);
