/* Ordinary numbers in three forms. */
#include <stdio.h>

int main(void)
{
    long total = 0;

    for (int i = 0; i < 300000; i++) {
        double x = i * 0.37 + 1.0 / (i + 1);
        total += printf("%f %.3e %g\n", x, x * x, x / 3);
    }
    printf("%ld\n", total);
    return 0;
}
