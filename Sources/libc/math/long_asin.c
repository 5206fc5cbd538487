#include <math.h>

/* At double precision also where long double has more. */
long double asinl(long double x)
{
    return (long double)asin((double)x);
}

long double acosl(long double x)
{
    return (long double)acos((double)x);
}

long double atanl(long double x)
{
    return (long double)atan((double)x);
}

long double atan2l(long double x, long double y)
{
    return (long double)atan2((double)x, (double)y);
}
