/* strtol and its relatives: bases, prefixes, where they stop, overflow and errno. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static void show(const char *text, int base)
{
    char *end, *end2;
    long value;
    unsigned long unsigned_value;
    int error;

    errno = 0;
    value = strtol(text, &end, base);
    error = errno;
    errno = 0;
    unsigned_value = strtoul(text, &end2, base);
    printf("'%s' %d: %ld %d %d; %lu %d %d\n", text, base, value, (int)(end - text), error,
           unsigned_value, (int)(end2 - text), errno);
}

int main(void)
{
    static const char *const texts[] = {
        "0", "42", "-42", "  +17xyz", "0x1F", "0x", "0xg", "017", "08", "", "-", "abc", "z",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
        "18446744073709551615", "18446744073709551616", "-1", "\t\n 5", "7fffffffffffffff", "1010"
    };
    static const int bases[] = { 0, 2, 8, 10, 16, 36 };
    unsigned i, j;

    for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (j = 0; j < sizeof bases / sizeof bases[0]; j++)
            show(texts[i], bases[j]);
    printf("%d %ld %lld\n", atoi(" 12x"), atol("-99999999999"), atoll("5"));
    printf("%lld %llu\n", strtoll("-5", NULL, 10), strtoull("0777", NULL, 0));
    printf("%" PRIdMAX " %" PRIuMAX "\n", strtoimax("123", NULL, 10), strtoumax("ff", NULL, 16));
    return 0;
}
