/* There is no limit to printf's arguments, and types may be mixed in any order. */
#include <stdarg.h>
#include <stdio.h>

static void pass_on(const char *format, ...)
{
    va_list list, again;

    va_start(list, format);
    va_copy(again, list);
    vprintf(format, list);
    va_end(list);
    vprintf(format, again);
    va_end(again);
}

static double sum(int count, ...)
{
    va_list list;
    double total = 0;

    va_start(list, count);
    while (count-- > 0)
        total += count % 2 ? va_arg(list, double) : va_arg(list, int);
    va_end(list);
    return total;
}

int main(void)
{
    printf("none\n");
    printf("%d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d "
           "%d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d\n",
           1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
           21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40);
    printf("%d %s %f %c %ld %g %u %s %x %e %d %s %f %c %ld %g %u %s %x %e "
           "%d %s %f %c %ld %g %u %s %x %e %d %s %f %c %ld %g %u %s %x %e\n",
           1, "two", 3.0, '4', 5L, 6.5, 7u, "eight", 9u, 10.0,
           -1, "minus two", -3.0, '4', -5L, -6.5, 7u, "eight", 9u, -10.0,
           1, "two", 3.25, 'd', 1L << 40, 6e20, 4000000000u, "", 255u, 1e-10,
           0, "x", 0.0, ' ', 0L, 0.0, 0u, "y", 0u, 0.0);
    pass_on("%d %s %.2f %c|%5.1f|%lld\n", 42, "passed", 2.5, 'p', 9.96, 1234567890123LL);
    pass_on("%*d %-*d|%.*f %hhd\n", 5, 1, 5, 2, 3, 1.0 / 3, 'A');
    printf("%g\n", sum(7, 1, 2.5, 3, 4.5, 5, 6.5, 7));
    printf("%f %f\n", (float)1.5f, 1.0f / 4);
    return 0;
}
