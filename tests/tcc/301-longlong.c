#include <stdio.h>

/* 64-bit division and modulo by variables, of both kinds, with the edges. */
static const long long numbers[] = {
    0, 1, 2, 3, 7, 10, 1000000007, 0x7fffffff, 0x80000000, 0xffffffff, 0x100000000,
    0x123456789abcdef0, 0x7fffffffffffffff, -1, -2, -7, -1000000007, -0x80000000LL, -0x7fffffffffffffff - 1,
};

enum { COUNT = sizeof numbers / sizeof *numbers };

int main(void)
{
    unsigned long long sum = 0;
    int i, j;

    for (i = 0; i < COUNT; i++)
        for (j = 1; j < COUNT; j++) {
            long long a = numbers[i], b = numbers[j];
            unsigned long long c = a, d = b;
            long long quotient, rest;
            if (b == -1 && a == numbers[COUNT - 1])
                continue;
            quotient = a / b;
            rest = a % b;
            if (quotient * b + rest != a || (rest && (rest < 0) != (a < 0)))
                printf("%lld / %lld = %lld rest %lld\n", a, b, quotient, rest);
            if (c / d * d + c % d != c || c % d >= d)
                printf("%llu / %llu = %llu rest %llu\n", c, d, c / d, c % d);
            sum = sum * 31 + (unsigned long long)quotient;
            sum = sum * 31 + (unsigned long long)rest;
            sum = sum * 31 + c / d;
            sum = sum * 31 + c % d;
        }
    printf("%llx\n", sum);
    printf("%lld %lld %llu\n", numbers[11] / numbers[5], numbers[11] % numbers[5],
           (unsigned long long)numbers[13] / (unsigned long long)numbers[6]);
    for (i = 0; i < 64; i += 9)
        printf("%llx %llx %llx\n", 1ULL << i, 0x8123456789abcdefULL >> i, (unsigned long long)((long long)0x8123456789abcdef >> i));
    return 0;
}
