#include "../internal/math.h"

long lrint(double x)
{
    return (long)rint(x);
}

long long llrint(double x)
{
    return (long)rint(x);
}

long lround(double x)
{
    return (long)round(x);
}

long long llround(double x)
{
    return (long)round(x);
}
