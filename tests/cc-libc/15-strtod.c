/* strtod and strtof: the forms of a number, where they stop, the ends of the range, ties. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    static const char *const texts[] = {
        "0", "-0", "1", "-1.5", ".5", "5.", ".", "1e3", "1e", "1e+", "1e-2x", "  12.5abc", "+7",
        "0x1p4", "0x1.8p-1", "0x.8", "0x", "0xp1", "inf", "-INF", "infinity", "infinitive", "nan", "nano",
        "1e308", "1e309", "-1e999", "1e-320", "1e-400", "4.9e-324", "2.4703282292062327e-324",
        "2.4703282292062328e-324", "2.2250738585072011e-308", "2.2250738585072014e-308",
        "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308",
        "9007199254740992", "9007199254740993", "9007199254740994", "9007199254740995",
        "9007199254740993.00000000000000000000000000000000000000000000000000001",
        "0x1.00000000000008p0", "0x1.000000000000080001p0", "0x1.00000000000018p0", "0x1p-1074",
        "0x1p-1075", "0x1.8p-1075", "0x1p1024", "123456789012345678901234567890",
        "0.000000000000000000000000000000000000000123e39", "100000000000000000000000e-20",
        "3.4028235677973366e38", "3.4028235677973365e38", "1.4e-45", "7.006492321624085e-46",
        "16777217", "16777219", "0.1", "0.2", "0.3", "8.5", "1e23"
    };
    unsigned i;

    for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char *end, *end2;
        double d;
        float f;
        int error;
        errno = 0;
        d = strtod(texts[i], &end);
        error = errno;
        errno = 0;
        f = strtof(texts[i], &end2);
        if (d != d)
            printf("%s: nan %d %d\n", texts[i], (int)(end - texts[i]), (int)(end2 - texts[i]));
        else
            printf("%s: %a %d %d; %a %d %d\n", texts[i], d, (int)(end - texts[i]), error, (double)f,
                   (int)(end2 - texts[i]), errno);
    }
    printf("%g %g\n", atof("2.5"), (double)strtold("0.1", NULL));
    return 0;
}
