#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <string.h>
#include "../internal/format.h"

/* Formats that name their arguments by number (%2$s). All arguments are fetched first, which takes a look at every conversion;
   then each conversion is done as one without a number. */

enum { POSITIONS = 64 };

enum position_kind { POSITION_INT, POSITION_LONG, POSITION_POINTER, POSITION_DOUBLE, POSITION_LONG_DOUBLE };

union position_value {
    int integer;
    long word;
    void *pointer;
    double number;
    long double wide;
};

/* One conversion, read: the numbers of what it takes (0: nothing), and where its parts stand. */
struct position_spec {
    long argument, width, precision;
    const char *flags, *width_digits, *precision_digits, *size;
    int flags_size, width_size, precision_size, size_size;
    char conversion;
};

/* N$, or 0. */
static long position_number(const char **format)
{
    const char *at = *format;
    long number = 0;

    for (; (unsigned)*at - '0' < 10; at++)
        if (number <= POSITIONS)
            number = number * 10 + (*at - '0');
    if (*at != '$' || at == *format)
        return 0;
    *format = at + 1;
    return number;
}

static int position_digits(const char **format)
{
    const char *start = *format;

    while ((unsigned)**format - '0' < 10)
        ++*format;
    return (int)(*format - start);
}

/* Reads what follows the %; 0 if it is not of this kind. */
static int position_read(const char **format, struct position_spec *spec)
{
    const char *at = *format;

    memset(spec, 0, sizeof *spec);
    spec->argument = position_number(&at);
    if (spec->argument < 1 || spec->argument > POSITIONS)
        return 0;
    spec->flags = at;
    while (*at && strchr("-+ #0'", *at))
        at++;
    spec->flags_size = (int)(at - spec->flags);
    spec->width_digits = at;
    if (*at == '*') {
        at++;
        spec->width = position_number(&at);
        if (spec->width < 1 || spec->width > POSITIONS)
            return 0;
    } else {
        spec->width_size = position_digits(&at);
    }
    if (*at == '.') {
        spec->precision_digits = at++;
        if (*at == '*') {
            at++;
            spec->precision = position_number(&at);
            if (spec->precision < 1 || spec->precision > POSITIONS)
                return 0;
        } else {
            spec->precision_size = position_digits(&at) + 1;
        }
    }
    spec->size = at;
    while (*at && strchr("hlqjztL", *at))
        at++;
    spec->size_size = (int)(at - spec->size);
    spec->conversion = *at;
    *format = at + (*at != 0);
    return *at && spec->flags_size < 8 && spec->width_size < 12 && spec->precision_size < 12 && spec->size_size <= 2;
}

static enum position_kind position_kind(const struct position_spec *spec)
{
    if (strchr("aAeEfFgG", spec->conversion))
        return *spec->size == 'L' ? POSITION_LONG_DOUBLE : POSITION_DOUBLE;
    if (strchr("sSpn", spec->conversion))
        return POSITION_POINTER;
    return spec->size_size && strchr("lqjzt", *spec->size) && spec->conversion != 'c' ? POSITION_LONG : POSITION_INT;
}

/* Whether the format can be understood; what its arguments are. */
static int position_kinds(const char *format, enum position_kind *kinds, long *count)
{
    struct position_spec spec;

    for (;;) {
        while (*format && *format != '%')
            format++;
        if (!*format)
            return 1;
        if (*++format == '%') {
            format++;
            continue;
        }
        if (!position_read(&format, &spec))
            return 0;
        kinds[spec.argument - 1] = position_kind(&spec);
        if (spec.argument > *count)
            *count = spec.argument;
        if (spec.width > *count)
            *count = spec.width;
        if (spec.precision > *count)
            *count = spec.precision;
    }
}

static void position_fetch(va_list list, const enum position_kind *kinds, union position_value *values, long count)
{
    long index;

    for (index = 0; index < count; index++) {
        switch (kinds[index]) {
        case POSITION_INT: values[index].integer = va_arg(list, int); break;
        case POSITION_LONG: values[index].word = va_arg(list, long); break;
        case POSITION_POINTER: values[index].pointer = va_arg(list, void *); break;
        case POSITION_DOUBLE: values[index].number = va_arg(list, double); break;
        case POSITION_LONG_DOUBLE: values[index].wide = va_arg(list, long double); break;
        }
    }
}

static void position_format(struct format_sink *sink, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    __format(sink, format, list);
    va_end(list);
}

/* The conversion without numbers, its width and precision always by arguments or by digits. */
static void position_convert(struct format_sink *sink, const struct position_spec *spec, const union position_value *values,
                             enum position_kind kind)
{
    const union position_value *value = values + spec->argument - 1;
    char format[64], *at = format;
    int width = 0, precision = -1;

    *at++ = '%';
    memcpy(at, spec->flags, (size_t)spec->flags_size);
    at += spec->flags_size;
    if (spec->width_size) {
        const char *digits = spec->width_digits;
        for (; digits < spec->width_digits + spec->width_size; digits++)
            if (width < INT_MAX / 10 - 9)
                width = width * 10 + (*digits - '0');
    } else if (spec->width) {
        width = values[spec->width - 1].integer;
    }
    if (spec->precision_size) {
        const char *digits = spec->precision_digits + 1;
        precision = 0;
        for (; digits < spec->precision_digits + spec->precision_size; digits++)
            if (precision < INT_MAX / 10 - 9)
                precision = precision * 10 + (*digits - '0');
    } else if (spec->precision) {
        precision = values[spec->precision - 1].integer;
    }
    *at++ = '*';
    *at++ = '.';
    *at++ = '*';
    memcpy(at, spec->size, (size_t)spec->size_size);
    at += spec->size_size;
    *at++ = spec->conversion;
    *at = 0;
    switch (kind) {
    case POSITION_INT: position_format(sink, format, width, precision, value->integer); break;
    case POSITION_LONG: position_format(sink, format, width, precision, value->word); break;
    case POSITION_POINTER: position_format(sink, format, width, precision, value->pointer); break;
    case POSITION_DOUBLE: position_format(sink, format, width, precision, value->number); break;
    case POSITION_LONG_DOUBLE: position_format(sink, format, width, precision, value->wide); break;
    }
}

void __format_positions(struct format_sink *sink, const char *format, va_list arguments)
{
    enum position_kind kinds[POSITIONS];
    union position_value values[POSITIONS];
    struct position_spec spec;
    long count = 0;

    memset(kinds, 0, sizeof kinds);
    if (!position_kinds(format, kinds, &count)) {
        sink->failed = EINVAL;
        return;
    }
    position_fetch(arguments, kinds, values, count);
    while (*format && !sink->failed) {
        format = __format_literal(sink, format);
        if (!*format)
            break;
        if (*++format == '%') {
            __format_put(sink, format++, 1);
            continue;
        }
        position_read(&format, &spec);
        position_convert(sink, &spec, values, kinds[spec.argument - 1]);
    }
}
