#include "../internal/math.h"

double nan(const char *tag)
{
    (void)tag;
    return MATH_NAN;
}
