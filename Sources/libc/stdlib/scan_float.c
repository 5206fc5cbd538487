#include <ctype.h>
#include <errno.h>
#include <stddef.h>
#include "../internal/double.h"
#include "../internal/scan_float.h"
#include "../internal/powers.h"

/* A decimal number D * 10^e becomes a 64-bit fraction by one multiplication with a rounded power of ten,
   whose error is known. Nearly always that decides how to round. If the value is so close to the middle
   between two doubles that it does not, D * 10^e is compared with that middle exactly, as long integers. */

enum {
    /* More digits than any middle between two doubles has; what follows can only break a tie. */
    SCAN_DIGITS = 800,
    SCAN_WORDS = 180
};

struct scan_number {
    unsigned int words[SCAN_WORDS];
    int count;
};

/* number = number * factor + addend */
static void scan_multiply(struct scan_number *number, unsigned int factor, unsigned int addend)
{
    unsigned long carry = addend;
    int i;

    for (i = 0; i < number->count; i++) {
        carry += (unsigned long)number->words[i] * factor;
        number->words[i] = (unsigned int)(carry & 0xffffffffUL);
        carry >>= 32;
    }
    if (carry)
        number->words[number->count++] = (unsigned int)carry;
}

static void scan_multiply_five(struct scan_number *number, int power)
{
    for (; power >= 13; power -= 13)
        scan_multiply(number, 1220703125, 0);
    for (; power > 0; power--)
        scan_multiply(number, 5, 0);
}

static void scan_shift(struct scan_number *number, int bits)
{
    int words = bits / 32, i;

    if (bits & 31)
        scan_multiply(number, 1u << (bits & 31), 0);
    if (words == 0)
        return;
    for (i = number->count - 1; i >= 0; i--)
        number->words[i + words] = number->words[i];
    for (i = 0; i < words; i++)
        number->words[i] = 0;
    number->count += words;
}

static int scan_compare(const struct scan_number *a, const struct scan_number *b)
{
    int i;

    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (i = a->count - 1; i >= 0; i--)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return 0;
}

/* How D * 10^power (the digits from `at` on, with a point somewhere) stands to middle * 2^exponent.
   `count` digits make up D; a '1' takes the place of those beyond SCAN_DIGITS. */
static int scan_decide(const char *at, int count, int power, unsigned long middle, int exponent)
{
    struct scan_number left, right;
    int used = 0;

    left.count = 0;
    for (; used < count && used < SCAN_DIGITS; at++) {
        if (*at == '.')
            continue;
        scan_multiply(&left, 10, (unsigned)(*at - '0'));
        used++;
    }
    if (used < count) {
        scan_multiply(&left, 10, 1);
        power += count - used - 1;
    }
    right.words[0] = (unsigned int)(middle & 0xffffffffUL);
    right.words[1] = (unsigned int)(middle >> 32);
    right.count = right.words[1] ? 2 : 1;

    if (power >= 0)
        scan_multiply_five(&left, power);
    else
        scan_multiply_five(&right, -power);
    exponent -= power;
    if (exponent >= 0)
        scan_shift(&right, exponent);
    else
        scan_shift(&left, -exponent);
    return scan_compare(&left, &right);
}

/* The upper 64 bits of the product. */
static unsigned long scan_high_product(unsigned long a, unsigned long b)
{
    unsigned long a0 = a & 0xffffffffUL, a1 = a >> 32, b0 = b & 0xffffffffUL, b1 = b >> 32;
    unsigned long middle = a1 * b0 + (a0 * b0 >> 32);

    return a1 * b1 + (middle >> 32) + ((a0 * b1 + (middle & 0xffffffffUL)) >> 32);
}

static double scan_overflow(int negative)
{
    errno = ERANGE;
    return __double_of_bits((unsigned long)negative << 63 | 0x7ff0000000000000UL);
}

/* fraction * 2^exponent (fraction's top bit is set) rounded; error is in units of fraction's last bit.
   digits is NULL if the fraction is exact but for `rest`: something not zero below its last bit. */
static double scan_round(unsigned long fraction, int exponent, int error, int rest, int precision,
                         int negative, const char *digits, int count, int power)
{
    int lowest = precision == 53 ? -1074 : -149;
    int highest = precision == 53 ? 1024 : 128;
    int drop = 64 - precision, up, inexact;
    unsigned long mantissa, below, half;

    /* Below the normal range there are fewer bits. */
    if (exponent + drop < lowest)
        drop = lowest - exponent;
    if (drop > 65) {
        errno = ERANGE;
        return negative ? -0.0 : 0.0;
    }
    /* One bit of room, so that a drop of 64 or 65 is an ordinary shift. */
    if (drop >= 64) {
        rest |= (fraction & ((1UL << (drop - 62)) - 1)) != 0;
        fraction >>= drop - 62;
        error = (error >> (drop - 62)) + (error != 0);
        exponent += drop - 62;
        drop = 62;
    }
    mantissa = fraction >> drop;
    below = fraction & ((1UL << drop) - 1);
    half = 1UL << (drop - 1);
    inexact = below != 0 || rest || error;

    if (error && below + (unsigned)error >= half && below <= half + (unsigned)error) {
        int order = scan_decide(digits, count, power, 2 * mantissa + 1, exponent + drop - 1);
        up = order > 0 || (order == 0 && (mantissa & 1));
    } else if (below == half && !error) {
        up = rest || (mantissa & 1);
    } else {
        up = below > half;
    }
    mantissa += (unsigned)up;
    exponent += drop;
    if (mantissa >> precision) {
        mantissa >>= 1;
        exponent++;
    }
    if (mantissa >> (precision - 1) == 0 && inexact)
        errno = ERANGE;
    if (exponent + precision > highest)
        return scan_overflow(negative);

    /* As a double: a float's subnormal numbers are normal there. */
    if (mantissa == 0)
        return negative ? -0.0 : 0.0;
    while (!(mantissa >> 52) && exponent > -1074) {
        mantissa <<= 1;
        exponent--;
    }
    if (mantissa >> 52)
        mantissa += (unsigned long)(exponent + 1074) << 52;
    return __double_of_bits((unsigned long)negative << 63 | mantissa);
}

static double scan_hexadecimal(const char *at, char **end, int precision, int negative)
{
    unsigned long fraction = 0;
    int exponent = 0, point = 0, rest = 0;

    for (;; at++) {
        int digit;
        if (*at == '.' && !point) {
            point = 1;
            continue;
        }
        if (isdigit((unsigned char)*at))
            digit = *at - '0';
        else if (isxdigit((unsigned char)*at))
            digit = (*at | 32) - 'a' + 10;
        else
            break;
        if (fraction >> 60) {
            rest |= digit != 0;
            exponent += point ? 0 : 4;
        } else {
            fraction = fraction << 4 | (unsigned)digit;
            exponent -= point ? 4 : 0;
        }
    }
    if ((*at | 32) == 'p') {
        const char *digits = at + 1;
        int minus = *digits == '-', value = 0;
        if (*digits == '-' || *digits == '+')
            digits++;
        if (isdigit((unsigned char)*digits)) {
            for (; isdigit((unsigned char)*digits); digits++)
                if (value < 100000000)
                    value = value * 10 + (*digits - '0');
            exponent += minus ? -value : value;
            at = digits;
        }
    }
    if (end)
        *end = (char *)at;
    if (fraction == 0)
        return negative ? -0.0 : 0.0;
    while (!(fraction >> 63)) {
        fraction <<= 1;
        exponent--;
    }
    if (exponent > 2000)
        return scan_overflow(negative);
    return scan_round(fraction, exponent < -3000 ? -3000 : exponent, 0, rest, precision, negative,
                      NULL, 0, 0);
}

static double scan_decimal(const char *at, char **end, int precision, int negative)
{
    const char *first;
    unsigned long head = 0, product;
    int power = 0, count = 0, point = 0, taken = 0, exponent, error, index, whole;

    while (*at == '0' || (*at == '.' && !point)) {
        if (*at == '.')
            point = 1;
        else if (point)
            power--;
        at++;
    }
    first = at;
    for (;; at++) {
        if (*at == '.' && !point) {
            point = 1;
        } else if (isdigit((unsigned char)*at)) {
            /* Nineteen digits fit; count is capped far beyond any exponent's reach. */
            if (taken < 19) {
                head = head * 10 + (unsigned)(*at - '0');
                taken++;
            }
            if (count < 100000000)
                count++;
            if (point && power > -200000000)
                power--;
        } else {
            break;
        }
    }
    if ((*at | 32) == 'e') {
        const char *digits = at + 1;
        int minus = *digits == '-', value = 0;
        if (*digits == '-' || *digits == '+')
            digits++;
        if (isdigit((unsigned char)*digits)) {
            for (; isdigit((unsigned char)*digits); digits++)
                if (value < 100000000)
                    value = value * 10 + (*digits - '0');
            power += minus ? -value : value;
            at = digits;
        }
    }
    if (end)
        *end = (char *)at;
    if (count == 0)
        return negative ? -0.0 : 0.0;
    if (power + count > 310)
        return scan_overflow(negative);
    if (power + count < -326) {
        errno = ERANGE;
        return negative ? -0.0 : 0.0;
    }

    /* Numbers that are exact in a double, and one exact operation: rounded correctly by the machine. */
    whole = power + (count - taken);
    if (count == taken && precision == 53 && !(head >> 53) && power >= -22 && power <= 22) {
        double value = (double)(long)head, ten = 1;
        for (index = power < 0 ? -power : power; index > 0; index--)
            ten *= 10;
        value = power < 0 ? value / ten : value * ten;
        return negative ? -value : value;
    }

    /* head * 10^whole; head may be short of the value by less than one unit. */
    exponent = 0;
    error = count > taken ? 1 : 0;
    while (!(head >> 63)) {
        head <<= 1;
        error <<= 1;
        exponent--;
    }
    index = (whole + 16 * POWERS_BELOW) / 16;
    product = scan_high_product(head, __powers_large[index]);
    exponent += 64 + POWERS_EXPONENT((index - POWERS_BELOW) * 16);
    error += 2;
    if (!(product >> 63)) {
        product <<= 1;
        error <<= 1;
        exponent--;
    }
    index = (whole + 16 * POWERS_BELOW) % 16;
    if (index > 0) {
        /* The small powers are exact. */
        unsigned long small = 1;
        int bits = 0, n;
        for (n = 0; n < index; n++)
            small *= 10;
        while (!(small >> 63)) {
            small <<= 1;
            bits++;
        }
        product = scan_high_product(product, small);
        exponent += 64 - bits;
        error += 1;
        if (!(product >> 63)) {
            product <<= 1;
            error <<= 1;
            exponent--;
        }
    }
    return scan_round(product, exponent, error, 0, precision, negative, first, count, power);
}

/* The word at text, in any case, ends in front of the result; NULL if it is not there. */
static const char *scan_word(const char *text, const char *word)
{
    for (; *word; text++, word++)
        if ((*text | 32) != *word)
            return NULL;
    return text;
}

double __scan_float(const char *text, char **end, int precision)
{
    const char *at = text, *after;
    int negative = 0;

    while (isspace((unsigned char)*at))
        at++;
    if (*at == '-' || *at == '+')
        negative = *at++ == '-';

    if (at[0] == '0' && (at[1] | 32) == 'x'
        && (isxdigit((unsigned char)at[2]) || (at[2] == '.' && isxdigit((unsigned char)at[3]))))
        return scan_hexadecimal(at + 2, end, precision, negative);
    if (isdigit((unsigned char)*at) || (*at == '.' && isdigit((unsigned char)at[1])))
        return scan_decimal(at, end, precision, negative);
    after = scan_word(at, "inf");
    if (after) {
        const char *longer = scan_word(after, "inity");
        if (end)
            *end = (char *)(longer ? longer : after);
        return __double_of_bits((unsigned long)negative << 63 | 0x7ff0000000000000UL);
    }
    after = scan_word(at, "nan");
    if (after) {
        if (*after == '(') {
            const char *closing = after + 1;
            while (isalnum((unsigned char)*closing) || *closing == '_')
                closing++;
            if (*closing == ')')
                after = closing + 1;
        }
        if (end)
            *end = (char *)after;
        return __double_of_bits((unsigned long)negative << 63 | 0x7ff8000000000000UL);
    }
    if (end)
        *end = (char *)text;
    return 0;
}
