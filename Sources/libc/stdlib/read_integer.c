#include <ctype.h>
#include <errno.h>
#include "../internal/integer.h"

static int integer_digit(int c)
{
    if ((unsigned)c - '0' < 10)
        return c - '0';
    c |= 32;
    if ((unsigned)c - 'a' < 26)
        return c - 'a' + 10;
    return 36;
}

unsigned long __read_integer(const char *text, char **end, int base, unsigned long above,
                             unsigned long below)
{
    const char *at = text;
    unsigned long value = 0, limit, highest;
    int negative = 0, overflow = 0, digits = 0, digit, last;

    if (end)
        *end = (char *)text;
    if (base < 0 || base == 1 || base > 36) {
        errno = EINVAL;
        return 0;
    }
    while (isspace((unsigned char)*at))
        at++;
    if (*at == '-' || *at == '+')
        negative = *at++ == '-';
    if ((base == 0 || base == 16) && at[0] == '0' && (at[1] | 32) == 'x'
        && integer_digit((unsigned char)at[2]) < 16) {
        at += 2;
        base = 16;
    } else if (base == 0) {
        base = *at == '0' ? 8 : 10;
    }

    highest = negative && below ? below : above;
    limit = highest / (unsigned long)base;
    last = (int)(highest % (unsigned long)base);
    while ((digit = integer_digit((unsigned char)*at)) < base) {
        if (value > limit || (value == limit && digit > last))
            overflow = 1;
        else
            value = value * (unsigned long)base + (unsigned long)digit;
        digits = 1;
        at++;
    }
    if (end && digits)
        *end = (char *)at;
    if (overflow) {
        errno = ERANGE;
        if (!below)
            return above;
        value = highest;
    }
    return negative ? -value : value;
}
