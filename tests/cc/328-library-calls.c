/* Calls of library functions that compile to a few instructions give what the functions give, which are called here
   through pointers. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double samples[] = {
    0.0, -0.0, 0.3, -0.3, 0.5, -0.5, 0.99999999999999989, 1, -1, 1.5, -1.5, 2.5, -2.5, 3.5, 1e-310, -1e-310, 123456.789, -123456.789,
    2147483647.5, -2147483648.5, 4503599627370495.5, -4503599627370495.5, 4503599627370496.0, 4503599627370497.0, 9007199254740993.0,
    -9223372036854775808.0, 1e19, 1e300, -1e300, HUGE_VAL, -HUGE_VAL, NAN, 4, 0.25, 8388607.5, -8388608.5, 16777217.0,
};
#define COUNT (int)(sizeof samples / sizeof *samples)

static int faults;

static unsigned long bits(double x) {
    unsigned long u;
    memcpy(&u, &x, 8);
    return x != x ? 0x7ff8000000000000 : u;
}
static void same(const char *name, double x, double y, double got, double wanted) {
    if (bits(got) != bits(wanted) && faults++ < 10) printf("%s(%a, %a) = %a, not %a\n", name, x, y, got, wanted);
}

#define ONE(name) do { \
        double (*volatile p)(double) = name; float (*volatile q)(float) = name##f; long double (*volatile r)(long double) = name##l; \
        for (int i = 0; i < COUNT; i++) { \
            double x = samples[i]; \
            same(#name, x, 0, name(x), p(x)); \
            same(#name "f", x, 0, name##f((float)x), q((float)x)); \
            same(#name "l", x, 0, (double)name##l((long double)x), (double)r((long double)x)); \
        } } while (0)
#define TWO(name) do { \
        double (*volatile p)(double, double) = name; float (*volatile q)(float, float) = name##f; \
        for (int i = 0; i < COUNT; i++) for (int j = 0; j < COUNT; j++) { \
            double x = samples[i], y = samples[j]; \
            same(#name, x, y, name(x, y), p(x, y)); \
            same(#name "f", x, y, name##f((float)x, (float)y), q((float)x, (float)y)); \
        } } while (0)

static int tries;
static double next(void) { tries++; return -2.5; }

static double loop(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += sqrt(i) + floor(i * 0.37) - fabs(5 - i) + fmin(i, 7) * copysign(1, 3 - i);
    return sum;
}

int main(void) {
    ONE(sqrt); ONE(fabs); ONE(floor); ONE(ceil); ONE(trunc); ONE(rint); ONE(nearbyint);
    TWO(copysign); TWO(fmin); TWO(fmax);
    printf("%d faults\n", faults);

    errno = 0;
    double root = sqrt(next());
    printf("%d %d %d\n", root != root, errno == EDOM, tries);
    errno = 0;
    volatile double none = -0.0, nan = NAN;
    root = sqrt(none) + sqrtf((float)nan);
    printf("%d %d\n", root != root, errno);
    errno = 0;
    root = sqrtf(-1);
    printf("%d %d\n", root != root, errno == EDOM);
    (void)sqrt(next());
    printf("%d\n", tries);

    volatile int i = -5;
    volatile long l = -0x7fffffffffffffff;
    volatile long long ll = 0x123456789abcdef;
    printf("%d %ld %lld %d %d\n", abs(i), labs(l), llabs(ll), abs(-i), abs(i) % 3);
    printf("%d %d %d\n", (int)strlen("hello"), (int)strlen(""), (int)strlen("a\0b"));
    printf("%d %d %d %d\n", strcmp("a", "b") < 0, strcmp("b", "a") > 0, strcmp("x", "x"), strcmp("x", "xy") < 0);
    printf("%d %d %d\n", strncmp("abc", "abd", 2), strncmp("abc", "abd", 3) < 0, strncmp("a", "a", 100));
    printf("%d %d %d\n", memcmp("abc", "abd", 3) < 0, memcmp("\xff", "\1", 1) > 0, memcmp("a\0b", "a\0c", 4) < 0);
    printf("%.6f\n", loop(20));
    return 0;
}
