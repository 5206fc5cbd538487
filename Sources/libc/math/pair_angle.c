#include "../internal/math.h"
#include "../internal/math_tables.h"

/* A first angle good to 1e-5, and the rest from turning the vector back by it. */
double __pair_angle(double y, double y_low, double x, double x_low, double *low)
{
    double ax = x < 0 ? -x : x, ay = y < 0 ? -y : y, t, z, a;
    double s, s_low, c, c_low, p, p_low, q, q_low, up, up_low, along, along_low, base, base_low;
    int steep = ay > ax;

    if (x < 0)
        x_low = -x_low;
    if (y < 0)
        y_low = -y_low;
    t = steep ? ax / ay : ay / ax;
    z = t * t;
    a = t * (0.9998660 + z * (-0.3302995 + z * (0.1801410 + z * (-0.0851330 + z * 0.0208351))));
    /* For small angles the first digits must be right, not the first places. */
    if (t < 0.01)
        a = t * (1 - z / 3);
    s = __pair_sin(a, 0, &s_low);
    c = __pair_cos(a, 0, &c_low);

    /* tan of what is left = (short c - long s) / (long c + short s) */
    if (steep) {
        z = ax, ax = ay, ay = z;
        z = x_low, x_low = y_low, y_low = z;
    }
    p = __pair_multiply(ay, y_low, c, c_low, &p_low);
    q = __pair_multiply(ax, x_low, s, s_low, &q_low);
    up = __pair_add(p, p_low, -q, -q_low, &up_low);
    p = __pair_multiply(ax, x_low, c, c_low, &p_low);
    q = __pair_multiply(ay, y_low, s, s_low, &q_low);
    along = __pair_add(p, p_low, q, q_low, &along_low);
    up = __pair_divide(up, up_low, along, along_low, &up_low);
    up_low -= up * up * up / 3;
    a = __pair_add(a, 0, up, up_low, low);

    /* Into the right eighth. */
    if (steep)
        a = __pair_add(MATH_PI_2, MATH_PI_2_LOW, -a, -*low, low);
    if (x < 0) {
        base = 2 * MATH_PI_2;
        base_low = 2 * MATH_PI_2_LOW;
        a = __pair_add(base, base_low, -a, -*low, low);
    }
    if (y < 0) {
        a = -a;
        *low = -*low;
    }
    return a;
}
