#include <errno.h>
#include <monetary.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { STRFMON_PRECISION = 100, STRFMON_WIDTH = 10000 };

/* One conversion: the filling character, how many digits stand in front of the point at least (-1: as they come), how many
   behind it, and the width of the field. */
struct strfmon_spec {
    char fill;
    int brackets, plus, left, width, before, after;
};

/* Flags, width, #digits, .digits; NULL if they are wrong. */
static const char *strfmon_read(const char *format, struct strfmon_spec *spec)
{
    struct strfmon_spec none = { ' ', 0, 0, 0, 0, -1, 2 };

    *spec = none;
    for (;; format++) {
        if (*format == '=') {
            spec->fill = *++format;
            if (!*format)
                return NULL;
        } else if (*format == '(') {
            spec->brackets++;
        } else if (*format == '+') {
            spec->plus++;
        } else if (*format == '-') {
            spec->left = 1;
        } else if (*format != '^' && *format != '!') {
            break;
        }
    }
    if (spec->brackets + spec->plus > 1)
        return NULL;
    for (; (unsigned)*format - '0' < 10 && spec->width < STRFMON_WIDTH; format++)
        spec->width = spec->width * 10 + (*format - '0');
    if (*format == '#')
        for (format++, spec->before = 0; (unsigned)*format - '0' < 10 && spec->before < STRFMON_WIDTH; format++)
            spec->before = spec->before * 10 + (*format - '0');
    if (*format == '.')
        for (format++, spec->after = 0; (unsigned)*format - '0' < 10 && spec->after < STRFMON_PRECISION; format++)
            spec->after = spec->after * 10 + (*format - '0');
    return format;
}

struct strfmon_text {
    char *at;
    size_t room;
};

/* 0, or -1 without room; one byte stays for the NUL. */
static int strfmon_put(struct strfmon_text *text, const char *piece, long size)
{
    if (size < 0 || (size_t)size >= text->room)
        return -1;
    memcpy(text->at, piece, (size_t)size);
    text->at += size;
    text->room -= (size_t)size;
    return 0;
}

static int strfmon_fill(struct strfmon_text *text, char c, long count)
{
    if (count <= 0)
        return 0;
    if ((size_t)count >= text->room)
        return -1;
    memset(text->at, c, (size_t)count);
    text->at += count;
    text->room -= (size_t)count;
    return 0;
}

static int strfmon_number(struct strfmon_text *text, const struct strfmon_spec *spec, double value)
{
    /* The longest double has 309 digits in front of the point. */
    char digits[320 + STRFMON_PRECISION * 10];
    int negative = value < 0;
    int size = snprintf(digits, sizeof digits, "%.*f", spec->after, negative ? -value : value);
    int before = (int)strcspn(digits, "."), sign, closing;
    long fill = spec->before > before ? spec->before - before : 0;
    long blanks;

    /* With # there is room for a sign, so that columns are straight. */
    sign = negative || spec->before >= 0;
    closing = spec->brackets && negative;
    blanks = spec->width - (sign + fill + size + closing);
    if (!spec->left && strfmon_fill(text, ' ', blanks) != 0)
        return -1;
    if (strfmon_fill(text, !negative ? ' ' : spec->brackets ? '(' : '-', sign) != 0 || strfmon_fill(text, spec->fill, fill) != 0
        || strfmon_put(text, digits, size) != 0 || strfmon_fill(text, ')', closing) != 0)
        return -1;
    return spec->left ? strfmon_fill(text, ' ', blanks) : 0;
}

static ssize_t strfmon_all(char *start, size_t size, const char *format, va_list list)
{
    struct strfmon_text text;
    struct strfmon_spec spec;
    int failed;

    text.at = start;
    text.room = size;
    for (; *format; format++) {
        if (*format != '%') {
            failed = strfmon_put(&text, format, 1);
        } else {
            const char *percent = format++;
            format = strfmon_read(format, &spec);
            if (!format || (*format == '%' ? format != percent + 1 : *format != 'n' && *format != 'i')) {
                errno = EINVAL;
                return -1;
            }
            failed = *format == '%' ? strfmon_put(&text, "%", 1) : strfmon_number(&text, &spec, va_arg(list, double));
        }
        if (failed) {
            errno = E2BIG;
            return -1;
        }
    }
    if (text.room == 0) {
        errno = E2BIG;
        return -1;
    }
    *text.at = 0;
    return text.at - start;
}

ssize_t strfmon(char *text, size_t size, const char *format, ...)
{
    ssize_t result;
    va_list list;

    va_start(list, format);
    result = strfmon_all(text, size, format, list);
    va_end(list);
    return result;
}

ssize_t strfmon_l(char *text, size_t size, locale_t locale, const char *format, ...)
{
    ssize_t result;
    va_list list;

    (void)locale;
    va_start(list, format);
    result = strfmon_all(text, size, format, list);
    va_end(list);
    return result;
}
