/* Bessel functions: orders, the series and what lies beyond it, and the ends of the range. */
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <stdio.h>

static void end(const char *what, double value)
{
    printf("%s %g %d\n", what, value, errno);
    errno = 0;
}

int main(void)
{
    static const double points[] = { 1e-10, 0.001, 0.5, 1, 2.404825557695773, 3.8317059702075125, 5, 12.25, 24.9, 25.1, 40, 100.5, 1234.5, 1e6, 1e15 };
    static const int orders[] = { 0, 1, 2, 3, 7, 20, 60, -3 };
    unsigned i, k;

    for (i = 0; i < sizeof points / sizeof *points; i++) {
        /* Next to a zero only the size is the same everywhere. */
        if (i == 4 || i == 5) printf("%d\n", fabs(jn((int)i - 4, points[i])) < 1e-15);
        else printf("%.12g %.12g ", j0(points[i]), j1(points[i]));
        printf("%.12g %.12g %.6g %.6g\n", y0(points[i]), y1(points[i]), j0f((float)points[i]), y1f((float)points[i]));
    }
    for (k = 0; k < sizeof orders / sizeof *orders; k++) {
        for (i = 2; i < 12; i++)
            if (i != 4 && i != 5) printf("%.11g %.11g ", jn(orders[k], points[i]), yn(orders[k], points[i]));
        printf("\n");
    }
    printf("%.12g %.12g %.12g\n", j1(-2), jn(2, -2), jn(3, -2));
    end("j0(0)", j0(0));
    end("j1(0)", j1(0));
    end("j0(inf)", j0(INFINITY));
    end("y1(inf)", y1(INFINITY));
    end("jn(5, 0)", jn(5, 0));
    end("y0(0)", y0(0));
    end("jn(nan)", fabs(jn(2, NAN)));
    y0(-1);
    printf("%d\n", errno == EDOM);
    return 0;
}
