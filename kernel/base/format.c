/* printf's common part, for the log and for /proc. */
#include "base.h"

struct output {
    char *to;
    u64 size, length;
};

static void put(struct output *o, int c)
{
    if (o->length + 1 < o->size) o->to[o->length++] = c;
}

static void put_padded(struct output *o, const char *text, u64 length, int width, int left, int fill)
{
    int missing = width - (int)length;
    u64 i;

    if (!left)
        while (missing-- > 0) put(o, fill);
    for (i = 0; i < length; i++) put(o, text[i]);
    while (missing-- > 0) put(o, ' ');
}

/* The digits of a number at the end of a buffer; where they begin. */
static char *digits(char *end, u64 value, int base, int negative)
{
    do {
        *--end = "0123456789abcdef"[value % base];
        value /= base;
    } while (value);
    if (negative) *--end = '-';
    return end;
}

int format_arguments(char *to, u64 size, const char *format, va_list arguments)
{
    struct output o;
    char buffer[24], *text;
    int left, fill, width, is_long;
    s64 number;
    u64 bits;

    o.to = to;
    o.size = size;
    o.length = 0;
    for (; *format; format++) {
        if (*format != '%') {
            put(&o, *format);
            continue;
        }
        format++;
        left = *format == '-';
        if (left) format++;
        fill = *format == '0' ? '0' : ' ';
        for (width = 0; *format >= '0' && *format <= '9'; format++) width = width * 10 + *format - '0';
        is_long = *format == 'l';
        if (is_long) format++;
        switch (*format) {
        case 'd':
            number = is_long ? va_arg(arguments, s64) : va_arg(arguments, int);
            text = digits(buffer + 24, number < 0 ? -(u64)number : (u64)number, 10, number < 0);
            put_padded(&o, text, buffer + 24 - text, width, left, fill);
            break;
        case 'u':
        case 'x':
        case 'o':
            bits = is_long ? va_arg(arguments, u64) : va_arg(arguments, u32);
            text = digits(buffer + 24, bits, *format == 'u' ? 10 : *format == 'x' ? 16 : 8, 0);
            put_padded(&o, text, buffer + 24 - text, width, left, fill);
            break;
        case 's':
            text = va_arg(arguments, char *);
            put_padded(&o, text, string_length(text), width, left, ' ');
            break;
        case 'c': put(&o, va_arg(arguments, int)); break;
        default: put(&o, *format);
        }
    }
    if (size) to[o.length] = 0;
    return o.length;
}

int format_text(char *to, u64 size, const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = format_arguments(to, size, format, arguments);
    va_end(arguments);
    return length;
}
