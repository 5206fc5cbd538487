#include "../internal/math.h"
#include "../internal/math_tables.h"

/* erf x = 2/sqrt(pi) e^-x^2 (x + 2 x^3 / 3 + 4 x^5 / (3 5) + ...), whose terms are all positive. */
static double erf_series(double x, double *low)
{
    double square, square_low, term = x, term_low = 0, sum = x, sum_low = 0, n;
    int exponent;

    square = __pair_product(x, x, &square_low);
    for (n = 3; term > sum * 0x1p-75; n += 2) {
        term = __pair_multiply(term, term_low, 2 * square, 2 * square_low, &term_low);
        term = __pair_divide(term, term_low, n, 0, &term_low);
        sum = __pair_add(sum, sum_low, term, term_low, &sum_low);
    }
    term = __pair_exp(-square, -square_low, &term_low, &exponent);
    sum = __pair_multiply(sum, sum_low, __scale(term, exponent), __scale(term_low, exponent), &sum_low);
    return __pair_multiply(sum, sum_low, MATH_TWO_OVER_SQRT_PI, MATH_TWO_OVER_SQRT_PI_LOW, low);
}

/* erfc x = e^-x^2 / sqrt(pi) / (x + (1/2) / (x + (2/2) / (x + (3/2) / ...))) for x > 2. */
static double erf_fraction(double x)
{
    double value = x, low = 0, square, square_low;
    int n = 12 + (int)(600 / (x * x)), exponent;

    for (; n > 0; n--) {
        value = __pair_divide(0.5 * n, 0, value, low, &low);
        value = __pair_add(value, low, x, 0, &low);
    }
    square = __pair_product(x, x, &square_low);
    square = __pair_exp(-square, -square_low, &square_low, &exponent);
    square = __pair_multiply(square, square_low, 0.5 * MATH_TWO_OVER_SQRT_PI,
                             0.5 * MATH_TWO_OVER_SQRT_PI_LOW, &square_low);
    value = __pair_divide(square, square_low, value, low, &low);
    return __pair_scaled(value, low, exponent);
}

double erf(double x)
{
    double absolute = fabs(x), value, low;

    if (x != x || x == 0)
        return x;
    if (absolute < 0x1p-28) {
        /* Below that the series is its first term; scaled, so that a subnormal result is rounded once. */
        value = __pair_multiply(absolute * 0x1p100, 0, MATH_TWO_OVER_SQRT_PI, MATH_TWO_OVER_SQRT_PI_LOW, &low);
        value = __scale(value, -100);
    } else {
        value = absolute > 6 ? 1 : erf_series(absolute, &low);
    }
    return x < 0 ? -value : value;
}

double erfc(double x)
{
    double value, low, rest;

    if (x != x)
        return x;
    if (x < -6)
        return 2;
    if (x > 27.3)
        return x == MATH_INFINITY ? 0 : __math_underflow(0);
    if (x > 2)
        return erf_fraction(x);
    if (fabs(x) < 0x1p-60)
        return 1;
    value = erf_series(fabs(x), &low);
    if (x < 0)
        return __pair_add(1, 0, value, low, &rest);
    return __pair_add(1, 0, -value, -low, &rest);
}
