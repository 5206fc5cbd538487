#include <math.h>
#include <stdio.h>

static double half(double x) { return x / 2; }
static float third(float x) { return x / 3; }

static double polynomial(const double *c, int n, double x)
{
    double y = 0;

    while (n-- > 0)
        y = y * x + c[n];
    return y;
}

int main(void)
{
    static const double c[] = { 1, -2.5, 0.125, 3e-3 };
    volatile double minus = -2.9, far = -9e18, zero = 0.0, big = 1e308, tiny = 4.9e-324;
    float f = 0;
    int i;

    printf("%.17g %.17g %.9g\n", half(0.1), polynomial(c, 4, 1.75), third(1.0f));
    printf("%g %g %g %g\n", big * 10, -big * 10, zero / zero == zero / zero ? 1.0 : 0.0, tiny / 2);
    for (i = 1; i <= 20; i++)
        f += 1.0f / i;
    printf("%.9g\n", f);
    printf("%d %d %u %lld %llu\n", (int)minus, (int)2.9f, (unsigned)4e9, (long long)far, (unsigned long long)1.8e19);
    printf("%.17g %.17g %.9g %.9g\n", (double)0xffffffffffffffffULL, (double)(1LL << 62), (float)0x8000000080000001ULL,
           (float)-16777217);
    printf("%d%d%d%d%d%d\n", 1.5 < 2.5, 1.5 > 2.5, zero == -zero, zero / zero != zero / zero, !zero, zero < tiny);
    printf("%.15g %.15g %.15g\n", sqrt(2), exp(1), atan2(1, -1));
    printf("%a %a %a\n", 1.0 / 3, -0.0, 3.4e38f);
    return 0;
}
