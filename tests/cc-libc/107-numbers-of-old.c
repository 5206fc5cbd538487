/* random with its states, the 48-bit generator with other parameters, numbers to the base 64, ecvt and its kin. */
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void show(const char *digits, int point, int sign)
{
    printf("%s %d %d\n", digits, point, sign);
}

int main(void)
{
    static const double values[] = { 0, 1, -1, 0.5, 123.456, -0.00123, 9.9999, 999999.25, 1e20, 1e-20, 3.14159265358979 };
    char state[5][256], text[64], *before;
    unsigned short parameters[7] = { 1, 2, 3, 4, 5, 6, 7 }, seed[3] = { 7, 8, 9 }, *old;
    static const int sizes[5] = { 8, 32, 64, 128, 256 };
    unsigned i, j;
    int point, sign;

    for (i = 0; i < 4; i++) printf("%ld ", random());
    srandom(0);
    for (i = 0; i < 4; i++) printf("%ld ", random());
    srandom(2147483648u);
    for (i = 0; i < 4; i++) printf("%ld ", random());
    printf("\n");
    for (i = 0; i < 5; i++) {
        before = initstate(42 + i, state[i], (size_t)sizes[i]);
        for (j = 0; j < 200; j++) random();
        printf("%d: %d %ld", sizes[i], before != NULL, random());
        printf(" %ld\n", random());
    }
    for (i = 0; i < 5; i++) {
        before = setstate(state[i]);
        printf("%d %ld\n", before == state[i == 0 ? 4 : i - 1], random());
    }
    printf("%d\n", initstate(1, state[0], 7) == NULL);
    srand48(5);
    printf("%ld", lrand48());
    printf(" %ld", mrand48());
    printf(" %.12f\n", drand48());
    old = seed48(seed);
    printf("%d %ld\n", old != NULL, lrand48());
    lcong48(parameters);
    printf("%ld", lrand48());
    printf(" %ld\n", lrand48());
    seed48(seed);
    printf("%ld\n", lrand48());

    printf("%ld %ld %ld\n", a64l("./zZ9"), a64l("zzzzz/"), a64l(""));
    printf("%s", l64a(123456));
    printf(" %s", l64a(2147483647));
    printf(" '%s'", l64a(0));
    printf(" %d %ld\n", (int)a64l(l64a(-2)), a64l(l64a(77)));

    for (i = 0; i < sizeof values / sizeof *values; i++) {
        char *digits = ecvt(values[i], 6, &point, &sign);
        show(digits, point, sign);
        digits = fcvt(values[i], 3, &point, &sign);
        show(digits, point, sign);
        printf("%s\n", gcvt(values[i], 5, text));
    }

    printf("%d", (int)confstr(_CS_PATH, NULL, 0));
    printf(" %d", (int)confstr(_CS_PATH, text, 6));
    printf(" %s\n", text);
    printf("%ld %ld %ld\n", sysconf(_SC_PAGESIZE), sysconf(_SC_CLK_TCK), sysconf(_SC_NGROUPS_MAX));
    printf("%d %d %d\n", sysconf(_SC_NPROCESSORS_ONLN) >= 1, sysconf(_SC_OPEN_MAX) == getdtablesize(), sysconf(_SC_VERSION) == 200809);
    printf("%ld %ld %ld\n", pathconf("/", _PC_NAME_MAX), pathconf("/", _PC_PATH_MAX), fpathconf(0, _PC_PIPE_BUF));
    return 0;
}
