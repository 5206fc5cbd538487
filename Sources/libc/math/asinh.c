#include "../internal/math.h"
#include "../internal/math_tables.h"

/* log (x + sqrt (x^2 + 1)) = log1p (x + x^2 / (1 + sqrt (x^2 + 1))) */
double asinh(double x)
{
    double absolute = fabs(x), square, square_low, root, root_low;

    if (x - x != 0 || absolute < 0x1p-28)
        return x;
    if (absolute > 0x1p40) {
        root = __pair_log(absolute, 0, &root_low);
        root = __pair_add(root, root_low, MATH_LN2, MATH_LN2_LOW, &root_low);
    } else {
        square = __pair_product(absolute, absolute, &square_low);
        root = __pair_add(square, square_low, 1, 0, &root_low);
        root = __pair_sqrt(root, root_low, &root_low);
        root = __pair_add(root, root_low, 1, 0, &root_low);
        root = __pair_divide(square, square_low, root, root_low, &root_low);
        root = __pair_add(root, root_low, absolute, 0, &root_low);
        root = __pair_log1p(root, root_low, &root_low);
    }
    return x < 0 ? -root : root;
}

/* With t = x - 1: log1p (t + sqrt (2 t + t^2)) */
double acosh(double x)
{
    double t, t_low, square, square_low, root, root_low;

    if (x != x)
        return x;
    if (x < 1)
        return __math_domain();
    if (x > 0x1p40) {
        if (x - x != 0)
            return x;
        root = __pair_log(x, 0, &root_low);
        return __pair_add(root, root_low, MATH_LN2, MATH_LN2_LOW, &root_low);
    }
    t = __pair_sum(x, -1, &t_low);
    square = __pair_multiply(t, t_low, t, t_low, &square_low);
    root = __pair_add(square, square_low, 2 * t, 2 * t_low, &root_low);
    root = __pair_sqrt(root, root_low, &root_low);
    root = __pair_add(root, root_low, t, t_low, &root_low);
    return __pair_log1p(root, root_low, &root_low);
}

/* log1p (2 x / (1 - x)) / 2 */
double atanh(double x)
{
    double absolute = fabs(x), below, below_low, value, low;

    if (x != x || absolute < 0x1p-28)
        return x;
    if (absolute >= 1)
        return absolute == 1 ? __math_pole(x < 0) : __math_domain();
    below = __pair_sum(1, -absolute, &below_low);
    value = __pair_divide(2 * absolute, 0, below, below_low, &low);
    value = 0.5 * __pair_log1p(value, low, &low);
    return x < 0 ? -value : value;
}
