/* The scanf family: one engine that takes characters from a source. */
#ifndef INTERNAL_SCAN_H
#define INTERNAL_SCAN_H

#include <stdarg.h>
#include <stdio.h>

struct scan_source {
    /* The next character, EOF at the end. */
    int (*get)(struct scan_source *source);
    /* Gives back the last one. */
    void (*unget)(struct scan_source *source, int c);
    const void *from;
    /* The bytes are UTF-8 and stand for wide characters, which is what counts. */
    int wide;
    long taken;
};

/* The caller sets get, unget, from and wide. */
int __scan(struct scan_source *source, const char *format, va_list arguments);
int __scan_stream(FILE *stream, const char *format, va_list arguments, int wide);
int __scan_text(const char *text, const char *format, va_list arguments, int wide);

#endif
