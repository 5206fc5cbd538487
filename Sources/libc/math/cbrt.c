#include "../internal/math.h"

double cbrt(double x)
{
    double absolute = fabs(x), root, square, square_low, cube, cube_low;
    int exponent, third;

    if (x == 0 || x - x != 0)
        return x;
    absolute = frexp(absolute, &exponent);
    third = exponent / 3;
    absolute = __scale(absolute, exponent - 3 * third);
    /* Halley's steps from a straight line; then the last bits from the exact cube. */
    root = absolute < 0.5 ? 0.5 + 0.6 * absolute : 0.63 + 0.35 * absolute - 0.03 * absolute * absolute;
    root = root * (root * root * root + 2 * absolute) / (2 * root * root * root + absolute);
    root = root * (root * root * root + 2 * absolute) / (2 * root * root * root + absolute);
    root = root * (root * root * root + 2 * absolute) / (2 * root * root * root + absolute);
    square = __pair_product(root, root, &square_low);
    cube = __pair_multiply(square, square_low, root, 0, &cube_low);
    root += ((absolute - cube) - cube_low) / (3 * square);
    root = __scale(root, third);
    return x < 0 ? -root : root;
}
