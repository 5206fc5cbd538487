/* The elementary functions, to 14 digits, and where they have poles, zeros and ends. */
#include <errno.h>
#include <math.h>
#include <stdio.h>

typedef double function(double);

static void table(const char *name, function *f, double from, double to)
{
    int i;

    printf("%s", name);
    for (i = 0; i <= 10; i++)
        printf(" %.14g", f(from + (to - from) * i / 10.3 + 0.01));
    printf("\n");
}

static void edge(const char *name, double value)
{
    if (isnan(value))
        printf("%s nan %d\n", name, errno);
    else
        printf("%s %g %d\n", name, value, errno);
    errno = 0;
}

int main(void)
{
    table("exp", exp, -10, 10);
    table("exp2", exp2, -10, 10);
    table("expm1", expm1, -1, 1);
    table("log", log, 0, 100);
    table("log2", log2, 0, 100);
    table("log10", log10, 0, 100);
    table("log1p", log1p, -0.9, 1);
    table("sin", sin, -10, 10);
    table("cos", cos, -10, 10);
    table("tan", tan, -10, 10);
    table("asin", asin, -1, 0.9);
    table("acos", acos, -1, 0.9);
    table("atan", atan, -10, 10);
    table("sinh", sinh, -5, 5);
    table("cosh", cosh, -5, 5);
    table("tanh", tanh, -5, 5);
    table("asinh", asinh, -50, 50);
    table("acosh", acosh, 1, 50);
    table("atanh", atanh, -0.99, 0.9);
    table("cbrt", cbrt, -100, 100);
    table("sqrt", sqrt, 0, 100);
    table("erf", erf, -3, 3);
    table("erfc", erfc, -3, 20);
    table("lgamma", lgamma, 0.1, 30);
    table("tgamma", tgamma, -3.7, 20);
    table("sin large", sin, 1e15, 1e22);
    table("cos large", cos, 1e100, 1e300);
    table("tan large", tan, 1e5, 1e10);
    printf("%.14g %.14g %.14g %.14g\n", pow(2, 0.5), pow(10, -3), pow(-2, 3), pow(1.0000001, 1e7));
    printf("%.14g %.14g %.14g %.14g\n", atan2(1, 2), atan2(-1, -2), atan2(0.0, -1), atan2(-0.0, -1));
    printf("%.14g %.14g %.14g\n", hypot(3, 4), hypot(1e300, 1e300), hypot(5e-324, 5e-324));
    printf("%.6g %.6g %.6g %.6g\n", (double)sinf(1), (double)powf(2, 0.5f), (double)expf(1), (double)logf(10));
    errno = 0;
    edge("log 0", log(0));
    edge("log -1", log(-1));
    edge("sqrt -1", sqrt(-1));
    edge("exp 1000", exp(1000));
    edge("exp -1000", exp(-1000));
    edge("pow 0 -1", pow(0, -1));
    edge("pow -1 0.5", pow(-1, 0.5));
    edge("pow 10 400", pow(10, 400));
    edge("acos 2", acos(2));
    edge("atanh 1", atanh(1));
    edge("tgamma 0", tgamma(0));
    edge("tgamma 200", tgamma(200));
    edge("lgamma 0", lgamma(0));
    edge("fmod 1 0", fmod(1, 0));
    edge("sin inf", sin(INFINITY));
    edge("pow nan 0", pow(NAN, 0));
    edge("pow 1 nan", pow(1, NAN));
    edge("hypot inf nan", hypot(INFINITY, NAN));
    edge("cosh 1000", cosh(1000));
    edge("log1p -1", log1p(-1));
    edge("acosh 0.5", acosh(0.5));
    edge("atan2 inf inf", atan2(INFINITY, INFINITY));
    edge("exp -inf", exp(-INFINITY));
    edge("erfc 30", erfc(30));
    return 0;
}
