/* The functions of math.h whose results are exact, and all functions' special values. */
#include <math.h>
#include <stdio.h>

static void show(double x)
{
    if (isnan(x))
        printf(" nan");
    else
        printf(" %a", x);
}

int main(void)
{
    double values[16], part;
    float fvalues[4];
    int i, j, exponent;

    values[0] = 0;
    values[1] = -0.0;
    values[2] = 1;
    values[3] = -1;
    values[4] = 2.5;
    values[5] = -2.5;
    values[6] = 0.49999999999999994;
    values[7] = -0.75;
    values[8] = 4503599627370497.5;
    values[9] = 1e300;
    values[10] = 4.9406564584124654e-324;
    values[11] = -2.2250738585072014e-308;
    values[12] = INFINITY;
    values[13] = -INFINITY;
    values[14] = NAN;
    values[15] = 3.5;
    for (i = 0; i < 16; i++) {
        double x = values[i];
        show(x);
        printf(":");
        show(floor(x));
        show(ceil(x));
        show(trunc(x));
        show(round(x));
        show(rint(x));
        show(nearbyint(x));
        show(fabs(x));
        show(sqrt(fabs(x)));
        part = frexp(x, &exponent);
        show(part);
        if (x - x == 0)
            printf(" %d", exponent);
        show(modf(x, &part));
        show(part);
        show(ldexp(x, 3));
        show(scalbn(x, -1070));
        show(logb(x));
        printf(" %d %d %d %d %d\n", fpclassify(x) == FP_NORMAL, fpclassify(x) == FP_SUBNORMAL,
               isfinite(x) != 0, isinf(x) != 0, signbit(x) && !isnan(x));
        for (j = 0; j < 15; j++) {
            double y = values[j];
            show(fmod(x, y));
            show(remainder(x, y));
            show(fdim(x, y));
            if (!isnan(y))
                show(copysign(1, y));
            show(nextafter(x, y));
            printf("%d%d%d", isless(x, y), isgreaterequal(x, y), isunordered(x, y));
            if (x != y) {
                show(fmax(x, y));
                show(fmin(x, y));
            }
        }
        printf("\n");
    }
    printf("%ld %ld %ld %lld\n", lrint(2.5), lrint(-3.5), lround(-2.5), llround(1e15 + 0.5));
    printf("%a %a\n", fma(0x1.0000001p0, 0x1.0000001p0, -1), fma(1e300, 1e10, -INFINITY));
    printf("%a\n", fma(0x1.fffffffffffffp-500, 0x1.fffffffffffffp-500, 0x1p-1040));
    remquo(29, 3, &exponent);
    printf("%d\n", exponent & 7);
    fvalues[0] = 0.1f;
    fvalues[1] = -7.5f;
    fvalues[2] = 1e38f;
    fvalues[3] = 1e-44f;
    for (i = 0; i < 4; i++)
        printf("%a %a %a %a %a %a %d\n", (double)floorf(fvalues[i]), (double)sqrtf(fabsf(fvalues[i])),
               (double)fmodf(fvalues[i], 0.3f), (double)nextafterf(fvalues[i], 0), (double)roundf(fvalues[i]),
               (double)fmaf(fvalues[i], 3, 0.1f), ilogbf(fvalues[i]));
    return 0;
}
