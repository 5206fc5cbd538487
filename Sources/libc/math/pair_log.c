#include "../internal/math.h"
#include "../internal/math_tables.h"

/* log (1 + f) is y with e^-y (1 + f) = 1. A first y in double is short of it by d with
   (1 + f) e^-y - 1 = d', d = log (1 + d') = d' - d'^2/2. */
static double log_near_one(double f, double f_low, double *low)
{
    double s = f / (2 + f), z = s * s, y, e, e_low, d, d_low, part, part_low;

    y = 2 * s * (1 + z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * (1.0 / 11
        + z * (1.0 / 13 + z / 15)))))));
    e = __pair_expm1(-y, 0, &e_low);
    part = __pair_multiply(f, f_low, e, e_low, &part_low);
    d = __pair_add(f, f_low, e, e_low, &d_low);
    d = __pair_add(d, d_low, part, part_low, &d_low);
    return __pair_sum(y, d + (d_low - d * d * 0.5), low);
}

double __pair_log(double x, double x_low, double *low)
{
    int exponent = 0, field;
    unsigned long bits;
    double f, f_low, y, y_low;

    if (x < 0x1p-1022) {
        x *= 0x1p54;
        x_low *= 0x1p54;
        exponent = -54;
    }
    /* The power of two that brings x between sqrt(1/2) and sqrt(2). */
    bits = __double_bits(x);
    field = (int)(bits >> 52) - 1023;
    if ((bits & 0xfffffffffffffUL) > 0x6a09e667f3bcdUL)
        field++;
    exponent += field;
    x = __scale(x, -field);
    x_low = __scale(x_low, -field);
    f = __pair_sum(x - 1, x_low, &f_low);
    if (f == 0 && f_low == 0) {
        y = y_low = 0;
    } else {
        y = log_near_one(f, f_low, &y_low);
    }
    if (exponent == 0) {
        *low = y_low;
        return y;
    }
    f = __pair_multiply(MATH_LN2, MATH_LN2_LOW, exponent, 0, &f_low);
    return __pair_add(f, f_low, y, y_low, low);
}

double __pair_log1p(double x, double x_low, double *low)
{
    double sum, sum_low;

    if (x > -0.29 && x < 0.41)
        return log_near_one(x, x_low, low);
    sum = __pair_add(1, 0, x, x_low, &sum_low);
    return __pair_log(sum, sum_low, low);
}
