/* printf's e, f, g and a: rounding, flags, widths, the ends of the range. */
#include <float.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    static const double values[] = {
        0, 1, -1, 0.5, 1.5, 2.5, 0.1, 0.125, 9.5, 99.5, 0.95, 0.05, 1e5, 1e6, 123456, 1234567, 1e-4, 1e-5,
        3.14159265358979, 1e22, 1e23, 123456789012345680.0, DBL_MAX, DBL_MIN, 4.9406564584124654e-324,
        0.3, 2.675, 1.005, 1e100, 5e-324, 1.7976931348623157e308, 999998.5, 0.00001234, 1e15, 1e16, 1e17
    };
    unsigned i;

    for (i = 0; i < sizeof values / sizeof values[0]; i++) {
        double x = values[i];
        printf("%f %e %g\n", x, x, x);
        printf("%.0f %.0e %.0g %.1f %.1e %.1g\n", x, x, x, x, x, x);
        printf("%.15g %.17g %.20e %a %.3a\n", x, x, x, x, x);
        printf("%#.0f %#.0e %#g %+.3f % .3e %012.4f|%-14.3g|%14.5e|\n", x, x, x, x, x, x, x, x);
    }
    printf("%f %F %e %G %a %5.1f|%-6f|%06f\n", INFINITY, INFINITY, -INFINITY, INFINITY, -INFINITY, INFINITY,
           INFINITY, INFINITY);
    printf("%f %g %f\n", -0.0, -0.0, 1e-10);
    printf("%.40f\n%.100e\n%.3f\n", 0.1, 1.0 / 3, 1e300);
    printf("%Lf %Lg %.3Le\n", 1.5L, 2.25L, 1000.0L);
    printf("%A %a %a\n", 255.5, 1.0, 0.0);
    printf("%.2147483646s|%.50g\n", "short", 0.1);
    return 0;
}
