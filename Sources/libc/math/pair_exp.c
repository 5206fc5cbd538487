#include "../internal/math.h"
#include "../internal/math_tables.h"

/* e^x = 2^k * 2^(j/32) * e^r, |r| <= log 2 / 64. The series' first two terms are pairs, so what is
   rounded in a double is below 2^-22 of the whole. */

/* e^r - 1 */
static double exp_small(double r, double r_low, double *low)
{
    double square_low, square = __pair_product(r, r, &square_low);
    double rest = r * square * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720
        + r * (1.0 / 5040 + r * (1.0 / 40320))))));
    double sum_low, sum = __pair_sum(r, square * 0.5, &sum_low);

    return __pair_sum(sum, sum_low + (r_low + (square_low * 0.5 + r * r_low + rest)), low);
}

/* r = x - n log 2 / 32 with the constant in three parts, the first two of 32 bits. */
static double exp_reduce(double x, double x_low, int n, double *r_low)
{
    double r = x - n * MATH_LN2_32_A, rest, sum;

    sum = __pair_sum(r, -n * MATH_LN2_32_B, &rest);
    return __pair_sum(sum, rest + (x_low - n * MATH_LN2_32_C), r_low);
}

static int exp_nearest(double x)
{
    x *= 46.16624130844683;
    return (int)(x < 0 ? x - 0.5 : x + 0.5);
}

double __pair_exp(double x, double x_low, double *low, int *exponent)
{
    int n = exp_nearest(x), j = n & 31;
    double r, r_low, small, small_low, base = __exp_table[2 * j], base_low = __exp_table[2 * j + 1];

    r = exp_reduce(x, x_low, n, &r_low);
    small = exp_small(r, r_low, &small_low);
    *exponent = (n - j) / 32;
    small = __pair_multiply(base, base_low, small, small_low, &small_low);
    return __pair_add(base, base_low, small, small_low, low);
}

double __pair_expm1(double x, double x_low, double *low)
{
    double high, high_low;
    int exponent;

    if (exp_nearest(x) == 0)
        return exp_small(x, x_low, low);
    high = __pair_exp(x, x_low, &high_low, &exponent);
    return __pair_add(__scale(high, exponent), __scale(high_low, exponent), -1, 0, low);
}
