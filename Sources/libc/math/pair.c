#include "../internal/math.h"

double __pair_sum(double a, double b, double *low)
{
    double sum = a + b;
    double part = sum - a;

    *low = (a - (sum - part)) + (b - part);
    return sum;
}

/* Dekker: halves of 26 bits have exact products. */
double __pair_product(double a, double b, double *low)
{
    double product = a * b;
    double scaled_a = a * 134217729.0, scaled_b = b * 134217729.0;
    double a1 = scaled_a - (scaled_a - a), a2 = a - a1;
    double b1 = scaled_b - (scaled_b - b), b2 = b - b1;

    *low = ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2;
    return product;
}

double __pair_add(double a, double a_low, double b, double b_low, double *low)
{
    double rest, sum = __pair_sum(a, b, &rest);
    double rest_low, sum_low = __pair_sum(a_low, b_low, &rest_low);

    sum = __pair_sum(sum, rest + sum_low, &rest);
    return __pair_sum(sum, rest + rest_low, low);
}

double __pair_multiply(double a, double a_low, double b, double b_low, double *low)
{
    double rest, product = __pair_product(a, b, &rest);

    return __pair_sum(product, rest + (a * b_low + a_low * b), low);
}

double __pair_divide(double a, double a_low, double b, double b_low, double *low)
{
    double quotient = a / b;
    double rest, product = __pair_product(quotient, b, &rest);
    double correction = (((a - product) - rest) + a_low - quotient * b_low) / b;

    return __pair_sum(quotient, correction, low);
}

double __pair_sqrt(double a, double a_low, double *low)
{
    double root, rest, square;

    if (a <= 0) {
        *low = 0;
        return 0;
    }
    root = sqrt(a);
    square = __pair_product(root, root, &rest);
    return __pair_sum(root, (((a - square) - rest) + a_low) / (2 * root), low);
}

double __pair_scaled(double x, double x_low, int exponent)
{
    double result;

    /* A subnormal result loses bits, and low may decide how to round: it is kept as an odd last bit. */
    if (exponent < -900 && x_low != 0 && ilogb(x) + exponent < -1022) {
        unsigned long bits = __double_bits(x);
        if (!(bits & 1))
            x = __double_of_bits((x_low > 0) == (x > 0) ? bits + 1 : bits - 1);
        result = __scale(x, exponent);
    } else {
        result = __scale(x + x_low, exponent);
    }
    if (result == 0)
        return __math_underflow(x < 0);
    if (result - result != 0)
        return __math_overflow(x < 0);
    return result;
}
