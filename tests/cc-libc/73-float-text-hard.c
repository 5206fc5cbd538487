/* Text in the middle between two neighbouring doubles or floats, computed exactly here, and text one digit beside it: strtod has
   to round to even, up and down. printf has to print such middles in full and round ties to even. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long state = 88172645463325252UL;

static unsigned long random_bits(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static double from_bits(unsigned long bits)
{
    double value;

    memcpy(&value, &bits, sizeof value);
    return value;
}

/* n * 2^exponent in full: digits and a decimal exponent. */
static void exact(char *text, unsigned long n, int exponent)
{
    static unsigned int parts[200];
    int count = 0, step, i, k = exponent < 0 ? -exponent : exponent;

    for (; n; n /= 1000000000)
        parts[count++] = (unsigned int)(n % 1000000000);
    /* 2^k, or 5^k / 10^k; thirteen factors at a time fit. */
    while (k > 0) {
        unsigned long carry = 0, factor = 1;
        for (step = 0; step < 13 && k > 0; step++, k--)
            factor *= exponent < 0 ? 5 : 2;
        for (i = 0; i < count; i++) {
            carry += parts[i] * factor;
            parts[i] = (unsigned int)(carry % 1000000000);
            carry /= 1000000000;
        }
        for (; carry; carry /= 1000000000)
            parts[count++] = (unsigned int)(carry % 1000000000);
    }
    text += sprintf(text, "%u", parts[count - 1]);
    for (i = count - 2; i >= 0; i--)
        text += sprintf(text, "%09u", parts[i]);
    if (exponent < 0)
        sprintf(text, "e%d", exponent);
}

/* The digits one less in the last place; there are never only zeros. */
static void less(char *text)
{
    char *at = strchr(text, 'e');

    at = at ? at : text + strlen(text);
    while (*--at == '0')
        *at = '9';
    --*at;
}

/* A digit behind the others: more, by little. */
static void more(char *to, const char *text, int exponent)
{
    const char *end = strchr(text, 'e');
    size_t size = end ? (size_t)(end - text) : strlen(text);

    memcpy(to, text, size);
    strcpy(to + size, ".0000000000000000000001");
    if (exponent < 0)
        sprintf(to + strlen(to), "e%d", exponent);
}

int main(void)
{
    static char text[2000], beside[2000], printed[2000];
    int i, wrong = 0;

    for (i = 0; i < 3000; i++) {
        unsigned long bits = random_bits() & 0x7fffffffffffffffUL;
        unsigned long mantissa;
        int exponent;
        double low, high, even;

        /* All of the range in turn with what is ordinary, subnormal, and the ends. */
        if (i % 3 == 1)
            bits = (bits & 0x000fffffffffffffUL) | (1023 - 60 + random_bits() % 120) << 52;
        else if (i % 3 == 2)
            bits = i % 2 ? bits & 0x000fffffffffffffUL : bits | 0x000ffffffffffff0UL;
        if (bits >= 0x7fe0000000000000UL)
            bits &= 0x3fffffffffffffffUL;
        low = from_bits(bits);
        high = from_bits(bits + 1);
        even = bits & 1 ? high : low;
        mantissa = bits & 0x000fffffffffffffUL;
        exponent = (int)(bits >> 52);
        if (exponent)
            mantissa |= 1UL << 52;
        else
            exponent = 1;
        exponent -= 1075 + 1;
        exact(text, 2 * mantissa + 1, exponent);
        if (strtod(text, NULL) != even)
            wrong++;
        more(beside, text, exponent);
        if (strtod(beside, NULL) != high)
            wrong++;
        less(text);
        if (strtod(text, NULL) != low)
            wrong++;
    }
    printf("doubles: %d wrong\n", wrong);

    /* The middle of two floats is a double, which printf gives in full. */
    wrong = 0;
    for (i = 0; i < 6000; i++) {
        unsigned int bits = (unsigned int)random_bits() & 0x7fffffff;
        float low, high, even;
        double middle;

        if (i % 3 == 1)
            bits = (bits & 0x7fffff) | (unsigned int)(127 - 30 + random_bits() % 60) << 23;
        else if (i % 3 == 2)
            bits &= 0x7fffff;
        if (bits >= 0x7f000000)
            bits &= 0x3fffffff;
        memcpy(&low, &bits, sizeof low);
        bits++;
        memcpy(&high, &bits, sizeof high);
        even = bits & 1 ? low : high;
        middle = ((double)low + (double)high) / 2;
        sprintf(printed, "%.200g", middle);
        if (strtof(printed, NULL) != even || strtod(printed, NULL) != middle)
            wrong++;
        sprintf(printed, "%.17g", nextafter(middle, HUGE_VAL));
        if (strtof(printed, NULL) != high)
            wrong++;
        sprintf(printed, "%.17g", nextafter(middle, 0));
        if (strtof(printed, NULL) != low)
            wrong++;
    }
    printf("floats: %d wrong\n", wrong);

    /* Halves, eighths and the like to fewer digits: what is left is exactly half of the last one. */
    wrong = 0;
    for (i = 0; i < 3000; i++) {
        unsigned long n = random_bits() % 1000000000000UL;
        int digits = i % 4;
        /* n and an odd five behind `digits` digits: a multiple of 2^-(digits+1). */
        static const unsigned long scale[] = { 1, 10, 100, 1000 };
        unsigned long tenths = n * 10 + 5;
        double value = (double)tenths / (double)(scale[digits] * 10);

        /* Only where the division was exact is it a tie. */
        if (fmod(value * (double)(2 * scale[digits]), 2) != 1 || value * (double)(scale[digits] * 10) != (double)tenths)
            continue;
        if (value != ldexp(rint(ldexp(value, digits + 1)), -(digits + 1)))
            continue;
        n += n & 1;
        if (digits)
            sprintf(text, "%lu.%0*lu", n / scale[digits], digits, n % scale[digits]);
        else
            sprintf(text, "%lu", n);
        sprintf(printed, "%.*f", digits, value);
        if (strcmp(text, printed) != 0)
            wrong++;
    }
    printf("ties: %d wrong\n", wrong);
    printf("%.0f %.0f %.0f %.0f %.1f %.1f %.2e %.2e %g %g\n", 0.5, 1.5, 2.5, 3.5, 0.25, 0.75, 1.125, 1.375, 1234565.0, 1234575.0);
    printf("%.17g %.17g %.17g\n", strtod("9007199254740993", NULL), strtod("9007199254740993.00000000000000000001", NULL),
           strtod("2.2250738585072011e-308", NULL));
    printf("%g %g %g %g\n", strtod("4.9406564584124654e-324", NULL), strtod("2.4703282292062327e-324", NULL),
           strtod("2.4703282292062328e-324", NULL), strtod("1.7976931348623158e308", NULL));
    printf("%d %d\n", strtod("1.7976931348623159e308", NULL) == HUGE_VAL, strtod("179769313486231580793e288", NULL) == DBL_MAX);
    return 0;
}
