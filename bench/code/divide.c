/* 64 bits and division: greatest common divisors, powers modulo a number, digits of numbers. */
#include <stdio.h>

typedef unsigned long long u64;

static u64 gcd(u64 a, u64 b)
{
    while (b) {
        u64 r = a % b;
        a = b;
        b = r;
    }
    return a;
}

static u64 power(u64 base, u64 exponent, u64 modulus)
{
    u64 result = 1;
    base %= modulus;
    while (exponent) {
        if (exponent & 1) result = result * base % modulus;
        base = base * base % modulus;
        exponent >>= 1;
    }
    return result;
}

static int digits(u64 n)
{
    int sum = 0;
    do sum += n % 10; while (n /= 10);
    return sum;
}

static int reversed(int n)
{
    int r = 0;
    while (n) {
        r = r * 10 + n % 10;
        n /= 10;
    }
    return r;
}

static long days(int year, int month, int day)
{
    year -= month <= 2;
    long era = (year >= 0 ? year : year - 399) / 400;
    unsigned y = (unsigned)(year - era * 400);
    unsigned d = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + (long)(y * 365 + y / 4 - y / 100 + d) - 719468;
}

int main(void)
{
    u64 sum = 0, x = 88172645463325252;
    for (int i = 0; i < 900000; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        sum += gcd(x >> 20, x & 0xFFFFFFFF);
        sum = sum * 31 + power(x & 0xFFFFFFF, i, 4294967291 - i);
        for (int k = 0; k < 6; k++) sum += digits(x >> k);
        sum += reversed((int)(x >> 33));
        for (int k = 1; k <= 12; k++) sum += days(1600 + i % 800, k, 17);
    }
    printf("divide %llu\n", sum);
    return 0;
}
