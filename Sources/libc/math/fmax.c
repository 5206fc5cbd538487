#include "../internal/math.h"

double fmax(double x, double y)
{
    if (x != x)
        return y;
    if (x == y)
        return signbit(x) ? y : x;
    return x < y ? y : x;
}

double fmin(double x, double y)
{
    if (x != x)
        return y;
    if (x == y)
        return signbit(x) ? x : y;
    return x > y ? y : x;
}

double fdim(double x, double y)
{
    if (x != x || y != y)
        return x + y;
    return x > y ? x - y : 0;
}
