#include "../internal/math.h"

double frexp(double x, int *exponent)
{
    unsigned long bits;
    int field;

    *exponent = 0;
    if (x == 0 || x - x != 0)
        return x;
    bits = __double_bits(x);
    field = DOUBLE_EXPONENT(bits);
    if (field == 0) {
        bits = __double_bits(x * 0x1p54);
        field = DOUBLE_EXPONENT(bits) - 54;
    }
    *exponent = field - 1022;
    return __double_of_bits((bits & ~(0x7ffUL << 52)) | 1022UL << 52);
}
