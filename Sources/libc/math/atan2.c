#include "../internal/math.h"
#include "../internal/math_tables.h"

double atan2(double y, double x)
{
    double result, low;
    int distance, shift;

    if (x != x || y != y)
        return x + y;
    if (y == 0 || x == 0 || x - x != 0 || y - y != 0) {
        /* On the axes, and the four corners at infinity. */
        if (y == 0 || (x - x != 0 && y - y == 0))
            result = signbit(x) ? MATH_PI : 0;
        else if (y - y != 0 && x - x != 0)
            result = x > 0 ? MATH_PI_2 / 2 : 3 * (MATH_PI_2 / 2);
        else
            result = MATH_PI_2;
        return copysign(result, y);
    }
    distance = ilogb(y) - ilogb(x);
    if (distance > 60)
        return copysign(MATH_PI_2, y);
    if (distance < -60) {
        if (x < 0)
            return copysign(MATH_PI, y);
        result = y / x;
        return result == 0 ? __math_underflow(y < 0) : result;
    }
    shift = -ilogb(x);
    return __pair_angle(__scale(y, shift), 0, __scale(x, shift), 0, &low);
}
