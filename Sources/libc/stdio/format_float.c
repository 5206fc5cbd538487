#include <string.h>
#include "../internal/double.h"
#include "../internal/format.h"

/* Every double is an integer times a power of two or, with x = m / 2^k = m 5^k / 10^k, an integer with
   a decimal point somewhere in it. That integer is computed in full, so all digits are exact and rounding
   is a look at what follows. */

enum {
    /* The longest are 2^53 * 2^971 with 309 digits, and m * 5^1074 with 767. */
    FLOAT_DIGITS = 800,
    FLOAT_PARTS = FLOAT_DIGITS / 9 + 1
};

struct float_digits {
    char digits[FLOAT_DIGITS];
    int count;
    /* Digits before the decimal point; zero or negative: zeros behind the point. */
    int point;
};

/* Multiplies the number by a small factor; parts hold nine digits each, lowest first. */
static int float_multiply(int *parts, int count, long factor)
{
    long carry = 0;
    int i;

    for (i = 0; i < count; i++) {
        long product = parts[i] * factor + carry;
        carry = product / 1000000000;
        parts[i] = (int)(product - carry * 1000000000);
    }
    while (carry) {
        parts[count++] = (int)(carry % 1000000000);
        carry /= 1000000000;
    }
    return count;
}

static void float_decimal(struct float_digits *result, unsigned long mantissa, int exponent)
{
    int parts[FLOAT_PARTS];
    int count = 0, i, k, places = 0;
    char *at = result->digits;

    if (mantissa == 0) {
        result->count = 0;
        result->point = 1;
        return;
    }
    for (; exponent < 0 && !(mantissa & 1); exponent++)
        mantissa >>= 1;
    for (; mantissa; mantissa /= 1000000000)
        parts[count++] = (int)(mantissa % 1000000000);
    if (exponent < 0) {
        places = -exponent;
        /* 5^13 is the largest power below 2^31. */
        for (k = places; k >= 13; k -= 13)
            count = float_multiply(parts, count, 1220703125);
        if (k > 0) {
            long factor = 1;
            while (k-- > 0)
                factor *= 5;
            count = float_multiply(parts, count, factor);
        }
    } else {
        for (k = exponent; k >= 31; k -= 31)
            count = float_multiply(parts, count, 1L << 31);
        if (k > 0)
            count = float_multiply(parts, count, 1L << k);
    }

    for (i = count - 1; i >= 0; i--) {
        int part = parts[i], place;
        for (place = 8; place >= 0; place--) {
            at[place] = (char)('0' + part % 10);
            part /= 10;
        }
        at += 9;
    }
    result->count = (int)(at - result->digits);
    for (i = 0; result->digits[i] == '0'; i++)
        ;
    result->count -= i;
    memmove(result->digits, result->digits + i, (size_t)result->count);
    result->point = result->count - places;
    while (result->digits[result->count - 1] == '0')
        result->count--;
}

/* Rounds to `keep` digits (ties to even); drops trailing zeros too. */
static void float_round(struct float_digits *number, long keep)
{
    char *digits = number->digits;
    int count = number->count, up = 0;

    if (keep < 0) {
        count = 0;
    } else if (keep < count) {
        if (digits[keep] != '5')
            up = digits[keep] > '5';
        else if (count > keep + 1)
            /* The last digit is never zero, so this is above the half. */
            up = 1;
        else
            up = keep > 0 && (digits[keep - 1] & 1);
        count = (int)keep;
    }
    if (up) {
        while (count > 0 && digits[count - 1] == '9')
            count--;
        if (count > 0) {
            digits[count - 1]++;
        } else {
            digits[0] = '1';
            count = 1;
            number->point++;
        }
    } else {
        while (count > 0 && digits[count - 1] == '0')
            count--;
    }
    number->count = count;
}

/* `wanted` digits of the number from position `from`, which may lie before or behind all of them. */
static void float_put(struct format_sink *sink, const struct float_digits *number, long from, long wanted)
{
    if (from < 0) {
        long zeros = -from < wanted ? -from : wanted;
        __format_pad(sink, '0', zeros);
        from += zeros;
        wanted -= zeros;
    }
    if (wanted > 0 && from < number->count) {
        long have = number->count - from < wanted ? number->count - from : wanted;
        __format_put(sink, number->digits + from, (size_t)have);
        wanted -= have;
    }
    __format_pad(sink, '0', wanted);
}

/* "e+05": the letter, a sign and at least `least` digits. */
static int float_exponent(char *text, int letter, int exponent, int least)
{
    char digits[8];
    int size = 0, count = 0;

    text[size++] = (char)letter;
    text[size++] = exponent < 0 ? '-' : '+';
    if (exponent < 0)
        exponent = -exponent;
    do {
        digits[count++] = (char)('0' + exponent % 10);
        exponent /= 10;
    } while (exponent || count < least);
    while (count > 0)
        text[size++] = digits[--count];
    return size;
}

/* Padding before the number, the sign and prefix, and zeros; gives the blanks that follow it. */
static long float_begin(struct format_sink *sink, const struct format_spec *spec, const char *prefix,
                        int prefix_size, long size)
{
    long blanks = spec->width - prefix_size - size;

    if (!(spec->flags & (FORMAT_LEFT | FORMAT_ZERO)))
        __format_pad(sink, ' ', blanks);
    __format_put(sink, prefix, (size_t)prefix_size);
    if ((spec->flags & (FORMAT_LEFT | FORMAT_ZERO)) == FORMAT_ZERO)
        __format_pad(sink, '0', blanks);
    return spec->flags & FORMAT_LEFT ? blanks : 0;
}

static void float_hexadecimal(struct format_sink *sink, const struct format_spec *spec, char *prefix,
                              int prefix_size, unsigned long mantissa, int exponent)
{
    char digits[16], power[8];
    int capital = spec->conversion == 'A', count, power_size;
    long precision = spec->precision, places, blanks, i;

    /* The leading digit is 1 (0 for zero and for subnormal numbers, which keep their exponent). */
    exponent = mantissa ? exponent + 52 : 0;
    if (precision >= 0 && precision < 13) {
        int drop = 52 - 4 * (int)precision;
        unsigned long half = 1UL << (drop - 1);
        unsigned long rest = mantissa & ((half << 1) - 1);
        mantissa >>= drop;
        if (rest > half || (rest == half && (mantissa & 1)))
            mantissa++;
        mantissa <<= drop;
    }
    for (i = 0; i < 14; i++) {
        int digit = (int)(mantissa >> (52 - 4 * i)) & 15;
        digits[i] = (char)(digit < 10 ? '0' + digit : (capital ? 'A' : 'a') - 10 + digit);
    }
    for (count = 13; count > 0 && digits[count] == '0'; count--)
        ;
    if (precision < 0)
        precision = count;
    places = precision < 13 ? precision : 13;

    prefix[prefix_size++] = '0';
    prefix[prefix_size++] = capital ? 'X' : 'x';
    power_size = float_exponent(power, capital ? 'P' : 'p', exponent, 1);
    i = precision > 0 || spec->flags & FORMAT_ALTERNATE;
    blanks = float_begin(sink, spec, prefix, prefix_size, 1 + i + precision + power_size);
    __format_put(sink, digits, 1);
    if (i)
        __format_put(sink, ".", 1);
    __format_put(sink, digits + 1, (size_t)places);
    __format_pad(sink, '0', precision - places);
    __format_put(sink, power, (size_t)power_size);
    __format_pad(sink, ' ', blanks);
}

void __format_float(struct format_sink *sink, const struct format_spec *spec, double value)
{
    struct float_digits number;
    char prefix[4], power[8];
    int prefix_size = 0, power_size = 0, kind = spec->conversion | 32, general = 0;
    int exponent, dot;
    long precision = spec->precision, whole, blanks;
    unsigned long bits = DOUBLE_BITS(value), mantissa;

    if (DOUBLE_SIGN(bits))
        prefix[prefix_size++] = '-';
    else if (spec->flags & FORMAT_PLUS)
        prefix[prefix_size++] = '+';
    else if (spec->flags & FORMAT_SPACE)
        prefix[prefix_size++] = ' ';

    mantissa = DOUBLE_FRACTION(bits);
    exponent = DOUBLE_EXPONENT(bits);
    if (exponent == 0x7ff) {
        struct format_spec plain = *spec;
        int capital = spec->conversion < 'a';
        plain.flags &= ~FORMAT_ZERO;
        memcpy(power, mantissa ? (capital ? "NAN" : "nan") : (capital ? "INF" : "inf"), 3);
        __format_number(sink, &plain, prefix, (size_t)prefix_size, 0, power, 3);
        return;
    }
    if (exponent)
        mantissa |= 1UL << 52;
    else
        exponent = 1;
    exponent -= 1075;

    if (kind == 'a') {
        float_hexadecimal(sink, spec, prefix, prefix_size, mantissa, exponent);
        return;
    }
    float_decimal(&number, mantissa, exponent);
    if (precision < 0)
        precision = 6;
    if (kind == 'g') {
        if (precision == 0)
            precision = 1;
        float_round(&number, precision);
        general = 1;
        if (number.point - 1 < -4 || number.point > precision) {
            kind = 'e';
            precision--;
        } else {
            kind = 'f';
            precision -= number.point;
        }
    } else {
        float_round(&number, kind == 'e' ? precision + 1 : precision + number.point);
    }
    if (number.count == 0)
        number.point = 1;

    /* Now precision is the number of places behind the point, and whole the digits before it. */
    whole = kind == 'e' ? 1 : number.point > 0 ? number.point : 1;
    if (general && !(spec->flags & FORMAT_ALTERNATE)) {
        long needed = kind == 'e' ? number.count - 1 : number.count - number.point;
        if (needed < 0)
            needed = 0;
        if (precision > needed)
            precision = needed;
    }
    if (kind == 'e')
        power_size = float_exponent(power, spec->conversion < 'a' ? 'E' : 'e', number.point - 1, 2);
    dot = precision > 0 || spec->flags & FORMAT_ALTERNATE;
    blanks = float_begin(sink, spec, prefix, prefix_size, whole + dot + precision + power_size);
    /* Position 0 is the first digit; with %f a number below 1 begins with zeros before it. */
    if (kind == 'e') {
        exponent = 0;
    } else {
        exponent = number.point > 0 ? 0 : number.point - 1;
    }
    float_put(sink, &number, exponent, whole);
    if (dot)
        __format_put(sink, ".", 1);
    float_put(sink, &number, exponent + whole, precision);
    __format_put(sink, power, (size_t)power_size);
    __format_pad(sink, ' ', blanks);
}
