#include <float.h>
#include <stdio.h>
#include <string.h>

/* Constants of type long double in data and in code: tcc-boot2 has widened them from doubles, since the long double of
   the compiler that made it is one. These have few digits, so all stages write the same bytes. */
static const long double table[] = { 0.0L, -0.0L, 1.0L, -2.5L, 1e10L, 0x1p-1022L, 0x1p1023L, 4096.0625L };

static void show(const void *number)
{
    const unsigned char *bytes = number;
    int i;

    for (i = (LDBL_MANT_DIG == 64 ? 10 : 16) - 1; i >= 0; i--)
        printf("%02x", bytes[i]);
    printf("\n");
}

static long double twice(long double x) { return x + x; }

int main(void)
{
    long double x = 3.0L, y;
    double d;
    volatile long long n = 1LL << 60;
    int i;

    for (i = 0; i < sizeof table / sizeof *table; i++)
        show(&table[i]);
    /* Indices that are constants make a wrong load on riscv64, in every tcc of this version. */
    printf("%Lf %Lg\n", table[i - 1], table[i - 4]);
    y = x * 0.5L - 7;
    show(&y);
    y = twice(y) / x;
    d = y;
    printf("%.15g %d %d\n", d, y < 0.0L, (int)(y * -100.0L));
    y = 1.0L;
    for (i = 0; i < 60; i++)
        y /= 2.0L;
    y += 1.0L;
    printf("more than double: %d\n", y > 1.0L);
    y = n;
    printf("%lld %llu\n", (long long)y, (unsigned long long)(y * 15));
    return 0;
}
