/* printf's integers. */
#include <limits.h>
#include <stdio.h>

int main(void)
{
    printf("%d %i %u\n", 42, -42, 42u);
    printf("%d %d\n", INT_MAX, INT_MIN);
    printf("%ld %ld %lu\n", LONG_MAX, LONG_MIN, ULONG_MAX);
    printf("%x %X %o %#x %#o %#X\n", 255u, 255u, 255u, 255u, 255u, 255u);
    printf("[%5d] [%-5d] [%05d] [%+d] [% d] [%.3d] [%8.3d] [%-8.3d]\n", 7, 7, 7, 7, 7, 7, 7, 7);
    printf("[%.0d] [%.d] [%5.0d] [%#.0o] [%+.0d]\n", 0, 0, 0, 0, 0);
    printf("%hhd %hd %hhu %hu\n", 300, 70000, 300, 70000);
    printf("%lld %llu %zu %td %jd\n", -5LL, 5ULL, sizeof(int), (char *)8 - (char *)3, (long)9);
    printf("%d %d %d %d %d %d %d %d %d %d %d %d\n", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    printf("[%*d] [%-*d] [%*d] [%.*d]\n", 6, 1, 6, 2, -6, 3, 4, 4);
    return 0;
}
