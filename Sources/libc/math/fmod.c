#include "../internal/math.h"
#include "../internal/names.h"

/* Long division bit by bit, in integers, so it is exact. The quotient's low bits are given as well. */
static double fmod_divide(double x, double y, unsigned long *quotient)
{
    int ex, ey;
    unsigned long a, b, count = 0;
    double result;

    x = frexp(fabs(x), &ex);
    y = frexp(fabs(y), &ey);
    a = (unsigned long)(long)(x * 0x1p53);
    b = (unsigned long)(long)(y * 0x1p53);
    if (ex < ey) {
        *quotient = 0;
        return __scale(x, ex);
    }
    for (;; ex--) {
        count <<= 1;
        if (a >= b) {
            a -= b;
            count |= 1;
        }
        if (ex == ey)
            break;
        a <<= 1;
    }
    *quotient = count;
    result = __scale((double)(long)a, ey - 53);
    return result;
}

double fmod(double x, double y)
{
    unsigned long quotient;

    if (x != x || y != y)
        return x + y;
    if (x - x != 0 || y == 0)
        return __math_domain();
    if (y - y != 0 || x == 0)
        return x;
    return copysign(fmod_divide(x, y, &quotient), x);
}

double remquo(double x, double y, int *quotient)
{
    unsigned long count = 0;
    double rest = fabs(x), absolute = fabs(y);

    *quotient = 0;
    if (x != x || y != y)
        return x + y;
    if (x - x != 0 || y == 0)
        return __math_domain();
    if (x != 0 && y - y == 0)
        rest = fmod_divide(x, y, &count);
    /* The nearest multiple; of two the even one. Twice the rest might overflow, half of y lose a bit. */
    if (absolute < 0x1p1000 ? 2 * rest > absolute || (2 * rest == absolute && (count & 1))
                            : rest > 0.5 * absolute || (rest == 0.5 * absolute && (count & 1))) {
        rest -= absolute;
        count++;
    }
    count &= 0x7fffffff;
    *quotient = signbit(x) != signbit(y) ? -(int)count : (int)count;
    return signbit(x) ? -rest : rest;
}

double remainder(double x, double y)
{
    int quotient;

    return remquo(x, y, &quotient);
}

double __drem(double x, double y)
{
    int quotient;

    return remquo(x, y, &quotient);
}
PUBLIC_NAME(drem);
