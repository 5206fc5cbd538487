#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>
#include "../internal/format.h"

/* The length modifiers, as sizes of what is taken. */
enum { FORMAT_CHAR, FORMAT_SHORT, FORMAT_INT, FORMAT_LONG, FORMAT_LONG_DOUBLE };

void __format_put(struct format_sink *sink, const char *text, size_t size)
{
    sink->count += size;
    sink->put(sink, text, size);
}

const char *__format_literal(struct format_sink *sink, const char *format)
{
    const char *start = format;

    while (*format && *format != '%')
        format++;
    if (format != start)
        __format_put(sink, start, (size_t)(format - start));
    return format;
}

void __format_pad(struct format_sink *sink, int c, long count)
{
    const char *text = c == '0' ? "0000000000000000" : "                ";

    for (; count > 0; count -= 16)
        __format_put(sink, text, count < 16 ? (size_t)count : 16);
}

void __format_number(struct format_sink *sink, const struct format_spec *spec, const char *prefix,
                     size_t prefix_size, long zeros, const char *body, size_t body_size)
{
    long blanks = spec->width - (long)prefix_size - zeros - (long)body_size;

    if (!(spec->flags & FORMAT_LEFT))
        __format_pad(sink, ' ', blanks);
    __format_put(sink, prefix, prefix_size);
    __format_pad(sink, '0', zeros);
    __format_put(sink, body, body_size);
    if (spec->flags & FORMAT_LEFT)
        __format_pad(sink, ' ', blanks);
}

static void format_integer(struct format_sink *sink, const struct format_spec *spec,
                           unsigned long value, int negative)
{
    char digits[68], prefix[2];
    char *end = digits + sizeof digits, *at = end;
    size_t prefix_size = 0;
    long zeros = 0;
    int conversion = spec->conversion;

    if (conversion == 'x' || conversion == 'X' || conversion == 'b' || conversion == 'B') {
        int letters = conversion == 'X' ? 'A' - 10 : 'a' - 10;
        int bits = conversion == 'x' || conversion == 'X' ? 4 : 1;
        unsigned long rest = value;
        for (; rest; rest >>= bits) {
            int digit = (int)(rest & ((1UL << bits) - 1));
            *--at = (char)(digit < 10 ? '0' + digit : letters + digit);
        }
        if (value && spec->flags & FORMAT_ALTERNATE) {
            prefix[prefix_size++] = '0';
            prefix[prefix_size++] = (char)conversion;
        }
    } else if (conversion == 'o') {
        unsigned long rest = value;
        for (; rest; rest >>= 3)
            *--at = (char)('0' + (int)(rest & 7));
        if (spec->flags & FORMAT_ALTERNATE)
            zeros = 1;
    } else {
        unsigned long rest = value;
        /* Beyond int's range by unsigned 64-bit division; most numbers are small. */
        while (rest > 0x7fffffff) {
            unsigned long quotient = rest / 10;
            *--at = (char)('0' + (int)(rest - quotient * 10));
            rest = quotient;
        }
        if (rest) {
            int small = (int)rest;
            do {
                *--at = (char)('0' + small % 10);
                small /= 10;
            } while (small);
        }
        if (conversion != 'u') {
            if (negative)
                prefix[prefix_size++] = '-';
            else if (spec->flags & FORMAT_PLUS)
                prefix[prefix_size++] = '+';
            else if (spec->flags & FORMAT_SPACE)
                prefix[prefix_size++] = ' ';
        }
    }

    /* zeros is the least number of digits' shortfall; octal's alternate form wants one leading zero. */
    if (spec->precision >= 0) {
        long missing = spec->precision - (end - at);
        if (missing > zeros)
            zeros = missing;
    } else {
        if (at == end)
            zeros = 1;
        if (spec->flags & FORMAT_ZERO && !(spec->flags & FORMAT_LEFT)) {
            long missing = spec->width - (long)prefix_size - (end - at);
            if (missing > zeros)
                zeros = missing;
        }
    }
    __format_number(sink, spec, prefix, prefix_size, zeros, at, (size_t)(end - at));
}

static void format_text(struct format_sink *sink, const struct format_spec *spec, const char *text)
{
    size_t size;

    if (!text)
        text = spec->precision < 0 || spec->precision >= 6 ? "(null)" : "";
    if (spec->precision < 0) {
        size = strlen(text);
    } else {
        const char *end = memchr(text, 0, (size_t)spec->precision);
        size = end ? (size_t)(end - text) : (size_t)spec->precision;
    }
    __format_number(sink, spec, text, 0, 0, text, size);
}

/* Wide text becomes bytes of the locale; the precision counts bytes, and no character is cut. */
static void format_wide_text(struct format_sink *sink, const struct format_spec *spec,
                             const wchar_t *text)
{
    char bytes[MB_LEN_MAX];
    size_t total = 0, size;
    long blanks;
    const wchar_t *at;

    if (!text) {
        format_text(sink, spec, NULL);
        return;
    }
    /* What stands behind the last character that the precision has room for is not looked at. */
    for (at = text; (spec->precision < 0 || total < (size_t)spec->precision) && *at; at++) {
        size = wcrtomb(bytes, *at, NULL);
        if (size > MB_LEN_MAX) {
            sink->failed = EILSEQ;
            return;
        }
        if (spec->precision >= 0 && total + size > (size_t)spec->precision)
            break;
        total += size;
    }
    blanks = spec->width - (long)total;
    if (!(spec->flags & FORMAT_LEFT))
        __format_pad(sink, ' ', blanks);
    for (; total > 0; total -= size) {
        size = wcrtomb(bytes, *text++, NULL);
        __format_put(sink, bytes, size);
    }
    if (spec->flags & FORMAT_LEFT)
        __format_pad(sink, ' ', blanks);
}

static int format_decimal(const char **format)
{
    const char *at = *format;
    int value = 0;

    for (; (unsigned)*at - '0' < 10; at++) {
        if (value > (INT_MAX - 9) / 10)
            value = (INT_MAX - 9) / 10;
        value = value * 10 + (*at - '0');
    }
    *format = at;
    return value;
}

int __format(struct format_sink *sink, const char *format, va_list arguments)
{
    struct format_spec spec;
    va_list list;

    va_copy(list, arguments);
    while (*format && !sink->failed) {
        const char *start;
        int size = FORMAT_INT;
        char byte;

        format = __format_literal(sink, format);
        if (!*format)
            break;
        start = format++;

        spec.flags = 0;
        for (;; format++) {
            if (*format == '-')
                spec.flags |= FORMAT_LEFT;
            else if (*format == '+')
                spec.flags |= FORMAT_PLUS;
            else if (*format == ' ')
                spec.flags |= FORMAT_SPACE;
            else if (*format == '#')
                spec.flags |= FORMAT_ALTERNATE;
            else if (*format == '0')
                spec.flags |= FORMAT_ZERO;
            else if (*format != '\'')
                break;
        }
        if (*format == '*') {
            format++;
            spec.width = va_arg(list, int);
            if (spec.width < 0) {
                spec.flags |= FORMAT_LEFT;
                spec.width = spec.width == INT_MIN ? INT_MAX : -spec.width;
            }
        } else {
            spec.width = format_decimal(&format);
            if (*format == '$') {
                __format_positions(sink, start, arguments);
                break;
            }
        }
        spec.precision = -1;
        if (*format == '.') {
            format++;
            if (*format == '*') {
                format++;
                spec.precision = va_arg(list, int);
            } else {
                spec.precision = format_decimal(&format);
            }
        }
        switch (*format) {
        case 'h':
            size = FORMAT_SHORT;
            if (*++format == 'h') {
                size = FORMAT_CHAR;
                format++;
            }
            break;
        case 'l':
            if (*++format == 'l')
                format++;
            size = FORMAT_LONG;
            break;
        case 'q':
        case 'j':
        case 'z':
        case 't':
            format++;
            size = FORMAT_LONG;
            break;
        case 'L':
            format++;
            size = FORMAT_LONG_DOUBLE;
            break;
        }

        spec.conversion = *format++;
        if (spec.conversion == 'C' || spec.conversion == 'S') {
            spec.conversion |= 32;
            size = FORMAT_LONG;
        }
        switch (spec.conversion) {
        case 'd':
        case 'i': {
            long value = size >= FORMAT_LONG ? va_arg(list, long) : va_arg(list, int);
            if (size == FORMAT_SHORT)
                value = (short)value;
            else if (size == FORMAT_CHAR)
                value = (signed char)value;
            format_integer(sink, &spec, value < 0 ? 0 - (unsigned long)value : (unsigned long)value,
                           value < 0);
            break;
        }
        case 'o':
        case 'u':
        case 'x':
        case 'X':
        case 'b':
        case 'B': {
            unsigned long value = size >= FORMAT_LONG ? va_arg(list, unsigned long)
                                                      : va_arg(list, unsigned int);
            if (size == FORMAT_SHORT)
                value &= 0xffff;
            else if (size == FORMAT_CHAR)
                value &= 0xff;
            format_integer(sink, &spec, value, 0);
            break;
        }
        case 'p': {
            void *pointer = va_arg(list, void *);
            spec.precision = -1;
            spec.conversion = 'x';
            spec.flags |= FORMAT_ALTERNATE;
            if (pointer)
                format_integer(sink, &spec, (unsigned long)pointer, 0);
            else
                format_text(sink, &spec, "(nil)");
            break;
        }
        case 'a': case 'A':
        case 'e': case 'E':
        case 'f': case 'F':
        case 'g': case 'G':
            __format_float(sink, &spec, size == FORMAT_LONG_DOUBLE
                           ? (double)va_arg(list, long double) : va_arg(list, double));
            break;
        case 'c':
            spec.precision = -1;
            if (size == FORMAT_LONG) {
                wchar_t wide[2];
                wide[0] = (wchar_t)va_arg(list, wint_t);
                wide[1] = 0;
                if (wide[0]) {
                    if (sink->put_text)
                        sink->put_text(sink, &spec, wide, 1);
                    else
                        format_wide_text(sink, &spec, wide);
                    break;
                }
                byte = 0;
            } else {
                byte = (char)va_arg(list, int);
            }
            __format_number(sink, &spec, &byte, 0, 0, &byte, 1);
            break;
        case 's':
            if (sink->put_text)
                sink->put_text(sink, &spec, va_arg(list, void *), size == FORMAT_LONG);
            else if (size == FORMAT_LONG)
                format_wide_text(sink, &spec, va_arg(list, wchar_t *));
            else
                format_text(sink, &spec, va_arg(list, char *));
            break;
        case 'n': {
            void *place = va_arg(list, void *);
            if (size == FORMAT_CHAR)
                *(signed char *)place = (signed char)sink->count;
            else if (size == FORMAT_SHORT)
                *(short *)place = (short)sink->count;
            else if (size == FORMAT_INT)
                *(int *)place = (int)sink->count;
            else
                *(long *)place = (long)sink->count;
            break;
        }
        case '%':
            __format_put(sink, "%", 1);
            break;
        case 0:
            format--;
            sink->failed = EINVAL;
            break;
        default:
            /* An unknown conversion is shown as it is written. */
            __format_put(sink, start, (size_t)(format - start));
            break;
        }
        if (sink->count > INT_MAX)
            sink->failed = EOVERFLOW;
    }
    va_end(list);
    if (sink->failed > 0)
        errno = sink->failed;
    return sink->failed ? -1 : (int)sink->count;
}
