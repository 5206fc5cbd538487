#include "../internal/math.h"

/* With m = e^x - 1: sinh = (m + m / (m + 1)) / 2. */
double sinh(double x)
{
    double absolute = fabs(x), m, m_low, n, n_low;
    int exponent;

    if (x - x != 0 || absolute < 0x1p-28)
        return x;
    if (absolute > 711)
        return __math_overflow(x < 0);
    if (absolute > 40) {
        m = __pair_exp(absolute, 0, &m_low, &exponent);
        m = __pair_scaled(m, m_low, exponent - 1);
    } else {
        m = __pair_expm1(absolute, 0, &m_low);
        n = __pair_add(m, m_low, 1, 0, &n_low);
        n = __pair_divide(m, m_low, n, n_low, &n_low);
        m = 0.5 * __pair_add(m, m_low, n, n_low, &n_low);
    }
    return x < 0 ? -m : m;
}

double cosh(double x)
{
    double absolute = fabs(x), e, e_low, inverse, inverse_low;
    int exponent;

    if (x != x)
        return x;
    if (absolute > 711)
        return absolute == MATH_INFINITY ? absolute : __math_overflow(0);
    e = __pair_exp(absolute, 0, &e_low, &exponent);
    if (absolute > 40)
        return __pair_scaled(e, e_low, exponent - 1);
    e = __scale(e, exponent);
    e_low = __scale(e_low, exponent);
    inverse = __pair_divide(1, 0, e, e_low, &inverse_low);
    return 0.5 * __pair_add(e, e_low, inverse, inverse_low, &e_low);
}

double tanh(double x)
{
    double absolute = fabs(x), m, m_low, n, n_low;

    if (x != x || absolute < 0x1p-28)
        return x;
    if (absolute > 22) {
        m = 1;
    } else {
        m = __pair_expm1(2 * absolute, 0, &m_low);
        n = __pair_add(m, m_low, 2, 0, &n_low);
        m = __pair_divide(m, m_low, n, n_low, &n_low);
    }
    return x < 0 ? -m : m;
}
