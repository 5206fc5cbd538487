/* The printf family: one engine that hands pieces of text to a sink. */
#ifndef INTERNAL_FORMAT_H
#define INTERNAL_FORMAT_H

#include <bits/size_t.h>
#include <stdarg.h>

struct format_spec;

struct format_sink {
    void (*put)(struct format_sink *sink, const char *text, size_t size);
    void *target;
    size_t room;
    /* Characters so far, put or not. */
    size_t count;
    int failed;
    /* For the wide functions, whose fields are of characters: %s and %ls. NULL for the others. */
    void (*put_text)(struct format_sink *sink, const struct format_spec *spec, const void *text, int wide);
};

enum {
    FORMAT_LEFT = 1,
    FORMAT_PLUS = 2,
    FORMAT_SPACE = 4,
    FORMAT_ALTERNATE = 8,
    FORMAT_ZERO = 16
};

/* One conversion; precision is -1 if none is given. */
struct format_spec {
    int flags;
    int width;
    int precision;
    int conversion;
};

/* The whole format. The number of characters, or -1. */
int __format(struct format_sink *sink, const char *format, va_list arguments);
/* The same from a conversion on that names its argument by number. */
void __format_positions(struct format_sink *sink, const char *format, va_list arguments);

void __format_put(struct format_sink *sink, const char *text, size_t size);
/* What stands before the next %, or at the end; gives the place of that. */
const char *__format_literal(struct format_sink *sink, const char *format);
/* count times the character c, which is ' ' or '0'. */
void __format_pad(struct format_sink *sink, int c, long count);
/* A number: sign and prefix, zeros, body, padded to the width of spec. */
void __format_number(struct format_sink *sink, const struct format_spec *spec, const char *prefix,
                     size_t prefix_size, long zeros, const char *body, size_t body_size);
/* The conversions a e f g and their capitals. */
void __format_float(struct format_sink *sink, const struct format_spec *spec, double value);

#endif
