#include "../internal/math.h"

/* The series; the terms behind the first two are small enough for a double. */
double __pair_sin(double x, double x_low, double *low)
{
    double z = x * x, cube, cube_low, square, square_low, sum, sum_low;
    double rest = 1.0 / 120 - z * (1.0 / 5040 - z * (1.0 / 362880 - z * (1.0 / 39916800
        - z * (1.0 / 6227020800.0 - z * (1.0 / 1307674368000.0 - z / 355687428096000.0)))));

    square = __pair_multiply(x, x_low, x, x_low, &square_low);
    cube = __pair_multiply(square, square_low, x, x_low, &cube_low);
    cube = __pair_divide(cube, cube_low, -6, 0, &cube_low);
    sum = __pair_add(x, x_low, cube, cube_low, &sum_low);
    return __pair_sum(sum, sum_low + z * z * x * rest, low);
}

double __pair_cos(double x, double x_low, double *low)
{
    double z = x * x, square, square_low, sum, sum_low;
    double rest = 1.0 / 24 - z * (1.0 / 720 - z * (1.0 / 40320 - z * (1.0 / 3628800
        - z * (1.0 / 479001600 - z * (1.0 / 87178291200.0 - z / 20922789888000.0)))));

    square = __pair_multiply(x, x_low, x, x_low, &square_low);
    sum = __pair_add(1, 0, -0.5 * square, -0.5 * square_low, &sum_low);
    return __pair_sum(sum, sum_low + z * z * rest, low);
}
